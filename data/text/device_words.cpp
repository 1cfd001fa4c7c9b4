#include "data/text/device_words.h"

#include <algorithm>

namespace desk::text {

std::string found_words(const Words& words, const std::string& note, const std::vector<std::pair<std::string, std::string>>& arguments) {
  if (note.empty()) return {};
  Arguments spoken;
  for (const auto& [name, value] : arguments) {
    std::string said = value;
    if (name == "places") {
      // Names of places become words: "左上・右".
      said.clear();
      std::string_view rest = value;
      while (!rest.empty()) {
        const auto space = std::min(rest.find(' '), rest.size());
        const std::string place = words("device.place." + std::string(rest.substr(0, space)));
        said = said.empty() ? place : words("device.place.and", {{"one", said}, {"other", place}});
        rest.remove_prefix(std::min(space + 1, rest.size()));
      }
    } else if (name == "date" || name == "deadline") {
      if (const auto date = parse_date(value)) said = words.full_day(*date);
    }
    spoken.emplace_back(name, std::move(said));
  }
  return words("device.note." + note, spoken);
}

std::string cure_words(const Words& words, const std::string& note, const std::optional<StaffCode>& code) {
  const std::string by_note = "device.cure." + note;
  if (!note.empty() && words.has(by_note)) return words(by_note);
  if (!code) return {};
  const std::string by_code = "device.cure.SC_" + std::to_string(static_cast<int>(*code));
  return words.has(by_code) ? words(by_code) : words("device.cure.guide");
}

}  // namespace desk::text
