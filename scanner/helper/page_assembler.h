// Bytes from sane_read to pixels: grey, RGB and three-pass frames, 1, 8 and 16 bits, padded rows, pages whose length nobody knows
// beforehand (hand scanners say lines = -1). Pure; SANE's own types stay in sane_device.cpp.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "data/base/result.h"
#include "scanner/pixels.h"

namespace desk::scanner {

enum class FrameKind { Grey, Rgb, Red, Green, Blue };

// What sane_get_parameters says of one frame (SANE standard 1.04, 4.3.8).
struct FrameLayout {
  FrameKind kind = FrameKind::Grey;
  int bytes_per_line = 0;
  int pixels_per_line = 0;
  int lines = -1;  // -1: unknown
  int depth = 8;
};

class PageAssembler {
 public:
  explicit PageAssembler(int dpi) : dpi_(dpi) {}
  // Once before the bytes of each frame.
  [[nodiscard]] Done begin_frame(const FrameLayout& layout);
  [[nodiscard]] Done add(std::span<const unsigned char> bytes);
  // 0-100 over all frames of the page, or -1 when the length is unknown.
  [[nodiscard]] int percent() const;
  // What arrived in whole lines, shorter than announced if the paper was. PageUnusable when that is nothing.
  [[nodiscard]] Result<Pixels> finish();

 private:
  void add_line(const unsigned char* line);

  int dpi_;
  FrameLayout layout_;
  Pixels page_;
  std::vector<unsigned char> partial_;  // a line that is not yet whole
  int line_ = 0;                        // of the current frame
  int shortest_ = -1;                   // lines that every frame so far has
  int passes_ = 0;
  bool three_pass_ = false;
};

}  // namespace desk::scanner
