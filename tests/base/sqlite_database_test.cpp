#include "data/base/sqlite_database.h"

#include <gtest/gtest.h>

namespace desk {
namespace {

std::int64_t count(SqliteDatabase& db) {
  auto query = db.prepare("SELECT count(*) FROM t");
  return *query.step() ? query.integer(0) : -1;
}

SqliteDatabase with_table() {
  auto db = SqliteDatabase::open(":memory:");
  EXPECT_TRUE(db);
  EXPECT_TRUE(db->migrate({"CREATE TABLE t (a INTEGER, b TEXT, c BLOB)"}));
  return std::move(*db);
}

TEST(SqliteDatabase, RollsBackByDefault) {
  SqliteDatabase db = with_table();
  const auto done = db.transaction([&]() -> Done {
    EXPECT_TRUE(db.run("INSERT INTO t VALUES (1, 'x', NULL)"));
    return fail(Failure{StaffCode::Internal, "here", "changed my mind"});
  });
  EXPECT_FALSE(done);
  EXPECT_EQ(count(db), 0);
}

TEST(SqliteDatabase, AFullDiskLeavesNothingHalfWritten) {
  SqliteDatabase db = with_table();
  const auto insert = [&]() -> Done { return db.run("INSERT INTO t VALUES (1, 'x', NULL)"); };
  db.fail_writes_from(2);
  EXPECT_TRUE(db.transaction(insert));
  const auto full = db.transaction(insert);
  ASSERT_FALSE(full);
  EXPECT_EQ(full.error().code, StaffCode::StoreFull);
  EXPECT_EQ(count(db), 1);
  db.fail_writes_from(0);
  EXPECT_TRUE(db.transaction(insert));
}

TEST(SqliteDatabase, KeepsBlobsTextsAndNulls) {
  SqliteDatabase db = with_table();
  const std::vector<unsigned char> blob{0, 1, 255};
  EXPECT_TRUE(db.prepare("INSERT INTO t VALUES (?,?,?)").bind(1, std::int64_t{7}).bind(2, "髙").bind(3, blob).run());
  EXPECT_TRUE(db.prepare("INSERT INTO t VALUES (?,?,?)").bind_null(1).bind_null(2).bind_null(3).run());
  auto query = db.prepare("SELECT a, b, c FROM t ORDER BY a DESC");
  ASSERT_TRUE(*query.step());
  EXPECT_EQ(query.integer(0), 7);
  EXPECT_EQ(query.text(1), "髙");
  EXPECT_EQ(query.blob(2), blob);
  ASSERT_TRUE(*query.step());
  EXPECT_TRUE(query.is_null(0));
  EXPECT_FALSE(*query.step());
}

TEST(SqliteDatabase, RefusesAFileOfANewerRelease) {
  SqliteDatabase db = with_table();
  EXPECT_TRUE(db.run("PRAGMA user_version=9"));
  const auto done = db.migrate({"CREATE TABLE t (a)"});
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, StaffCode::StoreNewer);
}

TEST(SqliteDatabase, ABrokenStatementTellsItsReason) {
  SqliteDatabase db = with_table();
  const auto step = db.prepare("SELECT nonsense FROM nowhere").step();
  ASSERT_FALSE(step);
  EXPECT_NE(step.error().reason.find("nowhere"), std::string::npos);
}

}  // namespace
}  // namespace desk
