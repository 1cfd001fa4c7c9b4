// rules ask KEY: the questions of the desk (data/rules/questions), answered in codes, figures and Japanese words. Without KEY: what can be asked.
#include <algorithm>

#include "data/base/fields.h"
#include "data/rules/questions/questions.h"
#include "data/rules/questions/saying.h"
#include "data/text/text_catalog.h"
#include "data/base/places.h"
#include "kiosk/ctl/rules_applicant.h"
#include "kiosk/ctl/rules_calls.h"

namespace desk::ctl {
namespace {

using rules::Question;
using rules::Said;

// Read at the first answer and kept: a batch asks a hundred thousand times.
Result<const text::TextCatalog*> texts() {
  static const auto loaded = text::TextCatalog::load(data_folder() + "/text");
  if (!loaded) return fail(loaded.error());
  return &*loaded;
}

// What is measured, of every pack: the tree of みなし大企業.
void add_measured_keys(Context& context, std::vector<Key>& keys) {
  const auto catalogue = context.catalogue();
  if (!catalogue) return;  // the call itself will say why
  for (const catalog::Pack& pack : (*catalogue)->packs()) {
    for (const catalog::Exclusion& exclusion : pack.exclusions) {
      if (exclusion.measure == catalog::Measure::Flag) continue;
      const bool there = std::any_of(keys.begin(), keys.end(), [&](const Key& key) { return key.name == exclusion.id; });
      if (there) continue;
      keys.push_back({.name = exclusion.id, .type = Type::Measured, .fallback = "not asked yet",
                      .about = "deemed_large: " + exclusion.question.en, .unknown_allowed = true});
    }
  }
}

std::vector<Key> ask_keys(Context& context) {
  constexpr std::int64_t kMostCount = 1'000'000;
  const auto yen = [](std::string name) { return Key{.name = std::move(name), .type = Type::Yen, .unit = "yen, tax excluded"}; };
  const auto count = [](std::string name) { return Key{.name = std::move(name), .type = Type::Whole, .high = kMostCount}; };
  Key frame = frame_key();
  frame.required = false;
  Key functions = count("functions");
  functions.unknown_allowed = true;
  std::vector<Key> all = {
      {.name = "key", .about = "the question; absent: all questions are listed"},
      year_key(/*required=*/false),
      frame,
      {.name = "today", .type = Type::Minute, .fallback = "now"},
      {.name = "round", .fallback = "the next that closes"},
      entity_key(/*required=*/false),
      yen("cost"),
      functions,
      count("processes"),
      {.name = "size", .type = Type::Choice, .fallback = "sme", .choices = {"micro", "sme", "large"}, .unknown_allowed = true},
      {.name = "near_minimum_wage", .type = Type::Flag, .fallback = "false", .unknown_allowed = true},
      yen("pc"),
      yen("register"),
      count("sme_accounts"),
      count("total_accounts"),
      count("members"),
      {.name = "industry", .about = "an industry of the pack"},
      {.name = "employees", .type = Type::Whole, .unit = "people", .high = kMostCount},
      {.name = "leisure", .type = Type::Flag, .fallback = "false", .about = "lodging or amusement inside a service industry",
       .unknown_allowed = true},
      {.name = "awards", .type = Type::List, .about = "earlier awards: [{year, frame, decided}]", .unknown_allowed = true},
      {.name = "applied_this_year", .type = Type::Flag, .fallback = "false", .unknown_allowed = true},
      {.name = "document", .fallback = "the dated paper of the entity", .about = "document kind of the pack"},
      {.name = "issued", .type = Type::Date},
      {.name = "expires", .type = Type::Date},
      {.name = "tax_year", .type = Type::Whole, .about = "2025 is Reiwa 7", .low = 2019, .high = 2100},
      {.name = "decided", .type = Type::Date, .about = "the applicant's own decision"},
      {.name = "sent", .type = Type::Minute, .about = "when the official code was sent"},
      {.name = "invited", .type = Type::Minute, .about = "when the invitation mail came"},
      {.name = "bytes", .type = Type::Whole, .unit = "bytes"},
      {.name = "number", .type = Type::Text, .about = "a phone number"},
      {.name = "application_number", .type = Type::Text},
      {.name = "prep_days", .type = Type::Whole, .unit = "days", .fallback = "the pack's", .high = 365},
  };
  add_measured_keys(context, all);
  return all;
}

rules::EstimateInput purchase_of(const Input& input) {
  rules::EstimateInput buy;
  buy.cost = Yen{input.whole("cost").value_or(0)};
  buy.processes = count_of(input, "processes").value_or(1);
  buy.functions = input.has("functions") ? count_of(input, "functions") : 1;
  buy.size = input.has("size") ? catalog::size_from(input.text("size").value_or("")) : catalog::Size::Sme;
  buy.near_minimum_wage = input.flag_or_unknown("near_minimum_wage", false);
  buy.pc = Yen{input.whole("pc").value_or(0)};
  buy.register_ = Yen{input.whole("register").value_or(0)};
  buy.sme_accounts = count_of(input, "sme_accounts");
  buy.total_accounts = count_of(input, "total_accounts");
  buy.members = count_of(input, "members");
  return buy;
}

Result<rules::EligibilityInput> applicant_of(const Input& input, const catalog::Pack& pack) {
  rules::EligibilityInput who;
  who.industry = input.text("industry");
  who.employees = count_of(input, "employees");
  who.leisure = input.flag_or_unknown("leisure", false);
  who.applied_this_year = input.flag_or_unknown("applied_this_year", false);
  if (input.unknown("awards")) {
    who.awards.reset();
  } else if (const Node* list = input.node("awards")) {
    auto awards = awards_of(*list);
    if (!awards) return fail(awards.error());
    who.awards = std::move(*awards);
  }
  for (const catalog::Exclusion& exclusion : pack.exclusions) {
    const Node* value = input.node(exclusion.id);
    if (value == nullptr || exclusion.measure == catalog::Measure::Flag) continue;
    auto answer = exclusion_answer(exclusion, *value);
    if (!answer) return fail(answer.error());
    who.exclusions[exclusion.id] = *answer;
  }
  return who;
}

Result<rules::Inputs> inputs_of(const Input& input, const catalog::Pack& pack) {
  rules::Inputs inputs;
  inputs.round = input.text("round");
  if (const auto entity = input.text("entity")) inputs.entity = catalog::entity_from(*entity);
  if (input.has("cost")) inputs.buy = purchase_of(input);
  auto who = applicant_of(input, pack);
  if (!who) return fail(who.error());
  inputs.who = std::move(*who);
  if (inputs.entity) inputs.who.entity = *inputs.entity;
  inputs.document = input.text("document");
  inputs.issued = input.date("issued");
  inputs.expires = input.date("expires");
  inputs.tax_year = count_of(input, "tax_year");
  inputs.decided = input.date("decided");
  inputs.sent = input.minute("sent");
  inputs.invited = input.minute("invited");
  inputs.bytes = input.whole("bytes");
  inputs.number = input.text("number");
  inputs.application_number = input.text("application_number");
  inputs.prep_days = count_of(input, "prep_days");
  return inputs;
}

Node value_node(const rules::Value& value) {
  struct Visitor {
    Node operator()(const std::string& text) const { return text_node(text); }
    Node operator()(std::int64_t count) const { return Node{Node::Value{count}}; }
    Node operator()(Yen yen) const { return yen_node(yen); }
    Node operator()(const Date& date) const { return text_node(to_string(date)); }
    Node operator()(const CivilMinute& minute) const { return text_node(to_string(minute)); }
    Node operator()(const catalog::Names& names) const { return text_node(names.ja); }
  };
  return std::visit(Visitor{}, value);
}

// A line says only what it has; the answer itself says everything.
Node said_node(const Said& said, const text::Words& words, bool whole) {
  Node node;
  node.set("code", text_node(said.code));
  Node args{Node::Value{Table{}}};
  for (const rules::Argument& each : said.args) args.set(each.name, value_node(each.value));
  node.set("args", std::move(args));
  if (whole || said.date) node.set("date", date_node(said.date));
  if (whole || said.until) node.set("until", date_node(said.until));
  if (whole || said.minute) node.set("minute", said.minute ? text_node(to_string(*said.minute)) : Node{});
  if (whole || said.amount) node.set("amount", said.amount ? yen_node(*said.amount) : Node{});
  node.set("text", text_node(text::plain(rules::say(said, words))));
  if (!said.source.text.empty()) {
    node.set("source", text_node(said.source.text));
    node.set("confidence", text_node(catalog::code_of(said.source.confidence)));
  }
  if (whole) {
    Node& lines = node.set("lines", Node{Node::Value{Array{}}});
    for (const Said& line : said.lines) lines.push(said_node(line, words, /*whole=*/false));
  }
  return node;
}

Node views_node(const std::vector<std::string_view>& views) {
  Node list{Node::Value{Array{}}};
  for (const std::string_view view : views) list.push(text_node(view));
  return list;
}

Answer list_of_questions(const text::Words& words) {
  Node node;
  Node& questions = node.set("questions", Node{Node::Value{Array{}}});
  for (const Question& question : rules::all_questions()) {
    Node each;
    each.set("key", text_node(question.key));
    each.set("text", text_node(text::plain(words("ask." + std::string(question.key) + ".question"))));
    each.set("needs", views_node(question.needs));
    each.set("uses", views_node(question.uses));
    questions.push(std::move(each));
  }
  return {std::move(node)};
}

Result<const catalog::Pack*> pack_asked(const Input& input, const CivilMinute& now, Context& context) {
  if (input.has("year")) return pack_of_year(input, context);
  const auto catalogue = context.catalogue();
  if (!catalogue) return fail(catalogue.error());
  return &(*catalogue)->pack_for(now.date);
}

Result<Answer> run_ask(const Input& input, Context& context) {
  const auto loaded = texts();
  if (!loaded) return fail(loaded.error());
  const text::Words words(**loaded, text::Language::Japanese);
  const auto key = input.text("key");
  if (!key) return list_of_questions(words);
  const Question* question = rules::find_question(*key);
  if (question == nullptr) return fail(bad_input("key", "\"" + *key + "\" is no question; without a key all are listed"));
  for (const std::string_view need : question->needs) {
    if (!input.has(need)) return fail(bad_input(std::string(need), "missing: the question " + *key + " needs it"));
  }

  const CivilMinute now = input.minute("today").value_or(to_jst(context.clock().wall()));
  const auto pack = pack_asked(input, now, context);
  if (!pack) return fail(pack.error());
  const catalog::Frame* frame = &(*pack)->frames.front();
  if (input.has("frame")) {
    frame = (*pack)->frame(*input.text("frame"));
    if (frame == nullptr) return fail(bad_input("frame", "\"" + *input.text("frame") + "\" is no frame of " + std::to_string((*pack)->year)));
  }
  const auto inputs = inputs_of(input, **pack);
  if (!inputs) return fail(inputs.error());
  const auto catalogue = context.catalogue();
  if (!catalogue) return fail(catalogue.error());
  const auto said = rules::ask(*key, {**pack, *frame, (*catalogue)->offices(), now}, *inputs);
  if (!said) return fail(said.error());

  Node node;
  node.set("key", text_node(*key));
  const Node answer = said_node(*said, words, /*whole=*/true);
  for (const Member& member : *answer.table()) node.set(member.first, member.second);
  node.set("pack", pack_node(**pack));
  return Answer{std::move(node)};
}

std::string print(const Node& answer) {
  std::string out;
  const auto text_of = [](const Node& node, std::string_view key) {
    const Node* found = node.find(key);
    return found == nullptr || found->string() == nullptr ? std::string() : *found->string();
  };
  if (const Node* questions = answer.find("questions")) {
    for (const Node& each : *questions->array()) out += text_of(each, "key") + "\t" + text_of(each, "text") + "\n";
    return out;
  }
  out = text_of(answer, "text") + "\n";
  for (const Node& line : *answer.find("lines")->array()) out += "  " + text_of(line, "text") + "\n";
  return out + "(" + text_of(answer, "source") + ", " + text_of(answer, "confidence") + ")\n";
}

}  // namespace

Verb ask_verb() {
  Verb verb = rules_verb("ask", "a question of the desk, answered in words; without a key: all questions");
  verb.keys = ask_keys;
  verb.answers = {"key", "code", "args", "date", "until", "minute", "amount", "text", "source", "confidence",
                  "lines[code args text source confidence date until minute amount]", "pack[year verified]"};
  verb.positional = "key";
  verb.run = run_ask;
  verb.print = print;
  return verb;
}

}  // namespace desk::ctl
