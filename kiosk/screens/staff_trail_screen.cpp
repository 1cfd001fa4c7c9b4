// The history of one application: the audit trail's rows in words.
#include <sstream>

#include "kiosk/screens/paged_list.h"
#include "kiosk/screens/staff_parts.h"

namespace desk::screens {
namespace {

// "by=staff-1 at=employees" as people say it. What has no words (the code of a paper, a reason for the maker) is left to desk-ctl.
std::string detail_words(const Scene& scene, const std::string& details) {
  const text::Words& words = scene.words;
  std::istringstream in(details);
  std::string out;
  for (std::string pair; in >> pair;) {
    const auto equals = pair.find('=');
    if (equals == std::string::npos) continue;
    const std::string name = pair.substr(0, equals);
    std::string value = pair.substr(equals + 1);
    std::string key = "trail_detail." + name;
    if (name == "by" && value == "applicant") key += "_applicant";
    if (!words.has(key)) continue;
    if (name == "at") {
      const auto step = flow::step_named(value);
      if (!step) continue;
      value = step_title(scene, *step);
    } else if (words.has("trail_value." + value)) {
      value = words("trail_value." + value);
    }
    const std::string told = words(key, {{"value", value}});
    out = out.empty() ? told : words("staff_list.and", {{"one", out}, {"two", told}});
  }
  return out;
}

}  // namespace

void draw_staff_trail(Canvas& canvas, const Scene& scene, UiState& ui) {
  const flow::StaffState& staff = scene.model.staff;
  const text::Words& words = scene.words;
  const Rect content = draw_frame(canvas, staff_frame(scene));
  if (staff.fault) return draw_fault(canvas, scene, content, *staff.fault, {});
  if (!staff.listed) return staff_wait(canvas, scene, content, "screen.staff_applications.reading");
  if (staff.trail.empty()) return staff_nothing(canvas, content, words("screen.staff_trail.none"), words("screen.staff_trail.none_body"));
  PagedListView view;
  view.title = words("screen.staff_trail.title", {{"number", staff.open ? staff.open->reception.text : ""}});
  view.sub = words("screen.staff_trail.sub");
  for (const flow::TrailLine& line : staff.trail) {
    view.rows.push_back({"", moment_words(scene, line.at) + "  " + words("audit_word." + line.event), detail_words(scene, line.details), {}, false, false});
  }
  staff_list(canvas, scene, content, view, ui);
}

}  // namespace desk::screens
