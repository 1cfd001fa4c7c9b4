// The panel 音声: reading aloud on and off, how fast, how loud; once more, and stop. It stays open while it is being set.
#include "kiosk/screens/scene_parts.h"

namespace desk::screens {
namespace {

struct SoundStep {
  std::string key;
  std::string label;
  bool selected = false;
};

struct SoundRow {
  std::string label;
  std::vector<SoundStep> steps;
};

std::vector<SoundRow> sound_rows(const Scene& scene) {
  const flow::Settings& settings = scene.model.settings;
  const auto word = [&](std::string_view name) { return scene.words("screen.overlay.sound." + std::string(name)); };
  std::vector<SoundRow> rows;
  rows.push_back({word("reading"),
                  {{std::string(key::kSpeech) + "on", word("on"), settings.speech}, {std::string(key::kSpeech) + "off", word("off"), !settings.speech}}});
  SoundRow speed{word("speed"), {}};
  for (int step = flow::kSlowest; step <= flow::kFastest; ++step) {
    const std::string number = std::to_string(step);
    speed.steps.push_back({std::string(key::kSpeed) + number, word("speed_" + number), settings.speech_speed == step});
  }
  SoundRow volume{word("volume"), {}};
  for (int step = flow::kQuietest; step <= flow::kLoudest; ++step) {
    const std::string number = std::to_string(step);
    volume.steps.push_back({std::string(key::kVolume) + number, number, settings.speech_volume == step});
  }
  rows.push_back(std::move(speed));
  rows.push_back(std::move(volume));
  return rows;
}

void draw_sound_step(Canvas& canvas, const Rect& box, const SoundRow& row, const SoundStep& step) {
  // A figure by itself says nothing to somebody who only listens: 音量 3.
  const std::string label = row.label + " " + step.label;
  const bool held = canvas.target(step.key, box, label, TargetKind::Choice, true, step.selected);
  touch_card(canvas, box, {.selected = step.selected, .held = held, .focused = canvas.focused(step.key)});
  Rect inner = box.inset(2, 1);
  if (step.selected && inner.w > canvas.em() * 3) {
    const double side = canvas.em() * 0.8;
    canvas.icon(Icon::Check, inner.cut_left(side, canvas.em() * 0.2).middle(side, side), canvas.theme().accent, side * 0.1);
  }
  canvas.text_middle(inner, step.label, {.role = Role::Lead, .weight = step.selected ? Weight::Bold : Weight::Regular, .align = Align::Center, .line_height = 1.2});
}

void draw_sound_row(Canvas& canvas, const Rect& where, const SoundRow& row, double label) {
  Rect rest = where;
  const bool above = label <= 0;
  const TextLook look{.role = Role::Body, .weight = Weight::Bold};
  if (above) {
    const double height = canvas.measure(row.label, look, rest.w).h;
    canvas.text(rest.cut_top(height + 0.3, 1), row.label, look);
  } else {
    canvas.text_middle(rest.cut_left(label, 4), row.label, look);
  }
  const std::vector<Rect> boxes = columns(rest, std::vector<double>(row.steps.size(), 1.0), kGapLeast + 0.4);
  for (std::size_t i = 0; i < row.steps.size(); ++i) draw_sound_step(canvas, boxes[i], row, row.steps[i]);
}

}  // namespace

void draw_sound_panel(Canvas& canvas, const Scene& scene) {
  const std::vector<SoundRow> rows = sound_rows(scene);
  canvas.begin_layer();
  canvas.fill(canvas.area(), canvas.theme().scrim);
  canvas.fit([&] {
    const Rect panel = canvas.area();
    const double width = std::min(panel.w - (canvas.compact() ? 16 : 30), 300.0);
    const double pad = canvas.tight() ? 4 : canvas.compact() ? 6 : 14;
    const double inner = width - 2 * pad;
    const double gap = canvas.tight() ? kGapLeast + 0.2 : std::max(kGapLeast + 0.4, canvas.gap() * 0.7);
    double label = 0;
    for (const SoundRow& row : rows) label = std::max(label, canvas.measure(row.label, {.role = Role::Body, .weight = Weight::Bold}).w + 1);
    const bool above = label > inner * 0.34;  // no room for the words beside the steps
    const double word = above ? canvas.measure(rows[0].label, {.role = Role::Body, .weight = Weight::Bold}).h + 1.3 : 0;
    const double step = std::max(kTouchLeast + (canvas.compact() ? 0.2 : 4.0), canvas.em() * 1.6);
    const double foot = kPrimaryLeast + (canvas.compact() ? 0.4 : 4);
    const TextLook title{.role = Role::Title, .weight = Weight::Bold, .align = Align::Center};
    const TextLook lost{.role = Role::Body, .align = Align::Center, .ink = canvas.theme().tone(Tone::Care).ink};
    const std::string heading_text = scene.words("screen.overlay.sound.title");
    const std::string lost_text = scene.model.speech_lost ? scene.words("screen.overlay.sound.not_available") : std::string();
    const double head = canvas.measure(heading_text, title, inner).h;
    const double note = lost_text.empty() ? 0 : canvas.measure(lost_text, lost, inner).h + gap * 0.5;
    const double count = static_cast<double>(rows.size());
    const double height = head + note + gap + count * (step + word + gap) + foot + 1.7 * pad;
    const Rect box = panel.middle(width, height);
    canvas.check_inside(box, panel.inset(canvas.tight() ? 2 : 4), heading_text);
    canvas.shadow(box, 9, 6);
    canvas.fill(box, canvas.theme().card, 9);
    canvas.stroke(box, canvas.theme().edge, 0.6, 9);
    Rect area = box.inset(pad, pad * 0.85);
    canvas.text(area.cut_top(head + 0.4), heading_text, title);
    if (note > 0) canvas.text(area.cut_top(note), lost_text, lost);
    area.cut_top(gap);
    for (const SoundRow& row : rows) draw_sound_row(canvas, area.cut_top(step + word, gap), row, above ? 0 : label);
    const std::vector<Rect> places = columns({area.x, area.y, area.w, foot}, {1, 1, 1}, gap);
    ButtonView again = action_button(scene, flow::Action::ReadAgain, "screen.overlay.sound.again");
    ButtonView stop = action_button(scene, flow::Action::StopReading, "screen.overlay.sound.stop");
    again.enabled = stop.enabled = scene.model.settings.speech;
    button(canvas, places[0], again);
    button(canvas, places[1], stop);
    ButtonView close = action_button(scene, flow::Action::DismissOverlay, "screen.overlay.sound.close");
    close.style = ButtonStyle::Primary;
    button(canvas, places[2], close);
  });
}

}  // namespace desk::screens
