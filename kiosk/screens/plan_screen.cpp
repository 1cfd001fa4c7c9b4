// Which deadline can still be made, drawn from today to that day.
#include <algorithm>

#include "kiosk/screens/desk_answers.h"
#include "kiosk/screens/plan_calendar.h"
#include "kiosk/screens/scene_parts.h"

namespace desk::screens {
namespace {

constexpr int kDaysAlone = 14;        // as many days have a head each
constexpr int kMostColumns = 63;      // nine weeks; beyond that a column is a week
constexpr int kNarrowest = 4;         // columns under which a head has no room for its words
constexpr std::size_t kMostRows = 6;

// The columns from today to the deadline.
struct Columns {
  Date first;
  int count = 0;
  int days_each = 1;
  [[nodiscard]] int of(const Date& day) const {
    const int days = days_between(first, day);
    return days < 0 ? -1 : days / days_each;
  }
};

Columns columns_until(const Scene& scene, const Date& until) {
  const int days = std::max(0, days_between(scene.today.date, until)) + 1;
  if (days <= kMostColumns) return {scene.today.date, days, 1};
  return {scene.today.date, (days + 6) / 7, 7};
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

std::string month_word(const Scene& scene, const Date& day) {
  return scene.words("format.month_" + std::to_string(static_cast<unsigned>(day.month())));
}

void add_columns(const Scene& scene, const Columns& axis, const Date& deadline, PlanView& view) {
  for (int i = 0; i < axis.count; ++i) {
    PlanDay day = plan_day(scene, plus_days(axis.first, i * axis.days_each), deadline);
    if (axis.days_each > 1 && day.kind == DayKind::Off) day.kind = DayKind::Work;  // a week holds both
    view.days.push_back(std::move(day));
  }
  if (axis.days_each > 1) view.days.back().kind = DayKind::Deadline;
  if (axis.count <= kDaysAlone && axis.days_each == 1) return;
  // Weeks from Monday; the first begins today, and the deadline has the last columns. Four weeks to a head where a column is a week already.
  const int per_head = axis.days_each == 1 ? 7 : 4;
  const int before_deadline = axis.count - kNarrowest;
  for (int i = 0; i < before_deadline;) {
    const Date day = plus_days(axis.first, i * axis.days_each);
    const int weekday = static_cast<int>(weekday_of(day));
    const int to_monday = axis.days_each == 1 ? 8 - (weekday == 0 ? 7 : weekday) : per_head;
    int last = std::min(i + to_monday, before_deadline) - 1;
    if (last - i + 1 < kNarrowest) last = std::min(last + per_head, before_deadline - 1);
    if (before_deadline - 1 - last < kNarrowest) last = before_deadline - 1;
    PlanHead head{i, last, {std::to_string(static_cast<unsigned>(day.day())), month_word(scene, day), DayKind::Work}};
    if (i == 0) head.shown.kind = DayKind::Today, head.shown.word = scene.words("screen.plan.today");
    view.heads.push_back(std::move(head));
    i = last + 1;
  }
  view.heads.push_back({std::max(0, before_deadline), axis.count - 1,
                        {std::to_string(static_cast<unsigned>(deadline.day())), scene.words("screen.plan.deadline"), DayKind::Deadline}});
}

// The last day on which what a bar stands for can still be begun: of the to-do that it was made with.
std::optional<Date> last_day_of(const Scene& scene, const rules::Bar& bar) {
  for (const rules::Todo& todo : scene.assessment.plan.todo) {
    const bool same_thing = bar.args.empty() || (!todo.args.empty() && todo.args.front() == bar.args.front());
    if (todo.last && todo.code.starts_with(bar.code) && same_thing) return todo.last;
  }
  return std::nullopt;
}

std::string bar_words(const Scene& scene, const rules::Bar& bar) {
  const Speaker speaker = speaker_of(scene);
  for (std::string_view own : {"ids", "prepare", "slack"}) {
    if (bar.code == own) return scene.words("screen.plan.bar." + bar.code);
  }
  return speaker.coded("todo.", bar.code, bar.args);
}

void add_rows(const Scene& scene, const Columns& axis, PlanView& view) {
  const Speaker speaker = speaker_of(scene);
  const auto index = [&](const Date& day) { return axis.of(day); };
  const int last = axis.count - 1;
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
    PlanRow row{bar_words(scene, bar), speaker.when(bar.to), {std::move(drawn)}};
    if (const auto day = last_day_of(scene, bar)) {
      row.last = scene.words("screen.plan.last", {{"day", scene.words.day(*day)}});
      if (index(*day) >= 0 && index(*day) <= last) row.last_day = index(*day);
    }
    view.rows.push_back(std::move(row));
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

void draw_plan(Canvas& canvas, const Scene& scene, UiState& ui) {
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
  if (deadline) {
    const Columns axis = columns_until(scene, *deadline);
    add_columns(scene, axis, *deadline, view);
    view.last_label = words("screen.plan.last_mark");
    add_rows(scene, axis, view);
  }
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
  view.paging = paging_of(scene, ui);
  ui.next_first = plan_calendar(canvas, draw_frame(canvas, frame_of_scene(scene)), view);
}

}  // namespace desk::screens
