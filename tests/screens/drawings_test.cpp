// Drawings: a right paper and what it is mistaken for are told apart by their shapes alone, in every theme, and a still picture is whole.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <sstream>

#include "data/catalog/catalogue.h"
#include "kiosk/screens/drawings.h"
#include "kiosk/screens/paper_drawing.h"
#include "kiosk/screens/touch_register.h"
#include "tests/places.h"

namespace desk::screens {
namespace {

// Words take half their em a byte: enough to lay out, and no font is loaded.
class PlainPainter final : public TextPainter {
 public:
  text::TextExtent measure(std::string_view marked, const text::TextStyle& style, int) override {
    text::TextExtent extent;
    extent.width = static_cast<int>(static_cast<double>(marked.size()) * style.em_px / 2);
    extent.height = static_cast<int>(style.em_px * 1.3);
    extent.widest_word = extent.width;
    return extent;
  }
  Texture text(std::string_view marked, const text::TextStyle& style, int width) override {
    const text::TextExtent extent = measure(marked, style, width);
    return {1, extent.width, extent.height};
  }
  Texture picture(const Picture&) override { return {}; }
};

// Where every shape lies, without its words.
class ShapeSurface final : public Surface {
 public:
  void fill_rect(const Rect& r, double radius, text::Colour c) override { note("fill", r, c) << radius; }
  void stroke_rect(const Rect& r, double, double, text::Colour c) override { note("edge", r, c); }
  void fill_circle(Point p, double radius, text::Colour c) override { note("disc", {p.x, p.y, radius, radius}, c); }
  void polyline(std::span<const Point> points, bool, double, text::Colour c) override { path("line", points, c); }
  void polygon(std::span<const Point> points, text::Colour c) override { path("area", points, c); }
  void texture(const Texture&, const Rect&, text::Colour) override {}
  void push_clip(const Rect&) override {}
  void pop_clip() override {}
  [[nodiscard]] std::string all() const { return out_.str(); }
  [[nodiscard]] const std::vector<Point>& points() const { return points_; }

