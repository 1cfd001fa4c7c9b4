// Questions and their words: every code has its text in the three languages, no text is left over, and whatever is answered can be said.
#include <set>

#include "data/rules/questions/saying.h"
#include "data/text/text_catalog.h"
#include "tests/places.h"
#include "tests/rules/questions_for_test.h"

namespace desk::rules {
namespace {

using text::Language;

const text::TextCatalog& texts() {
  static const auto loaded = text::TextCatalog::load(source_tree() + "/data/text");
  EXPECT_TRUE(loaded.ok()) << (loaded ? "" : loaded.error().message());
  return *loaded;
}

constexpr Language kLanguages[] = {Language::Japanese, Language::EasyJapanese, Language::English};

std::set<std::string> known_keys() {
  std::set<std::string> known;
  for (const Question& question : all_questions()) {
    known.insert("ask." + std::string(question.key) + ".question");
    for (const std::string_view code : question.codes) known.insert("ask." + std::string(question.key) + "." + std::string(code));
  }
  for (const std::string_view code : shared_codes()) known.insert("ask.any." + std::string(code));
  return known;
}

TEST(QuestionWords, EveryCodeHasATextAndNoTextIsLeftOver) {
  const std::set<std::string> known = known_keys();
  for (const std::string& key : known) EXPECT_TRUE(texts().has(key)) << key;  // a key of one language is one of all: the catalogue refuses less
  for (const std::string& key : texts().keys()) EXPECT_TRUE(!key.starts_with("ask.") || known.contains(key)) << key;
}

TEST(QuestionWords, EasyJapaneseHasAReadingOverEveryKanji) {
  for (const std::string& key : texts().keys()) {
    if (!key.starts_with("ask.")) continue;
    const std::string spoken = text::spoken(texts().get(Language::EasyJapanese, key));
    for (std::size_t i = 0; i + 2 < spoken.size(); ++i) {
      const unsigned char lead = static_cast<unsigned char>(spoken[i]);
      ASSERT_FALSE(lead >= 0xE4 && lead <= 0xE9) << key << ": " << spoken;
    }
  }
}

// No award is ever promised: what could be read as one is nowhere.
TEST(QuestionWords, PromiseNothing) {
  for (const std::string& key : texts().keys()) {
    if (!key.starts_with("ask.")) continue;
    const std::string words = texts().get(Language::Japanese, key);
    for (const char* promise : {"必ずもらえ", "必ず受け", "確実", "保証", "受けられます。"}) {
      EXPECT_EQ(words.find(promise), std::string::npos) << key << ": " << words;
    }
  }
  EXPECT_NE(texts().get(Language::Japanese, "ask.how_much.max").find("目安"), std::string::npos);
  EXPECT_NE(texts().get(Language::Japanese, "ask.when_paid.range").find("目安"), std::string::npos);
}

class Sweep {
 public:
  void check(std::string_view key, const Setting& setting, const Inputs& inputs) {
    const auto said = ask(key, setting, inputs);
    if (!said) {
      EXPECT_EQ(said.error().code, StaffCode::BadInput);
      EXPECT_FALSE(said.error().where.empty());
      return;
    }
    ++answers;
    check(*find_question(key), *said);
    for (const Said& line : said->lines) {
      check(*find_question(key), line);
      EXPECT_TRUE(line.lines.empty()) << key << ": a line has no lines of its own";
    }
  }
  int answers = 0;
  std::set<std::string> seen;

 private:
  void check(const Question& question, const Said& said) {
    seen.insert(said.text_key());
    const bool own = said.topic == question.key && std::count(question.codes.begin(), question.codes.end(), said.code) == 1;
    const bool shared = said.topic == "any" && std::count(shared_codes().begin(), shared_codes().end(), said.code) == 1;
    EXPECT_TRUE(own || shared || said.topic == "reason") << said.text_key();
    for (const Language language : kLanguages) {
      const std::string words = say(said, text::Words(texts(), language));
      EXPECT_FALSE(words.empty());
      EXPECT_EQ(words.find('{'), std::string::npos) << words;
      EXPECT_EQ(words.find("⟦"), std::string::npos) << words;
    }
  }
};

// Every question in every frame of every pack through a year, with what people know and do not know.
TEST(QuestionWords, WhateverIsAnsweredCanBeSaid) {
  Sweep sweep;
  Inputs full = buying(2'400'000, 1);
  full.who.industry = "service";
  full.who.employees = 6;
  full.who.awards = {{2025, "normal", day("2025-11-11")}};
  full.issued = day("2026-07-01");
  full.decided = day("2026-06-18");
  full.sent = minute("2026-08-01T10:00");
  full.invited = minute("2026-08-23T18:00");
  full.bytes = 12'345'678;
  full.number = "03-1111-2222";
  full.buy->pc = Yen{80'000};
  full.buy->sme_accounts = 10;
  full.buy->total_accounts = 30;
  full.buy->members = 12;
  Inputs some = buying(60'000, std::nullopt);
  some.buy->size.reset();
  some.buy->near_minimum_wage.reset();
  some.who.industry = "npo";
  some.who.employees = 3;
  some.who.awards.reset();
  some.entity = catalog::Entity::Sole;
  some.issued = day("2025-01-01");
  for (const catalog::Pack& pack : packs().packs()) {
    for (const catalog::Frame& frame : pack.frames) {
      for (const int month : {0, 2, 5, 8, 10, 12, 16}) {
        const Setting setting{pack, frame, packs().offices(), {plus_months(make_date(pack.year, 1, 20), month), 610}};
        for (const Question& question : all_questions()) {
          for (const Inputs& inputs : {Inputs{}, some, full}) sweep.check(question.key, setting, inputs);
        }
      }
    }
  }
  EXPECT_GT(sweep.answers, 300);
  EXPECT_GT(sweep.seen.size(), 100U);
}

TEST(QuestionWords, ADayIsWrittenAsTheLanguageWritesIt) {
  const Said said = answer_2026("may_contract_now", "normal", "2026-08-20");
  EXPECT_NE(text::plain(say(said, text::Words(texts(), Language::Japanese))).find("2026年10月7日（水）"), std::string::npos);
  const Said money = answer_2026("second_function", "invoice", "2026-08-20", buying(1'000'000));
  EXPECT_NE(say(money, text::Words(texts(), Language::English)).find("¥222,222"), std::string::npos);
}

TEST(AllQuestions, AreThoseOfTheBookEachOnce) {
  std::set<std::string_view> keys;
  for (const Question& question : all_questions()) {
    EXPECT_TRUE(keys.insert(question.key).second) << question.key;
    EXPECT_EQ(find_question(question.key), &question);
    EXPECT_EQ(std::set<std::string_view>(question.codes.begin(), question.codes.end()).size(), question.codes.size()) << question.key;
  }
  EXPECT_EQ(keys.size(), 22U);  // the rows of factbook 12.2
  EXPECT_EQ(find_question("nothing"), nullptr);
}

}  // namespace
}  // namespace desk::rules
