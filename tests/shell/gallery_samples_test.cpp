// The samples of the gallery: none is forgotten, and each shows something.
#include <gtest/gtest.h>

#include <set>

#include "kiosk/screens/imgui_surface.h"
#include "kiosk/shell/gallery/measuring_painter.h"
#include "kiosk/shell/gallery/show.h"
#include "tests/shell/gallery_world.h"

namespace desk::shell::gallery {
namespace {

TEST(Samples, EveryStepAndEveryOverlayHasOne) {
  std::set<flow::Step> steps;
  std::set<flow::Overlay> overlays;
  std::set<std::string> names;
  for (const Sample& sample : all_samples()) {
    Stage stage(world());
    sample.arrange(stage);
    steps.insert(stage.model.step);
    overlays.insert(stage.model.overlay);
    EXPECT_TRUE(names.insert(sample.name).second) << sample.name << " twice";
    EXPECT_EQ(stage.ui.step, stage.model.step) << sample.name << ": what the screen remembers would be forgotten at once";
  }
  for (flow::Step step : flow::all_steps()) EXPECT_TRUE(steps.contains(step)) << "no sample of " << flow::name_of(step);
  for (int i = 0; !name_of(static_cast<flow::Overlay>(i)).empty(); ++i) {
    EXPECT_TRUE(overlays.contains(static_cast<flow::Overlay>(i))) << "no sample of overlay " << name_of(static_cast<flow::Overlay>(i));
  }
}

// At the size that most people see: what is wrong there is wrong for everybody. The rest is the gallery's own run.
TEST(Samples, EachIsDrawnWithoutAProblemOnTheReferencePanel) {
  auto typesetter = text::Typesetter::create();
  ASSERT_TRUE(typesetter) << typesetter.error().message();
  MeasuringPainter painter(**typesetter);
  screens::NullSurface surface;
  for (const Sample& sample : all_samples()) {
    Show show(world(), world().texts, sample, Language::Japanese, **typesetter);
    screens::TouchRegister targets;
    targets.begin_frame();
    screens::Canvas canvas({{1920, 1080, 4.03}, screens::ThemeName::Paper, screens::TextSize::Normal, false, 0}, surface, painter, targets);
    show.draw(canvas);
    canvas.check_targets();
    targets.end_frame();
    EXPECT_GE(targets.targets().size(), 1U) << sample.name;
    for (const screens::Problem& problem : canvas.problems()) {
      if (problem.kind == screens::ProblemKind::WordBroken) continue;
      ADD_FAILURE() << sample.name << ": " << name_of(problem.kind) << " by " << problem.by << ": " << problem.what;
    }
  }
}

}  // namespace
}  // namespace desk::shell::gallery
