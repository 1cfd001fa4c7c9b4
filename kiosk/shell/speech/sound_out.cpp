#include "kiosk/shell/speech/sound_out.h"

#include <SDL.h>

#include <algorithm>
#include <array>

namespace desk::shell {
namespace {

constexpr std::array<double, 5> kGain = {0.22, 0.38, 0.58, 0.8, 1.0};

class SdlSoundOut final : public SoundOut {
 public:
  SdlSoundOut(SDL_AudioDeviceID device, int rate) : device_(device), rate_(rate) {}
  ~SdlSoundOut() override {
    SDL_CloseAudioDevice(device_);
    SDL_QuitSubSystem(SDL_INIT_AUDIO);
  }
  SdlSoundOut(const SdlSoundOut&) = delete;
  SdlSoundOut& operator=(const SdlSoundOut&) = delete;

  void put(std::span<const std::int16_t> samples, int volume) override {
    const double gain = kGain[static_cast<std::size_t>(std::clamp(volume, 1, 5) - 1)];
    std::vector<std::int16_t> scaled(samples.size());
    std::transform(samples.begin(), samples.end(), scaled.begin(), [gain](std::int16_t sample) { return static_cast<std::int16_t>(sample * gain); });
    SDL_QueueAudio(device_, scaled.data(), static_cast<Uint32>(scaled.size() * sizeof(std::int16_t)));
    SDL_PauseAudioDevice(device_, 0);
  }

  void stop() override {
    SDL_ClearQueuedAudio(device_);
    rest();
  }
  void rest() override { SDL_PauseAudioDevice(device_, 1); }
  bool playing() override { return SDL_GetQueuedAudioSize(device_) > 0; }

  std::optional<std::vector<std::int16_t>> load_wav(const std::string& path) override {
    SDL_AudioSpec spec{};
    Uint8* raw = nullptr;
    Uint32 bytes = 0;
    if (SDL_LoadWAV(path.c_str(), &spec, &raw, &bytes) == nullptr) return std::nullopt;
    std::optional<std::vector<std::int16_t>> samples;
    SDL_AudioCVT conversion{};
    if (SDL_BuildAudioCVT(&conversion, spec.format, spec.channels, spec.freq, AUDIO_S16SYS, 1, rate_) >= 0) {
      std::vector<Uint8> buffer(static_cast<std::size_t>(bytes) * static_cast<std::size_t>(std::max(conversion.len_mult, 1)));
      std::copy(raw, raw + bytes, buffer.begin());
      conversion.buf = buffer.data();
      conversion.len = static_cast<int>(bytes);
      conversion.len_cvt = conversion.len;
      if (conversion.needed == 0 || SDL_ConvertAudio(&conversion) == 0) {
        samples.emplace(static_cast<std::size_t>(conversion.len_cvt) / sizeof(std::int16_t));
        std::copy_n(buffer.begin(), samples->size() * sizeof(std::int16_t), reinterpret_cast<Uint8*>(samples->data()));
      }
    }
    SDL_FreeWAV(raw);
    return samples;
  }

 private:
  SDL_AudioDeviceID device_;
  int rate_;
};

}  // namespace

Result<std::unique_ptr<SoundOut>> SoundOut::create(int rate) {
  SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
  SDL_SetMainReady();
  if (SDL_InitSubSystem(SDL_INIT_AUDIO) != 0) return fail(Failure{StaffCode::SoundMissing, "sound", SDL_GetError()});
  SDL_AudioSpec wanted{};
  wanted.freq = rate;
  wanted.format = AUDIO_S16SYS;
  wanted.channels = 1;
  wanted.samples = 1024;  // 46 ms: a stop is heard at once
  const SDL_AudioDeviceID device = SDL_OpenAudioDevice(nullptr, 0, &wanted, nullptr, 0);
  if (device == 0) return fail(Failure{StaffCode::SoundMissing, "sound", SDL_GetError()});
  return std::unique_ptr<SoundOut>(std::make_unique<SdlSoundOut>(device, rate));
}

}  // namespace desk::shell
