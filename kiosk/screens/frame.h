// The frame around every screen: where am I and how far is it (top), back, staff and onward (bottom, never moving).
#pragma once

#include <string>
#include <vector>

#include "data/text/text_catalog.h"
#include "kiosk/screens/canvas.h"
#include "kiosk/screens/widgets.h"

namespace desk::screens {

enum class StationState { Next, Now, Done };

struct Station {
  std::string label;
  StationState state = StationState::Next;
};

struct FootButton {
  std::string key;
  std::string label;    // empty: no button at this place
  Icon icon = Icon::None;
  bool enabled = true;
};

struct FrameView {
  std::string site_line_1, site_line_2;
  std::string reception;              // "T7K-4M2": from consent on; empty before
  std::vector<Station> stations;      // empty: no line (attract, staff)
  std::string text_label, colour_label, language_label;
  std::string sound_label;            // empty: this machine has no sound
  bool sound_on = false;
  FootButton back, help, next;
  std::vector<FootButton> left_extra; // attract: languages, in the place of もどる
  std::string foot_note;              // a quiet line in the foot, shown where there is room
  // Staff have the hand: said in the place of the stations, with the way to give it back. Empty: nobody has.
  std::string assist_text;
  ButtonView assist_hand, assist_point;
};

// A frame with the words of section [frame]: six stations with `now` (0..5; -1: no line), もどる, 係員を呼ぶ, つぎへ.
// Change what differs: `frame.next.label = words("button.scan"); frame.next.enabled = false;`
[[nodiscard]] FrameView frame_view(const text::Words& words, const std::string& site_line_1, const std::string& site_line_2, int now);

// Paints the ground, draws top and bottom and returns the room for the content.
[[nodiscard]] Rect draw_frame(Canvas& canvas, const FrameView& view);

}  // namespace desk::screens
