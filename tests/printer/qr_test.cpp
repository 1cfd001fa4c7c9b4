#include "printer/qr.h"

#include <gtest/gtest.h>

#include "tests/printer/sample_slips.h"

namespace desk::printer::test {
namespace {

Raster1 drawn(std::string_view address, int dots) {
  const auto code = make_qr(address);
  EXPECT_TRUE(code.ok());
  const int side = (code->size + 2 * kQuietModules) * dots;
  Raster1 raster = Raster1::blank(side, side);
  draw_qr(raster, *code, 0, 0, dots);
  return raster;
}

TEST(Qr, IsReadBackAtEverySizeWePrint) {
  for (int dots = 4; dots <= 10; ++dots) EXPECT_TRUE(check_qr(drawn(kSampleAddress, dots), kSampleAddress).ok()) << dots;
}

TEST(Qr, AnotherAddressIsNotAccepted) {
  const auto checked = check_qr(drawn("https://desk.example.jp/a/other", 6), kSampleAddress);
  ASSERT_FALSE(checked.ok());
  EXPECT_EQ(checked.error().code, StaffCode::QrUnreadable);
  EXPECT_EQ(checked.error().message().find("other"), std::string::npos) << "the address is a secret";
}

TEST(Qr, ASpoiltPictureIsNotAccepted) {
  Raster1 raster = drawn(kSampleAddress, 6);
  raster.fill(0, 0, raster.width, raster.height / 2);
  EXPECT_EQ(check_qr(raster, kSampleAddress).error().code, StaffCode::QrUnreadable);
  EXPECT_EQ(check_qr(Raster1::blank(200, 200), kSampleAddress).error().code, StaffCode::QrUnreadable);
}

TEST(Qr, AThumbOverATenthIsForgiven) {
  Raster1 raster = drawn(kSampleAddress, 6);
  raster.fill(raster.width / 2, raster.height / 2, raster.width / 6, raster.height / 6);
  EXPECT_TRUE(check_qr(raster, kSampleAddress).ok());
}

TEST(Qr, NothingAndTooMuchAreRefused) {
  EXPECT_EQ(make_qr("").error().code, StaffCode::QrUnreadable);
  EXPECT_EQ(make_qr(std::string(3000, 'x')).error().code, StaffCode::QrUnreadable);
}

TEST(ModuleDots, AimAtTwentyEightMillimetresAndStayOnThePaper) {
  struct Case { int size; int paper; int dots; };
  // Version 5 (37), 4, 1, 6, 10, 18 and 40; 0: does not fit.
  for (const Case& each : {Case{37, 576, 6}, Case{33, 576, 7}, Case{21, 576, 10}, Case{41, 576, 6}, Case{57, 576, 4}, Case{37, 384, 6},
                           Case{57, 384, 4}, Case{89, 384, 0}, Case{89, 576, 4}, Case{177, 576, 0}, Case{177, 832, 4}, Case{0, 576, 0}}) {
    const int dots = module_dots(QrMatrix{each.size, {}}, each.paper);
    EXPECT_EQ(dots, each.dots) << each.size << " on " << each.paper;
    EXPECT_LE((each.size + 2 * kQuietModules) * dots, each.paper);
  }
}

TEST(QrMatrix, IsLightOutside) {
  const auto code = make_qr("x");
  ASSERT_TRUE(code.ok());
  EXPECT_TRUE(code->at(0, 0));
  EXPECT_FALSE(code->at(-1, 0));
  EXPECT_FALSE(code->at(0, code->size));
}

}  // namespace
}  // namespace desk::printer::test
