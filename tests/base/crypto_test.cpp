#include "data/base/crypto.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>

namespace desk::crypto {
namespace {

TEST(Seal, OpensOnlyWithTheSameKeyAndContext) {
  const Key key = Key::random();
  const Bytes sealed = seal(key, "髙﨑 邦子", "application 7 name");
  EXPECT_EQ(open(key, sealed, "application 7 name")->reveal(), "髙﨑 邦子");
  EXPECT_FALSE(open(key, sealed, "application 8 name"));
  EXPECT_FALSE(open(Key::random(), sealed, "application 7 name"));
  for (std::size_t i = 0; i < sealed.size(); ++i) {
    Bytes bent = sealed;
    bent[i] ^= 1;
    EXPECT_FALSE(open(key, bent, "application 7 name")) << i;
  }
  EXPECT_FALSE(open(key, {}, ""));
  EXPECT_EQ(open(key, seal(key, "", ""), "")->size(), 0u);
}

TEST(Seal, NeverRepeatsItself) {
  const Key key = Key::random();
  EXPECT_NE(seal(key, "x", ""), seal(key, "x", ""));
}

TEST(DerivedKeys, DifferByPurpose) {
  const Key key = Key::random();
  EXPECT_NE(keyed_hash(key.derive("a"), "x"), keyed_hash(key.derive("b"), "x"));
  EXPECT_EQ(keyed_hash(key.derive("a"), "x"), keyed_hash(key.derive("a"), "x"));
}

TEST(Pin, MatchesItselfOnly) {
  const std::string hash = hash_pin("482913");
  EXPECT_TRUE(pin_matches(hash, "482913"));
  EXPECT_FALSE(pin_matches(hash, "482914"));
  EXPECT_FALSE(pin_matches("", ""));
  EXPECT_FALSE(pin_matches("not a hash", "482913"));
}

TEST(KeyFile, IsMadeOnceAndRefusedWhenOthersCanReadIt) {
  const auto directory = std::filesystem::temp_directory_path() / ("desk-key-" + new_application_id().hex);
  std::filesystem::create_directory(directory);
  const std::string path = directory / "site.key";
  EXPECT_FALSE(load_key_file(path, /*create=*/false));
  const auto made = load_key_file(path, /*create=*/true);
  ASSERT_TRUE(made);
  const auto again = load_key_file(path, /*create=*/true);
  ASSERT_TRUE(again);
  EXPECT_TRUE(equal_constant_time(made->bytes(), again->bytes()));
  chmod(path.c_str(), 0644);
  EXPECT_FALSE(load_key_file(path, /*create=*/false));
  std::ofstream(path) << "short";
  chmod(path.c_str(), 0600);
  EXPECT_FALSE(load_key_file(path, /*create=*/false));
  std::filesystem::remove_all(directory);
}

}  // namespace
}  // namespace desk::crypto
