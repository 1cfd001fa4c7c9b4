// Tokens of the look (design 6): colours of the four themes, type roles, text sizes, spaces and touch sizes, all in millimetres.
// Nothing else in the screens names a colour or a size of its own.
#pragma once

#include <array>
#include <string_view>

#include "data/text/typesetter.h"

namespace desk::screens {

using text::Align;
using text::Colour;
using text::Weight;

enum class ThemeName { Paper, WhiteOnBlack, YellowOnBlack, LowGlare };
inline constexpr std::array kThemes{ThemeName::Paper, ThemeName::WhiteOnBlack, ThemeName::YellowOnBlack, ThemeName::LowGlare};
[[nodiscard]] std::string_view code_of(ThemeName theme);  // "paper", "white-on-black", "yellow-on-black", "low-glare"

// A state is always a shape, a word and a colour; `Quiet` is "nothing to do here".
enum class Tone { Done, Care, Stop, Quiet, Plain };

struct ToneColours {
  Colour ink;       // of the word
  Colour pale;      // behind the word
  Colour shape;     // a filled dot
  Colour on_shape;  // the mark in the dot
};

// Drawn papers and cards: what a sheet in the hand looks like, in every theme.
struct SheetColours {
  Colour ground, pale;   // pale: of a look-alike
  Colour edge, rule, bar, ink, seal, tint;  // tint: a coloured field of the paper
};

struct Theme {
  Colour paper, card, ink, secondary;
  Colour line;                               // dividers and quiet panels: nothing depends on seeing them
  Colour edge;                               // edges of what can be touched, ≥ 3:1
  Colour primary, on_primary, on_primary_quiet, primary_pale;
  Colour accent;                             // emphasis inside text
  Colour off, on_off;                        // a disabled button
  Colour shade;                              // days off, empty parts
  Colour scrim;                              // over the screen, under a dialog
  std::array<Colour, 3> series, on_series;   // parts of a bar
  ToneColours done, care, stop, quiet, plain;
  SheetColours sheet;
  [[nodiscard]] const ToneColours& tone(Tone tone) const;
};
[[nodiscard]] const Theme& theme_of(ThemeName name);

// WCAG 2.1 contrast of two opaque colours, 1..21.
[[nodiscard]] double contrast(Colour a, Colour b);

enum class TextSize { Small, Normal, Large, Largest };
inline constexpr std::array kTextSizes{TextSize::Small, TextSize::Normal, TextSize::Large, TextSize::Largest};
[[nodiscard]] double em_mm(TextSize size);

enum class Role {
  Hero,       // the attract screen's promise
  Title,      // what a screen is
  Question,   // the title of a card
  Lead,       // a little more than body
  Body,
  Secondary,  // explanations, in a quieter voice
  Caption,    // labels of the frame and of axes: the smallest there is
  Key,        // digits on a pad
  Figure,     // a big amount
  Value       // what the person types
};
[[nodiscard]] double scale_of(Role role);

// Nothing under a 4.8 mm capital: BIZ UDPGothic's capitals are 0.75 em high.
inline constexpr double kSmallestEm = 6.4;
inline constexpr double kTouchLeast = 15;
inline constexpr double kPrimaryLeast = 20;
inline constexpr double kGapLeast = 3;
inline constexpr double kNearMiss = 4;

}  // namespace desk::screens
