#include "auth/code_store.h"

namespace desk::auth {
namespace {

// state: SendState; status: VerificationStatus; purpose: Purpose. The numbers are part of the format; new ones are only added.
constexpr std::string_view kSchema = R"(
CREATE TABLE verifications (
  id INTEGER PRIMARY KEY, sid TEXT NOT NULL UNIQUE, number TEXT NOT NULL, masked TEXT NOT NULL, purpose INTEGER NOT NULL,
  tag TEXT NOT NULL, code BLOB NOT NULL, status INTEGER NOT NULL, tries INTEGER NOT NULL,
  boot_id TEXT NOT NULL, boot_seconds INTEGER NOT NULL, wall INTEGER NOT NULL, trusted INTEGER NOT NULL);
CREATE INDEX verifications_number ON verifications (number, id);
CREATE TABLE messages (
  id INTEGER PRIMARY KEY, sid TEXT NOT NULL, number TEXT NOT NULL, report TEXT NOT NULL, gateway_id TEXT NOT NULL DEFAULT '',
  state INTEGER NOT NULL,
  boot_id TEXT NOT NULL, boot_seconds INTEGER NOT NULL, wall INTEGER NOT NULL, trusted INTEGER NOT NULL);
CREATE INDEX messages_number ON messages (number, id);
CREATE INDEX messages_sid ON messages (sid);
CREATE INDEX messages_report ON messages (report);
CREATE INDEX messages_time ON messages (boot_id, boot_seconds, state);
CREATE TABLE failures (
  id INTEGER PRIMARY KEY, who TEXT NOT NULL,
  boot_id TEXT NOT NULL, boot_seconds INTEGER NOT NULL, wall INTEGER NOT NULL, trusted INTEGER NOT NULL);
CREATE INDEX failures_who ON failures (who, id);
)";

constexpr std::string_view kVerification = "SELECT sid, number, masked, purpose, tag, code, status, tries, boot_id, boot_seconds, wall, trusted FROM verifications ";
constexpr std::int64_t kKeptSeconds = 2 * 86400;

void bind_stamp(SqliteStatement& statement, int first, const TimeStamp& at) {
  statement.bind(first, at.boot_id).bind(first + 1, at.boot_seconds).bind(first + 2, at.wall.seconds).bind(first + 3, std::int64_t{at.wall_trusted ? 1 : 0});
}

TimeStamp read_stamp(const SqliteStatement& row, int first) {
  return {row.text(first), row.integer(first + 1), {row.integer(first + 2)}, row.integer(first + 3) != 0};
}

template <class T>
Result<std::vector<T>> collect(SqliteStatement& query, T (*read)(const SqliteStatement&)) {
  std::vector<T> out;
  for (;;) {
    const auto row = query.step();
    if (!row) return fail(row.error());
    if (!*row) return out;
    out.push_back(read(query));
  }
}

PastMessage read_message(const SqliteStatement& row) { return {read_stamp(row, 1), static_cast<SendState>(row.integer(0))}; }
TimeStamp read_failure(const SqliteStatement& row) { return read_stamp(row, 0); }

}  // namespace

Result<CodeStore> CodeStore::open(const std::string& path) {
  SqliteDatabase::Options options;
  options.secure_delete = true;
  auto db = SqliteDatabase::open(path, options);
  if (!db) return fail(db.error());
  if (auto done = db->migrate({kSchema}); !done) return fail(done.error());
  return CodeStore(std::move(*db));
}

Done CodeStore::transaction(Durability durability, const std::function<Done()>& work) {
  const bool relaxed = durability == Durability::Relaxed;
  if (relaxed) {
    if (auto done = db_.run("PRAGMA synchronous=NORMAL"); !done) return done;
  }
  Done worked = db_.transaction(work);
  if (relaxed) {
    if (auto done = db_.run("PRAGMA synchronous=FULL"); !done) return done;
  }
  return worked;
}

