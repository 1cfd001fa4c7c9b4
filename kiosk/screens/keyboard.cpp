#include "kiosk/screens/keyboard.h"

#include <array>

#include "data/base/characters.h"
#include "kiosk/screens/keys.h"

namespace desk::screens {
namespace {

constexpr double kKeyGap = kGapLeast + 0.05;
constexpr double kWidestKey = 31;   // a hand rests over them; wider keys only lengthen its way
constexpr double kHighestKey = 22;

// Column by column from the left; a full-width space leaves its place empty. や and わ have holes where every primer has them.
constexpr std::array<std::string_view, 10> kKanaColumns{"わをんー　", "らりるれろ", "や　ゆ　よ", "まみむめも", "はひふへほ",
                                                        "なにぬねの", "たちつてと", "さしすせそ", "かきくけこ", "あいうえお"};
constexpr int kKanaRows = 5;
constexpr int kMarkColumns = 2;      // ゛ ゜ and the long keys, left of the kana
constexpr int kKanaAcross = kMarkColumns + 10;
constexpr std::array<std::string_view, 3> kLetterRows{"QWERTYUIOP", "ASDFGHJKL'", "ZXCVBNM-."};
constexpr int kLettersAcross = 10;
constexpr int kLetterRowsAll = 4;

int across(const KeyboardView& view) { return view.letters ? kLettersAcross : kKanaAcross; }
int down(const KeyboardView& view) { return view.letters ? kLetterRowsAll : kKanaRows; }

// Cells of one size, the whole in the middle of the area.
class Cells {
 public:
  Cells(const Rect& area, int columns, int rows) {
    w_ = std::min(kWidestKey, (area.w - kKeyGap * (columns - 1)) / columns);
    h_ = std::min(kHighestKey, (area.h - kKeyGap * (rows - 1)) / rows);
    x_ = area.x + (area.w - w_ * columns - kKeyGap * (columns - 1)) / 2;
    y_ = area.bottom() - h_ * rows - kKeyGap * (rows - 1);
  }
  [[nodiscard]] Rect at(int column, int row, int span = 1) const {
    return {x_ + column * (w_ + kKeyGap), y_ + row * (h_ + kKeyGap), span * w_ + (span - 1) * kKeyGap, h_};
  }

