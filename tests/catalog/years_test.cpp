// 2024 and 2025 held against the fact book: its table of rounds row by row, and what each year does in its own way (T-xx: factbook 11).
#include <gtest/gtest.h>

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "tests/catalog/pack_folder_for_test.h"

namespace desk::catalog {
namespace {

const std::vector<std::string> kFrames = {"normal", "invoice", "e-transaction", "security", "group"};

const Catalogue& catalogue() {
  static const Result<Catalogue> loaded = Catalogue::load(kPacks);
  EXPECT_TRUE(loaded.ok()) << loaded.error().message();
  return *loaded;
}
const Pack& year(int wanted) { return *catalogue().pack(wanted); }

std::string text_of(const std::optional<Date>& date) { return date ? to_string(*date) : ""; }
Date day(const char* text) { return *parse_date(text); }

// year, frame, round, deadline, decision, report, planned, confidence
using Row = std::tuple<int, std::string, std::string, std::string, std::string, std::string, bool, std::string>;

// Factbook 8. Rows without a deadline are the undated rounds below.
const std::set<Row> kRounds = {
    {2024, "normal", "1", "2024-03-15", "2024-04-24", "2024-10-31", false, "M"},
    {2024, "normal", "2", "2024-04-15", "2024-05-27", "2024-11-29", false, "M"},
    {2024, "normal", "3", "2024-05-20", "2024-06-26", "2024-11-29", false, "M"},
    {2024, "normal", "4", "2024-06-19", "2024-07-29", "", true, "H"},
    {2024, "normal", "5", "2024-07-19", "2024-08-30", "", true, "H"},
    {2024, "normal", "6", "2024-08-23", "2024-10-03", "", true, "H"},
    {2024, "normal", "7(追加)", "2024-10-15", "2024-11-22", "", false, "M"},
    {2024, "security", "4", "2024-06-19", "", "", true, "H"},
    {2024, "security", "5", "2024-07-19", "", "", true, "H"},
    {2024, "security", "6", "2024-08-23", "", "", true, "H"},
    {2024, "e-transaction", "4", "2024-06-19", "", "", true, "H"},
    {2024, "e-transaction", "5", "2024-07-19", "", "", true, "H"},
    {2024, "e-transaction", "6", "2024-08-23", "", "", true, "H"},
    {2024, "group", "3", "2024-08-23", "", "", true, "H"},
    {2024, "invoice", "1", "2024-03-15", "2024-04-24", "2024-10-31", false, "M"},
    {2024, "invoice", "7", "2024-06-19", "2024-07-29", "", true, "H"},
    {2024, "invoice", "8", "2024-07-03", "2024-08-08", "", true, "H"},
    {2024, "invoice", "9", "2024-07-19", "2024-08-30", "", true, "H"},
    {2024, "invoice", "10", "2024-08-02", "2024-09-09", "", true, "H"},
    {2024, "invoice", "11", "2024-08-23", "2024-10-03", "", true, "H"},
    {2024, "invoice", "12(追加)", "2024-10-15", "2024-11-22", "", false, "M"},
    {2025, "normal", "1", "2025-05-12", "2025-06-18", "2025-12-26", false, "M"},
    {2025, "normal", "2", "2025-06-16", "2025-07-24", "2026-01-30", false, "M"},
    {2025, "normal", "3", "2025-07-18", "2025-09-02", "2026-02-27", false, "M"},
    {2025, "normal", "4", "2025-08-20", "2025-09-30", "", false, "M"},
    {2025, "normal", "5", "2025-09-22", "2025-10-31", "", false, "M"},
    {2025, "normal", "6", "2025-10-31", "2025-12-11", "", false, "M"},
    {2025, "normal", "7", "2025-12-02", "2026-01-20", "", false, "M"},
    {2025, "invoice", "1", "2025-05-12", "2025-06-18", "2025-12-26", false, "M"},
    {2025, "invoice", "2", "2025-06-16", "2025-07-24", "2026-01-30", false, "M"},
    {2025, "invoice", "3", "2025-07-18", "2025-09-02", "2026-02-27", false, "M"},
    {2025, "invoice", "4", "2025-08-20", "2025-09-30", "", false, "M"},
    {2025, "invoice", "5", "2025-09-22", "2025-10-31", "", false, "M"},
    {2025, "invoice", "6", "2025-10-31", "2025-12-11", "", false, "M"},
    {2025, "invoice", "7", "2025-12-02", "2026-01-20", "", false, "M"},
    {2025, "security", "6", "2025-10-31", "", "", false, "M"},  // notes of factbook 8
};

TEST(Years, RoundsAreThoseOfTheFactBookAndNoOthers) {
  std::set<Row> found;
  for (const int wanted : {2024, 2025}) {
    for (const Frame& frame : year(wanted).frames) {
      for (const Round& round : frame.rounds) {
        EXPECT_EQ(to_string(round.open.date), wanted == 2024 ? "2024-02-16" : "2025-03-31") << frame.id << " " << round.id;
        EXPECT_EQ(round.deadline.minute_of_day, 17 * 60) << frame.id << " " << round.id;
        found.emplace(wanted, frame.id, round.id, to_string(round.deadline.date), text_of(round.decision), text_of(round.report),
                      round.planned, std::string(code_of(round.source.confidence)));
      }
    }
  }
  std::vector<Row> missing, invented;
  std::set_difference(kRounds.begin(), kRounds.end(), found.begin(), found.end(), std::back_inserter(missing));
  std::set_difference(found.begin(), found.end(), kRounds.begin(), kRounds.end(), std::back_inserter(invented));
  for (const Row& row : missing) ADD_FAILURE() << "missing: " << std::get<0>(row) << " " << std::get<1>(row) << " " << std::get<2>(row);
  for (const Row& row : invented) ADD_FAILURE() << "invented: " << std::get<0>(row) << " " << std::get<1>(row) << " " << std::get<2>(row);
}

TEST(Years, RoundsWithoutADeadlineAreKnownByNameAndDecision) {
  const auto undated = [](int wanted, const char* frame) {
    std::vector<std::string> out;
    for (const UndatedRound& round : year(wanted).frame(frame)->undated) {
      out.push_back(round.id + " " + text_of(round.decision) + " " + std::string(code_of(round.source.confidence)));
    }
    return out;
  };
  using Texts = std::vector<std::string>;
  EXPECT_EQ(undated(2024, "invoice"),
            (Texts{"2 2024-05-08 M", "3 2024-05-27 M", "4 2024-06-06 M", "5 2024-06-26 M", "6 2024-07-08 M"}));
  EXPECT_EQ(undated(2025, "normal"), Texts{"8  L"});
  EXPECT_EQ(undated(2025, "invoice"), Texts{"8  L"});
  EXPECT_EQ(undated(2025, "security"), Texts{"5 2025-10-31 M"});
  EXPECT_EQ(undated(2024, "normal"), Texts{});
}

TEST(Years, TheFramesKeepTheirNamesOf2024And2025) {  // T-02: 社, not 者; the methods by which they are computed
  for (const int wanted : {2024, 2025}) {
    std::vector<std::string> ids;
    for (const Frame& frame : year(wanted).frames) ids.push_back(frame.id);
    EXPECT_EQ(ids, kFrames);
    EXPECT_EQ(year(wanted).frame("group")->name.ja, "複数社連携IT導入枠");
    EXPECT_EQ(year(wanted).name.ja, "IT導入補助金" + std::to_string(wanted));
    for (const Frame& frame : year(wanted).frames) EXPECT_EQ(frame.any_size, frame.id == "e-transaction") << frame.id;
    EXPECT_EQ(year(wanted).frame("e-transaction")->family, "invoice");
  }
}

TEST(Years, TheDateOfTheIntakePicksTheYear) {
  EXPECT_EQ(catalogue().pack_for(day("2024-02-16")).year, 2024);
  EXPECT_EQ(catalogue().pack_for(day("2025-03-30")).year, 2024);
  EXPECT_EQ(catalogue().pack_for(day("2025-03-31")).year, 2025);
  EXPECT_EQ(catalogue().pack_for(day("2026-01-28")).year, 2025);
}

TEST(Years, WhoIsNearTheMinimumWageChangesWithRound7Of2025) {  // T-23
  const Frame& normal = *year(2025).frame("normal");
  const auto id_on = [&](const char* on) {
    const Condition* row = near_minimum_wage_on(normal, day(on));
    return row == nullptr ? std::string("none") : row->id;
  };
  EXPECT_EQ(id_on("2025-03-30"), "none");
  EXPECT_EQ(id_on("2025-03-31"), "within_50_yen");
  EXPECT_EQ(id_on("2025-10-31"), "within_50_yen");  // the last day of round 6
  EXPECT_EQ(id_on("2025-11-01"), "below_revised_2025");
  EXPECT_EQ(id_on("2025-12-02"), "below_revised_2025");
  for (const Frame& frame : year(2024).frames) EXPECT_TRUE(frame.near_minimum_wage.empty()) << frame.id;
}

TEST(Years, MovingTheDeadlineOfRound6MovesTheWordingThatFollows) {
  const auto folder = std::filesystem::temp_directory_path() / ("desk-years-" + std::to_string(getpid()));
  std::filesystem::remove_all(folder);
  std::filesystem::copy(kPacks, folder, std::filesystem::copy_options::recursive);
  const std::string file = (folder / "2025/rounds.toml").string();
  std::string text = *read_file(file);
  const std::string from = "frames = [\"normal\", \"invoice\"]\nopen = \"2025-03-31T00:00\"\ndeadline = \"2025-10-31T17:00\"";
  const auto at = text.find(from);
  ASSERT_NE(at, std::string::npos);
  std::ofstream(file) << text.replace(at + from.size() - 17, 10, "2025-11-07");
  const auto moved = Catalogue::load(folder.string());
  std::filesystem::remove_all(folder);
  ASSERT_TRUE(moved.ok()) << moved.error().message();
  const Frame& normal = *moved->pack(2025)->frame("normal");
  EXPECT_EQ(near_minimum_wage_on(normal, day("2025-11-07"))->id, "within_50_yen");
  EXPECT_EQ(near_minimum_wage_on(normal, day("2025-11-08"))->id, "below_revised_2025");
}

TEST(Years, TheBonusesOfRound7BeginAfterRound6) {
  const Round& sixth = year(2025).frame("normal")->rounds[5];
  ASSERT_EQ(sixth.id, "6");
  int found = 0;
  for (const Bonus& bonus : year(2025).bonuses) {
    if (!bonus.id.starts_with("minimum_wage")) continue;
    ++found;
    ASSERT_TRUE(bonus.from.has_value()) << bonus.id;
    EXPECT_EQ(*bonus.from, plus_days(sixth.deadline.date, 1)) << bonus.id;
  }
  EXPECT_EQ(found, 2);
  EXPECT_EQ(year(2024).bonuses.size(), 13U);  // factbook 9.2
}

TEST(Years, TheWagePlanIsMandatoryInTheUpperBandFrom2025On) {
  for (const int wanted : {2024, 2025}) {
    const auto& bands = year(wanted).frame("normal")->estimate.bands;
    ASSERT_EQ(bands.size(), 2U);
    EXPECT_FALSE(bands[0].wage_plan);
    EXPECT_FALSE(bands[0].cap.inclusive);  // 150万円未満: T-07
    EXPECT_EQ(bands[1].wage_plan, wanted == 2025);
    EXPECT_EQ(bands[1].near_wage_check, wanted == 2025);  // whether the 2/3 reaches up here is open (2.4)
  }
}

TEST(Years, MiradigiIsRequiredInTheNormalFrameOf2024AndNowhereIn2025) {  // T-10
  for (const std::string& frame : kFrames) {
    const Step* check = year(2024).step(StepKind::ManagementCheck, frame);
    ASSERT_NE(check, nullptr) << frame;
    EXPECT_EQ(check->required, frame == "normal") << frame;
    EXPECT_EQ(year(2024).step(StepKind::Navi, frame), nullptr) << frame;
    EXPECT_EQ(year(2025).step(StepKind::ManagementCheck, frame), nullptr) << frame;
    const Step* navi = year(2025).step(StepKind::Navi, frame);
    ASSERT_NE(navi, nullptr) << frame;
    EXPECT_FALSE(navi->required) << frame;
    const Step* matching = year(2025).step(StepKind::GrowthMatching, frame);
    ASSERT_NE(matching, nullptr) << frame;
    EXPECT_FALSE(matching->required) << frame;
  }
}

TEST(Years, SecurityActionTakesAWeekBesideTheGbizidAndItsIdBeginsWith4) {  // T-11, T-12
  for (const int wanted : {2024, 2025}) {
    const Date on = make_date(wanted, 7, 1);
    const Lead& gbizid = *lead_on(*year(wanted).step(StepKind::Gbizid, "normal"), on);
    EXPECT_EQ(gbizid.days, 14);
    EXPECT_EQ(gbizid.online_days, 1);
    const Step& step = *year(wanted).step(StepKind::SecurityAction, "normal");
    EXPECT_EQ(lead_on(step, on)->days, 7);
    EXPECT_FALSE(lead_on(step, on)->after_gbizid);
    EXPECT_TRUE(lead_on(step, day("2026-04-01"))->after_gbizid);
    ASSERT_EQ(step.ids.size(), 1U);
    EXPECT_EQ(step.ids[0].prefix, "4");
    EXPECT_EQ(step.ids[0].digits, 11);
  }
}

TEST(Years, ATaxReturnIsOfTheYearBeforeAndWasStampedUntilReiwa5) {  // T-13, T-14
  for (const int wanted : {2024, 2025}) {
    const DocumentKind& paper = *year(wanted).document("tax_return");
    EXPECT_EQ(paper.rule, DocumentRule::TaxYear);
    EXPECT_EQ(paper.year_offset, -1);
    EXPECT_NE(paper.name.ja.find(wanted == 2024 ? "令和5年分" : "令和6年分"), std::string::npos) << paper.name.ja;
    EXPECT_EQ(paper.name.ja.find("申告書B"), std::string::npos);  // T-15
    std::vector<std::string> ids;
    for (const FilingEvidence& evidence : paper.evidence) {
      ids.push_back(evidence.id);
      EXPECT_EQ(evidence.until_tax_year, evidence.id == "receipt_stamp" ? std::optional<int>(2023) : std::nullopt) << evidence.id;
    }
    EXPECT_EQ(ids, (std::vector<std::string>{"receipt_stamp", "receipt_number", "etax_notice", "tax_2", "association_letter"}));
    EXPECT_EQ(year(wanted).document("tax_1")->rule, DocumentRule::Latest);  // no three months: T-16
    EXPECT_EQ(year(wanted).document("financial_statements"), nullptr);      // 2026 only: T-31
    EXPECT_EQ(year(wanted).document("wage_report") != nullptr, wanted == 2025);
  }
}

TEST(Years, PartnersHandInPapersInETransactionAloneAndOnlyAsToBeChecked) {
  for (const int wanted : {2024, 2025}) {
    int partners = 0;
    for (const DocumentNeed& need : year(wanted).needs) {
      if (need.party != Party::Partner) continue;
      ++partners;
      EXPECT_EQ(need.frames, std::vector<std::string>{"e-transaction"}) << need.id;
      EXPECT_EQ(need.source.confidence, Confidence::Low) << need.id;
    }
    EXPECT_EQ(partners, 5);
    EXPECT_TRUE(year(wanted).files.application_numbers.empty());  // KSS04 is 2023
  }
}

TEST(Years, ALargeBuyerIsNotKeptOutOfETransactionByItsOwners) {
  for (const int wanted : {2024, 2025}) {
    int deemed = 0;
    for (const Exclusion& rule : year(wanted).exclusions) {
      if (!rule.clause.starts_with("2-2-2(1)")) continue;
      ++deemed;
      EXPECT_EQ(rule.frames, (std::vector<std::string>{"normal", "invoice", "security", "group"})) << rule.id;
    }
    EXPECT_EQ(deemed, 6);
    EXPECT_EQ(year(wanted).exclusion("same_process") != nullptr, wanted == 2025);
  }
}

TEST(Years, AShopOnTheWebIsNoInvoiceToolAfter2023) {  // T-04
  for (const int wanted : {2024, 2025}) {
    for (const Purpose& purpose : year(wanted).purposes) EXPECT_NE(purpose.function, "ec") << purpose.id;
    EXPECT_EQ(year(wanted).frame("invoice")->functions, (std::vector<std::string>{"accounting", "ordering", "payment"}));
  }
}

TEST(Years, NoNumberOfTheSecretariatOf2023IsPrinted) {  // T-22
  for (const int wanted : {2024, 2025}) {
    for (const Contact& contact : year(wanted).contacts) {
      EXPECT_EQ(contact.value.find("0570"), std::string::npos) << contact.id;
      EXPECT_EQ(contact.value.find("it-hojo.jp"), std::string::npos) << contact.id;
      EXPECT_NE(contact.value.find('.'), std::string::npos) << contact.id;  // a page, not a telephone
    }
    ASSERT_NE(year(wanted).contact("site", make_date(wanted, 6, 1)), nullptr);
    EXPECT_EQ(year(wanted).contact("site", make_date(wanted, 6, 1))->value, "it-shien.smrj.go.jp");
  }
}

}  // namespace
}  // namespace desk::catalog
