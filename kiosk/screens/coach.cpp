#include "kiosk/screens/coach.h"

namespace desk::screens {
namespace {

constexpr double kCardFoot = 216.0 / 297;

void papers(Canvas& canvas, const Rect& area, const CoachView& view) {
  const auto with_tag = [&](Rect box, const PaperView& sheet, const TagView& label, double part) {
    const double tag_height = canvas.dry([&] { return tag(canvas, {0, 0, box.w, 1e5}, label, Role::Secondary).h; });
    const Rect foot = box.cut_bottom(tag_height + 0.3, canvas.gap() * 0.5);
    const Rect place{box.x, box.y + box.h * (1 - part), box.w, box.h * part};
    // The marks beside the sheet need room of their own.
    const double marks = sheet.looks.empty() ? 0 : canvas.em(Role::Caption) * 1.6;
    Rect drawn = paper_box(place.inset(marks, 0));
    // A card fills the middle of a sheet's place; it stands on its word as a sheet does.
    drawn.y = place.bottom() - drawn.h * (is_card(sheet.picture) ? kCardFoot : 1);
    paper(canvas, drawn, sheet);
    tag(canvas, foot, label, Role::Secondary, Align::Center);
    if (drawn.h < 18) canvas.report(ProblemKind::OutsideArea, sheet.title, drawn, 18 - drawn.h);
  };
  if (view.wrong.title.empty()) {
    with_tag(area, view.right, {Tone::Done, view.right_tag}, 1);
    return;
  }
  const std::vector<Rect> sides = columns(area, {1.08, 1}, canvas.gap());
  with_tag(sides[0], view.right, {Tone::Done, view.right_tag}, 1);
  PaperView wrong = view.wrong;
  wrong.pale = true;
  with_tag(sides[1], wrong, {Tone::Stop, view.wrong_tag}, 0.8);
}

void tray(Canvas& canvas, Column& column, const CoachView& view) {
  const Rect rest = column.rest();
  const double side = canvas.compact() ? 20 : 42;
  const TextLook main{.role = Role::Body};
  const TextLook note{.role = Role::Secondary};
  const double width = rest.w - side - 7;
  const double text = canvas.measure(view.tray, main, width).h;
  const double quiet = view.tray_note.empty() ? 0 : canvas.measure(view.tray_note, note, width).h + 1;
  const double height = std::max(side * 0.9, text + quiet);
  const Rect box = column.take(height);
  const Rect art{box.x, box.y + (height - side) / 2, side, side};
  drawing(canvas, Drawing::SheetGoingIn, art);
  const double top = box.y + (height - text - quiet) / 2;
  canvas.text({box.x + side + 7, top, width, text + 0.5}, view.tray, main);
  canvas.text({box.x + side + 7, top + text + 1, width, quiet + 0.5}, view.tray_note, note);
}

Blocks blocks_of(Canvas& canvas, const CoachView& view) {
  Blocks blocks;
  blocks.push_back([&](Column& column) {
    column.text(view.title, {.role = Role::Title, .weight = Weight::Bold});
    column.text(view.sub, {.role = Role::Secondary});
  });
  blocks.push_back([&](Column& column) { papers(canvas, column.take(62), view); });
  for (std::size_t i = 0; i < view.checks.size(); ++i) {
    blocks.push_back([&canvas, &view, i](Column& column) {
      const double em = canvas.em(Role::Lead);
      const double side = em * 1.5;
      const Rect rest = column.rest();
      const Rect where{rest.x + side + em * 0.55, rest.y, rest.w - side - em * 0.55, 1e5};
      canvas.circle({rest.x + side / 2, rest.y + side / 2}, side / 2, canvas.theme().primary);
      canvas.text_middle({rest.x - 2, rest.y, side + 4, side}, std::to_string(i + 1),
                         {.role = Role::Lead, .weight = Weight::Bold, .align = Align::Center, .ink = canvas.theme().on_primary});
      column.take(std::max(side, canvas.text(where, view.checks[i], {.role = Role::Lead})));
    });
  }
  blocks.push_back([&](Column& column) { tray(canvas, column, view); });
  for (const ButtonView& action : view.actions) {
    blocks.push_back([&canvas, &action](Column& column) { column.take(button_row(canvas, column.rest(), {action})); });
  }
  if (!view.note.empty()) blocks.push_back([&](Column& column) { column.text(view.note, {.role = Role::Secondary}); });
  return blocks;
}

}  // namespace

int coach(Canvas& canvas, const Rect& content, const CoachView& view) {
  int next = 0;
  canvas.fit([&] {
    if (canvas.tight()) {
      next = paged_blocks(canvas, content, blocks_of(canvas, view), view.paging);
      return;
    }
    const double gap = std::max(canvas.gap(), 4.0);
    Rect area = content;
    if (canvas.portrait()) heading(canvas, area, view.title, view.sub);
    std::vector<Rect> sides = canvas.portrait() ? rows(area, {0.82, 1}, gap) : columns(area, {1.0, 1.02}, canvas.compact() ? 6 : 12);
    if (!canvas.portrait()) heading(canvas, sides[0], view.title, view.sub);
    papers(canvas, sides[0], view);
    card(canvas, sides[1]);
    const double pad = canvas.compact() ? 4 : 9.5;
    centred(canvas, sides[1].inset(pad, pad * 0.7), [&](Column& column) {
      numbered(canvas, column, view.checks, {.role = Role::Lead});
      column.space(canvas.gap() * 0.8);
      const Rect rule = column.take(0.6);
      canvas.line({rule.x, rule.y}, {rule.right(), rule.y}, canvas.theme().line, 0.6);
      column.space(canvas.gap() * 0.8);
      tray(canvas, column, view);
      if (!view.actions.empty()) {
        column.space(canvas.gap());
        column.take(button_row(canvas, column.rest(), view.actions));
      }
      if (!view.note.empty()) {
        column.space(canvas.gap() * 0.5);
        column.text(view.note, {.role = Role::Secondary});
      }
    });
  });
  return next;
}

}  // namespace desk::screens
