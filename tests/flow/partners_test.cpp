// 商流一括 of 2023: each trading partner hands in papers as well. Who they are, whose paper is on the glass, and the files they become.
#include <gtest/gtest.h>

#include <algorithm>

#include "kiosk/flow/assessment.h"
#include "kiosk/flow/bundles.h"
#include "tests/flow/visit.h"

namespace desk::flow {
namespace {

class Partners : public testing::Test {
 protected:
  Partners() {
    visit.pack = &pack_of_2023();
    visit.start(buyer_script());
  }
  const Answers& answers() { return visit.model().answers; }
  Assessment assessed() {
    return assess(answers(), pack_of_2023(), real_catalogue().offices(), {make_date(2023, 6, 21), 600});
  }
  bool has_todo(std::string_view code) {
    const Assessment now = assessed();
    return std::any_of(now.visit_todo.begin(), now.visit_todo.end(), [&](const rules::Todo& todo) { return todo.code == code; });
  }
  Visit visit;
};

TEST_F(Partners, walk_from_the_purpose_to_the_receipt) {
  visit.walk_to(Step::Done);
  std::vector<Step> asked;
  for (Step step : visit.path()) {
    if (std::find(asked.begin(), asked.end(), step) == asked.end()) asked.push_back(step);
  }
  for (Step step : {Step::Purpose, Step::TotalAccounts, Step::SmeAccounts, Step::ManagementCheck, Step::ApplicationNumber, Step::PartnerCount,
                    Step::PartnerKind, Step::Papers, Step::Review}) {
    EXPECT_NE(std::find(asked.begin(), asked.end(), step), asked.end()) << name_of(step);
  }
  EXPECT_EQ(visit.count<BuildBundles>(), 1);
  EXPECT_EQ(answers().bundles.size(), 1U);
  EXPECT_EQ(visit.count<MakeGrant>(), 1) << "the bundles are files for the phone";
}

TEST_F(Partners, of_other_frames_and_of_just_looking_are_not_asked_for) {
  const auto has = [](const Answers& said, Mode mode, const catalog::Pack& pack) {
    const auto line = main_line(said, mode, pack);
    return std::find(line.begin(), line.end(), Step::PartnerCount) != line.end();
  };
  Answers said;
  said.purposes = Codes{"supplier_orders"};
  EXPECT_TRUE(has(said, Mode::Apply, pack_of_2023()));
  EXPECT_FALSE(has(said, Mode::LookUp, pack_of_2023()));
  EXPECT_FALSE(has(said, Mode::Apply, real_pack())) << "no source of 2026 names partners' papers";
  said.purposes = Codes{"accounting"};
  EXPECT_FALSE(has(said, Mode::Apply, pack_of_2023()));
}

TEST_F(Partners, application_number_takes_letters_and_digits_and_no_fewer_than_the_pack_says) {
  visit.walk_to(Step::ApplicationNumber);
  visit.type("12a-ぁB");
  EXPECT_EQ(visit.model().entry, "12B") << "capital letters and digits alone";
  visit.press(Action::Next);
  EXPECT_EQ(visit.step(), Step::ApplicationNumber);
  EXPECT_EQ(visit.model().problem, "problem.number_short");
  visit.type("345678");
  EXPECT_EQ(visit.model().entry, "12B3456") << "seven fit";
  visit.press(Action::Next);
  EXPECT_EQ(visit.step(), Step::PartnerCount);
  EXPECT_EQ(application_number(answers(), pack_of_2023()), "KSS04-12B3456");
  EXPECT_EQ(bundle_name(answers(), pack_of_2023(), 2), "KSS04-12B3456_2.pdf");
  visit.press(Action::Back);
  EXPECT_EQ(visit.model().entry, "12B3456") << "going back loses nothing";
}

TEST_F(Partners, files_are_named_with_the_forms_xs_while_the_number_is_not_known) {
  visit.walk_to(Step::ApplicationNumber);
  visit.press(Action::DontKnow);
  EXPECT_EQ(visit.step(), Step::PartnerCount);
  EXPECT_EQ(bundle_name(answers(), pack_of_2023(), 1), "KSS04-XXXXXXX_1.pdf");
  EXPECT_FALSE(has_todo("rename_files")) << "there is no file yet";
  visit.walk_to(Step::Review);
  EXPECT_TRUE(has_todo("rename_files"));
}

TEST_F(Partners, are_asked_one_by_one_and_back_goes_to_the_one_before) {
  visit.walk_to(Step::PartnerKind);
  EXPECT_EQ(visit.model().partner, 1);
  visit.press(Action::Next);
  EXPECT_EQ(visit.model().problem, "problem.choose");
  visit.send(Chosen{"corporation"});
  visit.press(Action::Next);
  EXPECT_EQ(visit.model().partner, 2);
  visit.press(Action::Back);
  EXPECT_EQ(visit.model().partner, 1);
  EXPECT_TRUE(answers().partners[0].entity.is("corporation"));
  visit.press(Action::Next);
  visit.press(Action::DontKnow);
  EXPECT_EQ(visit.step(), Step::Papers);
  EXPECT_TRUE(has_todo("partner_kind"));
  visit.press(Action::Back);
  EXPECT_EQ(visit.step(), Step::PartnerKind);
  EXPECT_EQ(visit.model().partner, 2) << "whoever told all of them is not led through all of them again";
  visit.press(Action::Back);
  visit.press(Action::Back);
  EXPECT_EQ(visit.step(), Step::PartnerCount);
}

TEST_F(Partners, bring_their_papers_in_the_portals_order_behind_the_applicants_own) {
  visit.walk_to(Step::Papers);
  EXPECT_EQ(required_papers(answers(), pack_of_2023()),
            (std::vector<std::string>{"registry", "tax_certificate", "partner/1/partner_registry", "partner/1/partner_tax_certificate",
                                      "partner/2/partner_identity", "partner/2/partner_tax_certificate", "partner/2/partner_tax_return"}))
      << "factbook 5.4: 法人 登記 → 納税証明書, 個人 本人確認 → 納税証明書 → 確定申告書";
  EXPECT_EQ(entity_for("partner/2/partner_tax_certificate", answers()), catalog::Entity::Sole);
  EXPECT_EQ(entity_for("tax_certificate", answers()), catalog::Entity::Corporation);
  EXPECT_EQ(entity_for("partner/3/partner_registry", answers()), std::nullopt);
  EXPECT_TRUE(has_todo("partner_papers"));
}

TEST_F(Partners, fewer_or_more_of_them_later_lose_nothing_that_was_told) {
  visit.walk_to(Step::Papers);
  const auto recount = [&](const char* count) {
    while (visit.step() != Step::PartnerCount) visit.press(Action::Back);
    visit.send(Typed{'\f'});
    visit.type(count);
    visit.press(Action::Next);
  };
  recount("1");
  visit.walk_to(Step::Papers);
  EXPECT_EQ(required_papers(answers(), pack_of_2023()).size(), 4U);
  recount("3");
  EXPECT_EQ(visit.model().partner, 3) << "of the first two it is known";
  EXPECT_TRUE(answers().partners[1].entity.is("sole"));
  recount("0");
  EXPECT_EQ(visit.step(), Step::Papers);
  EXPECT_EQ(required_papers(answers(), pack_of_2023()).size(), 2U);
}

TEST_F(Partners, keys_of_their_papers_lead_back_to_them) {
  for (int partner : {0, 1, 30, 999}) {
    const PaperKey key = parse_paper_key(paper_key(partner, "registry"));
    EXPECT_EQ(key.partner, partner);
    EXPECT_EQ(key.need, "registry");
  }
  for (const char* odd : {"partner/", "partner/x/registry", "partner/0/registry", "partner/-1/registry", "partner/7", "partner/99999999999/r"}) {
    EXPECT_EQ(parse_paper_key(odd).partner, 0) << odd;
    EXPECT_EQ(need_of(odd, answers(), pack_of_2023()), nullptr) << odd;
  }
}

TEST_F(Partners, review_waits_until_their_files_are_made) {
  CommandId asked = 0;
  visit.workers.bundles = [&](Visit&, const BuildBundles& order) { asked = order.id; };
  visit.walk_to(Step::Review);
  ASSERT_NE(asked, 0U);
  EXPECT_TRUE(busy(visit.model()));
  visit.press(Action::Next);
  EXPECT_EQ(visit.step(), Step::Review);
  visit.send(BundlesBuilt{asked, {{"KSS04-12AB34C_1.pdf", 5, 1, 1, 2}}});
  EXPECT_FALSE(busy(visit.model()));
  visit.press(Action::Next);
  EXPECT_EQ(visit.step(), Step::Done);
  EXPECT_NE(visit.stored().find("KSS04-12AB34C_1.pdf"), std::string::npos);
}

TEST_F(Partners, files_that_could_not_be_made_are_said_and_end_nothing) {
  visit.workers.bundles = [](Visit& v, const BuildBundles& order) { v.send(BundlesNotBuilt{order.id, StaffCode::PdfTooLarge}); };
  visit.walk_to(Step::Review);
  EXPECT_EQ(visit.model().bundles.phase, BundlePhase::Failed);
  EXPECT_EQ(visit.model().bundles.fault, StaffCode::PdfTooLarge);
  visit.workers.bundles = nullptr;
  visit.send(PaperChosen{"partner/1/partner_registry"});
  EXPECT_EQ(visit.step(), Step::Coach);
  visit.walk_to(Step::Review);
  EXPECT_EQ(visit.model().bundles.phase, BundlePhase::Made) << "made anew each time the review begins";
  visit.walk_to(Step::Done);
}

TEST_F(Partners, a_broken_off_visit_joins_at_the_first_of_whom_nothing_is_known) {
  visit.walk_to(Step::PartnerKind);
  visit.send(Chosen{"sole"});
  visit.press(Action::Next);
  visit.forget_person();
  visit.send(ReaderRead{"https://desk.example/a/" + slip_token().text});
  EXPECT_EQ(visit.step(), Step::PartnerKind);
  EXPECT_EQ(visit.model().partner, 2);
}

// A new file begins when the next partner would overflow the last one; a partner is not parted while it fits a file (factbook 5.4).
TEST_F(Partners, are_bundled_in_number_order_under_the_limit) {
  Answers said = answers().clone();
  said.purposes = Codes{"supplier_orders"};
  said.partner_count = 3;
  said.partners = {{std::string("corporation")}, {std::string("sole")}, {std::string("corporation")}};
  const auto scanned = [&](const std::string& key, std::int64_t bytes) {
    said.papers[key].state = PaperState::Scanned;
    said.papers[key].bytes = bytes;
  };
  EXPECT_TRUE(bundle_orders(said, pack_of_2023()).empty()) << "nothing was scanned";
  scanned("registry", 1'000'000);
  EXPECT_TRUE(bundle_orders(said, pack_of_2023()).empty()) << "the applicant's own paper is a file of its own";
  scanned("partner/1/partner_tax_certificate", 2'000'000);
  scanned("partner/1/partner_registry", 3'000'000);
  scanned("partner/2/partner_tax_return", 2'000'000);
  scanned("partner/2/partner_identity", 3'000'000);
  scanned("partner/3/partner_registry", 4'500'000);
  const auto orders = bundle_orders(said, pack_of_2023());
  ASSERT_EQ(orders.size(), 2U);
  EXPECT_EQ(orders[0].papers, (std::vector<std::string>{"partner/1/partner_registry", "partner/1/partner_tax_certificate"}));
  EXPECT_EQ(orders[1].papers,
            (std::vector<std::string>{"partner/2/partner_identity", "partner/2/partner_tax_return", "partner/3/partner_registry"}));
}

}  // namespace
}  // namespace desk::flow