Done CodeStore::add(const Verification& v) {
  auto insert = db_.prepare(
      "INSERT INTO verifications (sid, number, masked, purpose, tag, code, status, tries, boot_id, boot_seconds, wall, trusted) "
      "VALUES (?,?,?,?,?,?,?,?,?,?,?,?)");
  insert.bind(1, v.sid).bind(2, v.number).bind(3, v.masked).bind(4, static_cast<std::int64_t>(v.purpose)).bind(5, v.tag).bind(6, v.code);
  insert.bind(7, static_cast<std::int64_t>(v.status)).bind(8, std::int64_t{v.tries});
  bind_stamp(insert, 9, v.created);
  return insert.run();
}

Done CodeStore::update(const Verification& v) {
  auto change = db_.prepare("UPDATE verifications SET status=?, tries=? WHERE sid=?");
  return change.bind(1, static_cast<std::int64_t>(v.status)).bind(2, std::int64_t{v.tries}).bind(3, v.sid).run();
}

Result<std::optional<Verification>> CodeStore::one(SqliteStatement& query) {
  const auto row = query.step();
  if (!row) return fail(row.error());
  if (!*row) return std::optional<Verification>();
  Verification v;
  v.sid = query.text(0);
  v.number = query.text(1);
  v.masked = query.text(2);
  v.purpose = static_cast<Purpose>(query.integer(3));
  v.tag = query.text(4);
  v.code = query.blob(5);
  v.status = static_cast<VerificationStatus>(query.integer(6));
  v.tries = static_cast<int>(query.integer(7));
  v.created = read_stamp(query, 8);
  return std::optional(std::move(v));
}

Result<std::optional<Verification>> CodeStore::find(const std::string& sid) {
  auto query = db_.prepare(std::string(kVerification) + "WHERE sid=?");
  query.bind(1, sid);
  return one(query);
}

Result<std::optional<Verification>> CodeStore::newest(const std::string& number) {
  auto query = db_.prepare(std::string(kVerification) + "WHERE number=? ORDER BY id DESC LIMIT 1");
  query.bind(1, number);
  return one(query);
}

Result<std::optional<Verification>> CodeStore::before(const Verification& v) {
  auto query = db_.prepare(std::string(kVerification) +
                           "WHERE number=? AND id < (SELECT id FROM verifications WHERE sid=?) ORDER BY id DESC LIMIT 1");
  query.bind(1, v.number).bind(2, v.sid);
  return one(query);
}

Result<std::int64_t> CodeStore::add_message(const Verification& v, const std::string& report_hash, const TimeStamp& at) {
  auto insert = db_.prepare("INSERT INTO messages (sid, number, report, state, boot_id, boot_seconds, wall, trusted) VALUES (?,?,?,?,?,?,?,?)");
  insert.bind(1, v.sid).bind(2, v.number).bind(3, report_hash).bind(4, static_cast<std::int64_t>(SendState::Unknown));
  bind_stamp(insert, 5, at);
  if (auto done = insert.run(); !done) return fail(done.error());
  return db_.last_insert_id();
}

Done CodeStore::settle_message(std::int64_t id, SendState state, const std::string& gateway_id) {
  auto change = db_.prepare("UPDATE messages SET state=?, gateway_id=? WHERE id=? AND state=?");
  change.bind(1, static_cast<std::int64_t>(state)).bind(2, gateway_id).bind(3, id).bind(4, static_cast<std::int64_t>(SendState::Unknown));
  return change.run();
}

Result<std::optional<std::string>> CodeStore::report(const std::string& report_hash, SendState state) {
  std::optional<std::string> sid;
  {
    auto query = db_.prepare("SELECT sid FROM messages WHERE report=?");
    query.bind(1, report_hash);
    const auto row = query.step();
    if (!row) return fail(row.error());
    if (!*row) return sid;
    sid = query.text(0);
  }
  // "On its way" proves acceptance of a message whose answer was lost, and changes nothing that is known better.
  const char* from = state == SendState::Accepted ? "(0)" : state == SendState::Delivered ? "(0,1,3)" : "(0,1)";
  auto change = db_.prepare(std::string("UPDATE messages SET state=? WHERE report=? AND state IN ") + from);
  if (auto done = change.bind(1, static_cast<std::int64_t>(state)).bind(2, report_hash).run(); !done) return fail(done.error());
  return sid;
}

