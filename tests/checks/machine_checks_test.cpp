// Clock, disk, network, sound, touch and programme data, each from files that a test lays down.
#include "kiosk/checks/machine_checks.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>

namespace desk::checks {
namespace {

namespace fs = std::filesystem;
using flow::DeviceLevel;

class Folder {
 public:
  Folder() {
    std::string pattern = fs::temp_directory_path() / "desk-checks-XXXXXX";
    if (mkdtemp(pattern.data()) != nullptr) path_ = pattern;
  }
  ~Folder() { fs::remove_all(path_); }
  [[nodiscard]] std::string path() const { return path_; }
  std::string write(const std::string& name, const std::string& text) const {
    fs::create_directories((fs::path(path_) / name).parent_path());
    std::ofstream(fs::path(path_) / name) << text;
    return fs::path(path_) / name;
  }

 private:
  std::string path_;
};

TEST(ClockCheck, TrustedUntrustedAndMovedAreThreeStates) {
  FakeClock clock;
  const TimeStamp start = clock.stamp();
  clock.advance(std::chrono::hours{1});
  EXPECT_EQ(check_clock(clock, start).level, DeviceLevel::Good);
  clock.trust_wall(false);
  EXPECT_EQ(check_clock(clock, start).note, "clock_untrusted");
  EXPECT_EQ(check_clock(clock, start).level, DeviceLevel::Care);
  clock.jump_wall(std::chrono::hours{-24});
  EXPECT_EQ(check_clock(clock, start).note, "clock_jumped");
  EXPECT_EQ(check_clock(clock, start).code, StaffCode::ClockUntrusted);
  clock.trust_wall(true);  // time synchronisation has moved it: that is its work
  EXPECT_EQ(check_clock(clock, start).level, DeviceLevel::Good);
}

TEST(DiskCheck, WritesReadsAndLeavesNothingBehind) {
  const Folder folder;
  const auto report = check_disk({folder.path(), {}});
  EXPECT_NE(report.level, DeviceLevel::Unknown);
  EXPECT_NE(report.note, "disk_failed");
  EXPECT_TRUE(fs::is_empty(folder.path()));
}

TEST(DiskCheck, AFullOneAndAMissingOneHaveTheirCodes) {
  const Folder folder;
  EXPECT_EQ(check_disk({folder.path(), [](std::string_view) { return true; }}).code, StaffCode::StoreFull);
  EXPECT_EQ(check_disk({folder.path() + "/none", {}}).code, StaffCode::StoreUnavailable);
}

TEST(NetworkCheck, ACarrierCountsAndTheLoopDoesNot) {
  const Folder folder;
  folder.write("lo/operstate", "up\n");
  EXPECT_EQ(check_network(folder.path()).code, StaffCode::NetworkDown);
  folder.write("eth0/operstate", "down\n");
  EXPECT_EQ(check_network(folder.path()).code, StaffCode::NetworkDown);
  folder.write("eth0/operstate", "up\n");
  EXPECT_EQ(check_network(folder.path()).level, DeviceLevel::Good);
  EXPECT_EQ(check_network(folder.path() + "/none").level, DeviceLevel::Unknown);
}

TEST(SoundCheck, ACardIsNoProofThatSomebodyHearsIt) {
  const Folder folder;
  EXPECT_EQ(check_sound(folder.write("cards", " 0 [PCH            ]: HDA-Intel - HDA Intel PCH\n")).level, DeviceLevel::Unknown);
  EXPECT_EQ(check_sound(folder.write("none", "--- no soundcards ---\n")).level, DeviceLevel::Absent);
  EXPECT_EQ(check_sound(folder.path() + "/missing").level, DeviceLevel::Absent);
}

TEST(TouchCheck, AMouseIsNoTouchPanel) {
  const Folder folder;
  const std::string mouse = "N: Name=\"Mouse\"\nB: EV=17\nB: REL=903\n\n";
  EXPECT_EQ(check_touch(folder.write("mouse", mouse)).code, StaffCode::TouchDead);
  // As an ILITEK panel shows itself: ABS_MT_SLOT … ABS_MT_TRACKING_ID.
  const std::string panel = "N: Name=\"ILITEK ILITEK-TP\"\nB: EV=1b\nB: ABS=260800000000003\n";
  EXPECT_EQ(check_touch(folder.write("panel", mouse + panel)).level, DeviceLevel::Unknown);
  EXPECT_EQ(check_touch(folder.write("panel", mouse + panel)).note, "touch_present");
}

TEST(PackCheck, FreshStaleAndRefused) {
  catalog::Pack pack;
  pack.year = 2026;
  pack.verified = make_date(2026, 8, 25);
  catalog::Frame frame;
  catalog::Round round;
  round.deadline = {make_date(2026, 9, 29), 17 * 60};
  frame.rounds = {round};
  pack.frames = {frame};
  EXPECT_EQ(check_pack(pack, make_date(2026, 9, 1), {}).level, DeviceLevel::Good);
  EXPECT_EQ(check_pack(pack, make_date(2026, 9, 1), {}).arguments.back().second, "2026-09-29");
  EXPECT_EQ(check_pack(pack, make_date(2026, 11, 22), {}).code, StaffCode::PackStale);
  EXPECT_EQ(check_pack(pack, make_date(2026, 9, 1), StaffCode::CatalogSignature).level, DeviceLevel::Bad);
}

}  // namespace
}  // namespace desk::checks
