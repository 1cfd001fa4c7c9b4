// The six boxes of the SMS code, what was sent where and until when, and three ways on for whoever waits.
#pragma once

#include <string>
#include <vector>

#include "kiosk/screens/number_pad.h"

namespace desk::screens {

struct LabelledFact {
  std::string label, value;
};
struct CodeEntryView {
  std::string title;
  std::string digits;                 // what was typed so far, 0..6 of them
  int boxes = 6;
  bool hidden = false;                // a staff PIN shows dots
  TagView outcome;                    // "番号がちがいます。あと3回" (Stop), "確認できました" (Done); empty: none
  std::vector<LabelledFact> facts;    // 送り先, 番号札, この番号が使えるのは
  std::string help_title;             // "届かないとき"; empty: no card
  std::vector<std::string> help_points;
  std::vector<ButtonView> help_actions;  // なおす, 書類を先に, 受付票を出して帰る
  PadKeys keys;
};
// Where the card 届かないとき has no room it becomes one button (key::kCodeHelp): answer it with a panel (dialog.h) of the same points
// and actions.
void code_entry(Canvas& canvas, const Rect& content, const CodeEntryView& view);

}  // namespace desk::screens
