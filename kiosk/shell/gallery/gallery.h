// The gallery (desk-kiosk --gallery DIR [--full] [--only NAME]): every sample in every size, theme, language and on every panel, drawn without
// pixels and checked; then the pictures of a pairwise set, with the contrasts measured on them, and an index page that shows them.
// Without `full` it ends at the first thing that is not as it should be; with it everything is listed, and every combination is drawn.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "data/base/result.h"
#include "kiosk/shell/gallery/checks.h"
#include "kiosk/shell/gallery/combination.h"
#include "kiosk/shell/gallery/show.h"

namespace desk::shell::gallery {

struct GalleryOptions {
  std::string folder;        // for pictures and index.html
  bool full = false;
  std::string only;          // samples or combinations whose name begins so ("review_small_text4"); empty: all
  bool software = false;     // SDL's software renderer (sanitizers: GL drivers leak)
};

struct Finding {
  Combination combination;
  std::string what;
};

// Draws without pixels. One a thread.
class Measurer {
 public:
  [[nodiscard]] static Result<Measurer> create();
  [[nodiscard]] Drawing draw(Show& show, const screens::CanvasSetup& setup);
  [[nodiscard]] text::Typesetter& typesetter() { return *typesetter_; }

 private:
  explicit Measurer(std::unique_ptr<text::Typesetter> typesetter) : typesetter_(std::move(typesetter)), painter_(std::make_unique<MeasuringPainter>(*typesetter_)) {}
  std::unique_ptr<text::Typesetter> typesetter_;
  std::unique_ptr<MeasuringPainter> painter_;
};

struct GeometryReport {
  std::size_t combinations = 0;
  std::vector<Finding> findings;  // in the order of samples; each once, with the first combination that shows it
};
// Every combination of these samples (indexes into all_samples()), the panels side by side on threads. `packs`: the folder of the packs.
[[nodiscard]] Result<GeometryReport> check_geometry(const World& world, const std::string& packs, const std::vector<std::size_t>& samples, bool full);

struct PictureReport {
  std::size_t pictures = 0;
  std::vector<Finding> findings;
};
[[nodiscard]] Result<PictureReport> draw_pictures(const World& world, const std::vector<Combination>& set, const GalleryOptions& options);

// The whole run as the program makes it: writes to standard output and error; the exit status.
[[nodiscard]] Result<int> run_gallery(const GalleryOptions& options, const std::string& data);

}  // namespace desk::shell::gallery
