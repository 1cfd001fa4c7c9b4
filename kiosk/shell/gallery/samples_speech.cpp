// The sound panel in its states, and what is said to somebody who touched what cannot be pressed yet.
#include "kiosk/shell/gallery/samples.h"

namespace desk::shell::gallery {

using flow::Step;

std::vector<Sample> speech_samples() {
  std::vector<Sample> all;
  all.push_back({"sound-on", [](Stage& stage) {
                   stage.at(Step::Capital);
                   stage.tell(flow::Pressed{flow::Action::OpenSound});
                   stage.tell(flow::SpeechSwitched{true});
                   stage.tell(flow::SpeechVolumeChosen{5});
                   stage.tell(flow::SpeechSpeedChosen{1});
                 }});
  all.push_back({"sound-lost", [](Stage& stage) {
                   stage.at(Step::Entity);
                   stage.tell(flow::Pressed{flow::Action::OpenSound});
                   stage.tell(flow::SpeechLost{});
                 }});
  all.push_back({"sound-none", [](Stage& stage) {
                   stage.desk.sound = false;
                   stage.at(Step::Industry);
                 }});
  return all;
}

}  // namespace desk::shell::gallery
