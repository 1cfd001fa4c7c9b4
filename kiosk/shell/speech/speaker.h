// Speaker: the port through which a screen is read aloud. say() replaces whatever is being said and returns at once. A speaker that fails is
// lost, never slow and never a danger to the kiosk; saying something again tries anew. Drawing thread.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "data/base/language.h"

namespace desk::shell {

struct Speech {
  Language language = Language::Japanese;
  int speed = 2;    // 1 … 3
  int volume = 3;   // 1 … 5
  std::vector<std::string> sentences;  // marked text
};

enum class SpeakerState { Silent, Speaking, Lost };

class Speaker {
 public:
  virtual ~Speaker() = default;
  // Whether this machine can speak at all: asked once, at start. Without, there is no button.
  [[nodiscard]] virtual bool available() const = 0;
  virtual void say(const Speech& speech) = 0;
  virtual void stop() = 0;   // silence at once
  virtual void end() = 0;    // nobody listens any more: the helper and what it knew are gone when this returns
  [[nodiscard]] virtual SpeakerState state() = 0;
};

struct SpeakerPlaces {
  std::string helper;         // the program desk-speech
  std::string text_folder;    // data/text
  std::string speech_folder;  // data/speech: recordings, if any
};
// The helper's process, started with the first word and killed by end().
[[nodiscard]] std::unique_ptr<Speaker> process_speaker(SpeakerPlaces places);
// A sound device of this machine, or a sound server, or a driver chosen by SDL_AUDIODRIVER.
[[nodiscard]] bool machine_has_sound();

}  // namespace desk::shell
