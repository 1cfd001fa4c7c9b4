// PracticeDesk: a whole desk beside the real one for staff to practise at: the real flow, rules and screens on parts that exist only here: a
// printer in memory, the tray scanner with specimen papers, SMS that never leave this process, a page in memory, and a store below the
// temporary folder that goes with it. Nothing of it can reach a real device, record, number or provider. Its parts are broken by switches;
// the same switches run in tests (tests/shell/practice_test.cpp).
#pragma once

#include <atomic>
#include <memory>
#include <string>

#include "auth/fake_auth_client.h"
#include "auth/page_client_fake.h"
#include "kiosk/shell/runner.h"
#include "kiosk/shell/specimen_tray.h"
#include "printer/fake_printer.h"

namespace desk::shell {

// The machine's clock, vouched for unless the switch says otherwise.
class PracticeClock final : public Clock {
 public:
  explicit PracticeClock(const Clock& real) : real_(real) {}
  void trust(bool trusted) { trusted_ = trusted; }
  [[nodiscard]] WallTime wall() const override { return real_.wall(); }
  [[nodiscard]] SteadyTime steady() const override { return real_.steady(); }
  [[nodiscard]] TimeStamp stamp() const override;

 private:
  const Clock& real_;
  std::atomic<bool> trusted_{true};
};

class PracticeDesk {
 public:
  // What the real desk lends: all outlive the practice.
  struct Lent {
    const config::DeskConfig& config;  // names of the site, paper width, days of retention
    const catalog::Catalogue& catalogue;
    const text::TextCatalog& texts;
    const Clock& clock;
  };
  // Takes a second or so (a store, a process that draws papers): from a worker. The desk is then used from the drawing thread alone.
  [[nodiscard]] static Result<std::unique_ptr<PracticeDesk>> open(const Lent& lent, const flow::PracticeDay& day);
  ~PracticeDesk();
  PracticeDesk(const PracticeDesk&) = delete;
  PracticeDesk& operator=(const PracticeDesk&) = delete;

  [[nodiscard]] Runner& runner() { return *runner_; }
  [[nodiscard]] const config::DeskConfig& config() const { return config_; }
  void set(flow::PracticeFault fault, bool on);
  // For tests: what came out of the printer, and the folder that goes with the practice.
  [[nodiscard]] printer::FakePrinterHandle& printer_handle() { return *printer_handle_; }
  [[nodiscard]] const std::string& directory() const { return directory_; }

 private:
  explicit PracticeDesk(const Clock& real) : clock_(real) {}
  [[nodiscard]] Done open_parts(const Lent& lent, const flow::PracticeDay& day);

  std::string directory_;
  config::DeskConfig config_;
  PracticeClock clock_;
  std::atomic<bool> disk_full_{false};
  std::unique_ptr<SpecimenTray> tray_;
  std::unique_ptr<store::Store> store_;
  std::unique_ptr<auth::FakeAuthClient> codes_;
  std::unique_ptr<auth::FakePageClient> page_;
  std::unique_ptr<scanner::Scanner> scanner_;
  std::optional<scanner::PageWork> page_work_;
  std::shared_ptr<printer::FakePrinterHandle> printer_handle_;
  std::unique_ptr<printer::Printer> printer_;
  std::unique_ptr<Runner> runner_;
};

}  // namespace desk::shell
