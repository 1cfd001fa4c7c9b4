// Files into a folder of the operator's: whole and flushed, or nothing at all.
#include "data/store/export_folder.h"

#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>

#include "tests/store/store_fixture.h"

namespace desk::store {
namespace {

namespace fs = std::filesystem;

class ExportFolder : public StoreTest {
 protected:
  void SetUp() override {
    StoreTest::SetUp();
    ASSERT_TRUE(fs::create_directory(stick()));
    application_ = fresh();
    ASSERT_TRUE(store->put_file(application_, "01_履歴事項_髙﨑商店.pdf", as_bytes("first file")));
    ASSERT_TRUE(store->put_file(application_, "02_納税証明.pdf", as_bytes("second file, longer")));
  }
  [[nodiscard]] fs::path stick() const { return folder.path() / "stick"; }
  [[nodiscard]] Result<ExportReport> go(ExportTarget target) {
    return export_application(*store, *store->application(application_), target, clock.wall(), {{"check.txt", "list"}});
  }
  [[nodiscard]] Result<ExportReport> go() { return go({stick(), /*mounted=*/false}); }
  [[nodiscard]] std::size_t entries() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(stick()), fs::directory_iterator()));
  }
  ApplicationId application_;
};

TEST_F(ExportFolder, TakesEveryFileByItsNameAndTheChecklist) {
  const auto report = go();
  ASSERT_TRUE(report) << report.error().message();
  EXPECT_EQ(report->files, 3);
  EXPECT_EQ(report->bytes, 10 + 19 + 4);
  const fs::path made = stick() / report->folder;
  EXPECT_TRUE(report->folder.starts_with(store->application(application_)->reception.text + "_")) << report->folder;
  EXPECT_EQ(slurp(made / "01_履歴事項_髙﨑商店.pdf"), "first file");
  EXPECT_EQ(slurp(made / "02_納税証明.pdf"), "second file, longer");
  EXPECT_EQ(slurp(made / "check.txt"), "list");
}

TEST_F(ExportFolder, TwiceInAMinuteMakesTwoFolders) {
  const auto first = go();
  const auto second = go();
  ASSERT_TRUE(first && second);
  EXPECT_NE(first->folder, second->folder);
  EXPECT_EQ(entries(), 2U);
}

TEST_F(ExportFolder, IsMissingWhenNothingIsSetOrThereOrMounted) {
  for (const ExportTarget& target : {ExportTarget{"", false}, ExportTarget{stick() / "none", false}, ExportTarget{stick(), true}}) {
    const auto report = go(target);
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, StaffCode::ExportFolderMissing) << target.directory;
  }
  EXPECT_EQ(entries(), 0U);
}

TEST_F(ExportFolder, ANameFromAFirmCannotLeaveTheFolder) {
  ASSERT_TRUE(store->put_file(application_, "../../etc/x:y.pdf", as_bytes("z")));
  const auto report = go();
  ASSERT_TRUE(report) << report.error().message();
  EXPECT_TRUE(fs::exists(stick() / report->folder / "_.._.._etc_x_y.pdf"));
  EXPECT_EQ(entries(), 1U);
}

// A stick without room, as the limit on the size of a file shows it: the second file does not fit.
TEST_F(ExportFolder, LeavesNothingBehindWhenThereIsNoRoom) {
  rlimit before{};
  ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &before), 0);
  rlimit tight = before;
  tight.rlim_cur = 12;
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &tight), 0);
  const auto report = go();
  setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, handler);
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().code, StaffCode::ExportFolderFull);
  EXPECT_EQ(entries(), 0U);
}

TEST_F(ExportFolder, LeavesNothingBehindWhenAFileOfTheRecordIsDamaged) {
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(options().directory) / "pages")) {
    if (entry.is_regular_file()) fs::resize_file(entry.path(), 5);
  }
  const auto report = go();
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().code, StaffCode::RecordDamaged);
  EXPECT_EQ(entries(), 0U);
}

}  // namespace
}  // namespace desk::store
