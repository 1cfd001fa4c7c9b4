#include "kiosk/screens/scanned_pages.h"

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

}  // namespace

void scanned_pages(Canvas& canvas, const Rect& content, const ScannedPagesView& view) {
  canvas.fit([&] {
    Rect area = content;
    heading(canvas, area, view.title, view.sub);
    const double count = static_cast<double>(std::max<std::size_t>(1, view.pages.size()));
    const double gap = std::max(kGapLeast + 1, canvas.gap());
    Rect right = area;
    Rect left = canvas.portrait() ? right.cut_top(area.h * 0.46, gap)
                                  : right.cut_left(std::min(area.w * 0.56, (canvas.tight() ? 42.0 : canvas.compact() ? 56.0 : 84.0) * count), gap);
    if (!view.more_label.empty()) {
      const double height = canvas.compact() ? 15.2 : 18;
      button(canvas, left.cut_bottom(height, gap * 0.6), {"list.more", view.more_label, Icon::Paper, true, ButtonStyle::Outline, false});
    }
    const std::vector<Rect> boxes = columns(left, std::vector<double>(view.pages.size(), 1.0), gap);
    for (std::size_t i = 0; i < view.pages.size(); ++i) page(canvas, boxes[i], view.pages[i]);
    card(canvas, right);
    const double pad = canvas.compact() ? 4 : 9;
    centred(canvas, right.inset(pad, canvas.compact() ? 2.5 : 6), [&](Column& column) {
      fields(canvas, column, view);
      if (!view.note.empty()) {
        column.space(canvas.gap() * 0.7);
        column.text(view.note, {.role = Role::Secondary});
      }
      if (!view.actions.empty()) {
        column.space(canvas.gap() * 0.8);
        column.take(button_row(canvas, column.rest(), view.actions));
      }
    });
  });
}

}  // namespace desk::screens
