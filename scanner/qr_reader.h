// QR codes in a page (ZXing-C++ behind this header): the slip laid on the scanner opens its application again. Pure, any thread.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "scanner/pixels.h"

namespace desk::scanner {

// The texts of every QR code found, upright or not, in no order. 0.2 s for an A4 page at 300 dpi.
[[nodiscard]] std::vector<std::string> read_qr(const Pixels& page);
// A 1-bit raster, rows padded to bytes, most significant bit left, 1 is black (what receipt printers eat).
[[nodiscard]] std::vector<std::string> read_qr_bits(std::span<const unsigned char> bits, int width, int height);

}  // namespace desk::scanner
