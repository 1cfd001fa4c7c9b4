#include "data/base/sqlite_database.h"
#include "tests/store/store_fixture.h"

namespace desk::store {
namespace {

class DamageTest : public StoreTest {
 protected:
  void bend(const std::filesystem::path& path, std::size_t at) {
    std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
    file.seekg(static_cast<std::streamoff>(at));
    const char byte = static_cast<char>(file.get() ^ 1);
    file.seekp(static_cast<std::streamoff>(at));
    file.put(byte);
  }
  void in_database(const char* name, std::string_view sql) {
    store.reset();
    {
      auto database = SqliteDatabase::open(folder.path() / "store" / name);
      ASSERT_TRUE(database);
      const auto done = database->run(sql);
      ASSERT_TRUE(done) << done.error().message();
    }
    reopen();
  }
  std::filesystem::path file_of(const std::string& blob) { return folder.path() / "store/pages" / (blob + ".sealed"); }
};

TEST_F(DamageTest, OneFlippedBitAnywhereInAPageIsNoticed) {
  const ApplicationId id = parked_with_everything();
  const std::string page = store->pages(id)->front().id;
  const std::size_t size = std::filesystem::file_size(file_of(page));
  for (std::size_t at = 0; at < size; at += 7) {
    bend(file_of(page), at);
    EXPECT_EQ(store->page_image(page).error().code, StaffCode::RecordDamaged) << at;
    bend(file_of(page), at);
  }
  EXPECT_TRUE(store->page_image(page));
}

TEST_F(DamageTest, ACutOrEmptyPageIsNoticed) {
  const ApplicationId id = parked_with_everything();
  const std::string page = store->pages(id)->front().id;
  for (std::uintmax_t size : {20u, 1u, 0u}) {
    std::filesystem::resize_file(file_of(page), size);
    EXPECT_EQ(store->page_image(page).error().code, StaffCode::RecordDamaged) << size;
  }
}

TEST_F(DamageTest, APageCannotTakeThePlaceOfAnother) {
  const ApplicationId id = parked_with_everything();
  const auto pages = store->pages(id);
  std::filesystem::copy_file(file_of(pages->at(1).id), file_of(pages->at(0).id), std::filesystem::copy_options::overwrite_existing);
  EXPECT_EQ(store->page_image(pages->at(0).id).error().code, StaffCode::RecordDamaged);
}

TEST_F(DamageTest, APageWhoseFileIsGoneIsToldAtStartAndInTheList) {
  const ApplicationId id = parked_with_everything();
  const auto before = store->pages(id);
  std::filesystem::remove(file_of(before->at(1).id));
  reopen();
  EXPECT_EQ(store->repairs().missing_files, std::vector{before->at(1).id});
  EXPECT_FALSE(store->repairs().quiet());
  EXPECT_EQ(store->audit_rows(0, 10)->back().event, AuditEvent::StoreRepaired);
  const auto pages = store->pages(id);
  EXPECT_FALSE(pages->at(0).missing);
  EXPECT_TRUE(pages->at(1).missing);
  EXPECT_EQ(store->page_image(before->at(1).id).error().code, StaffCode::RecordMissing);
  EXPECT_TRUE(store->replace_page(before->at(1).id, a_page("scanned again")));
}

TEST_F(DamageTest, FilesThatNoRowClaimsAreRemovedAtStartAndStrangersAreLeftAlone) {
  const auto pages = folder.path() / "store/pages";
  std::ofstream(pages / (std::string(32, 'b') + ".sealed")) << "unclaimed";
  std::ofstream(pages / (std::string(32, 'c') + ".part")) << "half";
  std::ofstream(pages / "README") << "the operator's own";
  reopen();
  EXPECT_EQ(store->repairs().unfinished_files, 2);
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(pages), {}), 1);
  EXPECT_TRUE(std::filesystem::exists(pages / "README"));
}

TEST_F(DamageTest, ARecordWithoutItsKeyIsToldAndKeptForStaff) {
  const ApplicationId id = parked_with_everything();
  in_database("keys.db", "DELETE FROM keys");
  EXPECT_EQ(store->repairs().without_key, std::vector{id});
  EXPECT_TRUE(store->application(id));
  EXPECT_EQ(store->answers(id).error().code, StaffCode::KeyMissing);
  EXPECT_EQ(store->phone(id).error().code, StaffCode::KeyMissing);
  EXPECT_EQ(store->save_answers(id, Secret("{}")).error().code, StaffCode::KeyMissing);
  EXPECT_EQ(store->page_image(store->pages(id)->front().id).error().code, StaffCode::KeyMissing);
  EXPECT_EQ(store->files(id).error().code, StaffCode::KeyMissing);
  EXPECT_TRUE(store->erase(id, EraseReason::Staff));
  EXPECT_TRUE(store->applications()->empty());
}

TEST_F(DamageTest, ABentRecordIsDamageAndNotACrash) {
  const ApplicationId id = parked_with_everything();
  const ApplicationId other = parked_with_everything("{}", "08011112222");
  in_database("desk.db", "UPDATE applications SET answers_sealed=x'00', phone_sealed=zeroblob(60) WHERE id='" + id.hex + "'");
  EXPECT_EQ(store->answers(id).error().code, StaffCode::RecordDamaged);
  EXPECT_EQ(store->phone(id).error().code, StaffCode::RecordDamaged);
  in_database("desk.db", "UPDATE pages SET findings_sealed=zeroblob(99); UPDATE files SET name_sealed=zeroblob(99)");
  EXPECT_EQ(store->page_findings(store->pages(id)->front().id).error().code, StaffCode::RecordDamaged);
  EXPECT_EQ(store->files(id).error().code, StaffCode::RecordDamaged);
  in_database("keys.db", "UPDATE keys SET wrapped=zeroblob(72) WHERE application='" + other.hex + "'");
  EXPECT_EQ(store->answers(other).error().code, StaffCode::RecordDamaged);
  EXPECT_TRUE(store->set_phone(id, PhoneNumber::parse("09012345678").number)) << "a damaged number can be given anew";
  EXPECT_EQ(store->phone(id)->reveal(), "09012345678");
}

TEST_F(DamageTest, AnswersCannotBeMovedToAnotherRecord) {
  const ApplicationId one = parked_with_everything("{\"who\":1}");
  const ApplicationId two = parked_with_everything("{\"who\":2}", "08011112222");
  in_database("desk.db", "UPDATE applications SET answers_sealed=(SELECT answers_sealed FROM applications WHERE id='" + one.hex +
                             "') WHERE id='" + two.hex + "'");
  EXPECT_EQ(store->answers(two).error().code, StaffCode::RecordDamaged);
}

}  // namespace
}  // namespace desk::store
