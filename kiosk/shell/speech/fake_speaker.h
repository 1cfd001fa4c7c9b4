// FakeSpeaker: a speaker that remembers what it was told to say. Tests hold its handles: it dies, or the machine has no sound.
#pragma once

#include <vector>

#include "kiosk/shell/speech/speaker.h"

namespace desk::shell {

class FakeSpeaker final : public Speaker {
 public:
  explicit FakeSpeaker(bool available = true) : available_(available) {}

  bool available() const override { return available_; }
  void say(const Speech& speech) override {
    said.push_back(speech);
    state_ = available_ && !dead_on_start ? SpeakerState::Speaking : SpeakerState::Lost;
  }
  void stop() override {
    if (state_ == SpeakerState::Speaking) state_ = SpeakerState::Silent;
    ++stops;
  }
  void end() override {
    state_ = SpeakerState::Silent;
    said.clear();
    ++ends;
  }
  SpeakerState state() override { return state_; }

  // --- handles
  void finish() { state_ = SpeakerState::Silent; }
  void die() { state_ = SpeakerState::Lost; }
  bool dead_on_start = false;
  std::vector<Speech> said;
  int stops = 0;
  int ends = 0;

 private:
  bool available_;
  SpeakerState state_ = SpeakerState::Silent;
};

}  // namespace desk::shell
