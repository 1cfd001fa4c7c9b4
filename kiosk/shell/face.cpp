#include <cmath>
#include <utility>

#include "kiosk/screens/imgui_surface.h"
#include "kiosk/shell/frame_loop.h"
#include "kiosk/shell/text_painter.h"

namespace desk::shell {
namespace {

// A 21.5" panel is 476 × 268 mm: what the look was drawn for.
constexpr double kReferenceLong = 476.0;

class OneFace final : public Face {
 public:
  OneFace(Display& display, std::unique_ptr<text::Typesetter> typesetter, const FaceOptions& options)
      : display_(&display), typesetter_(std::move(typesetter)),
        painter_(CachedTextPainter::create(*typesetter_, display, options.text_budget_bytes)), surface_(screens::ImGuiSurface::create()) {
    const screens::AtlasPixels atlas = surface_->atlas();
    atlas_ = display.upload(atlas.width, atlas.height, atlas.rgba);
    surface_->set_atlas_texture(atlas_);
    panel_ = {display.width(), display.height(), options.px_per_mm};
    if (panel_.px_per_mm <= 0) panel_.px_per_mm = display.px_per_mm();
    // An EDID that claims a panel no kiosk has (X servers invent 96 dpi) would make every size wrong.
    const double long_mm = panel_.px_per_mm > 0 ? std::max(panel_.width_px, panel_.height_px) / panel_.px_per_mm : 0;
    if (long_mm < 180 || long_mm > 1500) panel_.px_per_mm = std::max(panel_.width_px, panel_.height_px) / kReferenceLong;
  }
  ~OneFace() override {
    painter_.reset();
    display_->destroy(atlas_);
  }
  OneFace(const OneFace&) = delete;
  OneFace& operator=(const OneFace&) = delete;

  void draw(App& app, double seconds, bool show) override {
    screens::CanvasSetup setup = app.look();
    setup.panel = panel_;
    setup.seconds = setup.still ? 0 : seconds;
    surface_->begin(panel_.width_px, panel_.height_px);
    targets_.begin_frame();
    screens::Canvas canvas(setup, *surface_, *painter_, targets_);
    app.draw(canvas);
    canvas.check_targets();
    problems_ = canvas.problems();
    targets_.end_frame();
    surface_->end();
    display_->render(show);
    painter_->end_frame();
    // The first picture stands on the panel: now there is time for what the first name would wait for.
    if (show && !std::exchange(fallbacks_loaded_, true)) typesetter_->load_fallbacks();
  }

  screens::TouchRegister& targets() override { return targets_; }
  Display& display() override { return *display_; }
  screens::Panel panel() const override { return panel_; }
  const std::vector<screens::Problem>& problems() const override { return problems_; }
  void forget() override {
    painter_->forget();
    problems_.clear();
    targets_.begin_frame();
    targets_.end_frame();
  }
  std::size_t text_bytes() const override { return painter_->bytes(); }
  std::size_t textures_made() const override { return painter_->textures_made(); }

 private:
  Display* display_;
  std::unique_ptr<text::Typesetter> typesetter_;
  bool fallbacks_loaded_ = false;
  std::unique_ptr<CachedTextPainter> painter_;
  std::unique_ptr<screens::ImGuiSurface> surface_;
  std::uintptr_t atlas_ = 0;
  screens::Panel panel_;
  screens::TouchRegister targets_;
  std::vector<screens::Problem> problems_;
};

}  // namespace

Result<std::unique_ptr<Face>> Face::create(Display& display, const FaceOptions& options) {
  auto typesetter = text::Typesetter::create();
  if (!typesetter) return fail(typesetter.error());
  return std::unique_ptr<Face>(std::make_unique<OneFace>(display, std::move(*typesetter), options));
}

}  // namespace desk::shell
