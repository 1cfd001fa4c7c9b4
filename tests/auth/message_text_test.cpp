// One message is one SMS, in every language, with the longest site name.
#include "auth/message_text.h"

#include <gtest/gtest.h>

#include "tests/places.h"

namespace desk::auth {
namespace {

text::TextCatalog words() {
  auto catalog = text::TextCatalog::load(source_tree() + "/data/text");
  EXPECT_TRUE(catalog) << (catalog ? "" : catalog.error().message());
  return std::move(*catalog);
}

TEST(MessageText, FitsSeventyUnitsWithTheLongestSiteName) {
  const auto catalog = words();
  const std::string longest = "東京都北多摩南部広域商工会議所連合会窓口";
  ASSERT_EQ(ucs2_units(longest), 20U);
  for (const auto language : {text::Language::Japanese, text::Language::EasyJapanese, text::Language::English}) {
    for (const Purpose purpose : {Purpose::Visit, Purpose::Resume, Purpose::Page}) {
      for (const std::string& site : {longest, longest + "別館", std::string("東")}) {
        const Secret text = message_text(catalog, language, purpose, site, "482913", "き-7", std::chrono::minutes{30});
        EXPECT_LE(ucs2_units(text.reveal()), 70U) << text.reveal();
        EXPECT_NE(text.reveal().find("482913"), std::string_view::npos) << text.reveal();
        EXPECT_NE(text.reveal().find("き-7"), std::string_view::npos) << text.reveal();
        EXPECT_NE(text.reveal().find("30"), std::string_view::npos) << text.reveal();
        EXPECT_EQ(text.reveal().find('{'), std::string_view::npos) << text.reveal();
      }
    }
  }
}

TEST(MessageText, ALongerSiteNameIsCutAtACharacter) {
  const Secret text = message_text(words(), text::Language::English, Purpose::Visit, "𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷", "000001", "く-2", std::chrono::minutes{10});
  EXPECT_EQ(text.reveal().substr(0, 1 + 9 * 4 + 3 + 1), "[𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷…]");
}

TEST(MessageText, CountsCharactersBeyondTheBasicPlaneTwice) {
  EXPECT_EQ(ucs2_units("a髙𠮷"), 4U);
}

}  // namespace
}  // namespace desk::auth
