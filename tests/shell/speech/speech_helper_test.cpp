// The real helper, heard through SDL's disk driver: that there is sound, that it differs as it should, and that it stops.
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>

#include "kiosk/shell/speech/speech_orders.h"
#include "tests/shell/speech/speech_helper.h"

namespace desk::shell {
namespace {

SpeechOrder order(int id, Language language, std::string sentence, int speed = 2, int volume = 3) {
  return {SpeechOrder::Kind::Say, id, language, speed, volume, {std::move(sentence)}};
}

Heard said(const SpeechOrder& what, const std::string& clips = "") {
  SpeechHelper helper(clips);
  EXPECT_EQ(helper.line(), "READY");
  helper.tell(to_bytes(what));
  EXPECT_EQ(helper.line(), "DONE " + std::to_string(what.id));
  return heard(helper.samples());
}

constexpr int kRate = 22'050;
const char* const kSentence = "会社ですか、個人事業主ですか。";

TEST(SpeechHelper, SaysASentenceInSomeSeconds) {
  const Heard sound = said(order(1, Language::Japanese, kSentence));
  EXPECT_GT(sound.length, kRate * 3 / 2);
  EXPECT_LT(sound.length, kRate * 8);
  EXPECT_GT(sound.loudness, 200);
}

TEST(SpeechHelper, SpeaksSlowerLouderAndInAnotherLanguageWhenAsked) {
  const Heard normal = said(order(1, Language::Japanese, kSentence));
  EXPECT_GT(said(order(1, Language::Japanese, kSentence, 1)).length, normal.length * 5 / 4);
  EXPECT_LT(said(order(1, Language::Japanese, kSentence, 3)).length, normal.length * 5 / 6);
  EXPECT_GT(said(order(1, Language::Japanese, kSentence, 2, 5)).loudness, normal.loudness * 1.5);
  EXPECT_LT(said(order(1, Language::Japanese, kSentence, 2, 1)).loudness, normal.loudness * 0.6);
  const std::string shared = "2026";  // the same text, two voices
  EXPECT_NE(said(order(1, Language::Japanese, shared)).length, said(order(1, Language::English, shared)).length);
}

TEST(SpeechHelper, IsSilentAfterStopAndSpeaksAgain) {
  SpeechHelper helper;
  ASSERT_EQ(helper.line(), "READY");
  helper.tell(to_bytes(order(1, Language::Japanese, "これは、とても長い文です。いつまでも読み続けて、なかなか終わりません。まだ終わりません。")) + to_bytes({}));
  helper.tell(to_bytes(order(2, Language::Japanese, "はい")));
  EXPECT_EQ(helper.line(), "DONE 2");  // the first was never said to its end
  const Heard both = heard(helper.samples());
  EXPECT_LT(both.length, kRate * 3);
  EXPECT_EQ(helper.end(), 0);
}

TEST(SpeechHelper, ANewOrderReplacesTheOneBeingSaid) {
  SpeechHelper helper;
  ASSERT_EQ(helper.line(), "READY");
  helper.tell(to_bytes(order(1, Language::Japanese, kSentence)));
  helper.tell(to_bytes(order(2, Language::English, "Next screen.")));
  EXPECT_EQ(helper.line(), "DONE 2");
}

// A recording of 440 Hz, which no voice is.
void write_tone(const std::string& path, int seconds) {
  std::filesystem::create_directories(std::filesystem::path(path).parent_path());
  std::ofstream file(path, std::ios::binary);
  const auto number = [&](std::uint32_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) file.put(static_cast<char>(value >> (8 * i) & 0xFFU));
  };
  const auto count = static_cast<std::uint32_t>(44'100 * seconds);
  file << "RIFF";
  number(36 + count * 2, 4);
  file << "WAVEfmt ";
  number(16, 4), number(1, 2), number(1, 2), number(44'100, 4), number(88'200, 4), number(2, 2), number(16, 2);
  file << "data";
  number(count * 2, 4);
  for (std::uint32_t i = 0; i < count; ++i) number(static_cast<std::uint16_t>(static_cast<std::int16_t>(9000 * std::sin(2 * M_PI * 440 * i / 44'100.0))), 2);
}

TEST(SpeechHelper, ARecordingIsPlayedInPlaceOfTheEngine) {
  std::string pattern = (std::filesystem::temp_directory_path() / "desk-clips-XXXXXX").string();
  const std::string clips = mkdtemp(pattern.data());
  write_tone(clips + "/ja/button.next.wav", 2);
  const Heard clip = said(order(1, Language::Japanese, "つぎへ"), clips);
  EXPECT_NEAR(static_cast<double>(clip.length), 2.0 * kRate, kRate * 0.05);
  EXPECT_NEAR(clip.loudness, 9000 / std::sqrt(2.0) * 0.58, 300);  // the volume holds for recordings, too
  const Heard other = said(order(1, Language::EasyJapanese, "つぎへ"), clips);  // of another language: none
  EXPECT_LT(other.length, static_cast<std::size_t>(kRate * 3 / 2));
  std::filesystem::remove_all(clips);
}

TEST(SpeechHelper, EndsWithItsInputAndRefusesWhatIsNoOrder) {
  SpeechHelper helper;
  ASSERT_EQ(helper.line(), "READY");
  EXPECT_EQ(helper.end(), 0);
  SpeechHelper confused;
  ASSERT_EQ(confused.line(), "READY");
  confused.tell("SHOUT\n");
  EXPECT_EQ(confused.line(), "");
  EXPECT_EQ(confused.end(), 3);
}

}  // namespace
}  // namespace desk::shell
