#include "data/catalog/catalogue.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "data/base/document.h"
#include "data/catalog/reading.h"

namespace desk::catalog {

Names read_names(Fields& fields, std::string_view key) {
  Names names;
  const Node* node = fields.child(key);
  if (node == nullptr) {
    fields.complain(key, "missing");
    return names;
  }
  Fields sub = fields.sub(*node, key);
  names.ja = sub.text("ja");
  names.easy = sub.text("easy");
  names.en = sub.text("en");
  fields.adopt(sub.finish());
  return names;
}

Source read_source(Fields& fields) {
  Source source;
  source.text = fields.text("source");
  const std::string mark = fields.choice("confidence", {"H", "M", "L"});
  source.confidence = mark == "H" ? Confidence::High : mark == "M" ? Confidence::Medium : Confidence::Low;
  return source;
}

Yen read_yen(Fields& fields, std::string_view key) { return Yen{fields.whole(key, 0, kMostYen)}; }

Ratio read_rate(Fields& fields, std::string_view key) {
  const Ratio ratio = fields.ratio(key);
  if (fields.broken()) return ratio;
  if (ratio.num == 0) fields.complain(key, "rate of nothing");
  if (less(Ratio{1, 1}, ratio)) fields.complain(key, "rate above 1");
  return ratio;
}

std::vector<std::string> read_references(Fields& fields, std::string_view key, const std::vector<std::string>& known,
                                         std::string_view what) {
  std::vector<std::string> references = fields.texts(key);
  for (const std::string& reference : references) {
    if (!contains(known, reference)) {
      fields.complain(key, "\"" + reference + "\" is no " + std::string(what) + " of this pack");
    }
  }
  return references;
}

bool contains(const std::vector<std::string>& all, std::string_view wanted) {
  return std::find(all.begin(), all.end(), wanted) != all.end();
}

Result<Pack> load_pack(const std::string& file) {
  const auto document = load_toml(file, StaffCode::PackBroken);
  if (!document) return fail(document.error());
  Fields top(*document, file, StaffCode::PackBroken);
  Pack pack;
  pack.file = file;
  (void)top.whole("format", 1, 1);
  pack.year = static_cast<int>(top.whole("year", 2017, 2100));
  pack.name = read_names(top, "name");
  pack.applies_from = top.date("applies_from");
  pack.verified = top.date("verified");
  pack.prep_days = static_cast<int>(top.whole("prep_days", 0, 60));
  pack.source = read_source(top);
  read_frames(top, pack);
  read_rounds(top, pack);
  read_applicants(top, pack);
  read_steps(top, pack);
  read_papers(top, pack);
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
    const auto file = entry.path() / "pack.toml";
    if (std::filesystem::exists(file, error)) files.push_back(file.string());
  }
  std::sort(files.begin(), files.end());
  if (files.empty()) return fail(Failure{StaffCode::PackMissing, directory, "no YEAR/pack.toml in it"});
  auto offices = load_holidays((std::filesystem::path(directory) / "holidays.toml").string());
  if (!offices) return fail(offices.error());
  catalogue.offices_ = std::move(*offices);
  for (const std::string& file : files) {
    auto pack = load_pack(file);
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
