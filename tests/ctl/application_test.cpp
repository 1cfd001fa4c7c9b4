// The calls about kept records, beside a running kiosk that owns the store: what they show, what they never show, and what they destroy.
#include <cctype>

#include "data/base/sqlite_database.h"
#include "tests/ctl/calling.h"
#include "tests/store/store_fixture.h"

namespace desk::ctl::test {
namespace {

constexpr const char* kName = "髙﨑 邦子";
constexpr const char* kFirm = "髙﨑商店";
constexpr const char* kPhone = "09012345678";

class ApplicationCalls : public store::StoreTest {
 protected:
  [[nodiscard]] Outcome call(std::vector<std::string> words, const std::string& input = "") const {
    for (const std::string& word : {std::string("--store"), options().directory, std::string("--site-key"), options().site_key_file}) {
      words.push_back(word);
    }
    return test::run(words, clock, input);
  }
  [[nodiscard]] Node answer(std::vector<std::string> words) const {
    words.emplace_back("--json");
    const Outcome outcome = call(std::move(words));
    EXPECT_EQ(outcome.exit_code, kAnswered) << outcome.err;
    return json(outcome.out);
  }
  [[nodiscard]] std::string number_of(const ApplicationId& id) { return store->application(id)->reception.text; }
};

// A file's name holds the firm's name, the answers the person's, so neither they nor a whole number may come out of any call.
void expect_nothing_personal(const Outcome& outcome) {
  for (const char* personal : {kName, kFirm, "邦子", "髙﨑", kPhone, "090-1234", "1234-5678", "12345678", "履歴事項"}) {
    EXPECT_EQ(outcome.out.find(personal), std::string::npos) << personal << " in " << outcome.out;
    EXPECT_EQ(outcome.err.find(personal), std::string::npos) << personal << " in " << outcome.err;
  }
}

TEST_F(ApplicationCalls, AnEmptyDeskIsSaidPlainly) {
  EXPECT_EQ(whole_at(answer({"application", "list"}), "count"), 0);
  EXPECT_EQ(call({"application", "list"}).out, "no applications are kept\n");
}

TEST_F(ApplicationCalls, ListShowsNewestFirstAndNoPerson) {
  const ApplicationId first = parked_with_everything();
  clock.advance(std::chrono::minutes{5});
  const ApplicationId second = fresh();
  const Node node = answer({"application", "list"});
  EXPECT_EQ(whole_at(node, "count"), 2);
  const Array listed = list_at(node, "applications");
  ASSERT_EQ(listed.size(), 2U);
  EXPECT_EQ(text_at(listed[0], "application"), second.hex);
  EXPECT_EQ(text_at(listed[0], "state"), "in_progress");
  EXPECT_EQ(text_at(listed[1], "application"), first.hex);
  EXPECT_EQ(text_at(listed[1], "state"), "parked");
  EXPECT_EQ(text_at(listed[1], "phone_proof"), "sms");
  EXPECT_EQ(whole_at(listed[1], "pages"), 2);
  EXPECT_EQ(whole_at(listed[1], "files"), 1);
  EXPECT_EQ(text_at(listed[1], "reception"), number_of(first));
  const Outcome plain = call({"application", "list"});
  EXPECT_NE(plain.out.find(number_of(first) + "  parked"), std::string::npos) << plain.out;
  expect_nothing_personal(plain);
  expect_nothing_personal(call({"application", "list", "--json"}));
}

TEST_F(ApplicationCalls, ShowFindsByIdAndByNumberAndMasksTheTelephone) {
  const ApplicationId id = parked_with_everything();
  const Node by_id = answer({"application", "show", id.hex});
  const Node by_number = answer({"application", "show", number_of(id)});
  EXPECT_EQ(dump_json(by_id), dump_json(by_number));
  EXPECT_EQ(text_at(by_id, "phone"), PhoneNumber::parse(kPhone).number.masked());
  EXPECT_TRUE(flag_at(by_id, "answers_saved"));
  const Array pages = list_at(by_id, "page_list");
  ASSERT_EQ(pages.size(), 2U);
  EXPECT_EQ(text_at(pages[1], "kind"), "registry_full");
  EXPECT_EQ(whole_at(pages[1], "page"), 2);
  EXPECT_EQ(whole_at(pages[0], "dpi"), 300);
  EXPECT_EQ(list_at(by_id, "file_list").size(), 1U);
  EXPECT_EQ(list_at(by_id, "slips_until").size(), 1U);
  EXPECT_EQ(by_id.find("unreadable"), nullptr);
  for (const bool as_json : {false, true}) {
    std::vector<std::string> words{"application", "show", id.hex};
    if (as_json) words.emplace_back("--json");
    expect_nothing_personal(call(words));
  }
  // As people write it down: lower case, no dash.
  std::string sloppy = number_of(id);
  sloppy.erase(sloppy.find('-'), 1);
  for (char& c : sloppy) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  EXPECT_EQ(text_at(answer({"application", "show", sloppy}), "application"), id.hex);
}

TEST_F(ApplicationCalls, ARecordWhoseKeyIsGoneIsStillShown) {
  const ApplicationId id = parked_with_everything();
  {
    auto keys = SqliteDatabase::open((folder.path() / "store/keys.db").string());
    ASSERT_TRUE(keys);
    ASSERT_TRUE(keys->run("DELETE FROM keys"));
  }
  const Node node = answer({"application", "show", id.hex});
  EXPECT_EQ(text_at(node, "state"), "parked");
  EXPECT_NE(text_at(node, "unreadable").find("SC-504"), std::string::npos) << dump_json(node);
  EXPECT_EQ(node.find("phone"), nullptr);
}

TEST_F(ApplicationCalls, DeleteDestroysOneRecordAndIsAudited) {
  const ApplicationId id = parked_with_everything();
  const ApplicationId other = parked_with_everything(R"({"name":"other"})", "08011112222");
  const Node node = answer({"application", "delete", number_of(id), "--reason", "applicant"});
  EXPECT_TRUE(flag_at(node, "deleted"));
  EXPECT_EQ(text_at(node, "application"), id.hex);
  EXPECT_EQ(store->application(id).error().code, StaffCode::RecordMissing);
  EXPECT_EQ(store->answers(other)->reveal(), R"({"name":"other"})");
  const Array rows = list_at(answer({"audit", "rows"}), "rows");
  ASSERT_FALSE(rows.empty());
  EXPECT_EQ(text_at(rows.back(), "event"), "application_deleted");
  EXPECT_EQ(text_at(rows.back(), "application"), id.hex);
  EXPECT_EQ(text_at(rows.back(), "details"), "reason=applicant");
  const Outcome again = call({"application", "delete", id.hex});
  EXPECT_EQ(again.exit_code, kCouldNot);
  EXPECT_NE(again.err.find("SC-506"), std::string::npos) << again.err;
}

TEST_F(ApplicationCalls, NothingIsDeletedUnderSomebodysHands) {
  const ApplicationId id = fresh();
  const Outcome outcome = call({"application", "delete", id.hex});
  EXPECT_EQ(outcome.exit_code, kCouldNot);
  EXPECT_NE(outcome.err.find("somebody stands at the kiosk"), std::string::npos) << outcome.err;
  EXPECT_TRUE(store->application(id));
}

TEST_F(ApplicationCalls, ABatchAnswersLineByLine) {
  const ApplicationId id = parked_with_everything();
  const Outcome outcome = call({"application", "show", "--batch", "-"}, "{\"application\":\"" + id.hex + "\"}\n{\"application\":\"nobody\"}\n");
  EXPECT_EQ(outcome.exit_code, kBadInput);
  std::istringstream lines(outcome.out);
  std::string line;
  ASSERT_TRUE(std::getline(lines, line));
  EXPECT_EQ(text_at(json(line), "application"), id.hex);
  ASSERT_TRUE(std::getline(lines, line));
  EXPECT_NE(line.find("\"key\":\"application\""), std::string::npos) << line;
}

TEST_F(ApplicationCalls, TheDeskIsFoundThroughItsConfiguration) {
  const ApplicationId id = parked_with_everything();
  const std::string config = folder.path() / "desk.toml";
  std::ofstream(config) << "[site]\nname = \"s\"\n[store]\ndirectory = \"" << options().directory << "\"\nsite_key_file = \"" << options().site_key_file
                        << "\"\n[auth]\nsocket = \"/nowhere/core.sock\"\nsecret_file = \"/nowhere/secret\"\n[gateway]\nkind = \"http\"\nurl = "
                           "\"https://sms.example.jp/\"\n[printer]\ntarget = \"usb:/dev/usb/lp0\"\n[catalog]\ndirectory = \"/nowhere\"\n";
  const Outcome outcome = test::run({"application", "show", id.hex, "--config", config, "--json"}, clock);
  ASSERT_EQ(outcome.exit_code, kAnswered) << outcome.err;
  EXPECT_EQ(text_at(json(outcome.out), "application"), id.hex);
  std::ofstream(config, std::ios::app) << "[store2]\n";
  EXPECT_EQ(test::run({"application", "list", "--config", config}, clock).exit_code, kCouldNot);
}

TEST_F(ApplicationCalls, BadInputNamesTheKey) {
  const std::string directory = options().directory;
  const std::string key = options().site_key_file;
  struct Row {
    std::vector<std::string> words;
    const char* err;
  };
  const Row rows[] = {
      {{"application", "show", "--store", directory, "--site-key", key}, "application: missing"},
      {{"application", "show", "T7K-4M", "--store", directory, "--site-key", key}, "application: neither an id"},
      {{"application", "list", "--store", directory}, "site_key: missing"},
      {{"application", "list", "--site-key", key}, "store: missing"},
      {{"application", "list", "--config", "/nowhere/desk.toml"}, "config: /nowhere/desk.toml is not there"},
      {{"application", "list", "--config", "/x", "--store", directory, "--site-key", key}, "config: stands for"},
      {{"application", "delete", "T7K-4M2", "--reason", "whim", "--store", directory, "--site-key", key}, "reason: \"whim\" is none of"},
      {{"audit", "rows", "--most", "0", "--store", directory, "--site-key", key}, "most: must be from 1"},
  };
  for (const Row& row : rows) {
    const Outcome outcome = test::run(row.words, clock);
    EXPECT_EQ(outcome.exit_code, kBadInput) << row.err;
    EXPECT_NE(outcome.err.find(row.err), std::string::npos) << row.err << " <> " << outcome.err;
    EXPECT_EQ(outcome.out, "") << row.err;
  }
  const Outcome nothing_there = test::run({"application", "list", "--store", directory + "-elsewhere", "--site-key", key}, clock);
  EXPECT_EQ(nothing_there.exit_code, kCouldNot);
  EXPECT_NE(nothing_there.err.find("SC-501"), std::string::npos) << nothing_there.err;
  EXPECT_FALSE(std::filesystem::exists(directory + "-elsewhere")) << "a guest makes no store";
}

TEST_F(ApplicationCalls, OutboxTellsWhatWaitsAndNotWhatIsInIt) {
  const ApplicationId id = parked_with_everything();
  ASSERT_TRUE(store->queue(store::OutboxKind::HandOff, id, Secret("sealed bundle of 髙﨑商店")));
  const auto due = store->due(1);
  ASSERT_EQ(due->size(), 1U);
  ASSERT_TRUE(store->postpone(due->front().id, {clock.wall().seconds + 60}));
  const Node node = answer({"outbox"});
  EXPECT_EQ(whole_at(node, "waiting"), 1);
  const Array items = list_at(node, "items");
  ASSERT_EQ(items.size(), 1U);
  EXPECT_EQ(text_at(items[0], "kind"), "hand_off");
  EXPECT_EQ(text_at(items[0], "application"), id.hex);
  EXPECT_EQ(whole_at(items[0], "attempts"), 1);
  EXPECT_EQ(text_at(items[0], "next_attempt"), iso_jst({clock.wall().seconds + 60}));
  const Outcome plain = call({"outbox"});
  EXPECT_NE(plain.out.find("kind=hand_off"), std::string::npos) << plain.out;
  expect_nothing_personal(plain);
  EXPECT_EQ(plain.out.find("sealed bundle"), std::string::npos);
}

TEST_F(ApplicationCalls, AuditRowsGoOnWhereTheLastCallStopped) {
  const ApplicationId id = fresh();
  for (const AuditEvent event : {AuditEvent::ConsentGiven, AuditEvent::PageScanned, AuditEvent::VisitParked}) {
    ASSERT_TRUE(store->audit(event, id, {{"count", 7}}));
  }
  std::vector<std::string> seen;
  std::int64_t after = 0;
  for (int turn = 0; turn < 20; ++turn) {
    const Node node = answer({"audit", "rows", "--after", std::to_string(after), "--most", "2"});
    const Array rows = list_at(node, "rows");
    for (const Node& row : rows) seen.push_back(text_at(row, "event"));
    after = whole_at(node, "last");
    if (rows.empty()) break;
    EXPECT_LE(rows.size(), 2U);
    EXPECT_EQ(whole_at(rows.back(), "number"), after);
  }
  ASSERT_GE(seen.size(), 3U);
  EXPECT_EQ(std::vector<std::string>(seen.end() - 3, seen.end()), (std::vector<std::string>{"consent_given", "page_scanned", "visit_parked"}));
  const Outcome plain = call({"audit", "rows"});
  EXPECT_NE(plain.out.find("consent_given  " + id.hex + "  count=7"), std::string::npos) << plain.out;
}

TEST_F(ApplicationCalls, AChangedAuditRowIsFound) {
  const ApplicationId id = fresh();
  ASSERT_TRUE(store->audit(AuditEvent::ConsentGiven, id, {}));
  ASSERT_TRUE(store->audit(AuditEvent::VisitParked, id, {}));
  const Node before = answer({"audit", "verify"});
  EXPECT_TRUE(flag_at(before, "ok"));
  EXPECT_GE(whole_at(before, "rows"), 2);
  const auto rows = store->audit_rows(0, 100);
  const std::int64_t changed = rows->at(rows->size() - 2).number;
  {
    auto desk = SqliteDatabase::open((folder.path() / "store/desk.db").string());
    ASSERT_TRUE(desk);
    // Whoever edits the file itself is not kept out by a trigger either.
    ASSERT_TRUE(desk->run("DROP TRIGGER audit_is_not_changed"));
    ASSERT_TRUE(desk->prepare("UPDATE audit SET details='outcome=never' WHERE number=?").bind(1, changed).run());
  }
  const Node after = answer({"audit", "verify"});
  EXPECT_FALSE(flag_at(after, "ok"));
  EXPECT_EQ(whole_at(after, "first_broken"), changed);
}

}  // namespace
}  // namespace desk::ctl::test
