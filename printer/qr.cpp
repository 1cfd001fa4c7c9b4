#include "printer/qr.h"

#include <ZXing/DecodeHints.h>
#include <ZXing/ReadBarcode.h>
#include <ZXing/TextUtfEncoding.h>
#include <qrencode.h>

#include <exception>
#include <memory>

namespace desk::printer {
namespace {

constexpr int kAimDots = 222;  // 27.8 mm: the width of a version-5 code at 6 dots a module
constexpr int kLeastModule = 4;
constexpr int kLargestModule = 10;

Failure unreadable(std::string reason) { return {StaffCode::QrUnreadable, "slip", std::move(reason)}; }

}  // namespace

Result<QrMatrix> make_qr(std::string_view address) {
  if (address.empty()) return fail(unreadable("no address for the code"));
  const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
      QRcode_encodeData(static_cast<int>(address.size()), reinterpret_cast<const unsigned char*>(address.data()),
                        /*version=*/0, QR_ECLEVEL_M),
      &QRcode_free);
  if (!code) return fail(unreadable("the address does not fit a QR code"));
  QrMatrix matrix{code->width, {}};
  const auto count = static_cast<std::size_t>(code->width) * static_cast<std::size_t>(code->width);
  matrix.modules.reserve(count);
  // libqrencode keeps other facts in the higher bits; the lowest one is the colour.
  for (std::size_t i = 0; i < count; ++i) matrix.modules.push_back(code->data[i] & 1U);
  return matrix;
}

int module_dots(const QrMatrix& code, int paper_dots) {
  if (code.size <= 0) return 0;
  int dots = (kAimDots + code.size - 1) / code.size;
  if (dots < kLeastModule) dots = kLeastModule;
  if (dots > kLargestModule) dots = kLargestModule;
  while (dots >= kLeastModule && (code.size + 2 * kQuietModules) * dots > paper_dots) --dots;
  return dots >= kLeastModule ? dots : 0;
}

void draw_qr(Raster1& raster, const QrMatrix& code, int x, int y, int dots_a_module) {
  for (int row = -kQuietModules; row < code.size + kQuietModules; ++row) {
    for (int column = -kQuietModules; column < code.size + kQuietModules; ++column) {
      raster.fill(x + (column + kQuietModules) * dots_a_module, y + (row + kQuietModules) * dots_a_module, dots_a_module,
                  dots_a_module, code.at(column, row));
    }
  }
}

Done check_qr(const Raster1& raster, std::string_view address) {
  std::vector<std::uint8_t> grey(static_cast<std::size_t>(raster.width) * static_cast<std::size_t>(raster.height), 255);
  std::size_t next = 0;
  for (int y = 0; y < raster.height; ++y) {
    for (int x = 0; x < raster.width; ++x, ++next) {
      if (raster.at(x, y)) grey[next] = 0;
    }
  }
  // ZXing throws on some malformed pictures; nothing of it leaves this function.
  try {
    ZXing::DecodeHints hints;
    hints.setFormats(ZXing::BarcodeFormat::QRCode);
    hints.setTryHarder(false);
    hints.setTryRotate(false);
    const ZXing::Result result =
        ZXing::ReadBarcode({grey.data(), raster.width, raster.height, ZXing::ImageFormat::Lum}, hints);
    if (!result.isValid()) return fail(unreadable("the drawn code could not be read back"));
    // The text itself is a secret, so the complaint does not repeat it.
    if (ZXing::TextUtfEncoding::ToUtf8(result.text()) != address) return fail(unreadable("the drawn code says something else"));
  } catch (const std::exception& surprise) {
    return fail(unreadable(std::string("reading back: ") + surprise.what()));
  }
  return {};
}

}  // namespace desk::printer
