// NameForms: which characters of names are written in several forms (高 and 髙, 辺 and 邉 and 邊), so that a person can choose their own.
// Kana-kanji conversion offers these late or never. Read from data/text/tables/name-forms.toml, where the sources are told.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "data/base/result.h"

namespace desk::text {

class NameForms {
 public:
  // A form that stands in two groups, or alone, is a failure with file and line.
  [[nodiscard]] static Result<NameForms> load(const std::string& directory);

  // All forms of this character, the commonest first and itself among them; empty when it has only one.
  [[nodiscard]] const std::vector<std::string>& of(std::string_view character) const;
  [[nodiscard]] const std::vector<std::vector<std::string>>& groups() const { return groups_; }

 private:
  std::vector<std::vector<std::string>> groups_;
  std::map<std::string, std::size_t, std::less<>> group_of_;
};

}  // namespace desk::text
