// The contract of scanner.h, on the fake and, through the real helper, on the demonstration scanner and on SANE's own test drivers.
#include <gtest/gtest.h>

#include "scanner/fake_scanner.h"
#include "scanner/tray_environment.h"
#include "tests/scanner/harness.h"

namespace desk::scanner::test {
namespace {

// One scanner under test, with as many sheets as it can be given.
class Subject {
 public:
  virtual ~Subject() = default;
  virtual Scanner& scanner() = 0;
  virtual std::string device() const = 0;
  virtual int sheets() const = 0;        // that a feeder job yields
  virtual bool has_flatbed() const = 0;
  virtual bool can_run_empty() const = 0;  // after a job the feeder is really empty
};

class FakeSubject final : public Subject {
 public:
  FakeSubject() {
    for (int i = 0; i < 3; ++i) fake_.put_sheet(*finish_page(text_page(150, i)));
    fake_.lay_on_glass(*finish_page(text_page(150, 9)));
  }
  Scanner& scanner() override { return fake_; }
  std::string device() const override { return "fake:0"; }
  int sheets() const override { return 3; }
  bool has_flatbed() const override { return true; }
  bool can_run_empty() const override { return true; }

 private:
  FakeScanner fake_;
};

class TraySubject final : public Subject {
 public:
  TraySubject() { desk_.put_sheets(3); }
  Scanner& scanner() override { return *desk_.scanner; }
  std::string device() const override { return kTrayDevice; }
  int sheets() const override { return 3; }
  bool has_flatbed() const override { return false; }  // its glass takes the feeder's first sheet; tested in tray_test
  bool can_run_empty() const override { return true; }

 private:
  TrayDesk desk_;
};

// A stock driver of Debian behind the real helper.
class StockSubject : public Subject {
 public:
  explicit StockSubject(const std::string& driver) {
    write_file(folder_.path() / "dll.conf", driver + "\n");
    std::filesystem::create_directories(folder_.path() / "dll.d");
    if (driver == "test") {
      // Debian's own test.conf stops at 200 mm, so A4 does not fit; small numbers keep the test short.
      write_file(folder_.path() / "test.conf", "number_of_devices 1\nmode Color\ngeometry_max 300.0\nresolution_min 1.0\nresolution_max 1200.0\n"
                                               "resolution_quant 1.0\ngeometry_min 0.0\ngeometry_quant 0.0\ntest-picture \"Color pattern\"\n");
    }
    SaneScannerOptions options{.helper = scan_helper(), .environment = {{"SANE_CONFIG_DIR", folder_.path().string()}}};
    scanner_ = std::make_unique<SaneScanner>(std::move(options), clock_);
  }
  Scanner& scanner() override { return *scanner_; }

 protected:
  Folder folder_;

