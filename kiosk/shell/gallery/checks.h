// Checks of one drawn screen without its pixels: what no combination may do (design 6, --gallery). Each complaint is one line for people.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "kiosk/screens/canvas.h"
#include "kiosk/shell/gallery/recording.h"

namespace desk::shell::gallery {

// Everything that one drawing left behind.
struct Drawing {
  screens::CanvasSetup setup;
  std::vector<screens::Problem> problems;
  std::vector<screens::Target> targets;
  std::vector<std::string> focus;  // keys in the order in which Tab reaches them, once round
  std::vector<PlacedText> texts;
  std::uint64_t geometry = 0;
};

// Overflow, touch sizes and gaps, missing glyphs (the canvas knows); then texts over each other, out of their target or off the panel, and targets
// that the keyboard cannot reach, or not in the order in which they are read.
[[nodiscard]] std::vector<std::string> complaints(const Drawing& drawing);

// もどる, 係員 and つぎへ stand in one place on a panel, whatever the screen and the size of the text. One for each panel.
class StandingButtons {
 public:
  [[nodiscard]] std::vector<std::string> complaints(const Drawing& drawing);

 private:
  std::map<std::string, screens::Rect> places_;
};

// Kanji in やさしい日本語 that no reading stands over. Those that stand beside figures in every date, hour and price are known to whoever reads
// figures: 年月日時分秒円 and the days of the week, alone.
// What the operator named (`own`: the site, its corner) is theirs to write.
[[nodiscard]] std::vector<std::string> without_reading(const Drawing& drawing, const std::vector<std::string>& own = {});

}  // namespace desk::shell::gallery
