// What the staff's screens share. Not for other files.
#pragma once

#include <string>

#include "kiosk/screens/paged_list.h"
#include "kiosk/screens/scene_parts.h"

namespace desk::screens {

[[nodiscard]] bool is_today(const Scene& scene, WallTime at);
// "今日 14:05", "11月20日（金） 9:10"
[[nodiscard]] std::string moment_words(const Scene& scene, WallTime at);
// The title of a step's screen, as people know it.
[[nodiscard]] std::string step_title(const Scene& scene, flow::Step step);
void staff_wait(Canvas& canvas, const Scene& scene, const Rect& content, std::string_view text_key);
// How the staff turn the pages of their lists.
[[nodiscard]] Paging staff_paging(const Scene& scene, int first);
// A list of theirs from the page that `ui` stands on; `view` gets the words of its paging.
void staff_list(Canvas& canvas, const Scene& scene, const Rect& content, PagedListView& view, UiState& ui);
void staff_nothing(Canvas& canvas, const Rect& content, std::string title, std::string body);

}  // namespace desk::screens
