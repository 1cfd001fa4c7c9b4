// What a name in やさしい日本語 must be: every kanji carries its reading, written [漢字|かんじ] as in data/text/ja-easy.toml.
#pragma once

#include <string>
#include <string_view>

namespace desk::catalog {

// What is wrong with it, for the complaint; empty: nothing.
[[nodiscard]] std::string easy_name_problem(std::string_view text);

}  // namespace desk::catalog
