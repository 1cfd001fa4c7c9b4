// Canvas: lines, areas, icons, pictures and codes.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "kiosk/screens/canvas.h"

namespace desk::screens {
namespace {

std::vector<Point> rounded_path(const Rect& r, double radius) {
  std::vector<Point> path;
  const double c = std::min({radius, r.w / 2, r.h / 2});
  const Point centres[] = {{r.x + c, r.y + c}, {r.right() - c, r.y + c}, {r.right() - c, r.bottom() - c}, {r.x + c, r.bottom() - c}};
  for (int corner = 0; corner < 4; ++corner) {
    for (int step = 0; step <= 8; ++step) {
      const double angle = std::numbers::pi * (1 + corner * 0.5 + step / 16.0);
      path.push_back({centres[corner].x + c * std::cos(angle), centres[corner].y + c * std::sin(angle)});
    }
  }
  path.push_back(path.front());
  return path;
}

}  // namespace

void Canvas::fill(const Rect& rect, Colour colour, double radius) {
  if (silent_ == 0) surface_->fill_rect(px(rect), px(radius), colour);
}

void Canvas::stroke(const Rect& rect, Colour colour, double thickness, double radius) {
  if (silent_ == 0) surface_->stroke_rect(px(rect), px(radius), std::max(1.0, std::round(px(thickness))), colour);
}

void Canvas::dashed(const Rect& rect, Colour colour, double thickness, double radius) {
  if (silent_ > 0) return;
  const std::vector<Point> path = rounded_path(rect.inset(thickness / 2), radius);
  double length = 0;
  for (std::size_t i = 1; i < path.size(); ++i) length += std::hypot(path[i].x - path[i - 1].x, path[i].y - path[i - 1].y);
  // A whole number of dashes, so that the last one meets the first.
  const double period = length / std::max(1.0, std::round(length / 3.4));
  std::vector<Point> dash;
  double at = 0;
  for (std::size_t i = 1; i < path.size(); ++i) {
    const double step = std::hypot(path[i].x - path[i - 1].x, path[i].y - path[i - 1].y);
    for (double done = 0; done < step;) {
      const double phase = std::fmod(at + done, period);
      const bool on = phase < period * 0.6;
      const double run = std::min(step - done, (on ? period * 0.6 : period) - phase + 1e-6);
      const auto point = [&](double d) {
        return Point{path[i - 1].x + (path[i].x - path[i - 1].x) * d / step, path[i - 1].y + (path[i].y - path[i - 1].y) * d / step};
      };
      if (on) {
        if (dash.empty()) dash.push_back(point(done));
        dash.push_back(point(done + run));
      } else if (!dash.empty()) {
        polyline(dash, false, colour, thickness);
        dash.clear();
      }
      done += run;
    }
    at += step;
  }
  if (dash.size() > 1) polyline(dash, false, colour, thickness);
}

void Canvas::shadow(const Rect& rect, double radius, double reach) {
  constexpr int kLayers = 10;
  for (int i = kLayers; i > 0; --i) {
    const double grow = reach * i / kLayers;
    const Rect layer{rect.x - grow, rect.y - grow * 0.6, rect.w + 2 * grow, rect.h + grow * 1.9};
    fill(layer, {0, 0, 0, 7}, radius + grow);
  }
}

void Canvas::hatch(const Rect& rect, Colour ground, Colour stripes) {
  fill(rect, ground);
  push_clip(rect);
  constexpr double kPitch = 5;
  for (double x = rect.x - rect.h; x < rect.right(); x += kPitch) {
    const Point stripe[] = {{x, rect.bottom()}, {x + kPitch / 2, rect.bottom()}, {x + kPitch / 2 + rect.h, rect.y}, {x + rect.h, rect.y}};
    polygon(stripe, stripes);
  }
  pop_clip();
}

void Canvas::line(Point from, Point to, Colour colour, double thickness) {
  if (from.x == to.x || from.y == to.y) {  // axis-aligned: a crisp box instead of a blurred stroke
    const double t = std::max(thickness, 1 / setup_.panel.px_per_mm);
    const bool upright = from.x == to.x;
    fill(upright ? Rect{from.x - t / 2, std::min(from.y, to.y), t, std::abs(to.y - from.y)}
                 : Rect{std::min(from.x, to.x), from.y - t / 2, std::abs(to.x - from.x), t},
         colour);
    return;
  }
  const Point points[] = {from, to};
  polyline(points, false, colour, thickness);
}

void Canvas::circle(Point centre, double radius, Colour colour) {
  if (silent_ == 0) surface_->fill_circle({px(centre.x), px(centre.y)}, px(radius), colour);
}

void Canvas::ring(Point centre, double radius, Colour colour, double thickness) {
  const Rect box{centre.x - radius, centre.y - radius, 2 * radius, 2 * radius};
  const double inner = radius - thickness / 2;
  std::vector<Point> points;
  constexpr int kSteps = 64;
  for (int i = 0; i < kSteps; ++i) {
    const double angle = 2 * std::numbers::pi * i / kSteps;
    points.push_back({box.centre().x + inner * std::cos(angle), box.centre().y + inner * std::sin(angle)});
  }
  polyline(points, true, colour, thickness);
}

void Canvas::polyline(std::span<const Point> points, bool closed, Colour colour, double thickness) {
  if (silent_ > 0) return;
  std::vector<Point> pixels;
  for (const Point& point : points) pixels.push_back({px(point.x), px(point.y)});
  surface_->polyline(pixels, closed, px(thickness), colour);
}

void Canvas::polygon(std::span<const Point> convex, Colour colour) {
  if (silent_ > 0) return;
  std::vector<Point> pixels;
  for (const Point& point : convex) pixels.push_back({px(point.x), px(point.y)});
  surface_->polygon(pixels, colour);
}

void Canvas::icon(Icon which, const Rect& box, Colour colour, double thickness) {
  const double side = std::min(box.w, box.h);
  const Rect square = box.middle(side, side);
  const double stroke = thickness > 0 ? thickness : std::max(0.55, side * 0.055);
  for (const IconStroke& each : strokes_of(which)) {
    std::vector<Point> points;
    for (const Point& p : each.points) points.push_back({square.x + p.x * side / 100, square.y + p.y * side / 100});
    if (each.filled) {
      polygon(points, colour);
      continue;
    }
    polyline(points, each.closed, colour, stroke);
    if (!each.closed && points.size() > 1) {  // round ends: the look of a pen
      circle(points.front(), stroke / 2, colour);
      circle(points.back(), stroke / 2, colour);
    }
  }
}

void Canvas::picture(const Picture& picture, const Rect& rect) {
  if (silent_ == 0) surface_->texture(painter_->picture(picture), px(rect), {255, 255, 255, 255});
}

double Canvas::qr(const Matrix& matrix, const Rect& square) {
  if (matrix.size <= 0) return 0;
  // Whole pixels a module, or scanners see a moiré.
  const double modules = matrix.size + 8;
  const double side = std::min(px(square.w), px(square.h));
  const double module = std::max(1.0, std::floor(side / modules));
  const double drawn = module * modules / setup_.panel.px_per_mm;
  if (silent_ > 0) return drawn;
  const double x0 = std::round(px(square.x));
  const double y0 = std::round(px(square.y));
  surface_->fill_rect({x0, y0, module * modules, module * modules}, px(1.2), {255, 255, 255, 255});
  for (int row = 0; row < matrix.size; ++row) {
    for (int column = 0; column < matrix.size; ++column) {
      if (matrix.dark[static_cast<std::size_t>(row * matrix.size + column)] == 0) continue;
      surface_->fill_rect({x0 + (column + 4) * module, y0 + (row + 4) * module, module, module}, 0, {0, 0, 0, 255});
    }
  }
  return drawn;
}

}  // namespace desk::screens
