// The runner's orders to desk-auth. Calls block (a gateway may take its fifteen seconds), so they run on a worker of their own: saving and
// scanning go on meanwhile. The digits pass through and are wiped.
#include "kiosk/shell/log.h"
#include "kiosk/shell/runner.h"

namespace desk::shell {
namespace {

std::optional<WallTime> told(WallTime time) { return time.seconds > 0 ? std::optional(time) : std::nullopt; }

flow::CodeState state_of(const auth::Challenge& challenge) {
  flow::CodeState state;
  state.phase = flow::CodePhase::Waiting;
  state.sid = challenge.sid;
  state.tag = challenge.tag;
  state.masked = challenge.masked;
  state.sent = challenge.sent == auth::SendState::Unknown ? flow::SendState::Unknown : flow::SendState::Accepted;
  state.next_send = told(challenge.next_send);
  state.valid_until = told(challenge.valid_until);
  state.tries_left = challenge.tries_left;
  if (challenge.sent == auth::SendState::Undeliverable) state.note = flow::CodeNote::Undeliverable;
  return state;
}

flow::CodeNote note_of(auth::RefusalKind kind) {
  using Kind = auth::RefusalKind;
  switch (kind) {
    case Kind::TooEarly: return flow::CodeNote::TooEarly;
    case Kind::NumberCap: return flow::CodeNote::NumberCap;
    case Kind::SiteCap: return flow::CodeNote::SiteCap;
    case Kind::Locked: return flow::CodeNote::LockedForStaff;
    case Kind::GatewayRefused: return flow::CodeNote::Refused;
    case Kind::NotMobile: return flow::CodeNote::Refused;
    case Kind::NotFound:
    case Kind::Expired: return flow::CodeNote::Expired;
    case Kind::TooManyTries: return flow::CodeNote::TooManyTries;
    case Kind::Wait: return flow::CodeNote::Wrong;
    case Kind::GatewayUnreachable:
    case Kind::BadParameter:
    case Kind::StoreBroken:
    case Kind::Unauthorized:
    case Kind::Unreachable: return flow::CodeNote::Unreachable;
  }
  return flow::CodeNote::Unreachable;
}

// What a refused or denied try means on the screen.
flow::CodeDenied denied(flow::CommandId id, const auth::CodeAnswer& answer, WallTime now) {
  using Verdict = auth::CodeAnswer::Verdict;
  flow::CodeDenied event{id, flow::CodeNote::Wrong, answer.tries_left, std::nullopt};
  switch (answer.verdict) {
    case Verdict::Approved:
    case Verdict::Wrong:
    case Verdict::Wait: event.note = flow::CodeNote::Wrong; break;
    case Verdict::OlderMessage: event.note = flow::CodeNote::OlderMessage; break;
    case Verdict::Expired: event.note = flow::CodeNote::Expired; break;
    case Verdict::TooManyTries: event.note = flow::CodeNote::TooManyTries; break;
    case Verdict::Locked: event.note = flow::CodeNote::LockedForStaff; break;
  }
  if (answer.wait.count() > 0) event.wait_until = WallTime{now.seconds + answer.wait.count()};
  return event;
}

std::string_view word_of_purpose(flow::PinPurpose purpose) {
  switch (purpose) {
    case flow::PinPurpose::Resume: return "resume";
    case flow::PinPurpose::Home: return "home";
    case flow::PinPurpose::Assist: return "assist";
    case flow::PinPurpose::AttestFirst:
    case flow::PinPurpose::AttestSecond: return "attest";
  }
  return "";
}

}  // namespace

void Runner::send_code(Id id, PhoneNumber number) {
  auto to = std::make_shared<PhoneNumber>(std::move(number));
  code_worker_.post([this, id, to, language = model_.settings.language, application = model_.application] {
    const auto challenge = rooms_.codes.start_verification(*to, auth::Purpose::Visit, language);
    record_worker_.post([this, application, good = challenge.ok()] {
      (void)rooms_.store.audit(AuditEvent::CodeRequested, application, {});
      (void)rooms_.store.audit(AuditEvent::CodeRequestAnswered, application, {{"outcome", good ? "sent" : "not_sent"}});
    });
    if (challenge) {
      inbox_.push(flow::CodeSent{id, state_of(*challenge)});
      return;
    }
    const auth::Refusal& refusal = challenge.error();
    // Too early while a message is live: its code can still be entered.
    if (refusal.kind == auth::RefusalKind::TooEarly && !refusal.sid.empty()) {
      if (const auto live = rooms_.codes.look(refusal.sid); live && live->open) {
        flow::CodeState state = state_of(*live);
        state.note = flow::CodeNote::TooEarly;
        inbox_.push(flow::CodeSent{id, std::move(state)});
        return;
      }
    }
    inbox_.push(flow::CodeNotSent{id, note_of(refusal.kind), told(refusal.next_send)});
  });
}

void Runner::check_code(Id id, std::string sid, Secret code) {
  auto digits = std::make_shared<Secret>(std::move(code));
  code_worker_.post([this, id, sid = std::move(sid), digits, application = model_.application] {
    const auto answer = rooms_.codes.check(sid, *digits);
    digits->clear();
    const WallTime now = rooms_.clock.wall();
    const bool approved = answer && answer->verdict == auth::CodeAnswer::Verdict::Approved;
    record_worker_.post([this, application, approved] {
      (void)rooms_.store.audit(AuditEvent::CodeTried, application, {});
      (void)rooms_.store.audit(AuditEvent::CodeTryAnswered, application, {{"outcome", approved ? "approved" : "denied"}});
    });
    if (approved) inbox_.push(flow::CodeApproved{id, now});
    else if (answer) inbox_.push(denied(id, *answer, now));
    else inbox_.push(flow::CodeDenied{id, note_of(answer.error().kind), 0, std::nullopt});
  });
}

void Runner::send_resume_code(Id id, PhoneNumber number, Language language) {
  auto to = std::make_shared<PhoneNumber>(std::move(number));
  code_worker_.post([this, id, to, language] {
    const auto challenge = rooms_.codes.start_verification(*to, auth::Purpose::Resume, language);
    if (challenge) {
      inbox_.push(flow::ResumeNeedsCode{id, state_of(*challenge)});
      return;
    }
    const auth::Refusal& refusal = challenge.error();
    if (refusal.kind == auth::RefusalKind::TooEarly && !refusal.sid.empty()) {
      if (const auto live = rooms_.codes.look(refusal.sid); live && live->open) {
        inbox_.push(flow::ResumeNeedsCode{id, state_of(*live)});
        return;
      }
    }
    const bool early = refusal.kind == auth::RefusalKind::TooEarly;
    inbox_.push(flow::ResumeRefused{id, early ? flow::ResumeNote::TooEarly : flow::ResumeNote::Unreachable, told(refusal.next_send)});
  });
}

void Runner::check_resume_code(Id id, std::string sid, Secret code) {
  auto digits = std::make_shared<Secret>(std::move(code));
  code_worker_.post([this, id, sid = std::move(sid), digits] {
    const auto answer = rooms_.codes.check(sid, *digits);
    digits->clear();
    if (answer && answer->verdict == auth::CodeAnswer::Verdict::Approved) {
      record_worker_.post([this, id] {
        if (resume_target_) answer_resume(id, *resume_target_, AuditEvent::ResumedByCode);
        else inbox_.push(flow::ResumeNotFound{id});
        resume_target_.reset();
      });
    } else if (answer) {
      inbox_.push(denied(id, *answer, rooms_.clock.wall()));
    } else {
      inbox_.push(flow::CodeDenied{id, note_of(answer.error().kind), 0, std::nullopt});
    }
  });
}

void Runner::check_pin(Id id, Secret pin) {
  auto digits = std::make_shared<Secret>(std::move(pin));
  code_worker_.post([this, id, digits, purpose = model_.staff.asks, application = model_.application] {
    const auto verdict = rooms_.codes.check_staff_pin(*digits);
    digits->clear();
    const bool right = verdict && verdict->kind == auth::PinVerdict::Kind::Right;
    const bool locked = verdict && (verdict->kind == auth::PinVerdict::Kind::Locked || verdict->kind == auth::PinVerdict::Kind::Wait);
    record_worker_.post([this, right, locked, purpose, application, name = right ? verdict->name : std::string()] {
      const AuditEvent event = right ? AuditEvent::StaffPinAccepted : locked ? AuditEvent::StaffPinLocked : AuditEvent::StaffPinFailed;
      std::vector<AuditDetail> details{{"for", std::string(word_of_purpose(purpose))}};
      if (right) details.emplace_back("by", name);
      (void)rooms_.store.audit(event, application, details);
    });
    std::optional<WallTime> wait_until;
    if (verdict && verdict->wait.count() > 0) wait_until = WallTime{rooms_.clock.wall().seconds + verdict->wait.count()};
    // The fifth wrong one is answered as wrong, and the next has to wait.
    if (right) inbox_.push(flow::PinAccepted{id, verdict->name});
    else if (verdict) inbox_.push(flow::PinRefused{id, locked || wait_until.has_value(), wait_until});
    else inbox_.push(flow::ResumeRefused{id, flow::ResumeNote::Unreachable, std::nullopt});
  });
}

bool Runner::phone_is_watched() const {
  return (model_.step == flow::Step::Code || model_.step == flow::Step::ResumeCode) && model_.code.phase == flow::CodePhase::Waiting;
}

// Only in a demonstration, where no real phone is: the console gateway's newest message is shown beside the visit.
void Runner::ask_for_demonstration_message() {
  if (!phone_is_watched()) {
    wipe(demonstration_message_);
    return;
  }
  if (asking_for_message_) return;
  asking_for_message_ = true;
  code_worker_.post([this] {
    const auto shown = rooms_.codes.demo_messages();
    messages_.push(shown && !shown->empty() ? shown->back().text : std::string());
  });
}

}  // namespace desk::shell
