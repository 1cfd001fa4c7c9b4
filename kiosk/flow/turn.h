// Turn: one call of update() under way. Shared by the files that carry parts of the flow; nobody outside the room includes it.
#pragma once

#include "kiosk/flow/main_line.h"
#include "kiosk/flow/question.h"
#include "kiosk/flow/update.h"

namespace desk::flow {

struct Turn {
  Model& m;
  std::vector<Effect>& out;
  const Context& c;

  void order(Effect effect) { out.push_back(std::move(effect)); }
  void note(std::string event, std::string detail) { order(Note{std::move(event), std::move(detail)}); }
  // The next command's id; the step waits for its reply.
  [[nodiscard]] CommandId await() { return m.awaited = m.next_command++; }
  // A reply that is still awaited. Others are noted and dropped.
  [[nodiscard]] bool expected(CommandId id);
  // The same for word on the way, after which more will come. Nothing bears the number 0.
  [[nodiscard]] bool awaits(CommandId id) const { return id != 0 && id == m.awaited; }
  void save() {
    if (m.record_open) order(SaveAnswers{});
  }
  void go(Step step);          // enters a step: empties the entry, fills it from an earlier answer, awaits nothing any more
  void go_next();              // along the main line
  void go_back();
  void go_to_partner(int partner);
  void call_staff();           // rings, and shows what became of it
  void begin_bundles();        // on entering the review
  void end(Ending ending);     // the one door out
};

// Parts of the flow, each in a file of its own. They return whether the event was theirs.
bool on_question(Turn& turn, const Event& event);
bool on_name(Turn& turn, Event& event);
bool on_phone(Turn& turn, Event& event);
bool on_partners(Turn& turn, Event& event);
bool on_papers(Turn& turn, Event& event);
bool on_slip(Turn& turn, Event& event);
bool on_resume(Turn& turn, Event& event);
bool on_speech(Turn& turn, const Event& event);
bool on_staff(Turn& turn, Event& event);
bool on_staff_hand(Turn& turn, const Event& event);

// Staff's own clock: the screens behind the PIN lock themselves. True when they were on show.
bool staff_tick(Turn& turn);
// A touch while staff have, or had, the hand: refused where only the applicant may answer, else put on record once a step. True: refused.
bool staff_guard(Turn& turn, const Event& event);
bool on_help(Turn& turn, const Event& event);
// The covered screen has waited long enough.
void on_away_tick(Turn& turn);

// On entering the name: what was given before, or an empty field and a converter that gets ready.
void begin_name(Turn& turn);

// Opens the code screen again when the message sent before is still good; else does nothing.
void restore_code(Turn& turn);

// Digits and letters of the entry. `allowed` are the keys that count, `most` how many fit.
bool type_into_entry(Turn& turn, const Event& event, std::string_view allowed, std::size_t most);
inline constexpr std::string_view kDigits = "0123456789";
inline constexpr std::size_t kCodeDigits = 6;

template <class T>
const T* as(const Event& event) {
  return std::get_if<T>(&event);
}
inline bool pressed(const Event& event, Action action) {
  const auto* press = std::get_if<Pressed>(&event);
  return press != nullptr && press->action == action;
}

// The six digits of a code, for a visit and for resuming one alike: typed while a message waits, then handed over and wiped.
template <class Check>
bool on_code_entry(Turn& turn, const Event& event) {
  Model& m = turn.m;
  if (m.code.phase == CodePhase::Waiting && type_into_entry(turn, event, kDigits, kCodeDigits)) {
    m.code.note = CodeNote::None;
    return true;
  }
  if (!pressed(event, Action::Next)) return false;
  if (m.code.phase != CodePhase::Waiting) return true;
  if (m.entry.size() < kCodeDigits) {
    m.problem = "problem.code_short";
    return true;
  }
  m.code.phase = CodePhase::Checking;
  turn.order(Check{turn.await(), m.code.sid, Secret(m.entry)});
  wipe(m.entry);
  return true;
}

// The code was not taken; the screen says why and when it may be tried again.
inline void on_code_denied(Turn& turn, const CodeDenied& denied) {
  CodeState& code = turn.m.code;
  code.phase = CodePhase::Waiting;
  code.note = denied.note;
  code.tries_left = denied.tries_left;
  code.wait_until = denied.wait_until;
}

}  // namespace desk::flow
