// The pictures, panel by panel, and what their pixels show.
#include <filesystem>
#include <map>

#include "kiosk/shell/frame_loop.h"
#include "kiosk/shell/gallery/contrast.h"
#include "kiosk/shell/gallery/gallery.h"
#include "kiosk/shell/png_file.h"

namespace desk::shell::gallery {
namespace {

// A show as the face draws it; nothing on it moves and nobody touches it.
class StillApp final : public App {
 public:
  StillApp(Show& show, const screens::CanvasSetup& setup) : show_(show), setup_(setup) {}
  [[nodiscard]] screens::CanvasSetup look() const override { return setup_; }
  void draw(screens::Canvas& canvas) override { show_.draw(canvas); }
  void on_press(std::string_view) override {}
  bool on_wake() override { return false; }
  [[nodiscard]] std::optional<std::chrono::milliseconds> next_change() const override { return std::nullopt; }
  void on_tick() override {}
  [[nodiscard]] bool finished() const override { return false; }
  void on_quit() override {}

 private:
  Show& show_;
  screens::CanvasSetup setup_;
};

class PanelPictures {
 public:
  PanelPictures(const World& world, const GalleryOptions& options, Measurer& measurer, std::size_t panel, PictureReport& report)
      : world_(world), options_(options), measurer_(measurer), panel_(panel), report_(report) {}

  Done draw(const std::vector<Combination>& set) {
    const screens::Panel& panel = kPanels[panel_].panel;
    DisplayOptions display_options;
    display_options.width = panel.width_px;
    display_options.height = panel.height_px;
    display_options.offscreen = true;
    display_options.software = options_.software;
    auto display = Display::create(display_options);
    if (!display) return fail(display.error());
    auto face = Face::create(**display, {.px_per_mm = panel.px_per_mm});
    if (!face) return fail(face.error());
    for (const Combination& combination : set) {
      if (combination.panel != panel_) continue;
      if (!options_.full && !report_.findings.empty()) return {};
      if (auto done = one(combination, **display, **face); !done) return done;
    }
    return {};
  }

 private:
  Done one(const Combination& combination, Display& display, Face& face) {
    const text::LanguageInfo& info = world_.texts.languages()[combination.language];
    Show show(world_, world_.texts, all_samples()[combination.sample], info.language, measurer_.typesetter());
    const screens::CanvasSetup setup = setup_of(combination, info);
    StillApp app(show, setup);
    face.draw(app, 0, /*show=*/false);
    const auto picture = display.read_back();
    if (!picture) return fail(picture.error());
    face.forget();  // thumbnails of another sample bear the same ids
    const std::string file = options_.folder + "/" + name_of(combination, world_.texts.languages()) + ".png";
    if (auto done = write_png(file, *picture); !done) return done;
    ++report_.pictures;
    for (std::string& what : contrast_complaints(measurer_.draw(show, setup), *picture)) report_.findings.push_back({combination, std::move(what)});
    return {};
  }

  const World& world_;
  const GalleryOptions& options_;
  Measurer& measurer_;
  std::size_t panel_;
  PictureReport& report_;
};

}  // namespace

Result<PictureReport> draw_pictures(const World& world, const std::vector<Combination>& set, const GalleryOptions& options) {
  std::error_code problem;
  std::filesystem::create_directories(options.folder, problem);
  auto measurer = Measurer::create();
  if (!measurer) return fail(measurer.error());
  PictureReport report;
  for (std::size_t panel = 0; panel < std::size(kPanels); ++panel) {
    if (auto done = PanelPictures(world, options, *measurer, panel, report).draw(set); !done) return fail(done.error());
  }
  return report;
}

}  // namespace desk::shell::gallery
