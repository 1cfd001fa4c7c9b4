// Bytes as odd devices send them.
#include <gtest/gtest.h>

#include "scanner/helper/page_assembler.h"
#include "scanner/jpeg.h"

namespace desk::scanner {
namespace {

Result<Pixels> assembled(const FrameLayout& layout, const Bytes& bytes) {
  PageAssembler assembler(300);
  if (auto done = assembler.begin_frame(layout); !done) return fail(done.error());
  // One byte at a time: pieces never come in whole lines.
  for (const unsigned char byte : bytes) {
    if (auto done = assembler.add({&byte, 1}); !done) return fail(done.error());
  }
  return assembler.finish();
}

struct Row {
  const char* name;
  FrameLayout layout;
  Bytes sent;
  int channels;
  Bytes pixels;
};

class Assembler : public testing::TestWithParam<Row> {};
TEST_P(Assembler, GivesThePixels) {
  const auto page = assembled(GetParam().layout, GetParam().sent);
  ASSERT_TRUE(page.ok());
  EXPECT_EQ(page->channels, GetParam().channels);
  EXPECT_EQ(page->bytes, GetParam().pixels);
}
INSTANTIATE_TEST_SUITE_P(
    All, Assembler,
    testing::Values(Row{"Grey8", {FrameKind::Grey, 3, 3, 2, 8}, {1, 2, 3, 4, 5, 6}, 1, {1, 2, 3, 4, 5, 6}},
                    Row{"PaddedLines", {FrameKind::Grey, 4, 2, 2, 8}, {1, 2, 0, 0, 3, 4, 0, 0}, 1, {1, 2, 3, 4}},
                    Row{"LineArtOneIsBlack", {FrameKind::Grey, 1, 3, 1, 1}, {0xA0}, 1, {0, 255, 0}},
                    Row{"ColourBitsInPlanes", {FrameKind::Rgb, 3, 2, 1, 1}, {0x80, 0x40, 0xC0}, 3, {255, 0, 255, 0, 255, 255}},
                    Row{"Sixteen", {FrameKind::Grey, 4, 2, 1, 16}, {0xFF, 0x12, 0x00, 0x34}, 1, {0x12, 0x34}},
                    Row{"HandScanner", {FrameKind::Grey, 2, 2, -1, 8}, {1, 2, 3, 4, 5, 6}, 1, {1, 2, 3, 4, 5, 6}},
                    Row{"ShorterThanAnnounced", {FrameKind::Grey, 2, 2, 5, 8}, {1, 2, 3, 4, 9}, 1, {1, 2, 3, 4}}),
    [](const auto& tested) { return std::string(tested.param.name); });

TEST(PageAssembler, ThreePassesBecomeOneColourPage) {
  PageAssembler assembler(300);
  const auto pass = [&](FrameKind kind, const Bytes& bytes) {
    ASSERT_TRUE(assembler.begin_frame({kind, 2, 2, 2, 8}).ok());
    ASSERT_TRUE(assembler.add(bytes).ok());
  };
  pass(FrameKind::Red, {1, 2, 3, 4});
  EXPECT_EQ(assembler.percent(), 33);
  pass(FrameKind::Green, {11, 12, 13, 14, 99, 99, 99});  // longer than the first: cut
  pass(FrameKind::Blue, {21, 22, 23, 24});
  const auto page = assembler.finish();
  ASSERT_TRUE(page.ok());
  EXPECT_EQ(page->bytes, (Bytes{1, 11, 21, 2, 12, 22, 3, 13, 23, 4, 14, 24}));
}

TEST(PageAssembler, TwoOfThreePassesAreNoPage) {
  PageAssembler assembler(300);
  ASSERT_TRUE(assembler.begin_frame({FrameKind::Red, 2, 2, 1, 8}).ok());
  ASSERT_TRUE(assembler.add(Bytes{1, 2}).ok());
  EXPECT_FALSE(assembler.finish().ok());
}

TEST(PageAssembler, LayoutsThatCannotBeAreRefused) {
  for (const FrameLayout& layout : {FrameLayout{FrameKind::Grey, 0, 0, 1, 8}, FrameLayout{FrameKind::Rgb, 5, 2, 1, 8}, FrameLayout{FrameKind::Grey, 3, 3, 1, 12},
                                    FrameLayout{FrameKind::Rgb, 900'000, 300'000, 1, 8}, FrameLayout{FrameKind::Rgb, 180'000, 60'000, 2'000'000, 8}}) {
    EXPECT_FALSE(PageAssembler(300).begin_frame(layout).ok());
  }
  EXPECT_FALSE(assembled({FrameKind::Grey, 2, 2, 3, 8}, {1}).ok());  // not one whole line
}

}  // namespace
}  // namespace desk::scanner
