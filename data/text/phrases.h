// Where a line of marked-free text may end: after a phrase (文節) if possible, by ICU 72 with the locale keyword lw=phrase, which keeps
// particles with their word ("事業の / 形は / どちらですか"). Strict kinsoku inside an over-long phrase; any character as the last resort.
// Not thread-safe. Offsets are bytes of the UTF-8 text, ascending, never 0, and always end with the text's length (unless it is empty).
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

#include "data/base/result.h"

namespace desk::text {

struct LineBreaks {
  std::vector<std::size_t> phrases;     // preferred
  std::vector<std::size_t> strict;      // allowed by kinsoku (lb=strict: no small kana or ー at a line's head)
  std::vector<std::size_t> characters;  // grapheme clusters: never inside one
};

class Phrases {
 public:
  // Fails (FontMissing) when ICU has no data for Japanese line breaks: the look cannot be had without it.
  [[nodiscard]] static Result<std::unique_ptr<Phrases>> create();
  virtual ~Phrases() = default;
  [[nodiscard]] virtual LineBreaks find(std::string_view utf8) = 0;
};

}  // namespace desk::text
