// What may be applied for beside each other, and what is asked of an applicant in a frame.
#include "data/rules/combination.h"
#include "data/rules/eligibility.h"
#include "kiosk/ctl/rules_calls.h"

namespace desk::ctl {
namespace {

Result<Answer> judge_combination(const Input& input, Context& context) {
  const auto pack = pack_of_year(input, context);
  if (!pack) return fail(pack.error());
  const auto frames = frames_of(input, "frames", **pack);
  if (!frames) return fail(frames.error());
  const rules::Combination answer = rules::combination(**pack, *frames);
  Node node;
  node.set("ok", flag_node(answer.ok));
  node.set("reasons", codes_node(answer.reasons));
  node.set("warnings", codes_node(answer.warnings));
  node.set("clause", text_node(answer.clause));
  node.set("pack", pack_node(**pack));
  return Answer{std::move(node)};
}

std::string_view kind_of(catalog::RequirementKind kind) {
  switch (kind) {
    case catalog::RequirementKind::Ask: return "ask";
    case catalog::RequirementKind::Consent: return "consent";
    case catalog::RequirementKind::Oath: return "oath";
    case catalog::RequirementKind::Verify: return "verify";
    case catalog::RequirementKind::Compute: return "compute";
  }
  return "";
}

Result<Answer> list_requirements(const Input& input, Context& context) {
  const auto chosen = pack_and_frame(input, context);
  if (!chosen) return fail(chosen.error());
  Node node;
  Node& list = node.set("requirements", Node{Node::Value{Array{}}});
  for (const catalog::Requirement* each : rules::requirements_of(*chosen->pack, *chosen->frame)) {
    Node item;
    item.set("id", text_node(each->id));
    item.set("clause", text_node(each->clause));
    item.set("kind", text_node(kind_of(each->kind)));
    item.set("text", text_node(each->text.ja));
    list.push(std::move(item));
  }
  node.set("pack", pack_node(*chosen->pack));
  return Answer{std::move(node)};
}

}  // namespace

Verb combination_verb() {
  Verb verb = rules_verb("combination", "whether these frames may be applied for beside each other in one year");
  verb.keys = [](Context&) {
    return std::vector<Key>{
        year_key(),
        {.name = "frames", .type = Type::List, .required = true, .about = "ids of frames, one an application; the same twice is two applications"}};
  };
  verb.answers = {"ok", "reasons", "warnings", "clause", "pack[year verified]"};
  verb.run = judge_combination;
  return verb;
}

Verb requirements_verb() {
  Verb verb = rules_verb("requirements", "what the guidelines of a frame ask of an applicant");
  verb.keys = [](Context&) { return std::vector<Key>{year_key(), frame_key()}; };
  verb.answers = {"requirements[id clause kind text]", "pack[year verified]"};
  verb.run = list_requirements;
  return verb;
}

}  // namespace desk::ctl
