#include "scanner/pixels.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace desk::scanner {

namespace {

std::size_t at(int value) { return static_cast<std::size_t>(value); }

// The source span [first, last) that target index `i` of `to` covers, never empty.
struct Span {
  int first;
  int last;
};
Span span_of(int i, int from, int to) {
  const auto first = static_cast<int>(static_cast<std::int64_t>(i) * from / to);
  const auto last = static_cast<int>(static_cast<std::int64_t>(i + 1) * from / to);
  return {first, std::max(last, first + 1)};
}

// Box filter, one pass over the source; sums of a target row are kept in `sums`.
Pixels box(const Pixels& page, int width, int height) {
  Pixels out = Pixels::blank(width, height, page.channels, page.dpi);
  const int channels = page.channels;
  std::vector<Span> columns;
  columns.reserve(at(width));
  for (int x = 0; x < width; ++x) columns.push_back(span_of(x, page.width, width));
  std::vector<std::uint32_t> sums(at(width) * at(channels));
  for (int y = 0; y < height; ++y) {
    std::fill(sums.begin(), sums.end(), 0U);
    const Span rows = span_of(y, page.height, height);
    for (int sy = rows.first; sy < rows.last; ++sy) {
      const unsigned char* source = page.row(sy);
      std::uint32_t* sum = sums.data();
      for (const Span& column : columns) {
        for (int sx = column.first; sx < column.last; ++sx) {
          for (int c = 0; c < channels; ++c) sum[c] += source[sx * channels + c];
        }
        sum += channels;
      }
    }
    unsigned char* target = out.row(y);
    for (int x = 0; x < width; ++x) {
      const Span& column = columns[at(x)];
      const auto count = static_cast<std::uint32_t>((column.last - column.first) * (rows.last - rows.first));
      for (int c = 0; c < channels; ++c) {
        target[x * channels + c] = static_cast<unsigned char>((sums[at(x * channels + c)] + count / 2) / count);
      }
    }
  }
  return out;
}

}  // namespace

bool Pixels::sound() const {
  return width > 0 && height > 0 && (channels == 1 || channels == 3) && dpi > 0 && bytes.size() == row_bytes() * at(height);
}

Pixels Pixels::blank(int width, int height, int channels, int dpi, unsigned char level) {
  Pixels page{width, height, channels, dpi, {}};
  page.bytes.assign(page.row_bytes() * at(height), level);
  return page;
}

Pixels to_grey(const Pixels& page) {
  if (page.channels == 1) return page;
  Pixels grey{page.width, page.height, 1, page.dpi, {}};
  grey.bytes.resize(at(page.width) * at(page.height));
  const unsigned char* source = page.bytes.data();
  for (unsigned char& level : grey.bytes) {
    // ITU-R BT.601 weights in 256ths, the same that JPEG uses for its luminance.
    level = static_cast<unsigned char>((source[0] * 77 + source[1] * 150 + source[2] * 29) >> 8);
    source += 3;
  }
  return grey;
}

Pixels turned(const Pixels& page, int quarter_turns) {
  const int turns = ((quarter_turns % 4) + 4) % 4;
  if (turns == 0) return page;
  const bool sideways = turns % 2 == 1;
  Pixels out = Pixels::blank(sideways ? page.height : page.width, sideways ? page.width : page.height, page.channels, page.dpi);
  for (int y = 0; y < page.height; ++y) {
    const unsigned char* source = page.row(y);
    for (int x = 0; x < page.width; ++x) {
      int tx = page.width - 1 - x;
      int ty = page.height - 1 - y;
      if (turns == 1) {
        tx = page.height - 1 - y;
        ty = x;
      } else if (turns == 3) {
        tx = y;
        ty = page.width - 1 - x;
      }
      std::copy_n(source + x * page.channels, page.channels, out.row(ty) + tx * page.channels);
    }
  }
  return out;
}

void mask(Pixels& page, const std::vector<PageRect>& rects) {
  for (const PageRect& rect : rects) {
    if (rect.left >= rect.right || rect.top >= rect.bottom) continue;
    const auto low = [](int thousandth, int size) { return std::clamp(thousandth, 0, 1000) * size / 1000; };
    const auto high = [](int thousandth, int size) { return (std::clamp(thousandth, 0, 1000) * size + 999) / 1000; };
    const int left = low(rect.left, page.width);
    const int right = high(rect.right, page.width);
    const int bottom = high(rect.bottom, page.height);
    if (left >= right) continue;
    for (int y = low(rect.top, page.height); y < bottom; ++y) {
      std::fill_n(page.row(y) + left * page.channels, at((right - left) * page.channels), static_cast<unsigned char>(0));
    }
  }
}

Preview preview(const Pixels& page, int longest_side) {
  const int longest = std::max(page.width, page.height);
  const double scale = longest > longest_side ? static_cast<double>(longest_side) / longest : 1.0;
  const int width = std::max(1, static_cast<int>(std::lround(page.width * scale)));
  const int height = std::max(1, static_cast<int>(std::lround(page.height * scale)));
  const Pixels small = box(page, width, height);
  Preview out{width, height, {}};
  out.rgba.resize(at(width) * at(height) * 4);
  const unsigned char* source = small.bytes.data();
  for (std::size_t i = 0; i < out.rgba.size(); i += 4) {
    for (std::size_t c = 0; c < 3; ++c) out.rgba[i + c] = source[small.channels == 3 ? c : 0];
    out.rgba[i + 3] = 255;
    source += small.channels;
  }
  return out;
}

Pixels resampled(const Pixels& page, int dpi) {
  if (dpi <= 0 || dpi >= page.dpi) return page;
  Pixels out = box(page, std::max(1, static_cast<int>(std::lround(static_cast<double>(page.width) * dpi / page.dpi))),
                   std::max(1, static_cast<int>(std::lround(static_cast<double>(page.height) * dpi / page.dpi))));
  out.dpi = dpi;
  return out;
}

}  // namespace desk::scanner
