// A secret's file and a list that is replaced: who may read them, and what is left when writing fails.
#include "data/base/durable_file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace desk {
namespace {

namespace fs = std::filesystem;

class DurableFile : public ::testing::Test {
 protected:
  DurableFile() : folder_(fs::temp_directory_path() / ("desk-durable-" + std::to_string(getpid()))), path_(folder_ / "list") {
    fs::create_directories(folder_);
  }
  ~DurableFile() override { fs::remove_all(folder_); }

  [[nodiscard]] std::string text() const {
    std::ifstream file(path_, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  [[nodiscard]] mode_t mode() const {
    struct stat status {};
    EXPECT_EQ(::stat(path_.c_str(), &status), 0);
    return status.st_mode & 07777;
  }
  [[nodiscard]] std::vector<std::string> names() const {
    std::vector<std::string> all;
    for (const auto& entry : fs::directory_iterator(folder_)) all.push_back(entry.path().filename());
    return all;
  }

  fs::path folder_, path_;
};

TEST_F(DurableFile, ASecretIsForItsOwnerAloneWhateverTheUmask) {
  const mode_t before = ::umask(0);
  const Done made = make_private_file(path_, "desk:secret\n", StaffCode::ConfigBroken);
  ::umask(before);
  ASSERT_TRUE(made) << made.error().message();
  EXPECT_EQ(mode(), 0600U);
  EXPECT_EQ(text(), "desk:secret\n");
}

TEST_F(DurableFile, ASecretThatIsThereAlreadyStaysAsItIs) {
  ASSERT_TRUE(make_private_file(path_, "first", StaffCode::ConfigBroken));
  const Done again = make_private_file(path_, "second", StaffCode::ConfigBroken);
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().code, StaffCode::ConfigBroken);
  EXPECT_EQ(again.error().where, path_);
  EXPECT_EQ(text(), "first");
}

TEST_F(DurableFile, AReplacedListKeepsTheModeThatTheOperatorGave) {
  ASSERT_TRUE(replace_file(path_, "one", 0640, StaffCode::StoreUnavailable));
  EXPECT_EQ(mode(), 0640U);
  fs::permissions(path_, fs::perms{0604});
  ASSERT_TRUE(replace_file(path_, "two", 0640, StaffCode::StoreUnavailable));
  EXPECT_EQ(mode(), 0604U);
  EXPECT_EQ(text(), "two");
}

TEST_F(DurableFile, WhatAnInterruptedRunLeftDoesNotStandInTheWay) {
  std::ofstream(path_.string() + ".new") << "half of it";
  ASSERT_TRUE(replace_file(path_, "whole", 0640, StaffCode::StoreUnavailable));
  EXPECT_EQ(text(), "whole");
  EXPECT_EQ(names(), std::vector<std::string>{"list"});
}

TEST_F(DurableFile, AListThatCannotBeReplacedStaysAndNothingIsLeftBesideIt) {
  fs::create_directories(path_ / "a folder has its name");
  const Done done = replace_file(path_, "text", 0640, StaffCode::StoreUnavailable);
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, StaffCode::StoreUnavailable);
  EXPECT_TRUE(fs::is_directory(path_));
  EXPECT_EQ(names(), std::vector<std::string>{"list"});
}

TEST_F(DurableFile, AFolderThatIsNotThereIsAFailureWithTheSystemsReason) {
  const Done done = replace_file(folder_ / "none" / "list", "text", 0640, StaffCode::StoreUnavailable);
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().reason, "No such file or directory");
}

}  // namespace
}  // namespace desk
