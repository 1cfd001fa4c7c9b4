#include "kiosk/screens/word_cards.h"

#include "kiosk/screens/keys.h"

namespace desk::screens {
namespace {

constexpr double kCardGap = kGapLeast + 0.4;

// The word as large as its card lets it be.
void word_on(Canvas& canvas, const Rect& box, const std::string& word, const Colour& ink) {
  TextLook look{.weight = Weight::Bold, .align = Align::Center, .ink = ink, .line_height = 1.0};
  for (const Role role : {Role::Key, Role::Title, Role::Question, Role::Lead, Role::Body, Role::Secondary}) {
    look.role = role;
    const TextSizeMm size = canvas.measure(word, look);
    if (size.w <= box.w - 4 && size.h <= box.h - 2) break;
  }
  canvas.text_middle(box.inset(1.5, 0), word, look);
}

int across_for(const Canvas& canvas, const Rect& area, const WordCardsView& view) {
  double widest = 24;
  for (const WordCard& card : view.cards) widest = std::max(widest, canvas.measure(card.word, {.role = Role::Question, .weight = Weight::Bold}).w + 8);
  return std::clamp(static_cast<int>((area.w + kCardGap) / (widest + kCardGap)), 1, canvas.portrait() ? 3 : 5);
}

}  // namespace

int word_cards(Canvas& canvas, const Rect& content, const WordCardsView& view) {
  const int total = static_cast<int>(view.cards.size());
  int next = total;
  canvas.fit([&] {
    Rect area = content;
    heading(canvas, area, view.title, view.sub);
    const int columns = across_for(canvas, area, view);
    const double height = std::max(kPrimaryLeast, canvas.em(Role::Key) * 1.5);
    const double row_width = (area.w - kCardGap * (columns - 1)) / columns;

    // What is below is always there, so that nothing jumps from page to page.
    std::vector<ButtonView> foot = view.actions;
    const double probe = canvas.dry([&] {
      std::vector<ButtonView> all = view.actions;
      all.push_back({"probe.less", view.paging.less_label, Icon::ArrowLeft, true, ButtonStyle::Outline, false});
      all.push_back({"probe.more", view.paging.more_label, Icon::ArrowRight, true, ButtonStyle::Outline, true});
      return button_row(canvas, {0, 0, area.w, 1e5}, all);
    });
    const Rect bottom = area.cut_bottom(probe, kCardGap + 1);
    const int rows = static_cast<int>((area.h + kCardGap + 0.01) / (height + kCardGap));
    if (rows < 1 || (rows < 2 && total > columns)) canvas.report(ProblemKind::OutsideArea, view.title, area, height);
    const int shown = std::min(total - view.paging.first, std::max(1, rows) * columns);
    next = view.paging.first + shown;
    for (int i = 0; i < shown; ++i) {
      const WordCard& each = view.cards[static_cast<std::size_t>(view.paging.first + i)];
      const Rect box{area.x + (i % columns) * (row_width + kCardGap), area.y + (i / columns) * (height + kCardGap), row_width, height};
      const bool held = canvas.target(each.key, box, each.word, TargetKind::Choice, true, false);
      touch_card(canvas, box, {.held = held, .focused = canvas.focused(each.key)});
      word_on(canvas, box, each.word, canvas.theme().ink);
    }
    if (view.paging.first > 0) foot.push_back({std::string(key::kLess), view.paging.less_label, Icon::ArrowLeft, true, ButtonStyle::Outline, false});
    if (next < total) foot.push_back({std::string(key::kMore), view.paging.more_label, Icon::ArrowRight, true, ButtonStyle::Outline, true});
    button_row(canvas, bottom, foot);
  });
  return next;
}

double form_groups(Canvas& canvas, const Rect& area, const std::vector<FormsView>& groups) {
  const Theme& theme = canvas.theme();
  const double side = std::max(kTouchLeast + 1, canvas.em(Role::Key) * 1.35);
  const double between = side * 0.45;  // groups stand apart: what belongs together is seen without a line
  double x = area.x, y = area.y;
  for (const FormsView& group : groups) {
    const double width = static_cast<double>(group.forms.size()) * (side + kCardGap) - kCardGap;
    if (x > area.x && x + std::min(width, area.w) > area.right() + 0.1) {
      x = area.x;
      y += side + kCardGap + 1.5;
    }
    for (const WordCard& form : group.forms) {
      if (x > area.x && x + side > area.right() + 0.1) {  // a character of many forms goes on in the next line
        x = area.x;
        y += side + kCardGap;
      }
      const Rect box{x, y, side, side};
      const bool in_use = form.word == group.in_use;
      const bool held = canvas.target(form.key, box, form.said.empty() ? form.word : form.said, TargetKind::Choice, true, in_use);
      touch_card(canvas, box, {.selected = in_use, .held = held, .focused = canvas.focused(form.key)});
      word_on(canvas, box, form.word, in_use ? theme.accent : theme.ink);
      x += side + kCardGap;
    }
    x += between - kCardGap;
  }
  return groups.empty() ? 0 : y + side - area.y;
}

}  // namespace desk::screens
