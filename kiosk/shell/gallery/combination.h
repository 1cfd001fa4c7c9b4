// Combination: one way in which a sample can stand before a person; and the covering set of them that the gallery draws as pictures.
#pragma once

#include <string>
#include <vector>

#include "data/text/text_catalog.h"
#include "kiosk/screens/canvas.h"

namespace desk::shell::gallery {

struct PanelKind {
  std::string_view name;  // "landscape", "portrait", "small"
  screens::Panel panel;
};
// The reference panels (design 6): 1920×1080 and 1080×1920 at 21.5", 1280×800 at 12.1".
inline constexpr PanelKind kPanels[] = {{"landscape", {1920, 1080, 4.03}}, {"portrait", {1080, 1920, 4.03}}, {"small", {1280, 800, 4.91}}};

struct Combination {
  std::size_t sample = 0;    // into all_samples()
  std::size_t size = 1;      // into kTextSizes
  std::size_t theme = 0;     // into kThemes
  std::size_t language = 0;  // into the languages of the texts
  std::size_t panel = 0;     // into kPanels
  friend bool operator==(const Combination&, const Combination&) = default;
};

struct Extents {
  std::size_t samples = 0, sizes = 4, themes = 4, languages = 3, panels = std::size(kPanels);
};

// A set in which every two values of different columns stand together at least once; each sample begins with its default (normal text, paper,
// the first language, landscape). The same for the same extents: greedy, ties to the lowest.
[[nodiscard]] std::vector<Combination> pairwise(const Extents& extents);

// "code-wrong_small_text4_paper_ja-easy"
[[nodiscard]] std::string name_of(const Combination& combination, const std::vector<text::LanguageInfo>& languages);
[[nodiscard]] screens::CanvasSetup setup_of(const Combination& combination, const text::LanguageInfo& language);

}  // namespace desk::shell::gallery
