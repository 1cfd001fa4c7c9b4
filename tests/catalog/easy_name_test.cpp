// Names in やさしい日本語: every kanji carries its reading, and nothing else is mistaken for one.
#include <gtest/gtest.h>

#include "data/catalog/easy_name.h"
#include "tests/catalog/pack_folder_for_test.h"

namespace desk::catalog {
namespace {

TEST(EasyName, IsTakenWhenEveryKanjiCarriesItsReading) {
  for (const char* good : {"[会社|かいしゃ]の [紙|かみ]", "ソフト（A）", "[第一表|だいいっぴょう]", "gBizID（[国|くに]の ID）", "[人々|ひとびと]", "ー・、。"}) {
    EXPECT_EQ(easy_name_problem(good), "") << good;
  }
}

TEST(EasyName, IsRefusedWithWhatIsWrong) {
  const std::pair<const char*, const char*> rows[] = {
      {"会社の [紙|かみ]", "\"会\" carries no reading"}, {"[会社|かいしゃ]の紙", "\"紙\" carries no reading"},
      {"[髙|たか]と 﨑", "\"﨑\" carries no reading"},   {"[𠮷|よし] 𠮷", "\"𠮷\" carries no reading"},
      {"[会社|]", "not of the form"},                     {"[|かいしゃ]", "not of the form"},
      {"[会社|かい社]", "\"社\" is no kana"},             {"[会社|かいしゃ", "not closed"},
      {"[会社", "not closed"},                            {"か]い", "\"]\" stands outside"},
      {"か|い", "\"|\" stands outside"},                  {"[会[社|かいしゃ]", "not of the form"}};
  for (const auto& [text, problem] : rows) EXPECT_NE(easy_name_problem(text).find(problem), std::string::npos) << text << ": " << easy_name_problem(text);
}

}  // namespace
}  // namespace desk::catalog
