// Every screen of the gallery in every language, as it is read aloud.
#include <gtest/gtest.h>

#include "kiosk/screens/reading.h"
#include "kiosk/shell/speech/reader.h"
#include "tests/places.h"
#include "tests/shell/listening_panel.h"

namespace desk::shell {
namespace {

using gallery::Sample;
using gallery::Show;
using gallery::world;

// Whoever listens gets every screen: something to say, and no character that the dictionary leaves out.
TEST(aloud, EveryScreenCanBeReadInEveryLanguage) {
  const auto reader = Reader::create(source_tree() + "/data/text");
  ASSERT_TRUE(reader.ok()) << reader.error().message();
  ListeningPanel panel;
  for (const Language language : {Language::Japanese, Language::EasyJapanese, Language::English}) {
    const text::Words words(world().texts, language);
    for (const Sample& sample : gallery::all_samples()) {
      Show shown(world(), world().texts, sample, language, *panel.typesetter);
      screens::Reading reading;
      panel.draw(shown, [&](const screens::Canvas& canvas) { reading = screens::read_screen(canvas.spoken(), canvas.frame_targets(), words); });
      EXPECT_FALSE(reading.body.empty()) << sample.name << " " << code_of(language);
      // The grid of the touch test has nothing but the finger's way over it.
      EXPECT_TRUE(!reading.choices.empty() || !reading.frame.empty() || sample.name.starts_with("staff-touch") || sample.name.starts_with("staff_touch_test")) << sample.name << " " << code_of(language) << ": nothing to press";
      for (const auto* part : {&reading.body, &reading.choices, &reading.frame}) {
        for (const std::string& sentence : *part) {
          const Spoken spoken = (*reader)->read(sentence, language);
          EXPECT_EQ(spoken.unread, "") << sample.name << " " << code_of(language) << ": " << sentence;
          EXPECT_FALSE(spoken.phrases.empty()) << sample.name << " " << code_of(language) << ": " << sentence;
        }
      }
    }
  }
}

}  // namespace
}  // namespace desk::shell
