#include "kiosk/shell/gallery/checks.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <set>

#include "data/text/text_catalog.h"
#include "kiosk/screens/keys.h"

namespace desk::shell::gallery {
namespace {

using screens::Problem;
using screens::ProblemKind;
using screens::Rect;
using screens::Target;

std::string place(const Rect& mm) {
  char text[80];
  std::snprintf(text, sizeof text, " at %.0f,%.0f mm (%.0f × %.0f)", mm.x, mm.y, mm.w, mm.h);
  return text;
}

std::string by(double mm) {
  char text[32];
  std::snprintf(text, sizeof text, " by %.1f mm", mm);
  return text;
}

// Where the letters are: a line of text has air above and below them, which may touch a neighbour's.
Rect letters(const PlacedText& text, double px_per_mm) {
  const double air = (text.style.line_height - 1) * text.style.em_px / 2 + text.style.em_px * 0.08;
  return {text.px.x / px_per_mm, (text.px.y + air) / px_per_mm, text.px.w / px_per_mm, std::max(0.5, (text.px.h - 2 * air) / px_per_mm)};
}

double overlap(double a, double a_end, double b, double b_end) { return std::min(a_end, b_end) - std::max(a, b); }

std::string words_of(const PlacedText& text) { return "\"" + text::plain(text.marked) + "\""; }

void add_text_complaints(const Drawing& drawing, std::vector<std::string>& out) {
  constexpr double kSlack = 0.6;
  const double px_per_mm = drawing.setup.panel.px_per_mm;
  const Rect panel{0, 0, drawing.setup.panel.width_px / px_per_mm, drawing.setup.panel.height_px / px_per_mm};
  std::vector<std::pair<const PlacedText*, Rect>> shown;
  for (const PlacedText& text : drawing.texts) {
    if (!text.under_dialog) shown.emplace_back(&text, letters(text, px_per_mm));
  }
  for (std::size_t i = 0; i < shown.size(); ++i) {
    const auto& [text, box] = shown[i];
    if (box.x < -kSlack || box.y < -kSlack || box.right() > panel.right() + kSlack || box.bottom() > panel.bottom() + kSlack) {
      out.push_back("text off the panel: " + words_of(*text) + place(box));
    }
    for (std::size_t j = i + 1; j < shown.size(); ++j) {
      const Rect& other = shown[j].second;
      const double wide = overlap(box.x, box.right(), other.x, other.right()), high = overlap(box.y, box.bottom(), other.y, other.bottom());
      if (wide > kSlack && high > kSlack) {
        out.push_back("texts over each other" + by(std::min(wide, high)) + ": " + words_of(*text) + " and " + words_of(*shown[j].first) + place(other));
      }
    }
    for (const Target& target : drawing.targets) {
      if (target.kind == screens::TargetKind::Drag || !target.rect.contains(box.centre())) continue;
      const double over = std::max({target.rect.x - box.x, box.right() - target.rect.right(), target.rect.y - box.y, box.bottom() - target.rect.bottom()});
      if (over > kSlack) out.push_back("text leaves its target" + by(over) + ": " + words_of(*text) + " in " + target.key + place(target.rect));
    }
  }
}

void add_focus_complaints(const Drawing& drawing, std::vector<std::string>& out) {
  std::multiset<std::string> reached(drawing.focus.begin(), drawing.focus.end());
  for (const Target& target : drawing.targets) {
    if (!target.enabled || target.kind == screens::TargetKind::Drag) continue;
    const auto times = reached.count(target.key);
    if (times != 1) out.push_back("the keyboard reaches " + target.key + " " + std::to_string(times) + " times in one round");
  }
}

// The content first, the frame around it last; what lies in one row goes from left to right. The keyboard goes round, and on a screen that only
// tells it begins at the onward button: so the round is looked at from where the content begins.
void add_order_complaints(const Drawing& drawing, std::vector<std::string>& out) {
  std::vector<const Target*> round;
  for (const std::string& key : drawing.focus) {
    const auto found = std::find_if(drawing.targets.begin(), drawing.targets.end(), [&](const Target& target) { return target.key == key; });
    if (found != drawing.targets.end()) round.push_back(&*found);
  }
  for (std::size_t i = 0; i < round.size(); ++i) {
    if (round[i]->frame || !round[(i + round.size() - 1) % round.size()]->frame) continue;
    std::rotate(round.begin(), round.begin() + static_cast<std::ptrdiff_t>(i), round.end());
    break;
  }
  for (std::size_t i = 1; i < round.size(); ++i) {
    const Target& before = *round[i - 1];
    const Target& here = *round[i];
    const bool same_row = std::abs(before.rect.y - here.rect.y) < 1 && std::abs(before.rect.bottom() - here.rect.bottom()) < 1;
    if (before.frame && !here.frame) out.push_back("the keyboard reaches " + here.key + " after " + before.key + " of the frame");
    else if (!here.frame && before.kind == here.kind && same_row && here.rect.x < before.rect.x) {
      out.push_back("the keyboard goes back from " + before.key + " to " + here.key);
    }
  }
}

struct Utf8 {
  char32_t point;
  std::size_t bytes;
};

Utf8 character_at(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const std::size_t bytes = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  char32_t point = bytes == 1 ? lead : lead & (0xFFU >> (bytes + 1));
  for (std::size_t k = 1; k < bytes && at + k < text.size(); ++k) point = point << 6U | (static_cast<unsigned char>(text[at + k]) & 0x3FU);
  return {point, bytes};
}

constexpr std::string_view kBesideFigures = "年月日時分秒円火水木金土";

bool is_kanji(char32_t c) { return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c >= 0x20000 || c == U'々'; }

}  // namespace

std::vector<std::string> complaints(const Drawing& drawing) {
  std::vector<std::string> out;
  for (const Problem& problem : drawing.problems) {
    if (problem.kind == ProblemKind::WordBroken) continue;  // not beautiful, but readable; fit() pays for whole words where it can
    out.push_back(std::string(screens::name_of(problem.kind)) + by(problem.by) + ": \"" + text::plain(problem.what) + "\"" + place(problem.where));
  }
  if (drawing.targets.empty()) out.push_back("nothing can be touched");
  add_text_complaints(drawing, out);
  add_focus_complaints(drawing, out);
  add_order_complaints(drawing, out);
  return out;
}

std::vector<std::string> StandingButtons::complaints(const Drawing& drawing) {
  std::vector<std::string> out;
  const auto find = [&](std::string_view key) -> const Target* {
    for (const Target& target : drawing.targets) {
      if (target.key == key) return &target;
    }
    return nullptr;
  };
  const Target* back = find(screens::key::kBack);
  const Target* next = find(screens::key::kNext);
  for (std::string_view key : {screens::key::kBack, screens::key::kHelp, screens::key::kNext}) {
    const Target* target = find(key);
    if (target == nullptr) continue;
    // Alone in the foot it stands at the right, as on the start screen.
    if (key == screens::key::kHelp && back == nullptr && next == nullptr) continue;
    const auto [known, fresh] = places_.emplace(std::string(key), target->rect);
    if (!fresh && !(known->second == target->rect)) out.push_back(std::string(key) + " has moved:" + place(target->rect) + ", elsewhere" + place(known->second));
  }
  return out;
}

std::vector<std::string> without_reading(const Drawing& drawing, const std::vector<std::string>& own) {
  std::vector<std::string> out;
  for (const PlacedText& text : drawing.texts) {
    if (!text.style.ruby || std::find(own.begin(), own.end(), text.marked) != own.end()) continue;
    std::string marked = text.marked;
    for (const std::string& name : own) {
      if (name.size() <= 4) continue;  // a single character is a name only where it stands alone
      for (auto at = marked.find(name); at != std::string::npos; at = marked.find(name, at)) marked.replace(at, name.size(), " ");
    }
    std::string bare, run;
    const auto end_run = [&] {
      // One alone is part of a date; two together are a word.
      if (run.size() > 3 || kBesideFigures.find(run) == std::string_view::npos) bare += run;
      run.clear();
    };
    for (std::size_t at = 0; at < marked.size();) {
      if (marked[at] == '[') {
        const auto bar = marked.find('|', at), close = marked.find(']', at);
        if (bar != std::string_view::npos && close != std::string_view::npos && bar < close) {
          at = close + 1;
          end_run();
          continue;
        }
      }
      const Utf8 character = character_at(marked, at);
      if (is_kanji(character.point)) run += marked.substr(at, character.bytes);
      else end_run();
      at += character.bytes;
    }
    end_run();
    if (!bare.empty()) out.push_back("no reading over " + bare + " in " + words_of(text));
  }
  return out;
}

}  // namespace desk::shell::gallery
