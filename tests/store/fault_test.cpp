// Every durable step of every operation fails once, as a full disk makes it fail. Afterwards the operation has happened wholly or not at
// all, the store goes on working, and a fresh start finds nothing half-written.
#include <functional>

#include "tests/store/store_fixture.h"

namespace desk::store {
namespace {

// Everything a caller can see of a store, as text.
std::string picture_of(Store& store) {
  std::ostringstream out;
  const auto applications = store.applications();
  EXPECT_TRUE(applications);
  for (const Application& application : *applications) {
    out << application.id.hex << " " << word_of(application.state) << " " << word_of(application.phone_proof) << " "
        << to_string(application.answers_until) << " links " << application.links.size() << "\n";
    const auto answers = store.answers(application.id);
    const auto phone = store.phone(application.id);
    EXPECT_TRUE(answers && phone);
    if (answers && phone) out << "  " << answers->reveal() << " " << phone->reveal() << "\n";
    const auto pages = store.pages(application.id);
    for (const Page& page : *pages) {
      const auto image = store.page_image(page.id);
      EXPECT_TRUE(image) << image.error().message();
      if (image) out << "  page " << page.kind << page.index << " " << image->reveal() << "\n";
    }
    const auto files = store.files(application.id);
    for (const File& file : *files) {
      const auto bytes = store.file_bytes(file.id);
      EXPECT_TRUE(bytes) << bytes.error().message();
      if (bytes) out << "  file " << file.name << " " << bytes->reveal() << "\n";
    }
  }
  const auto waiting = store.due(100);
  for (const OutboxItem& item : *waiting) out << "outbox " << word_of(item.kind) << " " << item.payload.reveal() << "\n";
  return out.str();
}

struct Operation {
  const char* name;
  std::function<bool(Store&, const ApplicationId&)> run;
  bool resumes;  // once begun it may only be completed (erasing), at the latest at the next start
};

const std::vector<Operation>& operations() {
  static const std::vector<Operation> all{
      {"create", [](Store& s, const ApplicationId&) { return s.create({2026, "full", false}).ok(); }, false},
      {"save answers", [](Store& s, const ApplicationId& id) { return s.save_answers(id, Secret("{\"new\":1}")).ok(); }, false},
      {"set phone", [](Store& s, const ApplicationId& id) { return s.set_phone(id, PhoneNumber::parse("08011112222").number).ok(); }, false},
      {"set proof", [](Store& s, const ApplicationId& id) { return s.set_phone_proof(id, PhoneProof::Staff).ok(); }, false},
      {"set deadline", [](Store& s, const ApplicationId& id) { return s.set_target_deadline(id, make_date(2026, 9, 29)).ok(); }, false},
      {"add link", [](Store& s, const ApplicationId& id) { return s.add_link(id, crypto::new_link_token(), {2'000'000'000}).ok(); }, false},
      {"finish", [](Store& s, const ApplicationId& id) { return s.finish(id).ok(); }, false},
      {"add page", [](Store& s, const ApplicationId& id) { return s.add_page(id, a_page("a third page")).ok(); }, false},
      {"replace page",
       [](Store& s, const ApplicationId& id) { return s.replace_page(s.pages(id)->front().id, a_page("a better page")).ok(); }, false},
      {"remove page", [](Store& s, const ApplicationId& id) { return s.remove_page(s.pages(id)->front().id).ok(); }, false},
      {"put file", [](Store& s, const ApplicationId& id) { return s.put_file(id, "02.pdf", as_bytes("%PDF two")).ok(); }, false},
      {"replace file",
       [](Store& s, const ApplicationId& id) { return s.put_file(id, "01_履歴事項全部証明書_髙﨑商店.pdf", as_bytes("%PDF new")).ok(); }, false},
      {"remove files", [](Store& s, const ApplicationId& id) { return s.remove_files(id).ok(); }, false},
      {"queue", [](Store& s, const ApplicationId& id) { return s.queue(OutboxKind::HandOff, id, Secret("bundle")).ok(); }, false},
      {"queue small", [](Store& s, const ApplicationId& id) { return s.queue(OutboxKind::EraseDone, id, Secret("7")).ok(); }, false},
      {"erase", [](Store& s, const ApplicationId& id) { return s.erase(id, EraseReason::Applicant).ok(); }, true},
  };
  return all;
}

class FaultTest : public ::testing::TestWithParam<std::size_t> {};

TEST_P(FaultTest, LeavesAllOrNothingWhicheverStepFails) {
  const Operation& operation = operations()[GetParam()];
  int steps = 0;
  for (int nth = 1;; ++nth) {
    ASSERT_LT(nth, 40) << "the operation never succeeded";
    TemporaryFolder folder;
    FakeClock clock(from_jst({make_date(2026, 9, 17), 14 * 60}));
    int countdown = 0;  // 0: no fault
    bool fired = false;
    StoreOptions options;
    options.directory = folder.path() / "store";
    options.site_key_file = folder.path() / "site.key";
    options.refuse_step = [&](std::string_view) {
      const bool now = countdown > 0 && --countdown == 0;
      fired = fired || now;
      return now;
    };
    auto opened = open_sqlite_store(options, clock);
    ASSERT_TRUE(opened) << opened.error().message();
    Store* store = opened->get();
    const ApplicationId id = store->create({2026, "full", false})->id;
    ASSERT_TRUE(store->save_answers(id, Secret("{\"old\":1}")));
    ASSERT_TRUE(store->set_phone(id, PhoneNumber::parse("09012345678").number));
    ASSERT_TRUE(store->add_page(id, a_page("first page")));
    ASSERT_TRUE(store->add_page(id, a_page("second page")));
    ASSERT_TRUE(store->put_file(id, "01_履歴事項全部証明書_髙﨑商店.pdf", as_bytes("%PDF one")));
    ASSERT_TRUE(store->park(id));
    const std::string before = picture_of(*store);
    const auto files_on_disk = [&] { return std::distance(std::filesystem::directory_iterator(folder.path() / "store/pages"), {}); };
    const auto files_before = files_on_disk();

    countdown = nth;
    const bool succeeded = operation.run(*store, id);
    countdown = 0;
    if (!fired) {  // the operation has fewer steps than this: every one of them has failed once
      EXPECT_TRUE(succeeded);
      EXPECT_GT(nth, 1) << "no step was ever met";
      break;
    }
    ++steps;
    const std::string after = picture_of(*store);
    const std::string place = std::string(operation.name) + ", step " + std::to_string(nth);
    if (!succeeded && !operation.resumes) {
      EXPECT_EQ(after, before) << place << ": refused, so nothing may have changed";
      EXPECT_EQ(files_on_disk(), files_before) << place << ": the file of what was refused is not left lying about";
    }
    if (succeeded) {
      EXPECT_NE(after, before) << place << ": acknowledged, so it must have happened";
    }

    opened = Result<std::unique_ptr<Store>>(std::unique_ptr<Store>());  // closes it
    auto again = open_sqlite_store(options, clock);
    ASSERT_TRUE(again) << place << again.error().message();
    store = again->get();
    EXPECT_TRUE(store->repairs().missing_files.empty()) << place;
    EXPECT_TRUE(store->repairs().without_key.empty()) << place;
    EXPECT_EQ(picture_of(*store), after) << place << ": a restart changes nothing that could be seen";
    // Files on disk are exactly those that rows claim.
    std::size_t claimed = 0;
    for (const Application& application : *store->applications()) claimed += static_cast<std::size_t>(application.pages + application.files);
    for (const OutboxItem& item : *store->waiting()) claimed += item.kind == OutboxKind::HandOff ? 1 : 0;
    EXPECT_EQ(static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder.path() / "store/pages"), {})), claimed) << place;
    EXPECT_FALSE(store->verify_audit()->first_broken) << place;
    if (!succeeded && store->application(id)) {
      EXPECT_TRUE(operation.run(*store, id)) << place << ": once there is room again it works";
    }
  }
  EXPECT_GT(steps, 0);
}

std::string name_of(const ::testing::TestParamInfo<std::size_t>& info) {
  std::string name = operations()[info.param].name;
  for (char& c : name) {
    if (c == ' ') c = '_';
  }
  return name;
}

INSTANTIATE_TEST_SUITE_P(EveryOperation, FaultTest, ::testing::Range(std::size_t{0}, operations().size()), name_of);

TEST(FaultAtStart, AStoreThatCouldNotBeMadeIsMadeTheNextTime) {
  for (int nth = 1; nth < 10; ++nth) {
    TemporaryFolder folder;
    FakeClock clock;
    int countdown = nth;
    StoreOptions options;
    options.directory = folder.path() / "store";
    options.site_key_file = folder.path() / "store/site.key";
    options.refuse_step = [&](std::string_view) { return countdown > 0 && --countdown == 0; };
    const bool fired = !open_sqlite_store(options, clock);
    if (!fired) {
      EXPECT_GT(nth, 1);
      return;
    }
    options.refuse_step = nullptr;
    const auto opened = open_sqlite_store(options, clock);
    ASSERT_TRUE(opened) << nth << opened.error().message();
    EXPECT_TRUE((*opened)->create({2026, "full", false}));
  }
  FAIL() << "opening never succeeded";
}

}  // namespace
}  // namespace desk::store
