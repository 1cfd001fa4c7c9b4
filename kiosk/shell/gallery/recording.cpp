#include "kiosk/shell/gallery/recording.h"

#include <cmath>

namespace desk::shell::gallery {

using screens::Point;
using screens::Rect;

void RecordingSurface::note(int kind, std::initializer_list<double> numbers) {
  const auto mix = [&](std::uint64_t value) { geometry_ = (geometry_ ^ value) * 1099511628211ULL; };
  mix(static_cast<std::uint64_t>(kind));
  for (const double number : numbers) mix(static_cast<std::uint64_t>(std::llround(number * 16)));
}

void RecordingSurface::fill_rect(const Rect& px, double radius, text::Colour) {
  // The ground of a screen comes before every word on it, so a box over the whole panel that finds words is a dialog's scrim.
  const bool whole = px.x <= 0 && px.y <= 0 && px.right() >= panel_.width_px - 1 && px.bottom() >= panel_.height_px - 1;
  if (whole) {
    for (PlacedText& text : texts_) text.under_dialog = true;
  }
  note(1, {px.x, px.y, px.w, px.h, radius});
}

void RecordingSurface::stroke_rect(const Rect& px, double radius, double thickness, text::Colour) { note(2, {px.x, px.y, px.w, px.h, radius, thickness}); }

void RecordingSurface::fill_circle(Point centre, double radius, text::Colour) { note(3, {centre.x, centre.y, radius}); }

void RecordingSurface::polyline(std::span<const Point> points, bool closed, double thickness, text::Colour) {
  note(closed ? 4 : 5, {thickness});
  for (const Point& point : points) note(6, {point.x, point.y});
}

void RecordingSurface::polygon(std::span<const Point> convex, text::Colour) {
  for (const Point& point : convex) note(7, {point.x, point.y});
}

void RecordingSurface::texture(const screens::Texture& texture, const Rect& px, text::Colour) {
  note(8, {px.x, px.y, px.w, px.h});
  if (texture.id == 0) return;  // a picture
  const DrawnText& drawn = painter_->drawn()[texture.id - 1];
  texts_.push_back({drawn.marked, drawn.style, px, false});
}

void RecordingSurface::push_clip(const Rect& px) { note(9, {px.x, px.y, px.w, px.h}); }

void RecordingSurface::pop_clip() { note(10, {}); }

}  // namespace desk::shell::gallery
