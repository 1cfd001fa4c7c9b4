#include "scanner/qr_reader.h"

#define ZX_USE_UTF8 1  // text() as UTF-8; the wide form is on its way out in 1.4
#include <ZXing/ReadBarcode.h>

namespace desk::scanner {

std::vector<std::string> read_qr(const Pixels& page) {
  std::vector<std::string> texts;
  const Pixels grey = to_grey(page);
  if (!grey.sound()) return texts;
  ZXing::DecodeHints hints;
  hints.setFormats(ZXing::BarcodeFormat::QRCode);
  hints.setTryHarder(true);
  hints.setTryRotate(true);
  try {
    const ZXing::ImageView view(grey.bytes.data(), grey.width, grey.height, ZXing::ImageFormat::Lum);
    for (const ZXing::Result& found : ZXing::ReadBarcodes(view, hints)) {
      if (found.isValid()) texts.push_back(found.text());
    }
  } catch (const std::exception&) {
    // A decoder that gives up on a damaged code throws; for the desk that is "nothing found".
  }
  return texts;
}

std::vector<std::string> read_qr_bits(std::span<const unsigned char> bits, int width, int height) {
  if (width <= 0 || height <= 0) return {};
  const auto row_bytes = (static_cast<std::size_t>(width) + 7) / 8;
  if (bits.size() < row_bytes * static_cast<std::size_t>(height)) return {};
  Pixels grey = Pixels::blank(width, height, 1, 203);
  for (int y = 0; y < height; ++y) {
    const unsigned char* source = bits.data() + row_bytes * static_cast<std::size_t>(y);
    for (int x = 0; x < width; ++x) {
      if ((source[x / 8] >> (7 - x % 8)) & 1) grey.row(y)[x] = 0;
    }
  }
  return read_qr(grey);
}

}  // namespace desk::scanner
