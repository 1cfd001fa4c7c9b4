#include "kiosk/shell/text_painter.h"

#include <gtest/gtest.h>

#include <set>

namespace desk::shell {
namespace {

class CountingTextures final : public TextureStore {
 public:
  std::uintptr_t upload(int, int, const std::uint8_t* rgba) override {
    last_alpha = rgba[3];
    alive.insert(++next);
    return next;
  }
  void destroy(std::uintptr_t id) override { EXPECT_EQ(alive.erase(id), 1U); }
  std::set<std::uintptr_t> alive;
  std::uintptr_t next = 0;
  int last_alpha = 0;
};

class PainterTest : public ::testing::Test {
 protected:
  void SetUp() override {
    auto made = text::Typesetter::create();
    ASSERT_TRUE(made.ok());
    typesetter = std::move(*made);
  }
  std::unique_ptr<text::Typesetter> typesetter;
  CountingTextures textures;
};

TEST_F(PainterTest, AStillScreenMakesNoTextures) {
  auto painter = CachedTextPainter::create(*typesetter, textures, 1U << 20U);
  const text::TextStyle style{.em_px = 30};
  const auto first = painter->text("つぎへ", style, 0);
  painter->end_frame();
  const auto second = painter->text("つぎへ", style, 0);
  EXPECT_EQ(first.id, second.id);
  EXPECT_EQ(painter->textures_made(), 1U);
}

TEST_F(PainterTest, ColourSizeAndWidthAreOtherTextures) {
  auto painter = CachedTextPainter::create(*typesetter, textures, 1U << 20U);
  text::TextStyle style{.em_px = 30};
  (void)painter->text("つぎへ", style, 0);
  style.ink = {255, 0, 0, 255};
  (void)painter->text("つぎへ", style, 0);
  style.em_px = 31;
  (void)painter->text("つぎへ", style, 0);
  (void)painter->text("つぎへ", style, 500);
  EXPECT_EQ(textures.alive.size(), 4U);
}

TEST_F(PainterTest, TheOldestGoesWhenTheBudgetIsExceededButNeverWhatThisFrameUses) {
  auto painter = CachedTextPainter::create(*typesetter, textures, 20'000);
  const text::TextStyle style{.em_px = 30};
  for (int i = 0; i < 20; ++i) (void)painter->text(std::to_string(i) + "番目の長い文字列", style, 0);
  EXPECT_EQ(textures.alive.size(), 20U);  // all of this frame
  painter->end_frame();
  const auto kept = painter->text("19番目の長い文字列", style, 0);
  EXPECT_EQ(painter->textures_made(), 20U);
  painter->end_frame();
  EXPECT_TRUE(textures.alive.contains(kept.id));
  EXPECT_LT(textures.alive.size(), 20U);
}

TEST_F(PainterTest, ForgetLeavesNothingOfAPerson) {
  auto painter = CachedTextPainter::create(*typesetter, textures, 1U << 20U);
  (void)painter->text("髙橋 一郎", {.em_px = 30}, 0);
  screens::Picture picture{5, 2, 2, std::vector<std::uint8_t>(16, 255)};
  (void)painter->picture(picture);
  EXPECT_EQ(textures.alive.size(), 2U);
  painter->forget();
  EXPECT_EQ(textures.alive.size(), 0U);
  EXPECT_EQ(painter->bytes(), 0U);
}

TEST_F(PainterTest, APictureWithANewIdIsUploadedAnew) {
  auto painter = CachedTextPainter::create(*typesetter, textures, 1U << 20U);
  screens::Picture picture{5, 2, 2, std::vector<std::uint8_t>(16, 255)};
  const auto first = painter->picture(picture);
  EXPECT_EQ(painter->picture(picture).id, first.id);
  picture.id = 6;
  EXPECT_NE(painter->picture(picture).id, first.id);
  EXPECT_EQ(painter->picture({}).id, 0U);
}

}  // namespace
}  // namespace desk::shell
