// Trace: finds words on a screen that have no key. Every text of a copy of the catalogue is wrapped in two private characters, piece by piece
// between its placeholders; whatever letters stand outside of them on a drawn screen came from the pack, the desk or the person, or from code.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "data/base/result.h"
#include "kiosk/shell/gallery/checks.h"
#include "kiosk/shell/gallery/show.h"

namespace desk::shell::gallery {

// What this desk and the people before it brought along: names, numbers and codes that stand in no catalogue.
[[nodiscard]] std::vector<std::string> brought_along(const Stage& stage);

class Trace {
 public:
  // Reads every name of the packs below `folder` (catalog/packs).
  [[nodiscard]] static Result<Trace> create(const World& world, const std::string& folder);
  // What the screens are drawn with for this check.
  [[nodiscard]] const text::TextCatalog& texts() const { return marked_; }
  [[nodiscard]] std::vector<std::string> complaints(const Drawing& drawing, const Stage& stage) const;

 private:
  explicit Trace(text::TextCatalog marked) : marked_(std::move(marked)) {}
  text::TextCatalog marked_;
  std::set<std::string> names_;  // of packs, languages and themes: words that are data
};

}  // namespace desk::shell::gallery
