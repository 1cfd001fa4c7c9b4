// Catalogue: all packs of the desk and the office calendar, read once at start. Immutable afterwards; safe to read from any thread.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "data/base/result.h"
#include "data/catalog/pack.h"

namespace desk::catalog {

class Catalogue {
 public:
  // Reads DIR/holidays.toml and every DIR/YEAR/ that has a pack.toml. The first complaint (StaffCode::PackBroken) names file, line and reason;
  // no pack at all is StaffCode::PackMissing.
  [[nodiscard]] static Result<Catalogue> load(const std::string& directory);

  // The pack that the date picks: the newest whose applies_from is not later (the oldest for dates before all). After the last known
  // round of a year it is still that year's, whose rounds are then simply all closed.
  [[nodiscard]] const Pack& pack_for(const Date& date) const;
  // Null when the year is not there.
  [[nodiscard]] const Pack* pack(int year) const;

  [[nodiscard]] const std::vector<Pack>& packs() const { return packs_; }  // by year
  [[nodiscard]] const OfficeCalendar& offices() const { return offices_; }
  [[nodiscard]] const std::string& directory() const { return directory_; }

 private:
  std::vector<Pack> packs_;
  OfficeCalendar offices_;
  std::string directory_;
};

// The files of which every pack consists; golden.toml with its worked examples stands beside them.
inline constexpr std::array<std::string_view, 6> kPackFiles = {"pack.toml", "rounds.toml", "applicants.toml", "steps.toml", "papers.toml", "procedure.toml"};

// For tests and for `desk-ctl catalog check`, which wants the complaint of every pack and not only the first. `file` is YEAR/pack.toml; the
// other files are read from beside it, and a complaint names the one that it is about.
[[nodiscard]] Result<Pack> load_pack(const std::string& file);
[[nodiscard]] Result<OfficeCalendar> load_holidays(const std::string& file);

}  // namespace desk::catalog
