// From an answer to words, the same on screen, slip and command line. A template, because the rules know nothing of the texts: Words is
// text::Words (data/text/text_catalog.h).
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "data/rules/questions/said.h"

namespace desk::rules {

template <class Words>
[[nodiscard]] std::string in_words(const Value& value, const Words& words) {
  struct Visitor {
    const Words& words;
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(std::int64_t count) const { return std::to_string(count); }
    std::string operator()(Yen yen) const { return with_commas(yen); }
    std::string operator()(const Date& date) const { return words.full_day(date); }
    std::string operator()(const CivilMinute& minute) const { return words.minute(minute); }
    std::string operator()(const catalog::Names& names) const { return names.in(code_of(words.language())); }
  };
  return std::visit(Visitor{words}, value);
}

// One sentence, with the marks of data/text (bold, readings).
template <class Words>
[[nodiscard]] std::string say(const Said& said, const Words& words) {
  std::vector<std::pair<std::string_view, std::string>> arguments;
  for (const Argument& each : said.args) arguments.emplace_back(each.name, in_words(each.value, words));
  return words(said.text_key(), arguments);
}

}  // namespace desk::rules
