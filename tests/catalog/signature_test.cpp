// Keys and the signature of a release: what a stranger, a slip of the hand or a bad stick can do to a folder, and that it is found.
#include "data/catalog/signature.h"

#include <sys/stat.h>

#include "tests/catalog/release_folder.h"

namespace desk::catalog {
namespace {

using namespace test;

class SignedFolder : public ::testing::Test {
 protected:
  SignedFolder() {
    fs::create_directories(folder() + "/2026");
    write(folder() + "/holidays.toml", "format = 1\n");
    write(folder() + "/2026/pack.toml", "format = 1\nyear = 2026\n");
    write(folder() + "/2026/golden.toml", "[[case]]\n");
  }
  [[nodiscard]] std::string folder() const { return temporary_.at("release"); }
  void sign(std::optional<std::int64_t> serial = std::nullopt) {
    const auto manifest = sign_release(folder(), key_, serial, make_date(2026, 11, 22));
    ASSERT_TRUE(manifest) << manifest.error().message();
    manifest_ = *manifest;
  }
  [[nodiscard]] Result<Release> verified() const { return read_release(folder(), {crypto::public_key_of(key_)}); }
  // The complaint about the folder as it now is.
  void expect_refused(StaffCode code, const std::string& where, const std::string& reason) const {
    const auto release = verified();
    ASSERT_FALSE(release) << "taken, though " << reason;
    EXPECT_EQ(release.error().code, code) << release.error().message();
    EXPECT_EQ(release.error().where, where.empty() ? folder() : folder() + "/" + where) << release.error().message();
    EXPECT_NE(release.error().reason.find(reason), std::string::npos) << release.error().message();
  }

