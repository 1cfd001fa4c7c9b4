// What was scanned: its pages with a judgement each, what was read from them, and what can be done.
#pragma once

#include <string>
#include <vector>

#include "kiosk/screens/widgets.h"

namespace desk::screens {

struct ScannedPage {
  std::string key;               // touched to look at it large; empty: not touchable
  const Picture* picture = nullptr;  // borrowed until the frame is drawn; null: `drawn` stands for it
  PaperView drawn;
  TagView tag;
};
struct FieldRow {
  std::string label, value;
  Tone tone = Tone::Plain;       // Done ✓, Care, Stop; Plain has no mark
};
struct ScannedPagesView {
  std::string title, sub;
  std::vector<ScannedPage> pages;   // those of one screen: 1..3
  std::string more_label;           // "ほか4枚を見る"; empty: these are all (key::kMore)
  std::vector<FieldRow> fields;
  std::string note;
  std::vector<ButtonView> actions;
};
void scanned_pages(Canvas& canvas, const Rect& content, const ScannedPagesView& view);

}  // namespace desk::screens
