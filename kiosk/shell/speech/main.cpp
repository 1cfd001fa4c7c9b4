// desk-speech: says aloud what the kiosk writes to its standard input (speech_orders.h). A process of its own, so that engine, dictionary and
// sound driver are in memory only while somebody listens, and their faults are nobody else's. It holds the words it says and nothing more, and
// is killed at the end of the visit.
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "kiosk/shell/speech/clips.h"
#include "kiosk/shell/speech/reader.h"
#include "kiosk/shell/speech/sound_out.h"
#include "kiosk/shell/speech/speech_orders.h"
#include "kiosk/shell/speech/voice_engine.h"

namespace {

using namespace desk;
using namespace desk::shell;

constexpr int kUnavailable = 3;
constexpr int kWatchMs = 20;          // while something plays: to notice its end
constexpr double kPauseSeconds = 0.28;  // between two sentences

int complain(const Failure& failure) {
  std::fprintf(stderr, "desk-speech: %s\n", failure.message().c_str());
  return kUnavailable;
}

bool input_waits(int patience_ms) {
  pollfd wanted{STDIN_FILENO, POLLIN, 0};
  return poll(&wanted, 1, patience_ms) > 0;
}

void tell(const std::string& line) {
  if (write(STDOUT_FILENO, line.data(), line.size()) < 0) std::_Exit(0);  // nobody listens to us any more
}

class Mouth {
 public:
  Mouth(Reader& reader, VoiceEngine& engine, SoundOut& out, const Clips& clips) : reader_(reader), engine_(engine), out_(out), clips_(clips) {}

  void obey(const SpeechOrder& order) {
    out_.stop();
    saying_ = 0;
    if (order.kind == SpeechOrder::Kind::Stop) return;
    for (const std::string& sentence : order.sentences) {
      // Whatever comes replaces this, so there is no reason to make more of it.
      if (input_waits(0) || !say(sentence, order)) return;
      const std::vector<std::int16_t> pause(static_cast<std::size_t>(engine_.rate() * kPauseSeconds), 0);
      out_.put(pause, order.volume);
    }
    saying_ = order.id;
  }

  // Tells once when the last of it was played.
  void watch() {
    if (saying_ == 0 || out_.playing()) return;
    tell("DONE " + std::to_string(saying_) + "\n");
    saying_ = 0;
    out_.rest();
  }
  [[nodiscard]] bool saying() const { return saying_ != 0; }

 private:
  bool say(const std::string& sentence, const SpeechOrder& order) {
    if (const std::string clip = clips_.find(sentence, order.language); !clip.empty()) {
      if (const auto samples = out_.load_wav(clip)) {
        out_.put(*samples, order.volume);
        return true;
      }
    }
    for (const Phrase& phrase : reader_.read(sentence, order.language).phrases) {
      const bool whole = engine_.speak(phrase, order.speed, [&](std::span<const std::int16_t> samples) {
        if (input_waits(0)) return false;
        out_.put(samples, order.volume);
        return true;
      });
      if (!whole) return false;
    }
    return true;
  }

  Reader& reader_;
  VoiceEngine& engine_;
  SoundOut& out_;
  const Clips& clips_;
  int saying_ = 0;
};

int run(const std::string& text_folder, const std::string& speech_folder) {
  auto engine = VoiceEngine::create();
  if (!engine) return complain(engine.error());
  auto out = SoundOut::create((*engine)->rate());
  if (!out) return complain(out.error());
  auto reader = Reader::create(text_folder);
  if (!reader) return complain(reader.error());
  const auto clips = Clips::open(text_folder, speech_folder);
  if (!clips) return complain(clips.error());
  tell("READY\n");
  Mouth mouth(**reader, **engine, **out, *clips);
  SpeechOrderReader orders;
  for (;;) {
    if (input_waits(mouth.saying() ? kWatchMs : -1)) {
      char buffer[4096];
      const ssize_t got = read(STDIN_FILENO, buffer, sizeof buffer);
      if (got <= 0) return 0;
      orders.feed({buffer, static_cast<std::size_t>(got)});
      // Only the newest counts.
      std::optional<SpeechOrder> newest;
      while (auto order = orders.next()) newest = std::move(order);
      if (orders.broken()) return complain({StaffCode::Internal, "standard input", "an order was expected"});
      if (newest) mouth.obey(*newest);
    }
    mouth.watch();
  }
}

}  // namespace

int main(int count, char** values) {
  if (count != 3) {
    std::fputs("usage: desk-speech TEXT_FOLDER SPEECH_FOLDER\n", stderr);
    return 2;
  }
  // It holds what a person's screen says: no core file, and an end with its parent.
  const rlimit none{0, 0};
  setrlimit(RLIMIT_CORE, &none);
  prctl(PR_SET_DUMPABLE, 0);
  signal(SIGPIPE, SIG_IGN);
  return run(values[1], values[2]);
}
