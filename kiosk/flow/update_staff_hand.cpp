// Staff beside an applicant: the PIN and what it opens, the hand in a visit and its giving back, and two who vouch for an applicant without
// a mobile.
#include "kiosk/flow/turn.h"

namespace desk::flow {
namespace {

void ask_pin(Turn& turn, PinPurpose purpose) {
  Model& m = turn.m;
  m.staff.asks = purpose;
  m.staff.same_person = false;
  m.resume = ResumeState{};
  turn.go(Step::StaffPin);
}

void attest(Turn& turn, const std::string& second) {
  Model& m = turn.m;
  m.answers.phone.proof = PhoneProof::Staff;
  m.answers.phone.proved_at = turn.c.wall;
  m.answers.phone.verification.clear();
  m.code = CodeState{};
  turn.order(RecordStaff{StaffAct::Attested, m.staff.first, second, Step::StaffAttest});
  m.staff.first.clear();
  m.staff.asks = PinPurpose::Resume;
  turn.save();
  turn.go(step_after(Step::Phone, m.answers, m.mode, turn.c.pack));
}

void on_pin_right(Turn& turn, const std::string& name) {
  Model& m = turn.m;
  m.resume = ResumeState{};
  m.staff.pin_wait.reset();
  switch (m.staff.asks) {
    case PinPurpose::Resume: break;  // resuming goes its own way
    case PinPurpose::Home:
      m.staff.name = name;
      m.staff.since = turn.c.now;
      m.staff.locked = false;
      turn.go(Step::StaffHome);
      break;
    case PinPurpose::Assist:
      m.staff.name = name;
      m.staff.assisting = true;
      m.staff.helped = true;
      turn.order(RecordStaff{StaffAct::AssistBegun, name, "", m.staff.came_from});
      turn.go(m.staff.came_from);
      break;
    case PinPurpose::AttestFirst:
      m.staff.first = name;
      ask_pin(turn, PinPurpose::AttestSecond);
      break;
    case PinPurpose::AttestSecond:
      if (name == m.staff.first) m.staff.same_person = true;
      else attest(turn, name);
      break;
  }
}

bool on_pin_pad(Turn& turn, const Event& event) {
  Model& m = turn.m;
  if (as<Typed>(event)) m.staff.same_person = false;
  if (const auto* right = as<PinAccepted>(event)) {
    if (!turn.awaits(right->id)) return false;
    if (m.staff.asks == PinPurpose::Resume) {
      m.staff.name = right->name;  // the trail of the record tells who opened it
      return false;
    }
    (void)turn.expected(right->id);
    on_pin_right(turn, right->name);
    return true;
  }
  if (const auto* wrong = as<PinRefused>(event)) {
    if (turn.awaits(wrong->id)) m.staff.pin_wait = wrong->wait_until;
    return false;
  }
  if (!pressed(event, Action::Back) || m.staff.asks == PinPurpose::Resume) return false;
  switch (m.staff.asks) {
    case PinPurpose::Resume:
    case PinPurpose::Home: turn.end(Ending::Cancelled); break;
    case PinPurpose::Assist:
      m.resume = ResumeState{};
      turn.go(m.staff.came_from);
      break;
    case PinPurpose::AttestFirst:
    case PinPurpose::AttestSecond:
      m.staff.first.clear();
      m.resume = ResumeState{};
      turn.go(Step::StaffAttest);
      break;
  }
  return true;
}

bool gives_answer(const Event& event) {
  return as<Chosen>(event) || as<Toggled>(event) || as<Typed>(event) || pressed(event, Action::Next) || pressed(event, Action::DontKnow) ||
         pressed(event, Action::OpenPrevious) || pressed(event, Action::ReplacePrevious);
}

bool acts(const Event& event) {
  return gives_answer(event) || as<Pressed>(event) || as<PaperChosen>(event) || as<PaperKindChosen>(event) || as<PageAgainChosen>(event) ||
         as<PageMaskChosen>(event) || as<BoxDrawn>(event) || as<NameKey>(event) || as<NameEdited>(event) || as<CandidateChosen>(event) ||
         as<FormChosen>(event) || as<NamePartChosen>(event);
}

}  // namespace

bool may_open_staff(const Model& m) {
  return m.step == Step::Attract || m.step == Step::Resume || m.step == Step::ResumeNumber;
}

bool may_assist(const Model& m) {
  if (m.step == Step::Printing || m.step == Step::Done || m.step == Step::StaffPin || m.step == Step::StaffAttest) return false;
  if (m.step == Step::ResumeScan || m.step == Step::ResumeCode || may_open_staff(m) || behind_pin(m.step)) return false;
  return !m.staff.assisting && !busy(m) && m.awaited == 0;
}

bool staff_guard(Turn& turn, const Event& event) {
  Model& m = turn.m;
  if (!m.staff.helped || m.step == Step::StaffPin || !acts(event) || pressed(event, Action::HandToApplicant)) return false;
  if (m.staff.assisting && applicants_own(m.step) && gives_answer(event)) {
    m.overlay = Overlay::ApplicantsTurn;
    return true;
  }
  // Opening and closing a panel touches no answer.
  if (pressed(event, Action::DismissOverlay) || pressed(event, Action::Explain)) return false;
  if (m.staff.last_step != m.step || m.staff.last_by_staff != m.staff.assisting) {
    m.staff.last_step = m.step;
    m.staff.last_by_staff = m.staff.assisting;
    turn.order(RecordStaff{m.staff.assisting ? StaffAct::TouchedByStaff : StaffAct::TouchedByApplicant, m.staff.name, "", m.step});
  }
  return false;
}

bool on_staff_hand(Turn& turn, const Event& event) {
  Model& m = turn.m;
  if (m.step == Step::StaffPin && on_pin_pad(turn, event)) return true;
  if (pressed(event, Action::ResumeByStaff) && m.step == Step::Resume) {
    m.staff.asks = PinPurpose::Resume;
    return false;
  }
  if (pressed(event, Action::OpenStaff) && may_open_staff(m)) {
    ask_pin(turn, PinPurpose::Home);
  } else if (pressed(event, Action::StaffHelps) && may_assist(m)) {
    m.staff.came_from = m.step;
    ask_pin(turn, PinPurpose::Assist);
  } else if (pressed(event, Action::HandToApplicant) && m.staff.assisting) {
    m.staff.assisting = false;
    m.overlay = Overlay::None;
    turn.order(RecordStaff{StaffAct::AssistEnded, m.staff.name, "", m.step});
  } else if (pressed(event, Action::NoMobile) && m.step == Step::Phone && m.record_open) {
    turn.go(Step::StaffAttest);
  } else if (m.step == Step::StaffAttest && pressed(event, Action::Next)) {
    m.staff.first.clear();
    ask_pin(turn, PinPurpose::AttestFirst);
  } else if (m.step == Step::StaffAttest && (pressed(event, Action::Back) || pressed(event, Action::NoMobile))) {
    turn.go(Step::Phone);
  } else {
    return false;
  }
  return true;
}

}  // namespace desk::flow
