// The contrasts that design 6 asks for, in all four themes.
#include "kiosk/screens/theme.h"

#include <gtest/gtest.h>

#include "data/text/typesetter.h"

namespace desk::screens {
namespace {

TEST(Theme, KnownContrasts) {
  EXPECT_NEAR(contrast({0, 0, 0, 255}, {255, 255, 255, 255}), 21, 0.01);
  EXPECT_NEAR(contrast({255, 255, 255, 255}, {255, 255, 255, 255}), 1, 0.01);
}

TEST(Theme, BodyTextSecondaryTextAndShapesStandOut) {
  for (ThemeName name : kThemes) {
    const Theme& t = theme_of(name);
    const bool high = name == ThemeName::WhiteOnBlack || name == ThemeName::YellowOnBlack;
    SCOPED_TRACE(std::string(code_of(name)));
    for (Colour ground : {t.paper, t.card, t.primary_pale}) {
      EXPECT_GE(contrast(t.ink, ground), high ? 18.0 : 10.0);
      EXPECT_GE(contrast(t.secondary, ground), 7.0);
    }
    EXPECT_GE(contrast(t.on_primary, t.primary), 7.0);
    EXPECT_GE(contrast(t.accent, t.card), 7.0);
    for (Tone tone : {Tone::Done, Tone::Care, Tone::Stop, Tone::Quiet, Tone::Plain}) {
      const ToneColours& c = t.tone(tone);
      EXPECT_GE(contrast(c.ink, c.pale), 7.0) << static_cast<int>(tone);
      EXPECT_GE(contrast(c.ink, t.card), 7.0) << static_cast<int>(tone);
      EXPECT_GE(contrast(c.shape, t.card), 3.0) << static_cast<int>(tone);
      EXPECT_GE(contrast(c.on_shape, c.shape), 3.0) << static_cast<int>(tone);
    }
    EXPECT_GE(contrast(t.edge, t.card), 3.0);
    EXPECT_GE(contrast(t.edge, t.paper), 3.0);
    EXPECT_GE(contrast(t.secondary, t.shade), 7.0);
    EXPECT_GE(contrast(t.on_off, t.off), 4.5);
    for (std::size_t i = 0; i < t.series.size(); ++i) EXPECT_GE(contrast(t.on_series[i], t.series[i]), 4.5) << i;
  }
}

// The smallest text has a capital of 4.8 mm, in the face that is really installed.
TEST(Theme, TheSmallestTextIsLargeEnough) {
  auto typesetter = text::Typesetter::create();
  ASSERT_TRUE(typesetter.ok());
  constexpr double kPxPerMm = 40;
  const text::TextRaster raster = (*typesetter)->raster("H", {.em_px = kSmallestEm * kPxPerMm}, 0);
  int top = raster.height;
  int bottom = 0;
  for (int y = 0; y < raster.height; ++y) {
    for (int x = 0; x < raster.width; ++x) {
      if (raster.rgba[static_cast<std::size_t>((y * raster.width + x) * 4 + 3)] < 128) continue;
      top = std::min(top, y);
      bottom = std::max(bottom, y + 1);
    }
  }
  EXPECT_GE((bottom - top) / kPxPerMm, 4.8);
}

}  // namespace
}  // namespace desk::screens
