// rules ask: questions of the desk from the command line, as figures and as Japanese words.
#include "tests/ctl/calling.h"

namespace desk::ctl::test {
namespace {

const FakeClock& clock_of_november() {
  static const FakeClock clock(from_jst({make_date(2026, 11, 22), 600}));
  return clock;
}

TEST(RulesAsk, WithoutAKeyEveryQuestionIsListedWithWhatItNeeds) {
  const Outcome plain = run({"rules", "ask"}, clock_of_november());
  EXPECT_EQ(plain.exit_code, 0);
  EXPECT_NE(plain.out.find("office_day\t証明書はいつ取りに行くのがよいですか"), std::string::npos);
  const Array questions = list_at(json(run({"rules", "ask", "--json"}, clock_of_november()).out), "questions");
  EXPECT_EQ(questions.size(), 22U);
  for (const Node& question : questions) {
    EXPECT_FALSE(text_at(question, "key").empty());
    EXPECT_FALSE(text_at(question, "text").empty());
  }
}

TEST(RulesAsk, AnswersWithCodeFiguresDateAndWords) {
  const Outcome outcome = run({"rules", "ask", "gbizid_by_post", "--year", "2026", "--frame", "normal", "--today", "2026-08-01", "--round",
                               "5", "--prep_days", "0", "--json"}, clock_of_november());
  ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
  const Node answer = json(outcome.out);
  EXPECT_EQ(text_at(answer, "key"), "gbizid_by_post");
  EXPECT_EQ(text_at(answer, "code"), "by");
  EXPECT_EQ(text_at(answer, "date"), "2026-08-30");
  EXPECT_EQ(text_at(*answer.find("args"), "deadline"), "2026-09-29T17:00");
  EXPECT_NE(text_at(answer, "text").find("2026年8月30日"), std::string::npos);
  EXPECT_FALSE(text_at(answer, "source").empty());
  EXPECT_EQ(text_at(answer, "confidence"), "M");
  EXPECT_FALSE(list_at(answer, "lines").empty());

  const Node money = json(run({"rules", "ask", "second_function", "--year", "2026", "--cost", "1000000", "--json"}, clock_of_november()).out);
  EXPECT_EQ(whole_at(money, "amount"), 222'222);
  EXPECT_EQ(whole_at(*money.find("args"), "after"), 722'222);
}

TEST(RulesAsk, AMissingOrWrongKeyIsNamedAndExitsWithTwo) {
  const struct {
    std::vector<std::string> words;
    const char* named;
  } cases[] = {{{"office_day"}, "frame: "},
               {{"how_much", "--frame", "normal"}, "cost: "},
               {{"awarded_last_year", "--frame", "normal"}, "awards: "},
               {{"invitation_expired", "--frame", "normal"}, "invited: "},
               {{"registry_until"}, "issued: "},
               {{"am_i_micro", "--industry", "retail"}, "employees: "},
               {{"sunshine"}, "key: "},
               {{"office_day", "--frame", "solar"}, "frame: "},
               {{"office_day", "--frame", "normal", "--round", "99"}, "round: "},
               {{"deemed_large", "--frame", "normal", "--single_large_owner", "3/2"}, "single_large_owner: "},
               {{"deemed_large", "--frame", "normal", "--high_income", "1/2"}, "high_income: "},
               {{"awarded_last_year", "--frame", "normal", "--awards", "[{\"frame\":\"normal\",\"decided\":\"soon\"}]"}, "awards: "}};
  for (const auto& each : cases) {
    std::vector<std::string> words = {"rules", "ask"};
    words.insert(words.end(), each.words.begin(), each.words.end());
    const Outcome outcome = run(words, clock_of_november());
    EXPECT_EQ(outcome.exit_code, 2) << each.words.front();
    EXPECT_NE(outcome.err.find(each.named), std::string::npos) << outcome.err;
  }
}

TEST(RulesAsk, PrintsSentencesForPeopleAndLinesForABatch) {
  const Outcome outcome = run({"rules", "ask", "may_contract_now", "--year", "2026", "--frame", "normal", "--today", "2026-09-01"},
                              clock_of_november());
  EXPECT_EQ(outcome.out.substr(0, std::string("いいえ。").size()), "いいえ。");
  EXPECT_NE(outcome.out.find("2026年11月9日"), std::string::npos);
  const Outcome batch = run({"rules", "ask", "--batch", "-"}, clock_of_november(),
                            "{\"key\":\"deemed_large\",\"year\":2026,\"frame\":\"normal\",\"single_large_owner\":\"1/2\"}\n"
                            "{\"key\":\"deemed_large\",\"year\":2026,\"frame\":\"normal\",\"single_large_owner\":false,\"high_income\":1500000001}\n"
                            "{\"key\":\"deemed_large\",\"year\":2026,\"frame\":\"normal\",\"single_large_owner\":null}\n"
                            "{\"key\":\"awarded_last_year\",\"year\":2026,\"frame\":\"normal\",\"awards\":[{\"year\":2025,\"frame\":\"normal\","
                            "\"decided\":\"2025-12-11\"}],\"on\":1}\n");
  EXPECT_EQ(batch.exit_code, 2);
  std::istringstream lines(batch.out);
  std::string line;
  std::vector<std::string> codes;
  while (std::getline(lines, line)) {
    const Node answer = json(line);
    codes.push_back(answer.find("error") != nullptr ? text_at(*answer.find("error"), "key") : text_at(answer, "code"));
  }
  EXPECT_EQ(codes, (std::vector<std::string>{"yes", "yes", "ask_next", "on"}));
}

}  // namespace
}  // namespace desk::ctl::test
