// The world of the shipped packs, texts and samples, read once a test program.
#pragma once

#include <stdexcept>
#include <string>

#include "kiosk/shell/gallery/world.h"
#include "tests/places.h"

namespace desk::shell::gallery {

inline const World& world() {
  static const World world = [] {
    auto loaded = World::load(source_tree() + "/data", source_tree() + "/data/samples/gallery.toml");
    if (!loaded) throw std::runtime_error(loaded.error().message());
    return std::move(*loaded);
  }();
  return world;
}

}  // namespace desk::shell::gallery
