#include <algorithm>

#include "data/rules/estimate.h"
#include "kiosk/ctl/rules_calls.h"

namespace desk::ctl {
namespace {

using catalog::Size;

Yen yen_of(const Input& input, std::string_view key) { return Yen{input.whole(key).value_or(0)}; }

std::vector<Key> estimate_keys(Context&) {
  constexpr std::int64_t kMostCount = 1'000'000;
  const auto yen = [](std::string name, std::string about) {
    return Key{.name = std::move(name), .type = Type::Yen, .unit = "yen, tax excluded", .fallback = "0", .about = std::move(about)};
  };
  const auto count = [](std::string name, std::string fallback, std::string about) {
    return Key{.name = std::move(name), .type = Type::Whole, .fallback = std::move(fallback), .about = std::move(about),
               .high = kMostCount};
  };
  Key functions = count("functions", "1", "qualifying functions of the tool");
  functions.unknown_allowed = true;
  Key base = yen("base_subsidy", "group: subsidy of the shared tools, when known");
  base.fallback = "computed from cost";
  return {
      year_key(),
      frame_key(),
      yen("cost", "of the tool"),
      count("processes", "1", "business processes that the tool serves"),
      count("generic_processes", "0", "how many of them are generic: these cannot stand alone"),
      functions,
      {.name = "size", .type = Type::Choice, .fallback = "sme", .choices = {"micro", "sme", "large"}, .unknown_allowed = true},
      {.name = "near_minimum_wage", .type = Type::Flag, .fallback = "false",
       .about = "without effect where the frame has no rate for it", .unknown_allowed = true},
      yen("pc", "computers and tablets"),
      yen("register", "registers and ticket machines"),
      count("sme_accounts", "", "accounts given to small-business partners; required where accounts share the cost"),
      count("total_accounts", "", "all accounts in the contract, unused ones too; required likewise"),
      count("members", "", "group: number of members; required there"),
      base,
      yen("analysis_cost", "group: demand analysis"),
      yen("admin_cost", "group: administration and experts"),
      {.name = "on", .type = Type::Date, .fallback = "the last round known", .about = "which wording of a changing rule counts"},
  };
}

Node line_node(const rules::EstimateLine& line) {
  Node node;
  node.set("what", text_node(line.what));
  node.set("cost", yen_node(line.cost));
  node.set("rate", text_node(to_string(line.rate)));
  node.set("subsidy", yen_node(line.subsidy));
  node.set("cap", yen_node(line.cap));
  return node;
}

// The arithmetic as a person reads it, in Japanese.
std::string in_words(const rules::Reason& explanation, const text::TextCatalog& words) {
  text::Arguments arguments;
  arguments.reserve(explanation.args.size());
  for (const auto& [name, value] : explanation.args) {
    const bool long_number = value.size() > 3 && std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
    arguments.emplace_back(name, long_number ? with_commas(Yen{std::stoll(value)}) : value);
  }
  return words.get(Language::Japanese, "line." + explanation.code, arguments);
}

Node next_node(const rules::NextStep& next) {
  Node node;
  node.set("code", text_node(next.code));
  node.set("gain", yen_node(next.gain));
  node.set("amount", Node{Node::Value{next.amount}});
  return node;
}

Result<Answer> run_estimate(const Input& input, Context& context) {
  const auto chosen = pack_and_frame(input, context);
  if (!chosen) return fail(chosen.error());
  rules::EstimateInput question;
  question.cost = yen_of(input, "cost");
  question.processes = count_of(input, "processes").value_or(1);
  question.functions = input.has("functions") ? count_of(input, "functions") : 1;
  question.size = input.has("size") ? catalog::size_from(input.text("size").value_or("")) : Size::Sme;
  question.near_minimum_wage = input.flag_or_unknown("near_minimum_wage", false);
  question.pc = yen_of(input, "pc");
  question.register_ = yen_of(input, "register");
  question.sme_accounts = count_of(input, "sme_accounts");
  question.total_accounts = count_of(input, "total_accounts");
  question.members = count_of(input, "members");
  if (const auto base = input.whole("base_subsidy")) question.base_subsidy = Yen{*base};
  question.analysis_cost = yen_of(input, "analysis_cost");
  question.admin_cost = yen_of(input, "admin_cost");

  question.generic_processes = count_of(input, "generic_processes").value_or(0);
  const auto words = context.words();
  if (!words) return fail(words.error());
  const auto answer = rules::estimate(*chosen->frame, question);
  if (!answer) return fail(answer.error());
  Node node;
  node.set("subsidy", yen_node(answer->subsidy));
  node.set("payable", flag_node(answer->payable));
  Node& lines = node.set("lines", Node{Node::Value{Array{}}});
  for (const rules::EstimateLine& line : answer->lines) lines.push(line_node(line));
  node.set("reasons", codes_node(answer->reasons));
  node.set("warnings", codes_node(answer->warnings));
  node.set("own_share", yen_node(answer->own_share));
  Node& next = node.set("next", Node{Node::Value{Array{}}});
  for (const rules::NextStep& each : answer->next) next.push(next_node(each));
  node.set("band", answer->band.empty() ? Node{} : text_node(answer->band));
  const auto* wording = rules::near_minimum_wage_wording(*chosen->frame, input.date("on"));
  node.set("near_minimum_wage_rule", wording == nullptr ? Node{} : text_node(wording->id));
  node.set("near_minimum_wage_text", wording == nullptr ? Node{} : text_node(wording->text.ja));
  node.set("cloud_years", Node{chosen->frame->tool.cloud_years});
  node.set("subsidy_other_reading", answer->other_reading ? yen_node(*answer->other_reading) : Node{});
  if (*words != nullptr) {
    Node& arithmetic = node.set("arithmetic", Node{Node::Value{Array{}}});
    for (const rules::EstimateLine& line : answer->lines) arithmetic.push(Node{in_words(line.explanation, **words)});
  }
  node.set("pack", pack_node(*chosen->pack));
  return Answer{std::move(node)};
}

}  // namespace

Verb estimate_verb() {
  Verb verb = rules_verb("estimate", "the most that a frame could pay, line by line");
  verb.keys = estimate_keys;
  verb.answers = {"subsidy", "payable", "lines[what cost rate subsidy cap]", "reasons", "warnings", "own_share",
                  "next[code gain amount]", "band", "near_minimum_wage_rule", "near_minimum_wage_text", "cloud_years",
                  "subsidy_other_reading", "arithmetic", "pack[year verified]"};
  verb.run = run_estimate;
  return verb;
}

}  // namespace desk::ctl
