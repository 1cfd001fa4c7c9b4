// A machine that falls back to its older slot finds records that the newer one has written. Migrations only add, so the older program opens
// what is there, works with it, and leaves the number of the tables as the newer one set it.
#include "data/base/sqlite_database.h"
#include "data/store/schema.h"
#include "tests/store/store_fixture.h"

namespace desk::store {
namespace {

class NewerReleaseTest : public StoreTest {
 protected:
  [[nodiscard]] SqliteDatabase database(const char* name) const {
    auto opened = SqliteDatabase::open(folder.path() / "store" / name);
    EXPECT_TRUE(opened);
    return std::move(*opened);
  }
  [[nodiscard]] std::int64_t version_of(const char* name) const { return *database(name).schema_version(); }
  void change(const char* name, const std::string& sql) {
    const auto done = database(name).run(sql);
    ASSERT_TRUE(done) << sql << ": " << done.error().message();
  }
  // What the next releases may do: more columns with a default, more tables, a higher number.
  void let_a_newer_release_add() {
    store.reset();
    for (const char* table : {"meta", "applications", "links", "pages", "files", "outbox", "audit"}) {
      change("desk.db", std::string("ALTER TABLE ") + table + " ADD COLUMN of_a_newer_release TEXT NOT NULL DEFAULT 'x'");
    }
    change("desk.db", "CREATE TABLE of_a_newer_release (id INTEGER PRIMARY KEY, application TEXT REFERENCES applications (id) ON DELETE CASCADE)");
    for (const char* table : {"meta", "keys"}) change("keys.db", std::string("ALTER TABLE ") + table + " ADD COLUMN of_a_newer_release INTEGER");
    change("keys.db", "CREATE TABLE of_a_newer_release (id INTEGER PRIMARY KEY)");
    change("desk.db", "PRAGMA user_version=7");
    change("keys.db", "PRAGMA user_version=5");
  }
};

TEST_F(NewerReleaseTest, TheOlderSlotOpensWhatTheNewerOneHasAddedAndWorksWithIt) {
  const ApplicationId before = parked_with_everything();
  let_a_newer_release_add();
  reopen();
  EXPECT_TRUE(store->repairs().quiet());
  EXPECT_EQ(store->answers(before)->reveal(), R"({"name":"髙﨑 邦子"})");
  EXPECT_EQ(store->phone(before)->reveal(), "09012345678");
  EXPECT_EQ(store->page_image(store->pages(before)->front().id)->reveal(), "first page of the registry");
  EXPECT_EQ(store->files(before)->size(), 1U);

  const ApplicationId after = parked_with_everything(R"({"name":"of the older slot"})", "08011112222");
  EXPECT_EQ(store->answers(after)->reveal(), R"({"name":"of the older slot"})");
  EXPECT_TRUE(store->save_answers(before, Secret("{\"new\":1}")));
  EXPECT_TRUE(store->queue(OutboxKind::EraseDone, after, Secret("7")));
  EXPECT_TRUE(store->audit(AuditEvent::VisitStarted, after, {}));
  EXPECT_TRUE(store->purge(/*clock_confirmed=*/true));
  EXPECT_TRUE(store->erase(before, EraseReason::Applicant));
  EXPECT_FALSE(store->verify_audit()->first_broken);
  EXPECT_EQ(version_of("desk.db"), 7);
  EXPECT_EQ(version_of("keys.db"), 5);
  // And the newer one again, whose numbers they are.
  reopen();
  EXPECT_EQ(store->applications()->size(), 1U);
}

TEST_F(NewerReleaseTest, AGuestOfTheOlderSlotReadsItToo) {
  const ApplicationId id = parked_with_everything();
  let_a_newer_release_add();
  StoreOptions beside = options();
  beside.access = Access::Guest;
  const auto opened = open_sqlite_store(beside, clock);
  ASSERT_TRUE(opened) << opened.error().message();
  EXPECT_EQ((*opened)->answers(id)->reveal(), R"({"name":"髙﨑 邦子"})");
}

TEST_F(NewerReleaseTest, TheOlderSlotShowsTheTrailAroundAnEventThatItDoesNotKnow) {
  const auto unknown = static_cast<AuditEvent>(999);
  ASSERT_FALSE(audit_event_from(999));
  ASSERT_TRUE(store->audit(AuditEvent::KioskStarted, std::nullopt, {}));
  ASSERT_TRUE(store->audit(unknown, std::nullopt, {{"what", "something new"}}));
  ASSERT_TRUE(store->audit(AuditEvent::VisitStarted, std::nullopt, {}));
  const auto rows = store->audit_rows(0, 10);
  ASSERT_TRUE(rows) << rows.error().message();
  ASSERT_EQ(rows->size(), 3U);
  EXPECT_EQ(word_of_event(rows->at(0)), "kiosk_started");
  EXPECT_FALSE(rows->at(1).event);
  EXPECT_EQ(word_of_event(rows->at(1)), "newer_release");
  EXPECT_EQ(rows->at(1).details, "what=something new");
  EXPECT_EQ(rows->at(2).event, AuditEvent::VisitStarted);
  EXPECT_FALSE(store->verify_audit()->first_broken);
}

TEST_F(NewerReleaseTest, AStoreOfALaterAgeIsRefusedNotGuessedAt) {
  for (const char* name : {"desk.db", "keys.db"}) {
    store.reset();
    const std::int64_t version = version_of(name);
    change(name, "PRAGMA user_version=" + std::to_string(SqliteDatabase::kNextAge));
    const auto refused = open_sqlite_store(options(), clock);
    ASSERT_FALSE(refused) << name;
    EXPECT_EQ(refused.error().code, StaffCode::StoreNewer) << name;
    change(name, "PRAGMA user_version=" + std::to_string(version));
    reopen();
  }
}

// The promise of the tables' own text: whatever a step adds to a table that is there, the neighbouring release can still write a row.
TEST_F(NewerReleaseTest, EveryMigrationOnlyAdds) {
  for (const auto* steps : {&desk_migrations(), &key_migrations()}) {
    for (std::size_t i = 1; i < steps->size(); ++i) {
      const std::string_view sql = steps->at(i);
      for (const char* taken : {"DROP ", "RENAME ", "DELETE ", "UPDATE "}) EXPECT_EQ(sql.find(taken), std::string_view::npos) << i << ": " << taken;
    }
    EXPECT_LT(static_cast<std::int64_t>(steps->size()), SqliteDatabase::kNextAge);
  }
}

}  // namespace
}  // namespace desk::store
