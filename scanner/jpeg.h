// JPEG in and out (libjpeg-turbo behind this header). The JFIF density is always set: a PDF maker or a viewer that finds none
// guesses the paper's size (img2pdf made pages of 1860 pt from A4 without it). Pure, any thread.
#pragma once

#include <span>
#include <vector>

#include "data/base/result.h"
#include "scanner/pixels.h"

namespace desk::scanner {

using Bytes = std::vector<unsigned char>;

// 4:2:0 at quality 75: an A4 certificate in colour at 300 dpi is 0.3 to 2.6 MB and 4-point text stays legible.
struct JpegChoice {
  int quality = 75;
  bool grey = false;  // drop the colour of a colour page
};

struct JpegFacts {
  int width = 0;
  int height = 0;
  int channels = 1;
  int dpi = 0;  // 0: the file does not say
};

[[nodiscard]] Result<Bytes> encode_jpeg(const Pixels& page, JpegChoice choice = {});
// Fails with PageUnusable on anything that is no whole, plausible JPEG (at most 20,000 pixels a side and 200 million in all).
[[nodiscard]] Result<JpegFacts> read_jpeg_facts(std::span<const unsigned char> jpeg);
// `dpi_if_unsaid` is taken when the file has no density.
[[nodiscard]] Result<Pixels> decode_jpeg(std::span<const unsigned char> jpeg, int dpi_if_unsaid = 300);

}  // namespace desk::scanner
