#include "kiosk/screens/scanned_pages.h"

#include <algorithm>
#include <span>

#include "kiosk/screens/keys.h"

namespace desk::screens {
namespace {

Rect picture_box(const Picture& picture, const Rect& area) {
  if (picture.width <= 0 || picture.height <= 0) return paper_box(area);
  const double ratio = static_cast<double>(picture.width) / picture.height;
  const double w = std::min(area.w, area.h * ratio);
  return area.middle(w, w / ratio);
}

void page(Canvas& canvas, Rect box, const ScannedPage& each) {
  const bool held = !each.key.empty() && canvas.target(each.key, box, each.tag.text, TargetKind::Choice);
  const double tag_height = canvas.dry([&] { return tag(canvas, {0, 0, box.w, 1e5}, each.tag, Role::Secondary).h; });
  const Rect foot = box.cut_bottom(tag_height + 0.3, canvas.gap() * 0.5);
  Rect sheet = each.picture != nullptr ? picture_box(*each.picture, box) : paper_box(box);
  sheet.y = box.y;
  if (sheet.h < 16) canvas.report(ProblemKind::OutsideArea, each.tag.text, sheet, 16 - sheet.h);
  if (each.picture != nullptr) {
    canvas.fill(sheet, {255, 255, 255, 255});
    canvas.picture(*each.picture, sheet);
    canvas.stroke(sheet, canvas.theme().edge, 0.6, 0);
  } else {
    paper(canvas, sheet, each.drawn);
  }
  if (held) canvas.stroke(sheet.inset(-0.8), canvas.theme().primary, 1.4, 1.5);
  if (!each.key.empty() && canvas.focused(each.key)) focus_ring(canvas, sheet, 1.2);
  // The tag hangs under its sheet, not at the foot of the box.
  tag(canvas, {foot.x, std::min(foot.y, sheet.bottom() + canvas.gap() * 0.5), foot.w, foot.h}, each.tag, Role::Secondary, Align::Center);
}

void fields(Canvas& canvas, Column& column, const ScannedPagesView& view) {
  const Theme& theme = canvas.theme();
  const TextLook label{.role = Role::Secondary};
  double left = 0;
  for (const FieldRow& row : view.fields) left = std::max(left, canvas.measure(row.label, label).w + 0.6);
  left = std::min(left, column.rest().w * 0.4);
  const double pad = canvas.compact() ? 0.8 : 2.6;
  for (const FieldRow& row : view.fields) {
    const Colour ink = row.tone == Tone::Plain || row.tone == Tone::Done ? theme.ink : theme.tone(row.tone).ink;
    const TextLook value{.role = Role::Body, .weight = Weight::Bold, .ink = ink, .tabular = true};
    const Rect rest = column.rest();
    const double mark = row.tone == Tone::Plain ? 0 : canvas.em() * 0.9;
    const double x = rest.x + left + canvas.em() * 0.7;
    const double width = rest.right() - x - (mark > 0 ? mark + 2 : 0);
    const double height = std::max(canvas.measure(row.value, value, width).h, canvas.measure(row.label, label, left).h) + 2 * pad;
    canvas.text_middle({rest.x, rest.y, left, height}, row.label, label);
    canvas.text_middle({x, rest.y, width, height}, row.value, value);
    if (mark > 0) {
      const double radius = mark * 0.56;
      dot(canvas, {rest.right() - radius, rest.y + height / 2}, radius, row.tone);
    }
    canvas.line({rest.x, rest.y + height}, {rest.right(), rest.y + height}, theme.line, 0.45);
    column.take(height + 0.4);
  }
}

constexpr std::size_t kOnShow = 2;

std::span<const ScannedPage> from(const ScannedPagesView& view, std::size_t first) {
  const std::size_t at = std::min(first, view.pages.empty() ? 0 : view.pages.size() - 1);
  return std::span(view.pages).subspan(at, std::min(kOnShow, view.pages.size() - at));
}

std::vector<ButtonView> actions_of(const ScannedPagesView& view, std::span<const ScannedPage> shown) {
  std::vector<ButtonView> all;
  for (const ScannedPage& each : shown) {
    if (each.action) all.push_back(*each.action);
  }
  all.insert(all.end(), view.actions.begin(), view.actions.end());
  return all;
}

void sheets(Canvas& canvas, const Rect& area, std::span<const ScannedPage> shown, double gap) {
  const std::vector<Rect> boxes = columns(area, std::vector<double>(shown.size(), 1.0), gap);
  for (std::size_t i = 0; i < shown.size(); ++i) page(canvas, boxes[i], shown[i]);
}

void side_by_side(Canvas& canvas, const Rect& content, const ScannedPagesView& view, std::size_t first) {
  const auto shown = from(view, first);
  Rect area = content;
  heading(canvas, area, view.title, view.sub);
  const double count = static_cast<double>(std::max<std::size_t>(1, shown.size()));
  const double gap = std::max(kGapLeast + 1, canvas.gap());
  Rect right = area;
  Rect left = canvas.portrait() ? right.cut_top(area.h * 0.46, gap) : right.cut_left(std::min(area.w * 0.56, (canvas.compact() ? 56.0 : 84.0) * count), gap);
  if (view.pages.size() > kOnShow) {
    const double height = canvas.compact() ? 15.2 : 18;
    button(canvas, left.cut_bottom(height, gap * 0.6), {std::string(key::kMore), view.paging.more_label, Icon::Paper, true, ButtonStyle::Outline, false});
  }
  sheets(canvas, left, shown, gap);
  card(canvas, right);
  const double pad = canvas.compact() ? 4 : 9;
  centred(canvas, right.inset(pad, canvas.compact() ? 2.5 : 6), [&](Column& column) {
    fields(canvas, column, view);
    if (!view.note.empty()) {
      column.space(canvas.gap() * 0.7);
      column.text(view.note, {.role = Role::Secondary});
    }
    const std::vector<ButtonView> actions = actions_of(view, shown);
    if (actions.empty()) return;
    column.space(canvas.gap() * 0.8);
    column.take(button_row(canvas, column.rest(), actions));
  });
}

Blocks blocks_of(Canvas& canvas, const ScannedPagesView& view) {
  Blocks blocks;
  for (std::size_t first = 0; first < std::max<std::size_t>(1, view.pages.size()); first += kOnShow) {
    blocks.push_back([&, first](Column& column) {
      if (first == 0) {
        column.text(view.title, {.role = Role::Title, .weight = Weight::Bold});
        column.text(view.sub, {.role = Role::Secondary});
        column.space(canvas.gap() * 0.4);
      }
      sheets(canvas, column.take(50), from(view, first), kGapLeast + 1);
    });
  }
  blocks.push_back([&](Column& column) { fields(canvas, column, view); });
  if (!view.note.empty()) blocks.push_back([&](Column& column) { column.text(view.note, {.role = Role::Secondary}); });
  for (const ButtonView& action : actions_of(view, view.pages)) {
    blocks.push_back([&canvas, action](Column& column) { column.take(button_row(canvas, column.rest(), {action})); });
  }
  return blocks;
}

}  // namespace

int scanned_pages(Canvas& canvas, const Rect& content, const ScannedPagesView& view) {
  // Asked for the first pages, so that turning them does not change what the screen is.
  const bool room = canvas.would_fit([&] { side_by_side(canvas, content, view, 0); }, 0.4);
  int next = 0;
  canvas.fit([&] {
    if (!room) {
      next = paged_blocks(canvas, content, blocks_of(canvas, view), view.paging);
      return;
    }
    const auto first = static_cast<std::size_t>(std::max(0, view.paging.first));
    side_by_side(canvas, content, view, first);
    next = first + kOnShow < view.pages.size() ? static_cast<int>(first + kOnShow) : 0;
  });
  return next;
}

}  // namespace desk::screens
