#include <sys/stat.h>

#include "data/base/sqlite_database.h"
#include "tests/store/store_fixture.h"

namespace desk::store {
namespace {

class OpeningTest : public StoreTest {
 protected:
  Failure refusal(const StoreOptions& wanted) {
    const auto opened = open_sqlite_store(wanted, clock);
    EXPECT_FALSE(opened);
    return opened ? Failure{} : opened.error();
  }
};

TEST_F(OpeningTest, AFreshStoreIsForItsOwnerAloneAndQuiet) {
  struct stat about {};
  ASSERT_EQ(stat(options().directory.c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 0777, 0700u);
  ASSERT_EQ(stat(options().site_key_file.c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 0777, 0600u);
  EXPECT_TRUE(store->repairs().quiet());
  EXPECT_TRUE(store->applications()->empty());
  reopen();
  EXPECT_TRUE(store->repairs().quiet());
  EXPECT_TRUE(store->audit_rows(0, 10)->empty()) << "nothing was put right, so nothing is on record";
}

TEST_F(OpeningTest, ALostSiteKeyIsNotReplacedByANewOne) {
  const ApplicationId id = parked_with_everything();
  store.reset();
  const auto key = options().site_key_file;
  std::filesystem::rename(key, key + ".away");
  EXPECT_EQ(refusal(options()).code, StaffCode::KeyMissing);
  EXPECT_FALSE(std::filesystem::exists(key));
  std::filesystem::rename(key + ".away", key);
  reopen();
  EXPECT_EQ(store->answers(id)->reveal(), R"({"name":"髙﨑 邦子"})");
}

TEST_F(OpeningTest, AnotherSiteKeyIsToldApartFromDamageAndTouchesNothing) {
  const ApplicationId id = parked_with_everything();
  store.reset();
  const auto key = options().site_key_file;
  std::filesystem::rename(key, key + ".right");
  ASSERT_TRUE(crypto::load_key_file(key, /*create=*/true));
  const Failure refused = refusal(options());
  EXPECT_EQ(refused.code, StaffCode::KeyMissing);
  EXPECT_NE(refused.reason.find("another site key"), std::string::npos);
  std::filesystem::remove(key);
  std::filesystem::rename(key + ".right", key);
  reopen();
  EXPECT_TRUE(store->repairs().quiet());
  EXPECT_EQ(store->answers(id)->reveal(), R"({"name":"髙﨑 邦子"})");
}

TEST_F(OpeningTest, ASiteKeyOthersCanReadIsRefused) {
  store.reset();
  chmod(options().site_key_file.c_str(), 0644);
  EXPECT_EQ(refusal(options()).code, StaffCode::KeyMissing);
}

TEST_F(OpeningTest, AFolderThatCannotBeMadeIsAFailure) {
  StoreOptions wanted = options();
  std::ofstream(folder.path() / "a file") << "x";
  wanted.directory = folder.path() / "a file" / "store";
  EXPECT_EQ(refusal(wanted).code, StaffCode::StoreUnavailable);
}

TEST_F(OpeningTest, AFileThatIsNoDatabaseIsDamage) {
  store.reset();
  for (const char* name : {"desk.db", "keys.db"}) {
    const auto path = folder.path() / "store" / name;
    const std::string good = slurp(path);
    std::ofstream(path, std::ios::binary) << std::string(8192, 'x');
    EXPECT_EQ(refusal(options()).code, StaffCode::RecordDamaged) << name;
    std::ofstream(path, std::ios::binary) << good;
  }
  reopen();
}

TEST_F(OpeningTest, HasOneOwnerAtATime) {
  const Failure refused = refusal(options());
  EXPECT_EQ(refused.code, StaffCode::StoreUnavailable);
  EXPECT_NE(refused.reason.find("another desk-kiosk"), std::string::npos);
  store.reset();
  reopen();
}

TEST_F(OpeningTest, AGuestReadsAndErasesBesideTheOwnerButAddsNothing) {
  const ApplicationId parked = parked_with_everything();
  const ApplicationId standing = fresh();
  StoreOptions beside = options();
  beside.access = Access::Guest;
  auto opened = open_sqlite_store(beside, clock);
  ASSERT_TRUE(opened) << opened.error().message();
  Store& guest = **opened;
  EXPECT_EQ(guest.applications()->size(), 2u);
  EXPECT_EQ(guest.application(standing)->state, VisitState::InProgress) << "the guest's opening interrupts nobody";
  EXPECT_EQ(guest.answers(parked)->reveal(), R"({"name":"髙﨑 邦子"})");
  EXPECT_EQ(guest.page_image(guest.pages(parked)->front().id)->reveal(), "first page of the registry");
  EXPECT_FALSE(guest.create({2026, "full", false}));
  EXPECT_FALSE(guest.add_page(parked, a_page("x")));
  EXPECT_FALSE(guest.put_file(parked, "a.pdf", as_bytes("x")));
  EXPECT_FALSE(guest.resume(parked));
  EXPECT_FALSE(guest.queue(OutboxKind::HandOff, parked, Secret("x")));
  EXPECT_EQ(guest.erase(standing, EraseReason::Staff).error().code, StaffCode::StoreUnavailable) << "not under somebody's hands";
  ASSERT_TRUE(guest.erase(parked, EraseReason::Staff));
  EXPECT_EQ(store->application(parked).error().code, StaffCode::RecordMissing);
  EXPECT_TRUE(store->save_answers(standing, Secret("{}")));
}

TEST_F(OpeningTest, AGuestDoesNotSweepAwayThePageThatTheOwnerIsJustWriting) {
  const auto pages = folder.path() / "store/pages";
  const auto written = pages / (std::string(32, 'a') + ".part");
  std::ofstream(written) << "half a page";
  StoreOptions beside = options();
  beside.access = Access::Guest;
  ASSERT_TRUE(open_sqlite_store(beside, clock));
  EXPECT_TRUE(std::filesystem::exists(written));
}

TEST_F(OpeningTest, AGuestFindsNoStoreAndMakesNone) {
  StoreOptions beside = options();
  beside.access = Access::Guest;
  beside.directory = folder.path() / "elsewhere";
  EXPECT_EQ(refusal(beside).code, StaffCode::StoreUnavailable);
  EXPECT_FALSE(std::filesystem::exists(beside.directory));
}

}  // namespace
}  // namespace desk::store
