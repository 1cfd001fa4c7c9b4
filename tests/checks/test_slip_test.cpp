// The slip: each item as shape and word, what is broken with its cure, and nothing that paper cannot know.
#include "kiosk/checks/test_slip.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "data/text/device_words.h"
#include "kiosk/checks/device_checks.h"
#include "printer/compose.h"
#include "printer/layout.h"
#include "tests/places.h"

namespace desk::checks {
namespace {

const text::TextCatalog& catalog() {
  static const auto loaded = text::TextCatalog::load(source_tree() + "/data/text");
  return *loaded;
}

flow::SelfTestState sample() {
  flow::SelfTestState test;
  for (const flow::TestItem item : flow::kTestItems) test.of(item).outcome = flow::TestOutcome::Good;
  test.of(flow::TestItem::Touch) = {flow::TestOutcome::Bad, StaffCode::TouchDead, "touch_dead", {{"count", "3"}, {"places", "top_right left"}}};
  test.of(flow::TestItem::Scanner) = {flow::TestOutcome::Care, StaffCode::SheetDirty, "sheet_streaks", {{"count", "1"}, {"mm", "42"}}};
  test.of(flow::TestItem::Sms).outcome = flow::TestOutcome::Skipped;
  test.of(flow::TestItem::Printer).outcome = flow::TestOutcome::Running;
  return test;
}

SlipFacts facts_of(const config::DeskConfig& config) { return {config, {make_date(2026, 11, 22), 8 * 60 + 41}, "sato", false, "https://desk.example"}; }

TEST(TestSlip, NamesEachItemWithShapeAndWordAndWhatToDo) {
  const config::DeskConfig config = config::demonstration("/nonexistent");
  const text::Words words(catalog(), Language::Japanese);
  const auto slip = test_slip(sample(), words, facts_of(config));
  const auto lines = printer::lines_of(printer::compose(slip, words));
  const auto has = [&](const std::string& text) {
    return std::any_of(lines.begin(), lines.end(), [&](const std::string& line) { return line.find(text) != std::string::npos; });
  };
  EXPECT_TRUE(has("sato"));
  EXPECT_TRUE(has("✕ 画面のタッチ … 異常 SC-703"));
  EXPECT_TRUE(has("？ 読み取り機 … 注意 SC-704"));
  EXPECT_TRUE(has("■ 時計 … 正常"));
  EXPECT_TRUE(has("□ SMS … 未点検"));
  EXPECT_TRUE(has("？ プリンター … 読めれば正常")) << "paper cannot know how it comes out";
  EXPECT_TRUE(has("右上・左"));
  EXPECT_TRUE(has("左から42mm"));
  EXPECT_TRUE(has("ガラスを、乾いた布で"));
}

TEST(TestSlip, PrintsInEveryLanguageAndWidth) {
  const config::DeskConfig config = config::demonstration("/nonexistent");
  auto typesetter = text::Typesetter::create();
  ASSERT_TRUE(typesetter);
  for (const Language language : {Language::Japanese, Language::EasyJapanese, Language::English}) {
    const text::Words words(catalog(), language);
    for (const int dots : {576, 384}) {
      const auto drawn = printer::render_receipt(test_slip(sample(), words, facts_of(config)), words, **typesetter, {dots, true});
      ASSERT_TRUE(drawn) << drawn.error().message();
    }
  }
}

TEST(DeviceWords, EveryNoteThatACheckCanGiveHasItsWordsAndEveryFaultItsCure) {
  const text::Words words(catalog(), Language::Japanese);
  for (const char* note : {"printer_failed", "scanner_failed", "sms_failed", "page_failed", "network_down", "clock_jumped", "disk_full", "touch_absent"}) {
    EXPECT_EQ(text::found_words(words, note, {}).find("⟦"), std::string::npos) << note;
  }
  for (const StaffCode code : all_staff_codes()) EXPECT_NE(text::cure_words(words, "", code), "") << to_string(code);
}

}  // namespace
}  // namespace desk::checks
