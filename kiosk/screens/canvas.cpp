#include "kiosk/screens/canvas.h"

#include <cmath>
#include <numbers>

#include "data/text/text_catalog.h"

namespace desk::screens {
namespace {

double line_height_of(Role role) {
  switch (role) {
    case Role::Hero: return 1.32;
    case Role::Title: return 1.32;
    case Role::Question: return 1.28;
    case Role::Lead: return 1.42;
    case Role::Body: return 1.42;
    case Role::Secondary: return 1.4;
    case Role::Caption: return 1.2;
    case Role::Key:
    case Role::Figure:
    case Role::Value: return 1.16;
  }
  return 1.42;
}

// Half a pixel of rounding at 96 px/inch and below is no overflow.
constexpr double kSlack = 0.3;

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

std::string_view name_of(ProblemKind kind) {
  switch (kind) {
    case ProblemKind::TextTooHigh: return "text too high";
    case ProblemKind::TextTooWide: return "text too wide";
    case ProblemKind::TextShortened: return "text shortened";
    case ProblemKind::WordBroken: return "word broken";
    case ProblemKind::MissingGlyph: return "missing glyph";
    case ProblemKind::OutsideArea: return "outside its area";
    case ProblemKind::TargetTooSmall: return "target too small";
    case ProblemKind::TargetGap: return "targets too near";
    case ProblemKind::TargetOverlap: return "targets overlap";
    case ProblemKind::TargetUnnamed: return "target without a name";
    case ProblemKind::TargetDouble: return "two targets of one key";
  }
  return "";
}

Canvas::Canvas(const CanvasSetup& setup, Surface& surface, TextPainter& painter, TouchRegister& targets)
    : setup_(setup), theme_(&theme_of(setup.theme)), surface_(&surface), painter_(&painter), targets_(&targets) {}

Rect Canvas::area() const {
  return {0, 0, setup_.panel.width_px / setup_.panel.px_per_mm, setup_.panel.height_px / setup_.panel.px_per_mm};
}

double Canvas::em(Role role) const { return std::max(kSmallestEm, em_mm(setup_.text) * scale_of(role) * scale_); }

double Canvas::gap() const {
  const double fitted = 7.0 * std::min(1.0, scale_ * 1.05) * (compact() ? 0.6 : 1.0);
  return std::max(kGapLeast + 0.2, fitted);
}

text::TextStyle Canvas::style_of(const TextLook& look) const {
  text::TextStyle style;
  style.em_px = std::round(px(em(look.role)) * 4) / 4;
  style.weight = look.weight;
  style.align = align_of(look);
  style.fonts = setup_.fonts;
  const bool quiet = look.role == Role::Secondary || look.role == Role::Caption;
  style.ink = look.ink.value_or(quiet ? theme_->secondary : theme_->ink);
  style.emphasis = look.emphasis.value_or(look.ink.value_or(theme_->accent));
  style.line_height = (look.line_height > 0 ? look.line_height : line_height_of(look.role)) * (tight() ? 0.85 : compact() ? 0.93 : 1.0);
  style.max_lines = look.max_lines;
  style.tabular = look.tabular;
  style.ruby = setup_.ruby && !look.printed;
  return style;
}

Align Canvas::align_of(const TextLook& look) const {
  if (!setup_.right_to_left || look.align == Align::Center) return look.align;
  return look.align == Align::Left ? Align::Right : Align::Left;
}

Rect Canvas::px(const Rect& rect) const {
  const double x = std::round(px(rect.x));
  const double y = std::round(px(rect.y));
  return {x, y, std::round(px(rect.right())) - x, std::round(px(rect.bottom())) - y};
}

TextSizeMm Canvas::measure(std::string_view marked, const TextLook& look, double width) const {
  const auto extent = painter_->measure(marked, style_of(look), width > 0 ? static_cast<int>(px(width)) : 0);
  const double mm = setup_.panel.px_per_mm;
  return {extent.width / mm, extent.height / mm, extent.widest_word / mm, extent.baseline / mm, extent.lines};
}

double Canvas::text(const Rect& where, std::string_view marked, const TextLook& look) {
  return draw_text(where, marked, look, /*middle=*/false);
}

void Canvas::text_middle(const Rect& where, std::string_view marked, const TextLook& look) {
  draw_text(where, marked, look, /*middle=*/true);
}

double Canvas::draw_text(const Rect& where, std::string_view marked, const TextLook& look, bool middle) {
  if (marked.empty()) return 0;
  const text::TextStyle style = style_of(look);
  const int width = std::max(1, static_cast<int>(px(where.w) + 0.01));
  const text::TextExtent extent = painter_->measure(marked, style, width);
  const double mm = setup_.panel.px_per_mm;
  const double height = extent.height / mm;
  if (height > where.h + kSlack) report(ProblemKind::TextTooHigh, marked, where, height - where.h);
  if (extent.width > width + 1) report(ProblemKind::TextTooWide, marked, where, (extent.width - width) / mm);
  if (extent.shortened && !look.may_shorten) report(ProblemKind::TextShortened, marked, where);
  if (extent.widest_word > width + 1 && !extent.shortened) report(ProblemKind::WordBroken, marked, where);
  if (extent.missing_glyphs > 0) report(ProblemKind::MissingGlyph, marked, where);
  if (silent_ > 0) return height;

  // The texture is only as wide as its widest line; where that stands is settled here.
  const int tight = extent.shortened ? width : std::min(width, std::max(1, extent.width + 1));
  const Texture texture = painter_->text(marked, style, extent.lines == 1 && !extent.shortened ? 0 : tight);
  double x = std::round(px(where.x));
  const double free = width - texture.width;
  switch (align_of(look)) {
    case Align::Left: break;
    case Align::Center: x = std::round(px(where.x) + free / 2); break;
    case Align::Right: x = std::round(px(where.x) + free); break;
  }
  const double y = std::round(middle ? px(where.y) + (px(where.h) - extent.height) / 2 : px(where.y));
  surface_->texture(texture, {x, y, static_cast<double>(texture.width), static_cast<double>(texture.height)}, {255, 255, 255, 255});
  if (unspoken_ == 0) spoken_.push_back({std::string(marked), {x / mm, y / mm, texture.width / mm, height}, look.role, part_});
  return height;
}

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

void Canvas::push_clip(const Rect& rect) {
  if (silent_ == 0) surface_->push_clip(px(rect));
}
void Canvas::pop_clip() {
  if (silent_ == 0) surface_->pop_clip();
}

bool Canvas::target(std::string_view key, const Rect& rect, std::string_view label, TargetKind kind, bool enabled, bool selected) {
  const double least = kind == TargetKind::Primary ? kPrimaryLeast : kTouchLeast;
  if (rect.h < least - 0.05) report(ProblemKind::TargetTooSmall, key, rect, least - rect.h);
  if (rect.w < kTouchLeast - 0.05) report(ProblemKind::TargetTooSmall, key, rect, kTouchLeast - rect.w);
  if (silent_ > 0) return false;
  if (kept_back(key)) enabled = false;
  Target made{std::string(key), rect, std::string(label), kind, enabled, selected, part_ == Part::Frame};
  frame_targets_.push_back(made);
  targets_->add(std::move(made));
  return enabled && targets_->held() == key;
}

bool Canvas::focused(std::string_view key) const { return targets_->focused() == key; }

const Target* Canvas::registered(std::string_view key) const {
  for (const Target& target : frame_targets_) {
    if (target.key == key) return &target;
  }
  return nullptr;
}

void Canvas::begin_layer() {
  if (silent_ > 0) return;
  frame_targets_.clear();
  spoken_.clear();
  part_ = Part::Content;
  targets_->begin_layer();
}

void Canvas::name_screen(std::string_view screen, std::string_view layer) { targets_->name_screen(screen, layer); }
void Canvas::begin_part(Part part) { part_ = part; }

void Canvas::speak(std::string_view marked, const Rect& where) {
  if (silent_ == 0 && unspoken_ == 0 && !marked.empty()) spoken_.push_back({std::string(marked), where, Role::Body, part_});
}

void Canvas::check_inside(const Rect& rect, const Rect& inside, std::string_view what) {
  const double over = std::max({inside.x - rect.x, inside.y - rect.y, rect.right() - inside.right(), rect.bottom() - inside.bottom()});
  if (over > kSlack) report(ProblemKind::OutsideArea, what, rect, over);
}

void Canvas::report(ProblemKind kind, std::string_view what, const Rect& where, double by) {
  problems_.push_back({kind, std::string(what), where, by});
}

void Canvas::check_targets() {
  for (std::size_t i = 0; i < frame_targets_.size(); ++i) {
    const Target& target = frame_targets_[i];
    check_inside(target.rect, area(), target.key);
    if (text::plain(target.label).empty()) report(ProblemKind::TargetUnnamed, target.key, target.rect);
    for (std::size_t j = i + 1; j < frame_targets_.size(); ++j) {
      const Target& other = frame_targets_[j];
      if (target.key == other.key) report(ProblemKind::TargetDouble, target.key, other.rect);
      const double apart = distance(target.rect, other.rect);
      const bool overlap = std::min(target.rect.right(), other.rect.right()) - std::max(target.rect.x, other.rect.x) > 0.05 &&
                           std::min(target.rect.bottom(), other.rect.bottom()) - std::max(target.rect.y, other.rect.y) > 0.05;
      if (overlap) report(ProblemKind::TargetOverlap, target.key + " / " + other.key, other.rect);
      else if (apart < kGapLeast - 0.05) report(ProblemKind::TargetGap, target.key + " / " + other.key, other.rect, kGapLeast - apart);
    }
  }
}

double Canvas::dry(const std::function<double()>& draw) {
  const std::size_t before = problems_.size();
  ++silent_;
  const double result = draw();
  --silent_;
  problems_.resize(before, Problem{ProblemKind::OutsideArea, {}, {}, 0});
  return result;
}

bool Canvas::try_attempt(const Attempt& attempt, const std::function<void()>& draw, bool strict) {
  const std::vector<Problem> before = std::move(problems_);
  problems_.clear();
  scale_ = attempt.scale;
  density_ = attempt.density;
  ++silent_;
  draw();
  --silent_;
  const bool clean = std::all_of(problems_.begin(), problems_.end(), [&](const Problem& problem) {
    return problem.kind == ProblemKind::MissingGlyph || (!strict && problem.kind == ProblemKind::WordBroken);
  });
  problems_ = before;
  return clean;
}

std::span<const Canvas::Attempt> Canvas::attempts() {
  using enum Density;
  static constexpr Attempt kAttempts[] = {{1, Roomy},      {0.94, Roomy},   {0.88, Roomy},   {0.88, Compact}, {0.82, Compact},
                                          {0.76, Compact}, {0.7, Compact},  {0.64, Compact}, {0.58, Compact}, {0.52, Compact},
                                          {0.46, Compact}, {0.4, Compact},  {0.85, Tight},   {0.7, Tight},    {0.58, Tight},
                                          {0.5, Tight},    {0.4, Tight}};
  return kAttempts;
}

bool Canvas::would_fit(const std::function<void()>& draw, double least) {
  const double outer_scale = scale_;
  const Density outer_density = density_;
  const auto all = attempts();
  const bool fits = std::any_of(all.begin(), all.end(), [&](const Attempt& attempt) {
    return attempt.scale >= least && attempt.density != Density::Tight && try_attempt(attempt, draw, /*strict=*/false);
  });
  scale_ = outer_scale;
  density_ = outer_density;
  return fits;
}

bool Canvas::fit(const std::function<void()>& draw) {
  const double outer_scale = scale_;
  const Density outer_density = density_;
  if (silent_ > 0) {  // inside another fit the outer one decides
    draw();
    return true;
  }
  const auto all = attempts();
  // Whole phrases are worth text a quarter smaller, not more.
  constexpr std::size_t kWorthIt = 6;
  const Attempt* chosen = nullptr;
  for (const bool strict : {true, false}) {
    for (std::size_t i = 0; i < (strict ? kWorthIt : all.size()) && chosen == nullptr; ++i) {
      if (try_attempt(all[i], draw, strict)) chosen = &all[i];
    }
  }
  const Attempt& last = chosen != nullptr ? *chosen : all[all.size() - 1];
  scale_ = last.scale;
  density_ = last.density;
  draw();
  scale_ = outer_scale;
  density_ = outer_density;
  return chosen != nullptr;
}

}  // namespace desk::screens
