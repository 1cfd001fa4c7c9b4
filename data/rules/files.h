// Files: how the portal wants a file numbered, named and sized (factbook 5.4). Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "data/catalog/pack.h"

namespace desk::rules {

// 交付申請番号, e.g. KSS04-1234567: capital letters and digits of the frame, a hyphen, digits or latin letters.
struct ApplicationNumber {
  bool ok = false;
  std::string number;     // as the portal prints it, when ok
  std::string reason;     // when not ok: "empty", "application_number_form"
  // "prefix_unconfirmed": it looks like one, but the pack does not know its prefix for this frame (only KSS04 was found);
  // "number_placeholder": the X's of a form, not a number.
  std::vector<std::string> warnings;
};
// Full-width letters, spaces and every kind of hyphen are accepted, a prefix in small letters as well; the characters after the hyphen
// stay as typed. `frame` null: any frame of the pack.
[[nodiscard]] ApplicationNumber application_number(const catalog::Pack& pack, const catalog::Frame* frame, std::string_view typed);

// The form of this frame's numbers; null when none was found.
[[nodiscard]] const catalog::ApplicationNumberForm* application_number_form(const catalog::Pack& pack, const catalog::Frame* frame);
// What stands in file names while the number is not known: "KSS04-XXXXXXX", or "XXXXX-XXXXXXX" where no prefix is known.
[[nodiscard]] std::string placeholder_number(const catalog::Pack& pack, const catalog::Frame* frame);

// "KSS04-1234567_1.pdf"; `n` counts from 1 and is the attachment slot (取引先添付書類1, 2, …).
[[nodiscard]] std::string bundle_file_name(std::string_view number, int n);

struct FileName {
  bool ok = false;         // the portal would take the name exactly as it is written
  std::string name;        // as it should be, when that can be told (full-width digits made plain: trap T-19); else empty
  std::string number;      // of the application, when readable
  int n = 0;               // the bundle, when readable
  std::vector<std::string> reasons;   // "file_name_form", "file_name_number", "file_name_width", "file_name_extension"
  std::vector<std::string> warnings;  // those of the number
};
[[nodiscard]] FileName check_file_name(const catalog::Pack& pack, const catalog::Frame* frame, std::string_view name);

// One file against the size rules, which are two (trap T-18): an applicant's own paper above the limit means a call to the secretariat
// before applying; a partner's bundle is split.
struct FileSize {
  bool ok = false;         // the portal takes it
  std::vector<std::string> reasons;   // why not, and the way out in order: "recompress", then "call_secretariat" or "split_pages"
  std::vector<std::string> warnings;  // "recompress": above what the desk keeps to
};
[[nodiscard]] FileSize file_size(const catalog::FileRules& rules, catalog::Party party, std::int64_t bytes);

}  // namespace desk::rules
