#include "data/rules/bundles.h"

#include <algorithm>
#include <map>
#include <random>

#include "data/rules/documents.h"
#include "tests/rules/papers_for_test.h"

namespace desk::rules {
namespace {

using catalog::Entity;

const catalog::Pack& pack() {
  static const catalog::Pack made = pack_of_papers();
  return made;
}

BundlePlan plan(const std::vector<Partner>& partners) { return bundle_plan(pack(), *pack().frame("supply-chain"), partners); }

Partner corporation(int number, std::int64_t registry, std::int64_t tax) {
  return {number, Entity::Corporation, {{"tax_1", tax, {}}, {"registry_full", registry, {}}}};  // as scanned: not yet in order
}

Partner sole(int number, std::int64_t each) {
  return {number, Entity::Sole, {{"tax_return", each, {}}, {"tax_2", each, {}}, {"licence", each, {}}}};
}

// "1:registry_full 1:tax_1 | 2:licence …"
std::string told(const BundlePlan& plan) {
  std::string out;
  for (const Bundle& bundle : plan.bundles) {
    out += bundle.n == 1 ? "" : " |";
    for (const BundlePiece& piece : bundle.pieces) {
      out += (out.empty() ? "" : " ") + std::to_string(piece.partner) + ":" + piece.kind;
      if (piece.first_page > 0) out += "/" + std::to_string(piece.first_page) + "-" + std::to_string(piece.last_page);
    }
  }
  return out;
}

std::vector<std::string> codes(const std::vector<Reason>& reasons) {
  std::vector<std::string> out;
  for (const Reason& reason : reasons) {
    std::string line = reason.code;
    for (const auto& [name, value] : reason.args) line += " " + value;
    out.push_back(line);
  }
  return out;
}

TEST(Bundles, PartnersByNumberAndPapersInThePortalsOrder) {
  const BundlePlan made = plan({sole(2, 100'000), corporation(1, 200'000, 300'000)});
  EXPECT_TRUE(made.ok);
  EXPECT_EQ(told(made), "1:registry_full 1:tax_1 2:licence 2:tax_2 2:tax_return");
  EXPECT_EQ(made.bundles[0].bytes, 800'000);
  EXPECT_EQ(made.bundles[0].pieces[0].paper, 1U);
}

TEST(Bundles, APartnerThatWouldOverflowBeginsTheNextFile) {
  // 5.0 + 4.5 MB fill the first to the byte; one byte more, and the second partner moves.
  EXPECT_EQ(told(plan({corporation(1, 2'500'000, 2'500'000), corporation(2, 2'000'000, 2'500'000)})),
            "1:registry_full 1:tax_1 2:registry_full 2:tax_1");
  EXPECT_EQ(told(plan({corporation(1, 2'500'000, 2'500'000), corporation(2, 2'000'001, 2'500'000)})),
            "1:registry_full 1:tax_1 | 2:registry_full 2:tax_1");
}

TEST(Bundles, APartnerLargerThanAFileIsPartedBetweenPapers) {
  const BundlePlan made = plan({corporation(1, 100, 100), sole(2, 4'000'000), corporation(3, 5'000'000, 100)});
  EXPECT_TRUE(made.ok);
  EXPECT_EQ(told(made), "1:registry_full 1:tax_1 | 2:licence 2:tax_2 | 2:tax_return 3:registry_full 3:tax_1");
}

TEST(Bundles, APaperAboveTheLimitIsNamedAndStandsAlone) {
  const BundlePlan made = plan({corporation(1, 10'000'001, 100), corporation(2, 100, 100)});
  EXPECT_FALSE(made.ok);
  EXPECT_EQ(codes(made.reasons), std::vector<std::string>{"document_too_large 1 registry_full"});
  EXPECT_EQ(told(made), "1:registry_full | 1:tax_1 2:registry_full 2:tax_1");
}

TEST(Bundles, APaperBetweenTheTwoLimitsGoesAloneWithAWarning) {
  const BundlePlan made = plan({corporation(1, 100, 10'000'000)});
  EXPECT_TRUE(made.ok);
  EXPECT_EQ(codes(made.warnings), std::vector<std::string>{"document_near_limit 1 tax_1"});
  EXPECT_EQ(told(made), "1:registry_full | 1:tax_1");
}

TEST(Bundles, APaperAboveTheLimitIsPartedBetweenItsPagesWhenTheyAreKnown) {
  Partner large = corporation(1, 21'000'000, 100);
  large.papers[1].page_bytes = {5'000'000, 4'500'000, 5'000'000, 6'500'000};
  const BundlePlan made = plan({large});
  EXPECT_TRUE(made.ok);
  EXPECT_EQ(codes(made.warnings), std::vector<std::string>{"document_parted 1 registry_full"});
  EXPECT_EQ(told(made), "1:registry_full/1-2 | 1:registry_full/3-3 | 1:registry_full/4-4 1:tax_1");
  // A page that is too large itself does not get smaller by parting.
  large.papers[1].page_bytes = {100, 20'999'900};
  EXPECT_EQ(codes(plan({large}).reasons), std::vector<std::string>{"document_too_large 1 registry_full"});
}

TEST(Bundles, WhatIsMissingOrWrongIsNamed) {
  EXPECT_EQ(codes(plan({}).reasons), std::vector<std::string>{"no_partners"});
  const Partner bare = {7, Entity::Sole, {}};
  EXPECT_EQ(codes(plan({bare}).reasons), (std::vector<std::string>{"paper_missing 7 identity", "paper_missing 7 tax_certificate", "paper_missing 7 tax_return"}));
  EXPECT_EQ(codes(plan({corporation(3, 1, 1), corporation(3, 1, 1)}).reasons), std::vector<std::string>{"partner_number_twice 3"});
  Partner alike = corporation(1, 1, 1);
  alike.papers[0].kind = "tax_3";
  EXPECT_EQ(codes(plan({alike}).reasons), (std::vector<std::string>{"paper_not_accepted 1 tax_3", "paper_missing 1 tax_certificate"}));
  alike.papers[0].kind = "napkin";
  EXPECT_EQ(codes(plan({alike}).reasons), (std::vector<std::string>{"paper_not_accepted 1 napkin", "paper_missing 1 tax_certificate"}));
  Partner extra = corporation(1, 1, 1);
  extra.papers.insert(extra.papers.begin(), {"licence", 1, {}});
  EXPECT_TRUE(plan({extra}).ok);
  EXPECT_EQ(codes(plan({extra}).warnings), std::vector<std::string>{"paper_not_asked_for 1 licence"});
  EXPECT_EQ(told(plan({extra})), "1:registry_full 1:tax_1 1:licence");
}

TEST(Bundles, ProofOfFilingFollowsTheReturnButIsNoReturn) {
  Partner with_notice = sole(1, 100);
  with_notice.papers.insert(with_notice.papers.begin(), {"etax_notice", 100, {}});
  const BundlePlan made = plan({with_notice});
  EXPECT_TRUE(made.ok);
  EXPECT_EQ(told(made), "1:licence 1:tax_2 1:tax_return 1:etax_notice");
  std::erase_if(with_notice.papers, [](const PartnerPaper& paper) { return paper.kind == "tax_return"; });
  EXPECT_EQ(codes(plan({with_notice}).reasons), std::vector<std::string>{"paper_missing 1 tax_return"});
}

TEST(Bundles, WhereTheListOfAYearWasNotFoundTheOrderIsTheApplicantsOwnAndNothingIsCalledMissing) {
  const BundlePlan made = bundle_plan(pack(), *pack().frame("normal"), {{1, Entity::Corporation, {{"tax_1", 1, {}}, {"registry_full", 1, {}}}}, {2, Entity::Sole, {}}});
  EXPECT_TRUE(made.ok);
  EXPECT_EQ(told(made), "1:registry_full 1:tax_1");
}

// Whatever is thrown at it: every byte once, in order, and no file above the limit that did not begin with one paper above it.
TEST(Bundles, EveryPaperIsThereOnceAndNoFileIsTooLarge) {
  std::mt19937 random(20260917);
  const auto up_to = [&](int most) { return static_cast<int>(random() % static_cast<unsigned>(most + 1)); };
  for (int round = 0; round < 300; ++round) {
    std::vector<Partner> partners;
    std::int64_t given = 0;
    for (int i = 0, count = 1 + up_to(30); i < count; ++i) {
      partners.push_back(up_to(1) == 0 ? corporation(i + 1, 1 + up_to(9'999'999), 1 + up_to(4'000'000)) : sole(i + 1, 1 + up_to(6'000'000)));
      for (const PartnerPaper& paper : partners.back().papers) given += paper.bytes;
    }
    std::shuffle(partners.begin(), partners.end(), random);
    const BundlePlan made = plan(partners);
    ASSERT_TRUE(made.ok) << round;
    std::int64_t planned = 0;
    int last_partner = 0;
    std::map<int, std::size_t> last_place;
    for (std::size_t i = 0; i < made.bundles.size(); ++i) {
      const Bundle& bundle = made.bundles[i];
      ASSERT_EQ(bundle.n, static_cast<int>(i) + 1);
      ASSERT_FALSE(bundle.pieces.empty());
      std::int64_t sum = 0;
      for (const BundlePiece& piece : bundle.pieces) {
        sum += piece.bytes;
        ASSERT_GE(piece.partner, last_partner);
        last_partner = piece.partner;
        const auto whose = std::find_if(partners.begin(), partners.end(), [&](const Partner& each) { return each.number == piece.partner; });
        const auto needs = partner_documents(pack(), *pack().frame("supply-chain"), whose->entity);
        const std::size_t place = *place_in(pack(), needs, piece.kind);
        ASSERT_GE(place, last_place[piece.partner]);
        last_place[piece.partner] = place;
      }
      ASSERT_EQ(sum, bundle.bytes);
      ASSERT_LE(bundle.bytes, bundle.pieces.size() == 1 ? pack().files.official_bytes : pack().files.most_bytes);
      planned += bundle.bytes;
    }
    ASSERT_EQ(planned, given) << round;
  }
}

}  // namespace
}  // namespace desk::rules