 private:
  double x_, y_, w_, h_;
};

// The largest of these roles in which the label stands on the key in one line.
TextLook look_on(const Canvas& canvas, const Rect& box, const std::string& label, std::initializer_list<Role> roles) {
  TextLook look{.align = Align::Center, .line_height = 1.0};
  for (const Role role : roles) {
    look.role = role;
    const TextSizeMm size = canvas.measure(label, look);
    if (size.w <= box.w - 2 && size.h <= box.h - 2) break;
  }
  return look;
}

struct Key {
  std::string_view key;
  std::string label;      // as drawn
  std::string spoken;     // as read aloud; empty: the label
  bool word = false;
  bool enabled = true;
};

// ゛ and ゜ stand at the corner of their em: as letters they would be specks at the edge of a key. Drawn, they stand in its middle.
void draw_mark(Canvas& canvas, const Rect& box, bool round, const Colour& ink) {
  const double side = std::min(box.w, box.h) * 0.34;
  const Point centre = box.centre();
  if (round) return canvas.ring(centre, side * 0.5, ink, side * 0.16);
  for (const double shift : {-0.3, 0.25}) {
    const Point stroke[] = {{centre.x + side * (shift - 0.16), centre.y - side * 0.36}, {centre.x + side * (shift + 0.16), centre.y + side * 0.36}};
    canvas.polyline(stroke, false, ink, side * 0.18);
    canvas.circle(stroke[0], side * 0.09, ink);
    canvas.circle(stroke[1], side * 0.09, ink);
  }
}

void draw_key(Canvas& canvas, const Rect& box, const Key& each) {
  const Theme& theme = canvas.theme();
  constexpr double kRadius = 5;
  const bool held = canvas.target(each.key, box, each.spoken.empty() ? each.label : each.spoken, TargetKind::Key, each.enabled);
  canvas.fill(box, !each.enabled ? theme.off : held ? theme.primary_pale : each.word ? theme.shade : theme.card, kRadius);
  if (each.enabled) canvas.stroke(box, held ? theme.primary : theme.edge, held ? 1.2 : 0.6, kRadius);
  if (canvas.focused(each.key)) focus_ring(canvas, box, kRadius);
  const Colour ink = each.enabled ? theme.ink : theme.on_off;
  if (each.key == key::kVoiced || each.key == key::kSemiVoiced) return draw_mark(canvas, box, each.key == key::kSemiVoiced, ink);
  TextLook look = each.word ? look_on(canvas, box, each.label, {Role::Lead, Role::Body, Role::Secondary, Role::Caption})
                            : look_on(canvas, box, each.label, {Role::Key, Role::Title, Role::Question, Role::Lead, Role::Body, Role::Secondary});
  look.ink = ink;
  canvas.text_middle(box.inset(1, 0), each.label, look);
}

void kana_keys(Canvas& canvas, const Cells& cells, const KeyboardView& view, const text::Words& words) {
  const auto say = [&](std::string_view what) { return words("keyboard." + std::string(what)); };
  draw_key(canvas, cells.at(0, 0), {key::kVoiced, "゛", say("voiced"), false, view.enabled});
  draw_key(canvas, cells.at(1, 0), {key::kSemiVoiced, "゜", say("semi_voiced"), false, view.enabled});
  draw_key(canvas, cells.at(0, 1, 2), {key::kSmall, say("small"), "", true, view.enabled});
  draw_key(canvas, cells.at(0, 2, 2), {key::kSpace, say("space"), "", true, view.enabled});
  draw_key(canvas, cells.at(0, 3, 2), {key::kUndo, say("undo"), "", true, view.enabled});
  draw_key(canvas, cells.at(0, 4, 2), {key::kErase, say("erase"), "", true, view.enabled});
  // As they are read: あ to わ, from the right. The focus of a keyboard or switch follows the same way.
  for (int column = 9; column >= 0; --column) {
    const auto kana = characters(kKanaColumns[static_cast<std::size_t>(column)]);
    for (int row = 0; row < kKanaRows; ++row) {
      const std::string one(kana[static_cast<std::size_t>(row)]);
      if (one == "　") continue;
      const std::string target = std::string(key::kKana) + one;
      draw_key(canvas, cells.at(kMarkColumns + column, row), {target, one, one == "ー" ? say("long_sound") : "", false, view.enabled});
    }
  }
  if (!view.switch_key.empty()) draw_key(canvas, cells.at(kMarkColumns, 4), {view.switch_key, say("letters_key"), say("letters"), true, view.enabled});
}

void letter_keys(Canvas& canvas, const Cells& cells, const KeyboardView& view, const text::Words& words) {
  const auto say = [&](std::string_view what) { return words("keyboard." + std::string(what)); };
  for (int row = 0; row < 3; ++row) {
    const std::string_view letters = kLetterRows[static_cast<std::size_t>(row)];
    for (std::size_t i = 0; i < letters.size(); ++i) {
      const std::string one(1, letters[i]);
      const std::string spoken = one == "'" ? say("apostrophe") : one == "-" ? say("hyphen") : one == "." ? say("full_stop") : "";
      draw_key(canvas, cells.at(static_cast<int>(i), row), {std::string(key::kLetter) + one, one, spoken, false, view.enabled});
    }
  }
  if (!view.switch_key.empty()) draw_key(canvas, cells.at(0, 3, 2), {view.switch_key, say("kana_key"), say("kana"), true, view.enabled});
  draw_key(canvas, cells.at(2, 3, 4), {key::kSpace, say("space"), "", true, view.enabled});
  draw_key(canvas, cells.at(6, 3, 2), {key::kUndo, say("undo"), "", true, view.enabled});
  draw_key(canvas, cells.at(8, 3, 2), {key::kErase, say("erase"), "", true, view.enabled});
}

}  // namespace

double keyboard_height(const Canvas&, const Rect& area, const KeyboardView& view) {
  const int rows = down(view);
  const double cell = std::clamp(area.h * 0.62 / rows - kKeyGap, kTouchLeast + 0.05, kHighestKey);
  return cell * rows + kKeyGap * (rows - 1);
}

void keyboard(Canvas& canvas, const Rect& area, const KeyboardView& view, const text::Words& words) {
  const Cells cells(area, across(view), down(view));
  if (view.letters) letter_keys(canvas, cells, view, words);
  else kana_keys(canvas, cells, view, words);
}

}  // namespace desk::screens