 private:
  std::ostream& note(const char* what, const Rect& r, text::Colour c) {
    points_.insert(points_.end(), {{r.x, r.y}, {r.right(), r.bottom()}});
    return out_ << '\n' << what << r.x << ',' << r.y << ',' << r.w << ',' << r.h << ' ' << int{c.r} << ',' << int{c.g} << ',' << int{c.b} << ' ';
  }
  void path(const char* what, std::span<const Point> points, text::Colour c) {
    std::ostream& out = note(what, {}, c);
    points_.resize(points_.size() - 2);
    for (const Point& p : points) {
      out << p.x << ',' << p.y << ' ';
      points_.push_back(p);
    }
  }
  std::ostringstream out_;
  std::vector<Point> points_;
};

const Rect kSheet{20, 20, 70, 99};

template <class Draw>
ShapeSurface drawn(const CanvasSetup& setup, Draw draw) {
  ShapeSurface surface;
  PlainPainter painter;
  TouchRegister targets;
  targets.begin_frame();
  Canvas canvas(setup, surface, painter, targets);
  draw(canvas);
  targets.end_frame();
  return surface;
}

CanvasSetup setup_in(ThemeName theme) {
  CanvasSetup setup;
  setup.theme = theme;
  return setup;
}

std::string shapes(const catalog::DocumentKind& kind, ThemeName theme) {
  PaperView view;
  view.title = "題";
  view.date = "令和8年8月2日";
  view.mark = kind.look.mark.empty() ? "" : "印";  // its words are not looked at, only that there is a place for them
  view.picture = kind.look.picture;
  return drawn(setup_in(theme), [&](Canvas& canvas) { paper(canvas, kSheet, view); }).all();
}

const catalog::Catalogue& packs() {
  static const catalog::Catalogue catalogue = [] {
    auto loaded = catalog::Catalogue::load(source_tree() + "/data/catalog/packs");
    if (!loaded) throw std::runtime_error(loaded.error().message());
    return std::move(*loaded);
  }();
  return catalogue;
}

TEST(Papers, AreToldFromTheirLookAlikesByShapeOrByTheirMark) {
  for (const int year : {2023, 2024, 2025, 2026}) {
    const catalog::Pack* pack = packs().pack(year);
    ASSERT_NE(pack, nullptr);
    int pairs = 0;
    for (const catalog::DocumentKind& wrong : pack->documents) {
      const catalog::DocumentKind* right = pack->document(wrong.use_instead);
      if (right == nullptr) continue;
      ++pairs;
      // その1 and その3 are the same paper but for their number, which each bears in a box.
      if (right->look.picture == wrong.look.picture) {
        EXPECT_FALSE(right->look.mark.empty()) << year << " " << right->id;
        EXPECT_NE(right->look.mark, wrong.look.mark) << year << " " << right->id << " / " << wrong.id;
        continue;
      }
      for (const ThemeName theme : kThemes) EXPECT_NE(shapes(*right, theme), shapes(wrong, theme)) << year << " " << right->id << " / " << wrong.id;
    }
    EXPECT_GE(pairs, 11) << year;
  }
}

TEST(Papers, OfEveryPackAreDrawnAsThemselves) {
  for (const int year : {2023, 2024, 2025, 2026}) {
    for (const catalog::DocumentKind& kind : packs().pack(year)->documents) {
      EXPECT_NE(kind.look.picture, catalog::PaperPicture::Sheet) << year << " " << kind.id << " is only any sheet";
    }
  }
}

TEST(Papers, StandInTheirPlace) {
  for (int picture = 0; picture <= static_cast<int>(catalog::PaperPicture::SealCertificate); ++picture) {
    PaperView view;
    view.title = "題";
    view.mark = "印";
    view.picture = static_cast<catalog::PaperPicture>(picture);
    const CanvasSetup setup = setup_in(ThemeName::Paper);
    const ShapeSurface surface = drawn(setup, [&](Canvas& canvas) { paper(canvas, kSheet, view); });
    const double px = setup.panel.px_per_mm;
    for (const Point& p : surface.points()) {
      EXPECT_GE(p.x, (kSheet.x - 1) * px) << picture;
      EXPECT_LE(p.x, (kSheet.right() + 1) * px) << picture;
      EXPECT_GE(p.y, (kSheet.y - 1) * px) << picture;
      EXPECT_LE(p.y, (kSheet.bottom() + 1) * px) << picture;
    }
  }
}

TEST(Papers, StandOutInEveryTheme) {
  for (const ThemeName name : kThemes) {
    const Theme& theme = theme_of(name);
    const SheetColours& sheet = theme.sheet;
    SCOPED_TRACE(std::string(code_of(name)));
    for (const Colour ground : {sheet.ground, sheet.pale, sheet.tint}) EXPECT_GE(contrast(sheet.ink, ground), 7.0);
    EXPECT_GE(contrast(sheet.edge, theme.paper), 3.0);
    EXPECT_GE(contrast(sheet.edge, theme.card), 3.0);
    for (const Colour ground : {sheet.ground, sheet.pale}) EXPECT_GE(contrast(sheet.seal, ground), 3.0);
  }
}

constexpr Drawing kDrawings[] = {Drawing::SheetGoingIn, Drawing::SheetInside, Drawing::SlipComingOut,
                                 Drawing::MessageComing, Drawing::AccountOnPhone, Drawing::NumberHidden};

TEST(Drawings, AreSixDifferentOnesThatStandStillAtSecondZero) {
  std::set<std::string> all;
  for (const Drawing what : kDrawings) {
    const auto at = [&](double seconds) {
      CanvasSetup setup = setup_in(ThemeName::Paper);
      setup.seconds = seconds;
      return drawn(setup, [&](Canvas& canvas) { drawing(canvas, what, {10, 10, 60, 60}); }).all();
    };
    EXPECT_EQ(at(0), at(0));
    EXPECT_TRUE(all.insert(at(0)).second) << static_cast<int>(what);
  }
}

TEST(Drawings, WhatGoesInAndWhatComesOutMovesWithTheSeconds) {
  for (const Drawing what : {Drawing::SheetGoingIn, Drawing::SheetInside, Drawing::SlipComingOut, Drawing::MessageComing}) {
    const auto at = [&](double seconds) {
      CanvasSetup setup = setup_in(ThemeName::Paper);
      setup.seconds = seconds;
      return drawn(setup, [&](Canvas& canvas) { drawing(canvas, what, {10, 10, 60, 60}); }).all();
    };
    EXPECT_NE(at(0.3), at(1.5)) << static_cast<int>(what);
  }
}

}  // namespace
}  // namespace desk::screens
