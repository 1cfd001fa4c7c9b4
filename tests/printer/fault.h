// What the fault tests share: one job on the fixture over each line, and on the fake, with limits that a test can wait for.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "printer/fake_printer.h"
#include "printer/printer.h"
#include "tests/printer/bench_printer.h"
#include "tests/printer/escpos_paper.h"
#include "tests/printer/job_log.h"

namespace desk::printer::test {

// Waits that the fault runs into are short; those that a healthy answer must meet stay long, so a loaded machine changes no result.
inline PrinterLimits limits_for_faults() {
  PrinterLimits limits;
  limits.send_stall = std::chrono::milliseconds(1000);
  limits.finish = std::chrono::milliseconds(3000);
  limits.answer = std::chrono::milliseconds(1000);
  return limits;
}

// Long enough that no kernel buffer swallows it whole: 288 kB.
inline Raster1 long_slip() { return noise_slip(576, 4000, 7); }

struct JobEnd {
  JobPhase phase = JobPhase::Queued;
  StaffCode code = StaffCode::Internal;
  bool reached_printing = false;
};

inline JobEnd run_job(Printer& printer, Raster1 slip) {
  JobLog log;
  printer.print(std::move(slip), log.listener());
  const auto end = log.end_of();
  JobEnd result;
  if (end) result.phase = end->phase;
  result.code = code_of(end);
  for (JobPhase phase : log.phases()) result.reached_printing |= phase == JobPhase::Printing;
  return result;
}

inline std::unique_ptr<Printer> printer_at(const std::string& target, const PaperProfile& profile = {},
                                           const PrinterLimits& limits = limits_for_faults()) {
  auto made = make_printer(target, profile, limits);
  EXPECT_TRUE(made.ok());
  return std::move(*made);
}

inline JobEnd run_fake(FakeFault fault) {
  FakePrinter fake = make_fake_printer();
  fake.handle->cause(fault);
  return run_job(*fake.printer, noise_slip(576, 100, 1));
}

class OnEachLine : public testing::TestWithParam<Line> {
 protected:
  BenchPrinter bench_{GetParam()};
};

#define DESK_ON_EACH_LINE(suite)                                                               \
  INSTANTIATE_TEST_SUITE_P(Lines, suite, testing::Values(Line::Tcp, Line::Pty),                \
                           [](const auto& each) { return each.param == Line::Tcp ? "Tcp" : "Pty"; })

}  // namespace desk::printer::test
