#include "data/base/sqlite_database.h"
#include "tests/store/store_fixture.h"

namespace desk::store {
namespace {

class EraseTest : public StoreTest {
 protected:
  std::vector<std::string> wrapped_keys(const ApplicationId& id) {
    auto database = SqliteDatabase::open(folder.path() / "store/keys.db");
    EXPECT_TRUE(database);
    std::vector<std::string> out;
    auto query = database->prepare("SELECT wrapped FROM keys WHERE application=?");
    query.bind(1, id.hex);
    for (auto row = query.step(); row && *row; row = query.step()) {
      const auto blob = query.blob(0);
      out.emplace_back(reinterpret_cast<const char*>(blob.data()), blob.size());
    }
    return out;
  }
  std::string sealed_answers(const ApplicationId& id) {
    auto database = SqliteDatabase::open(folder.path() / "store/desk.db");
    auto query = database->prepare("SELECT answers_sealed FROM applications WHERE id=?");
    query.bind(1, id.hex);
    EXPECT_TRUE(*query.step());
    const auto blob = query.blob(0);
    return {reinterpret_cast<const char*>(blob.data()), blob.size()};
  }
};

TEST_F(EraseTest, NoFileHoldsAnythingOfAnErasedRecord) {
  const ApplicationId other = parked_with_everything(R"({"name":"other"})", "08011112222");
  const ApplicationId id = parked_with_everything();
  const auto record = store->application(id);
  const auto keys = wrapped_keys(id);
  ASSERT_EQ(keys.size(), 2u);
  const std::string answers = sealed_answers(id);
  const auto pages = store->pages(id);
  std::vector<std::string> needles{"髙﨑", "09012345678", "first page of the registry", "the registry", "履歴事項", record->reception.text, answers};
  needles.insert(needles.end(), keys.begin(), keys.end());
  for (const Page& page : *pages) needles.push_back(slurp(folder.path() / "store/pages" / (page.id + ".sealed")).substr(0, 40));
  const auto links = record->links;
  ASSERT_FALSE(files_with(folder.path(), keys[0]).empty()) << "the search itself works";
  ASSERT_FALSE(files_with(folder.path(), answers).empty());

  ASSERT_TRUE(store->erase(id, EraseReason::Applicant));

  for (const std::string& needle : needles) EXPECT_TRUE(files_with(folder.path(), needle).empty()) << needle.substr(0, 20);
  EXPECT_EQ(std::filesystem::file_size(folder.path() / "store/keys.db-wal"), 0u);
  EXPECT_EQ(store->application(id).error().code, StaffCode::RecordMissing);
  EXPECT_EQ(store->by_reception(record->reception).error().code, StaffCode::RecordMissing);
  EXPECT_EQ(store->page_image(pages->front().id).error().code, StaffCode::RecordMissing);
  EXPECT_EQ(store->erase(id, EraseReason::Applicant).error().code, StaffCode::RecordMissing);
  EXPECT_EQ(store->answers(other)->reveal(), R"({"name":"other"})");
  EXPECT_EQ(store->page_image(store->pages(other)->front().id)->reveal(), "first page of the registry");
  EXPECT_TRUE(store->others_with_same_phone(other)->empty());
}

// secure_delete alone left copies of moved rows in the unused parts of pages; many records in changing order bring that about.
TEST_F(EraseTest, NoForgottenKeyIsLeftInKeysDbAfterManyRecordsInAnyOrder) {
  std::vector<ApplicationId> ids;
  std::vector<std::string> gone;
  for (int round = 0; round < 3; ++round) {
    for (int i = 0; i < 60; ++i) {
      ids.push_back(fresh());
      if (i % 3 == 0) {
        ASSERT_TRUE(store->add_page(ids.back(), a_page("p")));
      }
    }
    for (int i = 0; i < 40; ++i) {
      const std::size_t which = crypto::random_below(static_cast<std::uint32_t>(ids.size()));
      for (std::string& key : wrapped_keys(ids[which])) gone.push_back(std::move(key));
      ASSERT_TRUE(store->erase(ids[which], EraseReason::Staff));
      ids.erase(ids.begin() + static_cast<std::ptrdiff_t>(which));
    }
    const std::string file = slurp(folder.path() / "store/keys.db") + slurp(folder.path() / "store/keys.db-wal");
    for (const std::string& key : gone) ASSERT_EQ(file.find(key.substr(24, 32)), std::string::npos);
  }
  for (const ApplicationId& id : ids) EXPECT_TRUE(store->save_answers(id, Secret("{}")));
}

TEST_F(EraseTest, ExpiredScansCannotBeReadEvenFromACopyOfTheirFiles) {
  const ApplicationId id = parked_with_everything();
  const auto before = wrapped_keys(id);
  ASSERT_EQ(before.size(), 2u);
  clock.advance(std::chrono::hours{24 * 8});
  ASSERT_EQ(store->purge()->scans, 1);
  const auto after = wrapped_keys(id);
  ASSERT_EQ(after.size(), 1u) << "the key of the answers stays";
  for (const std::string& key : before) EXPECT_EQ(files_with(folder.path(), key).empty(), key != after.front());
}

TEST_F(EraseTest, IsOnRecordWithItsReasonAndNothingElse) {
  const ApplicationId id = parked_with_everything();
  ASSERT_TRUE(store->erase(id, EraseReason::PhonePage));
  const auto rows = store->audit_rows(0, 100);
  ASSERT_EQ(rows->size(), 1u);
  EXPECT_EQ(rows->front().event, AuditEvent::ApplicationDeleted);
  EXPECT_EQ(rows->front().details, "reason=phone_page");
  EXPECT_FALSE(store->verify_audit()->first_broken);
}

// The key is gone but somebody reads keys.db at that moment, so its log cannot be cut: the erasure says that it is not complete, the record
// is already invisible, and saying it again completes it.
TEST_F(EraseTest, IsNotCalledDoneWhileTheLogStillHoldsTheKey) {
  const ApplicationId id = parked_with_everything();
  const auto keys = wrapped_keys(id);
  StoreOptions impatient = options();
  impatient.busy_timeout_ms = 1;
  reopen(impatient);
  {
    auto reader = SqliteDatabase::open(folder.path() / "store/keys.db");
    ASSERT_TRUE(reader);
    auto reading = reader->prepare("SELECT wrapped FROM keys");
    ASSERT_TRUE(*reading.step());
    EXPECT_FALSE(store->erase(id, EraseReason::Applicant));
    EXPECT_EQ(store->application(id).error().code, StaffCode::RecordMissing);
    EXPECT_EQ(store->answers(id).error().code, StaffCode::RecordMissing);
  }
  ASSERT_TRUE(store->erase(id, EraseReason::Applicant));
  for (const std::string& key : keys) EXPECT_TRUE(files_with(folder.path(), key).empty());
}

}  // namespace
}  // namespace desk::store
