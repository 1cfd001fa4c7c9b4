// The way to a deadline on an axis of days: what, from when to when, which days are off.
#pragma once

#include <string>
#include <vector>

#include "kiosk/screens/widgets.h"

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
};
struct PlanView {
  std::string title, sub;
  std::vector<PlanDay> days;   // 1..14; longer spans: the caller chooses which days to show
  std::vector<PlanRow> rows;   // 1..6
  TagView warning;
  std::string note;
  std::vector<ButtonView> actions;
};
// On narrow panels and for large text the axis gives way to a list: day words first, what to do beside them.
void plan_calendar(Canvas& canvas, const Rect& content, const PlanView& view);

}  // namespace desk::screens
