// Show: one sample in one language, ready to be drawn at any size, in any theme, on any panel. Owns everything that a Scene borrows.
#pragma once

#include <map>
#include <memory>

#include "data/text/typesetter.h"
#include "kiosk/screens/scene.h"
#include "kiosk/shell/gallery/samples.h"

namespace desk::shell::gallery {

class Show final : private screens::ImageSource {
 public:
  // `texts` is the world's, or one made from it (trace.h). The slip of a finished visit is set with `typesetter`.
  Show(const World& world, const text::TextCatalog& texts, const Sample& sample, Language language, text::Typesetter& typesetter);

  // The whole screen. Turning pages first finds out where they begin at this size, with `typesetter` again.
  void draw(screens::Canvas& canvas);
  [[nodiscard]] const Stage& stage() const { return stage_; }
  [[nodiscard]] Language language() const { return words_.language(); }
  [[nodiscard]] screens::Scene scene() const;

 private:
  [[nodiscard]] const screens::Picture* find(flow::ImageId id) const override;
  [[nodiscard]] screens::Picture draw_slip() const;
  [[nodiscard]] screens::Picture draw_page(int number) const;

  Stage stage_;
  text::Words words_;
  flow::Assessment assessment_;
  text::Typesetter* typesetter_;
  flow::Delays delays_;
  std::map<flow::ImageId, screens::Picture> pictures_;
};

}  // namespace desk::shell::gallery
