// Reading aloud: on and off, how fast and how loud. The panel stays open while it is being set, so that the difference can be heard.
#include "kiosk/flow/turn.h"

namespace desk::flow {

bool on_speech(Turn& turn, const Event& event) {
  Model& m = turn.m;
  const Settings before = m.settings;
  if (const auto* switched = as<SpeechSwitched>(event)) {
    m.settings.speech = switched->on;
    if (switched->on) m.speech_lost = false;  // trying again is the only way to find out
  } else if (const auto* speed = as<SpeechSpeedChosen>(event)) {
    if (speed->speed >= kSlowest && speed->speed <= kFastest) m.settings.speech_speed = speed->speed;
  } else if (const auto* volume = as<SpeechVolumeChosen>(event)) {
    if (volume->volume >= kQuietest && volume->volume <= kLoudest) m.settings.speech_volume = volume->volume;
  } else if (as<SpeechLost>(event)) {
    m.settings.speech = false;
    m.speech_lost = true;
    turn.note("speech_lost", std::string(name_of(m.step)));
  } else if (pressed(event, Action::ReadAgain)) {
    m.overlay = Overlay::None;  // the screen is to be read, not the panel over it
    turn.order(ReadScreenAgain{});
    return true;
  } else if (pressed(event, Action::StopReading)) {
    turn.order(StopSpeaking{});
    return true;
  } else {
    return false;
  }
  if (!(before == m.settings)) turn.order(ApplySettings{});
  return true;
}

}  // namespace desk::flow
