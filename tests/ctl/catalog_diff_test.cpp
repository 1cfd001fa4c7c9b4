// What a newer catalogue changes, in words: every fact of every struct, in all three languages.
#include <algorithm>
#include <set>

#include "kiosk/ctl/diff_words.h"
#include "tests/catalog/release_folder.h"
#include "tests/ctl/calling.h"
#include "tests/ctl/catalog_mutations.h"

namespace desk::ctl {
namespace {

using namespace test;
using catalog::Pack;

const text::TextCatalog& texts() {
  static const auto loaded = text::TextCatalog::load(data_folder() + "/text");
  return *loaded;
}

constexpr text::Language kLanguages[] = {text::Language::Japanese, text::Language::EasyJapanese, text::Language::English};

std::vector<catalog::Change> changes(const Pack& before, const Pack& after) {
  return catalog::difference(catalog::facts_of(before), catalog::facts_of(after));
}

// Whole words: no key that is not there, no placeholder left, no mark of readings, no double word.
void expect_sound(const std::string& said, const std::string& about) {
  for (const char* broken : {"⟦", "{", "}", "[", "]", "|"}) EXPECT_EQ(said.find(broken), std::string::npos) << about << ": " << said;
  EXPECT_TRUE(said.ends_with("。") || said.ends_with(".")) << about << ": " << said;
}

TEST(CatalogDiff, EachFactOfEachStructIsOneSentenceInEveryLanguage) {
  const Pack before = pack_with_one_of_everything();
  for (const Mutation& mutation : every_mutation()) {
    const std::string about = mutation.thing + "." + mutation.field;
    Pack after = before;
    mutation.make(after);
    const auto found = changes(before, after);
    ASSERT_EQ(found.size(), 1U) << about;
    EXPECT_EQ(found[0].where.back().kind, mutation.thing) << about;
    EXPECT_EQ(found[0].field, mutation.field) << about;
    for (const text::Language language : kLanguages) expect_sound(sentence(found[0], text::Words(texts(), language)), about);
  }
}

void collect(const catalog::Thing& thing, std::set<std::string>& out) {
  for (const catalog::Fact& fact : thing.facts) out.insert(thing.kind + "." + fact.field);
  for (const catalog::Thing& below : thing.things) collect(below, out);
}

TEST(CatalogDiff, TheTableOfMutationsForgetsNoFact) {
  std::set<std::string> known, mutated;
  collect(catalog::facts_of(pack_with_one_of_everything()), known);
  for (const Mutation& mutation : every_mutation()) mutated.insert(mutation.thing + "." + mutation.field);
  EXPECT_EQ(mutated, known);
  EXPECT_GT(known.size(), 150U);
}

// Every value that an enum can have is a word in every language.
TEST(CatalogDiff, EveryValueOfEveryEnumHasItsWord) {
  using namespace catalog;
  const Pack before = pack_with_one_of_everything();
  const std::vector<std::pair<int, std::function<void(Pack&, int)>>> enums = {
      {4, [](Pack& p, int i) { p.frames[0].estimate.method = static_cast<Method>(i); }},
      {3, [](Pack& p, int i) { p.frames[0].estimate.rates[0].size = static_cast<Size>(i); }},
      {3, [](Pack& p, int i) { p.exclusions[0].measure = static_cast<Measure>(i); }},
      {3, [](Pack& p, int i) { p.exclusions[0].op = static_cast<Operator>(i); }},
      {3, [](Pack& p, int i) { p.repeats[0].kind = static_cast<RepeatKind>(i); }},
      {2, [](Pack& p, int i) { p.combination.kind = static_cast<CombinationKind>(i); }},
      {5, [](Pack& p, int i) { p.requirements[0].kind = static_cast<RequirementKind>(i); }},
      {7, [](Pack& p, int i) { p.steps[0].kind = static_cast<StepKind>(i); }},
      {2, [](Pack& p, int i) { p.steps[0].ids[0].verdict = static_cast<IdVerdict>(i); }},
      {7, [](Pack& p, int i) { p.documents[0].rule = static_cast<DocumentRule>(i); }},
      {2, [](Pack& p, int i) { p.documents[0].entity = static_cast<Entity>(i); }},
      {2, [](Pack& p, int i) { p.needs[0].party = static_cast<Party>(i); }},
      {3, [](Pack& p, int i) { p.needs[0].when = static_cast<When>(i); }},
      {4, [](Pack& p, int i) { p.procedure[0].hands = static_cast<Hands>(i); }},
  };
  int said = 0;
  for (const auto& [count, set] : enums) {
    for (int i = 0; i < count; ++i) {
      Pack after = before;
      set(after, i);
      for (const catalog::Change& change : changes(before, after)) {
        for (const text::Language language : kLanguages) expect_sound(sentence(change, text::Words(texts(), language)), std::to_string(i));
        ++said;
      }
    }
  }
  EXPECT_GE(said, 50 - 14) << "each value but the one that is there already";
}

TEST(CatalogDiff, EveryKindOfThingMayComeAndGo) {
  const Pack full = pack_with_one_of_everything();
  Pack bare{};
  bare.year = full.year;
  bare.applies_from = full.applies_from;
  bare.verified = full.verified;
  for (const text::Language language : kLanguages) {
    for (const catalog::Change& change : changes(bare, full)) expect_sound(sentence(change, text::Words(texts(), language)), "added");
    for (const catalog::Change& change : changes(full, bare)) expect_sound(sentence(change, text::Words(texts(), language)), "removed");
  }
}

// ---- the call itself ----

class DiffCall : public ::testing::Test {
 protected:
  DiffCall() {
    catalog::test::copy_packs(old_);
    catalog::test::copy_packs(new_);
  }
  // In whichever file of the year it stands.
  void edit(const std::string& from, const std::string& to) {
    int found = 0;
    for (const auto& entry : std::filesystem::directory_iterator(new_ + "/2026")) {
      std::string text = catalog::test::read(entry.path().string());
      const auto at = text.find(from);
      if (at == std::string::npos) continue;
      catalog::test::write(entry.path().string(), text.replace(at, from.size(), to));
      ++found;
    }
    ASSERT_EQ(found, 1) << from;
  }
  [[nodiscard]] Outcome diff(const std::vector<std::string>& more = {}) const {
    std::vector<std::string> words{"catalog", "diff", old_, new_};
    words.insert(words.end(), more.begin(), more.end());
    return run(words, clock_);
  }

