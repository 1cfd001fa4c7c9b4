// The real helper with SDL's disk driver for a sound device: what it says ends in a file of samples.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace desk::shell {

class SpeechHelper {
 public:
  // `clips`: a folder of recordings; empty: none.
  explicit SpeechHelper(const std::string& clips = "");
  ~SpeechHelper();
  SpeechHelper(const SpeechHelper&) = delete;
  SpeechHelper& operator=(const SpeechHelper&) = delete;

  void tell(const std::string& bytes);
  // The next line it writes; empty when it ended or nothing came in 20 s.
  std::string line();
  // Closes its input and waits; the exit status.
  int end();
  // All samples until now.
  [[nodiscard]] std::vector<std::int16_t> samples() const;
  [[nodiscard]] const std::string& folder() const { return folder_; }

 private:
  std::string folder_;
  std::string pending_;
  int pid_ = -1;
  int in_ = -1;
  int out_ = -1;
};

struct Heard {
  std::size_t length = 0;     // samples from the first sound to the last
  double loudness = 0;        // root mean square over them
};
[[nodiscard]] Heard heard(const std::vector<std::int16_t>& samples);

}  // namespace desk::shell
