// The packs of the repository, read once for a test program.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "data/catalog/catalogue.h"
#include "tests/places.h"

namespace desk::rules {

inline const catalog::Catalogue& packs() {
  static const auto loaded = catalog::Catalogue::load(source_tree() + "/data/catalog/packs");
  if (!loaded) {
    ADD_FAILURE() << loaded.error().message();
    std::abort();
  }
  return *loaded;
}
inline const catalog::Pack& pack_2026() { return *packs().pack(2026); }
inline const catalog::Frame& frame_2026(std::string_view id) { return *pack_2026().frame(id); }

}  // namespace desk::rules
