#include "auth/message_text.h"

#include <string>

namespace desk::auth {
namespace {

std::size_t bytes_of_character(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

std::string shortened(std::string_view name) {
  if (ucs2_units(name) <= kLongestSiteName) return std::string(name);
  std::string out;
  while (!name.empty()) {
    const std::string_view character = name.substr(0, bytes_of_character(name.front()));
    if (ucs2_units(out) + ucs2_units(character) > kLongestSiteName - 1) break;
    out += character;
    name.remove_prefix(character.size());
  }
  return out + "…";
}

}  // namespace

std::string_view code_of(Purpose purpose) {
  switch (purpose) {
    case Purpose::Visit: return "visit";
    case Purpose::Resume: return "resume";
    case Purpose::Page: return "page";
  }
  return "";
}

std::optional<Purpose> purpose_from(std::string_view code) {
  for (const Purpose purpose : {Purpose::Visit, Purpose::Resume, Purpose::Page}) {
    if (code_of(purpose) == code) return purpose;
  }
  return std::nullopt;
}

std::size_t ucs2_units(std::string_view utf8) {
  std::size_t units = 0;
  for (const char c : utf8) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0) != 0x80) units += byte >= 0xF0 ? 2 : 1;
  }
  return units;
}

Secret message_text(const text::TextCatalog& catalog, text::Language language, Purpose purpose, std::string_view site,
                    std::string_view code, std::string_view tag, std::chrono::seconds life) {
  const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(life).count();
  std::string code_text(code);
  text::Arguments arguments{{"site", shortened(site)}, {"code", std::move(code_text)}, {"tag", std::string(tag)},
                            {"minutes", std::to_string(minutes)}};
  std::string filled = catalog.get(language, "sms." + std::string(code_of(purpose)), arguments);
  Secret secret(filled);
  wipe(filled);
  wipe(arguments[1].second);
  return secret;
}

}  // namespace desk::auth
