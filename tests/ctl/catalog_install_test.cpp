// From a key to an installed release, by the operator's own words; what refuses says its staff code and exits 1.
#include <sys/stat.h>

#include "data/catalog/installed.h"
#include "tests/catalog/release_folder.h"
#include "tests/ctl/calling.h"

namespace desk::ctl {
namespace {

using namespace test;

class Catalogue : public ::testing::Test {
 protected:
  Catalogue() {
    catalog::test::copy_packs(folder_);
    EXPECT_EQ(call({"keygen", key_}).exit_code, kAnswered);
  }
  [[nodiscard]] Outcome call(std::vector<std::string> words) const {
    words.insert(words.begin(), "catalog");
    words.push_back("--json");
    return run(words, clock_);
  }
  [[nodiscard]] Outcome sign() const { return call({"sign", folder_, "--key", key_}); }
  [[nodiscard]] Outcome install() const { return call({"install", folder_, "--into", into_, "--public-key", key_ + ".pub"}); }
  void expect_refused(const Outcome& outcome, const std::string& code, const std::string& reason) const {
    EXPECT_EQ(outcome.exit_code, kCouldNot) << reason;
    EXPECT_EQ(outcome.out, "");
    EXPECT_NE(outcome.err.find(code), std::string::npos) << outcome.err;
    EXPECT_NE(outcome.err.find(reason), std::string::npos) << outcome.err;
  }
  // The desk.toml of a desk that keeps its releases in `into_` and trusts `key_`.
  [[nodiscard]] std::string desk_toml() const {
    const std::string file = temporary_.at("desk.toml");
    catalog::test::write(file, "[site]\nname = \"x\"\n[store]\ndirectory = \"/s\"\nsite_key_file = \"/k\"\n[auth]\nsocket = \"/a\"\nsecret_file = \"/b\"\n"
                               "[gateway]\nkind = \"console\"\n[printer]\ntarget = \"usb:/dev/usb/lp0\"\n[catalog]\ndirectory = \"" +
                                   into_ + "\"\npublic_keys = [\"" + key_ + ".pub\"]\n");
    return file;
  }

