// Installing a release: whole or not at all, whatever happens on the way.
#include "data/catalog/installed.h"

#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <algorithm>

#include "tests/catalog/release_folder.h"

namespace desk::catalog {
namespace {

using namespace test;

// A release to bring and a desk to bring it to, with release 1 active and release 2 at hand.
class Desk : public ::testing::Test {
 protected:
  Desk() {
    copy_packs(folder());
    sign();
    const auto first = install();
    EXPECT_TRUE(first) << first.error().message();
    edit_and_sign("# the second release\n");
  }
  [[nodiscard]] std::string folder() const { return temporary_.at("release"); }
  [[nodiscard]] std::string into() const { return temporary_.at("desk/catalog"); }
  void sign(std::optional<std::int64_t> serial = std::nullopt) const {
    const auto manifest = sign_release(folder(), key_, serial, make_date(2026, 11, 22));
    ASSERT_TRUE(manifest) << manifest.error().message();
  }
  void edit_and_sign(const std::string& line, std::optional<std::int64_t> serial = std::nullopt) const {
    const std::string file = folder() + "/2026/pack.toml";
    write(file, read(file) + line);
    sign(serial);
  }
  [[nodiscard]] Installation order() const { return {folder(), into(), {crypto::public_key_of(key_)}, {}}; }
  [[nodiscard]] Result<Installed> install() const { return install_release(order()); }
  [[nodiscard]] std::int64_t active() const {
    const auto place = active_folder(into());
    const auto release = place ? read_release(*place, order().trusted) : Result<Release>(fail(Failure{}));
    return release ? release->manifest.serial : -1;
  }
  void expect_refused(StaffCode code, const std::string& reason) const { expect_refused(order(), code, reason); }
  void expect_refused(const Installation& brought, StaffCode code, const std::string& reason) const {
    const auto before = picture_of(into());
    const auto installed = install_release(brought);
    ASSERT_FALSE(installed) << "installed, though " << reason;
    EXPECT_EQ(installed.error().code, code) << installed.error().message();
    EXPECT_NE(installed.error().message().find(reason), std::string::npos) << installed.error().message();
    EXPECT_EQ(installed.error().message().find("draft"), std::string::npos) << "a place nobody knows: " << installed.error().message();
    EXPECT_EQ(picture_of(into()), before) << "something was touched: " << reason;
  }

