// The packs of the repository, and what the date and the rounds pick from them.
#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "tests/catalog/pack_folder_for_test.h"

namespace desk::catalog {
namespace {

TEST(Packs, ThoseOfTheRepositoryLoad) {
  const auto loaded = Catalogue::load(kPacks);
  ASSERT_TRUE(loaded.ok()) << loaded.error().message();
  const Pack* pack = loaded->pack(2026);
  ASSERT_NE(pack, nullptr);
  EXPECT_EQ(pack->industries.size(), 15U);
  EXPECT_EQ(pack->frame("normal")->rounds.size(), 5U);
  for (const Pack& each : loaded->packs()) EXPECT_EQ(each.industries.size(), 15U) << each.year;
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
  folder.write_year("2027");
  folder.write("2027/pack.toml", replaced(replaced(text, "year = 2026", "year = 2027"), "applies_from = 2026-01-29", "applies_from = 2026-03-01"));
  const auto loaded = Catalogue::load(folder.path());
  ASSERT_TRUE(loaded.ok()) << loaded.error().message();
  EXPECT_EQ(loaded->pack_for(make_date(2025, 5, 5)).year, 2026);   // before all: the oldest
  EXPECT_EQ(loaded->pack_for(make_date(2026, 1, 29)).year, 2026);
  EXPECT_EQ(loaded->pack_for(make_date(2026, 2, 28)).year, 2026);
  EXPECT_EQ(loaded->pack_for(make_date(2026, 3, 1)).year, 2027);
  EXPECT_EQ(loaded->pack_for(make_date(2031, 1, 1)).year, 2027);   // after its last round, still that year's
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

TEST(Packs, The2023SecretariatIsNeverShownAfterItsLastDay) {  // T-22
  const auto loaded = Catalogue::load(kPacks);
  const Pack& pack = *loaded->pack(2023);
  EXPECT_EQ(pack.contact("site", make_date(2023, 7, 31))->value, "www.it-hojo.jp");
  EXPECT_EQ(pack.contact("site", make_date(2023, 8, 1))->value, "it-shien.smrj.go.jp");
  EXPECT_EQ(pack.contact("call_centre", make_date(2023, 7, 31))->value, "0570-666-424");
  for (const Pack& each : loaded->packs()) {
    for (const Contact& contact : each.contacts) {
      const bool first_secretariat =
          contact.value.find("it-hojo") != std::string::npos || contact.value == "0570-666-424" || contact.value == "042-303-9749";
      if (!first_secretariat) continue;
      EXPECT_EQ(contact.until, make_date(2023, 7, 31)) << each.year << " " << contact.value;
    }
  }
}

TEST(Packs, TheMisprintedWageBonusIsNowhere) {  // T-01: the seed prints +300円, every other source +30円
  for (const auto& entry : std::filesystem::recursive_directory_iterator(kPacks)) {
    if (entry.path().extension() != ".toml") continue;
    EXPECT_EQ(read_file(entry.path().string())->find("300円"), std::string::npos) << entry.path();
  }
  const auto loaded = Catalogue::load(kPacks);
  const auto& bonuses = loaded->pack(2023)->bonuses;
  const auto wage = std::find_if(bonuses.begin(), bonuses.end(), [](const Bonus& each) { return each.id == "wage_plan"; });
  ASSERT_NE(wage, bonuses.end());
  EXPECT_NE(wage->name.ja.find("＋30円"), std::string::npos);
  EXPECT_EQ(wage->source.confidence, Confidence::Low);  // the sources contradict each other
}

TEST(Packs, The2023CheckIsRequiredWhereItsTextWasReadAndABonusElsewhere) {  // T-10
  const auto loaded = Catalogue::load(kPacks);
  const Pack& pack = *loaded->pack(2023);
  for (const Frame& frame : pack.frames) {
    const bool required = frame.id == "supply-chain" || frame.id == "security";
    EXPECT_EQ(pack.step(StepKind::ManagementCheck, frame.id)->required, required) << frame.id;
  }
  EXPECT_EQ(loaded->pack(2026)->step(StepKind::ManagementCheck, "normal"), nullptr);  // gone
}

TEST(Packs, TradingPartnersOfTheWholeChainHandInTheirPapersInOrder) {  // S0 2-7, 2-14
  const auto loaded = Catalogue::load(kPacks);
  std::map<Entity, std::vector<std::string>> papers;
  for (const DocumentNeed& need : loaded->pack(2023)->needs) {
    if (need.party != Party::Partner) continue;
    EXPECT_EQ(need.frames, std::vector<std::string>{"supply-chain"});
    papers[need.entity].push_back(need.any_of.front());
  }
  EXPECT_EQ(papers[Entity::Corporation], (std::vector<std::string>{"registry_full", "tax_1"}));
  EXPECT_EQ(papers[Entity::Sole], (std::vector<std::string>{"licence", "tax_1", "tax_return"}));
  EXPECT_EQ(loaded->pack(2023)->files.application_numbers.front().prefix, "KSS04");
}

TEST(Packs, AWageRowKeyedByARoundBeginsTheDayAfterTheDeadlineBeforeIt) {
  Folder folder;
  const std::string text = text_of_2026();
  const std::string row = text.substr(text.find("[[frame.near_minimum_wage]]"), text.find("[[frame]]\nid = \"invoice\"") - text.find("[[frame.near_minimum_wage]]"));
  const std::string later = replaced(replaced(row, "from = 2026-01-29", "from_round = \"3\""), "below_revised_2025", "below_revised_2026");
  folder.write("2026/pack.toml", replaced(text, row, row + later));
  const auto pack = load_pack(folder.path() + "/2026/pack.toml");
  ASSERT_TRUE(pack.ok()) << pack.error().message();
  const Frame& frame = *pack->frame("normal");
  EXPECT_EQ(near_minimum_wage_on(frame, make_date(2026, 6, 15))->id, "below_revised_2025");  // round 2 closes on this day
  EXPECT_EQ(near_minimum_wage_on(frame, make_date(2026, 6, 16))->id, "below_revised_2026");

  folder.write("2026/pack.toml", replaced(text, row, row + replaced(later, "\"3\"", "\"1\"")));
  const auto first = load_pack(folder.path() + "/2026/pack.toml");
  ASSERT_TRUE(first.ok()) << first.error().message();
  EXPECT_EQ(first->frame("normal")->near_minimum_wage[1].from, make_date(2026, 3, 30));  // nothing before it: its opening

  folder.write("2026/pack.toml", replaced(text, row, later + row));
  const auto backwards = load_pack(folder.path() + "/2026/pack.toml");
  ASSERT_FALSE(backwards.ok());
  EXPECT_NE(backwards.error().reason.find("not after the row before"), std::string::npos);
}

TEST(Packs, ARoundWithoutADeadlineIsKeptApart) {
  Folder folder;
  const std::string text = text_of_2026("rounds.toml");
  const std::string undated = "\n[[undated_round]]\nid = \"6\"\nframes = [\"normal\"]\ndecision = 2026-12-20\nsource = \"P-12\"\nconfidence = \"L\"\n";
  folder.write("2026/rounds.toml", text + undated);
  const auto pack = load_pack(folder.path() + "/2026/pack.toml");
  ASSERT_TRUE(pack.ok()) << pack.error().message();
  EXPECT_EQ(pack->frame("normal")->rounds.size(), 5U);
  ASSERT_EQ(pack->frame("normal")->undated.size(), 1U);
  EXPECT_EQ(pack->frame("normal")->undated[0].decision, make_date(2026, 12, 20));

  folder.write("2026/rounds.toml", text + replaced(undated, "\"6\"", "\"5\""));
  const auto twice = load_pack(folder.path() + "/2026/pack.toml");
  ASSERT_FALSE(twice.ok());
  EXPECT_NE(twice.error().reason.find("round 5 of normal is there twice"), std::string::npos);
}

TEST(Packs, EveryFileIsNeeded) {
  for (const std::string_view file : kPackFiles) {
    Folder folder;
    const std::string path = folder.path() + "/2026/" + std::string(file);
    std::filesystem::remove(path);
    const auto pack = load_pack(folder.path() + "/2026/pack.toml");
    ASSERT_FALSE(pack.ok()) << file;
    EXPECT_EQ(pack.error().code, StaffCode::PackBroken);
    EXPECT_EQ(pack.error().where, path);
    const auto catalogue = Catalogue::load(folder.path());  // nor is the year passed over in silence
    ASSERT_FALSE(catalogue.ok()) << file;
    EXPECT_EQ(catalogue.error().where, path);
  }
}

}  // namespace
}  // namespace desk::catalog
