#include <dirent.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <string_view>

#include "printer/printer_kinds.h"
#include "printer/queued_printer.h"

namespace desk::printer {
namespace {

constexpr std::string_view kPrefix = "receipt-";

// 0 for any other name, so that numbering starts at 1. What a crash left half written (".tmp") does not count; it is overwritten.
int number_in(std::string_view name) {
  if (!name.starts_with(kPrefix) || !(name.ends_with(".bin") || name.ends_with(".png"))) return 0;
  name.remove_prefix(kPrefix.size());
  int number = 0;
  const auto read = std::from_chars(name.data(), name.data() + name.size(), number);
  return read.ec == std::errc{} ? number : 0;
}

// A folder as a printer (pappl's device-file.c has the same idea): for the demonstration, tours and desks without a printer.
class FilePrinter final : public PrinterKind {
 public:
  FilePrinter(std::string directory, const PaperProfile& profile) : directory_(std::move(directory)), profile_(profile) {}

  Settled settle(const Raster1& slip, JobId /*job*/, const std::function<void()>& on_printing) override {
    if (slip.width != profile_.dots || slip.height <= 0) {
      return {JobPhase::Failed, Failure{StaffCode::BadInput, "slip", "not as wide as the paper"}, false};
    }
    const auto ready = status();
    if (!ready) return {JobPhase::Failed, ready.error(), false};
    on_printing();
    const std::string name = directory_ + "/" + std::string(kPrefix) + std::to_string(last_number() + 1);
    if (auto done = write_durably(encode_job(slip), name + ".bin"); !done) return {JobPhase::Failed, done.error(), false};
    if (auto done = write_png(slip, name + ".png"); !done) return {JobPhase::Failed, done.error(), false};
    return {JobPhase::Printed, std::nullopt, false};
  }

  Result<PrinterStatus> status() override {
    // One level only: a missing parent is a wrong setting, not a fresh desk.
    if (::mkdir(directory_.c_str(), 0700) != 0 && errno != EEXIST) return fail(gone(std::strerror(errno)));
    if (::access(directory_.c_str(), W_OK | X_OK) != 0) return fail(gone(std::strerror(errno)));
    struct stat about {};
    if (::stat(directory_.c_str(), &about) != 0 || !S_ISDIR(about.st_mode)) return fail(gone("not a folder"));
    return PrinterStatus{};
  }

 private:
  [[nodiscard]] Failure gone(std::string reason) const { return {StaffCode::PrinterGone, "file:" + directory_, std::move(reason)}; }

  [[nodiscard]] int last_number() const {
    int last = 0;
    DIR* folder = ::opendir(directory_.c_str());
    if (folder == nullptr) return 0;
    while (const dirent* entry = ::readdir(folder)) last = std::max(last, number_in(entry->d_name));
    ::closedir(folder);
    return last;
  }

  std::string directory_;
  PaperProfile profile_;
};

}  // namespace

std::unique_ptr<Printer> make_file_printer(std::string directory, const PaperProfile& profile) {
  std::string description = "file:" + directory;
  return std::make_unique<QueuedPrinter>(std::move(description), [&](int /*stop*/) {
    return std::make_unique<FilePrinter>(directory, profile);
  });
}

}  // namespace desk::printer
