// Recording: a surface that draws nothing and remembers what would stand where. Goes with one MeasuringPainter, whose texture ids it reads.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "kiosk/screens/canvas.h"
#include "kiosk/shell/gallery/measuring_painter.h"

namespace desk::shell::gallery {

struct PlacedText {
  std::string marked;
  text::TextStyle style;
  screens::Rect px;
  bool under_dialog = false;  // a scrim was laid over it
};

class RecordingSurface final : public screens::Surface {
 public:
  RecordingSurface(const MeasuringPainter& painter, const screens::Panel& panel) : painter_(&painter), panel_(panel) {}

  void fill_rect(const screens::Rect& px, double radius, text::Colour colour) override;
  void stroke_rect(const screens::Rect& px, double radius, double thickness, text::Colour colour) override;
  void fill_circle(screens::Point centre, double radius, text::Colour colour) override;
  void polyline(std::span<const screens::Point> points, bool closed, double thickness, text::Colour colour) override;
  void polygon(std::span<const screens::Point> convex, text::Colour colour) override;
  void texture(const screens::Texture& texture, const screens::Rect& px, text::Colour tint) override;
  void push_clip(const screens::Rect& px) override;
  void pop_clip() override;

  [[nodiscard]] const std::vector<PlacedText>& texts() const { return texts_; }
  // Of every shape and text with its place, in order: two pictures that differ in colours only have the same.
  [[nodiscard]] std::uint64_t geometry() const { return geometry_; }

 private:
  void note(int kind, std::initializer_list<double> numbers);
  const MeasuringPainter* painter_;
  screens::Panel panel_;
  std::vector<PlacedText> texts_;
  std::uint64_t geometry_ = 1469598103934665603ULL;  // FNV-1a
};

}  // namespace desk::shell::gallery
