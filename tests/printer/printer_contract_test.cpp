// What every printer promises, run on the ESC/POS fixture over TCP and over a pty (as /dev/usb/lp and serial lines are opened), on a
// folder, and on the fake.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "printer/fake_printer.h"
#include "printer/printer.h"
#include "tests/printer/bench_printer.h"
#include "tests/printer/escpos_paper.h"
#include "tests/printer/job_log.h"

namespace desk::printer::test {
namespace {

using testing::ElementsAre;

constexpr int kDots = 576;

class Desk {
 public:
  virtual ~Desk() = default;
  virtual Printer& printer() = 0;
  virtual void destroy() = 0;
  // The n-th slip that came out, white feed below it cut away to `height`.
  virtual Raster1 slip(int n, int height) = 0;
};

class BenchDesk final : public Desk {
 public:
  explicit BenchDesk(Line line) : bench_(line) {
    auto made = make_printer(bench_.target(), PaperProfile{});
    if (made) printer_ = std::move(*made);
  }
  Printer& printer() override { return *printer_; }
  void destroy() override { printer_.reset(); }
  Raster1 slip(int n, int height) override {
    const EscposPaper paper = read_paper(bench_.slip(n));
    EXPECT_EQ(paper.complaint, "");
    EXPECT_EQ(paper.cuts, 1);
    return paper.dots.slice(0, height);
  }

 private:
  BenchPrinter bench_;
  std::unique_ptr<Printer> printer_;
};

class FolderDesk final : public Desk {
 public:
  FolderDesk() : printer_(std::move(*make_printer("file:" + folder_.path(), PaperProfile{}))) {}
  Printer& printer() override { return *printer_; }
  void destroy() override { printer_.reset(); }
  Raster1 slip(int n, int height) override {
    const EscposPaper paper = read_paper(bytes_of_file(folder_.path() + "/receipt-" + std::to_string(n) + ".bin"));
    EXPECT_EQ(paper.complaint, "");
    return paper.dots.slice(0, height);
  }

 private:
  TemporaryFolder folder_;
  std::unique_ptr<Printer> printer_;
};

class FakeDesk final : public Desk {
 public:
  Printer& printer() override { return *fake_.printer; }
  void destroy() override { fake_.printer.reset(); }
  Raster1 slip(int n, int height) override { return fake_.handle->slips().at(static_cast<std::size_t>(n) - 1).slice(0, height); }

 private:
  FakePrinter fake_ = make_fake_printer();
};

struct Kind {
  const char* name;
  std::unique_ptr<Desk> (*make)();
};

class EveryPrinter : public testing::TestWithParam<Kind> {
 protected:
  std::unique_ptr<Desk> desk_ = GetParam().make();
};

TEST_P(EveryPrinter, ConfirmsASlipAndPutsEveryDotOnPaper) {
  const Raster1 slip = noise_slip(kDots, 700, 1);
  JobLog log;
  const JobId job = desk_->printer().print(slip, log.listener());
  const auto end = log.end_of();
  ASSERT_TRUE(end);
  EXPECT_FALSE(end->failure) << end->failure->message();
  EXPECT_EQ(end->job, job);
  EXPECT_THAT(log.phases(), ElementsAre(JobPhase::Printing, JobPhase::Printed));
  EXPECT_TRUE(desk_->slip(1, slip.height) == slip);
}

TEST_P(EveryPrinter, PrintsSlipsInTheOrderTheyWereGiven) {
  JobLog log;
  const Raster1 first = noise_slip(kDots, 300, 2);
  const Raster1 second = noise_slip(kDots, 257, 3);
  const JobId one = desk_->printer().print(first, log.listener());
  const JobId two = desk_->printer().print(second, log.listener());
  EXPECT_NE(one, two);
  ASSERT_TRUE(log.end_of(2));
  EXPECT_THAT(log.phases(), ElementsAre(JobPhase::Printing, JobPhase::Printed, JobPhase::Printing, JobPhase::Printed));
  EXPECT_EQ(log.states()[1].job, one);
  EXPECT_EQ(log.states()[3].job, two);
  EXPECT_TRUE(desk_->slip(1, first.height) == first);
  EXPECT_TRUE(desk_->slip(2, second.height) == second);
}

TEST_P(EveryPrinter, CallsBackOnItsOwnThreadOnly) {
  JobLog log;
  desk_->printer().print(noise_slip(kDots, 64, 4), log.listener());
  ASSERT_TRUE(log.end_of());
  for (const auto& thread : log.threads()) {
    EXPECT_NE(thread, std::this_thread::get_id());
    EXPECT_EQ(thread, log.threads().front());
  }
}

TEST_P(EveryPrinter, TellsThatItIsWell) {
  std::promise<Result<PrinterStatus>> heard;
  desk_->printer().check([&](const Result<PrinterStatus>& status) { heard.set_value(status); });
  const auto status = heard.get_future().get();
  ASSERT_TRUE(status.ok()) << status.error().message();
  EXPECT_EQ(*status, PrinterStatus{});
}

TEST_P(EveryPrinter, RefusesASlipOfAnotherWidth) {
  JobLog log;
  desk_->printer().print(noise_slip(kDots - 8, 64, 5), log.listener());
  EXPECT_EQ(code_of(log.end_of()), StaffCode::BadInput);
  EXPECT_THAT(log.phases(), ElementsAre(JobPhase::Failed));
}

TEST_P(EveryPrinter, EndsEveryJobExactlyOnceWhenItIsDestroyed) {
  JobLog log;
  constexpr int kJobs = 5;
  for (unsigned i = 0; i < kJobs; ++i) desk_->printer().print(noise_slip(kDots, 2000, i), log.listener());
  desk_->destroy();
  std::map<JobId, int> ends;
  for (const JobState& state : log.states()) ends[state.job] += is_final(state.phase) ? 1 : 0;
  EXPECT_EQ(ends.size(), kJobs);
  for (const auto& [job, count] : ends) EXPECT_EQ(count, 1) << job;
}

INSTANTIATE_TEST_SUITE_P(
    Printers, EveryPrinter,
    testing::Values(Kind{"Tcp", []() -> std::unique_ptr<Desk> { return std::make_unique<BenchDesk>(Line::Tcp); }},
                    Kind{"Pty", []() -> std::unique_ptr<Desk> { return std::make_unique<BenchDesk>(Line::Pty); }},
                    Kind{"Folder", []() -> std::unique_ptr<Desk> { return std::make_unique<FolderDesk>(); }},
                    Kind{"Fake", []() -> std::unique_ptr<Desk> { return std::make_unique<FakeDesk>(); }}),
    [](const auto& each) { return std::string(each.param.name); });

}  // namespace
}  // namespace desk::printer::test
