#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>
#include <fstream>

#include "tests/auth/page_fixture.h"

namespace desk::auth::test {
namespace {

class PageStoreTest : public ::testing::Test {
 protected:
  PageStoreTest() { reopen(); }
  void reopen() {
    store.reset();
    auto opened = PageStore::open(directory.path(), clock);
    ASSERT_TRUE(opened) << opened.error().message();
    store = std::move(*opened);
  }
  Result<BundlePut> put(const Bundle& bundle) {
    const std::string_view bytes(reinterpret_cast<const char*>(bundle.bytes.data()), bundle.bytes.size());
    return store->put({bundle.token_hash, bundle.number_hash, bundle.expires, bytes});
  }
  [[nodiscard]] std::size_t bundle_files() const {
    std::size_t count = 0;
    for (const std::string& name : directory.files()) count += name.ends_with(".bundle") ? 1u : 0u;
    return count;
  }
  bool opens(const LinkToken& token) {
    const auto found = store->find(crypto::token_hash_hex(token.text));
    return found && found->open_part(token, 0);
  }

  TempDirectory directory;
  FakeClock clock{kNow};
  std::unique_ptr<PageStore> store;
};

TEST_F(PageStoreTest, WhatWasPutIsFoundAlsoAfterARestart) {
  const LinkToken token = crypto::new_link_token();
  ASSERT_TRUE(put(sample_bundle(token)));
  reopen();
  const auto found = store->find(crypto::token_hash_hex(token.text));
  ASSERT_TRUE(found);
  EXPECT_EQ(found->files(), 2u);
  EXPECT_EQ(found->open_part(token, 2)->reveal(), sample_pdfs()[1]);
  EXPECT_FALSE(found->open_part(token, 3));
  EXPECT_FALSE(found->open_part(crypto::new_link_token(), 0));
}

TEST_F(PageStoreTest, TheOlderSlotOpensWhatTheNewerOneHasAdded) {
  const LinkToken token = crypto::new_link_token(), later = crypto::new_link_token();
  ASSERT_TRUE(put(sample_bundle(token)));
  store.reset();
  const std::string path = directory.path() + "/page.db";
  {
    auto database = SqliteDatabase::open(path);
    ASSERT_TRUE(database);
    for (const char* table : {"bundle", "erasure", "code"}) {
      ASSERT_TRUE(database->run(std::string("ALTER TABLE ") + table + " ADD COLUMN of_a_newer_release TEXT NOT NULL DEFAULT 'x'"));
    }
    ASSERT_TRUE(database->run("CREATE TABLE of_a_newer_release (id INTEGER PRIMARY KEY); PRAGMA user_version=4"));
  }
  reopen();
  EXPECT_TRUE(opens(token));
  ASSERT_TRUE(put(sample_bundle(later)));
  EXPECT_TRUE(opens(later));
  ASSERT_TRUE(store->keep_code("who", {"VE1", "き-7", std::nullopt, false}));
  EXPECT_EQ(store->code_under_way("who")->tag, "き-7");
  EXPECT_TRUE(*store->erase(crypto::token_hash_hex(token.text)));
  EXPECT_EQ(store->erase_requests()->size(), 1U);
  store.reset();
  EXPECT_EQ(*SqliteDatabase::open(path)->schema_version(), 4);
}

TEST_F(PageStoreTest, ANewerBundleReplacesTheOlderWithoutLeavingIt) {
  const LinkToken token = crypto::new_link_token();
  ASSERT_TRUE(put(sample_bundle(token)));
  const auto reader = store->find(crypto::token_hash_hex(token.text));
  ASSERT_TRUE(put(sample_bundle_without_files(token)));
  EXPECT_EQ(store->count(), 1);
  EXPECT_EQ(bundle_files(), 1u);
  EXPECT_EQ(store->find(crypto::token_hash_hex(token.text))->files(), 0u);
  EXPECT_TRUE(reader->open_part(token, 1)) << "a reader keeps the bundle it found";
}

TEST_F(PageStoreTest, JunkIsRefusedAndLeavesNothing) {
  Bundle good = sample_bundle(crypto::new_link_token());
  const auto refused = [&](const Bundle& bundle) {
    const auto put_result = put(bundle);
    return !put_result && put_result.error().code == StaffCode::BundleRefused;
  };
  Bundle junk = good;
  junk.bytes = {'j', 'u', 'n', 'k'};
  EXPECT_TRUE(refused(junk));
  Bundle cut = good;
  cut.bytes.pop_back();
  EXPECT_TRUE(refused(cut));
  Bundle nameless = good;
  nameless.token_hash = "../../etc/passwd";
  EXPECT_TRUE(refused(nameless));
  Bundle numbered = good;
  numbered.number_hash = "+819012345678";
  EXPECT_TRUE(refused(numbered));
  Bundle late = good;
  late.expires = kNow;
  EXPECT_TRUE(refused(late));
  EXPECT_EQ(store->count(), 0);
  EXPECT_EQ(bundle_files(), 0u);
}

TEST_F(PageStoreTest, AnExpiredBundleIsGoneAtOnceAndDeletedByTheSweep) {
  const LinkToken token = crypto::new_link_token();
  ASSERT_TRUE(put(sample_bundle(token, {kNow.seconds + 100})));
  clock.advance(std::chrono::seconds{99});
  EXPECT_TRUE(opens(token));
  clock.advance(std::chrono::seconds{1});
  EXPECT_FALSE(opens(token));
  EXPECT_EQ(bundle_files(), 1u);
  ASSERT_TRUE(store->sweep());
  EXPECT_EQ(bundle_files(), 0u);
  EXPECT_EQ(store->count(), 0);
}

TEST_F(PageStoreTest, AWrongClockAtBootDoesNotEmptyTheShelf) {
  const LinkToken token = crypto::new_link_token();
  ASSERT_TRUE(put(sample_bundle(token, {kNow.seconds + 100})));
  clock.trust_wall(false);
  clock.jump_wall(std::chrono::hours{10});
  reopen();
  EXPECT_FALSE(opens(token));
  clock.jump_wall(-std::chrono::hours{10});
  EXPECT_TRUE(opens(token));
  clock.jump_wall(std::chrono::hours{25});  // untrusted for a day: now it goes
  ASSERT_TRUE(store->sweep());
  EXPECT_EQ(bundle_files(), 0u);
}

TEST_F(PageStoreTest, ErasingDeletesTheBundleAndLeavesARequestUntilItIsAcknowledged) {
  const LinkToken token = crypto::new_link_token();
  const Bundle bundle = sample_bundle(token);
  ASSERT_TRUE(put(bundle));
  ASSERT_TRUE(*store->erase(bundle.token_hash));
  EXPECT_EQ(bundle_files(), 0u);
  EXPECT_FALSE(*store->erase(bundle.token_hash));
  reopen();
  auto requests = store->erase_requests();
  ASSERT_TRUE(requests);
  ASSERT_EQ(requests->size(), 1u);
  EXPECT_EQ(requests->front().token_hash, bundle.token_hash);
  EXPECT_EQ(requests->front().asked, kNow);
  ASSERT_TRUE(store->acknowledge(requests->front().id));
  ASSERT_TRUE(store->acknowledge(requests->front().id));
  EXPECT_TRUE(store->erase_requests()->empty());
}

TEST_F(PageStoreTest, AHandOffThatComesAfterTheErasureIsNotTaken) {
  const LinkToken token = crypto::new_link_token();
  const Bundle bundle = sample_bundle(token, {kNow.seconds + 200 * 86'400});
  ASSERT_TRUE(put(bundle));
  ASSERT_TRUE(store->erase(bundle.token_hash));
  EXPECT_EQ(*put(bundle), BundlePut::Erased);
  ASSERT_TRUE(store->acknowledge(store->erase_requests()->front().id));
  EXPECT_EQ(*put(bundle), BundlePut::Erased);
  EXPECT_EQ(bundle_files(), 0u);
  clock.advance(std::chrono::hours{24 * 91});
  ASSERT_TRUE(store->sweep());
  EXPECT_EQ(*put(bundle), BundlePut::Kept);
}

TEST_F(PageStoreTest, ARequestThatNobodyCarriedOutIsNeverForgotten) {
  const Bundle bundle = sample_bundle(crypto::new_link_token());
  ASSERT_TRUE(put(bundle));
  ASSERT_TRUE(store->erase(bundle.token_hash));
  clock.advance(std::chrono::hours{24 * 400});
  ASSERT_TRUE(store->sweep());
  EXPECT_EQ(store->erase_requests()->size(), 1u);
}

TEST_F(PageStoreTest, ADamagedFileIsAsIfItHadNeverCome) {
  const LinkToken token = crypto::new_link_token();
  ASSERT_TRUE(put(sample_bundle(token)));
  std::string name;
  for (const std::string& file : directory.files()) name = file.ends_with(".bundle") ? file : name;
  for (const std::streamoff at : {0, 5, 9, 12, 40, 900}) {
    const std::string path = directory.path(name);
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    char byte = 0;
    file.seekg(at).get(byte);
    file.seekp(at).put(static_cast<char>(byte ^ 4));
    file.close();
    EXPECT_FALSE(opens(token)) << at;
    std::fstream again(path, std::ios::in | std::ios::out | std::ios::binary);
    again.seekp(at).put(byte);
    again.close();
    EXPECT_TRUE(opens(token)) << at;
  }
  std::filesystem::resize_file(directory.path(name), 3);
  EXPECT_FALSE(opens(token));
  std::filesystem::remove(directory.path(name));
  EXPECT_FALSE(opens(token));
}

TEST_F(PageStoreTest, AnInterruptedHandOffLeavesNoFileBehind) {
  std::ofstream(directory.path("0123.bundle")) << "half of a bundle";
  const LinkToken token = crypto::new_link_token();
  ASSERT_TRUE(put(sample_bundle(token)));
  reopen();
  EXPECT_EQ(bundle_files(), 1u);
  EXPECT_TRUE(opens(token));
}

// A write that stops half-way: the file-size limit stands for the full disk.
TEST_F(PageStoreTest, ADiskThatTakesNoMoreFailsTheHandOffAndKeepsTheOldBundle) {
  const LinkToken token = crypto::new_link_token();
  ASSERT_TRUE(put(sample_bundle_without_files(token)));
  rlimit before{};
  getrlimit(RLIMIT_FSIZE, &before);
  const auto handler = signal(SIGXFSZ, SIG_IGN);
  rlimit small = before;
  small.rlim_cur = 100'000;
  setrlimit(RLIMIT_FSIZE, &small);
  const auto result = put(sample_bundle(token));
  setrlimit(RLIMIT_FSIZE, &before);
  (void)signal(SIGXFSZ, handler);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, StaffCode::StoreUnavailable);
  EXPECT_EQ(bundle_files(), 1u);
  EXPECT_TRUE(opens(token));
  EXPECT_TRUE(put(sample_bundle(token)));
}

TEST_F(PageStoreTest, ACodeUnderWaySurvivesARestartAndIsDroppedAfterADay) {
  const std::string who(64, 'a');
  ASSERT_TRUE(store->keep_code(who, {"VE1", "き-7", WallTime{kNow.seconds + 1800}, true}));
  reopen();
  const auto code = store->code_under_way(who);
  ASSERT_TRUE(code);
  EXPECT_EQ(code->sid, "VE1");
  EXPECT_EQ(code->tag, "き-7");
  EXPECT_EQ(code->next_send, (WallTime{kNow.seconds + 1800}));
  EXPECT_TRUE(code->maybe_sent);
  EXPECT_FALSE(store->code_under_way(std::string(64, 'b')));
  clock.advance(std::chrono::hours{25});
  ASSERT_TRUE(store->sweep());
  EXPECT_FALSE(store->code_under_way(who));
}

TEST_F(PageStoreTest, TheDirectoryIsForThePageRoleAlone) {
  struct stat about {};
  ASSERT_EQ(stat(directory.path().c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 0777u, 0700u);
}

}  // namespace
}  // namespace desk::auth::test
