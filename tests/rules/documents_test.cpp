#include "data/rules/documents.h"

#include "tests/rules/packs_for_test.h"
#include "tests/rules/papers_for_test.h"

namespace desk::rules {
namespace {

using catalog::Entity;
using catalog::Party;
using Ids = std::vector<std::string>;

Ids ids(const std::vector<const catalog::DocumentNeed*>& needs) {
  Ids out;
  for (const auto* need : needs) out.push_back(need->id);
  return out;
}

Ids needed_2026(Entity entity, bool near_minimum_wage) {
  return ids(required_documents(pack_2026(), frame_2026("normal"), entity, near_minimum_wage));
}

TEST(RequiredDocuments, InTheOrderOfThePortal) {
  EXPECT_EQ(needed_2026(Entity::Corporation, false), (Ids{"registry", "tax_certificate", "financial_statements"}));
  EXPECT_EQ(needed_2026(Entity::Sole, false), (Ids{"identity", "tax_certificate", "tax_return"}));
  EXPECT_EQ(needed_2026(Entity::Sole, true), (Ids{"identity", "tax_certificate", "tax_return", "wage_report"}));
}

TEST(RequiredDocuments, EvidenceOnlyOfThoseWhoClaimTheRateOrTheBand) {
  const catalog::Pack pack = pack_of_papers();
  const catalog::Frame& frame = *pack.frame("normal");
  EXPECT_EQ(ids(required_documents(pack, frame, Entity::Corporation)), (Ids{"registry", "tax_certificate"}));
  EXPECT_EQ(ids(required_documents(pack, frame, Entity::Corporation, true)), (Ids{"registry", "tax_certificate", "wage_report"}));
  EXPECT_EQ(ids(required_documents(pack, frame, Entity::Corporation, false, true)), (Ids{"registry", "tax_certificate", "wage_plan"}));
}

TEST(PartnerDocuments, AreOfTheFramesThatHavePartnersAndOfTheirOwnEntity) {
  const catalog::Pack pack = pack_of_papers();
  EXPECT_EQ(ids(partner_documents(pack, *pack.frame("supply-chain"), Entity::Corporation)), (Ids{"registry", "tax_certificate"}));
  EXPECT_EQ(ids(partner_documents(pack, *pack.frame("supply-chain"), Entity::Sole)), (Ids{"identity", "tax_certificate", "tax_return"}));
  EXPECT_TRUE(partner_documents(pack, *pack.frame("normal"), Entity::Sole).empty());
}

TEST(PlaceOfAPaper, ProofOfFilingGoesWithTheReturn) {
  const catalog::Pack pack = pack_of_papers();
  const auto needs = partner_documents(pack, *pack.frame("supply-chain"), Entity::Sole);
  EXPECT_EQ(place_in(pack, needs, "resident_record"), 0U);
  EXPECT_EQ(place_in(pack, needs, "tax_2"), 1U);  // a need of its own, although it proves the filing as well
  EXPECT_EQ(place_in(pack, needs, "tax_return"), 2U);
  EXPECT_EQ(place_in(pack, needs, "etax_notice"), 2U);
  EXPECT_EQ(place_in(pack, needs, "registry_full"), std::nullopt);
  catalog::Pack torn = pack;  // a need that names a document which the pack lost asks for nothing more
  std::erase_if(torn.documents, [](const catalog::DocumentKind& kind) { return kind.id == "tax_return"; });
  EXPECT_EQ(place_in(torn, partner_documents(torn, *torn.frame("supply-chain"), Entity::Sole), "etax_notice"), std::nullopt);
}

}  // namespace
}  // namespace desk::rules
