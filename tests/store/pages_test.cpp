#include "tests/store/store_fixture.h"

namespace desk::store {
namespace {

class PagesTest : public StoreTest {};

std::vector<std::string> pictures(Store& store, const ApplicationId& id) {
  std::vector<std::string> out;
  const auto pages = store.pages(id);
  for (const Page& page : *pages) {
    out.push_back(page.kind + std::to_string(page.index) + "=" + std::string(store.page_image(page.id)->reveal()));
  }
  return out;
}

TEST_F(PagesTest, AreKeptInTheOrderOfThePapers) {
  const ApplicationId id = fresh();
  ASSERT_TRUE(store->add_page(id, a_page("r-one", "registry_full")));
  ASSERT_TRUE(store->add_page(id, a_page("t-one", "tax_1")));
  ASSERT_TRUE(store->add_page(id, a_page("r-two", "registry_full")));
  EXPECT_EQ(pictures(*store, id), (std::vector<std::string>{"registry_full0=r-one", "registry_full1=r-two", "tax_10=t-one"}));
  EXPECT_EQ(store->application(id)->pages, 3);
}

TEST_F(PagesTest, SurviveWithTheirMeasuresAndFindings) {
  const ApplicationId id = fresh();
  const std::string image("\xFF\xD8\xFF\x00jpeg\0bytes", 14);
  const auto added = store->add_page(id, {"tax_1", 1654, 2339, 200, as_bytes(image), R"({"number":"1234"})"});
  ASSERT_TRUE(added);
  reopen();
  const auto pages = store->pages(id);
  ASSERT_EQ(pages->size(), 1u);
  const Page& page = pages->front();
  EXPECT_EQ(page.id, added->id);
  EXPECT_EQ(page.width, 1654);
  EXPECT_EQ(page.height, 2339);
  EXPECT_EQ(page.dpi, 200);
  EXPECT_EQ(page.bytes, 14);
  EXPECT_EQ(page.stored, clock.wall());
  EXPECT_FALSE(page.missing);
  EXPECT_EQ(store->page_image(page.id)->reveal(), image);
  EXPECT_EQ(store->page_findings(page.id)->reveal(), R"({"number":"1234"})");
}

TEST_F(PagesTest, AnEmptyPictureIsStillAPage) {
  const ApplicationId id = fresh();
  const auto page = store->add_page(id, {"tax_1", 0, 0, 0, {}, {}});
  ASSERT_TRUE(page);
  EXPECT_TRUE(store->page_image(page->id)->empty());
  EXPECT_TRUE(store->page_findings(page->id)->empty());
}

TEST_F(PagesTest, ABadPageIsReplacedInItsPlaceAndTheOldPictureIsGone) {
  const ApplicationId id = fresh();
  const auto first = store->add_page(id, a_page("blurred"));
  ASSERT_TRUE(store->add_page(id, a_page("second")));
  const auto better = store->replace_page(first->id, a_page("sharp"));
  ASSERT_TRUE(better);
  EXPECT_NE(better->id, first->id);
  EXPECT_EQ(pictures(*store, id), (std::vector<std::string>{"registry_full0=sharp", "registry_full1=second"}));
  EXPECT_EQ(store->page_image(first->id).error().code, StaffCode::RecordMissing);
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "store/pages" / (first->id + ".sealed")));
  EXPECT_EQ(store->replace_page(better->id, a_page("x", "tax_1")).error().code, StaffCode::BadInput);
  EXPECT_EQ(store->replace_page(first->id, a_page("x")).error().code, StaffCode::RecordMissing);
}

TEST_F(PagesTest, ARemovedPageClosesTheGapOfItsKindOnly) {
  const ApplicationId id = fresh();
  const auto one = store->add_page(id, a_page("one"));
  ASSERT_TRUE(store->add_page(id, a_page("two")));
  ASSERT_TRUE(store->add_page(id, a_page("tax", "tax_1")));
  ASSERT_TRUE(store->remove_page(one->id));
  EXPECT_EQ(pictures(*store, id), (std::vector<std::string>{"registry_full0=two", "tax_10=tax"}));
  ASSERT_TRUE(store->add_page(id, a_page("three")));
  EXPECT_EQ(pictures(*store, id), (std::vector<std::string>{"registry_full0=two", "registry_full1=three", "tax_10=tax"}));
  EXPECT_EQ(store->remove_page(one->id).error().code, StaffCode::RecordMissing);
  EXPECT_EQ(store->remove_page("../site.key").error().code, StaffCode::RecordMissing);
}

TEST_F(PagesTest, FilesKeepNameSizeAndOrderAndTheSameNameReplaces) {
  const ApplicationId id = fresh();
  ASSERT_TRUE(store->put_file(id, "01_履歴.pdf", as_bytes("%PDF one")));
  ASSERT_TRUE(store->put_file(id, "02_納税.pdf", as_bytes("%PDF two")));
  ASSERT_TRUE(store->put_file(id, "01_履歴.pdf", as_bytes("%PDF one, again")));
  auto files = store->files(id);
  ASSERT_EQ(files->size(), 2u);
  EXPECT_EQ(files->at(0).name, "02_納税.pdf");
  EXPECT_EQ(files->at(1).name, "01_履歴.pdf");
  EXPECT_EQ(files->at(1).bytes, 15);
  EXPECT_EQ(store->file_bytes(files->at(1).id)->reveal(), "%PDF one, again");
  EXPECT_TRUE(files_with(folder.path(), "履歴").empty()) << "a file name holds the firm's name";
  ASSERT_TRUE(store->remove_files(id));
  EXPECT_TRUE(store->files(id)->empty());
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path() / "store/pages"), {}), 0);
  EXPECT_EQ(store->put_file(id, "", as_bytes("x")).error().code, StaffCode::BadInput);
}

TEST_F(PagesTest, ScanningAgainLaterKeepsTheScansSevenDaysFromThen) {
  const ApplicationId id = fresh();
  ASSERT_TRUE(store->add_page(id, a_page("one")));
  EXPECT_EQ(store->application(id)->scans_until, make_date(2026, 9, 24));
  clock.advance(std::chrono::hours{72});
  ASSERT_TRUE(store->add_page(id, a_page("two")));
  EXPECT_EQ(store->application(id)->scans_until, make_date(2026, 9, 27));
  ASSERT_TRUE(store->set_target_deadline(id, make_date(2026, 9, 18)));
  ASSERT_TRUE(store->put_file(id, "a.pdf", as_bytes("x")));
  EXPECT_EQ(store->application(id)->scans_until, make_date(2026, 9, 25)) << "never longer than the answers";
}

TEST_F(PagesTest, NothingOnDiskShowsWhatIsOnAPage) {
  const ApplicationId id = fresh();
  ASSERT_TRUE(store->add_page(id, {"tax_1", 1, 1, 300, as_bytes("PICTURE-OF-MRS-TAKASAKI"), R"({"read":"FINDING-WORD"})"}));
  ASSERT_TRUE(store->put_file(id, "x.pdf", as_bytes("PDF-OF-MRS-TAKASAKI")));
  for (const char* needle : {"PICTURE-OF-MRS", "FINDING-WORD", "PDF-OF-MRS"}) EXPECT_TRUE(files_with(folder.path(), needle).empty()) << needle;
}

}  // namespace
}  // namespace desk::store
