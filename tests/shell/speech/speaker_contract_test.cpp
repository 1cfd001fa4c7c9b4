// What every speaker keeps to: the fake one that tests hold, and the helper's process.
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <thread>

#include "data/base/clock.h"
#include "kiosk/shell/speech/fake_speaker.h"
#include "tests/places.h"

namespace desk::shell {
namespace {

struct Bench {
  std::unique_ptr<Speaker> speaker;
  std::function<void()> finish;   // what is being said comes to its end
  std::function<void()> die;      // the helper is gone from one moment to the next
};

// The one child of this process.
int helper_pid() {
  std::ifstream children("/proc/self/task/" + std::to_string(getpid()) + "/children");
  int pid = 0;
  children >> pid;
  return pid;
}

bool becomes(Speaker& speaker, SpeakerState wanted) {
  const SystemClock clock;
  const SteadyTime patience = clock.steady() + std::chrono::seconds{20};
  while (clock.steady().micros < patience.micros) {
    if (speaker.state() == wanted) return true;
    std::this_thread::yield();
  }
  return false;
}

Bench fake() {
  auto speaker = std::make_unique<FakeSpeaker>();
  FakeSpeaker* handle = speaker.get();
  return {std::move(speaker), [handle] { handle->finish(); }, [handle] { handle->die(); }};
}

Bench real() {
  setenv("SDL_AUDIODRIVER", "disk", 1);
  setenv("SDL_DISKAUDIOFILE", "/dev/null", 1);
  setenv("SDL_DISKAUDIODELAY", "1", 1);
  return {process_speaker({build_tree() + "/bin/desk-speech", source_tree() + "/data/text", ""}), [] {}, [] { kill(helper_pid(), SIGKILL); }};
}

const Speech kSpeech{Language::Japanese, 3, 3, {"はい"}};

class SpeakerContract : public ::testing::TestWithParam<Bench (*)()> {
 protected:
  Bench bench = GetParam()();
  Speaker& speaker = *bench.speaker;
};

TEST_P(SpeakerContract, IsSilentUntilItIsToldToSpeak) {
  EXPECT_TRUE(speaker.available());
  EXPECT_EQ(speaker.state(), SpeakerState::Silent);
  speaker.stop();
  speaker.end();
  EXPECT_EQ(speaker.state(), SpeakerState::Silent);
}

TEST_P(SpeakerContract, SpeaksAndComesToAnEnd) {
  speaker.say(kSpeech);
  EXPECT_EQ(speaker.state(), SpeakerState::Speaking);
  bench.finish();
  EXPECT_TRUE(becomes(speaker, SpeakerState::Silent));
}

TEST_P(SpeakerContract, StopsAtOnceAndSpeaksAgain) {
  speaker.say(kSpeech);
  speaker.stop();
  EXPECT_EQ(speaker.state(), SpeakerState::Silent);
  speaker.say(kSpeech);
  EXPECT_EQ(speaker.state(), SpeakerState::Speaking);
}

TEST_P(SpeakerContract, IsGoneAfterTheEndAndBeginsAnewForTheNextPerson) {
  speaker.say(kSpeech);
  speaker.end();
  EXPECT_EQ(speaker.state(), SpeakerState::Silent);
  EXPECT_EQ(helper_pid(), 0);
  speaker.say(kSpeech);
  bench.finish();
  EXPECT_TRUE(becomes(speaker, SpeakerState::Silent));
}

TEST_P(SpeakerContract, ADeadHelperIsLostAndTheNextWordTriesAnew) {
  speaker.say(kSpeech);
  bench.die();
  EXPECT_TRUE(becomes(speaker, SpeakerState::Lost));
  speaker.stop();
  EXPECT_EQ(helper_pid(), 0);
  speaker.say(kSpeech);
  EXPECT_EQ(speaker.state(), SpeakerState::Speaking);
}

INSTANTIATE_TEST_SUITE_P(Both, SpeakerContract, ::testing::Values(&fake, &real), [](const auto& tested) { return tested.index == 0 ? "Fake" : "Process"; });

TEST(Sound, AMachineWithoutAHelperOrADeviceHasNone) {
  setenv("SDL_AUDIODRIVER", "disk", 1);
  EXPECT_FALSE(process_speaker({"/nowhere/desk-speech", "", ""})->available());
  setenv("SDL_AUDIODRIVER", "dummy", 1);
  EXPECT_FALSE(machine_has_sound());
  EXPECT_FALSE(FakeSpeaker(false).available());
}

TEST(Sound, AHelperThatCannotOpenItsDeviceIsLostNotSlow) {
  setenv("SDL_AUDIODRIVER", "no such driver", 1);
  const auto speaker = process_speaker({build_tree() + "/bin/desk-speech", source_tree() + "/data/text", ""});
  ASSERT_TRUE(speaker->available());
  speaker->say(kSpeech);
  EXPECT_TRUE(becomes(*speaker, SpeakerState::Lost));
}

}  // namespace
}  // namespace desk::shell
