// Papers, tax certificates, files and partners (factbook 5).
#include "tests/rules/questions_for_test.h"

namespace desk::rules {
namespace {

using catalog::Confidence;
using catalog::Entity;

Setting paper_day_2026(const char* now = "2026-09-01") { return setting_of(pack_2026(), frame_2026("normal"), now); }

Inputs issued(const char* date) {
  Inputs inputs;
  inputs.issued = day(date);
  return inputs;
}

TEST(RegistryUntil, ThreeMonthsByTheCalendar) {
  const struct {
    const char* issued;
    const char* last;
  } cases[] = {{"2023-04-20", "2023-07-20"}, {"2023-04-30", "2023-07-30"}, {"2023-05-01", "2023-08-01"}, {"2023-11-29", "2024-02-29"},
               {"2023-11-30", "2024-02-29"}, {"2024-11-30", "2025-02-28"}, {"2026-05-25", "2026-08-25"}};  // factbook 5.3
  for (const auto& each : cases) {
    const Said said = answer("registry_until", setting_of(pack_2026(), frame_2026("normal"), each.issued), issued(each.issued));
    EXPECT_EQ(said.code, "until") << each.issued;
    EXPECT_EQ(said.date, day(each.last)) << each.issued;
  }
}

TEST(RegistryUntil, NamesTheDeadlinesThatItCoversAndThoseItMisses) {
  const Said said = answer("registry_until", paper_day_2026("2026-06-20"), issued("2026-05-25"));
  ASSERT_NE(line_of(said, "covers"), nullptr);
  EXPECT_EQ(lines_of(said, "covers"), 2U);  // 07-21 and, on the very day, 08-25
  EXPECT_EQ(lines_of(said, "misses"), 1U);
  EXPECT_EQ(line_of(said, "misses")->date, day("2026-06-29"));  // factbook 5.3: the oldest that still serves on 09-29
}

TEST(RegistryUntil, WarnsInItsLastDaysAndWhenNothingIsComing) {
  EXPECT_NE(line_of(answer("registry_until", paper_day_2026("2026-09-20"), issued("2026-06-22")), "few_days"), nullptr);
  EXPECT_EQ(line_of(answer("registry_until", paper_day_2026("2026-09-20"), issued("2026-06-27")), "few_days"), nullptr);
  EXPECT_EQ(answer("registry_until", paper_day_2026("2026-09-20"), issued("2026-06-19")).code, "too_old");
  EXPECT_EQ(answer("registry_until", paper_day_2026("2026-09-20"), issued("2026-09-21")).code, "future");
  EXPECT_NE(line_of(answer("registry_until", paper_day_2026("2026-11-22"), issued("2026-11-20")), "no_round"), nullptr);
}

TEST(RegistryUntil, OtherPapersAnswerByTheirOwnRule) {
  const auto code_of_paper = [](const char* id, Inputs inputs = {}) {
    inputs.document = id;
    return answer("registry_until", paper_day_2026(), inputs).code;
  };
  EXPECT_EQ(code_of_paper("tax_1"), "no_limit");
  EXPECT_EQ(code_of_paper("tax_return"), "tax_year");
  EXPECT_EQ(code_of_paper("driving_record"), "undated");
  EXPECT_EQ(code_of_paper("registry_current"), "refused");
  EXPECT_EQ(code_of_paper("mynumber_licence"), "ask_first");
  Inputs licence;
  licence.expires = day("2026-10-01");
  EXPECT_EQ(code_of_paper("licence", licence), "expires");
  licence.expires = day("2026-08-31");
  EXPECT_EQ(code_of_paper("licence", licence), "expired");
  Inputs sole = issued("2026-08-01");
  sole.entity = Entity::Sole;
  EXPECT_EQ(arg<catalog::Names>(answer("registry_until", paper_day_2026(), sole), "document").ja, pack_2026().document("resident_record")->name.ja);
}

TEST(RegistryUntil, NamesWhatItNeeds) {
  EXPECT_EQ(wanted("registry_until", paper_day_2026()), "issued");
  Inputs inputs;
  inputs.document = "licence";
  EXPECT_EQ(wanted("registry_until", paper_day_2026(), inputs), "expires");
  inputs.document = "library_card";
  EXPECT_EQ(wanted("registry_until", paper_day_2026(), inputs), "document");
  catalog::Pack pack = pack_2026();
  pack.needs.clear();
  EXPECT_EQ(wanted("registry_until", setting_of(pack, pack.frames.front(), "2026-09-01")), "document");
  EXPECT_EQ(wanted("office_day", setting_of(pack, pack.frames.front(), "2026-09-01")), "document");
}

TEST(OfficeDay, LiesInTheLastMonthOnAnOpenDay) {
  // 2026-09-29 is the deadline; 2026-08-29 is a Saturday, so Monday the 31st.
  const Said said = answer("office_day", paper_day_2026("2026-07-25"), {.round = "5"});
  EXPECT_EQ(said.code, "go");
  EXPECT_EQ(said.date, day("2026-08-31"));
  EXPECT_EQ(line_of(said, "not_before")->date, day("2026-06-29"));
  EXPECT_EQ(line_of(said, "closed")->date, day("2026-08-29"));
  EXPECT_EQ(said.until, day("2026-09-25"));  // three days of preparation before the 29th: Saturday the 26th, hence Friday
}

TEST(OfficeDay, IsTodayWhenTheLastMonthHasBegun) {
  EXPECT_EQ(answer("office_day", paper_day_2026("2026-09-10")).code, "today");
  // From the 19th to the 23rd the offices are closed (factbook 8.2).
  EXPECT_EQ(answer("office_day", paper_day_2026("2026-09-19")).date, day("2026-09-24"));
  // Preparation eats the rest: what is left until the deadline itself still counts.
  EXPECT_EQ(answer("office_day", paper_day_2026("2026-09-28")).code, "today");
}

TEST(OfficeDay, SaysWhenThereIsNoDayOrNoDeadline) {
  catalog::Pack pack = pack_2026();
  pack.frames.front().rounds = {round_of("1", "2026-08-01", "2026-09-20T17:00")};  // a Sunday
  EXPECT_EQ(answer("office_day", setting_of(pack, pack.frames.front(), "2026-09-19")).code, "too_late");
  EXPECT_EQ(answer("office_day", paper_day_2026("2026-11-22")).code, "no_round");
  EXPECT_EQ(answer("office_day", paper_day_2026(), {.round = "1"}).code, "no_round");  // long closed
  EXPECT_EQ(answer("office_day", paper_day_2026(), {.document = "tax_1"}).code, "no_limit");
  EXPECT_EQ(wanted("office_day", paper_day_2026(), {.round = "99"}), "round");
}

TEST(OfficeDay, NeverLiesOutsideWhatThePaperAllows) {
  for (int i = 0; i < 200; ++i) {
    const Date today = plus_days(day("2026-03-10"), i);
    for (const catalog::Round& round : frame_2026("normal").rounds) {
      Inputs inputs;
      inputs.round = round.id;
      const Said said = answer("office_day", {pack_2026(), frame_2026("normal"), packs().offices(), {today, 600}}, inputs);
      if (!said.date) continue;
      EXPECT_GE(*said.date, today);
      EXPECT_LE(*said.date, round.deadline.date);
      EXPECT_FALSE(packs().offices().closed(*said.date));
      EXPECT_GE(plus_months(*said.date, 3), round.deadline.date) << to_string(today);
    }
  }
}

// The tax return of factbook 5.2 with its ways of proof.
catalog::Pack with_evidence() {
  catalog::Pack pack = pack_2026();
  for (catalog::DocumentKind& kind : pack.documents) {
    if (kind.rule != catalog::DocumentRule::TaxYear) continue;
    kind.evidence = {{"receipt_stamp", {"収受日付印", "はんこ", "receipt stamp"}, 2023, "", {"S0 2-13+P-20", Confidence::Medium}},
                     {"receipt_number", {"受付番号と受付日時", "受付番号", "receipt number"}, std::nullopt, "", {"S0 2-13", Confidence::High}},
                     {"etax_notice", {"受信通知", "受信通知", "e-Tax notice"}, std::nullopt, "", {"S0 2-13", Confidence::High}},
                     {"tax_2", {"同じ年の納税証明書その2", "その2", "certificate no. 2"}, std::nullopt, "tax_2", {"S0 2-13", Confidence::High}}};
  }
  return pack;
}

TEST(NoReceiptStamp, OffersTheOtherWaysInTheirOrder) {
  const catalog::Pack pack = with_evidence();
  const Setting setting = setting_of(pack, pack.frames.front(), "2026-09-01");
  const Said said = answer("no_receipt_stamp", setting);
  EXPECT_EQ(said.code, "ways");
  EXPECT_EQ(arg<std::string>(said, "reiwa"), "7");
  EXPECT_NE(line_of(said, "abolished"), nullptr);
  EXPECT_EQ(lines_of(said, "way"), 2U);
  ASSERT_NE(line_of(said, "way_with"), nullptr);
  EXPECT_EQ(arg<catalog::Names>(*line_of(said, "way_with"), "document").ja, pack.document("tax_2")->name.ja);
  EXPECT_NE(line_of(said, "accountant"), nullptr);
}

TEST(NoReceiptStamp, AnOlderReturnWasStillStamped) {
  const catalog::Pack pack = with_evidence();
  Inputs inputs;
  inputs.tax_year = 2022;
  const Said said = answer("no_receipt_stamp", setting_of(pack, pack.frames.front(), "2023-06-21"), inputs);
  EXPECT_EQ(said.code, "ways");
  EXPECT_EQ(line_of(said, "abolished"), nullptr);
  EXPECT_EQ(arg<std::string>(said, "reiwa"), "4");
}

TEST(NoReceiptStamp, WithoutAKnownWayOrWithoutANeed) {
  catalog::Pack pack = with_evidence();
  for (catalog::DocumentKind& kind : pack.documents) kind.evidence.resize(std::min<std::size_t>(kind.evidence.size(), 1));
  EXPECT_EQ(answer("no_receipt_stamp", setting_of(pack, pack.frames.front(), "2026-09-01")).code, "ask_first");
  for (catalog::DocumentKind& kind : pack.documents) {
    for (catalog::FilingEvidence& each : kind.evidence) each = {"receipt_number", {}, 2020, "", {}};
  }
  EXPECT_EQ(answer("no_receipt_stamp", setting_of(pack, pack.frames.front(), "2026-09-01")).code, "ask_first");
  EXPECT_EQ(answer("no_receipt_stamp", setting_of(pack, pack.frames.front(), "2026-09-01"), {.entity = Entity::Corporation}).code, "not_needed");
}

TEST(TaxCertificate, IsIssuedForNothingToPayToo) {
  const Said said = answer("zero_tax_certificate", paper_day_2026());
  EXPECT_EQ(said.code, "yes");
  EXPECT_NE(line_of(said, "corporation"), nullptr);
  EXPECT_NE(line_of(said, "sole"), nullptr);
}

TEST(TaxCertificate, IsNumberOneOrTwoOfTheEntitysOwnTax) {
  const Said said = answer("which_tax_certificate", paper_day_2026(), {.entity = Entity::Sole});
  EXPECT_EQ(said.code, "this");
  EXPECT_EQ(line_of(said, "corporation"), nullptr);
  EXPECT_EQ(arg<catalog::Names>(*line_of(said, "sole"), "item").ja, "所得税");
  EXPECT_EQ(lines_of(said, "kind"), 2U);
  EXPECT_GE(lines_of(said, "refused"), 4U);  // その3, その4, receipts, local certificates
  EXPECT_NE(line_of(said, "latest"), nullptr);
  catalog::Pack pack = pack_2026();
  pack.needs.clear();
  EXPECT_EQ(answer("which_tax_certificate", setting_of(pack, pack.frames.front(), "2026-09-01")).code, "not_needed");
  EXPECT_EQ(answer("zero_tax_certificate", setting_of(pack, pack.frames.front(), "2026-09-01")).code, "not_needed");
}

TEST(FileTooBig, KnowsTheDesksLimitAndThePortals) {
  const struct {
    std::int64_t bytes;
    const char* code;
  } cases[] = {{0, "fits"}, {9'500'000, "fits"}, {9'500'001, "near"}, {10'000'000, "near"}, {10'000'001, "too_big"}};
  for (const auto& each : cases) {
    EXPECT_EQ(answer("file_too_big", paper_day_2026(), {.bytes = each.bytes}).code, each.code) << each.bytes;
  }
  const Said how = answer("file_too_big", paper_day_2026());
  EXPECT_EQ(how.code, "how");
  EXPECT_EQ(arg<std::string>(how, "limit"), "9.5");
  EXPECT_EQ(arg<std::string>(how, "official"), "10");
  EXPECT_NE(line_of(how, "call_first"), nullptr);
  EXPECT_EQ(line_of(answer("file_too_big", paper_day_2026(), {.entity = Entity::Sole}), "call_first"), nullptr);
  // Rounded up: a byte too much never looks as if it fitted.
  EXPECT_EQ(arg<std::string>(answer("file_too_big", paper_day_2026(), {.bytes = 10'000'001}), "size"), "10.1");
}

TEST(ManyPartners, OrderLabelsAndFileNames) {
  catalog::Pack pack = pack_2026();
  catalog::Frame& frame = pack.frames.front();
  for (catalog::DocumentNeed need : std::vector<catalog::DocumentNeed>(pack.needs)) {
    need.party = catalog::Party::Partner;
    need.frames = {frame.id};
    pack.needs.push_back(need);
  }
  pack.files.application_numbers = {{"KSS04", 7, {frame.id}, {"S0 2-8", Confidence::High}}};
  const Said said = answer("many_partners", setting_of(pack, frame, "2023-06-21"));
  EXPECT_EQ(said.code, "order");
  EXPECT_EQ(arg<std::string>(*line_of(said, "file"), "file"), "KSS04-XXXXXXX_1.pdf");
  EXPECT_EQ(lines_of(said, "file"), 3U);
  EXPECT_GE(lines_of(said, "need_corporation"), 2U);
  EXPECT_GE(lines_of(said, "need_sole"), 3U);
  Inputs inputs;
  inputs.application_number = "KSS04-1234567";
  EXPECT_EQ(arg<std::string>(*line_of(answer("many_partners", setting_of(pack, frame, "2023-06-21"), inputs), "file"), "file"),
            "KSS04-1234567_1.pdf");
  EXPECT_NE(line_of(answer("file_too_big", setting_of(pack, frame, "2023-06-21")), "split_partners"), nullptr);
  pack.files.application_numbers.clear();
  EXPECT_NE(line_of(answer("many_partners", setting_of(pack, frame, "2023-06-21")), "number_unknown"), nullptr);
}

TEST(ManyPartners, IsNoQuestionWhereNoPartnerGetsAnAccount) {
  EXPECT_EQ(answer("many_partners", paper_day_2026()).code, "not_here");
  catalog::Pack pack = pack_2026();
  pack.frames.front().estimate.method = catalog::Method::AccountShare;
  EXPECT_EQ(answer("many_partners", setting_of(pack, pack.frames.front(), "2026-09-01")).code, "list_unknown");
}

}  // namespace
}  // namespace desk::rules
