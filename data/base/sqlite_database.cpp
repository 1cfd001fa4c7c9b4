#include "data/base/sqlite_database.h"

#include <sqlite3.h>

#include <utility>

namespace desk {

struct SqliteStatement::Native {
  sqlite3* db = nullptr;
  sqlite3_stmt* statement = nullptr;
  std::string problem;  // why preparing failed; told by the first step
  ~Native() { sqlite3_finalize(statement); }
};

struct SqliteDatabase::Native {
  sqlite3* db = nullptr;
  std::string path;
  // Makes writes fail on demand: the commit is refused, which rolls back as a full disk does.
  bool failing = false;
  int commits_until_failure = 0;
  ~Native() { sqlite3_close_v2(db); }  // v2: also when a statement outlives it, which then ends the connection
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

SqliteStatement::SqliteStatement(std::unique_ptr<Native> native) : native_(std::move(native)) {}
SqliteStatement::SqliteStatement(SqliteStatement&& other) noexcept = default;
SqliteStatement::~SqliteStatement() = default;

SqliteStatement& SqliteStatement::bind(int index, std::int64_t value) {
  sqlite3_bind_int64(native_->statement, index, value);
  return *this;
}

SqliteStatement& SqliteStatement::bind(int index, std::string_view value) {
  sqlite3_bind_text64(native_->statement, index, value.data() == nullptr ? "" : value.data(), value.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  return *this;
}

SqliteStatement& SqliteStatement::bind(int index, std::span<const unsigned char> value) {
  if (value.empty()) {
    sqlite3_bind_zeroblob(native_->statement, index, 0);
  } else {
    sqlite3_bind_blob64(native_->statement, index, value.data(), value.size(), SQLITE_TRANSIENT);
  }
  return *this;
}

SqliteStatement& SqliteStatement::bind_null(int index) {
  sqlite3_bind_null(native_->statement, index);
  return *this;
}

Result<bool> SqliteStatement::step() {
  if (native_->statement == nullptr) return fail(Failure{StaffCode::StoreUnavailable, "sqlite", native_->problem});
  const int state = sqlite3_step(native_->statement);
  if (state == SQLITE_ROW) return true;
  if (state == SQLITE_DONE) return false;
  return fail(failure_of(native_->db, "sqlite"));
}

Done SqliteStatement::run() {
  for (;;) {
    const auto row = step();
    if (!row) return fail(row.error());
    if (!*row) return {};
  }
}

void SqliteStatement::reset() {
  sqlite3_reset(native_->statement);
  sqlite3_clear_bindings(native_->statement);
}

std::int64_t SqliteStatement::integer(int column) const { return sqlite3_column_int64(native_->statement, column); }

std::string SqliteStatement::text(int column) const {
  const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(native_->statement, column));
  return data == nullptr ? std::string() : std::string(data, static_cast<std::size_t>(sqlite3_column_bytes(native_->statement, column)));
}

std::vector<unsigned char> SqliteStatement::blob(int column) const {
  const auto* data = static_cast<const unsigned char*>(sqlite3_column_blob(native_->statement, column));
  return data == nullptr ? std::vector<unsigned char>() : std::vector<unsigned char>(data, data + sqlite3_column_bytes(native_->statement, column));
}

bool SqliteStatement::is_null(int column) const { return sqlite3_column_type(native_->statement, column) == SQLITE_NULL; }

SqliteDatabase::SqliteDatabase(std::unique_ptr<Native> native) : native_(std::move(native)) {}
SqliteDatabase::SqliteDatabase(SqliteDatabase&& other) noexcept = default;
SqliteDatabase& SqliteDatabase::operator=(SqliteDatabase&& other) noexcept = default;
SqliteDatabase::~SqliteDatabase() = default;

Result<SqliteDatabase> SqliteDatabase::open(const std::string& path, Options options) {
  auto native = std::make_unique<Native>();
  const int opened =
      sqlite3_open_v2(path.c_str(), &native->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
  native->path = path;
  sqlite3* const raw = native->db;
  SqliteDatabase database(std::move(native));
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
  auto statement = std::make_unique<SqliteStatement::Native>();
  statement->db = native_->db;
  const int state = sqlite3_prepare_v2(statement->db, sql.data(), static_cast<int>(sql.size()), &statement->statement, nullptr);
  if (state != SQLITE_OK) statement->problem = sqlite3_errmsg(statement->db);
  return SqliteStatement(std::move(statement));
}

Done SqliteDatabase::run(std::string_view sql) {
  const std::string text(sql);
  if (sqlite3_exec(native_->db, text.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) return fail(failure_of(native_->db, native_->path));
  return {};
}

Result<std::int64_t> SqliteDatabase::schema_version() {
  SqliteStatement query = prepare("PRAGMA user_version");
  const auto row = query.step();
  if (!row) return fail(row.error());
  const std::int64_t version = query.integer(0);
  if (version < kNextAge) return version;
  return fail(Failure{StaffCode::StoreNewer, native_->path, "written by a release of a later age (schema " + std::to_string(version) + ")"});
}

Done SqliteDatabase::migrate(const std::vector<std::string_view>& migrations) {
  const auto version = schema_version();
  if (!version) return fail(version.error());
  for (std::size_t i = static_cast<std::size_t>(*version); i < migrations.size(); ++i) {
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
  if (worked && native_->failing && --native_->commits_until_failure <= 0) {
    native_->commits_until_failure = 0;
    worked = fail(Failure{StaffCode::StoreFull, native_->path, "database or disk is full"});
  }
  if (worked) {
    if (auto committed = run("COMMIT")) return {};
    else worked = committed;
  }
  (void)run("ROLLBACK");  // SQLite may have rolled back already; then this complains and changes nothing
  return worked;
}

Done SqliteDatabase::truncate_wal() {
  SqliteStatement checkpoint = prepare("PRAGMA wal_checkpoint(TRUNCATE)");
  const auto row = checkpoint.step();
  if (!row) return fail(row.error());
  if (*row && checkpoint.integer(0) != 0) {  // SQLite reports "busy" in its answer, not as an error
    return fail(Failure{StaffCode::StoreUnavailable, native_->path, "another process is reading; its log could not be cut"});
  }
  return {};
}

std::int64_t SqliteDatabase::last_insert_id() const { return sqlite3_last_insert_rowid(native_->db); }

int SqliteDatabase::changes() const { return sqlite3_changes(native_->db); }

void SqliteDatabase::fail_writes_from(int nth) {
  native_->failing = nth > 0;
  native_->commits_until_failure = nth;
}

}  // namespace desk
