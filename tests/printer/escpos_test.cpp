#include "printer/escpos.h"

#include <gtest/gtest.h>

#include "tests/printer/escpos_paper.h"
#include "tests/printer/job_log.h"

namespace desk::printer::test {
namespace {

TEST(EncodeJob, IsResetPictureFeedCut) {
  Raster1 raster = Raster1::blank(16, 2);
  raster.set(0, 0);
  raster.set(15, 1);
  EXPECT_EQ(encode_job(raster), (Bytes{0x1b, 0x40,                                                        //
                                       0x1d, 0x76, 0x30, 0, 2, 0, 2, 0, 0x80, 0x00, 0x00, 0x01,            //
                                       0x1b, 0x64, 3, 0x1d, 0x56, 0x42, 0}));
}

TEST(EncodeJob, IsReadBackBitForBitAtEveryHeight) {
  for (const int height : {1, 255, 256, 257, 511, 512, 2011}) {
    const Raster1 slip = noise_slip(576, height, static_cast<unsigned>(height));
    const EscposPaper paper = read_paper(encode_job(slip));
    EXPECT_EQ(paper.complaint, "");
    EXPECT_TRUE(paper.dots == slip) << height;
    EXPECT_LE(paper.tallest_band, kBandRows);
    EXPECT_EQ(paper.bands, (height + 255) / 256);
    EXPECT_EQ(paper.cuts, 1);
    EXPECT_EQ(paper.fed_lines, 3);
  }
}

TEST(EncodeJob, DotsNeverSpellARealTimeCommand) {
  Raster1 raster = Raster1::blank(32, 3);
  raster.rows = {0x10, 0x04, 0x01, 0x10, 0x05, 0x10, 0x14, 0x00, 0x10, 0x10, 0x04, 0x10};
  const EscposPaper paper = read_paper(encode_job(raster));
  EXPECT_EQ(paper.dots.rows, (std::vector<std::uint8_t>{0x18, 0x04, 0x01, 0x18, 0x05, 0x18, 0x14, 0x00, 0x10, 0x18, 0x04, 0x10}));
}

TEST(EncodeResync, FillsTheLargestBandAndPrintsNothingElsewhere) {
  const Bytes resync = encode_resync(576);
  EXPECT_EQ(resync.size(), 72U * 256U);
  EXPECT_EQ(read_paper(resync).complaint, "");
  EXPECT_EQ(read_paper(resync).bands, 0);
}

struct StatusCase {
  const char* situation;
  StatusBytes bytes;
  PrinterStatus status;
  std::optional<StaffCode> obstacle;
};

class Status : public testing::TestWithParam<StatusCase> {};

TEST_P(Status, IsDecodedAndNamesTheObstacle) {
  const PrinterStatus status = decode_status(GetParam().bytes);
  EXPECT_EQ(status, GetParam().status);
  const auto why = obstacle(status);
  EXPECT_EQ(why ? std::optional(why->code) : std::nullopt, GetParam().obstacle);
}

// The first five as the fixture's forerunner was seen to answer (devices.md 4.1).
INSTANTIATE_TEST_SUITE_P(
    Bytes, Status,
    testing::Values(StatusCase{"Ready", {0x12, 0x12, 0x12}, {}, std::nullopt},
                    StatusCase{"PaperLow", {0x12, 0x12, 0x1e}, {true, false, false, true, false}, std::nullopt},
                    StatusCase{"PaperOut", {0x1a, 0x32, 0x7e}, {false, false, true, true, false}, StaffCode::PrinterPaperOut},
                    StatusCase{"CoverOpen", {0x1a, 0x16, 0x12}, {false, true, false, false, false}, StaffCode::PrinterCoverOpen},
                    StatusCase{"CoverOpenAndNoPaper", {0x1a, 0x36, 0x7e}, {false, true, true, true, false}, StaffCode::PrinterCoverOpen},
                    StatusCase{"CutterError", {0x1a, 0x52, 0x12}, {false, false, false, false, true}, StaffCode::PrinterOffline},
                    StatusCase{"Offline", {0x1a, 0x12, 0x12}, {false, false, false, false, false}, StaffCode::PrinterOffline}),
    [](const auto& each) { return std::string(each.param.situation); });

TEST(Answers, AreToldApart) {
  for (const Ask ask : {Ask::Printer, Ask::OfflineCause, Ask::Paper}) {
    for (const int byte : {0x12, 0x1a, 0x16, 0x32, 0x7e}) EXPECT_TRUE(answers(ask, static_cast<std::uint8_t>(byte))) << byte;
    for (const int byte : {0x00, 0x03, 0x0c, 0x11, 0x13, 0x92}) EXPECT_FALSE(answers(ask, static_cast<std::uint8_t>(byte))) << byte;
  }
  for (const int byte : {0x00, 0x03, 0x0c, 0x0f}) EXPECT_TRUE(answers(Ask::JobDone, static_cast<std::uint8_t>(byte))) << byte;
  for (const int byte : {0x12, 0x11, 0x13, 0x1e, 0x80}) EXPECT_FALSE(answers(Ask::JobDone, static_cast<std::uint8_t>(byte))) << byte;
}

TEST(PaperSensor, NearEndAndEnd) {
  EXPECT_EQ(decode_paper_sensor(0x00), (PaperSensor{false, false}));
  EXPECT_EQ(decode_paper_sensor(0x03), (PaperSensor{true, false}));
  EXPECT_EQ(decode_paper_sensor(0x0c), (PaperSensor{false, true}));
}

TEST(ReadPaper, RefusesWhatOurJobsNeverSay) {
  EXPECT_NE(read_paper({'h', 'i'}).complaint, "");
  EXPECT_NE(read_paper({0x1d, 'v', '0', 0, 2, 0, 2, 0, 1}).complaint, "");
}

}  // namespace
}  // namespace desk::printer::test
