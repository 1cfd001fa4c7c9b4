// Which deadline can still be made, drawn from today to that day.
#include <algorithm>

#include "kiosk/screens/desk_answers.h"
#include "kiosk/screens/plan_calendar.h"
#include "kiosk/screens/scene_parts.h"

namespace desk::screens {
namespace {

constexpr int kMostDays = 14;
constexpr std::size_t kMostRows = 6;

// The days on the axis: every day when they fit, else today's week and the last days before the deadline would tell less than the list,
// so the axis shows the first fortnight.
std::vector<Date> axis(const Scene& scene, const Date& until) {
  std::vector<Date> days;
  for (Date day = scene.today.date; days_between(day, until) >= 0 && days.size() < kMostDays; day = plus_days(day, 1)) days.push_back(day);
  return days;
}

PlanDay plan_day(const Scene& scene, const Date& day, const std::optional<Date>& deadline) {
  PlanDay out;
  out.number = std::to_string(static_cast<unsigned>(day.day()));
  out.word = scene.words("format.weekday_" + std::to_string(weekday_of(day)));
  if (day == scene.today.date) {
    out.kind = DayKind::Today;
    out.word = scene.words("screen.plan.today");
  } else if (deadline && day == *deadline) {
    out.kind = DayKind::Deadline;
    out.word = scene.words("screen.plan.deadline");
  } else if (scene.offices.closed(day)) {
    out.kind = DayKind::Off;
  }
  return out;
}

std::string bar_words(const Scene& scene, const rules::Bar& bar) {
  const Speaker speaker = speaker_of(scene);
  for (std::string_view own : {"ids", "prepare", "slack"}) {
    if (bar.code == own) return scene.words("screen.plan.bar." + bar.code);
  }
  return speaker.coded("todo.", bar.code, bar.args);
}

void add_rows(const Scene& scene, const std::vector<Date>& days, PlanView& view) {
  const Speaker speaker = speaker_of(scene);
  const auto index = [&](const Date& day) { return days_between(days.front(), day); };
  const int last = static_cast<int>(days.size()) - 1;
  for (const rules::Bar& bar : scene.assessment.plan.bars) {
    const int from = std::max(index(bar.from), 0), to = std::min(index(bar.to), last);
    if (from > last || to < from) continue;
    const bool slack = bar.code == "slack";
    PlanBar drawn{from, to, slack ? PlanBarKind::Slack : PlanBarKind::Do, speaker.when(bar.to)};
    if (slack && !view.rows.empty()) {
      // Time to spare stands behind the last thing to do, not in a row of its own.
      drawn.label = bar_words(scene, bar);
      view.rows.back().bars.push_back(std::move(drawn));
      continue;
    }
    if (view.rows.size() == kMostRows) continue;
    view.rows.push_back({bar_words(scene, bar), speaker.when(bar.to), {std::move(drawn)}});
  }
}

// Without a deadline there is no axis that means anything: what to do, in order.
void add_todo_rows(const Scene& scene, PlanView& view) {
  for (const TodoWords& todo : todo_words(speaker_of(scene), scene.assessment)) {
    if (view.rows.size() == kMostRows) break;
    view.rows.push_back({todo.what, todo.when, {}});
  }
}

}  // namespace

void draw_plan(Canvas& canvas, const Scene& scene) {
  const text::Words& words = scene.words;
  const rules::Plan& plan = scene.assessment.plan;
  const rules::PlannedRound* target = scene.assessment.target;
  PlanView view;
  const std::string today = words.day(scene.today.date);
  if (target != nullptr && target->feasible) {
    const bool tight = target->slack_class == rules::SlackClass::Tight;
    view.title = words(tight ? "screen.plan.title_tight" : "screen.plan.title_makeable",
                       {{"round", target->round}, {"deadline", words.minute(target->deadline)}});
    view.sub = words(tight ? "screen.plan.sub_tight" : "screen.plan.sub", {{"today", today}, {"slack", std::to_string(target->slack_days)}});
  } else if (!plan.rounds.empty()) {
    view.title = words("screen.plan.title_missed");
    view.sub = words("screen.plan.sub_missed", {{"today", today}, {"earliest", words.day(plan.earliest_submit)}});
  } else {
    view.title = words("screen.plan.title_no_round");
    view.sub = words("screen.plan.sub_no_round", {{"today", today}});
  }
  const std::optional<Date> deadline = target != nullptr ? std::optional(target->deadline.date) : std::nullopt;
  const std::vector<Date> days = axis(scene, deadline.value_or(plus_days(scene.today.date, kMostDays - 1)));
  for (const Date& day : days) view.days.push_back(plan_day(scene, day, deadline));
  if (target != nullptr) add_rows(scene, days, view);
  if (view.rows.empty()) add_todo_rows(scene, view);
  view.warning = {Tone::Stop, words("screen.plan.no_contract"), true};
  view.note = words("screen.plan.verified", {{"date", words.full_day(target != nullptr ? target->verified : plan.verified)}});
  if (target != nullptr) {
    const auto next = std::find_if(plan.rounds.begin(), plan.rounds.end(),
                                   [&](const rules::PlannedRound& round) { return round.deadline > target->deadline; });
    view.note = next != plan.rounds.end()
                    ? words("screen.plan.if_missed", {{"round", next->round}, {"deadline", words.minute(next->deadline)}})
                    : words("screen.plan.if_missed_unknown") + " " + view.note;
  } else {
    for (const rules::Reason& advice : plan.advice) {
      if (advice.code == "no_open_round") view.note = speaker_of(scene).reason(advice);
    }
  }
  if (target != nullptr) {
    // When the money comes, because the whole cost is paid in advance until then.
    if (const auto answer = desk_answer(scene, "when_paid", asked_by(scene)); answer && answer->dated) view.note += "\n" + answer->main;
  }
  plan_calendar(canvas, draw_frame(canvas, frame_of_scene(scene)), view);
}

}  // namespace desk::screens
