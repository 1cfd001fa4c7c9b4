#include "data/catalog/catalogue.h"

#include <algorithm>
#include <filesystem>
#include <future>
#include <system_error>

#include "data/base/document.h"
#include "data/catalog/reading.h"

namespace desk::catalog {

namespace {

bool names_a_year(const std::filesystem::path& folder) {
  const std::string name = folder.filename().string();
  return name.size() == 4 && std::all_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// A part of a pack, read into a tree that must outlive its Fields.
struct Part {
  Node node;
  std::string file;
};

Result<Part> load_part(const std::string& file) {
  auto document = load_toml(file, StaffCode::PackBroken);
  if (!document) return fail(document.error());
  return Part{std::move(*document), file};
}

void read_header(Fields& top, Pack& pack) {
  (void)top.whole("format", 1, 1);
  pack.year = static_cast<int>(top.whole("year", 2017, 2100));
  // A folder copied for a new year, and its year forgotten.
  const std::filesystem::path folder = std::filesystem::path(pack.file).parent_path();
  if (names_a_year(folder) && folder.filename() != std::to_string(pack.year)) {
    top.complain("year", "not that of its folder " + folder.filename().string());
  }
  pack.name = read_names(top, "name");
  pack.applies_from = top.date("applies_from");
  const int from = static_cast<int>(pack.applies_from.year());
  if (from < pack.year - 1 || from > pack.year + 1) top.complain("applies_from", "far from the programme's year");
  pack.verified = top.date("verified");
  pack.prep_days = static_cast<int>(top.whole("prep_days", 0, 60));
  pack.source = read_source(top);
}

}  // namespace

Result<Pack> load_pack(const std::string& file) {
  Pack pack;
  pack.file = file;
  const auto main = load_part(file);
  if (!main) return fail(main.error());
  Fields top(main->node, file, StaffCode::PackBroken);
  read_header(top, pack);
  read_frames(top, pack);
  if (auto done = top.finish(); !done) return fail(done.error());

  using Read = void (*)(Fields&, Pack&);
  const std::pair<std::string_view, Read> parts[] = {{"rounds.toml", read_rounds},
                                                     {"applicants.toml", read_applicants},
                                                     {"steps.toml", read_steps},
                                                     {"papers.toml", read_papers},
                                                     {"procedure.toml", read_procedure}};
  for (const auto& [name, read] : parts) {
    const auto part = load_part((std::filesystem::path(file).parent_path() / name).string());
    if (!part) return fail(part.error());
    Fields fields(part->node, part->file, StaffCode::PackBroken);
    read(fields, pack);
    if (auto done = fields.finish(); !done) return fail(done.error());
  }
  date_wage_rows(top, pack);
  if (auto done = top.finish(); !done) return fail(done.error());
  return pack;
}

Result<OfficeCalendar> load_holidays(const std::string& file) {
  const auto document = load_toml(file, StaffCode::PackBroken);
  if (!document) return fail(document.error());
  Fields top(*document, file, StaffCode::PackBroken);
  (void)top.whole("format", 1, 1);
  OfficeCalendar calendar;
  std::optional<Date> before;
  calendar.holidays = read_list<Holiday>(top, "holiday", [&](Fields& fields) {
    Holiday holiday;
    holiday.date = fields.date("date");
    holiday.name = read_names(fields, "name");
    holiday.source = read_source(fields);
    if (before && holiday.date <= *before) fields.complain("date", "not after the holiday before");
    before = holiday.date;
    return holiday;
  });
  if (auto done = top.finish(); !done) return fail(done.error());
  return calendar;
}

Result<Catalogue> Catalogue::load(const std::string& directory) {
  Catalogue catalogue;
  catalogue.directory_ = directory;
  std::vector<std::string> files;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(directory, error)) {
    // A year's folder without its pack.toml is a slip (a misspelt name), not a folder of something else.
    const auto file = entry.path() / "pack.toml";
    if (std::filesystem::exists(file, error) || (entry.is_directory(error) && names_a_year(entry.path()))) files.push_back(file.string());
  }
  std::sort(files.begin(), files.end());
  if (files.empty()) return fail(Failure{StaffCode::PackMissing, directory, "no YEAR/pack.toml in it"});
  // The packs are read beside each other: parsing them is most of what a start spends on the programme. Complaints keep their order.
  std::vector<std::future<Result<Pack>>> reading;
  for (const std::string& file : files) reading.push_back(std::async(load_pack, file));
  auto offices = load_holidays((std::filesystem::path(directory) / "holidays.toml").string());
  if (!offices) return fail(offices.error());
  catalogue.offices_ = std::move(*offices);
  for (std::size_t i = 0; i < files.size(); ++i) {
    const std::string& file = files[i];
    auto pack = reading[i].get();
    if (!pack) return fail(pack.error());
    if (catalogue.pack(pack->year) != nullptr) {
      return fail(Failure{StaffCode::PackBroken, file, "year " + std::to_string(pack->year) + " is there twice"});
    }
    catalogue.packs_.push_back(std::move(*pack));
  }
  std::sort(catalogue.packs_.begin(), catalogue.packs_.end(), [](const Pack& a, const Pack& b) { return a.year < b.year; });
  for (std::size_t i = 1; i < catalogue.packs_.size(); ++i) {
    if (catalogue.packs_[i].applies_from <= catalogue.packs_[i - 1].applies_from) {
      return fail(Failure{StaffCode::PackBroken, catalogue.packs_[i].file, "applies_from: not after the year before"});
    }
  }
  return catalogue;
}

const Pack& Catalogue::pack_for(const Date& date) const {
  const Pack* chosen = &packs_.front();
  for (const Pack& each : packs_) {
    if (each.applies_from <= date) chosen = &each;
  }
  return *chosen;
}

const Pack* Catalogue::pack(int year) const {
  for (const Pack& each : packs_) {
    if (each.year == year) return &each;
  }
  return nullptr;
}

}  // namespace desk::catalog
