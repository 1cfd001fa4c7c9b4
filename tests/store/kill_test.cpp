// Kill -9 at any moment: every acknowledged write is there afterwards and nothing is half-written.
//
// A child process owns the store and keeps working like a busy counter. It tells each acknowledged act through a pipe; the parent kills it
// after a random number of them, wherever it then is, or the child kills itself at a given durable step, so that every step is met for
// certain. The parent opens what is left and compares.
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <map>
#include <set>

#include "tests/store/store_fixture.h"

namespace desk::store {
namespace {

constexpr int kRandomKills = 60;
constexpr int kActsAtMost = 25;
constexpr int kPatienceMs = 30'000;

// What the child says, one line an act, each shorter than PIPE_BUF, so that a line arrives whole or not at all.
//   create ID | answers ID TEXT | page ID PAGE TEXT | drop PAGE | erase ID | audit
// "try erase ID" and "try drop PAGE" come before the act: from then on either state is right.
class Child {
 public:
  Child(const StoreOptions& options, int acts) {
    int ends[2] = {};
    EXPECT_EQ(pipe(ends), 0);
    pid_ = fork();
    if (pid_ == 0) {
      prctl(PR_SET_PDEATHSIG, SIGKILL);
      close(ends[0]);
      work(options, ends[1], acts);
      _exit(0);
    }
    close(ends[1]);
    out_ = ends[0];
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() {
    end();
    close(out_);
  }

  // Lines until `count` have come or the child has ended.
  std::vector<std::string> read(std::size_t count) {
    std::vector<std::string> lines;
    while (lines.size() < count) {
      const auto end = text_.find('\n');
      if (end != std::string::npos) {
        lines.push_back(text_.substr(0, end));
        text_.erase(0, end + 1);
        continue;
      }
      pollfd waiting{out_, POLLIN, 0};
      char buffer[4096];
      if (poll(&waiting, 1, kPatienceMs) <= 0) {
        ADD_FAILURE() << "the child fell silent";
        break;
      }
      const ssize_t got = ::read(out_, buffer, sizeof buffer);
      if (got <= 0) break;
      text_.append(buffer, static_cast<std::size_t>(got));
    }
    return lines;
  }
  void end() {
    if (pid_ <= 0) return;
    kill(pid_, SIGKILL);
    waitpid(pid_, nullptr, 0);
    pid_ = 0;
  }

 private:
  static void say(int to, const std::string& line) {
    const std::string whole = line + "\n";
    if (::write(to, whole.data(), whole.size()) != static_cast<ssize_t>(whole.size())) _exit(1);
  }

  static void work(const StoreOptions& options, int to, int acts) {
    SystemClock clock;
    auto opened = open_sqlite_store(options, clock);
    if (!opened) _exit(2);
    Store& store = **opened;
    std::vector<ApplicationId> ids;
    std::vector<std::string> pages;
    const auto failed = [](const auto& result) {
      if (!result) _exit(3);
      return false;
    };
    for (int act = 0; act < acts; ++act) {
      const auto choice = crypto::random_below(10);
      if (ids.empty() || choice == 0) {
        const auto made = store.create({2026, "full", false});
        if (failed(made)) return;
        ids.push_back(made->id);
        say(to, "create " + made->id.hex);
        continue;
      }
      const ApplicationId id = ids[crypto::random_below(static_cast<std::uint32_t>(ids.size()))];
      const std::string text = crypto::new_application_id().hex;
      if (choice <= 4) {
        say(to, "try answers " + id.hex + " " + text);
        if (failed(store.save_answers(id, Secret(text)))) return;
        say(to, "answers " + id.hex + " " + text);
      } else if (choice <= 7) {
        const auto page = store.add_page(id, a_page(text + std::string(50'000, 'x')));
        if (failed(page)) return;
        pages.push_back(page->id);
        say(to, "page " + id.hex + " " + page->id + " " + text);
      } else if (choice == 8 && !pages.empty()) {
        say(to, "try drop " + pages.back());
        const auto dropped = store.remove_page(pages.back());
        if (!dropped && dropped.error().code != StaffCode::RecordMissing) _exit(4);  // its application may be erased
        say(to, "drop " + pages.back());
        pages.pop_back();
      } else if (choice == 9) {
        say(to, "try erase " + id.hex);
        if (failed(store.erase(id, EraseReason::Applicant))) return;
        say(to, "erase " + id.hex);
        std::erase(ids, id);
      } else {
        if (failed(store.audit(AuditEvent::StaffCalled, id, {}))) return;
        say(to, "audit");
      }
    }
  }

  pid_t pid_ = 0;
  int out_ = -1;
  std::string text_;
};

// What must be in the store, from what was acknowledged.
struct Expected {
  std::map<std::string, std::set<std::string>> answers;                     // application: what it may say; empty text: none
  std::map<std::string, std::pair<std::string, std::string>> pages;         // page: application, text
  std::set<std::string> maybe_gone, gone;                                   // applications and pages
  std::int64_t audits = 0;

  void hear(const std::string& line) {
    std::istringstream words(line);
    std::string act, a, b, c;
    words >> act >> a >> b >> c;
    if (act == "create") answers[a] = {""};
    if (act == "answers") answers[a] = {b};
    if (act == "try" && a == "answers") answers[b].insert(c);
    if (act == "page") pages[b] = {a, c};
    if (act == "try" && a != "answers") maybe_gone.insert(b);
    if (act == "drop" || act == "erase") gone.insert(a);
    if (act == "erase" || act == "audit") ++audits;
  }

  void check(const StoreOptions& options) const {
    SystemClock clock;
    auto opened = open_sqlite_store(options, clock);
    ASSERT_TRUE(opened) << opened.error().message();
    Store& store = **opened;
    EXPECT_TRUE(store.repairs().missing_files.empty()) << "a row without its bytes";
    EXPECT_TRUE(store.repairs().without_key.empty()) << "a row without its key";
    for (const auto& [hex, texts] : answers) {
      const auto found = store.answers({hex});
      if (gone.contains(hex)) {
        EXPECT_FALSE(found) << "erased and acknowledged, yet there";
      } else if (!maybe_gone.contains(hex) || found) {
        ASSERT_TRUE(found) << "acknowledged, yet " << found.error().message();
        EXPECT_TRUE(texts.contains(std::string(found->reveal()))) << found->reveal();
      }
    }
    for (const auto& [page, what] : pages) {
      const bool may_be_gone = maybe_gone.contains(page) || maybe_gone.contains(what.first);
      const auto image = store.page_image(page);
      if (gone.contains(page) || gone.contains(what.first)) {
        EXPECT_FALSE(image);
      } else if (!may_be_gone || image) {
        ASSERT_TRUE(image) << image.error().message();
        EXPECT_EQ(image->reveal(), what.second + std::string(50'000, 'x'));
      }
    }
    // What was not acknowledged is there wholly or not at all: every page of every record opens, every file is claimed.
    std::ptrdiff_t claimed = 0;
    for (const Application& application : *store.applications()) {
      EXPECT_TRUE(store.answers(application.id));
      const auto kept = store.pages(application.id);
      ASSERT_TRUE(kept);
      claimed += static_cast<std::ptrdiff_t>(kept->size());
      std::map<std::string, int> next;
      for (const Page& page : *kept) {
        EXPECT_EQ(page.index, next[page.kind]++) << "a gap in the pages";
        EXPECT_TRUE(store.page_image(page.id));
      }
    }
    const auto folder = std::filesystem::path(options.directory) / "pages";
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder), {}), claimed);
    const auto verdict = store.verify_audit();
    ASSERT_TRUE(verdict);
    EXPECT_FALSE(verdict->first_broken) << verdict->reason;
    EXPECT_GE(verdict->rows, audits);
  }
};

class KillTest : public ::testing::Test {
 protected:
  KillTest() {
    options.directory = folder.path() / "store";
    options.site_key_file = folder.path() / "site.key";
  }
  TemporaryFolder folder;
  StoreOptions options;
};

TEST_F(KillTest, AtRandomMomentsOfABusyDay) {
  Expected expected;
  for (int round = 0; round < kRandomKills; ++round) {
    std::size_t heard = 0;
    {
      Child child(options, 100'000);
      const std::size_t count = 1 + crypto::random_below(kActsAtMost);
      for (const std::string& line : child.read(count)) {
        expected.hear(line);
        ++heard;
      }
      ASSERT_EQ(heard, count) << "the child ended by itself";
      child.end();
      for (const std::string& line : child.read(100'000)) expected.hear(line);  // what it said before it died
    }
    ASSERT_NO_FATAL_FAILURE(expected.check(options)) << "after kill " << round;
    if (HasFailure()) return;
  }
  EXPECT_GT(expected.answers.size(), 5u);
  EXPECT_GT(expected.pages.size(), 20u);
  EXPECT_GT(expected.gone.size(), 5u);
}

TEST_F(KillTest, AtEachDurableStepInTurn) {
  Expected expected;
  std::set<std::string> met;
  const std::string log = folder.path() / "steps";
  for (int nth = 1; nth <= 80; ++nth) {
    StoreOptions deadly = options;
    int countdown = nth;
    deadly.refuse_step = [countdown, log](std::string_view step) mutable {
      if (--countdown > 0) return false;
      std::ofstream(log, std::ios::app) << step << "\n";
      kill(getpid(), SIGKILL);
      return false;
    };
    {
      Child child(deadly, 100'000);
      for (const std::string& line : child.read(100'000)) expected.hear(line);
    }
    ASSERT_NO_FATAL_FAILURE(expected.check(options)) << "killed at step " << nth;
    if (HasFailure()) return;
  }
  std::istringstream lines(slurp(log));
  for (std::string line; std::getline(lines, line);) met.insert(line);
  for (const char* step : {"keys add", "desk create", "desk answers", "blob write", "blob rename", "desk page"}) {
    EXPECT_TRUE(met.contains(step)) << step << " was never the last";
  }
}

// Every step of one erasure, so that none depends on chance.
TEST_F(KillTest, AtEachStepOfAnErasure) {
  for (int nth = 1;; ++nth) {
    ASSERT_LT(nth, 20);
    std::filesystem::remove_all(options.directory);
    std::filesystem::remove(options.site_key_file);
    SystemClock clock;
    ApplicationId id, other;
    {
      auto store = open_sqlite_store(options, clock);
      ASSERT_TRUE(store);
      id = (*store)->create({2026, "full", false})->id;
      other = (*store)->create({2026, "full", false})->id;
      for (const ApplicationId& each : {id, other}) {
        ASSERT_TRUE((*store)->save_answers(each, Secret("answers of " + each.hex)));
        ASSERT_TRUE((*store)->add_page(each, a_page("page of " + each.hex)));
        ASSERT_TRUE((*store)->park(each));
      }
    }
    const pid_t child = fork();
    if (child == 0) {
      prctl(PR_SET_PDEATHSIG, SIGKILL);
      int countdown = -1;
      StoreOptions deadly = options;
      deadly.refuse_step = [&countdown](std::string_view) {
        if (countdown > 0 && --countdown == 0) kill(getpid(), SIGKILL);
        return false;
      };
      auto store = open_sqlite_store(deadly, clock);
      if (!store) _exit(2);
      countdown = nth;
      _exit((*store)->erase(id, EraseReason::Applicant) ? 0 : 3);
    }
    int status = 0;
    ASSERT_EQ(waitpid(child, &status, 0), child);
    const bool killed = WIFSIGNALED(status);
    if (!killed) {
      ASSERT_EQ(WEXITSTATUS(status), 0);
    }
    auto store = open_sqlite_store(options, clock);
    ASSERT_TRUE(store) << store.error().message();
    const auto record = (*store)->application(id);
    if (nth == 1 && killed) {
      EXPECT_TRUE(record) << "the mark was not made: nothing has happened";
      EXPECT_EQ((*store)->answers(id)->reveal(), "answers of " + id.hex);
    } else {
      EXPECT_FALSE(record) << "once marked, the next start completes it (step " << nth << ")";
      EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path() / "store/pages"), {}), 1);
    }
    EXPECT_EQ((*store)->answers(other)->reveal(), "answers of " + other.hex);
    EXPECT_FALSE((*store)->verify_audit()->first_broken);
    if (!killed) {
      EXPECT_GE(nth, 5);
      return;
    }
  }
}

}  // namespace
}  // namespace desk::store
