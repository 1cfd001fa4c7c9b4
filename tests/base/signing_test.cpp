#include "data/base/signing.h"

#include <gtest/gtest.h>

namespace desk::crypto {
namespace {

std::string bytes_from_hex(std::string_view hex) {
  std::string out;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) out.push_back(static_cast<char>(std::stoi(std::string(hex.substr(i, 2)), nullptr, 16)));
  return out;
}

Key key_from_hex(std::string_view hex) {
  const std::string raw = bytes_from_hex(hex);
  std::array<unsigned char, Key::kSize> bytes{};
  std::copy(raw.begin(), raw.end(), bytes.begin());
  return Key{std::span<const unsigned char, Key::kSize>(bytes)};
}

// RFC 8032, 7.1: what every other implementation makes of these keys and messages.
struct Published {
  const char* secret;
  const char* open;
  const char* message;
  const char* signature;
};
const Published kPublished[] = {
    {"9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
     "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"},
    {"4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb", "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
     "72",
     "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"},
};

TEST(Signing, AgreesWithThePublishedExamples) {
  for (const Published& each : kPublished) {
    const Key key = key_from_hex(each.secret);
    const std::string message = bytes_from_hex(each.message);
    EXPECT_EQ(public_key_of(key).hex(), each.open);
    EXPECT_EQ(to_hex(sign(key, message)), each.signature);
    EXPECT_TRUE(PublicKey::from_hex(each.open)->made(*signature_from_hex(each.signature), message));
  }
}

TEST(Signing, OneBitOfMessageSignatureOrKeyIsEnoughToFail) {
  const Key key = Key::random();
  const PublicKey open = public_key_of(key);
  const std::string message = "format = 1\nserial = 17\n";
  const Signature right = sign(key, message);
  ASSERT_TRUE(open.made(right, message));
  for (std::size_t i = 0; i < message.size(); ++i) {
    std::string other = message;
    other[i] = static_cast<char>(other[i] ^ 1);
    EXPECT_FALSE(open.made(right, other)) << i;
  }
  for (std::size_t i = 0; i < right.size(); ++i) {
    Signature other = right;
    other[i] ^= 1;
    EXPECT_FALSE(open.made(other, message)) << i;
  }
  EXPECT_FALSE(public_key_of(Key::random()).made(right, message));
  EXPECT_FALSE(open.made(right, message + "\n"));
}

TEST(Signing, AKeyOrSignatureThatIsNoHexOfItsLengthIsNone) {
  const std::string open = kPublished[0].open;
  EXPECT_TRUE(PublicKey::from_hex(open));
  EXPECT_FALSE(PublicKey::from_hex(""));
  EXPECT_FALSE(PublicKey::from_hex(open.substr(1)));
  EXPECT_FALSE(PublicKey::from_hex(open + "0"));
  EXPECT_FALSE(PublicKey::from_hex("g" + open.substr(1)));
  EXPECT_FALSE(PublicKey::from_hex(" " + open.substr(1)));
  EXPECT_FALSE(signature_from_hex(open));
}

TEST(Signing, TheHashOfAFileIsBlake2b) {  // RFC 7693's function, 32 bytes, as b2sum -l 256 prints it
  EXPECT_EQ(content_hash_hex(""), "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
  EXPECT_EQ(content_hash_hex("abc"), "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
}

TEST(Signing, TheHashOfAFileIsTheSameInWhateverPartsItComes) {
  std::string file;
  for (int i = 0; i < 100'000; ++i) file += static_cast<char>(i * 7 + i / 251);
  for (const std::size_t part : {1UL, 127UL, 128UL, 129UL, 65536UL, file.size()}) {
    ContentHash hash;
    for (std::size_t at = 0; at < file.size(); at += part) hash.add(std::string_view(file).substr(at, part));
    hash.add("");
    EXPECT_EQ(hash.hex(), content_hash_hex(file)) << part;
  }
  EXPECT_EQ(ContentHash().hex(), content_hash_hex(""));
}

TEST(Signing, AHashIsSixtyFourSmallHexDigits) {
  const std::string hash = content_hash_hex("abc");
  EXPECT_TRUE(is_content_hash(hash));
  EXPECT_FALSE(is_content_hash(hash.substr(1)));
  EXPECT_FALSE(is_content_hash(hash + "0"));
  EXPECT_FALSE(is_content_hash("B" + hash.substr(1)));
}

}  // namespace
}  // namespace desk::crypto
