// The pairwise set, and the trace of words without a key.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "kiosk/shell/gallery/gallery.h"
#include "kiosk/shell/gallery/index_page.h"
#include "kiosk/shell/gallery/trace.h"
#include "tests/places.h"
#include "tests/shell/gallery_world.h"

namespace desk::shell::gallery {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST(PairwiseSet, HoldsEveryPairAndBeginsEachSampleAtItsDefault) {
  Extents extents;
  extents.samples = 30;
  const std::vector<Combination> set = pairwise(extents);
  std::set<std::array<std::size_t, 4>> pairs;
  std::set<std::size_t> begun;
  for (const Combination& each : set) {
    const std::size_t row[] = {each.sample, each.size, each.theme, each.language, each.panel};
    for (std::size_t a = 0; a < 5; ++a) {
      for (std::size_t b = a + 1; b < 5; ++b) pairs.insert({a, b, row[a], row[b]});
    }
    if (begun.insert(each.sample).second) {
      EXPECT_EQ(each, (Combination{each.sample}));
    }
  }
  EXPECT_EQ(pairs.size(), 30U * (4 + 4 + 3 + 3) + 4U * 4 + 4U * 3 * 4 + 3U * 3);
  EXPECT_LE(set.size(), extents.samples * 5) << "four sizes are the least; a fifth picture is what greed costs";
  EXPECT_EQ(set, pairwise(extents)) << "the same every time";
}

TEST(PairwiseSet, EachPictureStandsOnTheIndexPageUnderItsScreen) {
  Extents extents;
  extents.samples = all_samples().size();
  const std::vector<Combination> set = pairwise(extents);
  const std::string page = index_page(set, world().texts.languages(), 1234);
  for (const Combination& each : set) EXPECT_THAT(page, HasSubstr("src=\"" + name_of(each, world().texts.languages()) + ".png\""));
  EXPECT_THAT(page, HasSubstr("1234 combinations"));
  EXPECT_THAT(page, HasSubstr("<h2 id=\"code\">"));
  EXPECT_THAT(page, ::testing::Not(HasSubstr("<script")));
}

class Tracing : public ::testing::Test {
 protected:
  std::vector<std::string> trace_of(std::string words) {
    Stage stage(world());
    stage.at(flow::Step::Employees);
    Drawing drawing;
    drawing.texts = {{std::move(words), {}, {}, false}};
    auto trace = Trace::create(world(), source_tree() + "/data/catalog/packs");
    EXPECT_TRUE(trace);
    return trace ? trace->complaints(drawing, stage) : std::vector<std::string>{"no trace"};
  }
  static std::string marked(const std::string& text) { return "\xEE\x80\x80" + text + "\xEE\x80\x81"; }
};

TEST_F(Tracing, WordsOfTheCatalogueOfThePackAndOfTheDeskHaveAKey) {
  EXPECT_THAT(trace_of(marked("何人ですか")), IsEmpty());
  EXPECT_THAT(trace_of("12" + marked("人") + "、3"), IsEmpty());
  EXPECT_THAT(trace_of(world().site), IsEmpty());
  EXPECT_THAT(trace_of("小売業"), IsEmpty()) << "a name of the pack";
  EXPECT_THAT(trace_of("SC-204"), IsEmpty());
  EXPECT_THAT(trace_of("T7K-4M2"), IsEmpty());
  EXPECT_THAT(trace_of("14:35 · 1／2"), IsEmpty());
}

TEST_F(Tracing, WordsFromCodeAreFound) {
  EXPECT_THAT(trace_of("働いている方"), ::testing::SizeIs(1));
  EXPECT_THAT(trace_of(marked("あと") + "12 days"), ::testing::SizeIs(1));
  EXPECT_THAT(trace_of("retail"), ::testing::SizeIs(1)) << "a code of the pack is no word";
}

TEST_F(Tracing, WrapsEveryPieceOfATextAndLeavesItsPlaceholders) {
  const auto trace = Trace::create(world(), source_tree() + "/data/catalog/packs");
  ASSERT_TRUE(trace);
  EXPECT_EQ(trace->texts().get(Language::Japanese, "word.by", {{"day", "9月29日"}}), "9月29日" + marked("まで"));
}

}  // namespace
}  // namespace desk::shell::gallery
