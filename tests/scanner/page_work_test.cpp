// Page work in the helper, and a paper from the feeder to a PDF in one go.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "scanner/page_work.h"
#include "scanner/scan_to_pdf.h"
#include "tests/scanner/harness.h"

namespace desk::scanner::test {
namespace {

class PageWorkTest : public testing::Test {
 protected:
  SystemClock clock_;
  PageWork work_{{.helper = page_helper()}, clock_};
};

TEST_F(PageWorkTest, TheHelperGivesWhatTheFunctionsGive) {
  const auto page = finish_page(text_page(200, 1));
  const auto changed = work_.change(*page, {{0, 0, 500, 500}}, 1);
  ASSERT_TRUE(changed.ok());
  EXPECT_EQ(changed->jpeg, turned_page(*masked_page(*page, {{0, 0, 500, 500}}), 1)->jpeg);
  EXPECT_EQ(changed->preview.width, changed->preview.height * 297 / 210);
  const auto bundle = work_.make_pdfs({{&*page, &*changed}});
  ASSERT_TRUE(bundle.ok());
  EXPECT_EQ(bundle->files[0].bytes, make_pdfs({{&*page, &*changed}})->files[0].bytes);
  EXPECT_EQ(*work_.count_pages(bundle->files[0].bytes), 2);
  EXPECT_EQ(work_.judge_image(page->jpeg)->dpi, 200);
}

TEST_F(PageWorkTest, AFailureComesThroughWithItsCode) {
  EXPECT_EQ(work_.judge_image(Bytes(50, 'x')).error().code, StaffCode::PageUnusable);
  EXPECT_EQ(work_.count_pages(Bytes(50, 'x')).error().code, StaffCode::PdfBroken);
}

TEST_F(PageWorkTest, AHelperThatDiesOrHangsIsTold) {
  const Folder folder;
  const auto program = folder.path() / "helper";
  const PageWork strange({.helper = program.string(), .patience = std::chrono::milliseconds{300}}, clock_);
  write_file(program, "#!/bin/sh\nexit 1\n");
  chmod(program.c_str(), 0755);
  EXPECT_EQ(strange.count_pages(Bytes(5)).error().code, StaffCode::ScannerHelperDied);
  write_file(program, "#!/bin/sh\nexec sleep 60\n");
  EXPECT_EQ(strange.count_pages(Bytes(5)).error().code, StaffCode::ScannerSilent);
  // Three megabytes that nobody reads must not block for ever either.
  EXPECT_FALSE(strange.count_pages(Bytes(3'000'000)).ok());
}

TEST_F(PageWorkTest, APaperFromTheFeederBecomesAPdf) {
  TrayDesk desk;
  desk.put_sheets(2);
  int last = 0;
  const auto document = scan_to_pdf(*desk.scanner, work_, {.device = "desk:tray", .dpi = 300}, {}, [&](const Progress& progress) { last = progress.page; });
  ASSERT_TRUE(document.ok()) << document.error().message();
  EXPECT_EQ(document->pages.size(), 2U);
  ASSERT_EQ(document->bundle.files.size(), 1U);
  EXPECT_EQ(*pdf_page_count(document->bundle.files[0].bytes), 2);
  EXPECT_EQ(last, 2);
  EXPECT_EQ(scan_to_pdf(*desk.scanner, work_, {.device = "desk:tray"}).error().code, StaffCode::ScannerEmpty);
  EXPECT_EQ(devices_now(*desk.scanner)->size(), 1U);
}

}  // namespace
}  // namespace desk::scanner::test
