// What was scanned: its pages with a judgement each, what was read from them, and what can be done.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/screens/paged_blocks.h"

namespace desk::screens {

struct ScannedPage {
  std::string key;               // touched to look at it large; empty: not touchable
  const Picture* picture = nullptr;  // borrowed until the frame is drawn; null: `drawn` stands for it
  PaperView drawn;
  TagView tag;
  std::optional<ButtonView> action;  // what can be done with this page
};
struct FieldRow {
  std::string label, value;
  Tone tone = Tone::Plain;       // Done ✓, Care, Stop; Plain has no mark
};
struct ScannedPagesView {
  std::string title, sub;
  std::vector<ScannedPage> pages;   // all of them; two are on show at a time
  Paging paging;
  std::vector<FieldRow> fields;
  std::string note;
  std::vector<ButtonView> actions;
};
// Returns where the next part of it begins; the first again after the last.
int scanned_pages(Canvas& canvas, const Rect& content, const ScannedPagesView& view);

}  // namespace desk::screens
