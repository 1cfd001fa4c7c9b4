// The name of whom staff call: written part by part on our keyboard, chosen among large cards, looked at once more with the forms of its
// characters.
#include "data/base/characters.h"
#include "data/text/name_forms.h"
#include "kiosk/screens/keyboard.h"
#include "kiosk/screens/scene_parts.h"
#include "kiosk/screens/word_cards.h"

namespace desk::screens {
namespace {

using flow::NamePart;
using flow::NamePhase;
using input::Stage;

// A part of a name for drawing. In a block of its own, however short: what lies on the heap is wiped when it goes.
std::string drawn(std::string_view text, std::string_view more = {}) {
  std::string out;
  out.reserve(text.size() + more.size() + 64);
  out += text;
  out += more;
  return out;
}

bool has_kanji(std::string_view word) {
  for (const std::string_view c : characters(word)) {
    const auto lead = static_cast<unsigned char>(c[0]);
    const auto second = c.size() > 1 ? static_cast<unsigned char>(c[1]) : 0U;
    if ((lead >= 0xE4 && lead != 0xEF) || (lead == 0xE3 && second >= 0x90) || (lead == 0xEF && second < 0xBC)) return true;
  }
  return false;
}

// A word with its reading above it, where readings are shown; as it is spoken everywhere.
std::string read(std::string_view word, std::string_view reading) {
  if (reading.empty() || word == reading || !has_kanji(word)) return drawn(word);
  std::string out;
  out.reserve(word.size() + reading.size() + 64);
  out += '[';
  out += word;
  out += '|';
  out += reading;
  out += ']';
  return out;
}

std::string read(const input::Composition& field) { return read(field.settled.reveal(), field.preedit.reveal()); }

std::string_view name_of_part(NamePart part) { return part == NamePart::Family ? "family" : "given"; }

ButtonView leave_out_button(const Scene& scene) { return action_button(scene, flow::Action::DontKnow, "screen.contact_name.skip"); }

// ---- writing ----

// What is typed, over a thick line with a caret; the family name that stands already before it.
void written(Canvas& canvas, const Rect& box, const Scene& scene) {
  const Theme& theme = canvas.theme();
  const flow::NameState& name = scene.model.name;
  const input::Composition& field = name.part(name.at_hand());
  const bool second = name.phase == NamePhase::Given && !name.family.settled.empty();
  const Secret shown = field.shown();
  const std::string text = drawn(shown.reveal());
  const std::string before = second ? drawn(read(name.family), "　") : std::string();
  TextLook look{.weight = Weight::Bold, .line_height = 1.0};
  TextSizeMm size, ahead;  // what is typed, and the family name in front of it, which may carry its reading
  double high = 0;
  for (const Role role : {Role::Figure, Role::Key, Role::Title, Role::Question, Role::Lead, Role::Body, Role::Secondary}) {
    look.role = role;
    if (!before.empty()) ahead = canvas.measure(before, look);
    size = canvas.measure(text.empty() ? "0" : text, look);
    high = std::max(size.h, ahead.h);
    if (ahead.w + size.w <= box.w - 4 && high <= box.h - 2.5) break;
  }
  const double left = ahead.w;
  const double baseline = box.bottom() - 2.5 - std::max(size.h - size.baseline, ahead.h - ahead.baseline);
  const double top = baseline - size.baseline;
  if (!before.empty()) {
    TextLook quiet = look;
    quiet.ink = theme.secondary;
    canvas.text({box.x, baseline - ahead.baseline, left + 0.5, ahead.h + 0.5}, before, quiet);
  }
  if (!text.empty()) canvas.text({box.x + left, top, box.w - left, size.h + 0.5}, text, look);
  const double caret = box.x + left + (text.empty() ? 0 : size.w) + 0.9;
  if (field.stage == Stage::Typing) canvas.fill({caret, top + size.h * 0.08, 0.9, size.h * 0.84}, theme.primary, 0.4);
  canvas.fill({box.x, box.bottom() - 1.4, box.w, 1.4}, theme.primary, 0.7);
}

// Title and line at the left, buttons at the right; on an upright panel the buttons stand below.
void write_head(Canvas& canvas, Rect area, const Scene& scene, const TagView& note) {
  const text::Words& words = scene.words;
  const std::string base = "screen.contact_name." + std::string(name_of_part(scene.model.name.at_hand()));
  std::vector<ButtonView> buttons{leave_out_button(scene)};
  if (!canvas.tight()) buttons.push_back(explain_button(scene));
  const bool beside = !canvas.portrait();
  const bool low = area.h < 45;
  if (beside) {
    // Side by side where that leaves the title most of the width, else one above the other.
    double row = 0, widest = 0;
    for (const ButtonView& view : buttons) {
      widest = std::max(widest, button_width(canvas, view));
      row += button_width(canvas, view) + 4.5;
    }
    const double height = canvas.dry([&] { return button_row(canvas, {0, 0, widest, 1e5}, buttons); });
    Rect side = area.cut_right(height <= area.h ? widest : std::min(row, area.w * 0.5), 6);
    side.h = canvas.dry([&] { return button_row(canvas, {0, 0, side.w, 1e5}, buttons); });
    button_row(canvas, side, buttons);
    canvas.check_inside(side, {side.x, area.y, side.w, area.h}, "buttons");
  }
  Column column(canvas, area);
  const bool say = !note.text.empty();
  // Where there is little height, what is to be said stands in the title's place.
  const bool instead = say && low && beside;
  if (instead) column.take(tag(canvas, column.rest(), note, Role::Secondary).h);
  else column.text(words(base + ".title"), {.role = low ? Role::Lead : Role::Title, .weight = Weight::Bold, .line_height = low ? 1.15 : 0});
  if (!low) {
    column.space(1.2);
    column.text(words("screen.contact_name.sub"), {.role = beside ? Role::Secondary : Role::Lead, .ink = canvas.theme().secondary});
    column.space(canvas.gap() * (beside ? 0.2 : 0.6));
  }
  // The line does not move when there is something to say: that stands at its end, or below it where there is room.
  const double high = low ? std::max(10.0, canvas.em() * 1.2) : canvas.em(Role::Key) * 1.45;
  Rect line = column.take(beside ? std::max(high, std::min(column.rest().h, canvas.em(Role::Key) * 1.45)) : high);
  if (say && beside && !instead) {
    const double wide = std::min(tag_width(canvas, note, Role::Secondary), line.w * 0.62);
    const Rect place = line.cut_right(wide, 3);
    const double tall = canvas.dry([&] { return tag(canvas, {0, 0, wide, 1e5}, note, Role::Secondary).h; });
    canvas.check_inside({place.x, place.bottom() - tall, wide, tall}, area, "note");
    tag(canvas, {place.x, place.bottom() - tall, wide, tall + 0.3}, note, Role::Secondary);
  }
  written(canvas, line, scene);
  if (!beside) {
    column.space(canvas.gap() * 0.6);
    if (say) {
      column.take(tag(canvas, column.rest(), note).h);
      column.space(canvas.gap() * 0.5);
    }
    column.take(button_row(canvas, column.rest(), buttons));
  }
  column.close();
}

void draw_writing(Canvas& canvas, const Scene& scene) {
  const flow::NameState& name = scene.model.name;
  const input::Composition& field = name.part(name.at_hand());
  const bool waiting = field.stage == Stage::Converting;
  FrameView frame = frame_of_scene(scene);
  const flow::ContactName& contact = scene.model.answers.contact;
  const bool left_out = contact.asked && contact.family.empty();
  frame.next.enabled = !waiting && (!field.empty() || left_out || name.phase == NamePhase::Given);
  Rect content = draw_frame(canvas, frame);
  KeyboardView keys{field.script == input::Script::Latin, action_key(flow::Action::SwitchKeys), !waiting};
  const Rect area = content.cut_bottom(keyboard_height(canvas, content, keys), kGapLeast + 0.2);
  TagView note;
  if (waiting) note = {Tone::Plain, scene.words("screen.contact_name.looking"), false};
  else if (!scene.model.problem.empty()) note = {Tone::Care, scene.words(scene.model.problem), true};
  canvas.fit([&] { write_head(canvas, content, scene, note); });
  canvas.fit([&] { keyboard(canvas, area, keys, scene.words); });
}

// ---- choosing ----

void draw_choosing(Canvas& canvas, const Scene& scene, UiState& ui) {
  const text::Words& words = scene.words;
  const flow::NameState& name = scene.model.name;
  const input::Composition& field = name.part(name.at_hand());
  FrameView frame = frame_of_scene(scene);
  frame.next.enabled = false;
  WordCardsView view;
  view.title = words(name.without_kanji ? "screen.contact_name.no_kanji" : "screen.contact_name.choose");
  view.sub = words(std::string("screen.contact_name.") + std::string(name_of_part(name.at_hand())) + ".reads", {{"reading", drawn(field.preedit.reveal())}});
  for (std::size_t i = 0; i < field.candidates.size(); ++i) {
    if (field.candidates[i].reveal() == field.preedit.reveal()) continue;  // has a button of its own on every page
    view.cards.push_back({std::string(key::kWord) + std::to_string(i), read(field.candidates[i].reveal(), field.preedit.reveal())});
  }
  view.paging = paging_of(scene, ui);
  view.paging.first = std::min(ui.first, static_cast<int>(view.cards.size()) - 1);
  view.actions = {action_button(scene, flow::Action::KeepKana, "screen.contact_name.keep_kana")};
  ui.next_first = word_cards(canvas, draw_frame(canvas, frame), view);
}

// ---- the last look ----

std::vector<FormsView> forms_of(const Scene& scene) {
  std::vector<FormsView> groups;
  if (scene.name_forms == nullptr) return groups;
  for (const NamePart part : {NamePart::Family, NamePart::Given}) {
    const auto all = characters(scene.model.name.part(part).settled.reveal());
    for (std::size_t i = 0; i < all.size(); ++i) {
      const auto& forms = scene.name_forms->of(all[i]);
      if (forms.empty()) continue;
      FormsView group;
      group.in_use = drawn(all[i]);
      for (const std::string& form : forms) {
        const std::string target = std::string(key::kForm) + (part == NamePart::Family ? "f" : "g") + std::to_string(i) + "." + form;
        const std::string number = std::to_string(group.forms.size() + 1);
        group.forms.push_back({target, form, scene.words("screen.contact_name.form", {{"character", forms.front()}, {"number", number}})});
      }
      groups.push_back(std::move(group));
    }
  }
  return groups;
}

void draw_check(Canvas& canvas, const Scene& scene) {
  const text::Words& words = scene.words;
  const flow::NameState& name = scene.model.name;
  const std::vector<FormsView> groups = forms_of(scene);
  const Rect content = draw_frame(canvas, frame_of_scene(scene));
  const std::string family = drawn(read(name.family), name.given.settled.empty() ? "" : " ");
  const std::string whole = words("screen.contact_name.addressed", {{"name", drawn(family, read(name.given))}});
  canvas.fit([&] {
    Rect area = content;
    heading(canvas, area, words("screen.contact_name.check.title"), canvas.tight() ? "" : words("screen.contact_name.check.sub"));
    const std::vector<ButtonView> again{
        {std::string(key::kNamePart) + "family", words("screen.contact_name.family.again"), Icon::None, true, ButtonStyle::Outline, false},
        {std::string(key::kNamePart) + "given", words("screen.contact_name.given.again"), Icon::None, true, ButtonStyle::Outline, false}};
    Column column(canvas, area);
    TextLook look{.role = Role::Figure, .weight = Weight::Bold, .line_height = canvas.setup().ruby ? 0 : 1.1};
    for (const Role role : {Role::Figure, Role::Key, Role::Title, Role::Question, Role::Lead}) {
      look.role = role;
      if (canvas.measure(whole, look).w <= area.w) break;
    }
    column.text(whole, look);
    column.space(canvas.gap() * 0.6);
    if (!groups.empty()) {
      column.text(words("screen.contact_name.check.forms"), {.role = Role::Body});
      column.space(canvas.gap() * 0.4);
      column.take(form_groups(canvas, column.rest(), groups));
      column.space(std::max(kGapLeast + 0.4, canvas.gap() * 0.8));
    }
    column.take(button_row(canvas, column.rest(), again));
    column.close();
  });
}

}  // namespace

void draw_contact_name(Canvas& canvas, const Scene& scene, UiState& ui) {
  const flow::NameState& name = scene.model.name;
  if (name.phase == NamePhase::Check) return draw_check(canvas, scene);
  if (name.part(name.at_hand()).stage == Stage::Choosing) return draw_choosing(canvas, scene, ui);
  ui.first = 0;  // the next choice begins at its first page
  draw_writing(canvas, scene);
}

std::optional<flow::Event> press_name(std::string_view key, const Scene& scene) {
  if (scene.model.step != flow::Step::ContactName) return std::nullopt;
  const auto rest = [&](std::string_view prefix) { return key.substr(prefix.size()); };
  if (key == key::kVoiced) return flow::NameEdited{input::Edit::Voiced};
  if (key == key::kSemiVoiced) return flow::NameEdited{input::Edit::SemiVoiced};
  if (key == key::kSmall) return flow::NameEdited{input::Edit::Small};
  if (key == key::kErase) return flow::NameEdited{input::Edit::Erase};
  if (key == key::kUndo) return flow::NameEdited{input::Edit::Undo};
  if (key == key::kSpace) return flow::NameKey{Secret(" ")};
  if (key.starts_with(key::kKana)) return flow::NameKey{Secret(rest(key::kKana))};
  if (key.starts_with(key::kLetter)) return flow::NameKey{Secret(rest(key::kLetter))};
  if (key == std::string(key::kNamePart) + "family") return flow::NamePartChosen{NamePart::Family};
  if (key == std::string(key::kNamePart) + "given") return flow::NamePartChosen{NamePart::Given};
  if (key.starts_with(key::kWord)) return flow::CandidateChosen{static_cast<std::size_t>(std::max(0, number_in(rest(key::kWord))))};
  if (key.starts_with(key::kForm)) {
    const std::string_view form = rest(key::kForm);  // "f0.髙"
    const auto dot = form.find('.');
    if (dot == std::string_view::npos || dot < 2) return std::nullopt;
    const NamePart part = form[0] == 'f' ? NamePart::Family : NamePart::Given;
    return flow::FormChosen{part, static_cast<std::size_t>(std::max(0, number_in(form.substr(1, dot - 1)))), std::string(form.substr(dot + 1))};
  }
  return std::nullopt;
}

}  // namespace desk::screens
