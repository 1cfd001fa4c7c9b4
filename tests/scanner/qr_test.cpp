// The slip laid on the scanner: its code is read off a scanned page. The code here is drawn by ZXing's own writer, by printer/ elsewhere.
#include <gtest/gtest.h>

#define ZX_USE_UTF8 1
#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>

#include "scanner/page_work.h"
#include "scanner/qr_reader.h"
#include "scanner/skew.h"
#include "tests/scanner/harness.h"

namespace desk::scanner::test {
namespace {

constexpr const char* kAddress = "https://desk.example.jp/a/abcdefghijklmnopqrstuvwxyz";

// A slip of 80 mm with a code of 24 mm, on an A4 page.
Pixels slip_page() {
  const auto matrix = ZXing::MultiFormatWriter(ZXing::BarcodeFormat::QRCode).setMargin(4).encode(std::string(kAddress), 0, 0);
  Pixels page = text_page(300, 1, 1);
  const int module = 8;
  for (int y = 0; y < matrix.height() * module; ++y) {
    for (int x = 0; x < matrix.width() * module; ++x) page.row(600 + y)[300 + x] = matrix.get(x / module, y / module) ? 20 : 246;
  }
  return page;
}

TEST(Qr, IsReadOnAPageThatLiesStraightCrookedOrUpsideDown) {
  const unsigned char paper[3] = {246, 246, 246};
  const Pixels page = slip_page();
  for (const Pixels& laid : {page, straightened(page, 2, paper), turned(page, 2), turned(page, 1)}) {
    const auto texts = read_qr(laid);
    ASSERT_EQ(texts.size(), 1U);
    EXPECT_EQ(texts[0], kAddress);
  }
}

TEST(Qr, IsReadInTheHelperFromAFinishedPage) {
  const SystemClock clock;
  const PageWork work({.helper = page_helper()}, clock);
  const auto texts = work.read_qr(*finish_page(slip_page()));
  ASSERT_TRUE(texts.ok());
  EXPECT_EQ(*texts, std::vector<std::string>{kAddress});
}

TEST(Qr, IsReadInAOneBitRaster) {
  const auto matrix = ZXing::MultiFormatWriter(ZXing::BarcodeFormat::QRCode).setMargin(4).encode(std::string(kAddress), 0, 0);
  const int width = matrix.width() * 5;
  const int row_bytes = (width + 7) / 8;
  Bytes bits(static_cast<std::size_t>(row_bytes * width));
  for (int y = 0; y < width; ++y) {
    for (int x = 0; x < width; ++x) {
      if (matrix.get(x / 5, y / 5)) bits[static_cast<std::size_t>(y * row_bytes + x / 8)] |= static_cast<unsigned char>(0x80 >> (x % 8));
    }
  }
  EXPECT_EQ(read_qr_bits(bits, width, width), std::vector<std::string>{kAddress});
}

}  // namespace
}  // namespace desk::scanner::test
