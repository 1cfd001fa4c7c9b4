// Names: what every fact of a pack shares: its name in three languages, and where it was found.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace desk::catalog {

// A name in the three languages of the desk. Programme, frame, step and document names are catalogue data, not text keys.
// In `easy` every kanji carries its reading, [漢字|かんじ], as in data/text/ja-easy.toml; the loader checks it.
struct Names {
  std::string ja, easy, en;
  [[nodiscard]] const std::string& in(std::string_view language) const;  // "ja", "ja-easy", "en"; anything else: ja
};

enum class Confidence { High, Medium, Low };  // factbook 0.2; Low is shown only with 要確認
[[nodiscard]] std::string_view code_of(Confidence confidence);  // "H", "M", "L"

struct Source {
  std::string text;  // factbook source codes, e.g. "P-02+P-03"
  Confidence confidence = Confidence::Low;
};

enum class Entity { Corporation, Sole };
enum class Size { Micro, Sme, Large };
[[nodiscard]] std::string_view code_of(Entity entity);  // "corporation", "sole"
[[nodiscard]] std::string_view code_of(Size size);      // "micro", "sme", "large"
[[nodiscard]] std::optional<Entity> entity_from(std::string_view code);
[[nodiscard]] std::optional<Size> size_from(std::string_view code);

}  // namespace desk::catalog
