// VoiceEngine: phrases to sound, through libespeak-ng. One thread, one at a time.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>

#include "data/base/result.h"
#include "kiosk/shell/speech/phrase.h"

namespace desk::shell {

class VoiceEngine {
 public:
  // Fails with SoundMissing when the engine or one of its voices is missing.
  [[nodiscard]] static Result<std::unique_ptr<VoiceEngine>> create();
  virtual ~VoiceEngine() = default;
  [[nodiscard]] virtual int rate() const = 0;  // samples a second, mono, 16 bits
  // Hands out the sound piece by piece while it is made; `take` returns false to stop. False when it was stopped.
  virtual bool speak(const Phrase& phrase, int speed, const std::function<bool(std::span<const std::int16_t>)>& take) = 0;
};

}  // namespace desk::shell
