// The calls about one number or one date, as somebody typed it.
#include "data/base/phone_number.h"
#include "data/rules/identity.h"
#include "data/rules/japanese_date.h"
#include "kiosk/ctl/rules_calls.h"

namespace desk::ctl {
namespace {


Result<Answer> run_corporate_number(const Input& input, Context&) {
  const rules::CorporateNumber answer = rules::corporate_number(*input.text("number"));
  Node node;
  node.set("ok", flag_node(answer.ok));
  node.set("number", text_or_null(answer.number));
  node.set("derived", flag_node(answer.derived));
  node.set("reason", text_or_null(answer.reason));
  return Answer{std::move(node)};
}

Result<Answer> run_phone(const Input& input, Context&) {
  const PhoneNumber::Parsed parsed = PhoneNumber::parse(*input.text("number"));
  Node node;
  node.set("ok", flag_node(parsed.ok));
  // The operator's own words come back in full here; logs and slips never print more than the mask.
  node.set("e164", parsed.ok ? text_node(parsed.number.e164().reveal()) : Node{});
  node.set("reason", parsed.ok ? Node{} : text_node(code_of(parsed.problem)));
  return Answer{std::move(node)};
}

Result<Answer> run_japanese_date(const Input& input, Context&) {
  const rules::DateReading answer = rules::read_date(*input.text("text"));
  Node node;
  node.set("ok", flag_node(answer.ok));
  node.set("date", date_node(answer.date));
  node.set("year", answer.year ? Node{*answer.year} : Node{});
  node.set("japanese", text_or_null(answer.date ? rules::japanese_date(*answer.date) : answer.year ? rules::japanese_year(*answer.year) : ""));
  node.set("reason", text_or_null(answer.reason));
  return Answer{std::move(node)};
}

Verb one_word(std::string name, std::string about, Key key, std::vector<std::string> answers) {
  Verb verb = rules_verb(std::move(name), std::move(about));
  verb.positional = key.name;
  verb.keys = [key = std::move(key)](Context&) { return std::vector<Key>{key}; };
  verb.answers = std::move(answers);
  return verb;
}

}  // namespace

Verb corporate_number_verb() {
  Verb verb = one_word("corporate-number", "checks 13 digits, or derives them from the 12 of a registry certificate",
                       {.name = "number", .type = Type::Digits, .required = true, .about = "12 or 13 digits"},
                       {"ok", "number", "derived", "reason"});
  verb.run = run_corporate_number;
  return verb;
}

Verb phone_verb() {
  Verb verb = one_word("phone", "whether a number can receive our SMS", {.name = "number", .type = Type::Text, .required = true},
                       {"ok", "e164", "reason"});
  verb.run = run_phone;
  return verb;
}

Verb japanese_date_verb() {
  Verb verb = one_word("japanese-date", "reads a Japanese date or tax year, and writes it the Japanese way",
                       {.name = "text", .type = Type::Text, .required = true, .about = "as papers print it, e.g. R5.3.10, 2023-03-10, or a tax year"},
                       {"ok", "date", "year", "japanese", "reason"});
  verb.run = run_japanese_date;
  return verb;
}

}  // namespace desk::ctl
