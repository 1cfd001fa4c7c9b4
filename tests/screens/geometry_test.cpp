// Every template on every panel, at every text size, in every language: nothing overflows, every target is large enough, apart and named,
// every character has a glyph.
#include <gtest/gtest.h>

#include "kiosk/screens/imgui_surface.h"
#include "kiosk/shell/gallery/measuring_painter.h"
#include "tests/screens/samples.h"

namespace desk::screens {
namespace {

struct PanelCase {
  const char* name;
  Panel panel;
};
const PanelCase kPanels[] = {{"landscape", {1920, 1080, 4.03}}, {"portrait", {1080, 1920, 4.03}}, {"small", {1280, 800, 4.91}}};

class Geometry : public ::testing::TestWithParam<int> {
 protected:
  void SetUp() override {
    auto made = text::Typesetter::create();
    ASSERT_TRUE(made.ok()) << made.error().message();
    typesetter = std::move(*made);
    auto loaded = text::TextCatalog::load(std::string(DESK_SOURCE_DIR) + "/data/text");
    ASSERT_TRUE(loaded.ok()) << loaded.error().message();
    catalog = std::make_unique<text::TextCatalog>(std::move(*loaded));
  }
  std::unique_ptr<text::Typesetter> typesetter;
  std::unique_ptr<text::TextCatalog> catalog;
};

std::string described(const std::vector<Problem>& problems) {
  std::string all;
  for (const Problem& problem : problems) {
    if (problem.kind == ProblemKind::WordBroken) continue;  // not beautiful, but readable
    all += "  " + std::string(name_of(problem.kind)) + " by " + std::to_string(problem.by) + ": " + problem.what + " at " + std::to_string(problem.where.x) +
           "," + std::to_string(problem.where.y) + " " + std::to_string(problem.where.w) + "x" + std::to_string(problem.where.h) + "\n";
  }
  return all;
}

TEST_P(Geometry, NothingOverflowsAndEveryTargetCanBeTouched) {
  const PanelCase& panel = kPanels[GetParam()];
  shell::gallery::MeasuringPainter painter(*typesetter);
  NullSurface surface;
  for (TextSize size : kTextSizes) {
    for (text::Language language : {text::Language::Japanese, text::Language::EasyJapanese, text::Language::English}) {
      for (const auto& sample : samples::all()) {
        // A theme has no influence on geometry, but it must not leave anything out: go round them.
        const ThemeName theme = kThemes[(static_cast<std::size_t>(size) + text::code_of(language).size()) % kThemes.size()];
        TouchRegister targets;
        targets.begin_frame();
        Canvas canvas({panel.panel, theme, size, language == text::Language::EasyJapanese, 0}, surface, painter, targets);
        sample.draw(canvas, text::Words(*catalog, language));
        canvas.check_targets();
        targets.end_frame();
        EXPECT_EQ(described(canvas.problems()), "") << sample.name << " on " << panel.name << ", text " << static_cast<int>(size) + 1 << ", "
                                                   << text::code_of(language);
        EXPECT_GE(targets.targets().size(), 1U) << sample.name;
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Panels, Geometry, ::testing::Values(0, 1, 2), [](const auto& panel) { return std::string(kPanels[panel.param].name); });

}  // namespace
}  // namespace desk::screens
