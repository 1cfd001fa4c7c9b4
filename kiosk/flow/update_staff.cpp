// The staff's own screens: what is kept, what still waits to be sent, where help was called for. They lock themselves after two minutes
// without a touch and end after twelve hours; leaving them passes the one door out like any visit.
#include <algorithm>

#include "kiosk/flow/turn.h"

namespace desk::flow {
namespace {

// A new screen begins with nothing of the last one's.
void forget_lists(StaffState& staff) {
  staff.applications.clear();
  staff.open.reset();
  staff.trail.clear();
  staff.parcels.clear();
  staff.calls.clear();
  staff.listed = false;
  staff.working = false;
  staff.news = StaffNews::None;
  staff.told.clear();
  staff.fault.reset();
}

void list_applications(Turn& turn) {
  Model& m = turn.m;
  m.answers = Answers{};
  StaffState& staff = m.staff;
  const StaffNews news = staff.news;
  std::string told = std::move(staff.told);
  forget_lists(staff);
  staff.news = news;
  staff.told = std::move(told);
  turn.go(Step::StaffApplications);
  turn.order(ListApplications{turn.await()});
}

void go_home(Turn& turn) {
  turn.m.answers = Answers{};
  forget_lists(turn.m.staff);
  turn.go(Step::StaffHome);
}

void enter_area(Turn& turn, Step area) {
  StaffState& staff = turn.m.staff;
  forget_lists(staff);
  if (area == Step::StaffApplications || area == Step::StaffAttest) {
    staff.unproved_only = area == Step::StaffAttest;
    list_applications(turn);
    return;
  }
  turn.go(area);
  if (area == Step::StaffOutbox) turn.order(ListOutbox{turn.await(), false});
  else if (area == Step::StaffCalls) turn.order(CountHelpCalls{turn.await()});
}

// Orders that take their time: while one is under way nothing else is taken and nobody idles.
void begin_work(StaffState& staff) {
  staff.working = true;
  staff.news = StaffNews::None;
  staff.fault.reset();
}

bool on_application_press(Turn& turn, const Event& event) {
  Model& m = turn.m;
  StaffState& staff = m.staff;
  if (!staff.open) return false;
  const ApplicationId& application = staff.open->application;
  if (pressed(event, Action::ResumeThis) || pressed(event, Action::Next)) {
    if (!staff.open->resumable || m.awaited != 0) return true;
    begin_work(staff);
    turn.order(LookUpNumber{turn.await(), staff.open->reception, /*staff_vouches=*/true});
  } else if (pressed(event, Action::ExportThis)) {
    if (m.awaited != 0) return true;
    begin_work(staff);
    turn.order(ExportApplication{turn.await(), application});
  } else if (pressed(event, Action::ShowTrail)) {
    turn.go(Step::StaffTrail);
    staff.listed = false;
    turn.order(ReadTrail{turn.await(), application});
  } else if (pressed(event, Action::EraseThis)) {
    m.overlay = Overlay::EraseAsked;
  } else if (pressed(event, Action::EraseSure) && m.overlay == Overlay::EraseAsked) {
    m.overlay = Overlay::EraseSure;
  } else if (pressed(event, Action::EraseNow) && m.overlay == Overlay::EraseSure) {
    m.overlay = Overlay::None;
    if (m.awaited != 0) return true;
    begin_work(staff);
    turn.order(EraseApplication{turn.await(), application});
  } else if (pressed(event, Action::Back)) {
    staff.news = StaffNews::None;
    list_applications(turn);
  } else {
    return false;
  }
  return true;
}

bool on_staff_press(Turn& turn, const Event& event) {
  Model& m = turn.m;
  StaffState& staff = m.staff;
  if (staff.working) return as<Pressed>(event) != nullptr;  // nothing else is taken
  switch (m.step) {
    case Step::StaffHome:
      if (const auto* chosen = as<StaffAreaChosen>(event)) {
        const auto& areas = staff_areas();
        if (std::find(areas.begin(), areas.end(), chosen->area) == areas.end()) return false;
        enter_area(turn, chosen->area);
        return true;
      }
      if (pressed(event, Action::Back)) {
        turn.order(RecordStaff{StaffAct::Left, staff.name, "", m.step});
        turn.end(Ending::Cancelled);
        return true;
      }
      return false;
    case Step::StaffApplications:
      if (const auto* chosen = as<ApplicationChosen>(event)) {
        const auto found = std::find_if(staff.applications.begin(), staff.applications.end(),
                                        [&](const KeptApplication& each) { return each.application.hex == chosen->application; });
        if (found == staff.applications.end()) return false;
        KeptApplication open = *found;
        forget_lists(staff);
        staff.open = std::move(open);
        turn.go(Step::StaffApplication);
        turn.order(ShowApplication{turn.await(), staff.open->application});
        return true;
      }
      break;
    case Step::StaffApplication:
      if (on_application_press(turn, event)) return true;
      break;
    case Step::StaffTrail:
      if (pressed(event, Action::Back)) {
        staff.trail.clear();
        staff.fault.reset();
        staff.listed = true;
        turn.go(Step::StaffApplication);
        return true;
      }
      break;
    case Step::StaffOutbox:
      if (pressed(event, Action::RetryOutbox) || pressed(event, Action::Next)) {
        if (m.awaited != 0 || staff.parcels.empty()) return true;
        begin_work(staff);
        turn.order(ListOutbox{turn.await(), true});
        return true;
      }
      break;
    default: break;  // the other areas have nothing but the way back here
  }
  if (!pressed(event, Action::Back)) return false;
  go_home(turn);
  return true;
}

void on_erased(Turn& turn) {
  StaffState& staff = turn.m.staff;
  staff.news = StaffNews::Erased;
  staff.told = staff.open ? staff.open->reception.text : "";
  list_applications(turn);
}

bool on_staff_report(Turn& turn, Event& event) {
  Model& m = turn.m;
  StaffState& staff = m.staff;
  const auto mine = [&](CommandId id) {
    if (!turn.expected(id)) return false;
    staff.working = false;
    staff.listed = true;
    return true;
  };
  if (auto* listed = std::get_if<ApplicationsListed>(&event)) {
    if (mine(listed->id)) staff.applications = std::move(listed->rows);
  } else if (auto* shown = std::get_if<ApplicationShown>(&event)) {
    // The model's answers are this application's while it is looked at: what is done and what is missing is worked out from them as in a
    // visit. No record is open, so nothing is ever saved from here.
    if (mine(shown->id)) m.answers = std::move(shown->answers);
  } else if (auto* read = std::get_if<TrailRead>(&event)) {
    if (mine(read->id)) staff.trail = std::move(read->lines);
  } else if (auto* outbox = std::get_if<OutboxListed>(&event)) {
    const bool tried = staff.working;
    if (!mine(outbox->id)) return true;
    staff.parcels = std::move(outbox->parcels);
    staff.delivered = outbox->delivered;
    if (tried) staff.news = staff.parcels.empty() ? StaffNews::Delivered : StaffNews::StillWaiting;
  } else if (auto* counted = std::get_if<HelpCallsCounted>(&event)) {
    if (mine(counted->id)) staff.calls = std::move(counted->counts);
  } else if (auto* exported = std::get_if<ApplicationExported>(&event)) {
    if (!mine(exported->id)) return true;
    staff.exported = std::move(exported->outcome);
    staff.news = StaffNews::Exported;
  } else if (const auto* erased = as<ApplicationErased>(event)) {
    if (mine(erased->id)) on_erased(turn);
  } else if (const auto* failed = as<StaffWorkFailed>(event)) {
    if (mine(failed->id)) staff.fault = failed->code;
  } else if (m.step == Step::StaffApplication && (as<ResumeNotFound>(event) || as<ResumeRefused>(event))) {
    const auto* none = as<ResumeNotFound>(event);
    if (mine(none != nullptr ? none->id : as<ResumeRefused>(event)->id)) staff.news = StaffNews::NotFound;
  } else {
    return false;
  }
  return true;
}

}  // namespace

bool staff_tick(Turn& turn) {
  Model& m = turn.m;
  StaffState& staff = m.staff;
  const bool at_lock = m.step == Step::StaffPin && staff.locked;
  if (!behind_pin(m.step) && !at_lock) return false;
  const auto idle = turn.c.now - m.last_touch;
  const bool over = turn.c.now - staff.since >= turn.c.delays.staff_longest || staff.name.empty();
  if (!at_lock && over) {
    turn.end(Ending::Abandoned);
  } else if (at_lock && idle >= turn.c.delays.staff_idle + turn.c.delays.idle_answer) {
    turn.end(Ending::Abandoned);
  } else if (!at_lock && idle >= turn.c.delays.staff_idle) {
    turn.order(RecordStaff{StaffAct::Locked, staff.name, "", m.step});
    m.answers = Answers{};
    m.resume = ResumeState{};
    forget_lists(staff);
    staff.name.clear();
    staff.locked = true;
    staff.asks = PinPurpose::Home;
    turn.go(Step::StaffPin);
  }
  return true;
}

bool on_staff(Turn& turn, Event& event) {
  if (on_staff_report(turn, event) || on_staff_hand(turn, event)) return true;
  return behind_pin(turn.m.step) && on_staff_press(turn, event);
}

}  // namespace desk::flow
