#include "data/rules/readiness.h"

#include "data/rules/identity.h"
#include "data/rules/invitation.h"

namespace desk::rules {
namespace {

using catalog::IdVerdict;
using catalog::Step;
using catalog::StepKind;

struct Judged {
  StepState state;
  std::string action, reason;
};

Judged gbizid(const ReadinessInput& input) {
  if (input.gbizid == Gbizid::Prime) {
    // The account is there and its lead time over; what is left is a matter of minutes.
    if (input.gbizid_login == true) return {StepState::Ready, "", ""};
    return {input.gbizid_login ? StepState::Redo : StepState::Unknown, "gbizid_login", "gbizid_login_check"};
  }
  const std::string action = input.mynumber.value_or(false) ? "gbizid_online" : "gbizid_post";
  if (!input.gbizid) return {StepState::Unknown, "gbizid_look", "gbizid_unknown"};
  // エントリー is no プライム: it counts as none (factbook BK-13).
  if (*input.gbizid == Gbizid::Entry) return {StepState::Redo, action, "needs_prime"};
  return {StepState::Missing, action, ""};
}

Judged security_action(const Step& step, const ReadinessInput& input) {
  if (!input.security_action) return {StepState::Unknown, "security_action_look", "security_action_unknown"};
  if (*input.security_action == "none") return {StepState::Missing, "security_action_declare", ""};
  const auto verdict = judge_id(step, *input.security_action);
  if (!verdict) return {StepState::Redo, "security_action_look", "security_action_format"};
  switch (*verdict) {
    case IdVerdict::Ready: return {StepState::Ready, "", ""};
    case IdVerdict::Redo: return {StepState::Redo, "security_action_redo", "security_action_old_id"};
  }
  return {StepState::Unknown, "", ""};
}

Judged asked(const std::optional<bool>& answer, std::string action) {
  if (!answer) return {StepState::Unknown, std::move(action), ""};
  return {*answer ? StepState::Ready : StepState::Missing, *answer ? "" : std::move(action), ""};
}

Judged management_check(const ReadinessInput& input) {
  const Judged done = asked(input.management_check, "management_check");
  if (done.state != StepState::Ready || input.management_linked == true) return done;
  return {input.management_linked ? StepState::Redo : StepState::Unknown, "management_check", "management_check_unlinked"};
}

Judged vendor(const catalog::Pack& pack, const catalog::Frame& frame, const ReadinessInput& input) {
  const Judged chosen = asked(input.vendor, "choose_vendor");
  if (chosen.state != StepState::Ready || !input.invited_at || !input.now) return chosen;
  // An unopened mail is no use after its hours: the vendor deletes it and invites again (factbook 7.2).
  if (invitation(pack, frame, *input.invited_at, *input.now).expired) return {StepState::Redo, "ask_invitation_again", "invitation_expired"};
  return {StepState::Ready, "open_invitation", ""};
}

Judged judge(const catalog::Pack& pack, const catalog::Frame& frame, const Step& step, const ReadinessInput& input) {
  switch (step.kind) {
    case StepKind::Gbizid: return gbizid(input);
    case StepKind::SecurityAction: return security_action(step, input);
    case StepKind::ManagementCheck: return management_check(input);
    case StepKind::Navi: return asked(input.navi, "navi");
    case StepKind::GrowthMatching: return asked(input.growth_matching, "growth_matching");
    case StepKind::Vendor: return vendor(pack, frame, input);
    case StepKind::NoContract:
      if (!input.contracted) return {StepState::Unknown, "no_contract", ""};
      // What was bought cannot be unbought: the tool is out, another one may still be chosen.
      return *input.contracted ? Judged{StepState::Redo, "other_tool", "already_contracted"} : Judged{StepState::Ready, "no_contract", ""};
  }
  return {StepState::Unknown, "", ""};
}

}  // namespace

std::string_view code_of(Gbizid account) {
  switch (account) {
    case Gbizid::Prime: return "prime";
    case Gbizid::Entry: return "entry";
    case Gbizid::None: return "none";
  }
  return "none";
}

std::optional<Gbizid> gbizid_from(std::string_view code) {
  for (const Gbizid account : {Gbizid::Prime, Gbizid::Entry, Gbizid::None}) {
    if (code_of(account) == code) return account;
  }
  return std::nullopt;
}

std::string_view code_of(StepState state) {
  switch (state) {
    case StepState::Ready: return "ready";
    case StepState::Redo: return "redo";
    case StepState::Missing: return "missing";
    case StepState::Optional: return "optional";
    case StepState::Unknown: return "unknown";
  }
  return "unknown";
}

std::optional<IdVerdict> judge_id(const Step& step, std::string_view typed) {
  const auto digits = plain_digits(typed);
  if (!digits) return std::nullopt;
  for (const catalog::IdFormat& format : step.ids) {
    if (digits->size() == static_cast<std::size_t>(format.digits) && digits->starts_with(format.prefix)) return format.verdict;
  }
  return std::nullopt;
}

std::vector<StepStatus> readiness(const catalog::Pack& pack, const catalog::Frame& frame, const ReadinessInput& input) {
  std::vector<StepStatus> out;
  for (const Step& step : pack.steps) {
    // One step of a kind: 2024 asks for みらデジ in one frame and gives points for it in the others.
    if (pack.step(step.kind, frame.id) != &step) continue;
    Judged judged = judge(pack, frame, step, input);
    // A bonus never blocks, whatever was answered.
    if (!step.required && judged.state != StepState::Ready) judged.state = StepState::Optional;
    out.push_back({step.id, step.kind, judged.state, std::move(judged.action), std::move(judged.reason)});
  }
  return out;
}

}  // namespace desk::rules
