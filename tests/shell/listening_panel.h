// A panel without pixels, on which a screen of the gallery stands to be read aloud.
#pragma once

#include <memory>
#include <utility>

#include "kiosk/screens/imgui_surface.h"
#include "kiosk/shell/gallery/measuring_painter.h"
#include "kiosk/shell/gallery/show.h"
#include "tests/shell/gallery_world.h"

namespace desk::shell {

struct ListeningPanel {
  ListeningPanel() : typesetter(std::move(*text::Typesetter::create())), painter(*typesetter) {}

  template <class Use>
  void draw(gallery::Show& show, Use use) {
    screens::TouchRegister targets;
    targets.begin_frame();
    screens::Canvas canvas({{1920, 1080, 4.03}, screens::ThemeName::Paper, screens::TextSize::Normal, show.language() == Language::EasyJapanese, 0}, surface,
                           painter, targets);
    show.draw(canvas);
    use(canvas);
    targets.end_frame();
  }
  std::unique_ptr<text::Typesetter> typesetter;
  gallery::MeasuringPainter painter;
  screens::NullSurface surface;
};

}  // namespace desk::shell
