// 収受印がない: one question at a time, to the proof or to the way out (factbook 5.2, T-13).
#include "data/rules/filing.h"

#include "tests/rules/packs_for_test.h"
#include "tests/rules/papers_for_test.h"

namespace desk::rules {
namespace {

using Codes = std::vector<std::string>;

FilingAdvice ask(const catalog::Pack& pack, std::map<std::string, std::optional<bool>, std::less<>> there, std::optional<int> tax_year = {}) {
  return filing_advice(pack, *pack.document("tax_return"), {tax_year, std::move(there)});
}

TEST(Filing, In2023TheStampIsAskedForFirst) {
  const catalog::Pack pack = pack_of_papers(2023);
  EXPECT_EQ(ask(pack, {}).evidence->id, "receipt_stamp");
  const FilingAdvice settled = ask(pack, {{"receipt_stamp", true}});
  EXPECT_EQ(settled.state, FilingState::Settled);
  EXPECT_TRUE(settled.with.empty());
}

TEST(Filing, Since2025NobodyIsAskedForAStampThatNoOfficeGives) {
  const catalog::Pack pack = pack_of_papers(2025);
  const FilingAdvice first = ask(pack, {});
  EXPECT_EQ(first.state, FilingState::Ask);
  EXPECT_EQ(first.evidence->id, "receipt_number");
  EXPECT_EQ(first.gone, Codes{"receipt_stamp"});
  // One year older is of 令和5年, which may still carry it.
  EXPECT_EQ(ask(pack, {}, 2023).evidence->id, "receipt_stamp");
  // Even who claims to have it is asked on.
  EXPECT_EQ(ask(pack, {{"receipt_stamp", true}}).state, FilingState::Ask);
}

TEST(Filing, EveryNoLeadsToTheNextQuestionAndAtLastToTheTaxOffice) {
  const catalog::Pack pack = pack_of_papers(2026);
  std::map<std::string, std::optional<bool>, std::less<>> there;
  for (const char* id : {"receipt_number", "etax_notice", "tax_2", "association_letter"}) {
    const FilingAdvice advice = ask(pack, there);
    ASSERT_EQ(advice.state, FilingState::Ask) << id;
    EXPECT_EQ(advice.evidence->id, id);
    EXPECT_EQ(advice.code, "filing_ask");
    EXPECT_TRUE(advice.with.empty()) << id;  // nothing to fetch before the answer
    there[id] = false;
  }
  const FilingAdvice out = ask(pack, there);
  EXPECT_EQ(out.state, FilingState::Obtain);
  EXPECT_EQ(out.evidence->id, "tax_2");
  EXPECT_EQ(out.with, Codes{"tax_2"});
  EXPECT_EQ(out.code, "filing_obtain");
}

TEST(Filing, DontKnowIsNoAnswerAndIsKeptForASecondLook) {
  const FilingAdvice advice = ask(pack_of_papers(2026), {{"receipt_number", std::nullopt}, {"etax_notice", true}});
  EXPECT_EQ(advice.state, FilingState::Settled);
  EXPECT_EQ(advice.with, Codes{"etax_notice"});
  EXPECT_EQ(advice.unsure, Codes{"receipt_number"});
}

TEST(Filing, WithoutAWayOutItIsForTheSecretariat) {
  catalog::Pack pack = pack_of_papers(2026);
  std::erase_if(pack.documents, [](const catalog::DocumentKind& kind) { return kind.id == "tax_2"; });
  const FilingAdvice advice =
      ask(pack, {{"receipt_number", false}, {"etax_notice", false}, {"tax_2", false}, {"association_letter", false}});
  EXPECT_EQ(advice.state, FilingState::Unproved);
  EXPECT_EQ(advice.evidence, nullptr);
  EXPECT_EQ(advice.code, "filing_unproved");
}

TEST(Filing, TheDocumentToProveIsTheOneWithEvidence) {
  const catalog::Pack pack = pack_of_papers();
  EXPECT_EQ(filed_document(pack), pack.document("tax_return"));
  EXPECT_EQ(filed_document(catalog::Pack{}), nullptr);
}

}  // namespace
}  // namespace desk::rules
