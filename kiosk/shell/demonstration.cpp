#include "kiosk/shell/demonstration.h"

#include <stdlib.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "data/base/document.h"
#include "kiosk/shell/log.h"
#include "scanner/tray_environment.h"

namespace desk::shell {
namespace fs = std::filesystem;
namespace {

constexpr std::chrono::seconds kStartPatience{20};
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

Result<ChildProcess> start_auth(const std::string& directory, const std::string& role, int* port) {
  auto child = ChildProcess::start(program_folder() + "/desk-auth", {"--role", role, "--demonstration", directory});
  if (!child) return child;
  const auto line = child->read_line(kStartPatience);
  if (!line) return fail(line.error());
  const auto ready = parse_json(*line, "desk-auth " + role);
  if (!ready) return fail(ready.error());
  const Node* told = ready->find("port");
  if (port != nullptr && told != nullptr && told->integer() != nullptr) *port = static_cast<int>(*told->integer());
  return child;
}

}  // namespace

Result<std::unique_ptr<Demonstration>> Demonstration::start(const std::string& directory, const Date& today) {
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
  fs::create_directories(demo->config_.export_to.directory, problem);  // stands for the memory stick

  // Drawn while desk-auth starts: the papers are needed minutes later.
  auto specimens = ChildProcess::start(program_folder() + "/desk-specimens",
                                       {demo->directory_ + "/specimens", to_string(plus_days(today, -kPaperAgeDays)), "--jpg"});
  if (specimens) demo->specimens_ = std::move(*specimens);

  auto core = start_auth(demo->directory_, "core", nullptr);
  if (!core) return fail(core.error());
  demo->core_ = std::move(*core);
  int port = 0;
  auto page = start_auth(demo->directory_, "page", &port);
  if (!page) return fail(page.error());
  demo->page_ = std::move(*page);
  demo->config_.page.listen_port = port;
  demo->config_.page.base_url = "http://127.0.0.1:" + std::to_string(port);

  auto environment = scanner::tray_environment(demo->directory_, program_folder() + "/../lib/sane");
  if (!environment) return fail(environment.error());
  demo->scanner_environment_ = std::move(*environment);
  demo->config_.scanner.device = scanner::kTrayDevice;
  return demo;
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
