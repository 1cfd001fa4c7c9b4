// A number typed on ten keys: people, yen, phone numbers, reception numbers of digits. The text to show is formatted by the caller.
#pragma once

#include <string>

#include "kiosk/screens/widgets.h"

namespace desk::screens {

struct NumberPadView {
  std::string title, sub;
  std::string value;          // "12", "1,000,000", "090-1234-"; empty shows `placeholder`
  std::string placeholder;
  std::string unit;           // "人", "円"; may be empty
  TagView hint;               // what the value means, as soon as it can be said
  std::string hint_text;      // quiet, under the tag
  std::vector<ButtonView> actions;  // e.g. わからない
  std::string extra_label;    // the key left of 0 ("0人", "万"); empty: no key there
  bool extra_enabled = true;
  std::string delete_label;   // "けす"
  bool digits_enabled = true; // false: full
};
void number_pad(Canvas& canvas, const Rect& content, const NumberPadView& view);

// The twelve keys alone, e.g. beside the code boxes or for a staff PIN.
struct PadKeys {
  std::string extra_label, delete_label;
  bool extra_enabled = true;
  bool digits_enabled = true;
};
void pad(Canvas& canvas, const Rect& area, const PadKeys& keys);

}  // namespace desk::screens
