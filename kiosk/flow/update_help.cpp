// The person is not left alone with the screen: staff can be called from everywhere, and the screen can be covered while a paper is fetched.
#include "kiosk/flow/turn.h"

namespace desk::flow {
namespace {

bool of_this_call(const Turn& turn, CommandId id) { return id != 0 && id == turn.m.call.id; }

bool on_answer_to_call(Turn& turn, const Event& event) {
  CallState& call = turn.m.call;
  if (const auto* rung = as<BellRung>(event)) {
    if (of_this_call(turn, rung->id)) call.sound = rung->heard ? CallSound::Rung : CallSound::NoDevice;
  } else if (const auto* begun = as<MessageToStaffBegun>(event)) {
    if (of_this_call(turn, begun->id)) call.message = CallMessage::Sending;
  } else if (const auto* ended = as<MessageToStaffEnded>(event)) {
    if (of_this_call(turn, ended->id)) call.message = ended->sent ? CallMessage::Sent : CallMessage::NotSent;
  } else {
    return false;
  }
  return true;
}

}  // namespace

void Turn::call_staff() {
  m.overlay = Overlay::Help;
  m.help_called = true;
  m.call = CallState{};
  m.call.id = m.next_command++;
  m.call.at = c.wall;
  order(RingBell{m.step, m.call.id});
}

bool on_help(Turn& turn, const Event& event) {
  Model& m = turn.m;
  if (on_answer_to_call(turn, event)) return true;
  if (pressed(event, Action::CallStaff)) {
    turn.call_staff();
  } else if (pressed(event, Action::StepAway)) {
    // Before a visit there is nothing to cover, and while a machine works somebody has to stay with it.
    if (!visit_under_way(m) || busy(m)) return true;
    m.overlay = Overlay::Away;
    m.away_until = turn.c.now + turn.c.delays.away_most;
  } else if (pressed(event, Action::CameBack)) {
    if (m.overlay == Overlay::Away) m.overlay = Overlay::None;
  } else {
    return false;
  }
  return true;
}

void on_away_tick(Turn& turn) {
  Model& m = turn.m;
  if (turn.c.now < m.away_until) return;
  m.overlay = Overlay::IdleWarning;
  m.idle_deadline = turn.c.now + turn.c.delays.idle_answer;
}

}  // namespace desk::flow
