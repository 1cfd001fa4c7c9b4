// Where each step stands, whether everything is ready, and how long the vendor's invitation still lives.
#include "data/rules/invitation.h"
#include "kiosk/ctl/rules_calls.h"

namespace desk::ctl {
namespace {

std::vector<Key> own_readiness_keys(Context&) {
  std::vector<Key> all = {year_key(), frame_key()};
  for (Key& key : readiness_keys()) all.push_back(std::move(key));
  const std::vector<Key> own = {
      {.name = "now", .type = Type::Minute, .fallback = "the clock's minute", .about = "judges the invitation"},
      {.name = "round", .type = Type::Digits, .fallback = "the last round known", .about = "the round aimed at: the invitation is cut at its deadline"},
      {.name = "documents_valid", .type = Type::Flag, .fallback = "false", .about = "all papers are there and valid"},
      {.name = "phone_verified", .type = Type::Flag, .fallback = "false", .about = "the mobile number was proved"},
  };
  all.insert(all.end(), own.begin(), own.end());
  return all;
}

Node step_node(const rules::StepStatus& status, const catalog::Step* step) {
  Node node;
  node.set("step", text_node(status.step));
  node.set("state", text_node(rules::code_of(status.state)));
  node.set("required", flag_node(step != nullptr && step->required));
  node.set("action", status.action.empty() ? Node{} : text_node(status.action));
  node.set("reason", status.reason.empty() ? Node{} : text_node(status.reason));
  return node;
}

Node invitation_node(const rules::Invitation& mail) {
  Node node;
  node.set("expires_at", text_node(to_string(mail.expires)));
  node.set("cut_by_deadline", flag_node(mail.cut_by_deadline));
  node.set("expired", flag_node(mail.expired));
  node.set("hours_left", Node{mail.hours_left});
  return node;
}

Result<Answer> run_readiness(const Input& input, Context& context) {
  const auto chosen = pack_and_frame(input, context);
  if (!chosen) return fail(chosen.error());
  const auto& [pack, frame] = *chosen;
  const CivilMinute now = input.minute("now").value_or(to_jst(context.clock().wall()));
  rules::ReadinessInput question = readiness_of(input);
  question.now = now;
  const auto steps = rules::readiness(*pack, *frame, question);
  const rules::Ready ready =
      rules::ready(steps, input.flag("documents_valid").value_or(false), input.flag("phone_verified").value_or(false));
  Node node;
  node.set("ready", flag_node(ready.ready));
  node.set("open", texts_node(ready.open));
  Node& list = node.set("steps", Node{Node::Value{Array{}}});
  for (const rules::StepStatus& status : steps) list.push(step_node(status, pack->step(status.kind, frame->id)));
  node.set("invitation", question.invited_at
                             ? invitation_node(rules::invitation(*pack, *frame, *question.invited_at, now, input.text("round")))
                             : Node{});
  node.set("pack", pack_node(*pack));
  return Answer{std::move(node)};
}

}  // namespace

std::vector<Key> readiness_keys() {
  const auto flag = [](std::string name, std::string fallback, std::string about) {
    return Key{.name = std::move(name), .type = Type::Flag, .fallback = std::move(fallback), .about = std::move(about), .unknown_allowed = true};
  };
  return {
      {.name = "gbizid", .type = Type::Choice, .fallback = "none", .choices = {"prime", "entry", "none"}, .unknown_allowed = true},
      flag("gbizid_login", "true", "the account lets its owner in by app or e-mail code"),
      flag("mynumber", "false", "a My Number card with its signing password"),
      {.name = "security_action", .type = Type::Digits, .fallback = "none", .about = "\"none\" or the ID", .unknown_allowed = true},
      flag("management_check", "false", "the Miradigi management check is done"),
      flag("management_linked", "true", "it was done with the gBizID linked"),
      flag("navi", "false", "the IT Strategy Navi PDF is there (bonus)"),
      flag("growth_matching", "false", "registered with the growth matching service (bonus)"),
      flag("vendor", "false", "a registered vendor is chosen"),
      {.name = "invited_at", .type = Type::Minute, .fallback = "not invited yet", .about = "when the vendor's invitation mail came"},
      flag("contracted", "false", "something was already ordered or paid"),
  };
}

rules::ReadinessInput readiness_of(const Input& input) {
  rules::ReadinessInput question;
  if (!input.has("gbizid")) question.gbizid = rules::Gbizid::None;
  if (const auto account = input.text("gbizid")) question.gbizid = rules::gbizid_from(*account);
  question.gbizid_login = input.flag_or_unknown("gbizid_login", true);
  question.mynumber = input.flag_or_unknown("mynumber", false);
  question.security_action = input.has("security_action") ? input.text("security_action") : std::optional<std::string>("none");
  question.management_check = input.flag_or_unknown("management_check", false);
  question.management_linked = input.flag_or_unknown("management_linked", true);
  question.navi = input.flag_or_unknown("navi", false);
  question.growth_matching = input.flag_or_unknown("growth_matching", false);
  question.vendor = input.flag_or_unknown("vendor", false);
  question.invited_at = input.minute("invited_at");
  question.contracted = input.flag_or_unknown("contracted", false);
  return question;
}

Verb readiness_verb() {
  Verb verb = rules_verb("readiness", "where each step stands, whether everything is ready, and until when the invitation can be used");
  verb.keys = own_readiness_keys;
  verb.answers = {"ready", "open", "steps[step state required action reason]", "invitation[expires_at cut_by_deadline expired hours_left]",
                  "pack[year verified]"};
  verb.run = run_readiness;
  return verb;
}

}  // namespace desk::ctl