 private:
  SystemClock clock_;
  std::unique_ptr<SaneScanner> scanner_;
};

class TestDriverSubject final : public StockSubject {
 public:
  TestDriverSubject() : StockSubject("test") {}
  std::string device() const override { return "test:0"; }
  int sheets() const override { return 10; }  // built in
  bool has_flatbed() const override { return true; }
  bool can_run_empty() const override { return false; }  // counts anew at each open
};

using Make = std::unique_ptr<Subject> (*)();
struct Case {
  const char* name;
  Make make;
};
class ScannerContract : public testing::TestWithParam<Case> {
 protected:
  std::unique_ptr<Subject> subject_ = GetParam().make();
  ScanJob job(Source source = Source::FeederOrFlatbed, int most = 0) const {
    return {.device = subject_->device(), .source = source, .dpi = 100, .most_pages = most};
  }
};

TEST_P(ScannerContract, EverySheetOfTheFeederBecomesAPageInOrder) {
  const auto id = subject_->scanner().start(job());
  ASSERT_TRUE(id.ok());
  const Told told = wait_for_last(subject_->scanner(), *id);
  EXPECT_TRUE(told.ended) << (told.fault ? told.fault->failure.message() : "");
  ASSERT_EQ(static_cast<int>(told.pages.size()), subject_->sheets());
  EXPECT_EQ(told.total, subject_->sheets());
  for (std::size_t i = 0; i < told.pages.size(); ++i) {
    EXPECT_EQ(told.pages[i].number, static_cast<int>(i) + 1);
    const ScannedPage& page = told.pages[i].page;
    const auto facts = read_jpeg_facts(page.jpeg);
    ASSERT_TRUE(facts.ok());
    EXPECT_EQ(facts->width, page.width);
    EXPECT_EQ(facts->dpi, page.dpi);
    EXPECT_NEAR(page.width * 25.4 / page.dpi, 210, 1.5);
    EXPECT_NEAR(page.height * 25.4 / page.dpi, 297, 1.5);
    EXPECT_EQ(page.preview.rgba.size(), static_cast<std::size_t>(page.preview.width * page.preview.height * 4));
  }
  ASSERT_FALSE(told.progress.empty());
  EXPECT_EQ(told.progress.back().percent, 100);
}

TEST_P(ScannerContract, AskedForTwoSheetsItTakesTwo) {
  const auto id = subject_->scanner().start(job(Source::Feeder, 2));
  const Told told = wait_for_last(subject_->scanner(), *id);
  EXPECT_TRUE(told.ended);
  EXPECT_EQ(told.pages.size(), 2U);
}

TEST_P(ScannerContract, TheFlatbedGivesOnePage) {
  if (!subject_->has_flatbed()) GTEST_SKIP() << "no flatbed of its own";
  const auto id = subject_->scanner().start(job(Source::Flatbed));
  const Told told = wait_for_last(subject_->scanner(), *id);
  EXPECT_TRUE(told.ended);
  EXPECT_EQ(told.pages.size(), 1U);
}

TEST_P(ScannerContract, AnEmptyFeederSaysSo) {
  if (!subject_->can_run_empty()) GTEST_SKIP() << "its feeder refills itself";
  (void)wait_for_last(subject_->scanner(), *subject_->scanner().start(job()));
  const Told told = wait_for_last(subject_->scanner(), *subject_->scanner().start(job()));
  ASSERT_TRUE(told.fault.has_value());
  EXPECT_EQ(told.fault->failure.code, StaffCode::ScannerEmpty);
  EXPECT_EQ(told.fault->sheet, 0);
}

TEST_P(ScannerContract, TheListNamesTheDevice) {
  const auto id = subject_->scanner().list_devices();
  ASSERT_TRUE(id.ok());
  const Told told = wait_for_last(subject_->scanner(), *id);
  ASSERT_FALSE(told.devices.empty());
  EXPECT_EQ(told.devices.front().name, subject_->device());
}

TEST_P(ScannerContract, CancellingAnUnknownJobChangesNothing) {
  subject_->scanner().cancel(JobId{4711});
  const Told told = wait_for_last(subject_->scanner(), *subject_->scanner().start(job(Source::Feeder, 1)));
  EXPECT_TRUE(told.ended);
}

TEST_P(ScannerContract, AWatchGivesWayToAScan) {
  Scanner& scanner = subject_->scanner();
  const auto watch = scanner.watch_paper(subject_->device());
  ASSERT_TRUE(watch.ok());
  const auto scan = scanner.start(job(Source::Feeder, 1));
  ASSERT_TRUE(scan.ok());
  bool watch_ended = false;
  const Told told = wait_for_last(scanner, *scan, [&](const ScanEvent& event) {
    const auto* cancelled = std::get_if<Cancelled>(&event);
    watch_ended = watch_ended || (cancelled != nullptr && cancelled->job == *watch);
  });
  EXPECT_TRUE(told.ended);
  EXPECT_TRUE(watch_ended);
}

INSTANTIATE_TEST_SUITE_P(All, ScannerContract,
                         testing::Values(Case{"Fake", [] { return std::unique_ptr<Subject>(new FakeSubject); }},
                                         Case{"Tray", [] { return std::unique_ptr<Subject>(new TraySubject); }},
                                         Case{"SaneTestDriver", [] { return std::unique_ptr<Subject>(new TestDriverSubject); }}),
                         [](const auto& tested) { return std::string(tested.param.name); });

// `pnm` has no feeder, no source, and says EOF instead of NO_DOCS: one page, then the end.
TEST(PnmDriver, ADeviceWithoutASourceGivesOnePageAndNoMore) {
  class PnmSubject final : public StockSubject {
   public:
    PnmSubject() : StockSubject("pnm") {}
    std::string device() const override { return "pnm:0"; }
    int sheets() const override { return 1; }
    bool has_flatbed() const override { return false; }
    bool can_run_empty() const override { return false; }
  } subject;
  // Its file name is an option that the desk never sets; without one it refuses to start, which must be told and not hang.
  const Told told = wait_for_last(subject.scanner(), *subject.scanner().start({.device = "pnm:0", .dpi = 100}));
  EXPECT_TRUE(told.ended || told.fault.has_value());
  if (told.ended) {
    EXPECT_EQ(told.pages.size(), 1U);
  }
}

TEST(FakeScanner, AJobThatIsHeldCanBeCancelled) {
  FakeScanner fake;
  fake.put_sheet(*finish_page(text_page(100, 1)));
  fake.hold(true);
  const auto id = fake.start({});
  EXPECT_FALSE(fake.start({}).ok());
  fake.cancel(*id);
  EXPECT_TRUE(wait_for_last(fake, *id).cancelled);
  EXPECT_EQ(fake.sheets_left(), 1);
}

TEST(FakeScanner, AJamLeavesThePagesBeforeItAndTheSheetsBehind) {
  FakeScanner fake;
  for (int i = 0; i < 3; ++i) fake.put_sheet(*finish_page(text_page(100, i)));
  fake.fail_sheet(2, StaffCode::ScannerJammed);
  const Told first = wait_for_last(fake, *fake.start({}));
  ASSERT_TRUE(first.fault);
  EXPECT_EQ(first.fault->failure.code, StaffCode::ScannerJammed);
  EXPECT_EQ(first.pages.size(), 1U);
  EXPECT_EQ(wait_for_last(fake, *fake.start({})).pages.size(), 2U);
}

}  // namespace
}  // namespace desk::scanner::test
