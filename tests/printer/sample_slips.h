// Sample slips in every language, as the flow would fill them in. Shared by the tests of words, layout and pictures.
#pragma once

#include <string>

#include "data/text/text_catalog.h"
#include "data/text/typesetter.h"
#include "printer/receipt_model.h"

namespace desk::printer::test {

[[nodiscard]] ReceiptModel sample_slip(SlipKind kind, text::Language language);
// The longest that a desk may meet: a 40-character site name, eight long to-dos, long words without a break.
[[nodiscard]] ReceiptModel longest_slip(text::Language language);

inline constexpr const char* kSampleAddress = "https://desk.example.jp/a/m3k7q2xw5zt4n6yhc8vb2dfj9r";

// The catalogue and the typesetter are loaded once a program; a failure to load ends it, with the reason.
[[nodiscard]] const text::TextCatalog& catalog();
[[nodiscard]] text::Typesetter& typesetter();

inline constexpr SlipKind kKinds[] = {SlipKind::Receipt, SlipKind::Park, SlipKind::Lookup, SlipKind::SelfTest};
inline constexpr text::Language kLanguages[] = {text::Language::Japanese, text::Language::EasyJapanese, text::Language::English};
[[nodiscard]] std::string name_of(SlipKind kind);

}  // namespace desk::printer::test
