// A store in a folder of its own that goes with the test, and the few things every test of it says.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "data/base/clock.h"
#include "data/base/crypto.h"
#include "data/store/store.h"

namespace desk::store {

class TemporaryFolder {
 public:
  // In memory where that is possible: the tests kill processes, not the machine, so what fsync waits for is not what they are about.
  TemporaryFolder()
      : path_((access("/dev/shm", W_OK) == 0 ? std::filesystem::path("/dev/shm") : std::filesystem::temp_directory_path()) /
              ("desk-store-" + crypto::new_application_id().hex)) {
    std::filesystem::create_directory(path_);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

inline std::string slurp(const std::filesystem::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

// The files below `folder` whose raw bytes contain `needle`.
inline std::vector<std::string> files_with(const std::filesystem::path& folder, std::string_view needle) {
  std::vector<std::string> found;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file() && slurp(entry.path()).find(needle) != std::string::npos) found.push_back(entry.path().filename());
  }
  return found;
}

inline std::span<const unsigned char> as_bytes(std::string_view text) {
  return {reinterpret_cast<const unsigned char*>(text.data()), text.size()};
}

inline NewPage a_page(std::string_view image, std::string kind = "registry_full") {
  return {std::move(kind), 2480, 3508, 300, as_bytes(image), R"({"legible":true})"};
}

class StoreTest : public ::testing::Test {
 protected:
  void SetUp() override { reopen(); }

  [[nodiscard]] StoreOptions options() const {
    StoreOptions out;
    out.directory = folder.path() / "store";
    out.site_key_file = folder.path() / "site.key";
    return out;
  }
  void reopen() { reopen(options()); }
  void reopen(const StoreOptions& wanted) {
    store.reset();
    auto opened = open_sqlite_store(wanted, clock);
    ASSERT_TRUE(opened) << opened.error().message();
    store = std::move(*opened);
  }

  ApplicationId fresh() {
    const auto made = store->create({2026, "full", false});
    EXPECT_TRUE(made);
    return made ? made->id : ApplicationId{};
  }
  // A record as it stands after a slip was printed: answers, a proved number, two pages, a PDF, a link.
  ApplicationId parked_with_everything(std::string_view answers = R"({"name":"髙﨑 邦子"})", std::string_view phone = "09012345678") {
    const ApplicationId id = fresh();
    EXPECT_TRUE(store->save_answers(id, Secret(answers)));
    EXPECT_TRUE(store->set_phone(id, PhoneNumber::parse(phone).number));
    EXPECT_TRUE(store->set_phone_proof(id, PhoneProof::Sms));
    EXPECT_TRUE(store->add_page(id, a_page("first page of the registry")));
    EXPECT_TRUE(store->add_page(id, a_page("second page of the registry")));
    EXPECT_TRUE(store->put_file(id, "01_履歴事項全部証明書_髙﨑商店.pdf", as_bytes("%PDF-1.7 the registry")));
    EXPECT_TRUE(store->add_link(id, crypto::new_link_token(), {clock.wall().seconds + 7 * 86400}));
    EXPECT_TRUE(store->park(id));
    return id;
  }
  [[nodiscard]] StaffCode code_of(const Failure& failure) const { return failure.code; }

  TemporaryFolder folder;
  FakeClock clock{from_jst({make_date(2026, 9, 17), 14 * 60})};
  std::unique_ptr<Store> store;
};

}  // namespace desk::store
