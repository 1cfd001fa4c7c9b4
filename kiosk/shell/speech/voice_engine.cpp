#include "kiosk/shell/speech/voice_engine.h"

#include <espeak-ng/speak_lib.h>

#include <algorithm>
#include <array>

namespace desk::shell {
namespace {

// Words a minute at the three steps. The engine's own measure (175) is a young person's.
constexpr std::array<int, 3> kJapaneseSpeed = {110, 150, 210};
constexpr std::array<int, 3> kOtherSpeed = {115, 150, 200};
constexpr int kGapTenMs = 1;       // between words: kana with spaces would else sound like a list
constexpr int kBufferMs = 100;

// The engine knows one callback for the process and lets it be told nothing but text.
const std::function<bool(std::span<const std::int16_t>)>* listener = nullptr;
bool stopped = false;

int on_sound(short* samples, int count, espeak_EVENT*) {
  if (listener == nullptr || samples == nullptr || count <= 0) return 0;
  if (!(*listener)({samples, static_cast<std::size_t>(count)})) stopped = true;
  return stopped ? 1 : 0;
}

class EspeakEngine final : public VoiceEngine {
 public:
  explicit EspeakEngine(int rate) : rate_(rate) {}
  ~EspeakEngine() override { espeak_Terminate(); }
  EspeakEngine(const EspeakEngine&) = delete;
  EspeakEngine& operator=(const EspeakEngine&) = delete;

  int rate() const override { return rate_; }

  bool speak(const Phrase& phrase, int speed, const std::function<bool(std::span<const std::int16_t>)>& take) override {
    const bool japanese = phrase.voice == Voice::Japanese;
    const auto step = static_cast<std::size_t>(std::clamp(speed, 1, 3) - 1);
    if (espeak_SetVoiceByName(phrase.voice.c_str()) != EE_OK) espeak_SetVoiceByName(Voice::English.c_str());  // a language without a voice
    espeak_SetParameter(espeakRATE, japanese ? kJapaneseSpeed[step] : kOtherSpeed[step], 0);
    espeak_SetParameter(espeakWORDGAP, japanese ? 0 : kGapTenMs, 0);
    listener = &take;
    stopped = false;
    espeak_Synth(phrase.text.c_str(), phrase.text.size() + 1, 0, POS_CHARACTER, 0, espeakCHARS_UTF8, nullptr, nullptr);
    listener = nullptr;
    return !stopped;
  }

 private:
  int rate_;
};

}  // namespace

Result<std::unique_ptr<VoiceEngine>> VoiceEngine::create() {
  const int rate = espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, kBufferMs, nullptr, espeakINITIALIZE_DONT_EXIT);
  if (rate <= 0) return fail(Failure{StaffCode::SoundMissing, "espeak-ng", "its data is missing"});
  espeak_SetSynthCallback(on_sound);
  for (const std::string& voice : {Voice::Japanese, Voice::English}) {
    if (espeak_SetVoiceByName(voice.c_str()) != EE_OK) return fail(Failure{StaffCode::SoundMissing, "espeak-ng", "no voice " + voice});
  }
  return std::unique_ptr<VoiceEngine>(std::make_unique<EspeakEngine>(rate));
}

}  // namespace desk::shell
