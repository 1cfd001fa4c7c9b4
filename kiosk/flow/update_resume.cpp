// つづきから: by the slip's QR (reader or scanner), by reception number and a code to the proved number, or with staff (design 5).
// Every token and number that is not found gets the same answer.
#include "kiosk/flow/paper_needs.h"
#include "kiosk/flow/turn.h"

namespace desk::flow {
namespace {

constexpr std::size_t kReceptionLetters = 6;
constexpr std::size_t kPinDigits = 8;

void look_up_token(Turn& turn, std::string_view text) {
  Model& m = turn.m;
  const auto token = token_in_address(text);
  if (!token) {
    turn.go(Step::Resume);
    m.resume = ResumeState{};
    m.resume.note = ResumeNote::NotFound;
    return;
  }
  m.resume.note = ResumeNote::None;
  if (m.step == Step::Attract) turn.go(Step::Resume);
  m.resume.looking = true;
  turn.order(LookUpToken{turn.await(), *token});
}

void refuse(Turn& turn, ResumeNote note) {
  turn.m.resume.looking = false;
  turn.m.resume.note = note;
}

void join(Turn& turn, ResumeFound& found) {
  Model& m = turn.m;
  m.mode = Mode::Apply;
  m.application = std::move(found.application);
  m.reception = std::move(found.reception);
  m.answers = std::move(found.answers);
  m.record_open = true;
  m.slip_out = true;
  m.resume = ResumeState{};
  if (!m.staff.helped) m.staff = StaffState{};  // whoever of the staff opened it has gone
  m.code = CodeState{};
  // "Later" was an answer for that day; today it is open again.
  if (m.answers.phone.proof == PhoneProof::Later) m.answers.phone.proof = PhoneProof::None;
  for (auto& [need, paper] : m.answers.papers) {
    if (paper.state == PaperState::Later) paper.state = PaperState::Open;
  }
  m.answers.reviewed = false;
  // A paper that the answers no longer ask for is left alone: its pages go with the record.
  if (!found.open_pages.empty() && need_of(found.open_paper, m.answers, turn.c.pack) != nullptr) {
    m.scan = ScanState{};
    m.scan.need = std::move(found.open_paper);
    m.scan.pages = std::move(found.open_pages);
    turn.go(Step::Scanned);
    return;
  }
  const Step open = first_open(m.answers, turn.c.pack);
  turn.go(open);
  // A message that is still good: the person came back with the code in hand.
  if (open == Step::Phone) restore_code(turn);
}

// Back from what was being typed to the ways of resuming.
bool back_to_choice(Turn& turn, const Event& event) {
  if (!pressed(event, Action::Back)) return false;
  turn.m.awaited = 0;
  turn.m.resume = ResumeState{};
  turn.go(Step::Resume);
  return true;
}

bool on_choice(Turn& turn, const Event& event) {
  Model& m = turn.m;
  if (pressed(event, Action::ResumeByNumber)) {
    m.resume = ResumeState{};
    turn.go(Step::ResumeNumber);
  } else if (pressed(event, Action::ResumeByScan)) {
    m.resume = ResumeState{};
    m.scan = ScanState{};
    m.scan.from_resume = true;
    m.scan.phase = ScanPhase::Feeding;
    turn.go(Step::ResumeScan);
    turn.order(ScanForQr{turn.await()});
  } else if (pressed(event, Action::ResumeByStaff)) {
    m.resume = ResumeState{};
    turn.go(Step::StaffPin);
  } else if (pressed(event, Action::Back)) {
    turn.end(Ending::Cancelled);
  } else {
    return false;
  }
  return true;
}

bool on_number(Turn& turn, const Event& event) {
  Model& m = turn.m;
  if (type_into_entry(turn, event, ReceptionNumber::alphabet(), kReceptionLetters)) {
    m.resume.note = ResumeNote::None;
    return true;
  }
  if (pressed(event, Action::Next)) {
    if (m.resume.looking) return true;
    const auto number = ReceptionNumber::parse(m.entry);
    if (!number) {
      m.problem = "problem.reception_short";
      return true;
    }
    m.resume.looking = true;
    m.resume.note = ResumeNote::None;
    turn.order(LookUpNumber{turn.await(), *number, m.resume.by_staff});
    return true;
  }
  return back_to_choice(turn, event);
}

bool on_scan(Turn& turn, const Event& event) {
  Model& m = turn.m;
  if (const auto* found = as<QrFound>(event)) {
    if (!turn.expected(found->id)) return true;
    m.scan = ScanState{};
    turn.go(Step::Resume);
    look_up_token(turn, found->text);
  } else if (const auto* none = as<QrNotFound>(event)) {
    if (!turn.expected(none->id)) return true;
    m.scan = ScanState{};
    turn.go(Step::Resume);
    m.resume.note = ResumeNote::NotFound;
  } else if (const auto* fault = as<ScanFaulted>(event)) {
    if (!turn.expected(fault->id)) return true;
    m.scan.phase = ScanPhase::Idle;
    m.scan.fault = fault->code;
  } else if (pressed(event, Action::ContinueScan)) {
    m.scan.fault.reset();
    m.scan.phase = ScanPhase::Feeding;
    turn.order(ScanForQr{turn.await()});
  } else if (pressed(event, Action::Back) || pressed(event, Action::CancelScan)) {
    turn.order(StopScan{});
    m.awaited = 0;
    m.scan = ScanState{};
    turn.go(Step::Resume);
  } else {
    return false;
  }
  return true;
}

bool on_code(Turn& turn, const Event& event) {
  Model& m = turn.m;
  if (const auto* denied = as<CodeDenied>(event)) {
    if (turn.expected(denied->id)) on_code_denied(turn, *denied);
    return true;
  }
  if (on_code_entry<CheckResumeCode>(turn, event)) return true;
  if (pressed(event, Action::Back)) {
    m.awaited = 0;
    m.code = CodeState{};
    turn.go(Step::Resume);
    return true;
  }
  return false;
}

bool on_pin(Turn& turn, const Event& event) {
  Model& m = turn.m;
  if (type_into_entry(turn, event, kDigits, kPinDigits)) {
    m.resume.note = ResumeNote::None;
    return true;
  }
  if (pressed(event, Action::Next)) {
    if (m.resume.looking || m.entry.empty()) return true;
    m.resume.looking = true;
    turn.order(CheckPin{turn.await(), Secret(m.entry)});
    wipe(m.entry);
    return true;
  }
  return back_to_choice(turn, event);
}

bool on_resume_report(Turn& turn, Event& event) {
  Model& m = turn.m;
  if (auto* found = std::get_if<ResumeFound>(&event)) {
    if (turn.expected(found->id)) join(turn, *found);
  } else if (const auto* none = as<ResumeNotFound>(event)) {
    if (turn.expected(none->id)) refuse(turn, ResumeNote::NotFound);
  } else if (auto* code = std::get_if<ResumeNeedsCode>(&event)) {
    if (!turn.expected(code->id)) return true;
    m.resume.looking = false;
    m.code = std::move(code->state);
    m.code.phase = CodePhase::Waiting;
    turn.go(Step::ResumeCode);
  } else if (const auto* refused = as<ResumeRefused>(event)) {
    if (!turn.expected(refused->id)) return true;
    refuse(turn, refused->note);
    m.code.next_send = refused->next_send;
  } else if (const auto* accepted = as<PinAccepted>(event)) {
    if (!turn.expected(accepted->id)) return true;
    m.resume = ResumeState{};
    m.resume.by_staff = true;
    turn.go(Step::ResumeNumber);
  } else if (const auto* wrong = as<PinRefused>(event)) {
    if (turn.expected(wrong->id)) refuse(turn, wrong->locked ? ResumeNote::PinLocked : ResumeNote::PinWrong);
  } else {
    return false;
  }
  return true;
}

}  // namespace

bool on_resume(Turn& turn, Event& event) {
  Model& m = turn.m;
  if (on_resume_report(turn, event)) return true;
  if (m.step == Step::Attract && pressed(event, Action::Resume)) {
    turn.go(Step::Resume);
    return true;
  }
  if (const auto* read = as<ReaderRead>(event); read != nullptr && (m.step == Step::Attract || m.step == Step::Resume)) {
    look_up_token(turn, read->text);
    return true;
  }
  switch (m.step) {
    case Step::Resume: return on_choice(turn, event);
    case Step::ResumeNumber: return on_number(turn, event);
    case Step::ResumeScan: return on_scan(turn, event);
    case Step::ResumeCode: return on_code(turn, event);
    case Step::StaffPin: return on_pin(turn, event);
    default: return false;  // resuming happens before a visit, nowhere else
  }
}

}  // namespace desk::flow