  catalog::test::TemporaryFolder temporary_;
  std::string folder_ = temporary_.at("release"), into_ = temporary_.at("desk"), key_ = temporary_.at("release.key");
  FakeClock clock_{from_jst({make_date(2026, 11, 22), 9 * 60})};
};

TEST_F(Catalogue, IsSignedVerifiedInstalledAndGoneBackFrom) {
  const Outcome first = sign();
  ASSERT_EQ(first.exit_code, kAnswered) << first.err;
  EXPECT_EQ(whole_at(json(first.out), "serial"), 1);
  EXPECT_EQ(text_at(json(first.out), "created"), "2026-11-22");
  EXPECT_GT(whole_at(json(first.out), "cases"), 10);
  const Outcome verified = call({"verify", folder_, "--public-key", key_ + ".pub"});
  ASSERT_EQ(verified.exit_code, kAnswered) << verified.err;
  EXPECT_EQ(whole_at(json(verified.out), "serial"), 1);

  const Outcome installed = install();
  ASSERT_EQ(installed.exit_code, kAnswered) << installed.err;
  EXPECT_EQ(whole_at(json(installed.out), "active"), 1);
  EXPECT_TRUE(json(installed.out).find("before")->is_null());
  ASSERT_EQ(sign().exit_code, kAnswered);
  const Outcome second = install();
  ASSERT_EQ(second.exit_code, kAnswered) << second.err;
  EXPECT_EQ(whole_at(json(second.out), "before"), 1);

  const Outcome back = call({"back", "--into", into_, "--public-key", key_ + ".pub"});
  ASSERT_EQ(back.exit_code, kAnswered) << back.err;
  EXPECT_EQ(whole_at(json(back.out), "active"), 1);
  // What was installed is what calls are answered from.
  const Outcome check = call({"check", *catalog::active_folder(into_)});
  EXPECT_EQ(check.exit_code, kAnswered) << check.out;
}

TEST_F(Catalogue, IsInstalledWhereTheConfigurationSaysAndByTheKeysItTrusts) {
  ASSERT_EQ(sign().exit_code, kAnswered);
  const std::string config = desk_toml();
  const Outcome installed = call({"install", folder_, "--config", config});
  ASSERT_EQ(installed.exit_code, kAnswered) << installed.err;
  EXPECT_EQ(text_at(json(installed.out), "into"), into_);
  EXPECT_EQ(call({"verify", folder_, "--config", config}).exit_code, kAnswered);
}

TEST_F(Catalogue, WithAGoldenCaseThatFailsIsNeitherSignedNorInstalled) {
  ASSERT_EQ(sign().exit_code, kAnswered);
  ASSERT_EQ(install().exit_code, kAnswered);
  const auto before = catalog::test::picture_of(into_);
  const std::string golden = folder_ + "/2026/golden.toml";
  catalog::test::write(golden, catalog::test::read(golden) + "\n[[case]]\nid = \"WRONG\"\ncall = \"estimate\"\n"
                                                             "input = { frame = \"normal\", cost = 100000 }\nexpect = { subsidy = 50001 }\n");
  expect_refused(sign(), "SC-103", "WRONG: subsidy: expected 50001, got 50000");
  // Signed by hand all the same, as a maker without this program could: the desk runs the cases itself.
  const auto key = catalog::load_secret_key(key_);
  ASSERT_TRUE(key);
  ASSERT_TRUE(catalog::sign_release(folder_, *key, std::nullopt, make_date(2026, 11, 22)));
  const Outcome outcome = install();
  expect_refused(outcome, "SC-103", "WRONG: subsidy");
  EXPECT_NE(outcome.err.find(folder_ + "/2026/golden.toml:"), std::string::npos) << "the place as the operator knows it: " << outcome.err;
  EXPECT_EQ(catalog::test::picture_of(into_), before);
}

TEST_F(Catalogue, ByAStrangerTamperedWithOrAgainIsRefusedWithItsCode) {
  ASSERT_EQ(sign().exit_code, kAnswered);
  ASSERT_EQ(install().exit_code, kAnswered);
  const auto before = catalog::test::picture_of(into_);
  expect_refused(install(), "SC-111", "its serial 1");
  const std::string stranger = temporary_.at("stranger");
  ASSERT_EQ(call({"keygen", stranger}).exit_code, kAnswered);
  expect_refused(call({"verify", folder_, "--public-key", stranger + ".pub"}), "SC-109", "none of the trusted keys");
  expect_refused(call({"install", folder_, "--into", into_, "--public-key", stranger + ".pub"}), "SC-109", "none of the trusted keys");
  catalog::test::write(folder_ + "/extra.toml", "x");
  expect_refused(install(), "SC-110", "is not in the manifest");
  EXPECT_EQ(catalog::test::picture_of(into_), before);
}

TEST_F(Catalogue, KeysComeFromFilesOfTheRightKindOnly) {
  ASSERT_EQ(chmod(key_.c_str(), 0644), 0);
  expect_refused(sign(), "SC-114", "0600");
  expect_refused(call({"sign", folder_, "--key", key_ + ".pub"}), "SC-114", "32 bytes");
  expect_refused(call({"keygen", key_}), "SC-114", "never overwritten");
  ASSERT_EQ(chmod(key_.c_str(), 0600), 0);
  ASSERT_EQ(sign().exit_code, kAnswered);
  expect_refused(call({"verify", folder_, "--public-key", key_}), "SC-114", "64 hex digits");
}

TEST_F(Catalogue, WithoutTheKeysThatItNeedsACallIsBadInput) {
  for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{
           {"sign", folder_}, {"verify"}, {"install", temporary_.at("nowhere"), "--into", into_}, {"keygen"},
           {"verify", folder_, "--config", temporary_.at("no.toml")}, {"sign", folder_, "--key", key_, "--serial", "0"}}) {
    EXPECT_EQ(call(words).exit_code, kBadInput) << words[0];
  }
}

}  // namespace
}  // namespace desk::ctl
