// What the scanner's tests share: the real helper with the demonstration scanner or a stock SANE driver, sheets, and waiting for events.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "data/base/clock.h"
#include "scanner/page.h"
#include "scanner/sane_scanner.h"
#include "scanner/scanner.h"

namespace desk::scanner::test {

// A folder of its own that is removed at the end.
class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

[[nodiscard]] std::string scan_helper();
[[nodiscard]] std::string page_helper();
void write_file(const std::filesystem::path& path, const std::string& text);
void write_pnm(const std::filesystem::path& path, const Pixels& page);

// A page of black strokes like text, at 100 mm width or more; `seed` makes pages tell-apart.
[[nodiscard]] Pixels text_page(int dpi, int seed, int channels = 3, int width_mm = 210, int height_mm = 297);

// Everything told for one order until its last event, or a test failure after a minute.
struct Told {
  std::vector<Progress> progress;
  std::vector<PageReady> pages;
  std::vector<PaperSensed> paper;
  std::vector<Device> devices;
  bool ended = false;
  bool cancelled = false;
  std::optional<Faulted> fault;
  int total = -1;  // pages as the last event told them
};
using Peek = std::function<void(const ScanEvent&)>;
[[nodiscard]] Told wait_for_last(Scanner& scanner, JobId job, const Peek& peek = {});

// The demonstration scanner behind the real helper, loaded by SANE's own loader.
class TrayDesk {
 public:
  explicit TrayDesk(ScanLimits limits = {});
  void put_sheets(int count, int channels = 3);
  void put(const std::string& name, const std::string& text) { write_file(tray / name, text); }
  [[nodiscard]] int sheets_left() const;
  [[nodiscard]] int sheets_out() const;
  [[nodiscard]] Told scan(ScanJob job = {.device = "desk:tray", .dpi = 150});

  Folder folder;
  std::filesystem::path tray;
  SystemClock clock;
  std::unique_ptr<SaneScanner> scanner;
};

// True when no process of that id is left, not even as a zombie.
[[nodiscard]] bool gone(pid_t pid);

}  // namespace desk::scanner::test
