// Packs broken on purpose: every complaint names file, line and reason.
#include <gtest/gtest.h>

#include <string>

#include "tests/catalog/pack_folder_for_test.h"

namespace desk::catalog {
namespace {

struct Broken {
  const char* file;
  const char* what;
  const char* from;
  const char* to;
  const char* at;      // the line of the broken text on which the complaint must stand
  const char* reason;  // part of it
};

TEST(BrokenPacks, AreRefusedWithFileLineAndReason) {
  const Broken cases[] = {
      {"pack.toml", "a key missing", "prep_days = 3", "prepdays = 3", "# デジタル化", "prep_days: missing"},  // the table itself: line 1
      {"pack.toml", "a misspelt key beside the right ones", "year = 2026\n", "year = 2026\nyaer = 2026\n", "yaer", "yaer: unknown key"},
      {"pack.toml", "no TOML at all", "year = 2026", "year = = 2026", "year = =", ""},
      {"pack.toml", "a rate above one", "rate = \"2/3\", near_minimum_wage", "rate = \"3/2\", near_minimum_wage", "\"3/2\"", "rate above 1"},
      {"pack.toml", "a rate that is a decimal", "rate = \"2/3\", near_minimum_wage", "rate = \"0.66\", near_minimum_wage", "\"0.66\"", "is not a fraction"},
      {"pack.toml", "a rate nobody can get", "  { rate = \"2/3\", near_minimum_wage = true },\n  { rate = \"1/2\" },",
       "  { rate = \"1/2\" },\n  { rate = \"2/3\", near_minimum_wage = true },", "  { rate = \"2/3\", near_minimum_wage", "can never apply"},
      {"pack.toml", "tranches that overlap", "up_to = 3500000", "up_to = 400000", "up_to = 400000", "they overlap"},
      {"pack.toml", "bands with a gap", "floor = { amount = 1500000, inclusive = true }", "floor = { amount = 1600000, inclusive = true }",
       "floor = { amount = 1600000", "a gap or an overlap"},
      {"pack.toml", "bands that both hold the edge", "cap = { amount = 1500000, inclusive = false }", "cap = { amount = 1500000, inclusive = true }",
       "floor = { amount = 1500000", "a gap or an overlap"},
      {"rounds.toml", "a deadline before its opening", "deadline = \"2026-05-12T17:00\"", "deadline = \"2026-03-12T17:00\"", "deadline = \"2026-03-12",
       "before its opening"},
      {"rounds.toml", "rounds out of order", "deadline = \"2026-06-15T17:00\"", "deadline = \"2026-05-11T17:00\"", "deadline = \"2026-05-11",
       "rounds out of order"},
      {"rounds.toml", "a decision before the deadline", "decision = 2026-06-18", "decision = 2026-05-01", "decision = 2026-05-01", "before the deadline"},
      {"rounds.toml", "a date that does not exist", "deadline = \"2026-09-29T17:00\"", "deadline = \"2026-09-31T17:00\"", "deadline = \"2026-09-31",
       "not a minute that exists"},
      {"applicants.toml", "a name missing in a language", "name = { ja = \"小売業\", easy = \"お[客|きゃく]さんに [物|もの]を [売|う]る[店|みせ]\", en = \"Retail\" }",
       "name = { ja = \"小売業\", en = \"Retail\" }", "name = { ja = \"小売業\"", "easy: missing"},
      {"applicants.toml", "an empty name", "easy = \"お[客|きゃく]さんに [物|もの]を [売|う]る[店|みせ]\"", "easy = \"\"", "easy = \"\"", "must not be empty"},
      {"applicants.toml", "a kanji without its reading", "[売|う]る[店|みせ]", "売る[店|みせ]", "お[客|きゃく]さんに [物|もの]を 売る", "\"売\" carries no reading"},
      {"papers.toml", "a picture that nobody draws", "picture = \"registry_now\"", "picture = \"registry_then\"", "picture = \"registry_then\"", "none of"},
      {"rounds.toml", "a fact without a source", "verified = 2026-09-20\nsource = \"G-04\"", "verified = 2026-09-20", "[[round]]\nid = \"5\"",
       "source: missing"},
      {"steps.toml", "a confidence that is none", "confidence = \"L\"", "confidence = \"X\"", "confidence = \"X\"", "none of H, M, L"},
      {"rounds.toml", "a round of a frame that is not there", "frames = [\"normal\", \"security\"]\nopen", "frames = [\"norml\", \"security\"]\nopen", "frames = [\"norml\"",
       "is no frame of this pack"},
      {"papers.toml", "a need of a paper that is not there", "any_of = [\"registry_full\"]", "any_of = [\"registry_whole\"]", "registry_whole",
       "is no document of this pack"},
      {"papers.toml", "a need of a refused look-alike", "any_of = [\"registry_full\"]", "any_of = [\"registry_current\"]", "any_of = [\"registry_current\"]",
       "refused look-alike"},
      {"applicants.toml", "an industry twice", "id = \"wholesale\"", "id = \"manufacturing\"", "id = \"manufacturing\"\nname = { ja = \"卸売業\"", "is there twice"},
      {"rounds.toml", "a round verified after its pack", "verified = 2026-09-20\nsource = \"G-04\"", "verified = 2026-09-21\nsource = \"G-04\"",
       "verified = 2026-09-21", "later than the pack's own"},
      {"pack.toml", "a later format", "format = 1", "format = 2", "format = 2", "from 1 to 1"},
      {"pack.toml", "another year's folder", "year = 2026\n", "year = 2025\n", "year = 2025", "not that of its folder 2026"},
      {"pack.toml", "a start in another decade", "applies_from = 2026-01-29", "applies_from = 2016-01-29", "applies_from = 2016", "far from"},
      {"pack.toml", "an id with a capital", "id = \"normal\"", "id = \"Normal\"", "id = \"Normal\"", "is no id"},
      {"pack.toml", "a source that is none", "source = \"P-04+P-05+P-11\"", "source = \"P-04+P05\"", "source = \"P-04+P05\"", "begins with no source code"},
      {"pack.toml", "a source with nothing after the plus", "source = \"P-04+P-05+P-11\"", "source = \"P-04++P-11\"", "source = \"P-04++P-11\"", "begins with no source code"},
      {"pack.toml", "a frame without its tool", "[frame.tool]\ncloud_years = 2\n\n# The", "# The", "[[frame]]\nid = \"normal\"", "tool: missing"},
      {"pack.toml", "tranches without functions", "functions = [\"accounting\", \"ordering\", \"payment\"]  # EC", "# EC", "[[frame]]\nid = \"invoice\"", "tranches ask for functions"},
      {"pack.toml", "a function twice", "functions = [\"accounting\", \"ordering\", \"payment\"]", "functions = [\"accounting\", \"ordering\", \"ordering\"]", "functions = [\"accounting\", \"ordering\", \"ordering\"]", "named twice"},
      {"pack.toml", "a tranche that asks for more functions than there are", "up_to = 3500000\nmin_functions = 2", "up_to = 3500000\nmin_functions = 4", "functions = [\"accounting\"", "fewer than the last tranche asks for"},
      {"pack.toml", "a band that asks for more processes than there are", "min_processes = 4", "min_processes = 8", "[[frame.process]]\nid = \"customers\"", "fewer than the last band asks for"},
      {"pack.toml", "a process twice", "id = \"settlement\"", "id = \"customers\"", "id = \"customers\"\nname = { ja = \"決済", "is there twice"},
      {"pack.toml", "hardware paid for and not said", "cloud_years = 2\nhardware = true\n\n[frame.estimate]\nmethod = \"tranches\"", "cloud_years = 2\n\n[frame.estimate]\nmethod = \"tranches\"", "[frame.tool]\ncloud_years = 2\n\n[frame.estimate]\nmethod = \"tranches\"", "pays for it"},
      {"pack.toml", "hardware twice", "id = \"register\"", "id = \"pc\"", "id = \"pc\"\nname = { ja = \"レジ", "is there twice"},
      {"pack.toml", "a rate with the condition of another", "{ rate = \"2/3\", near_minimum_wage = true },", "{ rate = \"2/3\", near_minimum_wage = true },\n  { rate = \"3/5\", near_minimum_wage = true },", "{ rate = \"3/5\"", "can never apply"},
      {"pack.toml", "a wage row of a round that is not there", "from = 2026-01-29\ntext", "from_round = \"9\"\ntext", "from_round = \"9\"", "is no round of normal"},
      {"pack.toml", "a wage row with a day and a round", "from = 2026-01-29\ntext", "from = 2026-01-29\nfrom_round = \"2\"\ntext", "from_round = \"2\"", "one of them"},
      {"pack.toml", "a group of one", "min_members = 10", "min_members = 1", "min_members = 1", "from 2 to 1000"},
      {"rounds.toml", "a round of a frame that it names twice", "frames = [\"normal\", \"security\"]", "frames = [\"normal\", \"normal\"]", "frames = [\"normal\", \"normal\"]", "named twice"},
      {"rounds.toml", "a round that opens before the programme", "open = \"2026-03-30T10:00\"", "open = \"2025-03-30T10:00\"", "open = \"2025", "before the pack applies"},
      {"rounds.toml", "a deadline years away", "deadline = \"2026-09-29T17:00\"", "deadline = \"2062-09-29T17:00\"", "deadline = \"2062", "more than a year after"},
      {"rounds.toml", "a deadline without its time", "deadline = \"2026-09-29T17:00\"", "deadline = \"2026-09-29\"", "deadline = \"2026-09-29\"", "without a time of day"},
      {"pack.toml", "an amount in 万円", "up_to = 500000", "up_to = 50", "up_to = 50\nmin", "not in ten thousands"},
      {"applicants.toml", "a capital in 万円", "capital = 50000000\nemployees = 50", "capital = 500\nemployees = 50", "capital = 500\nemployees", "not in ten thousands"},
      {"procedure.toml", "a function that nobody could choose", "function = \"payment\"\n", "", "[[purpose]]", "none for the function \"payment\" of invoice"},
      {"rounds.toml", "a report before the decision", "report = 2027-04-30", "report = 2026-04-30", "report = 2026-04-30", "before the decision"},
      {"rounds.toml", "a round twice", "id = \"5\"", "id = \"4\"", "id = \"4\"\nframes = [\"normal\", \"security\"]", "is there twice"},
      {"applicants.toml", "an exclusion of a frame that is not there", "frames = [\"normal\", \"invoice\", \"security\", \"group\"]", "frames = [\"normal\", \"envoice\"]", "\"envoice\"", "is no frame of this pack"},
      {"applicants.toml", "an exclusion twice", "id = \"suspended\"", "id = \"religious\"", "id = \"religious\"\nclause = \"2-2-2(7)\"", "is there twice"},
      {"applicants.toml", "a threshold that is no fraction", "threshold = \"2/3\"", "threshold = \"2/0\"", "threshold = \"2/0\"", "is not a fraction"},
      {"applicants.toml", "a row that stands by itself and by its trade", "by_main_trade = true\nsource = \"S1 2-2-1(1)⑫\"", "by_main_trade = true\ncapital = 5000\nsource = \"S1 2-2-1(1)⑫\"", "capital = 5000\nsource", "the main trade decides"},
      {"applicants.toml", "a micro above its own row", "employees = 50\nmicro = 5", "employees = 50\nmicro = 500", "micro = 500", "above the limit"},
      {"applicants.toml", "duties for awards of the year itself", "last_year = 2025", "last_year = 2026", "last_year = 2026", "not before the programme's own year"},
      {"applicants.toml", "a repeat rule twice for a frame", "frames = [\"invoice\"]\nsame_as", "frames = [\"normal\"]\nsame_as", "frames = [\"normal\"]\nsame_as = [\"invoice\"", "is there twice for normal"},
      {"applicants.toml", "no combination rule", "[combination]", "[combinations]", "# Who may", "combination: missing"},
      {"applicants.toml", "one tool in a frame that is not there", "kind = \"one_in_all\"", "kind = \"one_in_all\"\nnot_same_tool = [[\"normal\", \"digital\"]]", "not_same_tool", "is no frame of this pack"},
      {"applicants.toml", "one tool in three frames", "kind = \"one_in_all\"", "kind = \"one_in_all\"\nnot_same_tool = [[\"normal\", \"invoice\", \"group\"]]", "not_same_tool", "pairs of two frames"},
      {"applicants.toml", "a requirement met in no known way", "kind = \"verify\"", "kind = \"verified\"", "kind = \"verified\"", "none of ask, consent, oath, verify, compute"},
      {"applicants.toml", "a bonus twice", "id = \"kurumin\"", "id = \"eruboshi\"", "id = \"eruboshi\"\nname = { ja = \"くるみん", "is there twice"},
      {"steps.toml", "an address with its scheme", "url = \"gbiz-id.go.jp\"", "url = \"https://gbiz-id.go.jp\"", "url = \"https:", "without the scheme"},
      {"steps.toml", "a lead that begins after its pack", "lead = [{ from = 2026-01-01, days = 30", "lead = [{ from = 2026-03-01, days = 30", "from = 2026-03-01, days = 30", "begins after the pack"},
      {"steps.toml", "an online way slower than the post", "online_days = 1", "online_days = 31", "online_days = 31", "slower than the slow way"},
      {"steps.toml", "a usual wait longer than the cautious one", "usual_days = 14", "usual_days = 31", "usual_days = 31", "longer than days"},
      {"steps.toml", "a gBizID that waits for itself", "online_days = 1", "online_days = 1, after_gbizid = true", "online_days = 1", "cannot wait for itself"},
      {"steps.toml", "an ID format that another one takes", "prefix = \"4\", verdict", "prefix = \"51\", verdict", "prefix = \"51\"", "takes every such ID"},
      {"steps.toml", "two steps of one kind", "kind = \"navi\"", "kind = \"vendor\"", "kind = \"vendor\"\nname = { ja = \"IT戦略", "of this kind already"},
      {"steps.toml", "nothing that stops a contract", "kind = \"no_contract\"", "kind = \"management_check\"", "[[step]]", "none of kind no_contract is required in frame normal"},
      {"papers.toml", "a paper of the other entity", "any_of = [\"financial_statements\"]", "any_of = [\"licence\"]", "any_of = [\"licence\"]", "is a paper of a sole"},
      {"papers.toml", "a paper asked for twice", "id = \"financial_statements\"\nname = { ja = \"貸借対照表・損益計算書\", easy = \"[決算書|けっさんしょ]\"", "id = \"registry\"\nname = { ja = \"貸借対照表・損益計算書\", easy = \"[決算書|けっさんしょ]\"", "id = \"registry\"\nname = { ja = \"貸借", "asked for twice"},
      {"papers.toml", "a look-alike for a look-alike", "use_instead = \"registry_full\"", "use_instead = \"tax_3\"", "use_instead = \"tax_3\"", "is not accepted itself"},
      {"papers.toml", "a document twice", "id = \"driving_record\"", "id = \"licence\"", "id = \"licence\"\nname = { ja = \"運転経歴", "is there twice"},
      {"papers.toml", "evidence with a paper that is not there", "with = \"etax_notice\"", "with = \"etax_mail\"", "with = \"etax_mail\"", "is no document of this pack"},
      {"papers.toml", "a desk limit above the official one", "most_bytes = 9500000", "most_bytes = 95000000", "most_bytes = 95000000", "above the official limit"},
      {"procedure.toml", "a purpose of a frame that is not there", "frame = \"e-transaction\"", "frame = \"etransaction\"", "frame = \"etransaction\"", "is no frame of this pack"},
      {"procedure.toml", "a purpose whose function counts for nothing", "function = \"payment\"", "function = \"ec\"", "function = \"ec\"", "counts for nothing in invoice"},
      {"procedure.toml", "a frame that nobody could choose", "frame = \"security\"", "frame = \"normal\"", "[[purpose]]", "none leads to frame security"},
      {"procedure.toml", "a status that leads nowhere", "next = [\"submitted\"]", "next = [\"submited\"]", "next = [\"submited\"]", "is no status of this pack"},
      {"procedure.toml", "hands that are nobody's", "hands = \"secretariat\"", "hands = \"office\"", "hands = \"office\"", "none of applicant, vendor, both, secretariat"},
      {"procedure.toml", "two addresses on one day", "until = 2026-03-31", "until = 2026-04-01", "from = 2026-04-01", "another address on the same days"},
      {"procedure.toml", "an invitation that never ends", "invitation_hours = 72", "invitation_hours = 72000", "invitation_hours = 72000", "must be from"},
  };
  Folder folder;
  for (const Broken& each : cases) {
    const std::string right = text_of_2026(each.file);
    const std::string text = replaced(right, each.from, each.to);
    folder.write("2026/" + std::string(each.file), text);
    const auto pack = load_pack(folder.path() + "/2026/pack.toml");
    folder.write("2026/" + std::string(each.file), right);
    ASSERT_FALSE(pack.ok()) << each.what;
    EXPECT_EQ(pack.error().code, StaffCode::PackBroken);
    EXPECT_NE(pack.error().reason.find(each.reason), std::string::npos) << each.what << ": " << pack.error().message();
    const std::string where = folder.path() + "/2026/" + each.file + ":" + std::to_string(line_of(text, each.at));
    EXPECT_EQ(pack.error().where, where) << each.what << ": " << pack.error().message();
  }
}

TEST(BrokenPacks, AFolderWithoutAnyIsMissingNotBroken) {
  Folder folder;
  std::filesystem::remove_all(folder.path() + "/2026");
  EXPECT_EQ(Catalogue::load(folder.path()).error().code, StaffCode::PackMissing);
  EXPECT_EQ(Catalogue::load(folder.path() + "/nowhere").error().code, StaffCode::PackMissing);
}

TEST(BrokenPacks, HolidaysOutOfOrderAreRefused) {
  Folder folder;
  folder.write("holidays.toml", replaced(*read_file(kPacks + "/holidays.toml"), "date = 2026-01-12", "date = 2025-01-12"));
  const auto loaded = Catalogue::load(folder.path());
  ASSERT_FALSE(loaded.ok());
  EXPECT_NE(loaded.error().reason.find("not after the holiday before"), std::string::npos);
}

}  // namespace
}  // namespace desk::catalog
