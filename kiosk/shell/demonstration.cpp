#include "kiosk/shell/demonstration.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "data/base/crypto.h"
#include "data/base/document.h"
#include "kiosk/shell/log.h"
#include "scanner/tray_environment.h"

namespace desk::shell {
namespace fs = std::filesystem;
namespace {

constexpr std::chrono::seconds kStartPatience{20};
constexpr int kSpecimenNiceness = 10;
// A4 at the tray's 300 dpi, white: what the self-test of the scanner is fed with.
void lay_blank_sheet(const std::string& file) {
  constexpr int kWidth = 2480, kHeight = 3508;
  std::ofstream out(file, std::ios::binary);
  out << "P5\n" << kWidth << " " << kHeight << "\n255\n" << std::string(static_cast<std::size_t>(kWidth) * kHeight, '\xf8');
}

constexpr int kPaperAgeDays = 10;  // of the specimens on the day of the demonstration: fresh enough for any deadline near

// Specimen files by the kind of paper; names begin with these.
std::vector<std::string> specimens_of(const std::string& kind, bool sole_trader) {
  if (kind == "registry_full") return {"10-", "11-"};
  if (kind == "tax_1" || kind == "tax_2") return {sole_trader ? "40-" : "20-"};
  if (kind == "licence" || kind == "driving_record") return {"30-"};
  if (kind == "tax_return") return {"50-"};
  return {};
}

Result<ChildProcess> start_auth(const std::string& directory, const std::string& role) {
  return ChildProcess::start(program_folder() + "/desk-auth", {"--role", role, "--demonstration", directory});
}

// What it says when it serves; 0 for a role without a port.
Result<int> port_told(ChildProcess& child, const std::string& role) {
  const auto line = child.read_line(kStartPatience);
  if (!line) return fail(line.error());
  const auto ready = parse_json(*line, "desk-auth " + role);
  if (!ready) return fail(ready.error());
  const Node* told = ready->find("port");
  return told != nullptr && told->integer() != nullptr ? static_cast<int>(*told->integer()) : 0;
}

// The secret by which kiosk and desk-auth know each other: made here, so that neither has to wait for the other to make it.
Done make_secret(const std::string& path) {
  if (fs::exists(path)) return {};
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (file < 0) return fail(Failure{StaffCode::StoreUnavailable, path, "cannot be made"});
  const std::string line = "desk:" + crypto::new_link_token().text + "\n";
  const bool written = ::write(file, line.data(), line.size()) == static_cast<ssize_t>(line.size());
  ::close(file);
  if (!written) return fail(Failure{StaffCode::StoreFull, path, "cannot be written"});
  return {};
}

}  // namespace

Result<std::unique_ptr<Demonstration>> Demonstration::prepare(const std::string& directory) {
  std::unique_ptr<Demonstration> demo(new Demonstration);
  demo->directory_ = directory;
  if (directory.empty()) {
    std::string pattern = fs::temp_directory_path() / "desk-kiosk-XXXXXX";
    if (mkdtemp(pattern.data()) == nullptr) return fail(Failure{StaffCode::StoreUnavailable, pattern, "no temporary folder"});
    demo->directory_ = pattern;
    demo->remove_ = true;
  }
  std::error_code problem;
  fs::create_directories(demo->directory_, problem);
  demo->config_ = config::demonstration(demo->directory_);
  if (auto made = make_secret(demo->config_.auth.secret_file); !made) return fail(made.error());
  fs::create_directories(demo->config_.export_to.directory, problem);  // stands for the memory stick
  auto environment = scanner::tray_environment(demo->directory_, program_folder() + "/../lib/sane");
  if (!environment) return fail(environment.error());
  demo->scanner_environment_ = std::move(*environment);
  demo->config_.scanner.device = scanner::kTrayDevice;
  return demo;
}

Result<int> Demonstration::launch(const Date& today) {
  // Both at once: each reads texts and keys of its own for a while before it serves.
  auto core = start_auth(directory_, "core");
  if (!core) return fail(core.error());
  core_ = std::move(*core);
  auto page = start_auth(directory_, "page");
  if (!page) return fail(page.error());
  page_ = std::move(*page);
  // The papers are needed minutes later, and drawing them takes seconds of a processor that a finger may want.
  auto specimens = ChildProcess::start(program_folder() + "/desk-specimens",
                                       {directory_ + "/specimens", to_string(plus_days(today, -kPaperAgeDays)), "--jpg"}, kSpecimenNiceness);
  if (specimens) specimens_ = std::move(*specimens);
  if (const auto core_ready = port_told(*core_, "core"); !core_ready) return fail(core_ready.error());
  return port_told(*page_, "page");
}

Demonstration::~Demonstration() {
  page_.reset();
  core_.reset();
  specimens_.reset();
  if (remove_) {
    std::error_code problem;
    fs::remove_all(directory_, problem);
  }
}

std::string Demonstration::tray() const { return scanner::tray_folder(directory_); }

void Demonstration::feed(const PaperWanted& paper) {
  std::error_code problem;
  const std::string blank = tray() + "/00-blank.pgm";
  fs::remove(blank, problem);
  if (paper.kind == kBlankSheet) return lay_blank_sheet(blank);
  if (specimens_) {
    if (specimens_->wait() != 0) log_note("demonstration", "the specimen papers could not be drawn");
    specimens_.reset();
  }
  std::vector<fs::path> drawn;
  for (const auto& entry : fs::directory_iterator(directory_ + "/specimens", problem)) drawn.push_back(entry.path());
  std::sort(drawn.begin(), drawn.end());
  std::vector<fs::path> pile;
  const std::vector<std::string> prefixes = specimens_of(paper.kind, paper.sole_trader);
  for (const fs::path& sheet : drawn) {
    // Only our own sheets are taken out: what a person put into the folder is theirs.
    fs::remove(fs::path(tray()) / sheet.filename(), problem);
    const std::string name = sheet.filename().string();
    if (std::any_of(prefixes.begin(), prefixes.end(), [&](const std::string& prefix) { return name.starts_with(prefix); })) pile.push_back(sheet);
  }
  // Beyond the last sheet there is nothing left to feed: the person begins the pile again.
  const std::size_t first = paper.first >= 1 && static_cast<std::size_t>(paper.first) <= pile.size() ? static_cast<std::size_t>(paper.first) - 1 : 0;
  const std::size_t end = paper.alone ? std::min(first + 1, pile.size()) : pile.size();
  for (std::size_t i = first; i < end; ++i) {
    fs::copy_file(pile[i], fs::path(tray()) / pile[i].filename(), fs::copy_options::overwrite_existing, problem);
  }
}

}  // namespace desk::shell
