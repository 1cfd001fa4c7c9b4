// What screens, slip and page say of a visit whose trading partners hand in papers as well.
#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>

#include "data/catalog/catalogue.h"
#include "data/text/text_catalog.h"
#include "kiosk/flow/paper_needs.h"
#include "kiosk/screens/visit_words.h"
#include "tests/places.h"

namespace desk::screens {
namespace {

const catalog::Catalogue& packs() {
  static const auto loaded = catalog::Catalogue::load(source_tree() + "/data/catalog/packs");
  if (!loaded) throw std::runtime_error(loaded.error().message());
  return *loaded;
}

const text::TextCatalog& texts() {
  static const auto loaded = text::TextCatalog::load(source_tree() + "/data/text");
  if (!loaded) throw std::runtime_error(loaded.error().message());
  return *loaded;
}

class PartnersWords : public testing::TestWithParam<Language> {
 protected:
  PartnersWords() {
    answers.entity = std::string("corporation");
    answers.purposes = flow::Codes{"supplier_orders"};
    answers.partner_count = 30;
    answers.partners.resize(30);
    for (std::size_t i = 0; i < 30; ++i) answers.partners[i].entity = std::string(i % 2 == 0 ? "corporation" : "sole");
  }
  flow::Assessment assessed() { return flow::assess(answers, pack, packs().offices(), today); }
  const catalog::Pack& pack = *packs().pack(2023);
  CivilMinute today{make_date(2023, 6, 21), 600};
  text::Words words{texts(), GetParam()};
  Speaker speaker{words, pack, today};
  flow::Answers answers;
};

TEST_P(PartnersWords, papers_of_thirty_of_them_are_one_line_of_a_slip) {
  const std::string first = flow::paper_key(1, "partner_registry");
  answers.papers[first].state = flow::PaperState::Scanned;
  const auto lines = all_paper_words(speaker, answers, assessed());
  ASSERT_EQ(lines.size(), 3U) << "registry, tax certificate, and the partners";
  EXPECT_EQ(lines.back().mark, ItemState::Open);
  EXPECT_NE(lines.back().state.find("75"), std::string::npos) << "15 companies with two papers, 15 people with three: " << lines.back().state;
  EXPECT_NE(lines.back().state.find('1'), std::string::npos) << lines.back().state;
}

TEST_P(PartnersWords, a_partners_paper_is_named_with_its_number) {
  const auto found = assessed();
  const auto paper = std::find_if(found.papers.begin(), found.papers.end(), [](const flow::PaperAssessment& each) { return each.partner == 17; });
  ASSERT_NE(paper, found.papers.end());
  EXPECT_NE(paper_words(speaker, answers, *paper).label.find("17"), std::string::npos);
  EXPECT_EQ(paper_label(speaker, 0, *paper->kind), speaker.name(paper->kind->name));
}

TEST_P(PartnersWords, what_the_visit_leaves_to_do_stands_behind_the_plans_list) {
  answers.bundles = {{"KSS04-XXXXXXX_1.pdf", 1, 1, 1, 1}};
  const auto found = assessed();
  const auto list = todo_words(speaker, found);
  ASSERT_EQ(list.size(), found.plan.todo.size() + found.visit_todo.size());
  EXPECT_NE(list.back().what.find("KSS04"), std::string::npos) << list.back().what;
  EXPECT_FALSE(list.back().when.empty()) << "by the deadline";
}

INSTANTIATE_TEST_SUITE_P(Languages, PartnersWords, testing::Values(Language::Japanese, Language::EasyJapanese, Language::English),
                         [](const auto& tested) { return std::string(tested.param == Language::English ? "en" : tested.param == Language::Japanese ? "ja" : "easy"); });

}  // namespace
}  // namespace desk::screens
