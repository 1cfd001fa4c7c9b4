#include "kiosk/screens/hint.h"

#include "kiosk/flow/question.h"
#include "kiosk/flow/update.h"
#include "kiosk/screens/keys.h"
#include "kiosk/screens/widgets.h"

namespace desk::screens {
namespace {

constexpr std::chrono::seconds kHintStands{5};

std::string_view reason_for(std::string_view pressed_key, const Scene& scene) {
  using flow::Step;
  const flow::Model& m = scene.model;
  if (flow::busy(m) || m.awaited != 0) return "speech.refused_busy";
  if (pressed_key == key::kNext) {
    if (m.step == Step::Phone) return "speech.refused_phone";
    if (m.step == Step::Code || m.step == Step::ResumeCode) return "speech.refused_code";
    if (const auto question = flow::question_of(m.step, m.answers, scene.pack)) {
      const bool figure = question->kind == flow::QuestionKind::Number || question->kind == flow::QuestionKind::Digits;
      return figure ? "speech.refused_number" : "speech.refused_choice";
    }
  }
  return "speech.refused";
}

}  // namespace

void refuse(std::string_view pressed_key, const Scene& scene, UiState& ui) {
  ui.hint = scene.words(reason_for(pressed_key, scene));
  ui.hint_until = scene.now + kHintStands;
}

void draw_hint(Canvas& canvas, const Scene& scene, const UiState& ui) {
  if (ui.hint.empty() || scene.now.micros >= ui.hint_until.micros) return;
  canvas.fit([&] {
    const Rect panel = canvas.area();
    const ToneColours& tone = canvas.theme().tone(Tone::Care);
    const double width = std::min(panel.w - 16, 260.0);
    TextLook look{.role = Role::Lead, .weight = Weight::Bold, .align = Align::Center, .ink = tone.ink};
    const double height = canvas.measure(ui.hint, look, width - 16).h + 10;
    const double foot = panel.h < 200 ? 26 : 38;
    const Rect box{(panel.w - width) / 2, panel.h - foot - height, width, height};
    canvas.shadow(box, 6, 4);
    canvas.fill(box, tone.pale, 6);
    canvas.stroke(box, tone.shape, 1.0, 6);
    canvas.text_middle(box.inset(8, 2), ui.hint, look);
  });
}

void draw_focus_group(Canvas& canvas) {
  const std::vector<std::string>& group = canvas.focus().group();
  std::optional<Rect> around;
  for (const Target& target : canvas.frame_targets()) {
    if (std::find(group.begin(), group.end(), target.key) == group.end()) continue;
    if (!around) {
      around = target.rect;
      continue;
    }
    const double right = std::max(around->right(), target.rect.right()), bottom = std::max(around->bottom(), target.rect.bottom());
    around->x = std::min(around->x, target.rect.x);
    around->y = std::min(around->y, target.rect.y);
    around->w = right - around->x;
    around->h = bottom - around->y;
  }
  if (around) focus_ring(canvas, *around, 4);
}

}  // namespace desk::screens
