// Typesetter: the one text engine (Pango, Cairo, ICU behind this header). Lays out and rasterises every string, for screens, slips and
// PDFs alike: shaping, fall-back fonts, characters beyond U+FFFF, Japanese line breaks by phrase.
//
// Marked text (data/text/text_catalog.h): **bold** is drawn bold in the emphasis colour; [base|reading] draws the reading above its base
// when `ruby` is set, else only the base. Not thread-safe: one Typesetter a thread. The first string costs about 9 ms, a warm one 0.1 ms.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "data/base/result.h"

namespace desk::text {

enum class Weight { Regular, Bold };
enum class Align { Left, Center, Right };

struct Colour {
  std::uint8_t r = 0, g = 0, b = 0, a = 255;
  friend bool operator==(const Colour&, const Colour&) = default;
};

struct TextStyle {
  double em_px = 34;              // size of the em in pixels of the target
  Weight weight = Weight::Regular;
  Align align = Align::Left;
  Colour ink{27, 27, 31, 255};
  Colour emphasis{27, 27, 31, 255};  // of **bold** runs
  double line_height = 1.45;      // of the em
  int max_lines = 0;              // 0: as many as needed; else the last one ends with …
  bool tabular = false;           // digits of one width
  bool ruby = false;              // draw readings
  bool crisp = false;             // no grey edges: for 1-bit paper
  std::string_view fonts = {};         // families asked before the look's own, comma between: of a language with characters of its own; borrowed
};

struct TextExtent {
  int width = 0;                  // of the ink's logical box, pixels
  int height = 0;
  int baseline = 0;               // of the first line
  int lines = 0;
  bool shortened = false;         // max_lines cut it
  int missing_glyphs = 0;         // characters that no installed font has
  int widest_word = 0;            // the narrowest width that breaks no phrase inside
};

struct TextRaster {
  int width = 0;
  int height = 0;
  int baseline = 0;
  std::vector<std::uint8_t> rgba;  // premultiplied, width * 4 bytes a row
};

class Typesetter {
 public:
  // Fails when none of the families the look needs is installed.
  [[nodiscard]] static Result<std::unique_ptr<Typesetter>> create();
  virtual ~Typesetter() = default;

  // Loads the fonts that name kanji outside the look's own face come from: some tens of milliseconds, which the first such name would wait for.
  virtual void load_fallbacks() = 0;

  // How many shaped texts are kept for the next measure or raster of the same words at whatever size; 0, as at the start: none. What is kept may
  // be a person's name: whoever asks for it calls forget() when a visit ends. Crisp text is never kept.
  virtual void remember(std::size_t texts) = 0;
  virtual void forget() = 0;

  // `width` 0: one line, no breaks.
  [[nodiscard]] virtual TextExtent measure(std::string_view marked, const TextStyle& style, int width) = 0;
  // The raster is `width` pixels wide when width > 0 (so that alignment is in it), else as wide as its ink box.
  [[nodiscard]] virtual TextRaster raster(std::string_view marked, const TextStyle& style, int width) = 0;
};

}  // namespace desk::text
