// How a shaped paragraph falls into lines. Pure: what a character's place is was settled by whoever shaped it.
// Not a public header of the room: the typesetter is its only reader.
#pragma once

#include <vector>

#include "data/text/marked_text.h"
#include "data/text/phrases.h"

namespace desk::text {

struct ShapedParagraph {
  Paragraph source;
  LineBreaks breaks;        // a base and its reading stay together
  std::vector<double> x;    // of each byte that begins a character, and of the end; other bytes have the place of the one before
  int missing_glyphs = 0;
};

// One line: its part of a paragraph, and whether the rest of the text was cut after it.
struct Line {
  const ShapedParagraph* paragraph = nullptr;
  Span span;
  bool cut = false;
};

struct Composed {
  std::vector<Line> lines;
  double widest_word = 0;
  bool shortened = false;
};

void keep_bases_whole(const Paragraph& paragraph, LineBreaks& breaks);
// `width` 0: one line a paragraph. The lines borrow the paragraphs.
[[nodiscard]] Composed compose(const std::vector<ShapedParagraph>& paragraphs, double width, double slack, int max_lines);
[[nodiscard]] double width_of(const Line& line);

}  // namespace desk::text
