#include "data/text/marked_text.h"

#include <cstdint>

namespace desk::text {
namespace {

// Length of the valid UTF-8 sequence at the head of `text`, 0 when there is none (RFC 3629: no overlong forms, no surrogates).
std::size_t sequence_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
  const auto tail = [&](std::size_t i) { return i < text.size() && (byte(i) & 0xC0U) == 0x80U; };
  const std::uint8_t lead = byte(0);
  if (lead < 0x80U) return lead == 0 ? 0 : 1;
  if (lead >= 0xC2U && lead <= 0xDFU) return tail(1) ? 2 : 0;
  if (lead >= 0xE0U && lead <= 0xEFU) {
    if (!tail(1) || !tail(2)) return 0;
    if (lead == 0xE0U && byte(1) < 0xA0U) return 0;
    if (lead == 0xEDU && byte(1) > 0x9FU) return 0;
    return 3;
  }
  if (lead >= 0xF0U && lead <= 0xF4U) {
    if (!tail(1) || !tail(2) || !tail(3)) return 0;
    if (lead == 0xF0U && byte(1) < 0x90U) return 0;
    if (lead == 0xF4U && byte(1) > 0x8FU) return 0;
    return 4;
  }
  return 0;
}

std::string valid_utf8(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::size_t length = sequence_length(text);
    if (length == 0) {
      out += "\xEF\xBF\xBD";
      text.remove_prefix(1);
    } else {
      if (text[0] != '\r') out += text.substr(0, length);
      text.remove_prefix(length);
    }
  }
  return out;
}

class Parser {
 public:
  explicit Parser(std::string_view rest) : rest_(rest) {}

  std::vector<Paragraph> parse() {
    while (!rest_.empty()) step();
    close_bold();
    return std::move(done_);
  }

 private:
  void step() {
    if (rest_.starts_with("**")) {
      bold_ ? close_bold() : open_bold();
      bold_ = !bold_;
      rest_.remove_prefix(2);
    } else if (rest_[0] == '\n') {
      close_bold();
      done_.emplace_back();
      if (bold_) open_bold();
      rest_.remove_prefix(1);
    } else if (!(rest_[0] == '[' && reading())) {
      here().text += rest_[0];
      rest_.remove_prefix(1);
    }
  }

  // "[base|kana]"; a bracket that is none of ours is a bracket.
  bool reading() {
    const auto bar = rest_.find('|');
    const auto close = rest_.find(']');
    if (bar == std::string_view::npos || close == std::string_view::npos || bar > close || bar == 1) return false;
    const std::string_view base = rest_.substr(1, bar - 1);
    if (base.find_first_of("\n[") != std::string_view::npos) return false;
    Paragraph& paragraph = here();
    const std::size_t begin = paragraph.text.size();
    paragraph.text += base;
    if (close > bar + 1) {
      paragraph.readings.push_back({{begin, paragraph.text.size()}, std::string(rest_.substr(bar + 1, close - bar - 1))});
    }
    rest_.remove_prefix(close + 1);
    return true;
  }

  Paragraph& here() { return done_.back(); }
  void open_bold() { bold_from_ = here().text.size(); }
  void close_bold() {
    if (bold_ && here().text.size() > bold_from_) here().bold.push_back({bold_from_, here().text.size()});
  }

  std::string_view rest_;
  std::vector<Paragraph> done_{1};
  bool bold_ = false;
  std::size_t bold_from_ = 0;
};

}  // namespace

std::vector<Paragraph> parse_marked(std::string_view marked) {
  const std::string valid = valid_utf8(marked);
  return Parser(valid).parse();
}

}  // namespace desk::text
