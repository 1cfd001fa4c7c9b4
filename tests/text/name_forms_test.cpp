// Forms of name kanji: each can be drawn, none is a "?", and those that people ask for are there.
#include "data/text/name_forms.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "data/base/characters.h"
#include "data/text/typesetter.h"
#include "tests/places.h"

namespace desk::text {
namespace {

NameForms forms() {
  auto loaded = NameForms::load(source_tree() + "/data/text");
  if (!loaded) throw std::runtime_error(loaded.error().message());
  return std::move(*loaded);
}

TEST(NameForms, OfEachOtherAreFoundFromEitherSide) {
  const NameForms all = forms();
  const struct { const char *one, *other; } table[] = {{"高", "髙"}, {"髙", "高"}, {"崎", "﨑"}, {"辺", "邉"}, {"邊", "邉"}, {"吉", "𠮷"},
                                                       {"斉", "齋"}, {"沢", "澤"}, {"浜", "濵"}, {"島", "嶋"}, {"富", "冨"}, {"辻", "辻\U000E0100"},
                                                       {"国", "國"}, {"広", "廣"}, {"桜", "櫻"}, {"竜", "龍"}, {"滝", "瀧"}, {"関", "關"}};
  for (const auto& each : table) {
    const auto& group = all.of(each.one);
    EXPECT_NE(std::find(group.begin(), group.end(), each.other), group.end()) << each.one << " " << each.other;
    EXPECT_NE(std::find(group.begin(), group.end(), each.one), group.end());
  }
  EXPECT_TRUE(all.of("田").empty());
  EXPECT_TRUE(all.of("").empty());
}

TEST(NameForms, EveryFormIsDrawnAndLooksUnlikeItsNeighbours) {
  const NameForms all = forms();
  auto typesetter = Typesetter::create();
  ASSERT_TRUE(typesetter) << typesetter.error().message();
  TextStyle style;
  style.em_px = 60;
  for (const auto& group : all.groups()) {
    std::vector<std::vector<std::uint8_t>> drawn;
    for (const std::string& form : group) {
      EXPECT_EQ(characters(form).size(), 1U) << form;
      EXPECT_EQ((*typesetter)->measure(form, style, 0).missing_glyphs, 0) << form << ": no installed font has it";
      TextRaster raster = (*typesetter)->raster(form, style, 0);
      for (std::size_t i = 0; i < drawn.size(); ++i) EXPECT_NE(drawn[i], raster.rgba) << form << " is drawn like " << group[i];
      drawn.push_back(std::move(raster.rgba));
    }
  }
}

TEST(NameForms, AFileThatContradictsItselfIsRefused) {
  EXPECT_FALSE(NameForms::load("/nonexistent"));
}

}  // namespace
}  // namespace desk::text
