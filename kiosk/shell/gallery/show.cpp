#include "kiosk/shell/gallery/show.h"

#include "data/catalog/staleness.h"
#include "kiosk/flow/paper_needs.h"
#include "kiosk/screens/imgui_surface.h"
#include "kiosk/screens/keys.h"
#include "kiosk/shell/gallery/measuring_painter.h"
#include "kiosk/shell/handout.h"
#include "kiosk/shell/qr_matrix.h"
#include "printer/layout.h"

namespace desk::shell::gallery {
namespace {

Stage arranged(const World& world, const Sample& sample) {
  Stage stage(world);
  sample.arrange(stage);
  return stage;
}

void paint_over(screens::Picture& onto, const text::TextRaster& raster, int left, int top) {
  for (int y = 0; y < raster.height && top + y < onto.height; ++y) {
    for (int x = 0; x < raster.width && left + x < onto.width; ++x) {
      const auto* from = &raster.rgba[static_cast<std::size_t>((y * raster.width + x) * 4)];
      auto* to = &onto.rgba[static_cast<std::size_t>(((top + y) * onto.width + left + x) * 4)];
      for (int c = 0; c < 3; ++c) to[c] = static_cast<std::uint8_t>(from[c] + to[c] * (255 - from[3]) / 255);
    }
  }
}

}  // namespace

Show::Show(const World& world, const text::TextCatalog& texts, const Sample& sample, Language language, text::Typesetter& typesetter)
    : stage_(arranged(world, sample)), words_(texts, language),
      assessment_(flow::assess(stage_.model.answers, stage_.pack(), world.catalogue.offices(), stage_.today)), typesetter_(&typesetter) {
  stage_.model.settings.language = language;
  if (stage_.model.print.picture == kSlipPicture) pictures_.emplace(kSlipPicture, draw_slip());
  for (const flow::PageView& page : stage_.model.scan.pages) pictures_.emplace(page.thumbnail, draw_page(page.number));
}

screens::Scene Show::scene() const {
  return {stage_.model, assessment_, stage_.pack(), stage_.world().catalogue.offices(), words_, *this, stage_.desk, delays_,
          [](const std::string& text) { return matrix_of(text); }, stage_.today, stage_.wall, stage_.now,
          &stage_.world().name_forms};
}

void Show::draw(screens::Canvas& canvas) {
  screens::UiState ui = stage_.ui;
  const screens::Scene scene = this->scene();
  for (int turned = 0; turned < stage_.pages_turned; ++turned) {
    screens::NullSurface surface;
    MeasuringPainter painter(*typesetter_);
    screens::TouchRegister targets;
    screens::Canvas trial(canvas.setup(), surface, painter, targets);
    screens::draw_scene(trial, scene, ui);
    // At a small text size everything may stand on one page; then that is what the sample shows.
    targets.end_frame();
    if (targets.find(screens::key::kMore) != nullptr) (void)screens::press(screens::key::kMore, scene, ui);
  }
  screens::draw_scene(canvas, scene, ui);
}

const screens::Picture* Show::find(flow::ImageId id) const {
  const auto found = pictures_.find(id);
  return found == pictures_.end() ? nullptr : &found->second;
}

// The slip as the printer's room draws it for this visit.
screens::Picture Show::draw_slip() const {
  config::DeskConfig config;
  config.site.name = stage_.desk.site_name;
  config.site.corner = stage_.desk.corner;
  config.page.mode = config::HandoffMode::Public;
  config.page.base_url = stage_.world().page_address;
  const bool stale = !catalog::staleness(stage_.pack(), stage_.today.date).empty();
  printer::ReceiptModel receipt = slip_model({config, stage_.pack(), words_, stage_.model, assessment_, stage_.today, stage_.wall,
                                              stage_.desk.official_address, stale, stage_.desk.training},
                                             stage_.model.print.slip);
  if (stage_.model.record_open) {
    receipt.scans_until = plus_days(stage_.today.date, 7);
    receipt.answers_until = plus_days(stage_.today.date, 60);
  }
  const auto dots = printer::render_receipt(receipt, words_, *typesetter_, PaperProfile{});
  screens::Picture picture{kSlipPicture, 576, 900, {}};
  if (dots) {
    picture.width = dots->width;
    picture.height = dots->height;
  }
  picture.rgba.assign(static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) * 4, 255);
  for (int y = 0; dots && y < picture.height; ++y) {
    for (int x = 0; x < picture.width; ++x) {
      if (!dots->at(x, y)) continue;
      auto* pixel = &picture.rgba[static_cast<std::size_t>((y * picture.width + x) * 4)];
      pixel[0] = pixel[1] = pixel[2] = 20;
    }
  }
  return picture;
}

// A page as it would come from the glass: the paper's own name over lines that stand for its text.
screens::Picture Show::draw_page(int number) const {
  screens::Picture page{static_cast<std::uint64_t>(number), kPageWidth, kPageHeight, {}};
  page.rgba.assign(static_cast<std::size_t>(kPageWidth * kPageHeight * 4), 250);
  for (std::size_t i = 3; i < page.rgba.size(); i += 4) page.rgba[i] = 255;
  for (int y = 110; y < 550; ++y) {
    if (y % 22 > 7) continue;
    for (int x = 46; x < 372 - (y / 22 * 53) % 120; ++x) {
      auto* pixel = &page.rgba[static_cast<std::size_t>((y * kPageWidth + x) * 4)];
      pixel[0] = pixel[1] = pixel[2] = 150;
    }
  }
  const catalog::DocumentKind* kind = flow::kind_for(stage_.model.scan.need, stage_.model.answers, stage_.pack());
  if (kind == nullptr) return page;
  text::TextStyle style;
  style.em_px = 22;
  style.weight = text::Weight::Bold;
  style.align = text::Align::Center;
  paint_over(page, typesetter_->raster(kind->name.ja, style, kPageWidth - 60), 30, 46);
  return page;
}

}  // namespace desk::shell::gallery