Result<std::vector<PastMessage>> CodeStore::messages_of_code(const std::string& sid) {
  auto query = db_.prepare("SELECT state, boot_id, boot_seconds, wall, trusted FROM messages WHERE sid=? ORDER BY id");
  query.bind(1, sid);
  return collect<PastMessage>(query, &read_message);
}

Result<std::optional<PastMessage>> CodeStore::last_message() {
  auto query = db_.prepare("SELECT state, boot_id, boot_seconds, wall, trusted FROM messages ORDER BY id DESC LIMIT 1");
  auto found = collect<PastMessage>(query, &read_message);
  if (!found) return fail(found.error());
  if (found->empty()) return std::optional<PastMessage>{};
  return std::optional<PastMessage>{found->front()};
}

Result<int> CodeStore::site_messages(const TimeStamp& now, std::chrono::seconds day) {
  // The same measure as elapsed_in_day(), in SQL so that a busy site does not read every row.
  auto query = db_.prepare(
      "SELECT (SELECT count(*) FROM messages WHERE boot_id=?1 AND boot_seconds>?2 AND state<=3) + "
      "(SELECT count(*) FROM messages WHERE boot_id<>?1 AND ?3<?5 AND wall>?4 AND state<=3)");
  query.bind(1, now.boot_id).bind(2, now.boot_seconds - day.count()).bind(3, now.boot_seconds);
  query.bind(4, now.wall.seconds - day.count()).bind(5, std::int64_t{day.count()});
  const auto row = query.step();
  if (!row) return fail(row.error());
  return static_cast<int>(query.integer(0));
}

Result<NumberHistory> CodeStore::history(const std::string& number) {
  auto query = db_.prepare("SELECT state, boot_id, boot_seconds, wall, trusted FROM messages WHERE number=? ORDER BY id");
  query.bind(1, number);
  auto messages = collect<PastMessage>(query, &read_message);
  if (!messages) return fail(messages.error());
  auto failed = failures(number);
  if (!failed) return fail(failed.error());
  return NumberHistory{std::move(*messages), std::move(*failed), std::nullopt};
}

Result<std::vector<TimeStamp>> CodeStore::failures(const std::string& who) {
  auto query = db_.prepare("SELECT boot_id, boot_seconds, wall, trusted FROM failures WHERE who=? ORDER BY id");
  query.bind(1, who);
  return collect<TimeStamp>(query, &read_failure);
}

Done CodeStore::add_failure(const std::string& who, const TimeStamp& at) {
  auto insert = db_.prepare("INSERT INTO failures (who, boot_id, boot_seconds, wall, trusted) VALUES (?,?,?,?,?)");
  insert.bind(1, who);
  bind_stamp(insert, 2, at);
  return insert.run();
}

Done CodeStore::clear_failures(const std::string& who) { return db_.prepare("DELETE FROM failures WHERE who=?").bind(1, who).run(); }

Done CodeStore::purge(const TimeStamp& now) {
  // By this boot's own clock, and across boots by the wall: never what elapsed_in_day() still counts. Rows that the wall says lie in the
  // future (it was set back since) stay until this boot is two days old.
  const std::string old = "(boot_id=?1 AND boot_seconds<?2) OR (boot_id<>?1 AND (wall<?3 OR ?4>" + std::to_string(kKeptSeconds) + "))";
  // Wrong staff PINs are counted until a right one or the operator ends the count: they do not grow old.
  const std::string failures = std::string("failures") + " WHERE who<>'" + kStaff + "' AND (" + old + ")";
  for (const std::string& which : {"verifications WHERE " + old, "messages WHERE " + old, failures}) {
    auto drop = db_.prepare("DELETE FROM " + which);
    drop.bind(1, now.boot_id).bind(2, now.boot_seconds - kKeptSeconds).bind(3, now.wall.seconds - kKeptSeconds).bind(4, now.boot_seconds);
    if (auto done = drop.run(); !done) return done;
  }
  return {};
}

}  // namespace desk::auth
