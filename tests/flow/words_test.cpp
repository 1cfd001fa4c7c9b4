// Every word that the flow can ask a screen for exists: questions, cards, problems, notes.
#include <gtest/gtest.h>

#include <fstream>
#include <regex>
#include <sstream>

#include "data/base/audit_events.h"
#include "data/text/text_catalog.h"
#include "tests/flow/visit.h"
#include "tests/places.h"

namespace desk::flow {
namespace {

const text::TextCatalog& words() {
  static const text::TextCatalog catalog = [] {
    auto loaded = text::TextCatalog::load(source_tree() + "/data/text");
    if (!loaded) throw std::runtime_error(loaded.error().message());
    return std::move(*loaded);
  }();
  return catalog;
}

bool named_by_pack(Step step, const std::string& code) {
  return step == Step::Industry || step == Step::MainTrade || step == Step::Purpose || step == Step::ProcessKinds || (step == Step::Exclusions && code != "none");
}

TEST(Words, every_question_has_its_title_its_line_its_explanation_and_its_cards) {
  for (Step step : all_steps()) {
    const auto question = question_of(step, Answers{}, real_pack());
    if (!question) continue;
    const std::string stem = "question." + std::string(name_of(step));
    for (const char* part : {".title", ".sub", ".explain"}) EXPECT_TRUE(words().has(stem + part)) << stem << part;
    if (question->kind == QuestionKind::Number) {
      EXPECT_TRUE(words().has(stem + ".unit")) << stem;
    }
    for (const std::string& code : question->choices) {
      if (named_by_pack(step, code)) continue;
      for (const char* part : {".title", ".sub"}) EXPECT_TRUE(words().has(stem + "." + code + part)) << stem << "." << code << part;
    }
  }
}

TEST(Words, no_question_has_cards_left_over) {
  const std::regex card(R"(question\.([a-z_]+)\.([a-z_0-9]+)\.title)");
  for (const std::string& key : words().keys()) {
    std::smatch match;
    if (!std::regex_match(key, match, card)) continue;
    const auto step = step_named(match[1].str());
    ASSERT_TRUE(step) << key;
    const auto question = question_of(*step, Answers{}, real_pack());
    ASSERT_TRUE(question) << key;
    EXPECT_NE(std::find(question->choices.begin(), question->choices.end(), match[2].str()), question->choices.end()) << key;
  }
}

TEST(Words, every_step_that_is_no_question_has_a_title) {
  for (Step step : all_steps()) {
    if (question_of(step, Answers{}, real_pack())) continue;
    const std::string stem = "screen." + std::string(name_of(step));
    bool titled = false;
    for (const std::string& key : words().keys()) {
      titled = titled || key.rfind(stem + ".title", 0) == 0 || (key.rfind(stem + ".", 0) == 0 && key.ends_with(".title"));
    }
    EXPECT_TRUE(titled) << stem;
  }
}

TEST(Words, every_problem_that_the_flow_names_is_explained) {
  const std::regex key(R"re("((?:problem|phone)\.[a-z_]+)")re");
  int found = 0;
  for (const char* file : {"update.cpp", "update_questions.cpp", "update_phone.cpp", "update_papers.cpp", "update_partners.cpp", "update_resume.cpp", "update_slip.cpp"}) {
    std::ifstream in(source_tree() + "/kiosk/flow/" + file);
    ASSERT_TRUE(in) << file;
    std::ostringstream text;
    text << in.rdbuf();
    const std::string source = text.str();
    for (auto at = std::sregex_iterator(source.begin(), source.end(), key); at != std::sregex_iterator(); ++at, ++found) {
      EXPECT_TRUE(words().has((*at)[1].str())) << file << ": " << (*at)[1].str();
    }
  }
  EXPECT_GE(found, 8) << "the pattern no longer finds the keys";
  for (PhoneProblem problem : {PhoneProblem::Empty, PhoneProblem::TooShort, PhoneProblem::TooLong, PhoneProblem::NotDigits,
                               PhoneProblem::Landline, PhoneProblem::IpPhone, PhoneProblem::FreeDial, PhoneProblem::Pager,
                               PhoneProblem::Foreign, PhoneProblem::BadPrefix}) {
    EXPECT_TRUE(words().has("phone." + std::string(code_of(problem)))) << code_of(problem);
  }
}

// To-dos of the visit are named where they are made, and nowhere else.
TEST(Words, every_todo_of_the_visit_has_its_words_and_no_words_are_left_over) {
  std::ifstream in(source_tree() + "/kiosk/flow/assessment.cpp");
  std::ostringstream text;
  text << in.rdbuf();
  const std::string source = text.str();
  int named = 0;
  for (const std::string& key : words().keys()) {
    if (key.rfind("visit_todo.", 0) != 0) continue;
    ++named;
    EXPECT_NE(source.find('"' + key.substr(11) + '"'), std::string::npos) << key << " is said by nobody";
  }
  for (const char* code : {"partner_list", "partner_kind", "partner_papers", "rename_files"}) {
    EXPECT_TRUE(words().has("visit_todo." + std::string(code))) << code;
    --named;
  }
  EXPECT_EQ(named, 0);
}

// Staff read the history of an application in words.
TEST(Words, every_event_of_the_audit_trail_and_every_area_of_the_staff_is_named) {
  for (AuditEvent event : all_audit_events()) EXPECT_TRUE(words().has("audit_word." + std::string(word_of(event)))) << word_of(event);
  EXPECT_TRUE(words().has("audit_word.newer_release"));
  for (Step area : staff_areas()) {
    for (const char* part : {".title", ".sub"}) EXPECT_TRUE(words().has("staff_area." + std::string(name_of(area)) + part)) << name_of(area);
  }
}

TEST(Words, promise_no_award) {
  for (const std::string& key : words().keys()) {
    if (key.rfind("question.", 0) != 0 && key.rfind("screen.", 0) != 0) continue;
    const std::string japanese = words().get(Language::Japanese, key);
    for (const char* promise : {"必ずもらえ", "必ず受け", "もらえます", "採択されます", "受け取れます", "確実に"}) {
      EXPECT_EQ(japanese.find(promise), std::string::npos) << key << ": " << japanese;
    }
  }
}

}  // namespace
}  // namespace desk::flow
