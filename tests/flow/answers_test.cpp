// The stored form of the answers: what is written is read back, for any answers; what an older or newer release wrote does no harm.
#include <gtest/gtest.h>

#include <random>

#include "kiosk/flow/answers.h"
#include "tests/flow/visit.h"

namespace desk::flow {
namespace {

class Dice {
 public:
  explicit Dice(unsigned seed) : engine_(seed) {}
  std::int64_t up_to(std::int64_t most) { return std::uniform_int_distribution<std::int64_t>(0, most)(engine_); }
  bool coin() { return up_to(1) == 1; }
  std::string text() {
    static const std::vector<std::string> pieces{"a", "日", "\"", "\\", "\n", "𠮷", "{", "é", " ", "0"};
    std::string out;
    for (std::int64_t left = up_to(6); left > 0; --left) out += pieces[static_cast<std::size_t>(up_to(9))];
    return out;
  }
  Date date() { return from_days(days(make_date(2019, 5, 1)) + static_cast<int>(up_to(5000))); }

 private:
  static Date from_days(std::int64_t count) { return Date{std::chrono::sys_days{std::chrono::days{count}}}; }
  static std::int64_t days(const Date& date) { return std::chrono::sys_days{date}.time_since_epoch().count(); }
  std::mt19937 engine_;
};

template <class T, class Make>
Answer<T> maybe(Dice& dice, Make make) {
  switch (dice.up_to(2)) {
    case 0: return {};
    case 1: return Answer<T>::dont_know();
    default: return Answer<T>(make());
  }
}

Answers random_answers(Dice& dice) {
  const auto text = [&] { return maybe<std::string>(dice, [&] { return dice.text(); }); };
  const auto flag = [&] { return maybe<bool>(dice, [&] { return dice.coin(); }); };
  const auto yen = [&] { return maybe<Yen>(dice, [&] { return Yen{dice.up_to(999'999'999'999)}; }); };
  const auto whole = [&] { return maybe<std::int64_t>(dice, [&] { return dice.up_to(999'999); }); };
  const auto codes = [&] {
    return maybe<Codes>(dice, [&] {
      Codes out;
      for (std::int64_t left = dice.up_to(3); left > 0; --left) out.insert(dice.text());
      return out;
    });
  };
  Answers a;
  a.programme_year = static_cast<int>(dice.up_to(3000));
  a.consented = dice.coin();
  a.entity = text(); a.industry = text(); a.main_trade = text();
  a.capital = yen(); a.employees = whole();
  a.exclusions = codes(); a.purposes = codes(); a.process_kinds = codes();
  a.processes = whole(); a.software_cost = yen(); a.pc_cost = yen(); a.register_cost = yen();
  a.total_accounts = whole(); a.sme_accounts = whole(); a.members = whole(); a.analysis_cost = yen(); a.admin_cost = yen();
  a.application_number = text(); a.partner_count = whole();
  for (std::int64_t left = dice.up_to(3); left > 0; --left) a.partners.push_back({text()});
  for (std::int64_t left = dice.up_to(2); left > 0; --left) {
    const int first = static_cast<int>(dice.up_to(9));
    a.bundles.push_back({dice.text(), dice.up_to(9'500'000), static_cast<int>(dice.up_to(50)), first, first + 1});
  }
  a.near_minimum_wage = flag(); a.awarded_before = flag();
  a.gbizid = text(); a.mynumber = flag(); a.security_action = text(); a.security_action_id = text();
  a.management_check = flag(); a.vendor = flag(); a.contracted = flag();
  if (dice.coin()) a.phone.number = std::move(PhoneNumber::parse("0901234" + std::to_string(1000 + dice.up_to(8999))).number);
  a.phone.proof = static_cast<PhoneProof>(dice.up_to(3));
  a.phone.proved_at = {dice.up_to(2'000'000'000)};
  a.phone.numbers_tried = static_cast<int>(dice.up_to(3));
  a.phone.verification = dice.text();
  a.phone.tag = dice.text();
  a.phone.next_send = {dice.up_to(2'000'000'000)};
  a.phone.valid_until = {dice.up_to(2'000'000'000)};
  for (std::int64_t left = dice.up_to(3); left > 0; --left) {
    Paper paper;
    paper.state = static_cast<PaperState>(dice.up_to(2));
    paper.kind = dice.text();
    paper.issued = maybe<Date>(dice, [&] { return dice.date(); });
    paper.pages = static_cast<int>(dice.up_to(50));
    for (std::int64_t files = dice.up_to(2); files > 0; --files) paper.files.push_back(dice.text());
    paper.bytes = dice.up_to(20'000'000);
    paper.check_with_staff = dice.coin();
    a.papers["need" + std::to_string(left)] = paper;
  }
  a.reviewed = dice.coin();
  if (dice.coin()) a.token = slip_token();
  return a;
}

TEST(AnswersJson, any_answers_survive_being_stored) {
  for (unsigned seed = 0; seed < 500; ++seed) {
    Dice dice(seed);
    const Answers answers = random_answers(dice);
    const std::string written(to_json(answers).reveal());
    const auto read = answers_from_json(written);
    ASSERT_TRUE(read) << seed << ": " << read.error().message();
    ASSERT_EQ(std::string(to_json(*read).reveal()), written) << seed;
    ASSERT_EQ(std::string(to_json(answers.clone()).reveal()), written) << seed << ": clone() forgot something";
  }
}

// The round trip compares text with text; this one holds the text against the values.
TEST(AnswersJson, keeps_not_asked_dont_know_and_given_apart) {
  Answers answers;
  answers.employees = Answer<std::int64_t>::dont_know();
  answers.capital = Yen{5};
  answers.vendor = false;
  answers.exclusions = Codes{};
  answers.phone.number = std::move(PhoneNumber::parse("090-1234-5678").number);
  answers.papers["registry"].issued = make_date(2026, 9, 14);
  const auto read = answers_from_json(to_json(answers).reveal());
  ASSERT_TRUE(read);
  EXPECT_FALSE(read->entity.asked());
  EXPECT_TRUE(read->employees.unknown());
  EXPECT_EQ(read->capital.value()->amount, 5);
  EXPECT_TRUE(read->vendor.is(false));
  ASSERT_TRUE(read->exclusions.value());
  EXPECT_TRUE(read->exclusions.value()->empty());
  EXPECT_EQ(read->phone.number.reveal(), "09012345678");
  EXPECT_TRUE(read->papers.at("registry").issued.is(make_date(2026, 9, 14)));
}

TEST(AnswersJson, keys_of_a_newer_release_are_passed_over) {
  const auto read = answers_from_json(R"({"consented":true,"entity":"sole","star_sign":"lion","phone":{"colour":1},"papers":{"x":{"smell":[]}}})");
  ASSERT_TRUE(read) << read.error().message();
  EXPECT_TRUE(read->consented);
  EXPECT_TRUE(read->entity.is("sole"));
}

// A record of the first release: its purposes stood under "functions", and it knew no partners.
TEST(AnswersJson, a_record_of_the_first_release_is_read) {
  const auto read = answers_from_json(R"({"programme_year":2026,"functions":["accounting","payment"],"processes":2,"papers":{"registry":{"state":"scanned"}}})");
  ASSERT_TRUE(read);
  EXPECT_TRUE(read->purposes.is(Codes{"accounting", "payment"}));
  EXPECT_TRUE(read->processes.is(2));
  EXPECT_EQ(read->papers.at("registry").state, PaperState::Scanned);
  EXPECT_TRUE(read->partners.empty() && read->bundles.empty() && !read->partner_count.asked());
  EXPECT_EQ(frame_of(*read, real_pack()), "invoice");
}

TEST(AnswersJson, a_value_of_another_form_becomes_dont_know_and_never_a_guess) {
  const auto read = answers_from_json(R"({"capital":"many","employees":{},"vendor":"yes","functions":7,"papers":[],"token":"short"})");
  ASSERT_TRUE(read);
  EXPECT_TRUE(read->capital.unknown());
  EXPECT_TRUE(read->employees.unknown());
  EXPECT_TRUE(read->vendor.unknown());
  EXPECT_TRUE(read->purposes.unknown());
  EXPECT_TRUE(read->papers.empty());
  EXPECT_FALSE(read->token);
}

TEST(AnswersJson, what_is_no_record_at_all_is_said_to_be_damaged) {
  for (const char* text : {"", "[]", "null", "{\"entity\":", "\xff\xfe"}) {
    const auto read = answers_from_json(text);
    ASSERT_FALSE(read) << text;
    EXPECT_EQ(read.error().code, StaffCode::RecordDamaged);
  }
}

}  // namespace
}  // namespace desk::flow
