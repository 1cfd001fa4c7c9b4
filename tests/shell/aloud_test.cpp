// What is said while somebody listens: with the gallery's screens, a speaker that remembers, and the dictionary that the helper has.
#include "kiosk/shell/aloud.h"

#include <gtest/gtest.h>

#include "kiosk/screens/screen_name.h"
#include "kiosk/shell/speech/fake_speaker.h"
#include "tests/shell/listening_panel.h"

namespace desk::shell {
namespace {

using gallery::Sample;
using gallery::Show;
using gallery::world;

const Sample& sample_named(std::string_view name) {
  for (const Sample& sample : gallery::all_samples()) {
    if (sample.name == name) return sample;
  }
  throw std::runtime_error("no sample " + std::string(name));
}

class Listening : public ::testing::Test {
 protected:
  // A frame of this sample stands on the panel.
  void show(std::string_view name) {
    Show shown(world(), world().texts, sample_named(name), settings.language, *panel.typesetter);
    const screens::Scene scene = shown.scene();
    panel.draw(shown, [&](const screens::Canvas& canvas) {
      aloud.drawn(canvas, screens::screen_name(scene, shown.stage().ui), screens::layer_name(scene, shown.stage().ui), settings);
    });
    aloud.presented(settings, text::Words(world().texts, settings.language));
  }
  ListeningPanel panel;
  FakeSpeaker speaker;
  Aloud aloud{speaker};
  flow::Settings settings;
};

TEST_F(Listening, NothingIsSaidUntilSomebodyAsks) {
  show("entity");
  EXPECT_TRUE(speaker.said.empty());
  EXPECT_EQ(speaker.ends, 0);
}

TEST_F(Listening, AScreenIsReadWhenItAppearsInTheSettingsOfTheVisit) {
  settings.speech = true;
  settings.speech_speed = 3;
  settings.speech_volume = 1;
  show("entity");
  ASSERT_EQ(speaker.said.size(), 1U);
  EXPECT_EQ(speaker.said[0].speed, 3);
  EXPECT_EQ(speaker.said[0].volume, 1);
  EXPECT_EQ(speaker.said[0].sentences.front(), text::Words(world().texts, Language::Japanese)("question.entity.title"));
  show("entity");
  EXPECT_EQ(speaker.said.size(), 1U) << "drawn again is not read again";
  show("capital");
  EXPECT_EQ(speaker.said.size(), 2U);
}

TEST_F(Listening, TheIdleWarningComesBeforeWhateverIsBeingRead) {
  settings.speech = true;
  show("employees");
  show("overlay-idle");
  ASSERT_EQ(speaker.said.size(), 2U);
  const std::string title = text::Words(world().texts, Language::Japanese)("screen.overlay.idle.title");
  EXPECT_NE(std::find(speaker.said.back().sentences.begin(), speaker.said.back().sentences.end(), title), speaker.said.back().sentences.end());
}

TEST_F(Listening, AnotherLanguageIsReadAnewInIt) {
  settings.speech = true;
  show("entity");
  settings.language = Language::English;
  show("entity");
  ASSERT_EQ(speaker.said.size(), 2U);
  EXPECT_EQ(speaker.said[1].language, Language::English);
}

TEST_F(Listening, OnceMoreReadsTheButtonsToo) {
  settings.speech = true;
  show("entity");
  aloud.again(settings);
  show("entity");
  ASSERT_EQ(speaker.said.size(), 2U);
  EXPECT_GT(speaker.said[1].sentences.size(), speaker.said[0].sentences.size());
}

TEST_F(Listening, AScreenThatWasStoppedStaysSilentUntilTheNext) {
  settings.speech = true;
  show("entity");
  aloud.hush();
  EXPECT_EQ(speaker.stops, 1);
  show("entity");
  EXPECT_EQ(speaker.said.size(), 1U);
  show("capital");
  EXPECT_EQ(speaker.said.size(), 2U);
}

TEST_F(Listening, AnotherSpeedIsHeardAtOnce) {
  settings.speech = true;
  show("entity");
  settings.speech_speed = 1;
  show("entity");
  ASSERT_EQ(speaker.said.size(), 2U);
  EXPECT_EQ(speaker.said[1].speed, 1);
  EXPECT_EQ(speaker.said[1].sentences.size(), 1U);
}

TEST_F(Listening, WhenSomebodyHasHeardEnoughTheHelperIsGone) {
  settings.speech = true;
  show("entity");
  settings = {};  // switched off, or the visit has ended
  show("attract");
  EXPECT_EQ(speaker.ends, 1);
  EXPECT_TRUE(speaker.said.empty());
  show("attract");
  EXPECT_EQ(speaker.ends, 1);
}

TEST_F(Listening, AKeyIsSaidWhenItIsTypedButNeverThatOfAPin) {
  settings.speech = true;
  show("employees");
  aloud.typed("pad.7");
  show("employees");
  ASSERT_EQ(speaker.said.size(), 2U);
  EXPECT_EQ(speaker.said[1].sentences, std::vector<std::string>{"7"});
  show("staff_pin");
  aloud.typed("pad.7");
  show("staff_pin");
  EXPECT_EQ(speaker.said.size(), 3U) << "the screen was read, the key was not; last: " << testing::PrintToString(speaker.said.back().sentences);
}

TEST_F(Listening, ALostSpeakerIsToldOnce) {
  settings.speech = true;
  EXPECT_FALSE(aloud.lost());
  show("entity");
  EXPECT_FALSE(aloud.lost());
  speaker.die();
  EXPECT_TRUE(aloud.lost());
  EXPECT_FALSE(aloud.lost());
}

}  // namespace
}  // namespace desk::shell