  catalog::test::TemporaryFolder temporary_;
  std::string old_ = temporary_.at("old"), new_ = temporary_.at("new");
  FakeClock clock_;
};

TEST_F(DiffCall, OneDeadlineMovedIsOneSentence) {
  edit("deadline = \"2026-09-29T17:00\"", "deadline = \"2026-10-02T12:00\"");
  const Outcome japanese = diff();
  EXPECT_EQ(japanese.exit_code, kAnswered) << japanese.err;
  EXPECT_EQ(std::count(japanese.out.begin(), japanese.out.end(), '\n'), 1) << japanese.out;
  EXPECT_TRUE(japanese.out.starts_with("2026年度の枠「")) << japanese.out;
  EXPECT_TRUE(japanese.out.ends_with("募集回「5」：締切が2026年9月29日（火） 17:00から2026年10月2日（金） 12:00に変わります。\n")) << japanese.out;
  const Outcome english = diff({"--lang", "en"});
  EXPECT_TRUE(english.out.ends_with("round “5”: the deadline changes from Tue 29 Sep 2026, 17:00 to Fri 2 Oct 2026, 12:00.\n")) << english.out;
}

TEST_F(DiffCall, NothingChangedIsSaidSo) {
  EXPECT_EQ(diff().out, "変わるところはありません。\n");
  const Node answer = json(diff({"--json"}).out);
  EXPECT_TRUE(flag_at(answer, "same"));
  EXPECT_TRUE(list_at(answer, "changes").empty());
}

TEST_F(DiffCall, AYearMoreOrLessIsOneSentence) {
  std::filesystem::remove_all(new_);
  std::filesystem::copy(data_folder() + "/catalog/packs", new_, std::filesystem::copy_options::recursive);
  const auto all = catalog::Catalogue::load(new_);
  ASSERT_TRUE(all) << all.error().message();
  const Node answer = json(diff({"--json"}).out);
  EXPECT_EQ(list_at(answer, "changes").size(), all->packs().size() - 1) << "one for each year beside 2026";
}

TEST_F(DiffCall, BadInputAndBrokenPacksAreSaid) {
  EXPECT_EQ(run({"catalog", "diff", old_}, clock_).exit_code, kBadInput);
  EXPECT_EQ(run({"catalog", "diff"}, clock_).exit_code, kBadInput);
  EXPECT_EQ(run({"catalog", "diff", "--folders", "[1,2]"}, clock_).exit_code, kBadInput);
  EXPECT_EQ(run({"catalog", "diff", old_, temporary_.at("nowhere")}, clock_).exit_code, kCouldNot);
  const Outcome language = diff({"--lang", "fr"});
  EXPECT_EQ(language.exit_code, kBadInput);
}

}  // namespace
}  // namespace desk::ctl
