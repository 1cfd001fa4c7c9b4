// The page role is away, comes back, and is told 消去する by the applicant's phone.
#include <gtest/gtest.h>

#include <signal.h>

#include "auth/http_client.h"
#include "data/base/document.h"
#include "data/base/places.h"
#include "tests/shell/desk_visit.h"

namespace desk::shell::test {
namespace {

using flow::Action;
using flow::Step;

auth::HttpReply fetch(const std::string& method, const std::string& url, const std::string& body = {}) {
  auth::HttpCall call;
  call.method = method;
  call.url = url;
  call.body = body;
  call.max_reply = 4'000'000;
  if (method == "POST") call.headers.emplace_back("Content-Type", "application/x-www-form-urlencoded");
  return auth::perform(call);
}

bool finish_without_phone(DeskVisit& visit) {
  visit.scanned.clear();
  if (!visit.start() || !visit.walk_to(Step::Phone)) return false;
  visit.press(Action::LaterPhone);
  return visit.settle() && visit.walk_to(Step::Done);
}

TEST(PageAwayVisit, TheReceiptSaysNotYetSentAndTheBundleFollowsWhenThePageIsBack) {
  Folder folder;
  DeskVisit visit(folder.path());
  ASSERT_TRUE(visit.open()) << visit.trouble();
  const pid_t page = visit.desk().demonstration()->page_process();
  ASSERT_GT(page, 0);
  ASSERT_EQ(kill(page, SIGKILL), 0);
  ASSERT_TRUE(finish_without_phone(visit)) << visit.trouble();
  EXPECT_EQ(visit.model().link.phase, flow::LinkPhase::Failed);
  EXPECT_EQ(visit.model().print.phase, flow::PrintPhase::Printed) << "the slip comes out all the same, and says so";
  EXPECT_TRUE(visit.model().link.grant.empty());
  const std::string token = visit.token();
  const std::string reception = visit.model().reception.text;
  auto waiting = visit.store().waiting();
  ASSERT_TRUE(waiting);
  ASSERT_EQ(waiting->size(), 1U);
  EXPECT_EQ(waiting->front().kind, store::OutboxKind::HandOff);

  // Still away: the bundle waits, and every try is counted.
  visit.chores();
  waiting = visit.store().waiting();
  ASSERT_TRUE(waiting);
  ASSERT_EQ(waiting->size(), 1U);
  EXPECT_EQ(waiting->front().attempts, 1);

  // The person has left; the page role comes back and the desk's chores deliver.
  visit.press(Action::Next);
  visit.flush();
  auto again = ChildProcess::start(program_folder() + "/desk-auth", {"--role", "page", "--demonstration", folder.path()});
  ASSERT_TRUE(again) << again.error().message();
  const auto ready = again->read_line(std::chrono::seconds{60});
  ASSERT_TRUE(ready) << ready.error().message();
  const auto told = parse_json(*ready, "ready line");
  ASSERT_TRUE(told);
  const std::string base = "http://127.0.0.1:" + std::to_string(*told->find("port")->integer());
  EXPECT_EQ(fetch("GET", base + "/a/" + token).status, 404) << "not yet there";
  visit.clock.advance(std::chrono::seconds{60});
  visit.chores();
  waiting = visit.store().waiting();
  ASSERT_TRUE(waiting);
  EXPECT_TRUE(waiting->empty());
  const auth::HttpReply checklist = fetch("GET", base + "/a/" + token);
  EXPECT_EQ(checklist.status, 200);
  EXPECT_NE(checklist.body.find(reception), std::string::npos);
}

TEST(PageAwayVisit, ErasedOnThePhoneIsErasedAtTheDesk) {
  Folder folder;
  DeskVisit visit(folder.path());
  ASSERT_TRUE(visit.open()) << visit.trouble();
  ASSERT_TRUE(finish_without_phone(visit)) << visit.trouble();
  ASSERT_EQ(visit.model().link.phase, flow::LinkPhase::Sent);
  const std::string address = visit.model().link.address;
  const std::string token = visit.token();
  const ApplicationId application = *visit.model().application;
  visit.press(Action::Next);
  visit.chores();
  ASSERT_TRUE(visit.store().application(application));

  EXPECT_EQ(fetch("GET", address + "/erase").status, 200);
  ASSERT_TRUE(visit.store().application(application)) << "asked, not yet said";
  EXPECT_EQ(fetch("POST", address + "/erase", "confirm=yes").status, 200);
  EXPECT_EQ(fetch("GET", address).status, 404);
  visit.chores();
  EXPECT_FALSE(visit.store().application(application));
  const auto requests = visit.store().waiting();
  ASSERT_TRUE(requests);
  // The slip in the person's hand opens nothing any more, with the same words as a slip that never was.
  ASSERT_TRUE(visit.resume_by_reader(token));
  EXPECT_EQ(visit.model().resume.note, flow::ResumeNote::NotFound);
  // What erase() queued for the page is done at the next chores.
  visit.clock.advance(std::chrono::seconds{60});
  visit.chores();
  const auto left = visit.store().waiting();
  ASSERT_TRUE(left);
  EXPECT_TRUE(left->empty());
}

}  // namespace
}  // namespace desk::shell::test
