// One open SANE device, set up for a page of paper. Only this file's .cpp and device_list.cpp speak SANE.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "data/base/clock.h"
#include "data/base/result.h"
#include "scanner/helper/page_assembler.h"
#include "scanner/scanner.h"

namespace desk::scanner {

class SaneDevice {
 public:
  // ScannerGone, ScannerBusy, ScannerNotFound. `clock` must outlive the device.
  [[nodiscard]] static Result<SaneDevice> open(const std::string& name, const Clock& clock);
  SaneDevice(SaneDevice&&) noexcept;
  SaneDevice& operator=(SaneDevice&&) noexcept;
  ~SaneDevice();

  // Source, colour, 8 bits, resolution, A4. What a device has no option for is left as it is.
  [[nodiscard]] Done set_up(const ScanJob& job);
  // Whether one job may take more than one sheet: a feeder, or a device that tells that paper is waiting.
  [[nodiscard]] bool feeds() const;
  [[nodiscard]] PaperState paper() const;
  [[nodiscard]] int dpi() const;

  // Called between two pieces of data; return false to stop. percent: -1 when unknown.
  using Watch = std::function<bool(int percent)>;
  enum class Outcome { Page, NoMorePaper, Stopped };
  struct Sheet {
    Outcome outcome{};
    Pixels page;
  };
  // Takes the next sheet. `first`: the one right after opening, whose failure to start is tried once more, because many devices fail
  // exactly once after sleeping (scanservjs #425). `stall`: how long GOOD without a byte is believed. `reading`: once data may come.
  [[nodiscard]] Result<Sheet> next_sheet(bool first, std::chrono::milliseconds stall, const std::function<void()>& reading, const Watch& watch);
  void cancel();

 private:
  struct State;
  explicit SaneDevice(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

// sane_init and sane_exit around everything.
class SaneLibrary {
 public:
  SaneLibrary();
  ~SaneLibrary();
  SaneLibrary(const SaneLibrary&) = delete;
  SaneLibrary& operator=(const SaneLibrary&) = delete;
};

}  // namespace desk::scanner
