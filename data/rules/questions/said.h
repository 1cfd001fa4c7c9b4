// Said: an answer of the desk as values: a code with what its text needs, the one date or amount that answers, and further sentences.
// Texts are keys of data/text: "ask.TOPIC.CODE". saying.h turns an answer into words.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "data/base/calendar.h"
#include "data/base/yen.h"
#include "data/catalog/names.h"

namespace desk::rules {

// Unformatted: the language decides how a day, an amount or a name of the catalogue is written.
using Value = std::variant<std::string, std::int64_t, Yen, Date, CivilMinute, catalog::Names>;

struct Argument {
  std::string name;  // the placeholder
  Value value;
};

struct Said {
  std::string topic;  // the question's key; "reason": a sentence of the rules, text "reason.CODE"; "any": a sentence that several questions share
  std::string code;
  std::vector<Argument> args = {};
  catalog::Source source = {};
  std::optional<Date> date = {};           // what was asked for, or where a range begins
  std::optional<Date> until = {};          // where a range ends
  std::optional<CivilMinute> minute = {};  // to the minute, where that matters
  std::optional<Yen> amount = {};
  std::vector<Said> lines = {};            // why, what else, what to do: in the order of reading

  [[nodiscard]] std::string text_key() const { return (topic == "reason" ? "" : "ask.") + topic + "." + code; }
  void add(Said line) { lines.push_back(std::move(line)); }
};

}  // namespace desk::rules
