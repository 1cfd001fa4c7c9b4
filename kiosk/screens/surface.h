// The two ports that a Canvas draws through, both in whole and broken pixels of the target:
//   Surface      shapes and textures (kiosk/screens/imgui_surface.h; a NullSurface for measuring)
//   TextPainter  strings and pictures as textures (kiosk/shell/text_painter.h; tests measure without a renderer)
// Both belong to the drawing thread.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "data/text/typesetter.h"
#include "kiosk/screens/geometry.h"

namespace desk::screens {

// A picture of pixels, e.g. the thumbnail of a scanned page: straight RGBA, width * 4 bytes a row. `id` names its content: a changed
// picture gets a new id, or the old texture stays on show. An id of 0 is never cached.
struct Picture {
  std::uint64_t id = 0;
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> rgba;
};

struct Texture {
  std::uintptr_t id = 0;  // 0: nothing to draw
  int width = 0;
  int height = 0;
};

class TextPainter {
 public:
  virtual ~TextPainter() = default;
  [[nodiscard]] virtual text::TextExtent measure(std::string_view marked, const text::TextStyle& style, int width_px) = 0;
  [[nodiscard]] virtual Texture text(std::string_view marked, const text::TextStyle& style, int width_px) = 0;
  [[nodiscard]] virtual Texture picture(const Picture& picture) = 0;
};

class Surface {
 public:
  virtual ~Surface() = default;
  virtual void fill_rect(const Rect& px, double radius, text::Colour colour) = 0;
  virtual void stroke_rect(const Rect& px, double radius, double thickness, text::Colour colour) = 0;
  virtual void fill_circle(Point centre, double radius, text::Colour colour) = 0;
  virtual void polyline(std::span<const Point> points, bool closed, double thickness, text::Colour colour) = 0;
  virtual void polygon(std::span<const Point> convex, text::Colour colour) = 0;
  virtual void texture(const Texture& texture, const Rect& px, text::Colour tint) = 0;
  virtual void push_clip(const Rect& px) = 0;
  virtual void pop_clip() = 0;
};

}  // namespace desk::screens
