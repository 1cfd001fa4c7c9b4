// SoundOut: samples to the machine's default sound device, through SDL. One thread.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "data/base/result.h"

namespace desk::shell {

class SoundOut {
 public:
  // Fails with SoundMissing where there is no device.
  [[nodiscard]] static Result<std::unique_ptr<SoundOut>> create(int rate);
  virtual ~SoundOut() = default;
  virtual void put(std::span<const std::int16_t> samples, int volume) = 0;  // volume 1 … 5
  virtual void stop() = 0;                                                  // at once: what was put is thrown away
  [[nodiscard]] virtual bool playing() = 0;
  virtual void rest() = 0;                                                  // nothing more to play: the device may sleep
  // A recording as samples of this device's rate; nothing when it cannot be read.
  [[nodiscard]] virtual std::optional<std::vector<std::int16_t>> load_wav(const std::string& path) = 0;
};

}  // namespace desk::shell
