// The gallery's checks on screens that were spoilt on purpose: each says what is wrong, and is silent about what is right.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "kiosk/screens/keys.h"
#include "kiosk/shell/gallery/checks.h"
#include "kiosk/shell/gallery/contrast.h"

namespace desk::shell::gallery {
namespace {

using screens::Rect;
using screens::Target;
using screens::TargetKind;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr double kPxPerMm = 4;

PlacedText placed(std::string words, const Rect& mm, text::Colour ink = screens::theme_of(screens::ThemeName::Paper).ink) {
  text::TextStyle style;
  style.em_px = 30;
  style.line_height = 1.2;
  style.ink = ink;
  return {std::move(words), style, {mm.x * kPxPerMm, mm.y * kPxPerMm, mm.w * kPxPerMm, mm.h * kPxPerMm}, false};
}

// A button with its word, and a line above it.
Drawing sound_drawing() {
  Drawing drawing;
  drawing.setup.panel = {800, 600, kPxPerMm};
  drawing.targets = {Target{"frame.next", {100, 100, 60, 20}, "つぎへ", TargetKind::Primary, true, false, false}};
  drawing.focus = {"frame.next"};
  drawing.texts = {placed("何人ですか", {20, 20, 80, 10}), placed("つぎへ", {110, 105, 40, 10})};
  return drawing;
}

TEST(Checks, ASoundScreenHasNoComplaint) { EXPECT_THAT(complaints(sound_drawing()), IsEmpty()); }

TEST(Checks, TextsOverEachOtherAreNamed) {
  Drawing drawing = sound_drawing();
  drawing.texts.push_back(placed("12人", {90, 22, 30, 10}));
  EXPECT_THAT(complaints(drawing), ElementsAre(HasSubstr("texts over each other by 5.3 mm: \"何人ですか\" and \"12人\"")));
  drawing.texts.front().under_dialog = true;
  EXPECT_THAT(complaints(drawing), IsEmpty()) << "what lies under a dialog is no neighbour";
}

TEST(Checks, LinesThatOnlyShareTheirAirAreNotOverEachOther) {
  Drawing drawing = sound_drawing();
  drawing.texts.push_back(placed("おとなの方", {20, 29.5, 80, 10}));
  EXPECT_THAT(complaints(drawing), IsEmpty());
}

TEST(Checks, TextThatLeavesItsButtonIsNamed) {
  Drawing drawing = sound_drawing();
  drawing.texts.back() = placed("つぎの画面へすすむ", {94, 105, 72, 10});
  EXPECT_THAT(complaints(drawing), ElementsAre(HasSubstr("text leaves its target by 6.0 mm")));
}

TEST(Checks, TextOffThePanelIsNamed) {
  Drawing drawing = sound_drawing();
  drawing.texts.front() = placed("何人ですか", {150, 20, 80, 10});
  EXPECT_THAT(complaints(drawing), ElementsAre(HasSubstr("text off the panel: \"何人ですか\"")));
}

TEST(Checks, ATargetThatTheKeyboardForgetsOrRepeatsIsNamed) {
  Drawing drawing = sound_drawing();
  drawing.focus.clear();
  EXPECT_THAT(complaints(drawing), ElementsAre(HasSubstr("the keyboard reaches frame.next 0 times")));
  drawing.focus = {"frame.next", "frame.next"};
  EXPECT_THAT(complaints(drawing), ElementsAre(HasSubstr("the keyboard reaches frame.next 2 times")));
  drawing.targets.front().enabled = false;
  EXPECT_THAT(complaints(drawing), IsEmpty()) << "what is disabled is passed over";
}

TEST(Checks, AFocusThatGoesBackOrBeginsWithTheFrameIsNamed) {
  Drawing drawing = sound_drawing();
  drawing.targets.front().frame = true;
  drawing.targets.push_back({"choice.yes", {20, 60, 40, 20}, "はい", TargetKind::Choice, true, false, false});
  drawing.targets.push_back({"choice.no", {70, 60, 40, 20}, "いいえ", TargetKind::Choice, true, false, false});
  drawing.focus = {"choice.yes", "choice.no", "frame.next"};
  EXPECT_THAT(complaints(drawing), IsEmpty());
  drawing.focus = {"choice.no", "choice.yes", "frame.next"};
  EXPECT_THAT(complaints(drawing), ElementsAre("the keyboard goes back from choice.no to choice.yes"));
  drawing.focus = {"frame.next", "choice.yes", "choice.no"};
  EXPECT_THAT(complaints(drawing), IsEmpty()) << "the round goes on where it began";
  drawing.targets.push_back({"frame.back", {20, 100, 40, 20}, "もどる", TargetKind::Button, true, false, true});
  drawing.focus = {"choice.yes", "frame.back", "choice.no", "frame.next"};
  EXPECT_THAT(complaints(drawing), ElementsAre("the keyboard reaches choice.no after frame.back of the frame"));
}

TEST(Checks, WhatTheCanvasFoundIsTold) {
  Drawing drawing = sound_drawing();
  drawing.problems = {{screens::ProblemKind::TargetTooSmall, "frame.next", {100, 100, 60, 12}, 8}, {screens::ProblemKind::WordBroken, "何人ですか", {}, 0}};
  EXPECT_THAT(complaints(drawing), ElementsAre(HasSubstr("target too small by 8.0 mm: \"frame.next\"")));
  drawing.problems.clear();
  drawing.targets.clear();
  EXPECT_THAT(complaints(drawing), ElementsAre("nothing can be touched"));
}

TEST(Checks, AButtonOfTheFootThatMovesIsNamed) {
  StandingButtons standing;
  Drawing drawing = sound_drawing();
  EXPECT_THAT(standing.complaints(drawing), IsEmpty());
  EXPECT_THAT(standing.complaints(drawing), IsEmpty());
  drawing.targets.front().rect.x += 2;
  EXPECT_THAT(standing.complaints(drawing), ElementsAre(HasSubstr("frame.next has moved")));
}

TEST(Checks, StaffButtonAloneMayStandAtTheRight) {
  StandingButtons standing;
  Drawing drawing = sound_drawing();
  drawing.targets.push_back({std::string(screens::key::kHelp), {50, 100, 40, 20}, "係員", TargetKind::Button, true, false, false});
  EXPECT_THAT(standing.complaints(drawing), IsEmpty());
  drawing.targets = {{std::string(screens::key::kHelp), {120, 100, 40, 20}, "係員", TargetKind::Button, true, false, false}};
  EXPECT_THAT(standing.complaints(drawing), IsEmpty());
}

TEST(Checks, KanjiWithoutAReadingIsNamedButNotTheOnesOfDatesMoneyNamesAndDrawnPapers) {
  Drawing drawing = sound_drawing();
  const auto placed = [](std::string words, const Rect& mm, bool readings = true) {
    PlacedText text = gallery::placed(std::move(words), mm);
    text.style.ruby = readings;
    return text;
  };
  drawing.texts = {placed("[係|かかり]の人を [呼|よ]ぶ", {})};
  EXPECT_THAT(without_reading(drawing), ElementsAre(HasSubstr("no reading over 人 in \"係の人を 呼ぶ\"")));
  drawing.texts = {placed("9月29日（火）まで 1,000円", {}), placed("[係|かかり]", {})};
  EXPECT_THAT(without_reading(drawing), IsEmpty());
  drawing.texts = {placed("今日", {})};
  EXPECT_EQ(without_reading(drawing).size(), 1U);
  drawing.texts = {placed("𠮷", {})};
  EXPECT_EQ(without_reading(drawing).size(), 1U);
  EXPECT_THAT(without_reading(drawing, {"𠮷"}), IsEmpty());
  drawing.texts = {placed("[係|かかり]：佐藤", {})};
  EXPECT_THAT(without_reading(drawing, {"佐藤"}), IsEmpty());
  drawing.texts = {placed("納税証明書", {}, /*readings=*/false)};
  EXPECT_THAT(without_reading(drawing), IsEmpty()) << "as printed on a paper";
}

// ---- contrast ----

// The words' boxes half filled with their ink, the button with an edge in `edge`.
screens::Picture painted_picture(const Drawing& drawing, text::Colour ground, text::Colour edge) {
  screens::Picture picture{0, drawing.setup.panel.width_px, drawing.setup.panel.height_px, {}};
  picture.rgba.resize(static_cast<std::size_t>(picture.width * picture.height) * 4, 255);
  const auto fill = [&](const Rect& px, text::Colour colour) {
    for (int y = static_cast<int>(px.y); y < static_cast<int>(px.bottom()); ++y) {
      for (int x = static_cast<int>(px.x); x < static_cast<int>(px.right()); ++x) {
        auto* pixel = &picture.rgba[static_cast<std::size_t>((y * picture.width + x) * 4)];
        pixel[0] = colour.r, pixel[1] = colour.g, pixel[2] = colour.b;
      }
    }
  };
  fill({0, 0, static_cast<double>(picture.width), static_cast<double>(picture.height)}, ground);
  for (const Target& target : drawing.targets) {
    const Rect px{target.rect.x * kPxPerMm, target.rect.y * kPxPerMm, target.rect.w * kPxPerMm, target.rect.h * kPxPerMm};
    fill(px, edge);
    fill(px.inset(2), ground);
  }
  for (const PlacedText& text : drawing.texts) fill({text.px.x, text.px.y, text.px.w, text.px.h / 3}, text.style.ink);
  return picture;
}

TEST(Contrast, InkAndEdgesThatStandOutAreNotNamed) {
  const screens::Theme& theme = screens::theme_of(screens::ThemeName::Paper);
  const Drawing drawing = sound_drawing();
  EXPECT_THAT(contrast_complaints(drawing, painted_picture(drawing, theme.card, theme.edge)), IsEmpty());
}

TEST(Contrast, InkOnADarkGroundIsNamedWithItsRatio) {
  const screens::Theme& theme = screens::theme_of(screens::ThemeName::Paper);
  const Drawing drawing = sound_drawing();
  const auto found = contrast_complaints(drawing, painted_picture(drawing, {110, 110, 110, 255}, theme.card));
  ASSERT_EQ(found.size(), 2U);
  EXPECT_THAT(found.front(), HasSubstr("not 10.0: #1B1B1F on #6E6E6E at 20,20 mm: \"何人ですか\""));
}

TEST(Contrast, StatusWordsNeedSevenAndDisabledOnesLess) {
  const screens::Theme& theme = screens::theme_of(screens::ThemeName::Paper);
  Drawing drawing = sound_drawing();
  drawing.texts = {placed("すみました", {20, 20, 80, 10}, {110, 110, 110, 255})};  // 5.1 on white
  EXPECT_THAT(contrast_complaints(drawing, painted_picture(drawing, {255, 255, 255, 255}, theme.edge)), ElementsAre(HasSubstr("not 7.0")));
  drawing.texts = {placed("つぎへ", {20, 20, 80, 10}, theme.on_off)};
  drawing.targets.front().enabled = false;  // its edge may be quiet as well
  EXPECT_THAT(contrast_complaints(drawing, painted_picture(drawing, theme.off, theme.edge)), IsEmpty());
}

TEST(Contrast, AnEdgeThatMeltsAwayIsNamed) {
  const screens::Theme& theme = screens::theme_of(screens::ThemeName::Paper);
  const Drawing drawing = sound_drawing();
  EXPECT_THAT(contrast_complaints(drawing, painted_picture(drawing, theme.card, {230, 230, 225, 255})), ElementsAre(HasSubstr("the edge of frame.next")));
}

}  // namespace
}  // namespace desk::shell::gallery
