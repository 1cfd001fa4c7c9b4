// Questions asked of the packs of the repository, or of one filled in code where its facts must not move with the data.
#pragma once

#include "data/rules/questions/questions.h"
#include "tests/rules/packs_for_test.h"

namespace desk::rules {

inline Setting setting_of(const catalog::Pack& pack, const catalog::Frame& frame, const char* now) {
  return {pack, frame, packs().offices(), *parse_civil_minute(now)};
}

inline Said answer(std::string_view key, const Setting& setting, const Inputs& inputs = {}) {
  auto said = ask(key, setting, inputs);
  if (!said) {
    ADD_FAILURE() << key << ": " << said.error().where << ": " << said.error().reason;
    return {};
  }
  return *said;
}
inline Said answer_2026(std::string_view key, const char* frame, const char* now, const Inputs& inputs = {}) {
  return answer(key, setting_of(pack_2026(), frame_2026(frame), now), inputs);
}

// The input that a failed question asks for; empty when it was answered.
inline std::string wanted(std::string_view key, const Setting& setting, const Inputs& inputs = {}) {
  const auto said = ask(key, setting, inputs);
  return said ? "" : said.error().where;
}

inline const Said* line_of(const Said& said, std::string_view code) {
  for (const Said& line : said.lines) {
    if (line.code == code) return &line;
  }
  return nullptr;
}
inline std::size_t lines_of(const Said& said, std::string_view code) {
  return static_cast<std::size_t>(std::count_if(said.lines.begin(), said.lines.end(), [&](const Said& line) { return line.code == code; }));
}

template <class T>
T arg(const Said& said, std::string_view name) {
  for (const Argument& each : said.args) {
    if (each.name == name && std::holds_alternative<T>(each.value)) return std::get<T>(each.value);
  }
  ADD_FAILURE() << said.text_key() << " has no argument " << name << " of that type";
  return T{};
}
inline std::int64_t yen(const Said& said, std::string_view name) { return arg<Yen>(said, name).amount; }

inline Date day(const char* text) { return *parse_date(text); }
inline CivilMinute minute(const char* text) { return *parse_civil_minute(text); }

inline Inputs buying(std::int64_t cost, std::optional<int> functions = 1, catalog::Size size = catalog::Size::Sme) {
  Inputs inputs;
  EstimateInput buy;
  buy.cost = Yen{cost};
  buy.functions = functions;
  buy.size = size;
  inputs.buy = buy;
  return inputs;
}

inline catalog::Round round_of(const char* id, const char* open, const char* deadline) {
  catalog::Round round;
  round.id = id;
  round.open = minute(open);
  round.deadline = minute(deadline);
  round.verified = make_date(2023, 8, 1);
  round.source = {"S0 2-2", catalog::Confidence::High};
  return round;
}

}  // namespace desk::rules
