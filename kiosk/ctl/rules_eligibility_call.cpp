#include <algorithm>

#include "data/base/fields.h"
#include "data/rules/eligibility.h"
#include "kiosk/ctl/rules_applicant.h"
#include "kiosk/ctl/rules_calls.h"

namespace desk::ctl {
namespace {

using catalog::Measure;
using rules::ExclusionAnswer;

const std::vector<std::string> kIndustries = {"manufacturing", "wholesale", "service", "retail", "rubber", "software", "hotel", "other",
                                              "medical", "school", "chamber", "union", "special_union", "foundation", "npo"};
const std::vector<std::string> kTrades(kIndustries.begin(), kIndustries.begin() + 8);

std::string threshold_of(const catalog::Exclusion& exclusion) {
  const std::string op = exclusion.op == catalog::Operator::AtLeast ? ">= " : "> ";
  switch (exclusion.measure) {
    case Measure::Flag: return "";
    case Measure::Fraction: return op + to_string(exclusion.fraction);
    case Measure::Amount: return op + std::to_string(exclusion.amount.amount) + " yen";
  }
  return "";
}

// Every exclusion that some pack asks about is a key. Absent: not excluded; null: わからない.
void add_exclusion_keys(Context& context, std::vector<Key>& keys) {
  const auto catalogue = context.catalogue();
  if (!catalogue) return;  // the call itself will say why
  for (const catalog::Pack& pack : (*catalogue)->packs()) {
    for (const catalog::Exclusion& exclusion : pack.exclusions) {
      const bool there = std::any_of(keys.begin(), keys.end(), [&](const Key& key) { return key.name == exclusion.id; });
      if (there) continue;
      const std::string threshold = threshold_of(exclusion);
      Key key{.name = exclusion.id, .type = exclusion.measure == Measure::Flag ? Type::Flag : Type::Measured, .fallback = "not excluded",
              .about = exclusion.clause + " " + exclusion.question.en + (threshold.empty() ? "" : " (excluded when " + threshold + ")"),
              .unknown_allowed = true};
      if (exclusion.measure == Measure::Fraction) key.unit = "fraction of 1, e.g. \"1/2\"";
      if (exclusion.measure == Measure::Amount) key.unit = "yen";
      keys.push_back(std::move(key));
    }
  }
}

std::vector<Key> eligibility_keys(Context& context) {
  std::vector<Key> all = {
      year_key(),
      frame_key(),
      entity_key(/*required=*/true),
      {.name = "industry", .type = Type::Choice, .required = true, .choices = kIndustries, .unknown_allowed = true},
      {.name = "main_trade", .type = Type::Choice, .choices = kTrades, .about = "for union, special_union, foundation, npo",
       .unknown_allowed = true},
      {.name = "capital", .type = Type::Yen, .unit = "yen", .fallback = "not known", .unknown_allowed = true},
      {.name = "employees", .type = Type::Whole, .unit = "people", .fallback = "not known",
       .about = "regularly employed; officers and the owner are not counted", .high = 1'000'000, .unknown_allowed = true},
      {.name = "leisure", .type = Type::Flag, .fallback = "false", .about = "lodging or amusement inside a service industry",
       .unknown_allowed = true},
      {.name = "awards", .type = Type::List, .fallback = "none", .about = "earlier awards: [{year, frame, decided}]; what is not known is left out",
       .unknown_allowed = true},
      {.name = "other_frames", .type = Type::List, .fallback = "none", .about = "ids of frames applied for or held this year beside this one",
       .unknown_allowed = true},
      {.name = "applied_this_year", .type = Type::Flag, .fallback = "false", .unknown_allowed = true},
      {.name = "on", .type = Type::Date, .fallback = "the last round known", .about = "the day on which the answer is to hold"},
  };
  add_exclusion_keys(context, all);
  return all;
}

Node reasons_node(const std::vector<rules::EligibilityReason>& reasons) {
  Node list{Node::Value{Array{}}};
  for (const rules::EligibilityReason& reason : reasons) {
    Node node;
    node.set("code", text_node(reason.code));
    node.set("clause", text_node(reason.clause));
    node.set("change", reason.change.code.empty() ? Node{} : text_node(reason.change.code));
    node.set("change_args", args_node(reason.change.args));
    list.push(std::move(node));
  }
  return list;
}

Result<rules::EligibilityInput> question_of(const Input& input, const PackAndFrame& chosen) {
  rules::EligibilityInput question;
  question.entity = *catalog::entity_from(*input.text("entity"));
  question.industry = input.text("industry");
  question.main_trade = input.text("main_trade");
  question.leisure = input.flag_or_unknown("leisure", false);
  if (const auto capital = input.whole("capital")) question.capital = Yen{*capital};
  if (const auto employees = input.whole("employees")) question.employees = static_cast<int>(*employees);
  question.applied_this_year = input.flag_or_unknown("applied_this_year", false);
  if (input.unknown("awards")) {
    question.awards.reset();
  } else if (const Node* list = input.node("awards")) {
    auto awards = awards_of(*list);
    if (!awards) return fail(awards.error());
    question.awards = std::move(*awards);
  }
  if (input.unknown("other_frames")) {
    question.other_frames.reset();
  } else {
    auto frames = frames_of(input, "other_frames", *chosen.pack);
    if (!frames) return fail(frames.error());
    question.other_frames = std::move(*frames);
  }
  const auto& rounds = chosen.frame->rounds;
  question.on = input.date("on").value_or(rounds.empty() ? chosen.pack->verified : rounds.back().deadline.date);
  for (const catalog::Exclusion& exclusion : chosen.pack->exclusions) {
    const Node* value = input.node(exclusion.id);
    if (value == nullptr) continue;
    auto answer = exclusion_answer(exclusion, *value);
    if (!answer) return fail(answer.error());
    question.exclusions[exclusion.id] = std::move(*answer);
  }
  return question;
}

Result<Answer> run_eligibility(const Input& input, Context& context) {
  const auto chosen = pack_and_frame(input, context);
  if (!chosen) return fail(chosen.error());
  const auto question = question_of(input, *chosen);
  if (!question) return fail(question.error());
  const rules::Eligibility answer = rules::eligibility(*chosen->pack, *chosen->frame, *question);
  Node node;
  node.set("verdict", text_node(rules::code_of(answer.verdict)));
  node.set("size", text_node(catalog::code_of(answer.size)));
  node.set("reasons", reasons_node(answer.reasons));
  node.set("warnings", reasons_node(answer.warnings));
  node.set("size_known", flag_node(answer.size_known));
  node.set("pack", pack_node(*chosen->pack));
  return Answer{std::move(node)};
}

}  // namespace

Verb eligibility_verb() {
  Verb verb = rules_verb("eligibility", "eligible, not_eligible or check, with reasons and clauses");
  verb.keys = eligibility_keys;
  verb.answers = {"verdict", "size", "reasons[code clause change change_args]", "warnings[code clause change change_args]", "size_known", "pack[year verified]"};
  verb.run = run_eligibility;
  return verb;
}

}  // namespace desk::ctl
