#include "data/store/audit_trail.h"

namespace desk::store {
namespace {

// Every field with its length in front, so that no two rows have the same text.
void add_field(std::string& text, std::string_view field) {
  text += std::to_string(field.size()) + ":";
  text += field;
}

std::string text_of(std::int64_t number, int event, const TimeStamp& at, const std::string& application, const std::string& details,
                    std::span<const unsigned char> previous) {
  std::string text;
  add_field(text, std::to_string(number));
  add_field(text, std::to_string(event));
  add_field(text, std::to_string(at.wall.seconds));
  add_field(text, at.boot_id);
  add_field(text, std::to_string(at.boot_seconds));
  add_field(text, at.wall_trusted ? "1" : "0");
  add_field(text, application);
  add_field(text, details);
  add_field(text, to_hex(previous));
  return text;
}

constexpr std::string_view kAuditColumns = "number, event, wall, boot, boot_seconds, trusted, application, details, hash";

TimeStamp stamp_of(const SqliteStatement& row) {
  return {row.text(3), row.integer(4), {row.integer(2)}, row.integer(5) != 0};
}

}  // namespace

Result<AuditTrail::Head> AuditTrail::last_row() {
  auto query = database_->prepare("SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1");
  const auto row = query.step();
  if (!row) return fail(row.error());
  return *row ? Head{query.integer(0), query.blob(1)} : Head{};
}

crypto::Bytes AuditTrail::seal_of_head(const Head& head) const {
  return crypto::keyed_hash(head_key_, std::to_string(head.number) + ":" + to_hex(head.hash));
}

Done AuditTrail::append(AuditEvent event, const TimeStamp& at, const std::optional<ApplicationId>& application,
                        const std::vector<AuditDetail>& details) {
  auto last = last_row();
  if (!last) return fail(last.error());
  const std::string id = application ? application->hex : "";
  const std::string said = to_string(details);
  Head next{last->number + 1, {}};
  next.hash = crypto::keyed_hash(chain_key_, text_of(next.number, static_cast<int>(event), at, id, said, last->hash));
  auto insert = database_->prepare("INSERT INTO audit (" + std::string(kAuditColumns) + ") VALUES (?,?,?,?,?,?,?,?,?)");
  insert.bind(1, next.number).bind(2, std::int64_t{static_cast<int>(event)}).bind(3, at.wall.seconds).bind(4, at.boot_id);
  insert.bind(5, at.boot_seconds).bind(6, std::int64_t{at.wall_trusted});
  if (application) insert.bind(7, id);
  else insert.bind_null(7);
  insert.bind(8, said).bind(9, next.hash);
  if (auto done = insert.run(); !done) return done;
  return database_->prepare("INSERT OR REPLACE INTO meta (name, value) VALUES ('audit_head', ?)").bind(1, seal_of_head(next)).run();
}

std::string_view word_of_event(const AuditRow& row) { return row.event ? word_of(*row.event) : "newer_release"; }

Result<std::vector<AuditRow>> AuditTrail::rows(std::int64_t after, int at_most) {
  auto query = database_->prepare("SELECT " + std::string(kAuditColumns) + " FROM audit WHERE number > ? ORDER BY number LIMIT ?");
  query.bind(1, after).bind(2, std::int64_t{at_most});
  std::vector<AuditRow> out;
  for (;;) {
    const auto row = query.step();
    if (!row) return fail(row.error());
    if (!*row) return out;
    // One that only a newer release knows is a row like the others: the trail goes on behind it.
    const auto event = audit_event_from(static_cast<int>(query.integer(1)));
    AuditRow entry{query.integer(0), event, stamp_of(query), std::nullopt, query.text(7)};
    if (!query.is_null(6)) entry.application = ApplicationId{query.text(6)};
    out.push_back(std::move(entry));
  }
}

Result<AuditVerdict> AuditTrail::verify() {
  AuditVerdict verdict;
  const auto broken = [&](std::int64_t number, std::string reason) {
    verdict.first_broken = number;
    verdict.reason = std::move(reason);
    return verdict;
  };
  Head last;
  {
    auto query = database_->prepare("SELECT " + std::string(kAuditColumns) + " FROM audit ORDER BY number");
    for (;;) {
      const auto row = query.step();
      if (!row) return fail(row.error());
      if (!*row) break;
      const std::int64_t number = query.integer(0);
      if (number != last.number + 1) return broken(last.number + 1, "a row is missing");
      const auto expected = crypto::keyed_hash(
          chain_key_, text_of(number, static_cast<int>(query.integer(1)), stamp_of(query), query.text(6), query.text(7), last.hash));
      const auto found = query.blob(8);
      if (!crypto::equal_constant_time(expected, found)) return broken(number, "a row was changed");
      last = {number, found};
      ++verdict.rows;
    }
  }
  auto query = database_->prepare("SELECT value FROM meta WHERE name='audit_head'");
  const auto row = query.step();
  if (!row) return fail(row.error());
  const bool intact = *row ? crypto::equal_constant_time(query.blob(0), seal_of_head(last)) : last.number == 0;
  if (!intact) return broken(last.number + 1, "rows are missing at the end");
  return verdict;
}

}  // namespace desk::store
