#include "kiosk/screens/reading.h"

#include <algorithm>
#include <cmath>

namespace desk::screens {
namespace {

bool inside_a_target(const SpokenText& text, const std::vector<Target>& targets) {
  return std::any_of(targets.begin(), targets.end(), [&](const Target& target) {
    return target.kind != TargetKind::Drag && target.rect.contains(text.where.centre());
  });
}

// A figure and its unit, drawn side by side in two sizes, are one word.
bool continues(const SpokenText& before, const SpokenText& text) {
  const double line = std::min(before.where.h, text.where.h);
  const double shared = std::min(before.where.bottom(), text.where.bottom()) - std::max(before.where.y, text.where.y);
  const double between = text.where.x - before.where.right();
  return shared > 0.5 * line && between > -1 && between < 0.8 * line;
}

std::vector<SpokenText> content_of(const std::vector<SpokenText>& texts, const std::vector<Target>& targets) {
  std::vector<SpokenText> content;
  for (const SpokenText& text : texts) {
    if (text.part == Part::Frame || inside_a_target(text, targets)) continue;
    if (!content.empty() && continues(content.back(), text)) {
      content.back().marked += text.marked;
      content.back().where.w = text.where.right() - content.back().where.x;
    } else {
      content.push_back(text);
    }
  }
  return content;
}

std::string without_figures(std::string_view marked) {
  std::string plain = text::plain(marked);
  std::erase_if(plain, [](char c) { return (c >= '0' && c <= '9') || c == ',' || c == ':'; });
  return plain;
}

// What somebody is typing is not read out with every key; the key itself is.
bool is_value(const SpokenText& text) { return text.role == Role::Value || text.role == Role::Figure || text.role == Role::Key; }

const Target* find_target(const std::vector<Target>& targets, std::string_view key) {
  for (const Target& target : targets) {
    if (target.key == key) return &target;
  }
  return nullptr;
}

bool is_answer(const Target& target) {
  if (target.frame || target.kind == TargetKind::Setting) return false;
  return target.kind == TargetKind::Choice || target.kind == TargetKind::Button || target.kind == TargetKind::Primary;
}

}  // namespace

std::string label_aloud(const Target& target, const text::Words& words) {
  if (!target.enabled) return words("speech.disabled", {{"label", target.label}});
  if (target.selected) return words("speech.selected", {{"label", target.label}});
  return target.label;
}

Reading read_screen(const std::vector<SpokenText>& texts, const std::vector<Target>& targets, const text::Words& words) {
  Reading reading;
  for (SpokenText& text : content_of(texts, targets)) reading.body.push_back(std::move(text.marked));
  const auto answers = std::count_if(targets.begin(), targets.end(), is_answer);
  if (answers > 0) reading.choices.push_back(words("speech.choices", {{"count", std::to_string(answers)}}));
  for (const TargetKind kind : {TargetKind::Choice, TargetKind::Button, TargetKind::Primary}) {
    for (const Target& target : targets) {
      if (target.kind == kind && is_answer(target)) reading.choices.push_back(label_aloud(target, words));
    }
  }
  const bool keys = std::any_of(targets.begin(), targets.end(), [](const Target& target) { return target.kind == TargetKind::Key; });
  const bool ten = std::any_of(targets.begin(), targets.end(), [](const Target& target) { return target.key == "pad.5"; });
  if (keys) reading.choices.push_back(words(ten ? "speech.number_keys" : "speech.letter_keys"));
  for (const bool setting : {false, true}) {
    for (const Target& target : targets) {
      if (target.frame && (target.kind == TargetKind::Setting) == setting) reading.frame.push_back(label_aloud(target, words));
    }
  }
  if (!reading.frame.empty()) reading.frame.insert(reading.frame.begin(), words("speech.buttons"));
  return reading;
}

std::optional<std::vector<std::string>> ScreenReader::look(const Frame& frame, const text::Words& words) {
  std::vector<std::string> seen, chosen, added;
  for (const SpokenText& text : content_of(frame.texts, frame.targets)) {
    std::string bare = without_figures(text.marked);
    if (std::find(seen_.begin(), seen_.end(), bare) == seen_.end() && !is_value(text) && !bare.empty()) added.push_back(text.marked);
    seen.push_back(std::move(bare));
  }
  std::optional<std::string> changed;
  for (const Target& target : frame.targets) {
    if (target.selected) chosen.push_back(target.key);
    const bool was = std::find(chosen_.begin(), chosen_.end(), target.key) != chosen_.end();
    if (target.selected != was && target.kind == TargetKind::Choice) changed = target.selected ? label_aloud(target, words) : words("speech.unselected", {{"label", target.label}});
  }
  std::string focus = frame.focus;
  for (const std::string& key : frame.group) focus += "|" + key;
  const bool moved = focus != focus_ && !focus.empty();
  const bool appeared = frame.screen != screen_ || seen_.empty();
  screen_ = frame.screen;
  seen_ = std::move(seen);
  chosen_ = std::move(chosen);
  focus_ = focus;

  std::vector<std::string> place;
  if (moved && !frame.group.empty()) {
    const Target* first = find_target(frame.targets, frame.group.front());
    const Target* last = find_target(frame.targets, frame.group.back());
    if (first != nullptr && last != nullptr) place.push_back(words("speech.group", {{"first", first->label}, {"last", last->label}}));
  } else if (moved) {
    if (const Target* target = find_target(frame.targets, frame.focus)) place.push_back(label_aloud(*target, words));
  }
  if (appeared) {
    Reading reading = read_screen(frame.texts, frame.targets, words);
    std::vector<std::string> all = std::move(reading.body);
    all.insert(all.end(), reading.choices.begin(), reading.choices.end());
    if (!place.empty()) all.push_back(words("speech.here", {{"label", place.front()}}));
    return all;
  }
  if (changed) added.insert(added.begin(), *changed);
  added.insert(added.end(), place.begin(), place.end());
  if (added.empty()) return std::nullopt;
  return added;
}

std::vector<std::string> ScreenReader::again(const Frame& frame, const text::Words& words) const {
  Reading reading = read_screen(frame.texts, frame.targets, words);
  std::vector<std::string> all = std::move(reading.body);
  all.insert(all.end(), reading.choices.begin(), reading.choices.end());
  all.insert(all.end(), reading.frame.begin(), reading.frame.end());
  return all;
}

void ScreenReader::forget() { *this = ScreenReader(); }

}  // namespace desk::screens
