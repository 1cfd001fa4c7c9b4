#include "kiosk/screens/canvas.h"

#include <algorithm>
#include <cmath>

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

}  // namespace desk::screens
