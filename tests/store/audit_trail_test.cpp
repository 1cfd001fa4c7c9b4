#include "data/base/sqlite_database.h"
#include "tests/store/store_fixture.h"

namespace desk::store {
namespace {

class AuditTrailTest : public StoreTest {
 protected:
  // What somebody with access to the disk, but without the site key, could do.
  void tamper(std::string_view sql) {
    store.reset();
    {
      auto database = SqliteDatabase::open(folder.path() / "store/desk.db");
      ASSERT_TRUE(database);
      ASSERT_TRUE(database->run("DROP TRIGGER audit_is_not_changed; DROP TRIGGER audit_is_not_cut;"));
      ASSERT_TRUE(database->run(sql));
    }
    reopen();
  }
  void write_some() {
    const ApplicationId id = fresh();
    ASSERT_TRUE(store->audit(AuditEvent::VisitStarted, id, {{"year", 2026}}));
    ASSERT_TRUE(store->audit(AuditEvent::ReceiptPrintStarted, id, {}));
    clock.advance(std::chrono::seconds{3});
    ASSERT_TRUE(store->audit(AuditEvent::ReceiptPrintCompleted, id, {{"outcome", "printed"}}));
    ASSERT_TRUE(store->audit(AuditEvent::StaffPinFailed, std::nullopt, {{"staff", "A"}}));
  }
};

TEST_F(AuditTrailTest, KeepsEveryRowInOrderWithItsTimeAndMaskedDetails) {
  write_some();
  const ApplicationId id = store->applications()->front().id;
  ASSERT_TRUE(store->audit(AuditEvent::CodeRequested, id, {{"to", "09012345678"}, {"note", "code 482913\nsent"}}));
  const auto rows = store->audit_rows(0, 100);
  ASSERT_EQ(rows->size(), 5u);
  EXPECT_EQ(rows->at(0).number, 1);
  EXPECT_EQ(rows->at(0).event, AuditEvent::VisitStarted);
  EXPECT_EQ(rows->at(0).application, id);
  EXPECT_EQ(rows->at(0).details, "year=2026");
  EXPECT_EQ(rows->at(2).at.wall.seconds, rows->at(1).at.wall.seconds + 3);
  EXPECT_EQ(rows->at(2).at.boot_id, "boot-1");
  EXPECT_TRUE(rows->at(2).at.wall_trusted);
  EXPECT_FALSE(rows->at(3).application);
  EXPECT_EQ(rows->at(4).details, "to=••• note=code ••• sent");
  EXPECT_EQ(store->audit_rows(3, 1)->size(), 1u);
  EXPECT_EQ(store->audit_rows(3, 1)->front().number, 4);
  EXPECT_EQ(store->verify_audit()->rows, 5);
  EXPECT_FALSE(store->verify_audit()->first_broken);
}

TEST_F(AuditTrailTest, AnEmptyTrailIsWhole) {
  EXPECT_EQ(store->verify_audit()->rows, 0);
  EXPECT_FALSE(store->verify_audit()->first_broken);
}

TEST_F(AuditTrailTest, TheChainGoesOnAcrossRestarts) {
  write_some();
  reopen();
  write_some();
  EXPECT_EQ(store->verify_audit()->rows, 8);
  EXPECT_FALSE(store->verify_audit()->first_broken);
}

TEST_F(AuditTrailTest, RowsCannotBeChangedByAccident) {
  write_some();
  auto beside = SqliteDatabase::open(folder.path() / "store/desk.db");
  ASSERT_TRUE(beside);
  EXPECT_FALSE(beside->run("UPDATE audit SET details='x' WHERE number=2"));
  EXPECT_FALSE(beside->run("DELETE FROM audit WHERE number=4"));
}

struct Tampering {
  const char* what;
  const char* sql;
  std::int64_t first_broken;
};

TEST_F(AuditTrailTest, EveryKindOfTamperingShowsWithItsPlace) {
  const Tampering table[] = {
      {"a detail changed", "UPDATE audit SET details='outcome=failed' WHERE number=3", 3},
      {"a time changed", "UPDATE audit SET wall=wall-60 WHERE number=2", 2},
      {"an event changed", "UPDATE audit SET event=601 WHERE number=4", 4},
      {"another application", "UPDATE audit SET application='00' WHERE number=1", 1},
      {"trust claimed", "UPDATE audit SET trusted=1-trusted WHERE number=1", 1},
      {"a row removed", "DELETE FROM audit WHERE number=2", 2},
      {"a row removed and the rest moved up", "DELETE FROM audit WHERE number=2; UPDATE audit SET number=number-1 WHERE number>2", 2},
      {"the end cut off", "DELETE FROM audit WHERE number=4", 4},
      {"all of it gone", "DELETE FROM audit", 1},
      {"all of it gone, head too", "DELETE FROM audit WHERE number>1; DELETE FROM meta WHERE name='audit_head'", 2},
      {"two rows swapped",
       "UPDATE audit SET number=100 WHERE number=2; UPDATE audit SET number=2 WHERE number=3; UPDATE audit SET number=3 WHERE number=100", 2},
      {"a row added", "INSERT INTO audit SELECT 5, event, wall, boot, boot_seconds, trusted, application, details, hash FROM audit WHERE number=4", 5},
  };
  for (const Tampering& row : table) {
    std::filesystem::remove_all(folder.path() / "store");
    std::filesystem::remove(folder.path() / "site.key");
    reopen();
    write_some();
    ASSERT_FALSE(store->verify_audit()->first_broken) << row.what;
    tamper(row.sql);
    const auto verdict = store->verify_audit();
    ASSERT_TRUE(verdict) << row.what;
    EXPECT_EQ(verdict->first_broken, row.first_broken) << row.what << ": " << verdict->reason;
  }
}

}  // namespace
}  // namespace desk::store
