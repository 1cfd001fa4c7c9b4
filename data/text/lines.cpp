#include "data/text/lines.h"

#include <algorithm>
#include <string_view>

namespace desk::text {
namespace {

std::size_t without_spaces(const std::string& text, std::size_t begin, std::size_t end) {
  constexpr std::string_view kWideSpace = "　";
  while (end > begin) {
    const std::string_view part = std::string_view(text).substr(begin, end - begin);
    if (part.back() == ' ') end -= 1;
    else if (part.ends_with(kWideSpace)) end -= kWideSpace.size();
    else break;
  }
  return end;
}

// The furthest end of a line from `begin`: a phrase if one fits, else by kinsoku, else any character, at least one.
template <class Fits>
std::size_t furthest(const LineBreaks& breaks, std::size_t begin, Fits fits) {
  for (const std::vector<std::size_t>* ends : {&breaks.phrases, &breaks.strict, &breaks.characters}) {
    std::size_t best = begin;
    for (auto end = std::upper_bound(ends->begin(), ends->end(), begin); end != ends->end() && fits(*end); ++end) best = *end;
    if (best > begin) return best;
  }
  return *std::upper_bound(breaks.characters.begin(), breaks.characters.end(), begin);
}

void break_lines(const ShapedParagraph& paragraph, double width, double slack, Composed& composed) {
  const std::string& text = paragraph.source.text;
  const std::size_t size = text.size();
  if (size == 0) {
    composed.lines.push_back({&paragraph, {0, 0}, false});
    return;
  }
  const auto span_of = [&](std::size_t begin, std::size_t end) { return paragraph.x[without_spaces(text, begin, end)] - paragraph.x[begin]; };
  std::size_t from = 0;
  for (std::size_t end : paragraph.breaks.phrases) {
    composed.widest_word = std::max(composed.widest_word, span_of(from, end));
    from = end;
  }
  if (width <= 0) {
    composed.lines.push_back({&paragraph, {0, size}, false});
    return;
  }
  std::size_t begin = 0;
  while (begin < size) {
    const std::size_t end = furthest(paragraph.breaks, begin, [&](std::size_t at) { return span_of(begin, at) <= width + slack; });
    composed.lines.push_back({&paragraph, {begin, without_spaces(text, begin, end)}, false});
    begin = end;
  }
}

}  // namespace

void keep_bases_whole(const Paragraph& paragraph, LineBreaks& breaks) {
  for (std::vector<std::size_t>* ends : {&breaks.phrases, &breaks.strict}) {
    std::erase_if(*ends, [&](std::size_t end) {
      return std::any_of(paragraph.readings.begin(), paragraph.readings.end(), [&](const Reading& each) { return end > each.base.begin && end < each.base.end; });
    });
  }
}

Composed compose(const std::vector<ShapedParagraph>& paragraphs, double width, double slack, int max_lines) {
  Composed composed;
  for (const ShapedParagraph& paragraph : paragraphs) break_lines(paragraph, width, slack, composed);
  const auto limit = static_cast<std::size_t>(std::max(0, max_lines));
  if (limit > 0 && composed.lines.size() > limit) {
    composed.lines.resize(limit);
    Line& last = composed.lines.back();
    last.span.end = last.paragraph->source.text.size();
    last.cut = true;
    composed.shortened = true;
  }
  return composed;
}

double width_of(const Line& line) { return line.paragraph->x[line.span.end] - line.paragraph->x[line.span.begin]; }

}  // namespace desk::text
