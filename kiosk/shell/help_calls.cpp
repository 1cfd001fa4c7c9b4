#include "kiosk/shell/help_calls.h"

#include <algorithm>

namespace desk::shell {
namespace {

constexpr int kChunk = 500;
constexpr int kWeek = 7;
constexpr std::int64_t kStaffComeAtOnce = 120;  // seconds from the bell to the PIN that opens the staff's screens

// "at=capital by=…": the value of one name.
std::string detail_of(const store::AuditRow& row, std::string_view name) {
  const std::string wanted = std::string(name) + "=";
  for (std::size_t at = row.details.find(wanted); at != std::string::npos; at = row.details.find(wanted, at + 1)) {
    if (at != 0 && row.details[at - 1] != ' ') continue;
    const std::size_t begin = at + wanted.size();
    return row.details.substr(begin, row.details.find(' ', begin) - begin);
  }
  return {};
}

Result<bool> is_before(store::Store& store, std::int64_t number, WallTime from) {
  const auto row = store.audit_rows(number - 1, 1);
  if (!row) return fail(row.error());
  return !row->empty() && row->front().at.wall < from;
}

void count(std::vector<flow::HelpCount>& counts, flow::Step at, bool today) {
  auto found = std::find_if(counts.begin(), counts.end(), [&](const flow::HelpCount& each) { return each.at == at; });
  if (found == counts.end()) found = counts.insert(counts.end(), flow::HelpCount{at, 0, 0});
  ++found->week;
  found->today += today ? 1 : 0;
}

}  // namespace

Result<std::int64_t> first_row_since(store::Store& store, WallTime from) {
  // The trail of years is not read through: steps that double find a row late enough, halving finds the first.
  std::int64_t low = 0, high = 1;  // rows up to `low` are before
  for (;;) {
    const auto before = is_before(store, high, from);
    if (!before) return fail(before.error());
    if (!*before) break;
    low = high;
    high *= 2;
  }
  while (high - low > 1) {
    const std::int64_t middle = low + (high - low) / 2;
    const auto before = is_before(store, middle, from);
    if (!before) return fail(before.error());
    (*before ? low : high) = middle;
  }
  return high;
}

Result<std::vector<flow::HelpCount>> count_help_calls(store::Store& store, WallTime now) {
  const Date today = to_jst(now).date;
  const WallTime from = from_jst({plus_days(today, -(kWeek - 1)), 0});
  const auto first = first_row_since(store, from);
  if (!first) return fail(first.error());
  std::vector<flow::HelpCount> counts;
  std::optional<store::AuditRow> at_start;  // a call from the start screen that may turn out to be the staff's own
  const auto settle = [&] {
    if (at_start) count(counts, flow::Step::Attract, to_jst(at_start->at.wall).date == today);
    at_start.reset();
  };
  for (std::int64_t after = *first - 1;;) {
    const auto rows = store.audit_rows(after, kChunk);
    if (!rows) return fail(rows.error());
    for (const store::AuditRow& row : *rows) {
      after = row.number;
      if (row.event == AuditEvent::StaffPinAccepted && at_start && detail_of(row, "for") == "home" &&
          row.at.wall.seconds - at_start->at.wall.seconds <= kStaffComeAtOnce) {
        at_start.reset();
      }
      if (row.event != AuditEvent::StaffCalled || row.at.wall < from) continue;
      const auto step = flow::step_named(detail_of(row, "at"));
      settle();
      if (!step) continue;  // of a release that had another screen
      if (*step == flow::Step::Attract) at_start = row;
      else count(counts, *step, to_jst(row.at.wall).date == today);
    }
    if (rows->size() < kChunk) break;
  }
  settle();
  std::stable_sort(counts.begin(), counts.end(), [](const flow::HelpCount& a, const flow::HelpCount& b) { return a.week > b.week; });
  return counts;
}

}  // namespace desk::shell
