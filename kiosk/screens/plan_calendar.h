// The way to a deadline on an axis of days: what, from when to when, which days are off.
#pragma once

#include <string>
#include <vector>

#include "kiosk/screens/paged_blocks.h"

namespace desk::screens {

enum class DayKind { Work, Off, Today, Deadline };
struct PlanDay {
  std::string number;       // "17"
  std::string word;         // "木", "今日", "締切"
  DayKind kind = DayKind::Work;
};
enum class PlanBarKind { Do, Possible, Closed, Slack };
struct PlanBar {
  int first_day = 0;        // index in days, inclusive
  int last_day = 0;
  PlanBarKind kind = PlanBarKind::Do;
  std::string label;        // shown when it fits
};
struct PlanRow {
  std::string what;
  std::string when;         // "金曜まで": shown under `what` where the axis has no room
  std::vector<PlanBar> bars;
  int last_day = -1;        // the last day on which it can still be begun, marked on the axis; -1: none, or beyond it
  std::string last;         // the same in words, for the list: "遅くとも 8月21日（金）"
};
// Over a longer way a head covers several days: a week each, or the days of one.
struct PlanHead {
  int first_day = 0;
  int last_day = 0;
  PlanDay shown;
};
struct PlanView {
  std::string title, sub;
  std::vector<PlanDay> days;   // one a column: days, or weeks where the way is longer than nine weeks
  std::vector<PlanRow> rows;   // 1..6
  TagView warning;
  std::string note;
  std::vector<ButtonView> actions;
  std::vector<PlanHead> heads; // empty: each day is its own head
  std::string last_label;      // what the mark of last days means
  Paging paging;
};
// On narrow panels and for large text the axis gives way to a list: day words first, what to do beside them.
// Returns where the next page begins, for little panels.
int plan_calendar(Canvas& canvas, const Rect& content, const PlanView& view);

}  // namespace desk::screens
