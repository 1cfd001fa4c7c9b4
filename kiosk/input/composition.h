// Composition: one field of a name while it is written, from the first kana to the word that stands. Pure: nothing here converts, draws or
// waits. Whoever holds it takes converted words from wherever they come (converter.h) and hands them to offer().
//
//            type, edit                    offer                     choose, keep_kana
//   Typing ─────────────▶ Typing ──ask──▶ Converting ──▶ Choosing ───────────────────▶ Settled ──substitute──▶ Settled
//      ▲                     │ (letters, or kana mixed with them, are settled by ask at once)   │
//      └─────────────────────┴──────────────────── reopen ◀──────────────────────────────────────┘
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "data/base/secret.h"

namespace desk::input {

enum class Stage { Typing, Converting, Choosing, Settled };
enum class Script { Kana, Latin };
enum class Edit { Voiced, SemiVoiced, Small, Erase, Undo, Clear };

struct Composition {
  Stage stage = Stage::Typing;
  Script script = Script::Kana;
  Secret preedit;                  // as typed
  Secret pending;                  // letters of a keyboard that are no kana yet
  std::vector<Secret> candidates;  // while Choosing; the last two are the reading itself, in hiragana and katakana
  Secret settled;                  // the word that stands
  std::vector<Secret> before;      // what Undo brings back, the newest last

  [[nodiscard]] bool empty() const { return preedit.empty() && pending.empty(); }
  // What to show: the settled word, else what was typed so far with letters that wait.
  [[nodiscard]] Secret shown() const;
  [[nodiscard]] Composition clone() const;
};

// Long enough for any name on a family register (寿限無 aside); a cat on the keyboard stops here.
inline constexpr std::size_t kMostCharacters = 20;

// A character of a drawn key, or a letter of a keyboard somebody plugged in: in the kana script letters become kana as they are spelled.
// False: it had no place.
bool type(Composition& field, std::string_view character);
bool edit(Composition& field, Edit what);
void switch_script(Composition& field);

// What was typed is complete. True: it has become Converting and a converter must be asked for reading(); false: it is settled as it
// stands, or nothing was typed.
[[nodiscard]] bool ask(Composition& field);
[[nodiscard]] Secret reading(const Composition& field);
// The converter's words, best first; none when it could not answer. The reading itself is always among what is offered.
void offer(Composition& field, const std::vector<Secret>& words);
bool choose(Composition& field, std::size_t candidate);
void keep_kana(Composition& field);
// Back to typing with what was typed; the chosen word is forgotten.
void reopen(Composition& field);
// Another form of one character of the settled word: 高崎 → 髙崎.
bool substitute(Composition& field, std::size_t character, std::string_view form);

}  // namespace desk::input
