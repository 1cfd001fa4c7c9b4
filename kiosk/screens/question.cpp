#include "kiosk/screens/question.h"

#include <cmath>

namespace desk::screens {
namespace {

void check_box(Canvas& canvas, const Rect& box, bool on) {
  const Theme& theme = canvas.theme();
  canvas.fill(box, on ? theme.primary : theme.card, 1.8);
  if (!on) canvas.stroke(box, theme.edge, 0.7, 1.8);
  if (on) canvas.icon(Icon::Check, box.inset(box.w * 0.14), theme.on_primary, box.w * 0.11);
}

CardLook look_of(const Canvas& canvas, const Choice& choice, bool held) {
  return {.selected = choice.selected, .dashed = choice.unsure, .primary = false, .held = held, .focused = canvas.focused(choice.key),
          .off = canvas.kept_back(choice.key)};
}

std::string spoken_label(const Choice& choice) { return choice.sub.empty() ? choice.title : choice.title + "。" + choice.sub; }

Rect tall_inner(const Canvas& canvas, const Rect& box) { return box.inset(canvas.compact() ? 3 : 8, 2.5); }

void tall_words(Canvas& canvas, Column& column, const Choice& choice) {
  const Theme& theme = canvas.theme();
  const double em = canvas.em();
  const Icon icon = choice.unsure && choice.icon == Icon::None ? Icon::Question : choice.icon;
  if (icon != Icon::None) {
    const double side = em * (choice.unsure ? 2.2 : 4.2) * (canvas.compact() ? 0.6 : 1);
    canvas.icon(icon, column.take(side), choice.selected ? theme.accent : theme.ink, em * (canvas.compact() ? 0.17 : 0.2));
    column.space(canvas.gap() * 0.6);
  }
  column.text(choice.title, {.role = choice.unsure ? Role::Lead : Role::Title, .weight = choice.unsure ? Weight::Regular : Weight::Bold,
                             .align = Align::Center, .ink = choice.unsure ? theme.secondary : theme.ink});
  if (!choice.sub.empty()) {
    column.space(canvas.gap() * 0.35);
    column.text(choice.sub, {.role = Role::Secondary, .align = Align::Center});
  }
}

// Icon over title over explanation: the card of a question with few answers. `lines_up` is the height of the highest neighbour's words, so
// that icons and titles stand on one line across the cards.
void tall_card(Canvas& canvas, const Rect& box, const Choice& choice, double lines_up) {
  const Theme& theme = canvas.theme();
  const bool held = canvas.target(choice.key, box, spoken_label(choice), TargetKind::Choice, choice.enabled, choice.selected);
  touch_card(canvas, box, look_of(canvas, choice, held));
  const Rect inner = tall_inner(canvas, box);
  if (choice.unsure || lines_up > inner.h) {
    centred(canvas, inner, [&](Column& column) { tall_words(canvas, column, choice); });
  } else {
    Column column(canvas, {inner.x, inner.y + (inner.h - lines_up) / 2, inner.w, (inner.h + lines_up) / 2});
    tall_words(canvas, column, choice);
    column.close();
  }
  if (!choice.selected) return;
  // Chosen is a shape, not only a colour.
  const double r = canvas.em() * 0.52;
  const Point at{box.right() - canvas.em() * 0.95, box.y + canvas.em() * 0.95};
  canvas.circle(at, r, theme.primary);
  canvas.icon(Icon::Check, {at.x - r * 0.6, at.y - r * 0.6, r * 1.2, r * 1.2}, theme.on_primary, r * 0.18);
}

// Icon or check box, then title over explanation: many answers, portrait panels and large text.
void wide_card(Canvas& canvas, const Rect& box, const Choice& choice, const QuestionView& view) {
  const bool several = view.several;
  const Theme& theme = canvas.theme();
  const bool held = canvas.target(choice.key, box, spoken_label(choice), TargetKind::Choice, choice.enabled, choice.selected);
  touch_card(canvas, box, look_of(canvas, choice, held));
  const double em = canvas.em();
  Rect inner = box.inset(canvas.tight() ? 3 : canvas.compact() ? 4 : 7, canvas.tight() ? 0.5 : 1.6);
  const double side = std::min(em * 1.25, inner.h);
  if (several) {
    const Rect mark = inner.cut_left(side, em * 0.6);
    check_box(canvas, mark.middle(side, side), choice.selected);
  } else if (choice.icon != Icon::None || choice.unsure) {
    const double large = std::min(em * (canvas.compact() ? 1.4 : 2.4), inner.h - 2);
    const Rect mark = inner.cut_left(large, em * 0.7);
    canvas.icon(choice.icon == Icon::None ? Icon::Question : choice.icon, mark.middle(large, large), choice.selected ? theme.accent : theme.ink);
  }
  if (choice.selected && !several) {
    const double r = std::min(em * 0.6, inner.h / 2);
    const Rect mark = inner.cut_right(2 * r, em * 0.4);
    canvas.circle(mark.centre(), r, theme.primary);
    canvas.icon(Icon::Check, mark.middle(r * 1.2, r * 1.2), theme.on_primary, r * 0.18);
  }
  centred(canvas, inner, [&](Column& column) {
    const bool sub = !choice.sub.empty() && !(view.titles_suffice && canvas.tight());
    column.text(choice.title, {.role = sub ? Role::Question : Role::Lead, .weight = choice.unsure ? Weight::Regular : Weight::Bold,
                               .ink = choice.unsure ? theme.secondary : theme.ink});
    if (sub) column.text(choice.sub, {.role = Role::Secondary});
  });
}

// Most lines a list of wide cards may have before a second column is started.
int columns_for(const Canvas& canvas, const Rect& area, std::size_t count) {
  if (area.w < 150 || count <= 2) return 1;
  if (canvas.portrait()) return count > 6 ? 2 : 1;
  return count > 6 ? 3 : 2;
}

void draw_choices(Canvas& canvas, const Rect& area, const QuestionView& view) {
  const std::size_t count = view.choices.size();
  if (count == 0) return;
  const double gap = std::max(kGapLeast + 0.2, canvas.gap());
  const bool tall = !view.several && count <= 3 && !canvas.portrait() && area.h > 55;
  if (tall) {
    std::vector<double> weights;
    for (const Choice& choice : view.choices) weights.push_back(choice.unsure ? 0.6 : 1.0);
    const std::vector<Rect> boxes = columns(area, weights, gap);
    double highest = 0;
    for (std::size_t i = 0; i < count; ++i) {
      if (view.choices[i].unsure) continue;
      highest = std::max(highest, column_height(canvas, tall_inner(canvas, boxes[i]).w, [&](Column& column) { tall_words(canvas, column, view.choices[i]); }));
    }
    for (std::size_t i = 0; i < count; ++i) tall_card(canvas, boxes[i], view.choices[i], highest);
    return;
  }
  const int across = columns_for(canvas, area, count);
  const int down = static_cast<int>((count + static_cast<std::size_t>(across) - 1) / static_cast<std::size_t>(across));
  const double tight = canvas.compact() || down > 3 ? kGapLeast + 0.4 : gap;
  const double highest = !canvas.portrait() ? 48.0 : count <= 3 ? 84.0 : 62.0;
  const double height = std::min(highest, (area.h - tight * (down - 1)) / down);
  const std::vector<Rect> boxes = grid({area.x, area.y, area.w, height * down + tight * (down - 1)}, across, down, tight);
  for (std::size_t i = 0; i < count; ++i) wide_card(canvas, boxes[i], view.choices[i], view);
}

}  // namespace

void question(Canvas& canvas, const Rect& content, const QuestionView& view) {
  canvas.fit([&] {
    Rect area = content;
    heading(canvas, area, view.title, view.sub);
    const double gap = std::max(kGapLeast + 0.2, canvas.gap() * 0.7);
    double beside = 0;
    for (const ButtonView& action : view.actions) beside += button_width(canvas, action) + gap;
    const bool one_row = !view.actions.empty() && beside + tag_width(canvas, view.answer_tag) <= area.w;
    if (!view.actions.empty()) {
      const double height = canvas.dry([&] { return button_row(canvas, {0, 0, area.w, 1e5}, view.actions); });
      Rect foot = area.cut_bottom(height, gap);
      if (one_row && !view.answer_tag.text.empty()) {
        button_row(canvas, {foot.right() - beside + gap, foot.y, beside, foot.h}, view.actions);
        const double tall = canvas.dry([&] { return tag(canvas, {0, 0, area.w, 1e5}, view.answer_tag).h; });
        tag(canvas, {foot.x, foot.y + (foot.h - tall) / 2, foot.w - beside, tall + 0.3}, view.answer_tag);
      } else {
        button_row(canvas, foot, view.actions);
      }
    }
    if (!view.answer_tag.text.empty() && !one_row) {
      const double height = canvas.dry([&] { return tag(canvas, {0, 0, area.w, 1e5}, view.answer_tag).h; });
      tag(canvas, area.cut_bottom(height, gap), view.answer_tag);
    }
    draw_choices(canvas, area, view);
  });
}

int choices_that_fit(const Canvas& canvas, const Rect& content) {
  const double line = std::max(kTouchLeast, em_mm(canvas.setup().text) * 2.6) + kGapLeast;
  const int down = std::max(2, static_cast<int>((content.h - em_mm(canvas.setup().text) * 4) / line));
  return std::min(12, down * (canvas.portrait() ? 2 : 3));
}

}  // namespace desk::screens
