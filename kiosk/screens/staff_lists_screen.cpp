// What still waits to be sent, and where help was called for.
#include <algorithm>

#include "kiosk/screens/paged_list.h"
#include "kiosk/screens/staff_parts.h"

namespace desk::screens {
namespace {

std::string age_words(const Scene& scene, WallTime since) {
  const std::int64_t minutes = std::max<std::int64_t>(0, (scene.wall.seconds - since.seconds) / 60);
  const auto say = [&](const char* unit, std::int64_t count) {
    return scene.words("screen.staff_outbox." + std::string(unit), {{"count", std::to_string(count)}});
  };
  if (minutes < 60) return say("minutes", minutes);
  if (minutes < 48 * 60) return say("hours", minutes / 60);
  return say("days", minutes / (24 * 60));
}

std::string parcel_words(const Scene& scene, const flow::Parcel& parcel) {
  const std::string after = parcel.reception.empty() ? "" : "  " + parcel.reception;
  switch (parcel.kind) {
    case flow::ParcelKind::HandOff: return scene.words("staff_parcel.hand_off") + after;
    case flow::ParcelKind::EraseDone: return scene.words("staff_parcel.erase_done") + after;
    case flow::ParcelKind::Withdraw: return scene.words("staff_parcel.withdraw") + after;
  }
  return {};
}

}  // namespace

void draw_staff_outbox(Canvas& canvas, const Scene& scene, UiState& ui) {
  const flow::StaffState& staff = scene.model.staff;
  const text::Words& words = scene.words;
  FrameView frame = staff_frame(scene);
  frame.back.enabled = !staff.working;
  if (!staff.parcels.empty()) frame.next.label = words("screen.staff_outbox.retry");
  frame.next.enabled = !staff.working;
  const Rect content = draw_frame(canvas, frame);
  if (staff.fault) return draw_fault(canvas, scene, content, *staff.fault, {});
  if (!staff.listed || staff.working) {
    return staff_wait(canvas, scene, content, staff.working ? "screen.staff_outbox.sending" : "screen.staff_applications.reading");
  }
  const text::Arguments counts{{"sent", std::to_string(staff.delivered)}, {"count", std::to_string(staff.parcels.size())}};
  if (staff.parcels.empty()) {
    const bool sent = staff.news == flow::StaffNews::Delivered;
    const std::string body = sent ? words("screen.staff_outbox.delivered", {{"sent", std::to_string(staff.delivered)}})
                                  : words(scene.desk.phone_page ? "screen.staff_outbox.none_body" : "screen.staff_outbox.off");
    return staff_nothing(canvas, content, words("screen.staff_outbox.none"), body);
  }
  PagedListView view;
  view.title = words("screen.staff_outbox.title");
  view.sub = words("screen.staff_outbox.sub", {{"count", std::to_string(staff.parcels.size())}});
  for (const flow::Parcel& parcel : staff.parcels) {
    view.rows.push_back({"", parcel_words(scene, parcel),
                         words("screen.staff_outbox.line", {{"age", age_words(scene, parcel.queued)},
                                                            {"attempts", std::to_string(parcel.attempts)},
                                                            {"clock", clock_of(parcel.next_attempt)}}),
                         {}, false, false});
  }
  if (staff.news == flow::StaffNews::StillWaiting) view.note = {Tone::Care, words("screen.staff_outbox.still", counts), true};
  staff_list(canvas, scene, content, view, ui);
}

void draw_staff_calls(Canvas& canvas, const Scene& scene, UiState& ui) {
  const flow::StaffState& staff = scene.model.staff;
  const text::Words& words = scene.words;
  const Rect content = draw_frame(canvas, staff_frame(scene));
  if (staff.fault) return draw_fault(canvas, scene, content, *staff.fault, {});
  if (!staff.listed) return staff_wait(canvas, scene, content, "screen.staff_applications.reading");
  if (staff.calls.empty()) return staff_nothing(canvas, content, words("screen.staff_calls.none"), words("screen.staff_calls.none_body"));
  PagedListView view;
  int today = 0, week = 0;
  for (const flow::HelpCount& each : staff.calls) {
    today += each.today;
    week += each.week;
    view.rows.push_back({"", step_title(scene, each.at),
                         words("screen.staff_calls.row", {{"today", std::to_string(each.today)}, {"week", std::to_string(each.week)}}), {}, false, false});
  }
  view.title = words("screen.staff_calls.title");
  view.sub = words("screen.staff_calls.sub", {{"today", std::to_string(today)}, {"week", std::to_string(week)}});
  staff_list(canvas, scene, content, view, ui);
}

}  // namespace desk::screens
