// The touch test: the whole panel in cells that a finger wipes over once. No frame: its corners are to be tested as well.
#include <algorithm>
#include <cmath>

#include "kiosk/screens/dialog.h"
#include "kiosk/screens/machine_parts.h"

namespace desk::screens {
namespace {

constexpr double kCellMm = 24;  // about the smallest target with its gap: a dead place that swallows a button is found

}  // namespace

void draw_staff_touch_test(Canvas& canvas, const Scene& scene, UiState& ui) {
  const flow::SelfTestState& test = scene.model.machine.self_test;
  const Theme& theme = canvas.theme();
  const Rect area = canvas.area();
  ui.grid_columns = std::max(4, static_cast<int>(std::lround(area.w / kCellMm)));
  ui.grid_rows = std::max(4, static_cast<int>(std::lround(area.h / kCellMm)));
  canvas.fill(area, theme.paper);
  const bool same = test.grid.columns == ui.grid_columns && test.grid.rows == ui.grid_rows;
  std::size_t i = 0;
  for (const Rect& cell : grid(area, ui.grid_columns, ui.grid_rows, 0)) {
    const bool wiped = same && test.grid.wiped[i++];
    canvas.fill(cell.inset(0.6), wiped ? theme.done.pale : theme.card, 1.5);
    canvas.stroke(cell.inset(0.6), wiped ? theme.done.shape : theme.edge, 0.4, 1.5);
    if (wiped) canvas.icon(Icon::Check, cell.inset(cell.w * 0.32, cell.h * 0.32), theme.done.shape);
  }
  const int left = same ? test.grid.left() : ui.grid_columns * ui.grid_rows;
  // Said in the middle, where the cells lie under it: the words take no touch.
  const std::string words = scene.words("screen.staff_touch_test.wipe", {{"count", std::to_string(left)}});
  const Rect card = area.middle(std::min(area.w * 0.7, 190.0), canvas.em() * 5.4);
  canvas.fill(card, theme.card, 4);
  canvas.stroke(card, theme.primary, 0.8, 4);
  TextLook look;
  look.role = Role::Question;
  look.align = Align::Center;
  look.max_lines = 3;
  canvas.fit([&] { canvas.text_middle(card.inset(4, 2), words, look); });
  canvas.target(key::kTouchGrid, area, words, TargetKind::Drag);
  if (!test.touch_asking) return;
  DialogView view;
  view.tone = Tone::Care;
  view.icon = Icon::Question;
  view.title = scene.words("screen.staff_touch_test.ask");
  view.body = scene.words("screen.staff_touch_test.ask_body", {{"count", std::to_string(left)}});
  ButtonView on = action_button(scene, flow::Action::TestYes, "screen.staff_touch_test.go_on");
  on.style = ButtonStyle::Primary;
  view.actions = {action_button(scene, flow::Action::TestSkip, "screen.staff_touch_test.stop"),
                  action_button(scene, flow::Action::TestNo, "screen.staff_touch_test.dead"), on};
  dialog(canvas, view);
}

std::optional<flow::Event> machine_drag(const Drag& drag, UiState& ui) {
  if (drag.key != key::kTouchGrid) return std::nullopt;
  const Point last = ui.wiped_to.value_or(drag.from);
  ui.wiped_to = drag.to;
  if (drag.ended) ui.wiped_to.reset();
  return flow::CellsWiped{ui.grid_columns, ui.grid_rows, flow::cells_between(ui.grid_columns, ui.grid_rows, last.x, last.y, drag.to.x, drag.to.y)};
}

}  // namespace desk::screens
