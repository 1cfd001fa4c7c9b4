// A change of the catalogue in one sentence of the reader's language: "2026年度の枠「通常枠」の募集回「5」：締切が…から…に変わります。"
#pragma once

#include <string>

#include "data/catalog/difference.h"
#include "data/text/text_catalog.h"

namespace desk::ctl {

[[nodiscard]] std::string sentence(const catalog::Change& change, const text::Words& words);

}  // namespace desk::ctl
