#include <algorithm>

#include "data/base/phone_number.h"
#include "data/rules/codes.h"
#include "kiosk/ctl/groups.h"
#include "kiosk/ctl/rules_calls.h"

namespace desk::ctl {
namespace {

Node key_node(const Key& key) {
  Node node;
  node.set("name", text_node(key.name));
  node.set("type", text_node(name_of(key.type)));
  node.set("unit", key.unit.empty() && key.type == Type::Yen ? text_node("yen") : key.unit.empty() ? Node{} : text_node(key.unit));
  node.set("required", flag_node(key.required));
  node.set("default", key.required || key.fallback.empty() ? Node{} : text_node(key.fallback));
  if (!key.choices.empty()) node.set("choices", texts_node(key.choices));
  if (key.type == Type::Whole || key.type == Type::Yen) {
    node.set("from", Node{Node::Value{key.low}});
    node.set("to", Node{Node::Value{key.high}});
  }
  node.set("null_is_unknown", flag_node(key.unknown_allowed));
  if (!key.about.empty()) node.set("about", text_node(key.about));
  return node;
}

Node codes_of(rules::CodeKind kind, const std::vector<catalog::Pack>& packs) {
  std::vector<std::string> codes;
  const auto add = [&](const std::string& code) {
    if (std::find(codes.begin(), codes.end(), code) == codes.end()) codes.push_back(code);
  };
  for (const rules::Code& code : rules::all_codes()) {
    if (code.kind == kind) add(std::string(code.code));
  }
  for (const catalog::Pack& pack : packs) {
    if (kind == rules::CodeKind::EligibilityReason) {
      for (const catalog::Exclusion& exclusion : pack.exclusions) add(exclusion.id);
    }
    for (const catalog::RepeatRule& rule : pack.repeats) {
      const bool duty = rule.kind == catalog::RepeatKind::Duties;
      if (kind == (duty ? rules::CodeKind::EligibilityWarning : rules::CodeKind::EligibilityReason)) add(rule.id);
    }
  }
  return texts_node(codes);
}

Node codes_node(const std::vector<catalog::Pack>& packs) {
  Node node;
  // Every kind there is, in the order of the list itself: none can be forgotten here.
  for (const rules::Code& code : rules::all_codes()) {
    const auto kind = code.kind;
    if (node.find(rules::name_of(kind)) != nullptr) continue;
    node.set(rules::name_of(kind), codes_of(kind, packs));
  }
  std::vector<std::string> phone;
  for (const PhoneProblem problem : {PhoneProblem::Empty, PhoneProblem::TooShort, PhoneProblem::TooLong, PhoneProblem::NotDigits,
                                     PhoneProblem::Landline, PhoneProblem::IpPhone, PhoneProblem::FreeDial, PhoneProblem::Pager,
                                     PhoneProblem::Foreign, PhoneProblem::BadPrefix}) {
    phone.emplace_back(code_of(problem));
  }
  node.set("phone_reason", texts_node(phone));
  return node;
}

Node packs_node(const std::vector<catalog::Pack>& packs) {
  Node list{Node::Value{Array{}}};
  for (const catalog::Pack& pack : packs) {
    Node node = pack_node(pack);
    std::vector<std::string> frames, documents, items, industries, steps, requirements;
    for (const catalog::Frame& frame : pack.frames) frames.push_back(frame.id);
    for (const catalog::DocumentKind& kind : pack.documents) documents.push_back(kind.id);
    for (const catalog::TaxItem& item : pack.tax_items) items.push_back(item.id);
    for (const catalog::Industry& industry : pack.industries) industries.push_back(industry.id);
    for (const catalog::Step& step : pack.steps) {
      if (std::find(steps.begin(), steps.end(), step.id) == steps.end()) steps.push_back(step.id);
    }
    for (const catalog::Requirement& requirement : pack.requirements) requirements.push_back(requirement.id);
    node.set("frames", texts_node(frames));
    node.set("industries", texts_node(industries));
    node.set("steps", texts_node(steps));
    node.set("requirements", texts_node(requirements));
    node.set("documents", texts_node(documents));
    node.set("tax_items", texts_node(items));
    list.push(std::move(node));
  }
  return list;
}

Result<Answer> run_schema(const Input&, Context& context) {
  const auto catalogue = context.catalogue();
  if (!catalogue) return fail(catalogue.error());
  Node calls;
  // Every call of the group, so that none can be forgotten here.
  Registry registry;
  add_rules_verbs(registry);
  for (const Verb& verb : registry) {
    Node node;
    Node& keys = node.set("keys", Node{Node::Value{Array{}}});
    for (const Key& key : context.keys_of(verb)) keys.push(key_node(key));
    node.set("answers", texts_node(verb.answers));
    calls.set(verb.group + " " + verb.name, std::move(node));
  }
  Node answer;
  answer.set("calls", std::move(calls));
  answer.set("codes", codes_node((*catalogue)->packs()));
  answer.set("packs", packs_node((*catalogue)->packs()));
  return Answer{std::move(answer)};
}

}  // namespace

Verb schema_verb() {
  Verb verb;
  verb.group = "rules";
  verb.name = "schema";
  verb.about = "every key with type, unit, default; every reason, warning and advice code";
  verb.answers = {"calls", "codes", "packs"};
  verb.run = run_schema;
  verb.print = [](const Node& answer) { return dump_json_pretty(answer) + "\n"; };
  return verb;
}

}  // namespace desk::ctl
