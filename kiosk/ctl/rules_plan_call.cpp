#include <algorithm>

#include "data/base/fields.h"
#include "data/rules/plan.h"
#include "kiosk/ctl/rules_calls.h"

namespace desk::ctl {
namespace {

std::vector<Key> plan_keys(Context&) {
  std::vector<Key> all = {
      year_key(),
      frame_key(),
      {.name = "today", .type = Type::Minute, .required = true, .about = "without a time: the beginning of the day"},
  };
  for (Key& key : readiness_keys()) all.push_back(std::move(key));
  const std::vector<Key> own = {
      {.name = "prep_days", .type = Type::Whole, .unit = "days", .fallback = "the pack's (3)", .high = 365},
      {.name = "documents", .type = Type::List, .fallback = "none", .about = "papers already held: [{kind, issued, expires}]"},
      {.name = "documents_ready", .type = Type::Date, .fallback = "today", .about = "when all papers are there"},
      {.name = "vendor_ready", .type = Type::Date, .fallback = "today", .about = "when the vendor is there to enter the application"},
      entity_key(/*required=*/false),
      {.name = "near_minimum_wage", .type = Type::Flag, .fallback = "false", .about = "the higher rate is claimed, which needs evidence",
       .unknown_allowed = true},
      {.name = "upper_band", .type = Type::Flag, .fallback = "false", .about = "the amount lies in the upper band, which may need more papers"},
  };
  all.insert(all.end(), own.begin(), own.end());
  return all;
}

Result<std::vector<rules::HeldDocument>> documents_of(const Node& list, const catalog::Pack& pack) {
  std::vector<rules::HeldDocument> documents;
  int index = 0;
  for (const Node& item : *list.array()) {
    Fields fields(item, "documents", StaffCode::BadInput, "[" + std::to_string(++index) + "]");
    rules::HeldDocument document;
    document.kind = fields.text("kind");
    document.issued = fields.optional_date("issued");
    document.expires = fields.optional_date("expires");
    if (auto done = fields.finish(); !done) return fail(bad_input("documents", done.error().reason));
    if (pack.document(document.kind) == nullptr) {
      return fail(bad_input("documents", "[" + std::to_string(index) + "].kind: \"" + document.kind + "\" is no document of this pack"));
    }
    documents.push_back(std::move(document));
  }
  return documents;
}

// A round's label is a number for scripts when it is one; extra rounds have a text ("7(追加)").
Node round_label(const std::string& id) {
  const bool number = !id.empty() && id.size() < 4 && std::all_of(id.begin(), id.end(), [](char c) { return c >= '0' && c <= '9'; });
  return number ? Node{std::stoi(id)} : text_node(id);
}

Node round_node(const rules::PlannedRound& round) {
  Node node;
  node.set("round", round_label(round.round));
  node.set("deadline", text_node(to_string(round.deadline.date)));
  node.set("slack_days", Node{round.slack_days});
  node.set("class", text_node(rules::code_of(round.slack_class)));
  node.set("closes", text_node(clock_text(round.deadline.minute_of_day)));
  node.set("opens", text_node(to_string(round.open)));
  node.set("feasible", flag_node(round.feasible));
  node.set("expired_documents", texts_node(round.expired_documents));
  node.set("decision", date_node(round.decision));
  node.set("report", date_node(round.report));
  node.set("verified", text_node(to_string(round.verified)));
  node.set("confidence", text_node(catalog::code_of(round.confidence)));
  return node;
}

Node todo_node(const rules::Todo& todo) {
  Node node;
  node.set("code", text_node(todo.code));
  for (const auto& [name, value] : todo.args) node.set(name, text_node(value));
  node.set("by", date_node(todo.by));
  node.set("last", date_node(todo.last));
  return node;
}

Node bar_node(const rules::Bar& bar) {
  Node node;
  node.set("code", text_node(bar.code));
  for (const auto& [name, value] : bar.args) node.set(name, text_node(value));
  node.set("from", text_node(to_string(bar.from)));
  node.set("to", text_node(to_string(bar.to)));
  return node;
}

template <class T, class Make>
Node list_node(const std::vector<T>& all, Make&& make) {
  Node list{Node::Value{Array{}}};
  for (const T& each : all) list.push(make(each));
  return list;
}

Result<Answer> run_plan(const Input& input, Context& context) {
  const auto chosen = pack_and_frame(input, context);
  if (!chosen) return fail(chosen.error());
  rules::PlanInput question;
  question.now = *input.minute("today");
  question.readiness = readiness_of(input);
  if (const auto days = input.whole("prep_days")) question.prep_days = static_cast<int>(*days);
  if (const auto entity = input.text("entity")) question.entity = catalog::entity_from(*entity);
  question.near_minimum_wage = input.flag("near_minimum_wage").value_or(false);
  question.upper_band = input.flag("upper_band").value_or(false);
  question.documents_ready = input.date("documents_ready");
  question.vendor_ready = input.date("vendor_ready");
  if (const Node* list = input.node("documents")) {
    auto documents = documents_of(*list, *chosen->pack);
    if (!documents) return fail(documents.error());
    question.documents = std::move(*documents);
  }

  const auto catalogue = context.catalogue();
  if (!catalogue) return fail(catalogue.error());
  const rules::Plan answer = rules::plan(*chosen->pack, *chosen->frame, (*catalogue)->offices(), question);
  Node node;
  node.set("ids_ready", text_node(to_string(answer.ids_ready)));
  node.set("rounds", list_node(answer.rounds, round_node));
  node.set("advice", codes_node(answer.advice));
  node.set("earliest_submit", text_node(to_string(answer.earliest_submit)));
  node.set("gbizid_ready", text_node(to_string(answer.gbizid_ready)));
  node.set("security_action_ready", text_node(to_string(answer.security_action_ready)));
  node.set("management_check_ready", date_node(answer.management_check_ready));
  node.set("target", answer.target ? round_label(*answer.target) : Node{});
  node.set("todo", list_node(answer.todo, todo_node));
  node.set("bars", list_node(answer.bars, bar_node));
  Node& undated = node.set("undated_rounds", Node{Node::Value{Array{}}});
  for (const rules::Reason& advice : answer.advice) {
    if (advice.code == "round_undated") undated.push(round_label(advice.args.front().second));
  }
  node.set("pack", pack_node(*chosen->pack));
  return Answer{std::move(node)};
}

}  // namespace

Verb plan_verb() {
  Verb verb = rules_verb("plan", "which deadline can still be made, and what to do by when");
  verb.keys = plan_keys;
  verb.answers = {"ids_ready",
                  "rounds[round deadline slack_days class closes opens feasible expired_documents decision report verified "
                  "confidence]",
                  "advice", "earliest_submit", "gbizid_ready", "security_action_ready", "management_check_ready", "target",
                  "todo[code document step from deadline until by last]", "bars[code document days from to]", "undated_rounds",
                  "pack[year verified]"};
  verb.run = run_plan;
  return verb;
}

}  // namespace desk::ctl
