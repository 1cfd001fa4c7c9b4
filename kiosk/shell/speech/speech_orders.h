// What the kiosk says to the helper over its standard input, and hears from its standard output.
//
//   SAY <id> <language> <speed> <volume> <bytes>\n  followed by that many bytes: sentences of marked text, one a line. Replaces what is being said.
//   STOP\n                                          silence at once
//   end of input                                    the helper ends
//
//   READY\n        engine and device are there          DONE <id>\n   said to its end
// A helper that has no engine or no device says why on its standard error and ends with status 3.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "data/base/language.h"

namespace desk::shell {

struct SpeechOrder {
  enum class Kind { Say, Stop } kind = Kind::Stop;
  int id = 0;
  Language language = Language::Japanese;
  int speed = 2;
  int volume = 3;
  std::vector<std::string> sentences;
};

[[nodiscard]] std::string to_bytes(const SpeechOrder& order);

// Takes bytes as they come and hands out whole orders; a broken one empties the stream and is reported once.
class SpeechOrderReader {
 public:
  void feed(std::string_view bytes) { pending_ += bytes; }
  [[nodiscard]] std::optional<SpeechOrder> next();
  [[nodiscard]] bool broken() const { return broken_; }

 private:
  std::string pending_;
  bool broken_ = false;
};

}  // namespace desk::shell
