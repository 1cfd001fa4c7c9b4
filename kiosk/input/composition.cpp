#include "kiosk/input/composition.h"

#include <algorithm>

#include "kiosk/input/kana.h"

namespace desk::input {
namespace {

constexpr std::size_t kMostUndone = 40;
constexpr std::size_t kMostPending = 3;

// Parts of a name put together on the heap, in a block that is wiped: a short std::string would leave it on the stack.
Secret joined(std::initializer_list<std::string_view> parts) {
  std::size_t size = 0;
  for (std::string_view part : parts) size += part.size();
  std::string text;
  text.reserve(size + 64);
  for (std::string_view part : parts) text += part;
  Secret out(text);
  wipe(text);
  return out;
}

void remember(Composition& field) {
  if (field.before.size() >= kMostUndone) field.before.erase(field.before.begin());
  field.before.push_back(field.preedit.clone());
}

// The preedit without its last character.
std::string_view head_of(const Composition& field) {
  const auto all = characters(field.preedit.reveal());
  return field.preedit.reveal().substr(0, all.empty() ? 0 : field.preedit.size() - all.back().size());
}

bool change_last(Composition& field, std::optional<std::string_view> (*change)(std::string_view)) {
  const auto all = characters(field.preedit.reveal());
  if (all.empty()) return false;
  const auto other = change(all.back());
  if (!other) return false;
  remember(field);
  field.preedit = joined({head_of(field), *other});
  return true;
}

bool is_letter(std::string_view c) { return c.size() == 1 && ((c[0] >= 'a' && c[0] <= 'z') || (c[0] >= 'A' && c[0] <= 'Z') || c[0] == '\''); }

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

// A letter in the kana script: spelled with those that wait.
bool type_letter(Composition& field, char letter) {
  const char small_letter = lower(letter);
  const Secret letters = joined({field.pending.reveal(), std::string_view(&small_letter, 1)});
  Spelled spelled = spell(letters.reveal());
  if (spelled.rest.size() > kMostPending) spelled.rest.clear();
  if (!spelled.kana.empty()) {
    remember(field);
    field.preedit = joined({field.preedit.reveal(), spelled.kana});
  }
  field.pending = Secret(spelled.rest);
  wipe(spelled.kana);
  wipe(spelled.rest);
  return true;
}

// A single n at the end was meant as ん.
void finish_pending(Composition& field) {
  if (field.pending.reveal() == "n") field.preedit = joined({field.preedit.reveal(), "ん"});
  field.pending.clear();
}

void settle(Composition& field, std::string_view word) {
  field.settled = Secret(word);
  field.candidates.clear();
  field.stage = Stage::Settled;
}

bool known(const Composition& field, std::string_view word) {
  return std::any_of(field.candidates.begin(), field.candidates.end(), [&](const Secret& each) { return each.reveal() == word; });
}

}  // namespace

Secret Composition::shown() const {
  if (stage == Stage::Settled) return settled.clone();
  return joined({preedit.reveal(), pending.reveal()});
}

Composition Composition::clone() const {
  Composition copy;
  copy.stage = stage;
  copy.script = script;
  copy.preedit = preedit.clone();
  copy.pending = pending.clone();
  for (const Secret& each : candidates) copy.candidates.push_back(each.clone());
  copy.settled = settled.clone();
  for (const Secret& each : before) copy.before.push_back(each.clone());
  return copy;
}

bool type(Composition& field, std::string_view character) {
  const auto all = characters(character);
  if (field.stage != Stage::Typing || all.size() != 1) return false;
  if (characters(field.preedit.reveal()).size() >= kMostCharacters) return false;
  if (character == " " && (field.empty() || field.preedit.reveal().ends_with(' '))) return false;
  if (field.script == Script::Kana && is_letter(character)) return type_letter(field, character[0]);
  if (field.script == Script::Kana && character == "-") character = "ー";
  finish_pending(field);
  remember(field);
  const char letter = character.size() == 1 ? upper(character[0]) : '\0';  // as on a residence card
  field.preedit = joined({field.preedit.reveal(), letter != '\0' ? std::string_view(&letter, 1) : character});
  return true;
}

bool edit(Composition& field, Edit what) {
  if (field.stage != Stage::Typing) return false;
  switch (what) {
    case Edit::Voiced: return change_last(field, voiced);
    case Edit::SemiVoiced: return change_last(field, semi_voiced);
    case Edit::Small: return change_last(field, small);
    case Edit::Erase:
      if (!field.pending.empty()) {
        field.pending = Secret(field.pending.reveal().substr(0, field.pending.size() - 1));
        return true;
      }
      if (field.preedit.empty()) return false;
      remember(field);
      field.preedit = Secret(head_of(field));
      return true;
    case Edit::Undo:
      if (field.before.empty()) return false;
      field.preedit = std::move(field.before.back());
      field.before.pop_back();
      field.pending.clear();
      return true;
    case Edit::Clear:
      if (field.empty()) return false;
      remember(field);
      field.preedit.clear();
      field.pending.clear();
      return true;
  }
  return false;
}

void switch_script(Composition& field) {
  if (field.stage != Stage::Typing) return;
  finish_pending(field);
  field.script = field.script == Script::Kana ? Script::Latin : Script::Kana;
}

bool ask(Composition& field) {
  if (field.stage != Stage::Typing || field.empty()) return false;
  finish_pending(field);
  std::string_view typed = field.preedit.reveal();
  while (!typed.empty() && typed.back() == ' ') typed.remove_suffix(1);
  if (typed.empty()) return false;
  if (typed.size() != field.preedit.size()) field.preedit = Secret(typed);
  if (!all_hiragana(field.preedit.reveal())) {
    settle(field, field.preedit.reveal());
    return false;
  }
  field.stage = Stage::Converting;
  return true;
}

Secret reading(const Composition& field) { return field.preedit.clone(); }

void offer(Composition& field, const std::vector<Secret>& words) {
  if (field.stage != Stage::Converting) return;
  field.candidates.clear();
  std::string other = katakana(field.preedit.reveal());
  for (const Secret& word : words) {
    if (word.empty() || word.reveal() == field.preedit.reveal() || word.reveal() == other || known(field, word.reveal())) continue;
    field.candidates.push_back(word.clone());
  }
  field.candidates.push_back(field.preedit.clone());
  field.candidates.emplace_back(other);
  wipe(other);
  field.stage = Stage::Choosing;
}

bool choose(Composition& field, std::size_t candidate) {
  if (field.stage != Stage::Choosing || candidate >= field.candidates.size()) return false;
  const Secret word = field.candidates[candidate].clone();
  settle(field, word.reveal());
  return true;
}

void keep_kana(Composition& field) {
  if (field.stage == Stage::Converting || field.stage == Stage::Choosing) settle(field, field.preedit.reveal());
}

void reopen(Composition& field) {
  field.stage = Stage::Typing;
  field.candidates.clear();
  field.settled.clear();
}

bool substitute(Composition& field, std::size_t character, std::string_view form) {
  if (field.stage != Stage::Settled || characters(form).size() != 1) return false;
  const auto all = characters(field.settled.reveal());
  if (character >= all.size()) return false;
  const std::string_view text = field.settled.reveal();
  const auto begin = static_cast<std::size_t>(all[character].data() - text.data());
  field.settled = joined({text.substr(0, begin), form, text.substr(begin + all[character].size())});
  return true;
}

}  // namespace desk::input
