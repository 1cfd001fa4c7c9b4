// A finger draws black boxes over what must not be seen. Boxes are in parts of the page (0..1); the app turns Drag events of key::kMask
// into boxes and burns them into the pixels before anything is stored.
#pragma once

#include <string>
#include <vector>

#include "kiosk/screens/widgets.h"

namespace desk::screens {

struct MaskEditorView {
  std::string title, sub;
  std::string page_label;              // spoken name of the page
  const Picture* picture = nullptr;    // borrowed; null: an empty sheet
  std::vector<Rect> boxes;             // 0..1 of the page
  bool drawing = false;                // the last box is still under the finger
  std::vector<std::string> points;     // how it goes
  std::vector<ButtonView> actions;     // ひとつ取り消す, 全部けす
};
void mask_editor(Canvas& canvas, const Rect& content, const MaskEditorView& view);
// Where the page lies, for a screen that must know it (the picture's or A4's proportion).
[[nodiscard]] Rect mask_page(const Canvas& canvas, const Rect& content, const MaskEditorView& view);

}  // namespace desk::screens