  TemporaryFolder temporary_;
  crypto::Key key_ = crypto::Key::random();
  Manifest manifest_;
};

TEST_F(SignedFolder, IsTakenAsItIsAndSaysWhatItHolds) {
  sign();
  const auto release = verified();
  ASSERT_TRUE(release) << release.error().message();
  EXPECT_EQ(release->manifest.serial, 1);
  EXPECT_EQ(release->manifest.created, make_date(2026, 11, 22));
  ASSERT_EQ(release->manifest.files.size(), 3U);
  EXPECT_EQ(release->manifest.files[0].path, "2026/golden.toml");
  EXPECT_EQ(release->contents.at("2026/pack.toml"), "format = 1\nyear = 2026\n");
}

TEST_F(SignedFolder, EverySigningCountsOnUnlessTheSerialIsSaid) {
  sign();
  sign();
  EXPECT_EQ(manifest_.serial, 2);
  sign(40);
  EXPECT_EQ(manifest_.serial, 40);
  sign();
  EXPECT_EQ(manifest_.serial, 41);
  EXPECT_TRUE(verified());
}

TEST_F(SignedFolder, ASerialThatCannotBeReadHasToBeSaid) {
  write(folder() + "/manifest.toml", "serial = seventeen\n");
  EXPECT_FALSE(sign_release(folder(), key_, std::nullopt, make_date(2026, 11, 22)));
  sign(18);
  EXPECT_EQ(manifest_.serial, 18);
}

TEST_F(SignedFolder, TheManifestReadsBackAsItWasWritten) {
  sign(17);
  const auto again = parse_manifest(to_toml(manifest_), "manifest.toml");
  ASSERT_TRUE(again) << again.error().message();
  EXPECT_EQ(to_toml(*again), to_toml(manifest_));
}

TEST_F(SignedFolder, NeverSignedIsRefused) { expect_refused(StaffCode::CatalogSignature, "manifest.toml", "never signed"); }

TEST_F(SignedFolder, WithoutItsSignatureIsRefused) {
  sign();
  fs::remove(folder() + "/manifest.sig");
  expect_refused(StaffCode::CatalogSignature, "manifest.sig", "never signed");
}

TEST_F(SignedFolder, WithASignatureThatIsNoneIsRefused) {
  sign();
  write(folder() + "/manifest.sig", "trust me\n");
  expect_refused(StaffCode::CatalogSignature, "manifest.sig", "128 hex digits");
}

TEST_F(SignedFolder, SignedBySomebodyElseIsRefused) {
  sign();
  const auto release = read_release(folder(), {crypto::public_key_of(crypto::Key::random())});
  ASSERT_FALSE(release);
  EXPECT_EQ(release.error().code, StaffCode::CatalogSignature);
}

TEST_F(SignedFolder, IsTakenByEitherOfTwoTrustedKeysWhileOneIsBeingReplaced) {
  sign();
  const auto other = crypto::public_key_of(crypto::Key::random());
  EXPECT_TRUE(read_release(folder(), {other, crypto::public_key_of(key_)}));
  EXPECT_TRUE(read_release(folder(), {crypto::public_key_of(key_), other}));
}

TEST_F(SignedFolder, ADeskThatTrustsNobodyTakesNothing) {
  sign();
  const auto release = read_release(folder(), {});
  ASSERT_FALSE(release);
  EXPECT_NE(release.error().reason.find("no public key is trusted"), std::string::npos);
}

TEST_F(SignedFolder, AChangedManifestIsRefused) {
  sign();
  replace_in(folder() + "/manifest.toml", "serial = 1", "serial = 9");
  expect_refused(StaffCode::CatalogSignature, "manifest.sig", "the manifest was changed");
}

TEST_F(SignedFolder, AChangedFileIsRefused) {
  sign();
  replace_in(folder() + "/2026/pack.toml", "2026", "2027");
  expect_refused(StaffCode::CatalogContents, "2026/pack.toml", "is not the file that was signed");
}

TEST_F(SignedFolder, AFileCutShortIsRefused) {
  sign();
  write(folder() + "/2026/pack.toml", "format = 1\n");
  expect_refused(StaffCode::CatalogContents, "2026/pack.toml", "is not the file that was signed");
}

TEST_F(SignedFolder, AMissingFileIsRefused) {
  sign();
  fs::remove(folder() + "/2026/golden.toml");
  expect_refused(StaffCode::CatalogContents, "2026/golden.toml", "is missing");
}

TEST_F(SignedFolder, AFileMoreIsRefused) {
  sign();
  write(folder() + "/2026/pack-old.toml", "x");
  expect_refused(StaffCode::CatalogContents, "2026/pack-old.toml", "is not in the manifest");
}

TEST_F(SignedFolder, AnEditorsHiddenCopyIsRefused) {
  sign();
  write(folder() + "/2026/.pack.toml.swp", "x");
  expect_refused(StaffCode::CatalogContents, "2026/.pack.toml.swp", "a name that no file of a catalogue has");
}

TEST_F(SignedFolder, ALinkInPlaceOfAFileIsRefusedThoughItLeadsToTheSameBytes) {
  sign();
  fs::rename(folder() + "/2026/pack.toml", temporary_.at("elsewhere"));
  fs::create_symlink(temporary_.at("elsewhere"), folder() + "/2026/pack.toml");
  expect_refused(StaffCode::CatalogContents, "2026/pack.toml", "a link");
}

TEST_F(SignedFolder, ALinkInPlaceOfAFolderIsRefused) {
  sign();
  fs::rename(folder() + "/2026", temporary_.at("elsewhere"));
  fs::create_directory_symlink(temporary_.at("elsewhere"), folder() + "/2026");
  expect_refused(StaffCode::CatalogContents, "2026", "a link");
}

TEST_F(SignedFolder, APipeIsRefusedAndNotWaitedFor) {
  sign();
  ASSERT_EQ(mkfifo((folder() + "/2026/pipe.toml").c_str(), 0600), 0);
  expect_refused(StaffCode::CatalogContents, "2026/pipe.toml", "a pipe");
}

TEST_F(SignedFolder, AFileOfAnySizeIsNotReadToItsEnd) {
  sign();
  write(folder() + "/2026/pack.toml", "");
  fs::resize_file(folder() + "/2026/pack.toml", 4'000'001);
  expect_refused(StaffCode::CatalogContents, "2026/pack.toml", "larger than any file");
}

// What no signer of ours writes: a manifest signed with the right key that names files outside.
TEST_F(SignedFolder, AManifestThatNamesAPlaceOutsideIsRefusedEvenWithTheRightSignature) {
  for (const char* path : {"../outside.toml", "/etc/passwd", "2026/../../outside.toml", "2026//pack.toml", "./2026/pack.toml", "2026/", "",
                           "a/b/c/d/e.toml", "manifest.sig", "2026/pack toml"}) {
    sign(1);  // over the forged one of the round before
    Manifest manifest = manifest_;
    manifest.files = {{path, 1, std::string(64, 'a')}};
    const std::string text = to_toml(manifest);
    write(folder() + "/manifest.toml", text);
    write(folder() + "/manifest.sig", to_hex(crypto::sign(key_, text)) + "\n");
    const auto release = verified();
    ASSERT_FALSE(release) << path;
    EXPECT_EQ(release.error().code, StaffCode::CatalogContents) << path;
    EXPECT_NE(release.error().reason.find("path"), std::string::npos) << path << ": " << release.error().message();
  }
}

TEST_F(SignedFolder, AFolderThatIsNotThereIsSaidToBeSo) {
  const auto release = read_release(temporary_.at("nowhere"), {});
  ASSERT_FALSE(release);
  EXPECT_EQ(release.error().code, StaffCode::CatalogContents);
  EXPECT_EQ(release.error().where, temporary_.at("nowhere"));
}

TEST_F(SignedFolder, EmptyIsNothingToSign) {
  fs::create_directories(temporary_.at("empty"));
  EXPECT_FALSE(sign_release(temporary_.at("empty"), key_, std::nullopt, make_date(2026, 11, 22)));
}

TEST(Manifest, WhatIsNotInItsFormIsRefusedWithItsLine) {
  const std::string head = "format = 1\nserial = 3\ncreated = 2026-11-22\n";
  const std::string file = "[[file]]\npath = \"a.toml\"\nbytes = 1\nblake2b = \"" + std::string(64, 'a') + "\"\n";
  ASSERT_TRUE(parse_manifest(head + file, "m"));
  for (const auto& [text, reason] : std::vector<std::pair<std::string, std::string>>{
           {"format = 2\nserial = 3\ncreated = 2026-11-22\n" + file, "format"},
           {"format = 1\nserial = 0\ncreated = 2026-11-22\n" + file, "serial"},
           {"format = 1\nserial = 3\ncreated = 2026-11-31\n" + file, ""},
           {head, "no file in it"},
           {head + "colour = 1\n" + file, "unknown key"},
           {head + file + file, "not after the file before"},
           {head + "[[file]]\npath = \"a.toml\"\nbytes = 1\nblake2b = \"short\"\n", "64 hex digits"}}) {
    const auto manifest = parse_manifest(text, "m");
    ASSERT_FALSE(manifest) << text;
    EXPECT_EQ(manifest.error().code, StaffCode::CatalogContents);
    EXPECT_NE(manifest.error().reason.find(reason), std::string::npos) << manifest.error().message();
  }
}

TEST(CatalogKeys, AreMadeTogetherAndTheSecretOneIsTheOwnersAlone) {
  TemporaryFolder temporary;
  const auto made = make_keys(temporary.at("release.key"));
  ASSERT_TRUE(made) << made.error().message();
  struct stat about {};
  ASSERT_EQ(stat(temporary.at("release.key").c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 0777, 0600U);
  EXPECT_EQ(*load_public_key(temporary.at("release.key.pub")), *made);
  EXPECT_EQ(crypto::public_key_of(*load_secret_key(temporary.at("release.key"))), *made);
}

TEST(CatalogKeys, AreNeverOverwritten) {
  TemporaryFolder temporary;
  ASSERT_TRUE(make_keys(temporary.at("a")));
  const std::string before = read(temporary.at("a"));
  const auto again = make_keys(temporary.at("a"));
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().code, StaffCode::CatalogKey);
  EXPECT_EQ(read(temporary.at("a")), before);
  fs::remove(temporary.at("a"));
  EXPECT_FALSE(make_keys(temporary.at("a"))) << "its public half is another key's";
}

TEST(CatalogKeys, ASecretKeyThatOthersMayReadIsRefused) {
  TemporaryFolder temporary;
  ASSERT_TRUE(make_keys(temporary.at("a")));
  for (const mode_t mode : {0640U, 0604U, 0660U, 0644U}) {
    ASSERT_EQ(chmod(temporary.at("a").c_str(), mode), 0);
    const auto key = load_secret_key(temporary.at("a"));
    ASSERT_FALSE(key) << mode;
    EXPECT_EQ(key.error().code, StaffCode::CatalogKey);
    EXPECT_NE(key.error().reason.find("0600"), std::string::npos);
  }
}

TEST(CatalogKeys, WhatIsNoKeyIsRefused) {
  TemporaryFolder temporary;
  write(temporary.at("short.pub"), "abcd\n");
  EXPECT_EQ(load_public_key(temporary.at("short.pub")).error().code, StaffCode::CatalogKey);
  EXPECT_EQ(load_public_key(temporary.at("nowhere.pub")).error().code, StaffCode::CatalogKey);
  EXPECT_EQ(load_secret_key(temporary.at("nowhere")).error().code, StaffCode::CatalogKey);
  EXPECT_EQ(load_public_keys({temporary.at("nowhere.pub")}).error().code, StaffCode::CatalogKey);
}

}  // namespace
}  // namespace desk::catalog
