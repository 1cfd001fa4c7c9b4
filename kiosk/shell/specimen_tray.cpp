#include "kiosk/shell/specimen_tray.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "data/base/places.h"
#include "kiosk/shell/log.h"
#include "scanner/tray_environment.h"

namespace desk::shell {
namespace fs = std::filesystem;
namespace {

// A4 at the tray's 300 dpi, white: what the self-test of the scanner is fed with.
void lay_blank_sheet(const std::string& file) {
  constexpr int kWidth = 2480, kHeight = 3508;
  std::ofstream out(file, std::ios::binary);
  out << "P5\n" << kWidth << " " << kHeight << "\n255\n" << std::string(static_cast<std::size_t>(kWidth) * kHeight, '\xf8');
}

// Drawing takes seconds of a processor that a finger may want.
constexpr int kSpecimenNiceness = 10;
constexpr int kPaperAgeDays = 10;  // of the specimens on the day of the demonstration: fresh enough for any deadline near

// Specimen files by the kind of paper; names begin with these.
std::vector<std::string> specimens_of(const std::string& kind, bool sole_trader) {
  if (kind == "registry_full") return {"10-", "11-"};
  if (kind == "tax_1" || kind == "tax_2") return {sole_trader ? "40-" : "20-"};
  if (kind == "licence" || kind == "driving_record") return {"30-"};
  if (kind == "tax_return") return {"50-"};
  return {};
}

}  // namespace

Result<std::unique_ptr<SpecimenTray>> SpecimenTray::prepare(const std::string& directory) {
  std::unique_ptr<SpecimenTray> tray(new SpecimenTray(directory));
  auto environment = scanner::tray_environment(directory, program_folder() + "/../lib/sane");
  if (!environment) return fail(environment.error());
  tray->environment_ = std::move(*environment);
  return tray;
}

void SpecimenTray::draw(const Date& today) {
  auto drawing = ChildProcess::start(helper_program("desk-specimens"),
                                     {directory_ + "/specimens", to_string(plus_days(today, -kPaperAgeDays)), "--jpg"}, kSpecimenNiceness);
  if (drawing) drawing_ = std::move(*drawing);
}

std::string SpecimenTray::folder() const { return scanner::tray_folder(directory_); }

void SpecimenTray::feed(const PaperWanted& paper) {
  std::error_code problem;
  const std::string blank = folder() + "/00-blank.pgm";
  fs::remove(blank, problem);
  if (paper.kind == kBlankSheet) return lay_blank_sheet(blank);
  if (drawing_) {
    if (drawing_->wait() != 0) log_note("demonstration", "the specimen papers could not be drawn");
    drawing_.reset();
  }
  std::vector<fs::path> drawn;
  for (const auto& entry : fs::directory_iterator(directory_ + "/specimens", problem)) drawn.push_back(entry.path());
  std::sort(drawn.begin(), drawn.end());
  std::vector<fs::path> pile;
  const std::vector<std::string> prefixes = specimens_of(paper.kind, paper.sole_trader);
  for (const fs::path& sheet : drawn) {
    // Only our own sheets are taken out: what a person put into the folder is theirs.
    fs::remove(fs::path(folder()) / sheet.filename(), problem);
    const std::string name = sheet.filename().string();
    if (std::any_of(prefixes.begin(), prefixes.end(), [&](const std::string& prefix) { return name.starts_with(prefix); })) pile.push_back(sheet);
  }
  // Beyond the last sheet there is nothing left to feed: the person begins the pile again.
  const std::size_t first = paper.first >= 1 && static_cast<std::size_t>(paper.first) <= pile.size() ? static_cast<std::size_t>(paper.first) - 1 : 0;
  const std::size_t end = paper.alone ? std::min(first + 1, pile.size()) : pile.size();
  for (std::size_t i = first; i < end; ++i) {
    fs::copy_file(pile[i], fs::path(folder()) / pile[i].filename(), fs::copy_options::overwrite_existing, problem);
  }
}

}  // namespace desk::shell
