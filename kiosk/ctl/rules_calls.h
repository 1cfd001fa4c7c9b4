// What the calls of the group `rules` share; private to this folder.
#pragma once

#include <string>
#include <vector>

#include "data/rules/readiness.h"
#include "data/rules/reason.h"
#include "kiosk/ctl/verb.h"

namespace desk::ctl {

struct PackAndFrame {
  const catalog::Pack* pack = nullptr;
  const catalog::Frame* frame = nullptr;
};
// By the keys `year` and `frame`; a year or frame that is not there is bad input.
[[nodiscard]] Result<PackAndFrame> pack_and_frame(const Input& input, Context& context);
[[nodiscard]] Result<const catalog::Pack*> pack_of_year(const Input& input, Context& context);

// A verb of the group with nothing but its name: every call that asks the rules something can be asked in a batch.
[[nodiscard]] Verb rules_verb(std::string name, std::string about);

[[nodiscard]] std::optional<int> count_of(const Input& input, std::string_view key);

[[nodiscard]] Key year_key(bool required = true);
[[nodiscard]] Key frame_key();
[[nodiscard]] Key entity_key(bool required);

// Frame ids as a list; one that the pack does not know is bad input at `key`.
[[nodiscard]] Result<std::vector<std::string>> frames_of(const Input& input, const std::string& key, const catalog::Pack& pack);
// What the steps are asked by, the same in `plan` and `readiness`.
[[nodiscard]] std::vector<Key> readiness_keys();
[[nodiscard]] rules::ReadinessInput readiness_of(const Input& input);

// {"year": 2026, "verified": "2026-09-20"}: what every figure is printed with.
[[nodiscard]] Node pack_node(const catalog::Pack& pack);
[[nodiscard]] Node date_node(const std::optional<Date>& date);  // null when there is none
[[nodiscard]] Node text_node(std::string_view text);
[[nodiscard]] Node text_or_null(std::string_view text);  // null when empty
[[nodiscard]] Node yen_node(Yen yen);
[[nodiscard]] Node flag_node(bool flag);
[[nodiscard]] Node whole_node(std::int64_t whole);
[[nodiscard]] Node texts_node(const std::vector<std::string>& texts);
[[nodiscard]] Node codes_node(const std::vector<rules::Reason>& reasons);
// A code's arguments as members of one table, whole numbers as such; null when there are none.
[[nodiscard]] Node args_node(const std::vector<std::pair<std::string, std::string>>& args);

[[nodiscard]] Verb estimate_verb();
[[nodiscard]] Verb eligibility_verb();
[[nodiscard]] Verb combination_verb();
[[nodiscard]] Verb requirements_verb();
[[nodiscard]] Verb readiness_verb();
[[nodiscard]] Verb plan_verb();
[[nodiscard]] Verb validity_verb();
[[nodiscard]] Verb corporate_number_verb();
[[nodiscard]] Verb phone_verb();
[[nodiscard]] Verb ask_verb();
[[nodiscard]] Verb schema_verb();
[[nodiscard]] Verb documents_verb();
[[nodiscard]] Verb filing_verb();
[[nodiscard]] Verb japanese_date_verb();
[[nodiscard]] Verb application_number_verb();
[[nodiscard]] Verb file_name_verb();
[[nodiscard]] Verb file_size_verb();
[[nodiscard]] Verb bundle_verb();

}  // namespace desk::ctl
