#include "data/base/sqlite_database.h"

#include <sqlite3.h>

#include <utility>

namespace desk {

// Makes writes fail on demand: the commit hook refuses, which SQLite turns into a rollback as it does for a full disk.
struct SqliteDatabase::FaultCounter {
  int remaining = 0;  // commits until failure; 0 = off
  bool failing = false;
};

namespace {

Failure failure_of(sqlite3* db, std::string_view what) {
  const int error = sqlite3_errcode(db);
  const StaffCode code = error == SQLITE_FULL ? StaffCode::StoreFull
                         : error == SQLITE_CORRUPT || error == SQLITE_NOTADB ? StaffCode::RecordDamaged
                                                                            : StaffCode::StoreUnavailable;
  return {code, std::string(what), sqlite3_errmsg(db)};
}

}  // namespace

SqliteStatement::SqliteStatement(sqlite3* db, sqlite3_stmt* statement, std::string problem)
    : db_(db), statement_(statement), problem_(std::move(problem)) {}

SqliteStatement::SqliteStatement(SqliteStatement&& other) noexcept
    : db_(other.db_), statement_(std::exchange(other.statement_, nullptr)), problem_(std::move(other.problem_)) {}

SqliteStatement::~SqliteStatement() { sqlite3_finalize(statement_); }

SqliteStatement& SqliteStatement::bind(int index, std::int64_t value) {
  sqlite3_bind_int64(statement_, index, value);
  return *this;
}

SqliteStatement& SqliteStatement::bind(int index, std::string_view value) {
  sqlite3_bind_text64(statement_, index, value.data() == nullptr ? "" : value.data(), value.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  return *this;
}

SqliteStatement& SqliteStatement::bind(int index, std::span<const unsigned char> value) {
  if (value.empty()) {
    sqlite3_bind_zeroblob(statement_, index, 0);
  } else {
    sqlite3_bind_blob64(statement_, index, value.data(), value.size(), SQLITE_TRANSIENT);
  }
  return *this;
}

SqliteStatement& SqliteStatement::bind_null(int index) {
  sqlite3_bind_null(statement_, index);
  return *this;
}

Result<bool> SqliteStatement::step() {
  if (statement_ == nullptr) return fail(Failure{StaffCode::StoreUnavailable, "sqlite", problem_});
  const int state = sqlite3_step(statement_);
  if (state == SQLITE_ROW) return true;
  if (state == SQLITE_DONE) return false;
  return fail(failure_of(db_, "sqlite"));
}

Done SqliteStatement::run() {
  for (;;) {
    const auto row = step();
    if (!row) return fail(row.error());
    if (!*row) return {};
  }
}

void SqliteStatement::reset() {
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
}

std::int64_t SqliteStatement::integer(int column) const { return sqlite3_column_int64(statement_, column); }

std::string SqliteStatement::text(int column) const {
  const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
  return data == nullptr ? std::string() : std::string(data, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)));
}

std::vector<unsigned char> SqliteStatement::blob(int column) const {
  const auto* data = static_cast<const unsigned char*>(sqlite3_column_blob(statement_, column));
  return data == nullptr ? std::vector<unsigned char>() : std::vector<unsigned char>(data, data + sqlite3_column_bytes(statement_, column));
}

bool SqliteStatement::is_null(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }

SqliteDatabase::SqliteDatabase(sqlite3* db, std::string path) : db_(db), path_(std::move(path)), faults_(new FaultCounter) {}

SqliteDatabase::SqliteDatabase(SqliteDatabase&& other) noexcept
    : db_(std::exchange(other.db_, nullptr)), path_(std::move(other.path_)), faults_(std::move(other.faults_)) {}

SqliteDatabase& SqliteDatabase::operator=(SqliteDatabase&& other) noexcept {
  std::swap(db_, other.db_);
  std::swap(path_, other.path_);
  std::swap(faults_, other.faults_);
  return *this;
}

SqliteDatabase::~SqliteDatabase() { sqlite3_close(db_); }

Result<SqliteDatabase> SqliteDatabase::open(const std::string& path, Options options) {
  sqlite3* raw = nullptr;
  const int opened = sqlite3_open_v2(path.c_str(), &raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
  SqliteDatabase database(raw, path);
  if (opened != SQLITE_OK) {
    return fail(Failure{StaffCode::StoreUnavailable, path, raw == nullptr ? "out of memory" : sqlite3_errmsg(raw)});
  }
  sqlite3_busy_timeout(raw, options.busy_timeout_ms);
  std::string pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY;";
  if (options.secure_delete) pragmas += "PRAGMA secure_delete=ON;";
  if (auto done = database.run(pragmas); !done) return fail(Failure{done.error().code, path, done.error().reason});
  return database;
}

SqliteStatement SqliteDatabase::prepare(std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  const int state = sqlite3_prepare_v2(db_, sql.data(), static_cast<int>(sql.size()), &statement, nullptr);
  return {db_, statement, state == SQLITE_OK ? "" : sqlite3_errmsg(db_)};
}

Done SqliteDatabase::run(std::string_view sql) {
  const std::string text(sql);
  if (sqlite3_exec(db_, text.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) return fail(failure_of(db_, path_));
  return {};
}

Done SqliteDatabase::migrate(const std::vector<std::string_view>& migrations) {
  std::int64_t version = 0;
  {
    SqliteStatement query = prepare("PRAGMA user_version");
    const auto row = query.step();
    if (!row) return fail(row.error());
    version = query.integer(0);
  }
  if (version > static_cast<std::int64_t>(migrations.size())) {
    return fail(Failure{StaffCode::StoreNewer, path_, "written by a newer release (schema " + std::to_string(version) + ")"});
  }
  for (std::size_t i = static_cast<std::size_t>(version); i < migrations.size(); ++i) {
    const auto applied = transaction([&]() -> Done {
      if (auto done = run(migrations[i]); !done) return done;
      return run("PRAGMA user_version=" + std::to_string(i + 1));
    });
    if (!applied) return applied;
  }
  return {};
}

Done SqliteDatabase::transaction(const std::function<Done()>& work) {
  if (auto begun = run("BEGIN IMMEDIATE"); !begun) return begun;
  Done worked = work();
  if (worked && faults_->failing && --faults_->remaining <= 0) {
    faults_->remaining = 0;
    worked = fail(Failure{StaffCode::StoreFull, path_, "database or disk is full"});
  }
  if (worked) {
    if (auto committed = run("COMMIT")) return {};
    else worked = committed;
  }
  (void)run("ROLLBACK");  // SQLite may have rolled back already; then this complains and changes nothing
  return worked;
}

Done SqliteDatabase::truncate_wal() { return run("PRAGMA wal_checkpoint(TRUNCATE)"); }

std::int64_t SqliteDatabase::last_insert_id() const { return sqlite3_last_insert_rowid(db_); }

int SqliteDatabase::changes() const { return sqlite3_changes(db_); }

void SqliteDatabase::fail_writes_from(int nth) {
  faults_->failing = nth > 0;
  faults_->remaining = nth;
}

}  // namespace desk
