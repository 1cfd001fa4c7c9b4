// A Surface over ImGui's draw lists (anti-aliased edges). Owns the ImGui context: one at a time, on the drawing thread. ImGui's font atlas
// holds nothing a person reads: it is there for its white pixel.
//   surface.begin(1920, 1080); Canvas canvas(setup, surface, painter, targets); draw(canvas); surface.end();
// then the renderer (kiosk/shell/renderer.h) shows ImGui::GetDrawData().
#pragma once

#include <memory>

#include "kiosk/screens/surface.h"

namespace desk::screens {

struct AtlasPixels {
  const std::uint8_t* rgba = nullptr;  // owned by the surface
  int width = 0;
  int height = 0;
};

class ImGuiSurface : public Surface {
 public:
  [[nodiscard]] static std::unique_ptr<ImGuiSurface> create();
  [[nodiscard]] virtual AtlasPixels atlas() = 0;
  virtual void set_atlas_texture(std::uintptr_t id) = 0;
  virtual void begin(int width_px, int height_px) = 0;
  virtual void end() = 0;
};

// Draws nothing: for measuring, and for tests of geometry.
class NullSurface final : public Surface {
 public:
  void fill_rect(const Rect&, double, text::Colour) override {}
  void stroke_rect(const Rect&, double, double, text::Colour) override {}
  void fill_circle(Point, double, text::Colour) override {}
  void polyline(std::span<const Point>, bool, double, text::Colour) override {}
  void polygon(std::span<const Point>, text::Colour) override {}
  void texture(const Texture&, const Rect&, text::Colour) override {}
  void push_clip(const Rect&) override {}
  void pop_clip() override {}
};

}  // namespace desk::screens
