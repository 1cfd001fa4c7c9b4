#include "kiosk/shell/chime.h"

#include <SDL.h>

#include <cmath>
#include <cstdint>
#include <vector>

namespace desk::shell {
namespace {

constexpr int kRate = 48'000;
constexpr double kTones[] = {880.0, 659.3};  // ピン・ポン: a fifth down, as a counter's bell
constexpr double kToneSeconds = 0.7;
constexpr double kDecay = 5.0;               // a struck bell dies away
constexpr double kLoudness = 9'000;

std::vector<std::int16_t> bell() {
  std::vector<std::int16_t> samples;
  for (const double tone : kTones) {
    for (int i = 0; i < static_cast<int>(kRate * kToneSeconds); ++i) {
      const double t = static_cast<double>(i) / kRate;
      samples.push_back(static_cast<std::int16_t>(kLoudness * std::exp(-kDecay * t) * std::sin(2 * M_PI * tone * t)));
    }
  }
  return samples;
}

SDL_AudioDeviceID open_device() {
  if (SDL_InitSubSystem(SDL_INIT_AUDIO) != 0) return 0;
  SDL_AudioSpec wanted{};
  wanted.freq = kRate;
  wanted.format = AUDIO_S16SYS;
  wanted.channels = 1;
  wanted.samples = 2048;
  return SDL_OpenAudioDevice(nullptr, 0, &wanted, nullptr, 0);
}

}  // namespace

bool ring_chime() {
  // Opened at the first call and kept: a device that appears later is found by the next start.
  static const SDL_AudioDeviceID device = open_device();
  if (device == 0) return false;
  const std::vector<std::int16_t> samples = bell();
  SDL_ClearQueuedAudio(device);
  const bool queued = SDL_QueueAudio(device, samples.data(), static_cast<Uint32>(samples.size() * sizeof(std::int16_t))) == 0;
  SDL_PauseAudioDevice(device, 0);
  return queued;
}

}  // namespace desk::shell
