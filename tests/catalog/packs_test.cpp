// The packs of the repository, and packs broken on purpose: every complaint names file, line and reason.
#include <gtest/gtest.h>

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>

#include "data/base/document.h"
#include "data/catalog/catalogue.h"

namespace desk::catalog {
namespace {

const std::string kPacks = std::string(DESK_SOURCE_DIR) + "/data/catalog/packs";

std::string text_of_2026() { return *read_file(kPacks + "/2026/pack.toml"); }

// A copy of the pack in a folder of its own, with one thing changed; gone when the test ends.
class Folder {
 public:
  Folder() : path_(std::filesystem::temp_directory_path() / ("desk-packs-" + std::to_string(getpid()))) {
    std::filesystem::create_directories(path_ / "2026");
    std::filesystem::copy_file(kPacks + "/holidays.toml", path_ / "holidays.toml", std::filesystem::copy_options::overwrite_existing);
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  void write(const std::string& name, const std::string& text) const { std::ofstream(path_ / name) << text; }
  [[nodiscard]] std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

int line_of(const std::string& text, const std::string& wanted) {
  const auto at = text.find(wanted);
  EXPECT_NE(at, std::string::npos) << wanted;
  return 1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

TEST(Packs, ThoseOfTheRepositoryLoad) {
  const auto loaded = Catalogue::load(kPacks);
  ASSERT_TRUE(loaded.ok()) << loaded.error().message();
  const Pack* pack = loaded->pack(2026);
  ASSERT_NE(pack, nullptr);
  EXPECT_EQ(pack->industries.size(), 15U);
  EXPECT_EQ(pack->frame("normal")->rounds.size(), 5U);
  EXPECT_EQ(pack->frame("invoice")->rounds.size(), 4U);  // G-04 lists round 5 for 通常枠 and the security frame only
  EXPECT_EQ(to_string(pack->frame("normal")->rounds[4].deadline), "2026-09-29T17:00");
  EXPECT_EQ(loaded->pack(2031), nullptr);
  EXPECT_EQ(pack->stamp(), "2026 / 2026-09-20");
}

TEST(Packs, EveryDeadlineAndDecisionIsAWorkingDay) {  // factbook 7.8: no weekend or holiday deadline has been seen
  const auto loaded = Catalogue::load(kPacks);
  for (const Pack& pack : loaded->packs()) {
    for (const Frame& frame : pack.frames) {
      for (const Round& round : frame.rounds) {
        EXPECT_FALSE(loaded->offices().closed(round.deadline.date)) << frame.id << " " << round.id;
        EXPECT_EQ(round.deadline.minute_of_day, 17 * 60);
      }
    }
  }
}

TEST(Packs, TheDatePicksThePack) {
  Folder folder;
  const std::string text = text_of_2026();
  folder.write("2026/pack.toml", text);
  std::filesystem::create_directories(folder.path() + "/2027");
  folder.write("2027/pack.toml", replaced(replaced(text, "year = 2026", "year = 2027"), "applies_from = 2026-01-29", "applies_from = 2027-02-01"));
  const auto loaded = Catalogue::load(folder.path());
  ASSERT_TRUE(loaded.ok()) << loaded.error().message();
  EXPECT_EQ(loaded->pack_for(make_date(2025, 5, 5)).year, 2026);   // before all: the oldest
  EXPECT_EQ(loaded->pack_for(make_date(2026, 1, 29)).year, 2026);
  EXPECT_EQ(loaded->pack_for(make_date(2026, 12, 31)).year, 2026); // after its last round, still 2026
  EXPECT_EQ(loaded->pack_for(make_date(2027, 2, 1)).year, 2027);
}

TEST(Packs, ContactsChangeWithTheDate) {
  const auto loaded = Catalogue::load(kPacks);
  const Pack& pack = *loaded->pack(2026);
  EXPECT_EQ(pack.contact("security_action", make_date(2026, 3, 31))->value, "security-shien.ipa.go.jp/security/entry/");
  EXPECT_EQ(pack.contact("security_action", make_date(2026, 4, 1))->value, "sme-security.ipa.go.jp");
  EXPECT_EQ(pack.contact("call_centre", make_date(2026, 9, 1)), nullptr);  // none was confirmed: none is printed
}

TEST(Offices, AreClosedOnWeekendsHolidaysAndAtTheTurnOfTheYear) {
  const auto loaded = Catalogue::load(kPacks);
  const OfficeCalendar& offices = loaded->offices();
  for (const char* closed : {"2026-09-19", "2026-09-20", "2026-09-21", "2026-09-22", "2026-09-23", "2026-12-29", "2027-01-03", "2027-03-22"}) {
    EXPECT_TRUE(offices.closed(*parse_date(closed))) << closed;
  }
  for (const char* open : {"2026-09-18", "2026-09-24", "2026-12-28", "2027-01-04"}) EXPECT_FALSE(offices.closed(*parse_date(open))) << open;
  EXPECT_EQ(offices.open_day_before(make_date(2026, 9, 23)), make_date(2026, 9, 18));
  EXPECT_EQ(offices.open_day_after(make_date(2026, 9, 19)), make_date(2026, 9, 24));
}

struct Broken {
  const char* what;
  const char* from;
  const char* to;
  const char* at;      // the line of the broken text on which the complaint must stand
  const char* reason;  // part of it
};

TEST(BrokenPacks, AreRefusedWithFileLineAndReason) {
  const Broken cases[] = {
      {"a key missing", "prep_days = 3", "prepdays = 3", "# デジタル化", "prep_days: missing"},  // the table itself: line 1
      {"a misspelt key beside the right ones", "year = 2026\n", "year = 2026\nyaer = 2026\n", "yaer", "yaer: unknown key"},
      {"no TOML at all", "year = 2026", "year = = 2026", "year = =", ""},
      {"a rate above one", "rate = \"2/3\", near_minimum_wage", "rate = \"3/2\", near_minimum_wage", "\"3/2\"", "rate above 1"},
      {"a rate that is a decimal", "rate = \"2/3\", near_minimum_wage", "rate = \"0.66\", near_minimum_wage", "\"0.66\"", "is not a fraction"},
      {"a rate nobody can get", "  { rate = \"2/3\", near_minimum_wage = true },\n  { rate = \"1/2\" },",
       "  { rate = \"1/2\" },\n  { rate = \"2/3\", near_minimum_wage = true },", "  { rate = \"2/3\", near_minimum_wage", "can never apply"},
      {"tranches that overlap", "up_to = 3500000", "up_to = 400000", "up_to = 400000", "they overlap"},
      {"bands with a gap", "floor = { amount = 1500000, inclusive = true }", "floor = { amount = 1600000, inclusive = true }",
       "floor = { amount = 1600000", "a gap or an overlap"},
      {"bands that both hold the edge", "cap = { amount = 1500000, inclusive = false }", "cap = { amount = 1500000, inclusive = true }",
       "floor = { amount = 1500000", "a gap or an overlap"},
      {"a deadline before its opening", "deadline = \"2026-05-12T17:00\"", "deadline = \"2026-03-12T17:00\"", "deadline = \"2026-03-12",
       "before its opening"},
      {"rounds out of order", "deadline = \"2026-06-15T17:00\"", "deadline = \"2026-05-11T17:00\"", "deadline = \"2026-05-11",
       "rounds out of order"},
      {"a decision before the deadline", "decision = 2026-06-18", "decision = 2026-05-01", "decision = 2026-05-01", "before the deadline"},
      {"a date that does not exist", "deadline = \"2026-09-29T17:00\"", "deadline = \"2026-09-31T17:00\"", "deadline = \"2026-09-31",
       "not a minute that exists"},
      {"a name missing in a language", "name = { ja = \"小売業\", easy = \"お客さんに 物を 売る店\", en = \"Retail\" }",
       "name = { ja = \"小売業\", en = \"Retail\" }", "name = { ja = \"小売業\"", "easy: missing"},
      {"an empty name", "easy = \"お客さんに 物を 売る店\"", "easy = \"\"", "easy = \"\"", "must not be empty"},
      {"a fact without a source", "source = \"G-04\"\nconfidence = \"M\"\n\n# ---- who", "confidence = \"M\"\n\n# ---- who", "[[round]]\nid = \"5\"",
       "source: missing"},
      {"a confidence that is none", "confidence = \"L\"", "confidence = \"X\"", "confidence = \"X\"", "none of H, M, L"},
      {"a round of a frame that is not there", "frames = [\"normal\"]\nopen", "frames = [\"norml\"]\nopen", "frames = [\"norml\"]",
       "is no frame of this pack"},
      {"a need of a paper that is not there", "any_of = [\"registry_full\"]", "any_of = [\"registry_whole\"]", "registry_whole",
       "is no document of this pack"},
      {"a need of a refused look-alike", "any_of = [\"registry_full\"]", "any_of = [\"registry_current\"]", "any_of = [\"registry_current\"]",
       "refused look-alike"},
      {"an industry twice", "id = \"wholesale\"", "id = \"manufacturing\"", "id = \"manufacturing\"\nname = { ja = \"卸売業\"", "is there twice"},
      {"a round verified after its pack", "verified = 2026-09-20\nsource = \"G-04\"", "verified = 2026-09-21\nsource = \"G-04\"",
       "verified = 2026-09-21", "later than the pack's own"},
      {"a later format", "format = 1", "format = 2", "format = 2", "from 1 to 1"},
  };
  const std::string right = text_of_2026();
  Folder folder;
  for (const Broken& each : cases) {
    const std::string text = replaced(right, each.from, each.to);
    folder.write("2026/pack.toml", text);
    const auto pack = load_pack(folder.path() + "/2026/pack.toml");
    ASSERT_FALSE(pack.ok()) << each.what;
    EXPECT_EQ(pack.error().code, StaffCode::PackBroken);
    EXPECT_NE(pack.error().reason.find(each.reason), std::string::npos) << each.what << ": " << pack.error().message();
    const std::string where = folder.path() + "/2026/pack.toml:" + std::to_string(line_of(text, each.at));
    EXPECT_EQ(pack.error().where, where) << each.what << ": " << pack.error().message();
  }
}

TEST(BrokenPacks, AFolderWithoutAnyIsMissingNotBroken) {
  Folder folder;
  EXPECT_EQ(Catalogue::load(folder.path()).error().code, StaffCode::PackMissing);
  EXPECT_EQ(Catalogue::load(folder.path() + "/nowhere").error().code, StaffCode::PackMissing);
}

TEST(BrokenPacks, HolidaysOutOfOrderAreRefused) {
  Folder folder;
  folder.write("2026/pack.toml", text_of_2026());
  folder.write("holidays.toml", replaced(*read_file(kPacks + "/holidays.toml"), "date = 2026-01-12", "date = 2025-01-12"));
  const auto loaded = Catalogue::load(folder.path());
  ASSERT_FALSE(loaded.ok());
  EXPECT_NE(loaded.error().reason.find("not after the holiday before"), std::string::npos);
}

}  // namespace
}  // namespace desk::catalog
