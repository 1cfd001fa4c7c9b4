#include "kiosk/shell/aloud.h"

#include <utility>

namespace desk::shell {
namespace {

// Emptied and given back: clear() would keep the memory, and with it what stood there.
template <class T>
void give_back(std::vector<T>& items) {
  std::vector<T>().swap(items);
}

}  // namespace

void Aloud::drawn(const screens::Canvas& canvas, std::string screen, std::string layer, const flow::Settings& settings) {
  if (!settings.speech) return;
  texts_ = canvas.spoken();
  targets_ = canvas.frame_targets();
  focus_ = canvas.focus().key();
  group_ = canvas.focus().group();
  secret_ = canvas.secret();
  if (secret_ && is_key(focus_)) focus_.clear();
  screen_ = std::move(screen);
  layer_ = std::move(layer);
}

void Aloud::presented(const flow::Settings& settings, const text::Words& words) {
  if (!settings.speech) {
    if (on_) {
      speaker_.end();
      forget();
    }
    return;
  }
  on_ = true;
  if (hushed_ != screen_) hushed_.clear();
  if (std::exchange(again_, false)) {
    (void)reader_.look(frame(), words);
    return say(reader_.again(frame(), words), settings);
  }
  // Another language is another screen; another speed or volume is heard at once on what was said last.
  if (settings.language != said_with_.language) reader_.forget();
  const bool heard_otherwise = settings.speech_speed != said_with_.speech_speed || settings.speech_volume != said_with_.speech_volume;
  auto fresh = reader_.look(frame(), words);
  const std::string typed = std::exchange(typed_, {});
  if (!fresh && is_key(typed)) fresh = {{screens::label_aloud(*target(typed), words)}};
  if (fresh && !(layer_.empty() && !hushed_.empty())) say(std::move(*fresh), settings);
  else if (heard_otherwise) say({words("screen.overlay.sound.sample")}, settings);
  said_with_ = settings;
}

void Aloud::again(const flow::Settings& settings) {
  if (!settings.speech) return;
  hushed_.clear();
  again_ = true;
}

void Aloud::typed(std::string_view key) {
  if (on_ && !secret_) typed_ = key;
}

const screens::Target* Aloud::target(std::string_view key) const {
  for (const screens::Target& each : targets_) {
    if (each.key == key) return &each;
  }
  return nullptr;
}

bool Aloud::is_key(std::string_view key) const {
  const screens::Target* found = target(key);
  return found != nullptr && found->kind == screens::TargetKind::Key;
}

void Aloud::hush() {
  speaker_.stop();
  hushed_ = screen_;
}

bool Aloud::lost() {
  if (!on_ || speaker_.state() != SpeakerState::Lost) return false;
  forget();
  return true;
}

void Aloud::say(std::vector<std::string> sentences, const flow::Settings& settings) {
  speaker_.say({settings.language, settings.speech_speed, settings.speech_volume, std::move(sentences)});
  said_with_ = settings;
}

void Aloud::forget() {
  reader_.forget();
  give_back(texts_);
  give_back(targets_);
  give_back(group_);
  screen_.clear();
  layer_.clear();
  focus_.clear();
  hushed_.clear();
  typed_.clear();
  on_ = again_ = secret_ = false;
  said_with_ = {};
}

}  // namespace desk::shell
