// SqliteDatabase: the one door to SQLite. Rolls back by default, statements end with their scope, migrations are numbered and only go
// forward. A database belongs to one thread at a time; open one per worker.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "data/base/result.h"

namespace desk {

class SqliteStatement {
 public:
  SqliteStatement(SqliteStatement&& other) noexcept;
  SqliteStatement& operator=(SqliteStatement&&) = delete;
  ~SqliteStatement();

  // Parameters are numbered from 1 in the order of their ?. Text and blobs are copied.
  SqliteStatement& bind(int index, std::int64_t value);
  SqliteStatement& bind(int index, std::string_view value);
  SqliteStatement& bind(int index, std::span<const unsigned char> value);
  SqliteStatement& bind_null(int index);

  // True: a row is ready; false: the end.
  [[nodiscard]] Result<bool> step();
  // Runs to the end of a statement that yields no rows.
  [[nodiscard]] Done run();
  void reset();  // to run again; bindings are cleared

  // Columns are numbered from 0.
  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] std::string text(int column) const;
  [[nodiscard]] std::vector<unsigned char> blob(int column) const;
  [[nodiscard]] bool is_null(int column) const;

 private:
  friend class SqliteDatabase;
  struct Native;  // SQLite's own handles: their types appear in the .cpp only
  explicit SqliteStatement(std::unique_ptr<Native> native);
  std::unique_ptr<Native> native_;
};

class SqliteDatabase {
 public:
  struct Options {
    bool secure_delete = false;   // overwrite deleted content with zeroes
    int busy_timeout_ms = 5000;
  };
  // ":memory:" for tests. Sets WAL, synchronous=FULL, foreign_keys on each connect: SQLite keeps none of these in the file but the first.
  [[nodiscard]] static Result<SqliteDatabase> open(const std::string& path, Options options);
  [[nodiscard]] static Result<SqliteDatabase> open(const std::string& path) { return open(path, Options{}); }
  SqliteDatabase(SqliteDatabase&& other) noexcept;
  SqliteDatabase& operator=(SqliteDatabase&&) noexcept;
  ~SqliteDatabase();

  [[nodiscard]] SqliteStatement prepare(std::string_view sql);
  [[nodiscard]] Done run(std::string_view sql);  // one or more statements without parameters

  // Brings PRAGMA user_version up to migrations.size(), each step in its own transaction. A file that a newer release has brought further
  // is opened as it is, and its version stays: migrations only add (design 4.13), and a machine that falls back to its older slot must
  // find its records. A release that cannot keep that promise numbers its steps from kNextAge, and is refused here (StoreNewer).
  static constexpr std::int64_t kNextAge = 1000;
  [[nodiscard]] Done migrate(const std::vector<std::string_view>& migrations);
  // For whoever may not migrate: the version, unless it is of another age.
  [[nodiscard]] Result<std::int64_t> schema_version();
  // Runs `work` between BEGIN IMMEDIATE and COMMIT; anything but a success rolls back.
  [[nodiscard]] Done transaction(const std::function<Done()>& work);
  // Copies the WAL into the file and cuts it to nothing, so that deleted content is not left beside it. Fails while another connection
  // still reads from the WAL.
  [[nodiscard]] Done truncate_wal();

  [[nodiscard]] std::int64_t last_insert_id() const;
  [[nodiscard]] int changes() const;
  // Tests: every write from the nth on fails as a full disk would (0: never).
  void fail_writes_from(int nth);

 private:
  struct Native;
  explicit SqliteDatabase(std::unique_ptr<Native> native);
  std::unique_ptr<Native> native_;
};

}  // namespace desk
