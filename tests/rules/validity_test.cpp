#include "data/rules/validity.h"

#include "tests/rules/packs_for_test.h"
#include "tests/rules/papers_for_test.h"

namespace desk::rules {
namespace {

using catalog::Entity;
using Codes = std::vector<std::string>;

// factbook 5.3's own table is in the golden cases; here the arithmetic over every day.
TEST(ThreeMonths, TheOldestIssueDateIsTheFirstThatStillHolds) {
  for (Date day = make_date(2023, 1, 1); day < make_date(2028, 3, 2); day = plus_days(day, 1)) {
    const Date oldest = oldest_issue_date(day, 3);
    ASSERT_GE(last_usable_day(oldest, 3), day) << to_string(day);
    ASSERT_LT(last_usable_day(plus_days(oldest, -1), 3), day) << to_string(day);
  }
}

TEST(ThreeMonths, AYoungerPaperIsNeverUsableForLess) {
  for (Date day = make_date(2023, 1, 1); day < make_date(2028, 3, 2); day = plus_days(day, 1)) {
    ASSERT_LE(last_usable_day(day, 3), last_usable_day(plus_days(day, 1), 3)) << to_string(day);
  }
}

TEST(ThreeMonths, TheTableOfTheFactbook) {
  const std::pair<const char*, const char*> rows[] = {{"2023-04-20", "2023-07-20"}, {"2023-04-30", "2023-07-30"}, {"2023-05-01", "2023-08-01"},
                                                      {"2023-11-29", "2024-02-29"}, {"2023-11-30", "2024-02-29"}, {"2024-11-30", "2025-02-28"},
                                                      {"2026-05-25", "2026-08-25"}};
  for (const auto& [issued, last] : rows) EXPECT_EQ(to_string(last_usable_day(*parse_date(issued), 3)), last) << issued;
  const std::pair<const char*, const char*> earliest[] = {{"2023-07-31", "2023-05-01"}, {"2024-08-23", "2024-05-23"}, {"2025-05-12", "2025-02-12"},
                                                          {"2026-08-25", "2026-05-25"}, {"2026-09-29", "2026-06-29"}};
  for (const auto& [deadline, issued] : earliest) EXPECT_EQ(to_string(oldest_issue_date(*parse_date(deadline), 3)), issued) << deadline;
}

TEST(Validity, APaperMustHoldOnTheDayOfSubmissionAndOnTheDeadline) {
  ValidityInput input;
  input.kind = "registry_full";
  input.issued = make_date(2026, 6, 28);
  input.on = make_date(2026, 9, 17);
  EXPECT_TRUE(validity(pack_2026(), input).ok);
  input.deadline = make_date(2026, 9, 29);
  const Validity judged = validity(pack_2026(), input);
  EXPECT_FALSE(judged.ok);
  EXPECT_EQ(judged.reasons, Codes{"too_old_on_deadline"});
  EXPECT_EQ(judged.issue_from, make_date(2026, 6, 29));
}

TEST(Validity, AnUnreadDateIsNotOk) {
  ValidityInput input;
  input.kind = "resident_record";
  EXPECT_EQ(validity(pack_2026(), input).reasons, Codes{"issued_unknown"});
  input.kind = "licence";
  EXPECT_EQ(validity(pack_2026(), input).reasons, Codes{"expires_unknown"});
  input.kind = "tax_return";
  EXPECT_EQ(validity(pack_2026(), input).reasons, Codes{"tax_year_unknown"});
}

TEST(Validity, APaperOfTheOtherEntityOrOfTomorrowIsNotOk) {
  ValidityInput input;
  input.kind = "registry_full";
  input.entity = Entity::Sole;
  input.on = make_date(2026, 9, 1);
  input.issued = make_date(2026, 9, 2);
  const Validity judged = validity(pack_2026(), input);
  EXPECT_FALSE(judged.ok);
  EXPECT_EQ(judged.reasons, (Codes{"issued_in_future", "wrong_entity"}));
}

// One paper of the year in code, one row: what it is asked with, and the whole answer.
struct ValidityRow {
  const char* situation;
  ValidityInput input;
  bool ok;
  Codes reasons, warnings;
  const char* last_day = nullptr;
};

ValidityInput of(std::string kind, const char* on = "2023-06-21") {
  ValidityInput input;
  input.kind = std::move(kind);
  input.on = *parse_date(on);
  return input;
}

template <class... Sets>
ValidityInput with(ValidityInput input, Sets... sets) {
  (sets(input), ...);
  return input;
}

auto issued(const char* date) { return [=](ValidityInput& input) { input.issued = parse_date(date); }; }
auto expires(const char* date) { return [=](ValidityInput& input) { input.expires = parse_date(date); }; }
auto deadline(const char* date) { return [=](ValidityInput& input) { input.deadline = parse_date(date); }; }
auto item(const char* id) { return [=](ValidityInput& input) { input.item = id; }; }
auto entity(Entity whose) { return [=](ValidityInput& input) { input.entity = whose; }; }
auto form(Form how) { return [=](ValidityInput& input) { input.form = how; }; }
auto tax_year(int year) { return [=](ValidityInput& input) { input.tax_year = year; }; }
auto tax_2_year(int year) { return [=](ValidityInput& input) { input.tax_2_year = year; }; }
auto evidence(const char* id) { return [=](ValidityInput& input) { input.evidence = id; }; }
auto unavoidable(bool is) { return [=](ValidityInput& input) { input.unavoidable = is; }; }
auto names_differ() { return [](ValidityInput& input) { input.names_differ = true; }; }

void expect_rows(const catalog::Pack& pack, const std::vector<ValidityRow>& rows) {
  for (const ValidityRow& row : rows) {
    const Validity answer = validity(pack, row.input);
    EXPECT_EQ(answer.ok, row.ok) << row.situation;
    EXPECT_EQ(answer.reasons, row.reasons) << row.situation;
    EXPECT_EQ(answer.warnings, row.warnings) << row.situation;
    EXPECT_EQ(answer.last_day, row.last_day == nullptr ? std::nullopt : parse_date(row.last_day)) << row.situation;
  }
}

TEST(Validity, OfDatedPapers) {
  expect_rows(pack_of_papers(), {
      {"seven days left", with(of("registry_full"), issued("2023-03-28")), true, {}, {}, "2023-06-28"},
      {"six days left", with(of("registry_full"), issued("2023-03-27")), true, {}, {"few_days_left"}, "2023-06-27"},
      {"its last day", with(of("registry_full"), issued("2023-03-21")), true, {}, {"few_days_left"}, "2023-06-21"},
      {"the day after", with(of("registry_full"), issued("2023-03-20")), false, {"too_old"}, {}, "2023-06-20"},
      {"good now, six days left on the deadline", with(of("registry_full"), issued("2023-05-06"), deadline("2023-07-31")), true, {},
       {"few_days_left_on_deadline"}, "2023-08-06"},
      {"good now, seven days left on the deadline", with(of("registry_full"), issued("2023-05-07"), deadline("2023-07-31")), true, {}, {},
       "2023-08-07"},
      {"the oldest for the deadline", with(of("resident_record"), issued("2023-05-01"), deadline("2023-07-31")), true, {},
       {"few_days_left_on_deadline"}, "2023-08-01"},
      {"one day too old for the deadline", with(of("resident_record"), issued("2023-04-30"), deadline("2023-07-31")), false,
       {"too_old_on_deadline"}, {}, "2023-07-30"},
      {"of tomorrow", with(of("registry_full"), issued("2023-06-22")), false, {"issued_in_future"}, {}, "2023-09-22"},
      {"a licence on its last day", with(of("licence"), expires("2023-06-21")), true, {}, {"few_days_left"}, "2023-06-21"},
      {"an expired licence", with(of("licence"), expires("2023-06-20")), false, {"expired"}, {}, "2023-06-20"},
      {"a licence that ends before the deadline", with(of("licence"), expires("2023-07-30"), deadline("2023-07-31")), false,
       {"expired_on_deadline"}, {}, "2023-07-30"},
      {"a driving-record card has no rule", of("driving_record"), true, {}, {}},
      {"but was not issued tomorrow", with(of("driving_record"), issued("2023-06-22")), false, {"issued_in_future"}, {}},
  });
}

TEST(Validity, OfTaxCertificates) {
  expect_rows(pack_of_papers(), {
      {"no age limit is stated (T-16)", with(of("tax_1"), item("corporate_tax"), issued("2020-01-06")), true, {}, {}},
      {"the tax is not read yet", with(of("tax_1"), entity(Entity::Corporation)), true, {}, {"tax_item_unknown"}},
      {"income tax of a corporation", with(of("tax_2"), entity(Entity::Corporation), item("income_tax")), false, {"wrong_tax_item"}, {}},
      {"corporation tax of a sole owner", with(of("tax_1"), entity(Entity::Sole), item("corporate_tax")), false, {"wrong_tax_item"}, {}},
      {"income tax of a sole owner", with(of("tax_1"), entity(Entity::Sole), item("income_tax")), true, {}, {}},
      {"consumption tax is nobody's", with(of("tax_1"), item("consumption_tax")), false, {"wrong_tax_item"}, {}},
      {"a tax that the pack does not know", with(of("tax_1"), item("car_tax")), false, {"wrong_tax_item"}, {}},
      {"of this year's year", with(of("tax_1"), item("income_tax"), tax_year(2022)), true, {}, {}},
      {"of an older year", with(of("tax_1"), item("income_tax"), tax_year(2021)), true, {}, {"latest_check"}},
      {"the PDF of e-Tax", with(of("tax_2"), item("income_tax"), form(Form::Pdf)), true, {}, {}},
      {"the XML of e-Tax", with(of("tax_2"), item("income_tax"), form(Form::Xml)), false, {"xml_refused"}, {}},
      {"その3", of("tax_3"), false, {"refused_lookalike"}, {}},
      {"マイナ免許証", of("mynumber_licence"), false, {"ask_secretariat"}, {}},
      {"a paper of another year's list", of("napkin"), false, {"unknown_document"}, {}},
  });
  EXPECT_EQ(validity(pack_of_papers(), of("tax_3")).instead, "tax_1");
}

TEST(Validity, OfNamesThatDiffer) {
  expect_rows(pack_of_papers(), {
      {"通称名 on the licence", with(of("driving_record"), names_differ()), true, {"names_differ"}, {}},
      {"旧姓 on a sole owner's certificate", with(of("tax_1"), entity(Entity::Sole), item("income_tax"), names_differ()), true, {"names_differ"}, {}},
      {"a corporation has no second name", with(of("tax_1"), entity(Entity::Corporation), item("corporate_tax"), names_differ()), true, {}, {}},
      {"nor has its registry", with(of("registry_full"), issued("2023-06-01"), names_differ()), true, {}, {}, "2023-09-01"},
  });
}

TEST(Validity, OfTaxReturns) {
  expect_rows(pack_of_papers(), {
      {"令和4年分", with(of("tax_return"), tax_year(2022)), true, {}, {}},
      {"令和3年分 with a reason", with(of("tax_return"), tax_year(2021), unavoidable(true)), true, {"tax_year_needs_reason"}, {}},
      {"令和3年分, reason not asked", with(of("tax_return"), tax_year(2021)), true, {"tax_year_needs_reason"}, {}},
      {"令和3年分 without a reason", with(of("tax_return"), tax_year(2021), unavoidable(false)), false, {"tax_year_needs_reason"}, {}},
      {"令和2年分", with(of("tax_return"), tax_year(2020), unavoidable(true)), false, {"tax_year_too_old"}, {}},
      {"令和5年分", with(of("tax_return"), tax_year(2023)), false, {"tax_year_too_new"}, {}},
      {"with the stamp", with(of("tax_return"), tax_year(2022), evidence("receipt_stamp")), true, {}, {}},
      {"with nothing", with(of("tax_return"), tax_year(2022), evidence("none")), false, {"evidence_missing"}, {}},
      {"with the accountant's stamp alone", with(of("tax_return"), tax_year(2022), evidence("accountant_stamp")), false, {"accountant_stamp"}, {}},
      {"with その2, year not read", with(of("tax_return"), tax_year(2022), evidence("tax_2")), true, {"tax_2_same_year"}, {}},
      {"with その2 of the year", with(of("tax_return"), tax_year(2022), evidence("tax_2"), tax_2_year(2022)), true, {}, {}},
      {"with その2 of another year", with(of("tax_return"), tax_year(2022), evidence("tax_2"), tax_2_year(2021)), false, {"tax_2_other_year"}, {}},
      {"その2 and a year that nobody read", with(of("tax_return"), evidence("tax_2"), tax_2_year(2021)), false, {"tax_year_unknown"}, {}},
      {"with the letter of the blue-return association", with(of("tax_return"), tax_year(2022), evidence("association_letter")), true, {}, {}},
  });
  EXPECT_EQ(validity(pack_of_papers(), with(of("tax_return"), tax_year(2022), evidence("etax_notice"))).with, Codes{"etax_notice"});
  // Offices stopped stamping in January 2025: 令和5年分 of the 2024 programme is the last that may carry a stamp (T-13).
  EXPECT_TRUE(validity(pack_of_papers(2024), with(of("tax_return", "2024-08-01"), tax_year(2023), evidence("receipt_stamp"))).warnings.empty());
  EXPECT_EQ(validity(pack_of_papers(2025), with(of("tax_return", "2025-08-01"), tax_year(2024), evidence("receipt_stamp"))).warnings,
            Codes{"stamp_abolished"});
}

// T-14: the year asked for moves with the programme.
TEST(Validity, TheWantedTaxYearIsTheYearBeforeTheProgramme) {
  for (int year = 2023; year <= 2026; ++year) {
    const catalog::Pack pack = pack_of_papers(year);
    EXPECT_EQ(validity(pack, with(of("tax_return"), tax_year(year - 1))).reasons, Codes{}) << year;
    EXPECT_EQ(validity(pack, with(of("tax_return"), tax_year(year - 2))).reasons, Codes{"tax_year_needs_reason"}) << year;
  }
}

TEST(Form, NamesGoThereAndBack) {
  for (const Form each : {Form::Paper, Form::Pdf, Form::Xml}) EXPECT_EQ(form_from(code_of(each)), each);
  EXPECT_EQ(form_from("stone"), std::nullopt);
}

}  // namespace
}  // namespace desk::rules
