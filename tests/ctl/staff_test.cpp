// desk-ctl staff: PINs from a file, never from the command line; weak and double ones are refused; unlocking is a word in the list.
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "auth/pin_list.h"
#include "data/base/crypto.h"
#include "tests/ctl/calling.h"
#include "tests/store/store_fixture.h"

namespace desk::ctl::test {
namespace {

class StaffCalls : public testing::Test {
 protected:
  [[nodiscard]] std::string list() const { return folder_.path() / "staff-pins"; }
  [[nodiscard]] Outcome call(std::vector<std::string> words) const {
    words.insert(words.end(), {"--list", list(), "--json"});
    return test::run(words, clock_);
  }
  [[nodiscard]] Outcome set(const std::string& name, const std::string& pin) const {
    std::ofstream(folder_.path() / "pin") << pin << "\n";
    return call({"staff", "set", name, "--pin-file", folder_.path() / "pin"});
  }
  [[nodiscard]] std::string text() const {
    std::ostringstream out;
    out << std::ifstream(list()).rdbuf();
    return out.str();
  }
  store::TemporaryFolder folder_;
  FakeClock clock_;
};

TEST_F(StaffCalls, APinIsKeptAsItsHashAndNamesItsOwner) {
  EXPECT_EQ(set("sato", "482719").exit_code, kAnswered);
  EXPECT_EQ(set("tanaka", "593806").exit_code, kAnswered);
  EXPECT_EQ(text().find("482719"), std::string::npos);
  const auto lines = auth::pin_lines(text());
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_TRUE(crypto::pin_matches(lines[0].hash, "482719"));
  const Node listed = json(call({"staff", "list"}).out);
  EXPECT_EQ(whole_at(listed, "count"), 2);
  struct stat mode {};
  ASSERT_EQ(stat(list().c_str(), &mode), 0);
  EXPECT_EQ(mode.st_mode & 07777, 0640U);
}

TEST_F(StaffCalls, WeakAndTakenPinsAreRefusedAndChangeNothing) {
  ASSERT_EQ(set("sato", "482719").exit_code, kAnswered);
  const std::string before = text();
  for (const char* pin : {"4711", "123456", "111111", "48a719", ""}) {
    const Outcome refused = set("tanaka", pin);
    EXPECT_EQ(refused.exit_code, kBadInput) << pin;
    EXPECT_NE(refused.err.find("pin_file"), std::string::npos) << refused.err;
  }
  EXPECT_EQ(set("tanaka", "482719").exit_code, kBadInput) << "one PIN, one person";
  EXPECT_EQ(set("a:b", "593806").exit_code, kBadInput);
  EXPECT_EQ(text(), before);
  EXPECT_EQ(set("sato", "482719").exit_code, kAnswered) << "the same person may say it again";
}

TEST_F(StaffCalls, RemovingAndUnlocking) {
  ASSERT_EQ(set("sato", "482719").exit_code, kAnswered);
  EXPECT_EQ(call({"staff", "remove", "nobody"}).exit_code, kBadInput);
  EXPECT_EQ(call({"staff", "unlock"}).exit_code, kAnswered);
  EXPECT_EQ(auth::unlocked_at(text()), clock_.wall());
  EXPECT_EQ(call({"staff", "remove", "sato"}).exit_code, kAnswered);
  EXPECT_TRUE(auth::pin_lines(text()).empty());
  EXPECT_EQ(auth::unlocked_at(text()), clock_.wall());
}

}  // namespace
}  // namespace desk::ctl::test
