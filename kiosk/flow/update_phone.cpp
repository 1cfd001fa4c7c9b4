// The mobile number and its code. The digits go straight through to desk-auth: the model holds them only while they are typed.
#include "kiosk/flow/turn.h"

namespace desk::flow {
namespace {

constexpr std::size_t kPhoneDigits = 13;  // room for one slip of the finger, explained as too long
constexpr int kMostNumbers = 3;           // different numbers in one visit, then staff (design 5)

void send(Turn& turn) {
  Model& m = turn.m;
  m.code.phase = CodePhase::Sending;
  m.code.note = CodeNote::None;
  turn.order(SendCode{turn.await(), m.answers.phone.number.clone()});
}

// The pending verification of this number, also one from before a power cut.
bool message_is_live(const Turn& turn) {
  const Phone& phone = turn.m.answers.phone;
  return !phone.verification.empty() && phone.valid_until > turn.c.wall;
}

void fill_code(Model& m) {
  const Phone& phone = m.answers.phone;
  m.code = CodeState{};
  m.code.phase = CodePhase::Waiting;
  m.code.sid = phone.verification;
  m.code.tag = phone.tag;
  m.code.masked = phone.number.masked();
  m.code.sent = SendState::Accepted;
  m.code.next_send = phone.next_send;
  m.code.valid_until = phone.valid_until;
}

void on_number_given(Turn& turn) {
  Model& m = turn.m;
  auto parsed = PhoneNumber::parse(m.entry);
  if (!parsed.ok) {
    m.problem = "phone." + std::string(code_of(parsed.problem));
    return;
  }
  Phone& phone = m.answers.phone;
  const bool same = parsed.number == phone.number;
  if (same && phone.proof == PhoneProof::Sms) {
    // Proved already; but whether the number belongs to another open application is answered before anything goes on.
    turn.go(Step::Code);
    m.code = CodeState{};
    m.code.masked = phone.number.masked();
    turn.order(FindSameNumber{turn.await()});
    return;
  }
  if (!same) {
    if (phone.numbers_tried >= kMostNumbers) {
      m.problem = "phone.too_many_numbers";
      return;
    }
    const int tried = phone.numbers_tried + 1;
    phone = Phone{};
    phone.number = std::move(parsed.number);
    phone.numbers_tried = tried;
    m.code = CodeState{};
  }
  phone.proof = PhoneProof::None;
  turn.save();
  const bool live = same && message_is_live(turn);
  turn.go(Step::Code);
  if (live) fill_code(m);
  else send(turn);
}

void leave_for_later(Turn& turn) {
  turn.m.answers.phone.proof = PhoneProof::Later;
  turn.save();
  turn.go(step_after(Step::Phone, turn.m.answers, turn.m.mode, turn.c.pack));
}

bool on_number_step(Turn& turn, const Event& event) {
  if (type_into_entry(turn, event, kDigits, kPhoneDigits)) return true;
  if (pressed(event, Action::Next)) {
    on_number_given(turn);
    return true;
  }
  if (pressed(event, Action::LaterPhone) || pressed(event, Action::DontKnow)) {
    leave_for_later(turn);
    return true;
  }
  return false;
}

bool on_code_press(Turn& turn, const Event& event) {
  Model& m = turn.m;
  // The code was right and the store is looking for the number: a moment in which nothing else can be asked for.
  if (m.answers.phone.proof == PhoneProof::Sms && m.awaited != 0) return as<Pressed>(event) != nullptr;
  if (on_code_entry<CheckCode>(turn, event)) return true;
  if (pressed(event, Action::EditNumber) || pressed(event, Action::Back)) {
    m.awaited = 0;
    m.code.phase = CodePhase::Idle;
    turn.go(Step::Phone);
    return true;
  }
  if (pressed(event, Action::PapersFirst)) {
    m.awaited = 0;
    m.code.phase = CodePhase::Idle;
    leave_for_later(turn);
    return true;
  }
  if (pressed(event, Action::SendAgain)) {
    if (m.code.phase == CodePhase::Waiting || m.code.phase == CodePhase::Idle) send(turn);
    return true;
  }
  return false;
}

void on_sent(Turn& turn, CodeSent& sent) {
  Model& m = turn.m;
  m.code = std::move(sent.state);
  m.code.phase = CodePhase::Waiting;
  Phone& phone = m.answers.phone;
  phone.verification = m.code.sid;
  phone.tag = m.code.tag;
  phone.next_send = m.code.next_send.value_or(WallTime{});
  phone.valid_until = m.code.valid_until.value_or(WallTime{});
  turn.save();
}

void on_not_sent(Turn& turn, const CodeNotSent& failure) {
  Model& m = turn.m;
  m.code.note = failure.note;
  m.code.next_send = failure.next_send;
  // A message from before may still be good although no new one may go yet.
  m.code.phase = m.code.sid.empty() ? CodePhase::Idle : CodePhase::Waiting;
  if (failure.note == CodeNote::TooEarly && m.code.sid.empty()) {
    m.code.masked = m.answers.phone.number.masked();
    m.code.phase = CodePhase::Waiting;  // the check then names the number instead of the verification
  }
}

}  // namespace

void restore_code(Turn& turn) {
  if (!message_is_live(turn)) return;
  turn.go(Step::Code);
  fill_code(turn.m);
}

bool on_phone(Turn& turn, Event& event) {
  Model& m = turn.m;
  if (m.step == Step::Phone) return on_number_step(turn, event);
  if (m.step == Step::SameNumber) {
    if (pressed(event, Action::OpenPrevious)) {
      turn.order(OpenPreviousRecord{turn.await()});
    } else if (pressed(event, Action::ReplacePrevious)) {
      turn.order(ErasePreviousRecord{});
      turn.go_next();
    } else if (pressed(event, Action::AnotherApplicant)) {
      turn.call_staff();  // staff decide; two applicants with one number is a cause of rejection (factbook 3.6)
    } else {
      return false;
    }
    return true;
  }
  if (auto* sent = std::get_if<CodeSent>(&event)) {
    if (turn.expected(sent->id)) on_sent(turn, *sent);
    return true;
  }
  if (const auto* failure = as<CodeNotSent>(event)) {
    if (turn.expected(failure->id)) on_not_sent(turn, *failure);
    return true;
  }
  if (const auto* approved = as<CodeApproved>(event)) {
    if (!turn.expected(approved->id)) return true;
    m.answers.phone.proof = PhoneProof::Sms;
    m.answers.phone.proved_at = approved->at;
    m.answers.phone.verification.clear();
    m.code.phase = CodePhase::Idle;
    m.code.note = CodeNote::None;
    turn.save();
    turn.order(FindSameNumber{turn.await()});
    return true;
  }
  if (const auto* denied = as<CodeDenied>(event); denied != nullptr && m.step == Step::Code) {
    if (turn.expected(denied->id)) on_code_denied(turn, *denied);
    return true;
  }
  if (const auto* found = as<SameNumberFound>(event)) {
    if (turn.expected(found->id)) turn.go(Step::SameNumber);
    return true;
  }
  if (const auto* none = as<NoSameNumber>(event)) {
    if (turn.expected(none->id)) turn.go_next();
    return true;
  }
  return m.step == Step::Code && on_code_press(turn, event);
}

}  // namespace desk::flow
