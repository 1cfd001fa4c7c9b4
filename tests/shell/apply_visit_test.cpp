// A visit from the first touch to the receipt, on real rooms, and what it leaves: files that the portal takes, a slip whose code opens the
// page, a page that gives the files to who holds the grant, and nothing of the person on the desk.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "kiosk/shell/phone_check.h"
#include "tests/shell/desk_visit.h"

namespace desk::shell::test {
namespace {

using flow::Action;
using flow::Step;

constexpr std::int64_t kPortalLimit = 9'500'000;  // design 5

TEST(ApplyVisit, EndsWithFilesAReceiptAndAPageAndLeavesNothingOnTheDesk) {
  Folder folder;
  DeskVisit visit(folder.path());
  visit.scanned = {"registry", "tax_certificate"};
  ASSERT_TRUE(visit.open()) << visit.trouble();
  ASSERT_TRUE(visit.start()) << visit.trouble();
  ASSERT_TRUE(visit.walk_to(Step::Done)) << visit.trouble();

  const ApplicationId application = *visit.model().application;
  const std::string reception = visit.model().reception.text;
  const flow::ImageId slip_picture = visit.model().print.picture;
  EXPECT_EQ(visit.model().answers.phone.proof, flow::PhoneProof::Sms);
  EXPECT_EQ(visit.model().print.phase, flow::PrintPhase::Printed);
  ASSERT_EQ(visit.model().link.phase, flow::LinkPhase::Sent);

  // The files, as the portal would take them.
  const auto files = visit.store().files(application);
  ASSERT_TRUE(files);
  ASSERT_EQ(files->size(), 2U);
  for (const store::File& file : *files) {
    SCOPED_TRACE(file.name);
    const auto bytes = visit.store().file_bytes(file.id);
    ASSERT_TRUE(bytes);
    EXPECT_LE(file.bytes, kPortalLimit);
    EXPECT_EQ(static_cast<std::int64_t>(bytes->size()), file.bytes);
    const std::string copy = folder.path() + "/copy.pdf";
    write_file(copy, bytes->reveal());
    const Output checked = run("qpdf --check '" + copy + "'");
    EXPECT_EQ(checked.status, 0) << checked.text;
  }
  EXPECT_EQ(visit.model().answers.papers.at("registry").pages, 2);

  // The slip as it came out of the printer: its code holds the address of the page and nothing else.
  const std::string slip = visit.newest_slip();
  ASSERT_FALSE(slip.empty());
  const Output code = run("zbarimg -q --raw '" + slip + "'");
  EXPECT_EQ(code.text, visit.model().link.address + "\n");
  EXPECT_NE(visit.model().link.address.find(visit.token()), std::string::npos);

  // The page: checklist for who has the slip, files only for who has the grant, once.
  ASSERT_FALSE(visit.model().link.grant.empty());
  const auto phone = read_as_phone(visit.model().link.address, visit.model().link.grant, reception);
  ASSERT_TRUE(phone) << phone.error().message();
  EXPECT_EQ(phone->files, 2);

  // The one door out.
  ASSERT_NE(visit.runner().images().find(slip_picture), nullptr);
  bool told = false;
  visit.runner().on_end = [&] { told = true; };
  visit.press(Action::Next);
  visit.flush();
  EXPECT_TRUE(told);
  EXPECT_EQ(visit.model().step, Step::Attract);
  EXPECT_FALSE(visit.model().application);
  EXPECT_TRUE(visit.model().reception.text.empty());
  EXPECT_FALSE(visit.model().answers.consented);
  EXPECT_TRUE(visit.model().answers.phone.number.empty());
  EXPECT_FALSE(visit.model().answers.token);
  EXPECT_TRUE(visit.model().link.address.empty());
  EXPECT_TRUE(visit.model().link.grant.empty());
  EXPECT_EQ(visit.runner().images().find(slip_picture), nullptr);

  const auto record = visit.store().application(application);
  ASSERT_TRUE(record);
  EXPECT_EQ(record->state, store::VisitState::Finished);
  EXPECT_EQ(record->phone_proof, store::PhoneProof::Sms);
  const auto audit = visit.store().verify_audit();
  ASSERT_TRUE(audit);
  EXPECT_FALSE(audit->first_broken) << audit->reason;
}

TEST(ApplyVisit, LookingOnlyStoresNothingAndPrintsASlipWithoutACode) {
  Folder folder;
  DeskVisit visit(folder.path());
  ASSERT_TRUE(visit.open()) << visit.trouble();
  visit.press(Action::LookUp);
  ASSERT_TRUE(visit.settle());
  ASSERT_TRUE(visit.walk_to(Step::Done)) << visit.trouble();
  EXPECT_EQ(visit.model().print.phase, flow::PrintPhase::Printed);
  const std::string slip = visit.newest_slip();
  ASSERT_FALSE(slip.empty());
  EXPECT_EQ(run("zbarimg -q --raw '" + slip + "'").text, "");
  visit.press(Action::Next);
  visit.flush();
  EXPECT_EQ(visit.model().step, Step::Attract);
  const auto records = visit.store().applications();
  ASSERT_TRUE(records);
  EXPECT_TRUE(records->empty());
  const auto waiting = visit.store().waiting();
  ASSERT_TRUE(waiting);
  EXPECT_TRUE(waiting->empty());
}

// In the first version the pages of the first scan were kept and stood before the new ones in the file.
TEST(ApplyVisit, APaperScannedASecondTimeReplacesTheFirst) {
  Folder folder;
  DeskVisit visit(folder.path());
  ASSERT_TRUE(visit.open()) << visit.trouble();
  ASSERT_TRUE(visit.start()) << visit.trouble();
  ASSERT_TRUE(visit.walk_to(Step::Papers)) << visit.trouble();
  for (int time = 1; time <= 2; ++time) {
    SCOPED_TRACE(time);
    visit.send(flow::PaperChosen{"registry"});
    ASSERT_EQ(visit.model().step, Step::Coach);
    ASSERT_TRUE(visit.walk_to(Step::IssueDate)) << visit.trouble();
    EXPECT_EQ(visit.model().scan.pages.size(), 2U);
    ASSERT_TRUE(visit.answer_step()) << visit.trouble();
    ASSERT_EQ(visit.model().step, Step::Papers);
    EXPECT_EQ(visit.model().answers.papers.at("registry").pages, 2);
    const auto files = visit.store().files(*visit.model().application);
    ASSERT_TRUE(files);
    EXPECT_EQ(files->size(), 1U);
    const auto pages = visit.store().pages(*visit.model().application);
    ASSERT_TRUE(pages);
    EXPECT_EQ(pages->size(), 2U);
  }
}

// One bad page is fed again alone: it takes its old place and the others stay.
TEST(ApplyVisit, APageFedAgainTakesItsPlace) {
  Folder folder;
  DeskVisit visit(folder.path());
  ASSERT_TRUE(visit.open()) << visit.trouble();
  ASSERT_TRUE(visit.start()) << visit.trouble();
  ASSERT_TRUE(visit.walk_to(Step::Scanned)) << visit.trouble();
  const auto before = visit.store().pages(*visit.model().application);
  ASSERT_TRUE(before);
  ASSERT_EQ(before->size(), 2U);
  visit.send(flow::PageAgainChosen{2});
  ASSERT_TRUE(visit.settle()) << visit.trouble();
  ASSERT_EQ(visit.model().step, Step::Scanned);
  EXPECT_EQ(visit.model().scan.pages.size(), 2U);
  const auto after = visit.store().pages(*visit.model().application);
  ASSERT_TRUE(after);
  ASSERT_EQ(after->size(), 2U);
  EXPECT_EQ((*after)[0].id, (*before)[0].id);
  EXPECT_NE((*after)[1].id, (*before)[1].id);
  // The same sheet again: about as many bytes as before, not those of the other sheet.
  EXPECT_EQ((*after)[1].bytes, (*before)[1].bytes);
  ASSERT_TRUE(visit.walk_to(Step::Papers)) << visit.trouble();
  EXPECT_EQ(visit.model().answers.papers.at("registry").pages, 2);
}

// What is pressed away before its first page was told must not come back in the next scan.
TEST(ApplyVisit, APageStoredWhileTheScanWasCancelledDoesNotComeBack) {
  Folder folder;
  DeskVisit visit(folder.path());
  ASSERT_TRUE(visit.open()) << visit.trouble();
  ASSERT_TRUE(visit.start()) << visit.trouble();
  ASSERT_TRUE(visit.walk_to(Step::Papers)) << visit.trouble();
  visit.send(flow::PaperChosen{"registry"});
  write_file(visit.tray() + "/fault", "2 50 STALL");
  visit.press(Action::Next);
  const ApplicationId application = *visit.model().application;
  // Page 1 is stored, but its word is left in the inbox: the store is looked at without pumping.
  ASSERT_TRUE(visit.wait_until("page 2 under way", [](const flow::Model& m) { return m.scan.page == 2 || !m.scan.pages.empty(); }));
  visit.press(Action::CancelScan);
  ASSERT_TRUE(visit.settle()) << visit.trouble();
  visit.flush();
  const auto pages = visit.store().pages(application);
  ASSERT_TRUE(pages);
  EXPECT_TRUE(pages->empty());
  std::filesystem::remove(visit.tray() + "/fault");
  ASSERT_EQ(visit.model().step, Step::Coach);
  ASSERT_TRUE(visit.walk_to(Step::Scanned)) << visit.trouble();
  ASSERT_EQ(visit.model().scan.pages.size(), 2U);
  EXPECT_EQ(visit.model().scan.pages[0].number, 1);
  EXPECT_EQ(visit.model().scan.pages[1].number, 2);
}

}  // namespace
}  // namespace desk::shell::test