  TemporaryFolder temporary_;
  crypto::Key key_ = crypto::Key::random();
};

TEST_F(Desk, TakesTheNextReleaseAndKeepsTheOneBefore) {
  const auto second = install();
  ASSERT_TRUE(second) << second.error().message();
  EXPECT_EQ(second->manifest.serial, 2);
  EXPECT_EQ(second->before, 1);
  EXPECT_EQ(active(), 2);
  EXPECT_EQ(fs::read_symlink(into() + "/active"), "releases/2");
  EXPECT_EQ(fs::read_symlink(into() + "/previous"), "releases/1");
  EXPECT_EQ(picture_of(into() + "/active/2026"), picture_of(folder() + "/2026"));
}

TEST_F(Desk, KeepsOneReleaseBackAndNoMore) {
  for (int serial = 2; serial <= 4; ++serial) {
    ASSERT_TRUE(install());
    edit_and_sign("# and one more\n");
  }
  std::vector<std::string> kept;
  for (const auto& entry : fs::directory_iterator(into() + "/releases")) kept.push_back(entry.path().filename());
  std::sort(kept.begin(), kept.end());
  EXPECT_EQ(kept, (std::vector<std::string>{"3", "4"}));
}

TEST_F(Desk, RefusesAReleaseOfAStranger) {
  Installation brought = order();
  brought.trusted = {crypto::public_key_of(crypto::Key::random())};
  expect_refused(brought, StaffCode::CatalogSignature, "none of the trusted keys");
}

TEST_F(Desk, RefusesChangedMissingAndAddedFiles) {
  write(folder() + "/2026/golden.toml", "x");
  expect_refused(StaffCode::CatalogContents, "is not the file that was signed");
  fs::remove(folder() + "/2026/golden.toml");
  expect_refused(StaffCode::CatalogContents, "is missing");
  sign();
  write(folder() + "/notes.txt", "x");
  expect_refused(StaffCode::CatalogContents, "is not in the manifest");
  fs::remove(folder() + "/notes.txt");
  fs::create_symlink("/etc/hostname", folder() + "/notes.txt");
  expect_refused(StaffCode::CatalogContents, "a link");
}

TEST_F(Desk, RefusesTheSameSerialAndEveryOneBelow) {
  sign(1);
  expect_refused(StaffCode::CatalogOlder, "its serial 1 is not above the active one's, 1");
  sign(7);
  ASSERT_TRUE(install());
  sign(6);
  expect_refused(StaffCode::CatalogOlder, "its serial 6");
}

TEST_F(Desk, RefusesAHighSerialOnOlderPacks) {  // somebody signed the wrong folder
  // Rounds may not be verified after their pack, so every date goes back together.
  for (const auto& entry : fs::directory_iterator(folder() + "/2026")) {
    std::string all = read(entry.path().string());
    for (auto found = all.find("verified = 20"); found != std::string::npos; found = all.find("verified = 20", found + 1)) {
      all.replace(found, std::string("verified = 2026-09-20").size(), "verified = 2026-01-30");
    }
    write(entry.path().string(), all);
  }
  sign(90);
  expect_refused(StaffCode::CatalogOlder, "2026 was verified on 2026-01-30, the active one on");
}

TEST_F(Desk, RefusesAPackThatDoesNotLoad) {
  edit_and_sign("\ncolour = 1\n");
  expect_refused(StaffCode::PackBroken, "unknown key");
}

TEST_F(Desk, RefusesWhatTheExaminerRefuses) {
  Installation brought = order();
  std::string seen;
  brought.examine = [&](const std::string& draft) -> Done {
    seen = read(draft + "/2026/pack.toml");
    return fail(Failure{StaffCode::PackBroken, "golden.toml:5", "I-10: subsidy: expected 722222, got 722221"});
  };
  expect_refused(brought, StaffCode::PackBroken, "expected 722222");
  EXPECT_EQ(seen, read(folder() + "/2026/pack.toml")) << "the examiner sees the copy that would become active";
}

TEST_F(Desk, WhatIsChangedOnTheStickDuringTheInstallationDoesNotArrive) {
  const std::string signed_text = read(folder() + "/2026/pack.toml");
  Installation brought = order();
  bool changed = false;
  brought.before_change = [&] {
    if (!std::exchange(changed, true)) write(folder() + "/2026/pack.toml", "format = 1\n");
  };
  ASSERT_TRUE(install_release(brought));
  EXPECT_EQ(read(into() + "/active/2026/pack.toml"), signed_text);
}

TEST_F(Desk, ADamagedActiveReleaseIsRepairedByItsOwnSerialAgain) {
  ASSERT_TRUE(install());
  write(into() + "/active/2026/pack.toml", "gone");
  EXPECT_EQ(active(), -1);
  const auto again = install();
  ASSERT_TRUE(again) << again.error().message();
  EXPECT_EQ(active(), 2);
  write(into() + "/active/2026/pack.toml", "gone");
  sign(1);
  EXPECT_EQ(install().error().code, StaffCode::CatalogOlder) << "but by none below it";
}

TEST_F(Desk, TwoInstallationsAtOnceAreOneTooMany) {
  const int lock = ::open((into() + "/lock").c_str(), O_RDWR | O_CLOEXEC);
  ASSERT_EQ(flock(lock, LOCK_EX | LOCK_NB), 0);
  expect_refused(StaffCode::CatalogNotWritten, "another installation is under way");
  ::close(lock);
  EXPECT_TRUE(install());
}

TEST_F(Desk, GoesBackOneReleaseAndForwardAgain) {
  ASSERT_TRUE(install());
  const auto back = back_to_previous(into(), order().trusted);
  ASSERT_TRUE(back) << back.error().message();
  EXPECT_EQ(active(), 1);
  EXPECT_EQ(back->before, 2);
  ASSERT_TRUE(back_to_previous(into(), order().trusted));
  EXPECT_EQ(active(), 2);
  write(into() + "/previous/2026/pack.toml", "gone");
  EXPECT_EQ(back_to_previous(into(), order().trusted).error().code, StaffCode::CatalogContents);
  EXPECT_EQ(active(), 2) << "a damaged one is not gone back to";
}

TEST_F(Desk, WithASingleReleaseThereIsNoneToGoBackTo) {
  EXPECT_EQ(back_to_previous(into(), order().trusted).error().code, StaffCode::CatalogOlder);
}

// Runs `what` in a process of its own; its exit status.
template <class What>
int in_a_child(What what) {
  const pid_t child = fork();
  if (child == 0) _exit(what());
  int status = 0;
  EXPECT_EQ(waitpid(child, &status, 0), child);
  return status;
}

TEST_F(Desk, KilledBeforeAnyChangeOnTheDiskTheActiveReleaseIsTheOldOrTheNewOneWhole) {
  int step = 0;
  int old_ones = 0, new_ones = 0;
  for (;; ++step) {
    fs::remove_all(into());
    ASSERT_TRUE([&] { sign(1); return install().ok(); }());
    edit_and_sign("# again\n", 2);
    const int status = in_a_child([&] {
      Installation brought = order();
      int left = step;
      brought.before_change = [&] {
        if (left-- == 0) raise(SIGKILL);
      };
      return install_release(brought) ? 0 : 3;
    });
    const std::int64_t now = active();
    ASSERT_TRUE(now == 1 || now == 2) << "killed before change " << step << ": no sound release is active";
    (now == 1 ? old_ones : new_ones) += 1;
    if (WIFEXITED(status)) {
      ASSERT_EQ(WEXITSTATUS(status), 0);
      break;
    }
    // The next installation goes through and clears what was left lying.
    edit_and_sign("# the next\n", 3);
    const auto next = install();
    ASSERT_TRUE(next) << "after a kill before change " << step << ": " << next.error().message();
    EXPECT_EQ(active(), 3);
    const auto kept = std::distance(fs::directory_iterator(into() + "/releases"), fs::directory_iterator());
    EXPECT_EQ(kept, 2) << "killed before change " << step;
    std::vector<std::string> beside;
    for (const auto& entry : fs::directory_iterator(into())) beside.push_back(entry.path().filename());
    std::sort(beside.begin(), beside.end());
    EXPECT_EQ(beside, (std::vector<std::string>{"active", "lock", "previous", "releases"}));
  }
  EXPECT_GE(old_ones, 8) << "the steps before the turn";
  EXPECT_GE(new_ones, 1) << "the finished one";
}

TEST_F(Desk, ALinkThatWasMadeAndNeverTurnedIsTakenAwayByTheNext) {
  for (const char* link : {"/active.new", "/previous.new"}) fs::create_symlink("releases/nowhere", into() + link);
  EXPECT_EQ(active(), 1);
  ASSERT_TRUE(install());
  EXPECT_EQ(active(), 2);
  EXPECT_FALSE(fs::exists(fs::symlink_status(into() + "/active.new")));
  EXPECT_FALSE(fs::exists(fs::symlink_status(into() + "/previous.new")));
}

TEST_F(Desk, AFileThatMayNotGrowLeavesTheActiveReleaseAndNoDraft) {
  const auto before = picture_of(into());
  const int status = in_a_child([&] {
    signal(SIGXFSZ, SIG_IGN);
    const rlimit small{4096, 4096};
    setrlimit(RLIMIT_FSIZE, &small);
    const auto installed = install();
    return !installed && installed.error().code == StaffCode::CatalogNotWritten ? 0 : 3;
  });
  ASSERT_TRUE(WIFEXITED(status));
  EXPECT_EQ(WEXITSTATUS(status), 0);
  EXPECT_EQ(picture_of(into()), before);
  EXPECT_EQ(active(), 1);
}

constexpr int kNoMount = 42;

TEST_F(Desk, AFullDiskLeavesTheActiveReleaseAndNoDraft) {
  std::int64_t bytes = 0;
  for (const auto& [path, text] : picture_of(folder())) bytes += (static_cast<std::int64_t>(text.size()) + 4095) / 4096 * 4096;
  const int status = in_a_child([&]() -> int {
    const std::string small = temporary_.at("small");
    fs::create_directories(small);
    // A file system of its own, seen by this process alone and gone with it: room for one release and a half.
    const std::string size = "size=" + std::to_string(bytes * 3 / 2);
    if (unshare(CLONE_NEWNS) != 0 || mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
        mount("tmpfs", small.c_str(), "tmpfs", 0, size.c_str()) != 0) {
      return kNoMount;
    }
    Installation brought = order();
    brought.into = small + "/catalog";
    if (!install_release(brought)) return 3;
    const auto before = picture_of(brought.into);
    sign(5);
    const auto installed = install_release(brought);
    if (installed) return 4;
    if (installed.error().code != StaffCode::CatalogNotWritten || installed.error().reason != "No space left on device") return 5;
    if (picture_of(brought.into) != before) return 6;
    return open_catalogue({brought.into, "/nowhere", {}}) ? 7 : 0;  // no key given: not taken, and no shipped packs either
  });
  ASSERT_TRUE(WIFEXITED(status));
  if (WEXITSTATUS(status) == kNoMount) GTEST_SKIP() << "this user may not mount a file system";
  EXPECT_EQ(WEXITSTATUS(status), 0);
}

TEST_F(Desk, AFolderThatMayNotBeWrittenIsSaidToBeSo) {
  Installation brought = order();
  write(temporary_.at("a-file"), "x");
  brought.into = temporary_.at("a-file") + "/catalog";
  const auto installed = install_release(brought);
  ASSERT_FALSE(installed);
  EXPECT_EQ(installed.error().code, StaffCode::CatalogNotWritten);
  brought.into = temporary_.at("a-file");
  EXPECT_EQ(install_release(brought).error().code, StaffCode::CatalogNotWritten);
}

// ---- what the kiosk opens at its start ----

class Start : public Desk {
 protected:
  Start() {
    copy_packs(temporary_.at("shipped"));
    write(temporary_.at("key.pub"), crypto::public_key_of(key_).hex() + "\n");
  }
  [[nodiscard]] CatalogPlaces places() const { return {into(), temporary_.at("shipped"), {temporary_.at("key.pub")}}; }
  void expect_fallen_back(const CatalogPlaces& given, const std::string& reason) const {
    const auto opened = open_catalogue(given);
    ASSERT_TRUE(opened) << opened.error().message();
    ASSERT_TRUE(opened->refused) << "taken, though " << reason;
    EXPECT_EQ(opened->refused->code, StaffCode::CatalogFellBack);
    EXPECT_NE(opened->refused->message().find(reason), std::string::npos) << opened->refused->message();
    EXPECT_EQ(opened->catalogue.directory(), temporary_.at("shipped"));
    EXPECT_FALSE(opened->serial);
  }
};

TEST_F(Start, TheActiveReleaseIsInForce) {
  const auto opened = open_catalogue(places());
  ASSERT_TRUE(opened) << opened.error().message();
  EXPECT_EQ(opened->serial, 1);
  EXPECT_FALSE(opened->refused);
  EXPECT_EQ(opened->catalogue.directory(), into() + "/releases/1");
}

TEST_F(Start, NothingInstalledYetIsTheShippedPacksAndNoFault) {
  fs::create_directories(temporary_.at("empty"));
  for (const std::string& directory : {temporary_.at("empty"), std::string()}) {
    const auto opened = open_catalogue({directory, temporary_.at("shipped"), {}});
    ASSERT_TRUE(opened) << opened.error().message();
    EXPECT_FALSE(opened->refused);
    EXPECT_EQ(opened->catalogue.directory(), temporary_.at("shipped"));
  }
}

TEST_F(Start, AFolderThatIsNotThereIsASlipOfThePen) {
  EXPECT_EQ(open_catalogue({temporary_.at("nowhere"), temporary_.at("shipped"), {}}).error().code, StaffCode::PackMissing);
}

TEST_F(Start, APlainFolderOfPacksIsReadAsItIsAndItsFaultIsHeard) {
  const std::string plain = temporary_.at("plain");
  copy_packs(plain);
  const auto opened = open_catalogue({plain, temporary_.at("shipped"), {}});
  ASSERT_TRUE(opened) << opened.error().message();
  EXPECT_EQ(opened->catalogue.directory(), plain);
  write(plain + "/2026/pack.toml", "colour = 1\n");
  EXPECT_EQ(open_catalogue({plain, temporary_.at("shipped"), {}}).error().code, StaffCode::PackBroken);
}

TEST_F(Start, AChangedReleaseIsRefusedAndTheShippedPacksAreInForce) {
  replace_in(into() + "/active/2026/pack.toml", "2026", "2026 ");
  expect_fallen_back(places(), "SC-110");
}

TEST_F(Start, AReleaseWhoseKeyIsNoLongerTrustedIsRefused) {
  write(temporary_.at("key.pub"), crypto::public_key_of(crypto::Key::random()).hex() + "\n");
  expect_fallen_back(places(), "SC-109");
  CatalogPlaces nobody = places();
  nobody.public_keys.clear();
  expect_fallen_back(nobody, "no public key is trusted");
}

TEST_F(Start, AKeyFileThatIsGoneIsRefusedByName) {
  fs::remove(temporary_.at("key.pub"));
  expect_fallen_back(places(), "SC-114");
}

TEST_F(Start, ALinkThatLeadsNowhereIsRefused) {
  fs::remove_all(into() + "/releases/1");
  expect_fallen_back(places(), "SC-110");
  fs::remove(into() + "/active");
  fs::create_symlink("/nowhere/at/all", into() + "/active");
  expect_fallen_back(places(), "SC-110");
}

TEST_F(Start, WithoutShippedPacksEitherThereIsNothingToOpen) {
  fs::remove_all(into() + "/releases/1");
  CatalogPlaces bare = places();
  bare.shipped = temporary_.at("nowhere");
  EXPECT_EQ(open_catalogue(bare).error().code, StaffCode::PackMissing);
}

}  // namespace
}  // namespace desk::catalog
