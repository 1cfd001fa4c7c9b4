// The finished dots: nothing is cut off at the edges, large words fit, the code can be read on paper by somebody else's reader too.
#include "printer/layout.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "printer/escpos.h"
#include "printer/qr.h"
#include "tests/printer/bench_printer.h"
#include "tests/printer/escpos_paper.h"
#include "tests/printer/sample_slips.h"

namespace desk::printer::test {
namespace {

using text::Language;

Result<Raster1> render(const ReceiptModel& model, Language language, int dots = 576) {
  return render_receipt(model, text::Words(catalog(), language), typesetter(), {dots, true});
}

int ink_in_columns(const Raster1& raster, int from, int to) {
  int ink = 0;
  for (int y = 0; y < raster.height; ++y) {
    for (int x = from; x < to; ++x) ink += raster.at(x, y) ? 1 : 0;
  }
  return ink;
}

class EveryWidth : public testing::TestWithParam<int> {};

TEST_P(EveryWidth, LeavesItsMarginsWhiteInEveryKindAndLanguage) {
  const int dots = GetParam();
  const int margin = dots < 500 ? 12 : 24;
  for (const Language language : kLanguages) {
    for (const SlipKind kind : {SlipKind::Receipt, SlipKind::Park, SlipKind::Lookup}) {
      const auto slip = render(sample_slip(kind, language), language, dots);
      ASSERT_TRUE(slip.ok()) << slip.error().message();
      EXPECT_EQ(slip->width, dots);
      EXPECT_EQ(slip->rows.size(), static_cast<std::size_t>(slip->stride()) * static_cast<std::size_t>(slip->height));
      EXPECT_EQ(ink_in_columns(*slip, 0, margin), 0) << name_of(kind) << " " << text::code_of(language);
      EXPECT_EQ(ink_in_columns(*slip, dots - margin, dots), 0) << name_of(kind) << " " << text::code_of(language);
    }
  }
}

TEST_P(EveryWidth, NothingOfTheLongestSlipIsCutOff) {
  const int dots = GetParam();
  const int margin = dots < 500 ? 12 : 24;
  for (const Language language : kLanguages) {
    ReceiptModel model = longest_slip(language);
    model.demonstration = model.training = false;  // their bands fill the margins on purpose
    const auto slip = render(model, language, dots);
    ASSERT_TRUE(slip.ok()) << slip.error().message();
    EXPECT_EQ(ink_in_columns(*slip, 0, margin) + ink_in_columns(*slip, dots - margin, dots), 0) << text::code_of(language);
  }
}

INSTANTIATE_TEST_SUITE_P(Paper, EveryWidth, testing::Values(384, 512, 576, 832));

// A typesetter that counts what it is asked, to see the widths and sizes that the layout chooses.
class Watching final : public text::Typesetter {
 public:
  void load_fallbacks() override { typesetter().load_fallbacks(); }
  void remember(std::size_t texts) override { typesetter().remember(texts); }
  void forget() override { typesetter().forget(); }
  text::TextExtent measure(std::string_view marked, const text::TextStyle& style, int width) override {
    return typesetter().measure(marked, style, width);
  }
  text::TextRaster raster(std::string_view marked, const text::TextStyle& style, int width) override {
    smallest = std::min(smallest, style.em_px);
    if (width > 0) {
      // A phrase wider than the column is broken inside; a line may then still not be wider than the column.
      const auto extent = typesetter().measure(marked, style, width);
      widest_over = std::max(widest_over, extent.width - width);
      missing += extent.missing_glyphs;
    }
    return typesetter().raster(marked, style, width);
  }
  double smallest = 1000;
  int widest_over = -1000;
  int missing = 0;
};

TEST(Type, IsNeverSmallerThanAnOldEyeReadsAndNeverWiderThanItsColumn) {
  for (const int dots : {384, 512, 576, 832}) {
    for (const Language language : kLanguages) {
      Watching watching;
      const auto slip = lay_out(compose(longest_slip(language), text::Words(catalog(), language)), watching, {dots, true});
      ASSERT_TRUE(slip.ok());
      EXPECT_GE(watching.smallest, 22) << dots;
      // Widths are fractions inside the typesetter and rounded up here; half a dot over is within its own tolerance.
      EXPECT_LE(watching.widest_over, 1) << dots << " " << text::code_of(language);
      EXPECT_EQ(watching.missing, 0) << text::code_of(language);
    }
  }
}

TEST(Type, BodyIsAtLeastTwentySevenDots) {
  Watching watching;
  const std::vector<Block> body{TextBlock{Role::Body, text::Align::Left, "本文"}, TodoBlock{"**今日**　本文"}, BoxBlock{"枠", "本文"}};
  for (const int dots : {384, 576}) ASSERT_TRUE(lay_out(body, watching, {dots, true}).ok());
  EXPECT_GE(watching.smallest, 27);
}

TEST(Slip, TheBytesForThePrinterCarryTheReadableCode) {
  for (const Language language : kLanguages) {
    const auto slip = render(sample_slip(SlipKind::Receipt, language), language);
    ASSERT_TRUE(slip.ok());
    const EscposPaper paper = read_paper(encode_job(*slip));
    EXPECT_EQ(paper.complaint, "");
    EXPECT_TRUE(check_qr(paper.dots, kSampleAddress).ok());
  }
}

TEST(Slip, AnotherReaderReadsTheSameAddress) {
  if (std::system("command -v zbarimg >/dev/null 2>&1") != 0) GTEST_SKIP() << "zbarimg (zbar-tools) is not installed";
  const auto slip = render(sample_slip(SlipKind::Receipt, Language::Japanese), Language::Japanese);
  ASSERT_TRUE(slip.ok());
  TemporaryFolder folder;
  ASSERT_TRUE(write_png(*slip, folder.path() + "/slip.png").ok());
  FILE* reader = ::popen(("zbarimg -q --nodbus --raw " + folder.path() + "/slip.png").c_str(), "r");
  ASSERT_NE(reader, nullptr);
  char line[512] = {};
  const bool read = std::fgets(line, sizeof line, reader) != nullptr;
  EXPECT_EQ(::pclose(reader), 0);
  ASSERT_TRUE(read);
  EXPECT_EQ(std::string(line), std::string(kSampleAddress) + "\n");
}

TEST(Slip, AnAddressThatDoesNotFitPrintsNothing) {
  ReceiptModel model = sample_slip(SlipKind::Receipt, Language::Japanese);
  model.link_address = "https://desk.example.jp/" + std::string(600, 'a');
  const auto slip = render(model, Language::Japanese, 384);
  ASSERT_FALSE(slip.ok());
  EXPECT_EQ(slip.error().code, StaffCode::QrUnreadable);
}

TEST(Slip, AModelThatWouldLieIsRefused) {
  ReceiptModel model = sample_slip(SlipKind::Receipt, Language::Japanese);
  model.number.reset();
  EXPECT_EQ(render(model, Language::Japanese).error().code, StaffCode::BadInput);
}

}  // namespace
}  // namespace desk::printer::test
