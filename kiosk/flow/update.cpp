// The root: what holds in every step. Idle, help, settings, cancel and the way out are here, so that no step can forget them; then the
// event goes to the part that owns the step.
#include "kiosk/flow/update.h"

#include "kiosk/flow/paper_needs.h"
#include "kiosk/flow/turn.h"
#include "kiosk/flow/turn_machine.h"

namespace desk::flow {
namespace {

template <class... T>
bool is_one_of(const Event& event) {
  return (std::holds_alternative<T>(event) || ...);
}

bool is_touch(const Event& event) {
  return is_one_of<Pressed, Chosen, Toggled, Typed, PaperChosen, PaperKindChosen, PageAgainChosen, PageMaskChosen, BoxDrawn, TextSizeChosen,
                   ThemeChosen, LanguageChosen, ReaderRead, StaffAreaChosen, ApplicationChosen, DeviceAsked, TestItemChosen, CellsWiped,
                   PracticeDayChosen, FaultToggled, SettingAsked, SettingChosen, StillChosen, Touched,
                   SpeechSwitched, SpeechSpeedChosen, SpeechVolumeChosen, NameKey, NameEdited, CandidateChosen, FormChosen,
                   NamePartChosen>(event);
}

// The person walked away. With a slip in hand the visit is parked, else it is over (design 6, "idle").
Ending ending_when_left(const Model& m) {
  if (m.step == Step::Done) return m.print.slip == SlipKind::Park ? Ending::Parked : Ending::Finished;
  return m.slip_out ? Ending::Parked : Ending::Abandoned;
}

void on_tick(Turn& turn) {
  Model& m = turn.m;
  devices_tick(turn);
  self_test_tick(turn);
  practice_tick(turn);
  const auto idle = turn.c.now - m.last_touch;
  if (busy(m)) {
    m.last_touch = turn.c.now;  // somebody waits for a machine: that is not idling
    return;
  }
  if (staff_tick(turn)) return;
  if (m.step == Step::Attract) {
    // Settings and panels that a passer-by left open do not greet the next person.
    const bool touched = !(m.settings == m.machine.settings.now.first) || m.overlay != Overlay::None || m.help_called;
    if (touched && idle >= turn.c.delays.idle_warning) turn.end(Ending::Abandoned);
    return;
  }
  if (m.step == Step::Done && m.overlay == Overlay::None && idle >= turn.c.delays.done_screen) {
    turn.end(ending_when_left(m));
    return;
  }
  if (m.overlay == Overlay::Away) {
    on_away_tick(turn);
  } else if (m.overlay == Overlay::IdleWarning) {
    if (turn.c.now >= m.idle_deadline) turn.end(ending_when_left(m));
  } else if (idle >= turn.c.delays.idle_warning) {
    m.overlay = Overlay::IdleWarning;
    m.idle_deadline = turn.c.now + turn.c.delays.idle_answer;
  }
}

bool on_settings(Turn& turn, const Event& event) {
  Model& m = turn.m;
  const Settings before = m.settings;
  bool chosen = true;
  if (const auto* size = as<TextSizeChosen>(event)) {
    if (size->size >= 1 && size->size <= 4) m.settings.text_size = size->size;
  } else if (const auto* theme = as<ThemeChosen>(event)) {
    m.settings.theme = theme->theme;
  } else if (const auto* language = as<LanguageChosen>(event)) {
    m.settings.language = language->language;
  } else if (const auto* still = as<StillChosen>(event)) {
    m.settings.still = still->still;
  } else {
    chosen = false;
  }
  if (chosen) {
    m.overlay = Overlay::None;  // choosing what is set already answers the panel as well
    if (!(before == m.settings)) turn.order(ApplySettings{});
    return true;
  }
  if (pressed(event, Action::OpenTextSize)) m.overlay = Overlay::TextSize;
  else if (pressed(event, Action::OpenTheme)) m.overlay = Overlay::Theme;
  else if (pressed(event, Action::OpenLanguage)) m.overlay = Overlay::Language;
  else if (pressed(event, Action::OpenSound)) m.overlay = Overlay::Sound;
  else return false;
  return true;
}

bool on_overlay(Turn& turn, const Event& event) {
  Model& m = turn.m;
  if (pressed(event, Action::Explain)) {
    m.overlay = Overlay::Explain;
  } else if (pressed(event, Action::DismissOverlay)) {
    m.overlay = Overlay::None;
  } else if (pressed(event, Action::EndVisit)) {
    m.overlay = Overlay::ConfirmEnd;
  } else if (pressed(event, Action::ConfirmEnd)) {
    turn.end(Ending::Cancelled);
  } else {
    return false;
  }
  return true;
}

bool on_record(Turn& turn, Event& event) {
  Model& m = turn.m;
  if (auto* opened = std::get_if<RecordOpened>(&event)) {
    if (!turn.expected(opened->id)) return true;
    m.application = std::move(opened->application);
    m.reception = std::move(opened->reception);
    m.answers.token = std::move(opened->token);
    m.record_open = true;
    m.store_fault.reset();
    turn.save();
    turn.go_next();
  } else if (const auto* failed = as<StoreFailed>(event)) {
    m.store_fault = failed->code;
    // Only the order that failed is over: a save that fails says nothing about the message or the scan under way.
    if (failed->id != 0 && failed->id == m.awaited) {
      m.awaited = 0;
      m.resume.looking = false;
      m.staff.working = false;
      if (m.bundles.phase == BundlePhase::Making) m.bundles = {BundlePhase::Failed, failed->code};
    }
  } else if (as<RecordSaved>(event)) {
    m.store_fault.reset();
  } else if (pressed(event, Action::RetryStore)) {
    m.store_fault.reset();
    if (m.record_open) turn.save();
    else if (m.step == Step::Consent && m.awaited == 0) turn.order(OpenRecord{turn.await()});
    if (m.step == Step::Code && m.answers.phone.proof == PhoneProof::Sms && m.awaited == 0) turn.order(FindSameNumber{turn.await()});
  } else {
    return false;
  }
  return true;
}

bool on_start(Turn& turn, const Event& event) {
  Model& m = turn.m;
  if (m.step == Step::Attract) {
    const bool begin = pressed(event, Action::Begin);
    if (!begin && !pressed(event, Action::LookUp)) return false;
    m.mode = begin ? Mode::Apply : Mode::LookUp;
    m.answers = Answers{};
    m.answers.programme_year = turn.c.pack.year;
    turn.go(begin ? Step::Consent : Step::Entity);
    return true;
  }
  if (m.step == Step::Consent && pressed(event, Action::Next) && m.awaited == 0) {
    m.answers.consented = true;
    if (m.record_open) turn.go_next();
    else turn.order(OpenRecord{turn.await()});
    return true;
  }
  return false;
}

// Back on the first step, and the verdict, readiness and plan, which only tell.
bool on_line(Turn& turn, const Event& event) {
  Model& m = turn.m;
  if (pressed(event, Action::Back)) {
    turn.go_back();
    return true;
  }
  if (m.step == Step::Verdict || m.step == Step::Readiness || m.step == Step::Plan) {
    if (pressed(event, Action::Next) || pressed(event, Action::ContinueAnyway)) {
      turn.go_next();
      return true;
    }
  }
  return false;
}

}  // namespace

bool Turn::expected(CommandId id) {
  if (id == m.awaited && id != 0) {
    m.awaited = 0;
    return true;
  }
  note("late_reply", std::string(name_of(m.step)));
  return false;
}

void Turn::go(Step step) {
  const Step from = m.step;
  wipe(m.entry);
  // What staff come to help with is still there when their PIN was typed.
  if (step != Step::ContactName && step != Step::StaffPin) m.name = NameState{};
  m.problem.clear();
  m.step = step;
  m.awaited = 0;  // a reply meant for the step that was left finds nobody
  m.resume.looking = false;
  m.staff.working = false;
  m.entered = c.now;
  m.overlay = m.staff.assisting && applicants_own(step) ? Overlay::ApplicantsTurn : Overlay::None;
  const auto question = question_of(step, m.answers, c.pack);
  if (question && (question->kind == QuestionKind::Number || question->kind == QuestionKind::Digits)) {
    m.entry = digits_of(step, m.answers);
  } else if (step == Step::Phone) {
    m.entry = std::string(m.answers.phone.number.reveal());
  } else if (step == Step::ApplicationNumber) {
    m.entry = m.answers.application_number.value_or("");
  } else if (step == Step::PartnerKind && (m.partner < 1 || m.partner > partners_of(m.answers))) {
    // From before it begins with the first of whom nothing is known; whoever told all of them is not led through all of them again.
    const int open = first_open_partner(m.answers);
    m.partner = open != 0 ? open : partners_of(m.answers);
  }
  note("step", std::string(name_of(step)));
  if (step != Step::PartnerKind) m.partner = 0;
  if (m.bundles.phase == BundlePhase::Making) m.bundles.phase = BundlePhase::None;
  if (step == Step::Review) begin_bundles();
  if (step == Step::ContactName) begin_name(*this);
  if (step == Step::Printing && m.mode == Mode::LookUp) {
    m.print = PrintState{};
    m.print.slip = SlipKind::LookUp;
    m.print.phase = PrintPhase::Preparing;
    order(PrintSlip{await(), SlipKind::LookUp});
  }
  machine_entered(*this, from);
}

void Turn::go_next() { go(step_after(m.step, m.answers, m.mode, c.pack)); }

void Turn::go_back() {
  const Step before = step_before(m.step, m.answers, m.mode, c.pack);
  if (before == Step::Attract && m.mode == Mode::Apply && m.record_open) {
    m.overlay = Overlay::ConfirmEnd;
  } else if (before == Step::Attract || (before == Step::Consent && m.record_open)) {
    // The record exists from consent on; going back over it would only ask again what was agreed.
    if (m.record_open) m.overlay = Overlay::ConfirmEnd;
    else end(Ending::Cancelled);
  } else {
    go(before);
  }
}

void Turn::end(Ending ending) {
  if (m.scan.phase != ScanPhase::Idle) order(StopScan{});
  if (m.staff.assisting) order(RecordStaff{StaffAct::AssistEnded, m.staff.name, "", m.step});
  note("ended", std::string(name_of(m.step)));
  order(EndSession{ending});
  wipe(m.entry);
  Model next = fresh(m);
  next.last_touch = c.now;
  next.entered = c.now;
  m = std::move(next);
}

Model fresh(const Model& before) {
  Model model;
  model.next_command = before.next_command + 1;
  model.machine = before.machine;
  break_off(model.machine.self_test);
  model.settings = model.machine.settings.now.first;
  return model;
}

bool visit_under_way(const Model& model) { return model.step != Step::Attract; }

bool busy(const Model& model) {
  return model.machine.self_test.order != 0 || model.machine.practice.opening || model.staff.working || model.scan.phase != ScanPhase::Idle || model.bundles.phase == BundlePhase::Making || model.code.phase == CodePhase::Sending ||
         model.code.phase == CodePhase::Checking ||
         (model.step == Step::Printing && (model.print.phase == PrintPhase::Preparing || model.print.phase == PrintPhase::Queued ||
                                           model.print.phase == PrintPhase::Printing));
}

bool type_into_entry(Turn& turn, const Event& event, std::string_view allowed, std::size_t most) {
  const auto* typed = as<Typed>(event);
  if (typed == nullptr) return false;
  std::string& entry = turn.m.entry;
  turn.m.problem.clear();
  if (typed->key == '\b') {
    if (!entry.empty()) {
      entry.back() = '\0';
      entry.pop_back();
    }
  } else if (typed->key == '\f') {
    wipe(entry);
  } else if (allowed.find(typed->key) != std::string_view::npos && entry.size() < most) {
    entry.reserve(32);  // so that growing leaves no copy of a number behind
    entry.push_back(typed->key);
  }
  return true;
}

Next update(Model model, Event event, const Context& context) {
  std::vector<Effect> effects;
  Turn turn{model, effects, context};
  if (is_touch(event)) {
    model.last_touch = context.now;
    if (model.overlay == Overlay::IdleWarning) {
      // Any touch says that somebody is there; it answers the question and does nothing else.
      model.overlay = Overlay::None;
      if (!pressed(event, Action::ConfirmEnd)) return {std::move(model), std::move(effects)};
    }
  }
  if (as<Touched>(event)) return {std::move(model), std::move(effects)};
  // The covered screen takes one answer only, from keyboards and readers as well.
  if (model.overlay == Overlay::Away && is_touch(event) && !pressed(event, Action::CameBack)) return {std::move(model), std::move(effects)};
  if (as<Ticked>(event)) {
    on_tick(turn);
    return {std::move(model), std::move(effects)};
  }
  notice_devices(turn, event);
  if (staff_guard(turn, event)) return {std::move(model), std::move(effects)};
  const bool taken = on_settings(turn, event) || on_speech(turn, event) || on_help(turn, event) || on_overlay(turn, event) ||
                     on_record(turn, event) || on_start(turn, event) ||
                     on_devices(turn, event) || on_self_test(turn, event) || on_practice(turn, event) || on_desk_settings(turn, event) ||
                     on_staff(turn, event) || on_resume(turn, event) || on_name(turn, event) || on_phone(turn, event) || on_partners(turn, event) || on_papers(turn, event) ||
                     on_slip(turn, event) || on_question(turn, event) || on_line(turn, event);
  if (!taken) turn.note("unexpected", std::string(name_of(model.step)) + " " + std::to_string(event.index()));
  return {std::move(model), std::move(effects)};
}

}  // namespace desk::flow
