#include "scanner/helper/page_assembler.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <string>
#include <utility>

namespace desk::scanner {

namespace {

// A4 at 1200 dpi in colour is 417 MB; the desk scans at 300 to 600. More than this is a driver gone wrong.
constexpr std::size_t kMostBytes = std::size_t{500} << 20;

Failure odd(const std::string& reason) { return {StaffCode::ScannerReadError, "driver", reason}; }

int samples(FrameKind kind) { return kind == FrameKind::Rgb ? 3 : 1; }

// SANE sends 16-bit samples in the machine's own byte order.
unsigned char high_byte(const unsigned char* sample) { return sample[std::endian::native == std::endian::little ? 1 : 0]; }

bool bit(const unsigned char* bits, int index) { return ((bits[index / 8] >> (7 - index % 8)) & 1) != 0; }

}  // namespace

Done PageAssembler::begin_frame(const FrameLayout& layout) {
  if (layout.pixels_per_line <= 0 || layout.pixels_per_line > 60'000 || layout.bytes_per_line <= 0 || layout.bytes_per_line > 1'000'000) {
    return fail(odd("implausible line of " + std::to_string(layout.pixels_per_line) + " pixels"));
  }
  if (layout.depth != 1 && layout.depth != 8 && layout.depth != 16) return fail(odd(std::to_string(layout.depth) + " bits a sample"));
  const int bits = layout.pixels_per_line * samples(layout.kind) * layout.depth;
  // Colour of 1 bit comes as three planes a line, each padded to bytes.
  const int needed = layout.depth == 1 ? (layout.pixels_per_line + 7) / 8 * samples(layout.kind) : bits / 8;
  if (layout.bytes_per_line < needed) return fail(odd("lines shorter than their pixels"));
  const bool pass = layout.kind == FrameKind::Red || layout.kind == FrameKind::Green || layout.kind == FrameKind::Blue;
  if (passes_ > 0 && (!pass || !three_pass_ || layout.pixels_per_line != page_.width)) return fail(odd("frames of one page that do not fit together"));
  if (passes_ > 0) shortest_ = shortest_ < 0 ? line_ : std::min(shortest_, line_);
  three_pass_ = pass;
  layout_ = layout;
  line_ = 0;
  partial_.clear();
  if (passes_++ == 0) {
    page_ = Pixels{layout.pixels_per_line, 0, pass ? 3 : samples(layout.kind), dpi_, {}};
    if (layout.lines > 0) {
      const std::size_t all = page_.row_bytes() * static_cast<std::size_t>(layout.lines);
      if (all > kMostBytes) return fail(odd("a page too large to be paper"));
      page_.bytes.reserve(all);
    }
  }
  return {};
}

void PageAssembler::add_line(const unsigned char* line) {
  const int width = layout_.pixels_per_line;
  if (line_ == page_.height) {
    page_.bytes.resize(page_.bytes.size() + page_.row_bytes(), 255);
    ++page_.height;
  }
  unsigned char* out = page_.row(line_++);
  const int step = page_.channels;
  const int count = samples(layout_.kind);
  const int offset = layout_.kind == FrameKind::Green ? 1 : (layout_.kind == FrameKind::Blue ? 2 : 0);
  if (layout_.depth == 8 && !three_pass_) {
    std::copy_n(line, width * count, out);
    return;
  }
  const int plane = (width + 7) / 8;
  for (int x = 0; x < width; ++x) {
    for (int c = 0; c < count; ++c) {
      unsigned char value = 0;
      if (layout_.depth == 8) {
        value = line[x * count + c];
      } else if (layout_.depth == 16) {
        value = high_byte(line + (x * count + c) * 2);
      } else if (layout_.kind == FrameKind::Grey) {
        value = bit(line, x) ? 0 : 255;  // line art: 1 is black
      } else {
        value = bit(line + c * plane, x) ? 255 : 0;  // colour: 1 is full intensity
      }
      out[x * step + offset + c] = value;
    }
  }
}

Done PageAssembler::add(std::span<const unsigned char> bytes) {
  const auto line = static_cast<std::size_t>(layout_.bytes_per_line);
  if (page_.bytes.size() + bytes.size() > kMostBytes) return fail(odd("a page that never ends"));
  // A later pass may not be longer than the first: there is no row to put it in.
  const auto room = [&] { return passes_ <= 1 || line_ < page_.height; };
  while (!bytes.empty() && room()) {
    if (partial_.empty() && bytes.size() >= line) {
      add_line(bytes.data());
      bytes = bytes.subspan(line);
      continue;
    }
    const std::size_t take = std::min(bytes.size(), line - partial_.size());
    partial_.insert(partial_.end(), bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(take));
    bytes = bytes.subspan(take);
    if (partial_.size() == line) {
      add_line(partial_.data());
      partial_.clear();
    }
  }
  return {};
}

int PageAssembler::percent() const {
  if (layout_.lines <= 0) return -1;
  const int frames = three_pass_ ? 3 : 1;
  const std::int64_t lines = static_cast<std::int64_t>(passes_ - 1) * layout_.lines + line_;
  return static_cast<int>(std::clamp<std::int64_t>(lines * 100 / (static_cast<std::int64_t>(layout_.lines) * frames), 0, 100));
}

Result<Pixels> PageAssembler::finish() {
  const int lines = three_pass_ && shortest_ >= 0 ? std::min(shortest_, line_) : page_.height;
  if (lines == 0) return fail(Failure{StaffCode::ScannerReadError, "driver", "a page without a single line"});
  if (three_pass_ && passes_ < 3) return fail(odd("a page with fewer than its three passes"));
  page_.height = lines;
  page_.bytes.resize(page_.row_bytes() * static_cast<std::size_t>(lines));
  return std::move(page_);
}

}  // namespace desk::scanner
