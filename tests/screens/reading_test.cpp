// What is read aloud of a frame, and when.
#include "kiosk/screens/reading.h"

#include <gtest/gtest.h>

#include "kiosk/screens/imgui_surface.h"
#include "kiosk/screens/dialog.h"
#include "kiosk/screens/frame.h"
#include "kiosk/screens/number_pad.h"
#include "kiosk/screens/question.h"
#include "kiosk/shell/gallery/measuring_painter.h"
#include "tests/places.h"

namespace desk::screens {
namespace {

using shell::gallery::MeasuringPainter;

class Aloud : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    typesetter = std::move(*text::Typesetter::create()).release();
    catalog = new text::TextCatalog(std::move(*text::TextCatalog::load(source_tree() + "/data/text")));
    painter = new MeasuringPainter(*typesetter);
  }
  static void TearDownTestSuite() {
    delete painter;
    delete catalog;
    delete typesetter;
  }

  struct Drawn {
    std::vector<SpokenText> texts;
    std::vector<Target> targets;
  };
  Drawn draw(const std::function<void(Canvas&)>& what) {
    touch.begin_frame();
    Canvas canvas({{1920, 1080, 4.03}, ThemeName::Paper, TextSize::Normal, false, 0}, surface, *painter, touch);
    what(canvas);
    touch.end_frame();
    return {canvas.spoken(), canvas.frame_targets()};
  }
  Drawn ask(const std::string& title, bool a_chosen, bool hint = false) {
    return draw([&](Canvas& canvas) {
      FrameView frame = frame_view(words, "高崎商工会議所", "補助金 準備コーナー", 0);
      frame.next.enabled = a_chosen;
      const Rect content = draw_frame(canvas, frame);
      QuestionView view;
      view.title = title;
      view.sub = "ひとつ選んでください";
      view.choices = {{"choice.a", "会社", "法人登記のある会社", Icon::Building, a_chosen, false, true}, {"choice.b", "個人", "", Icon::Person, false, false, true}};
      if (hint) view.answer_tag = {Tone::Care, "先に答えを選んでください", true};
      question(canvas, content, view);
    });
  }
  ScreenReader::Frame frame(const Drawn& drawn, std::string name, std::string focus = "") { return {drawn.texts, drawn.targets, std::move(name), std::move(focus), {}}; }

  static inline text::Typesetter* typesetter = nullptr;
  static inline text::TextCatalog* catalog = nullptr;
  static inline MeasuringPainter* painter = nullptr;
  text::Words words{*catalog, Language::Japanese};
  NullSurface surface;
  TouchRegister touch;
  ScreenReader reader;
};

using Sentences = std::vector<std::string>;

TEST_F(Aloud, AQuestionIsItsTitleThenItsAnswersAndTheButtonsOnlyWhenAsked) {
  const Drawn drawn = ask("会社ですか", true);
  const Reading reading = read_screen(drawn.texts, drawn.targets, words);
  EXPECT_EQ(reading.body, (Sentences{"会社ですか", "ひとつ選んでください"}));
  EXPECT_EQ(reading.choices, (Sentences{"選べるものは、2個です。", "会社。法人登記のある会社、選んであります", "個人"}));
  EXPECT_EQ(reading.frame.front(), "画面の端のボタンです。");
  EXPECT_EQ(reading.frame.size(), 8U);
}

TEST_F(Aloud, ADialogIsReadWithoutWhatLiesUnderIt) {
  const Drawn drawn = draw([&](Canvas& canvas) {
    (void)draw_frame(canvas, frame_view(words, "高崎商工会議所", "", 0));
    DialogView view;
    view.title = "続けますか";
    view.count = "45";
    view.count_unit = "秒";
    view.actions = {{"act.end", "おわる"}, {"act.on", "つづける", Icon::None, true, ButtonStyle::Primary, false}};
    dialog(canvas, view);
  });
  const Reading reading = read_screen(drawn.texts, drawn.targets, words);
  EXPECT_EQ(reading.body, (Sentences{"45秒", "続けますか"}));  // a figure and its unit are one word
  EXPECT_EQ(reading.choices.size(), 3U);
  EXPECT_TRUE(reading.frame.empty());
}

TEST_F(Aloud, TheTenKeysAreNotReadOutOneByOne) {
  const Drawn drawn = draw([&](Canvas& canvas) {
    const Rect content = draw_frame(canvas, frame_view(words, "高崎商工会議所", "", 0));
    NumberPadView view;
    view.title = "従業員は何人ですか";
    view.value = "12";
    view.unit = "人";
    view.delete_label = "けす";
    number_pad(canvas, content, view);
  });
  const Reading reading = read_screen(drawn.texts, drawn.targets, words);
  EXPECT_EQ(reading.body, (Sentences{"従業員は何人ですか", "12人"}));
  EXPECT_EQ(reading.choices, Sentences{"数字を入れるキーがあります。"});
}

TEST_F(Aloud, AScreenIsReadOnceWhenItAppears) {
  const Drawn first = ask("会社ですか", false);
  EXPECT_TRUE(reader.look(frame(first, "entity"), words).has_value());
  EXPECT_EQ(reader.look(frame(first, "entity"), words), std::nullopt);
  EXPECT_TRUE(reader.look(frame(first, "industry"), words).has_value());
}

TEST_F(Aloud, WhatIsChosenAndWhatIsAddedIsSaidAndNothingElse) {
  (void)reader.look(frame(ask("会社ですか", false), "entity"), words);
  EXPECT_EQ(reader.look(frame(ask("会社ですか", true), "entity"), words), Sentences{"会社。法人登記のある会社、選んであります"});
  EXPECT_EQ(reader.look(frame(ask("会社ですか", true, true), "entity"), words), Sentences{"先に答えを選んでください"});
  EXPECT_EQ(reader.look(frame(ask("会社ですか", false, true), "entity"), words), Sentences{"会社。法人登記のある会社、選ぶのをやめました"});
}

TEST_F(Aloud, ACountDownIsNotReadEverySecond) {
  const auto count = [&](const std::string& seconds) {
    return draw([&](Canvas& canvas) {
      DialogView view;
      view.title = "続けますか";
      view.body = "あと" + seconds + "秒で終わります";
      view.count = seconds;
      view.count_unit = "秒";
      dialog(canvas, view);
    });
  };
  EXPECT_TRUE(reader.look(frame(count("45"), "idle"), words).has_value());
  EXPECT_EQ(reader.look(frame(count("44"), "idle"), words), std::nullopt);
  EXPECT_EQ(reader.look(frame(count("9"), "idle"), words), std::nullopt);
}

TEST_F(Aloud, TheFocusSaysWhereItStands) {
  const Drawn drawn = ask("会社ですか", false);
  (void)reader.look(frame(drawn, "entity"), words);
  EXPECT_EQ(reader.look(frame(drawn, "entity", "choice.b"), words), Sentences{"個人"});
  EXPECT_EQ(reader.look(frame(drawn, "entity", "choice.b"), words), std::nullopt);
  EXPECT_EQ(reader.look(frame(drawn, "entity", "frame.back"), words), Sentences{"もどる"});
  ScreenReader::Frame group = frame(drawn, "entity");
  group.group = {"choice.a", "choice.b"};
  EXPECT_EQ(reader.look(group, words), Sentences{"会社。法人登記のある会社から個人までの列"});
}

}  // namespace
}  // namespace desk::screens
