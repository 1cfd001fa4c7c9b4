// What is said of a part of the desk: on the staff's screens, on the self-test slip and by desk-ctl alike. Texts of section "device".
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "data/base/failure.h"
#include "data/text/text_catalog.h"

namespace desk::text {

// What was found, in a sentence: "白い紙に、すじが1本あります（左から42mm）。" Empty for an empty note. Arguments named date, deadline and
// places are given as data ("2026-11-22", "top_left right") and said in words.
[[nodiscard]] std::string found_words(const Words& words, const std::string& note, const std::vector<std::pair<std::string, std::string>>& arguments);
// The one-line cure, by the note or by the code; empty where there is nothing to do.
[[nodiscard]] std::string cure_words(const Words& words, const std::string& note, const std::optional<StaffCode>& code);

}  // namespace desk::text
