// 練習: opened from the staff's screen beside the real desk, broken by each switch once, and gone without a trace.
#include <gtest/gtest.h>
#include <poll.h>

#include <filesystem>

#include "kiosk/shell/practice_floor.h"
#include "tests/shell/desk_visit.h"

namespace desk::shell::test {
namespace {

using flow::Action;
using flow::DeviceKind;
using flow::PracticeFault;
using flow::Step;
using flow::TestItem;
using flow::TestOutcome;

class Practice : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(visit_.open()) << visit_.trouble();
    floor_.emplace(visit_.desk());
    sign_in();
    send(flow::StaffAreaChosen{Step::StaffTraining});
    ASSERT_TRUE(wait([&] { return !model().machine.practice.offered.empty(); }));
    send(flow::PracticeDayChosen{0});
    ASSERT_TRUE(wait([&] { return floor_->practice() != nullptr; }));
  }
  void TearDown() override { floor_.reset(); }

  Runner& runner() { return floor_->runner(); }
  const flow::Model& model() { return runner().model(); }
  void send(flow::Event event) { runner().dispatch(std::move(event)); }
  void press(Action action) { send(flow::Pressed{action}); }
  void type(std::string_view keys) {
    for (const char key : keys) send(flow::Typed{key});
  }
  bool wait(const std::function<bool()>& condition) {
    const SystemClock real;
    const SteadyTime end = real.steady() + std::chrono::seconds{60};
    while (true) {
      floor_->pump();
      if (condition()) return true;
      const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - real.steady());
      if (left.count() <= 0) return false;
      pollfd wanted{floor_->event_fd(), POLLIN, 0};
      poll(&wanted, 1, static_cast<int>(left.count()));
    }
  }
  bool settle() {
    return wait([&] { return !flow::busy(model()) && model().awaited == 0 && !model().resume.looking; });
  }
  void sign_in() {
    press(Action::CallStaff);
    press(Action::OpenStaff);
    type("1111");
    press(Action::Next);
    ASSERT_TRUE(settle());
    ASSERT_EQ(model().step, Step::StaffHome);
  }
  const flow::DeviceReport& ask(DeviceKind kind) {
    if (model().step != Step::StaffDevices) {
      sign_in();
      send(flow::StaffAreaChosen{Step::StaffDevices});
    }
    const auto quiet = [&] { return model().machine.devices.of(kind).order == 0; };
    EXPECT_TRUE(wait(quiet));
    send(flow::DeviceAsked{kind});
    EXPECT_TRUE(wait(quiet));
    return model().machine.devices.of(kind).report;
  }
  const flow::TestResult& test(TestItem item) {
    if (model().step != Step::StaffSelfTest) {
      sign_in();
      send(flow::StaffAreaChosen{Step::StaffSelfTest});
      press(Action::Next);
      press(Action::Back);
    }
    send(flow::TestItemChosen{item});
    press(Action::Next);
    EXPECT_TRUE(settle());
    return model().machine.self_test.of(item);
  }

  Folder folder_;
  DeskVisit visit_{folder_.path()};
  std::optional<PracticeFloor> floor_;
};

TEST_F(Practice, IsMarkedAsOneSitsApartAndLeavesNothing) {
  EXPECT_TRUE(runner().training());
  EXPECT_TRUE(model().machine.practice.here);
  EXPECT_TRUE(visit_.model().machine.practice.away);
  const std::string directory = floor_->practice()->directory();
  ASSERT_TRUE(std::filesystem::exists(directory));
  press(Action::Begin);
  press(Action::Next);
  ASSERT_TRUE(settle());
  EXPECT_TRUE(model().record_open);
  visit_.flush();
  EXPECT_TRUE(visit_.desk().store().applications()->empty()) << "the real desk's records are not touched";
  press(Action::OpenPractice);
  EXPECT_EQ(model().overlay, flow::Overlay::Practice);
  press(Action::EndPractice);
  ASSERT_TRUE(wait([&] { return floor_->practice() == nullptr; }));
  EXPECT_FALSE(std::filesystem::exists(directory));
  EXPECT_FALSE(visit_.model().machine.practice.away);
  EXPECT_EQ(visit_.model().step, Step::StaffTraining) << "back where staff left the real desk";
}

TEST_F(Practice, EachDeviceFaultIsWhatItIsCalled) {
  const auto cause = [&](PracticeFault fault) { send(flow::FaultToggled{fault}); };
  cause(PracticeFault::PaperOut);
  EXPECT_EQ(ask(DeviceKind::Printer).code, StaffCode::PrinterPaperOut);
  cause(PracticeFault::PrinterOff);
  EXPECT_EQ(ask(DeviceKind::Printer).code, StaffCode::PrinterGone);
  cause(PracticeFault::PrinterOff);
  EXPECT_EQ(ask(DeviceKind::Printer).level, flow::DeviceLevel::Good) << "switched off again it is mended";
  EXPECT_EQ(ask(DeviceKind::Clock).level, flow::DeviceLevel::Good);
  cause(PracticeFault::ClockUntrusted);
  EXPECT_EQ(ask(DeviceKind::Clock).code, StaffCode::ClockUntrusted);
  cause(PracticeFault::PageAway);
  EXPECT_EQ(ask(DeviceKind::Page).code, StaffCode::PageUnreachable);
  cause(PracticeFault::DiskFull);
  EXPECT_EQ(ask(DeviceKind::Disk).code, StaffCode::StoreFull);
  EXPECT_EQ(visit_.model().machine.devices.of(DeviceKind::Disk).report.level, flow::DeviceLevel::Unknown) << "the real desk heard nothing of it";
}

TEST_F(Practice, TheScannerJamsAndTheMessageIsRefusedOrCapped) {
  send(flow::FaultToggled{PracticeFault::ScannerJam});
  EXPECT_EQ(test(TestItem::Scanner).code, StaffCode::ScannerJammed);
  send(flow::FaultToggled{PracticeFault::ScannerJam});
  press(Action::Back);
  EXPECT_EQ(test(TestItem::Scanner).outcome, TestOutcome::Good);
  const auto message = [&](const char* number) -> const flow::TestResult& {
    if (!model().machine.self_test.overview) press(Action::Back);
    send(flow::TestItemChosen{TestItem::Sms});
    press(Action::TestSmsNumber);
    type(number);
    press(Action::Next);
    EXPECT_TRUE(settle());
    return model().machine.self_test.of(TestItem::Sms);
  };
  send(flow::FaultToggled{PracticeFault::SmsBusy});
  EXPECT_EQ(message("09012345671").code, StaffCode::SiteCapReached);
  send(flow::FaultToggled{PracticeFault::SmsRefused});
  EXPECT_EQ(message("09012345672").code, StaffCode::GatewayRefused);
  send(flow::FaultToggled{PracticeFault::SmsLate});
  EXPECT_EQ(message("09012345673").outcome, TestOutcome::Asking) << "nobody knows: the person says whether it arrived";
  press(Action::TestNo);
  EXPECT_EQ(model().machine.self_test.of(TestItem::Sms).code, StaffCode::GatewayUnknown);
}

}  // namespace
}  // namespace desk::shell::test
