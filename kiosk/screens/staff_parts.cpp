#include "kiosk/screens/staff_parts.h"

#include "kiosk/screens/notice.h"
#include "kiosk/screens/progress.h"

namespace desk::screens {

bool is_today(const Scene& scene, WallTime at) { return to_jst(at).date == to_jst(scene.wall).date; }

std::string moment_words(const Scene& scene, WallTime at) {
  if (is_today(scene, at)) return scene.words("screen.staff_applications.today", {{"clock", clock_of(at)}});
  return scene.words("screen.staff_applications.day", {{"day", scene.words.day(to_jst(at).date)}, {"clock", clock_of(at)}});
}

std::string step_title(const Scene& scene, flow::Step step) {
  const std::string name(flow::name_of(step));
  if (scene.words.has("staff_list.screen." + name)) return scene.words("staff_list.screen." + name);
  for (const std::string& stem : {"question." + name, "screen." + name}) {
    if (scene.words.has(stem + ".title")) return scene.words(stem + ".title");
  }
  return scene.words("staff_list.other_screen");
}

void staff_wait(Canvas& canvas, const Scene& scene, const Rect& content, std::string_view text_key) {
  ProgressView view;
  view.title = scene.words(text_key);
  view.icon = Icon::Clock;
  progress(canvas, content, view);
}

Paging staff_paging(const Scene& scene, int first) {
  return {first, scene.words("screen.staff_applications.more"), scene.words("screen.staff_applications.less")};
}

void staff_list(Canvas& canvas, const Scene& scene, const Rect& content, PagedListView& view, UiState& ui) {
  view.paging = staff_paging(scene, ui.first);
  ui.next_first = paged_list(canvas, content, view);
}

void staff_nothing(Canvas& canvas, const Rect& content, std::string title, std::string body) {
  NoticeView view;
  view.tone = Tone::Plain;
  view.icon = Icon::Info;
  view.title = std::move(title);
  view.body = std::move(body);
  notice(canvas, content, view);
}

}  // namespace desk::screens
