#include "data/base/language.h"

#include <algorithm>
#include <mutex>
#include <set>
#include <string>

namespace desk {

std::optional<Language> Language::from_code(std::string_view code) {
  const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
  if (code.size() < 2 || code.size() > 15 || code.front() < 'a' || !std::all_of(code.begin(), code.end(), fits)) return std::nullopt;
  for (const Language known : {Japanese, EasyJapanese, English}) {
    if (known.code_ == code) return known;
  }
  // Codes come from file names, flags and records of this desk; what a stranger sends is looked up among the files first.
  static std::mutex mutex;
  static std::set<std::string, std::less<>> codes;
  const std::lock_guard lock(mutex);
  auto kept = codes.find(code);
  if (kept == codes.end()) kept = codes.emplace(code).first;
  return Language(*kept);
}

}  // namespace desk
