// Turning, masking, previews, JPEG.
#include <gtest/gtest.h>

#include "scanner/jpeg.h"
#include "scanner/page.h"
#include "scanner/qr_reader.h"
#include "tests/scanner/harness.h"

namespace desk::scanner::test {
namespace {

Pixels numbered(int width, int height) {
  Pixels page = Pixels::blank(width, height, 1, 300);
  for (std::size_t i = 0; i < page.bytes.size(); ++i) page.bytes[i] = static_cast<unsigned char>(i);
  return page;
}

TEST(Turn, AQuarterClockwisePutsTheLeftBottomCornerAtTheTop) {
  const Pixels turned_once = turned(numbered(3, 2), 1);  // 0 1 2 / 3 4 5
  EXPECT_EQ(turned_once.width, 2);
  EXPECT_EQ(turned_once.bytes, (Bytes{3, 0, 4, 1, 5, 2}));
  EXPECT_EQ(turned(numbered(3, 2), 2).bytes, (Bytes{5, 4, 3, 2, 1, 0}));
  EXPECT_EQ(turned(numbered(3, 2), -1).bytes, turned(numbered(3, 2), 3).bytes);
  EXPECT_EQ(turned(turned(text_page(72, 1), 1), 3).bytes, text_page(72, 1).bytes);
}

TEST(Mask, NothingBelowTheBoxSurvivesInTheFile) {
  const auto page = finish_page(text_page(300, 5));
  ASSERT_TRUE(page.ok());
  const auto masked = masked_page(*page, {{100, 200, 600, 300}, {-50, 950, 1200, 1100}});
  ASSERT_TRUE(masked.ok());
  const Pixels after = *decode_jpeg(masked->jpeg);
  const auto grey = to_grey(after);
  for (int y = grey.height * 205 / 1000; y < grey.height * 295 / 1000; ++y) {
    for (int x = grey.width * 105 / 1000; x < grey.width * 595 / 1000; ++x) ASSERT_LT(grey.row(y)[x], 12);
  }
  EXPECT_LT(grey.row(grey.height - 3)[grey.width - 3], 12);
  EXPECT_GT(grey.row(10)[10], 200);
  EXPECT_EQ(masked->findings, page->findings);
  // The preview that the person sees shows the box as well.
  EXPECT_EQ(masked->preview.rgba[static_cast<std::size_t>((masked->preview.height / 4) * masked->preview.width + masked->preview.width / 3) * 4], 0);
}

TEST(Mask, AnEmptyOrInsideOutBoxChangesNothing) {
  Pixels page = text_page(72, 1);
  const Bytes before = page.bytes;
  mask(page, {{500, 500, 500, 600}, {700, 10, 600, 20}});
  EXPECT_EQ(page.bytes, before);
}

TEST(Preview, KeepsTheShapeAndIsNeverEnlarged) {
  const Preview small = preview(text_page(300, 1), 600);
  EXPECT_EQ(small.height, 600);
  EXPECT_NEAR(small.width, 424, 1);
  EXPECT_EQ(preview(numbered(3, 2), 600).width, 3);
}

TEST(Jpeg, TheDensityIsInTheFile) {
  for (const int dpi : {72, 200, 300, 600}) {
    const auto facts = read_jpeg_facts(*encode_jpeg(text_page(dpi < 300 ? dpi : 100, 1)));
    ASSERT_TRUE(facts.ok());
    Pixels page = numbered(8, 8);
    page.dpi = dpi;
    EXPECT_EQ(read_jpeg_facts(*encode_jpeg(page))->dpi, dpi);
  }
}

TEST(Jpeg, AFileCutShortOrNoneIsRefused) {
  auto jpeg = *encode_jpeg(text_page(100, 1));
  jpeg.resize(jpeg.size() / 2);
  EXPECT_FALSE(decode_jpeg(jpeg).ok());
  EXPECT_FALSE(decode_jpeg(Bytes{}).ok());
  EXPECT_FALSE(decode_jpeg(Bytes(1000, 0x5A)).ok());
}

TEST(Jpeg, APageWithoutColourBecomesGreyAndOneWithAStaysColour) {
  EXPECT_FALSE(finish_page(text_page(150, 1))->colour);
  Pixels red = text_page(150, 1);
  for (int y = 800; y < 950; ++y) {
    for (int x = 500; x < 650; ++x) red.row(y)[x * 3 + 1] = red.row(y)[x * 3 + 2] = 20;
  }
  const auto page = finish_page(red);
  EXPECT_TRUE(page->colour);
  EXPECT_EQ(read_jpeg_facts(page->jpeg)->channels, 3);
}

TEST(Qr, APageWithoutACodeHasNone) {
  EXPECT_TRUE(read_qr(text_page(150, 1)).empty());
  EXPECT_TRUE(read_qr_bits(Bytes(10), 100, 100).empty());
}

}  // namespace
}  // namespace desk::scanner::test
