// The text of a message in the applicant's language. One SMS of UCS-2 carries 70 units; a second part would cost again and may arrive
// alone, so every language fits with the longest site name (tests/auth/message_text_test.cpp).
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "data/base/secret.h"
#include "data/text/text_catalog.h"

namespace desk::auth {

enum class Purpose { Visit, Resume, Page };
[[nodiscard]] std::string_view code_of(Purpose purpose);  // "visit", "resume", "page"
[[nodiscard]] std::optional<Purpose> purpose_from(std::string_view code);

// UTF-16 code units of UTF-8 text.
[[nodiscard]] std::size_t ucs2_units(std::string_view utf8);

inline constexpr std::size_t kLongestSiteName = 20;  // units; a longer name ends in "…"

[[nodiscard]] Secret message_text(const text::TextCatalog& catalog, text::Language language, Purpose purpose, std::string_view site,
                                  std::string_view code, std::string_view tag, std::chrono::seconds life);

}  // namespace desk::auth
