// Mutations of text: bytes, words, numbers and lines. Words come from the seeds, so that keys and ids of the format are found again.
#pragma once

#include <cstddef>
#include <random>
#include <string>
#include <vector>

namespace desk::fuzz {

class Mutations {
 public:
  Mutations(const std::vector<std::string>& seeds, std::uint64_t number);
  // One of `all`, changed in one to five places. Never longer than `most` bytes.
  [[nodiscard]] std::string next(const std::vector<std::string>& all, std::size_t most);

 private:
  struct Span {
    std::size_t at, length;
  };
  [[nodiscard]] std::size_t below(std::size_t count) { return count == 0 ? 0 : static_cast<std::size_t>(engine_() % count); }
  [[nodiscard]] Span word_of(const std::string& text);
  [[nodiscard]] Span line_of(const std::string& text);
  void bytes(std::string& text);
  void words(std::string& text);
  void lines(std::string& text);
  void splice(std::string& text, const std::string& other);

  std::vector<std::string> words_;
  std::mt19937_64 engine_;
};

}  // namespace desk::fuzz
