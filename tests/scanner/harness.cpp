#include "tests/scanner/harness.h"

#include <gtest/gtest.h>
#include <poll.h>
#include <signal.h>

#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <random>

#include "scanner/tray_environment.h"
#include "tests/places.h"

namespace desk::scanner::test {

namespace fs = std::filesystem;

Folder::Folder() {
  std::string name = (fs::temp_directory_path() / "desk-scanner-test-XXXXXX").string();
  path_ = mkdtemp(name.data());
}
Folder::~Folder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

std::string scan_helper() { return build_tree() + "/bin/desk-scan-helper"; }
std::string page_helper() { return build_tree() + "/bin/desk-page-helper"; }

void write_file(const fs::path& path, const std::string& text) { std::ofstream(path, std::ios::binary) << text; }

void write_pnm(const fs::path& path, const Pixels& page) {
  std::ofstream file(path, std::ios::binary);
  file << (page.channels == 3 ? "P6\n" : "P5\n") << page.width << " " << page.height << "\n255\n";
  file.write(reinterpret_cast<const char*>(page.bytes.data()), static_cast<std::streamsize>(page.bytes.size()));
}

Pixels text_page(int dpi, int seed, int channels, int width_mm, int height_mm) {
  const auto px = [dpi](double mm) { return static_cast<int>(mm / 25.4 * dpi + 0.5); };
  Pixels page = Pixels::blank(px(width_mm), px(height_mm), channels, dpi, 246);
  std::mt19937 random(static_cast<unsigned>(seed));
  const auto ink = [&](int x, int y, int width, int height) {
    for (int row = y; row < std::min(y + height, page.height); ++row) {
      for (int i = x * channels; i < std::min(x + width, page.width) * channels; ++i) page.row(row)[i] = 24;
    }
  };
  // Lines of "characters": a few strokes in each box of 4 mm.
  for (double y = 25; y < height_mm - 25; y += 8) {
    for (double x = 20; x < width_mm - 22; x += 4.4) {
      if (random() % 9 == 0) continue;
      for (int stroke = 0; stroke < 2; ++stroke) ink(px(x), px(y + 0.4 + 1.6 * static_cast<double>(random() % 3)), px(3.4), px(0.35));
      ink(px(x + 0.6 + 0.9 * static_cast<double>(random() % 3)), px(y), px(0.35), px(3.8));
    }
  }
  return page;
}

Told wait_for_last(Scanner& scanner, JobId job, const Peek& peek) {
  const SystemClock clock;
  const SteadyTime until = clock.steady() + std::chrono::seconds{60};
  Told told;
  while (clock.steady() < until) {
    pollfd waiting{scanner.event_fd(), POLLIN, 0};
    poll(&waiting, 1, 1000);
    bool last = false;
    for (ScanEvent& event : scanner.take_events()) {
      if (peek) peek(event);
      if (std::visit([](const auto& any) { return any.job; }, event) != job) continue;
      EXPECT_FALSE(last) << "an event after the last one";
      if (auto* progress = std::get_if<Progress>(&event)) told.progress.push_back(*progress);
      if (auto* page = std::get_if<PageReady>(&event)) told.pages.push_back(std::move(*page));
      if (auto* paper = std::get_if<PaperSensed>(&event)) told.paper.push_back(*paper);
      if (auto* found = std::get_if<DevicesFound>(&event)) {
        told.devices = found->devices;
        last = true;
      }
      if (auto* ended = std::get_if<Ended>(&event)) {
        told.ended = last = true;
        told.total = ended->pages;
      }
      if (auto* cancelled = std::get_if<Cancelled>(&event)) {
        told.cancelled = last = true;
        told.total = cancelled->pages;
      }
      if (auto* faulted = std::get_if<Faulted>(&event)) {
        told.fault = *faulted;
        told.total = faulted->pages;
        last = true;
      }
    }
    if (last) return told;
  }
  ADD_FAILURE() << "the order never ended";
  return told;
}

TrayDesk::TrayDesk(ScanLimits limits) : tray(tray_folder(folder.path().string())) {
  const auto environment = tray_environment(folder.path().string(), build_tree() + "/lib/sane");
  EXPECT_TRUE(environment.ok());
  SaneScannerOptions options{.helper = scan_helper(), .environment = *environment, .limits = limits};
  scanner = std::make_unique<SaneScanner>(std::move(options), clock);
}

void TrayDesk::put_sheets(int count, int channels) {
  for (int i = 1; i <= count; ++i) write_pnm(tray / ("s" + std::to_string(i) + (channels == 3 ? ".ppm" : ".pgm")), text_page(300, i, channels));
}

namespace {
int files_in(const fs::path& folder) {
  int count = 0;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) count += entry.path().extension() == ".ppm" || entry.path().extension() == ".pgm" ? 1 : 0;
  return count;
}
}  // namespace

int TrayDesk::sheets_left() const { return files_in(tray); }
int TrayDesk::sheets_out() const { return files_in(tray / "out"); }

Told TrayDesk::scan(ScanJob job) {
  const auto id = scanner->start(job);
  EXPECT_TRUE(id.ok());
  return wait_for_last(*scanner, *id);
}

bool gone(pid_t pid) { return kill(pid, 0) != 0 && errno == ESRCH; }

}  // namespace desk::scanner::test
