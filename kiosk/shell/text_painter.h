// The TextPainter of the screens: strings set by the one Typesetter, kept as textures under a budget, the least recently used first to go.
// Measures are kept too: fit() asks for the same string at many sizes. Drawing thread only.
//
// What is kept may be a person's name: forget() drops everything and is part of ending a visit.
#pragma once

#include <cstddef>
#include <memory>

#include "data/text/typesetter.h"
#include "kiosk/screens/surface.h"
#include "kiosk/shell/texture_store.h"

namespace desk::shell {

class CachedTextPainter : public screens::TextPainter {
 public:
  // Both are borrowed and must outlive the painter.
  [[nodiscard]] static std::unique_ptr<CachedTextPainter> create(text::Typesetter& typesetter, TextureStore& textures, std::size_t budget_bytes);
  // Between frames: what this frame used stays, the oldest of the rest goes while the budget is exceeded.
  virtual void end_frame() = 0;
  virtual void forget() = 0;
  [[nodiscard]] virtual std::size_t bytes() const = 0;
  [[nodiscard]] virtual std::size_t textures_made() const = 0;  // since the start: a still screen makes none
};

}  // namespace desk::shell
