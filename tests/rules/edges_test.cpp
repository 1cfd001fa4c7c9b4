// The edges between what is asked and what is there: numbers cut in the middle, packs that lack a step, codes as scripts spell them.
// Found by the coverage of data/rules; each row stands for a branch that no example of the fact book takes.
#include <algorithm>
#include <set>

#include "data/rules/codes.h"
#include "data/rules/identity.h"
#include "data/rules/plan.h"
#include "data/rules/questions/groups.h"
#include "data/rules/typed_text.h"
#include "tests/rules/packs_for_test.h"

namespace desk::rules {
namespace {

TEST(CodeKinds, EachHasANameOfItsOwnAndASectionOfTheTexts) {
  std::set<std::string_view> names;
  std::set<CodeKind> kinds;
  for (const Code& code : all_codes()) {
    kinds.insert(code.kind);
    names.insert(name_of(code.kind));
    EXPECT_FALSE(section_of(code.kind).empty()) << code.code;
  }
  EXPECT_EQ(names.size(), kinds.size());
  EXPECT_FALSE(names.contains(""));
  EXPECT_EQ(name_of(CodeKind::EstimateReason), "estimate_reason");
  EXPECT_EQ(section_of(CodeKind::Todo), "todo.");
}

TEST(CodesOfReadiness, AreSpelledAsScriptsSpellThem) {
  for (const Gbizid account : {Gbizid::Prime, Gbizid::Entry, Gbizid::None}) EXPECT_EQ(gbizid_from(code_of(account)), account);
  EXPECT_EQ(gbizid_from("premium"), std::nullopt);
  const std::pair<StepState, const char*> states[] = {{StepState::Ready, "ready"}, {StepState::Redo, "redo"}, {StepState::Missing, "missing"},
                                                      {StepState::Optional, "optional"}, {StepState::Unknown, "unknown"}};
  for (const auto& [state, code] : states) EXPECT_EQ(code_of(state), code);
}

// A scanner or a cut message may end inside a character.
TEST(FullWidth, IsFoldedOnlyWhereItIsWholeAndHasAPlainForm) {
  EXPECT_EQ(half_width("\uFF01\uFF19\uFF3A\uFF5E"), "!9Z~");
  for (const char* other : {"\xEF", "\xEF\xBC", "\xEF\xBD", "\uFF00", "\uFF5F", "\uFEFF", "\uFF71", "\xEF\xBC\x7F", "\xEF\xBC\xC0", "年"}) {
    EXPECT_EQ(half_width(other), other);
    EXPECT_EQ(plain_digits(other), std::nullopt) << other;
  }
}

template <class T>
bool is_value(const Value& value, const T& expected) {
  const T* held = std::get_if<T>(&value);
  return held != nullptr && *held == expected;
}

TEST(SentenceOfTheRules, ItsArgumentsAreNamesDaysMinutesAndAmountsAgain) {
  const catalog::Pack& pack = pack_2026();
  const auto value = [&](const char* name, const char* text) { return reason_line(pack, {"capped", {{name, text}}}).args.front().value; };
  const catalog::DocumentKind& kind = pack.documents.front();
  const Value document = value("document", kind.id.c_str());
  ASSERT_TRUE(std::holds_alternative<catalog::Names>(document));
  EXPECT_EQ(std::get<catalog::Names>(document).ja, kind.name.ja);
  const Value frame = value("frame", "invoice");
  ASSERT_TRUE(std::holds_alternative<catalog::Names>(frame));
  EXPECT_EQ(std::get<catalog::Names>(frame).ja, frame_2026("invoice").name.ja);
  // What the pack does not know is said as it stands.
  EXPECT_TRUE(is_value(value("document", "papyrus"), std::string("papyrus")));
  EXPECT_TRUE(is_value(value("frame", "window"), std::string("window")));
  EXPECT_TRUE(is_value(value("deadline", "2026-09-29T17:00"), *parse_civil_minute("2026-09-29T17:00")));
  EXPECT_TRUE(is_value(value("until", "2026-09-29"), make_date(2026, 9, 29)));
  EXPECT_TRUE(is_value(value("cap", "4500000"), Yen{4'500'000}));
  EXPECT_TRUE(is_value(value("year", "2025"), std::string("2025")));
  EXPECT_TRUE(is_value(value("amount", "12345678901234567890"), std::string("12345678901234567890")));  // no yen is that many
  EXPECT_TRUE(is_value(value("rate", "2/3"), std::string("2/3")));
  EXPECT_TRUE(is_value(value("step", "security_action"), std::string("security_action")));
  EXPECT_TRUE(is_value(value("step", ""), std::string()));
}

PlanInput nothing_ready(const Date& today) {
  PlanInput input;
  input.now = {today, 600};
  input.readiness.gbizid = Gbizid::None;
  input.readiness.security_action = "none";
  return input;
}

Plan plan_without(std::vector<catalog::StepKind> kinds, const Date& today) {
  catalog::Pack pack = pack_2026();
  std::erase_if(pack.steps, [&](const catalog::Step& step) { return std::find(kinds.begin(), kinds.end(), step.kind) != kinds.end(); });
  return plan(pack, *pack.frame("normal"), packs().offices(), nothing_ready(today));
}

TEST(PlanOfAPackWithoutAStep, WaitsForTheOtherOnly) {
  const Date today = make_date(2026, 9, 1);
  const Date both = plan_without({}, today).ids_ready;
  EXPECT_GT(both, today);
  EXPECT_LT(plan_without({catalog::StepKind::Gbizid}, today).ids_ready, both);
  // Since April 2026 the ID is there on the day of the account (factbook 4.3), so it holds nothing up.
  EXPECT_EQ(plan_without({catalog::StepKind::SecurityAction}, today).ids_ready, both);
  EXPECT_EQ(plan_without({catalog::StepKind::Gbizid, catalog::StepKind::SecurityAction}, today).ids_ready, today);
}

TEST(PlanOfAPackWithoutALeadTime, WaitsForNothingAndBeforeTheFirstRowTheFirstCounts) {
  const Date today = make_date(2026, 9, 1);
  catalog::Pack pack = pack_2026();
  for (catalog::Step& step : pack.steps) {
    if (!step.leads.empty()) step.leads.erase(step.leads.begin() + 1, step.leads.end());
    for (catalog::Lead& lead : step.leads) lead.from = plus_days(today, 30);
  }
  EXPECT_GT(plan(pack, *pack.frame("normal"), packs().offices(), nothing_ready(today)).ids_ready, today);
  for (catalog::Step& step : pack.steps) step.leads.clear();
  EXPECT_EQ(plan(pack, *pack.frame("normal"), packs().offices(), nothing_ready(today)).ids_ready, today);
}

// Whoever has a My Number card is told of the online way only where there is one.
TEST(PlanOfAPackWithoutAnOnlineWay, CountsThePostEvenWithAMyNumberCard) {
  const Date today = make_date(2026, 9, 1);
  catalog::Pack pack = pack_2026();
  for (catalog::Step& step : pack.steps) {
    for (catalog::Lead& lead : step.leads) lead.online_days.reset();
  }
  PlanInput input = nothing_ready(today);
  const Plan by_post = plan(pack, *pack.frame("normal"), packs().offices(), input);
  input.readiness.mynumber = true;
  EXPECT_EQ(plan(pack, *pack.frame("normal"), packs().offices(), input).ids_ready, by_post.ids_ready);
  EXPECT_FALSE(has_code(by_post.advice, "mynumber_faster"));
}

TEST(Asking, NamesWhatIsMissingAndWhatIsNoQuestionRoundOrDocument) {
  const Setting setting{pack_2026(), frame_2026("normal"), packs().offices(), {make_date(2026, 9, 1), 600}};
  const auto refused_at = [&](std::string_view key, const Inputs& inputs) {
    const auto said = ask(key, setting, inputs);
    return said ? std::string("answered") : said.error().where;
  };
  EXPECT_EQ(refused_at("the_weather", {}), "key");
  EXPECT_EQ(refused_at("how_much", {}), "cost");
  EXPECT_EQ(refused_at("am_i_micro", {}), "industry");
  Inputs inputs;
  inputs.who.industry = "retail";
  EXPECT_EQ(refused_at("am_i_micro", inputs), "employees");
  EXPECT_EQ(refused_at("invitation_expired", {}), "invited");
  inputs = {};
  inputs.round = "99";
  EXPECT_EQ(refused_at("may_contract_now", inputs), "round");
  inputs = {};
  inputs.document = "papyrus";
  EXPECT_EQ(refused_at("registry_until", inputs), "document");
  EXPECT_EQ(find_question("the_weather"), nullptr);
}

}  // namespace
}  // namespace desk::rules
