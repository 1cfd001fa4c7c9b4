#include "kiosk/shell/speech/speech_orders.h"

#include <charconv>
#include <sstream>

namespace desk::shell {
namespace {

constexpr std::size_t kLongestText = 64U << 10U;

}  // namespace

std::string to_bytes(const SpeechOrder& order) {
  if (order.kind == SpeechOrder::Kind::Stop) return "STOP\n";
  std::string text;
  for (const std::string& sentence : order.sentences) {
    std::string line = sentence;
    for (char& c : line) {
      if (c == '\n') c = ' ';
    }
    if (text.size() + line.size() + 1 > kLongestText) break;
    text += line + "\n";
  }
  std::ostringstream head;
  head << "SAY " << order.id << ' ' << code_of(order.language) << ' ' << order.speed << ' ' << order.volume << ' ' << text.size() << '\n';
  return head.str() + text;
}

std::optional<SpeechOrder> SpeechOrderReader::next() {
  const auto end = pending_.find('\n');
  if (broken_ || end == std::string::npos) return std::nullopt;
  std::istringstream head(pending_.substr(0, end));
  std::string word, language;
  head >> word;
  SpeechOrder order;
  if (word == "STOP") {
    pending_.erase(0, end + 1);
    return order;
  }
  std::size_t bytes = 0;
  head >> order.id >> language >> order.speed >> order.volume >> bytes;
  const auto known = Language::from_code(language);
  if (word != "SAY" || !head || !known || bytes > kLongestText) {
    broken_ = true;
    pending_.clear();
    return std::nullopt;
  }
  if (pending_.size() - end - 1 < bytes) return std::nullopt;
  order.kind = SpeechOrder::Kind::Say;
  order.language = *known;
  std::istringstream lines(pending_.substr(end + 1, bytes));
  for (std::string line; std::getline(lines, line);) {
    if (!line.empty()) order.sentences.push_back(line);
  }
  pending_.erase(0, end + 1 + bytes);
  return order;
}

}  // namespace desk::shell
