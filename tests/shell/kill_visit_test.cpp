// Kill -9 in the middle of a visit: what the screen had shown is there afterwards, nothing is half there, and the person goes on.
#include <gtest/gtest.h>

#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>

#include <filesystem>
#include <sstream>

#include "data/base/places.h"
#include "tests/auth/child.h"
#include "tests/shell/desk_visit.h"

namespace desk::shell::test {
namespace {

using flow::Action;
using flow::Step;

constexpr int kEndPatienceSeconds = 30;

// The desk and everything that it had started. Orphans come to this process, so their end can be waited for: the next desk opens the same
// sockets and databases, as after a restart by the supervisor.
class KilledDesk {
 public:
  KilledDesk(const std::string& directory, const std::string& point) {
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    sigset_t ends;
    sigemptyset(&ends);
    sigaddset(&ends, SIGCHLD);
    pthread_sigmask(SIG_BLOCK, &ends, nullptr);
    child_.emplace(std::vector<std::string>{program_folder() + "/shell_visit_program", directory, point});
    std::istringstream line(child_->line(120'000));
    line >> ready >> reception >> token >> code >> next_send;
  }
  // True when the desk and all its helpers are gone: nobody hangs on after their master's death.
  [[nodiscard]] bool kill_it() {
    child_->signal(SIGKILL);
    sigset_t ends;
    sigemptyset(&ends);
    sigaddset(&ends, SIGCHLD);
    for (;;) {
      const pid_t gone = waitpid(-1, nullptr, WNOHANG);
      if (gone < 0) return true;  // no child is left
      if (gone > 0) continue;
      const timespec patience{kEndPatienceSeconds, 0};
      if (sigtimedwait(&ends, nullptr, &patience) < 0) return false;
    }
  }

  std::string ready, reception, token, code;
  std::int64_t next_send = 0;

 private:
  std::optional<auth::Child> child_;
};

TEST(KilledVisit, APageThatWasShownAsScannedIsThereAndTheNextIsScannedAgain) {
  Folder folder;
  KilledDesk killed(folder.path(), "page-two");
  ASSERT_EQ(killed.ready, "ready");
  ASSERT_TRUE(killed.kill_it()) << "a helper outlived the desk";
  std::filesystem::remove(folder.path() + "/tray/fault");

  DeskVisit visit(folder.path());
  ASSERT_TRUE(visit.open()) << visit.trouble();
  const store::RepairReport& repairs = visit.store().repairs();
  EXPECT_TRUE(repairs.missing_files.empty());
  EXPECT_TRUE(repairs.without_key.empty());
  EXPECT_EQ(repairs.interrupted_visits, 1);
  EXPECT_EQ(repairs.unfinished_files, 0) << "page 2 had not reached the store";

  // By the slip's code.
  ASSERT_TRUE(visit.resume_by_reader(killed.token)) << visit.trouble();
  ASSERT_EQ(visit.model().step, Step::Scanned);
  EXPECT_EQ(visit.model().reception.text, killed.reception);
  EXPECT_EQ(visit.model().scan.need, "registry");
  ASSERT_EQ(visit.model().scan.pages.size(), 1U);
  EXPECT_EQ(visit.model().scan.pages[0].number, 1);
  EXPECT_NE(visit.runner().images().find(visit.model().scan.pages[0].thumbnail), nullptr);
  EXPECT_EQ(visit.model().answers.phone.proof, flow::PhoneProof::Sms);
  EXPECT_EQ(visit.model().answers.capital.value_or(Yen{}), Yen{10'000'000});

  // Left without a slip, and opened again by staff: the same.
  ASSERT_TRUE(visit.end_visit()) << visit.trouble();
  ASSERT_TRUE(visit.resume_by_staff(killed.reception)) << visit.trouble();
  ASSERT_EQ(visit.model().step, Step::Scanned);
  ASSERT_EQ(visit.model().scan.pages.size(), 1U);

  // The rest of the pile, and on to the end.
  visit.press(Action::ContinueScan);
  ASSERT_TRUE(visit.settle()) << visit.trouble();
  ASSERT_EQ(visit.model().step, Step::Scanned);
  EXPECT_EQ(visit.model().scan.pages.size(), 2U);
  ASSERT_TRUE(visit.walk_to(Step::Done)) << visit.trouble();
  EXPECT_EQ(visit.model().answers.papers.at("registry").pages, 2);
  const auto audit = visit.store().verify_audit();
  ASSERT_TRUE(audit);
  EXPECT_FALSE(audit->first_broken) << audit->reason;
}

TEST(KilledVisit, TheCodeOfTheMessageThatCameBeforeStillWorksAndNoNewOneGoesEarly) {
  Folder folder;
  KilledDesk killed(folder.path(), "code");
  ASSERT_EQ(killed.ready, "ready");
  ASSERT_EQ(killed.code.size(), 6U);
  ASSERT_TRUE(killed.kill_it()) << "a helper outlived the desk";

  DeskVisit visit(folder.path());
  ASSERT_TRUE(visit.open()) << visit.trouble();
  ASSERT_TRUE(visit.resume_by_reader(killed.token)) << visit.trouble();
  ASSERT_EQ(visit.model().step, Step::Code) << "the message is still good: no way round by the number";
  EXPECT_EQ(visit.model().code.phase, flow::CodePhase::Waiting);
  ASSERT_TRUE(visit.model().code.next_send);
  EXPECT_EQ(visit.model().code.next_send->seconds, killed.next_send);

  // The window is closed: no second message, whoever presses.
  visit.press(Action::SendAgain);
  ASSERT_TRUE(visit.settle()) << visit.trouble();
  EXPECT_EQ(visit.model().step, Step::Code);
  EXPECT_EQ(visit.model().code.note, flow::CodeNote::TooEarly);
  EXPECT_EQ(visit.code_from_phone(), "") << "desk-auth started anew and has sent nothing";
  ASSERT_TRUE(visit.model().code.next_send);
  EXPECT_LE(std::abs(visit.model().code.next_send->seconds - killed.next_send), 1);

  visit.type(killed.code);
  visit.press(Action::Next);
  ASSERT_TRUE(visit.settle()) << visit.trouble();
  EXPECT_EQ(visit.model().answers.phone.proof, flow::PhoneProof::Sms);
  EXPECT_EQ(visit.model().step, Step::Papers);
}

}  // namespace
}  // namespace desk::shell::test
