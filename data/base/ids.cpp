#include "data/base/ids.h"

#include <algorithm>

namespace desk {
namespace {

constexpr std::string_view kReceptionAlphabet = "23456789ABCDEFGHJKMNPQRSTWXYZ";
constexpr std::string_view kBase32 = "abcdefghijklmnopqrstuvwxyz234567";
constexpr std::size_t kTokenLength = 26;

// Folds one character of typed input to upper-case ASCII; 0 when it is a separator to drop, '?' when it is neither.
char fold_character(std::string_view& input) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(input[i]); };
  char c = input.front();
  std::size_t used = 1;
  if (input.size() >= 3 && byte(0) == 0xEF && byte(1) == 0xBC) {  // U+FF00 block: full-width forms of ASCII
    c = static_cast<char>(byte(2) - 0x80 + 0x20);
    used = 3;
  } else if (input.size() >= 3 && byte(0) == 0xEF && byte(1) == 0xBD) {  // full-width lower case
    c = static_cast<char>(byte(2) - 0x80 + 0x60);
    used = 3;
  } else if (input.starts_with("\u3000") || input.starts_with("\u2010") || input.starts_with("\u30FC") ||
             input.starts_with("\u2212")) {
    c = ' ';
    used = 3;
  }
  input.remove_prefix(used);
  if (c >= 'a' && c <= 'z') return static_cast<char>(c - 'a' + 'A');
  if (c == ' ' || c == '-') return '\0';
  return c;
}

}  // namespace

std::string to_hex(std::span<const unsigned char> bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  text.reserve(bytes.size() * 2);
  for (unsigned char byte : bytes) {
    text.push_back(digits[byte >> 4]);
    text.push_back(digits[byte & 15]);
  }
  return text;
}

ApplicationId ApplicationId::from_bytes(std::span<const unsigned char, 16> bytes) { return {to_hex(bytes)}; }

std::string_view ReceptionNumber::alphabet() { return kReceptionAlphabet; }

ReceptionNumber ReceptionNumber::from_bytes(std::span<const unsigned char, 6> bytes) {
  std::string text;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (i == 3) text.push_back('-');
    text.push_back(kReceptionAlphabet[bytes[i] % kReceptionAlphabet.size()]);
  }
  return {text};
}

std::optional<ReceptionNumber> ReceptionNumber::parse(std::string_view input) {
  std::string folded;
  while (!input.empty()) {
    const char c = fold_character(input);
    if (c == '\0') continue;
    if (kReceptionAlphabet.find(c) == std::string_view::npos) return std::nullopt;
    folded.push_back(c);
  }
  if (folded.size() != 6) return std::nullopt;
  folded.insert(3, "-");
  return ReceptionNumber{folded};
}

LinkToken LinkToken::from_bytes(std::span<const unsigned char, 16> bytes) {
  std::string text;
  unsigned buffer = 0;
  int bits = 0;
  for (unsigned char byte : bytes) {
    buffer = (buffer << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      text.push_back(kBase32[(buffer >> (bits - 5)) & 31]);
      bits -= 5;
    }
  }
  text.push_back(kBase32[(buffer << (5 - bits)) & 31]);
  return {text};
}

std::optional<LinkToken> LinkToken::parse(std::string_view input) {
  const bool exact = input.size() == kTokenLength &&
                     std::all_of(input.begin(), input.end(), [](char c) { return kBase32.find(c) != std::string_view::npos; });
  if (!exact) return std::nullopt;
  return LinkToken{std::string(input)};
}

std::string link_address(std::string_view base, const LinkToken& token) { return std::string(base) + "/a/" + token.text; }

std::optional<LinkToken> token_in_address(std::string_view address) {
  const auto mark = address.rfind("/a/");
  if (mark == std::string_view::npos) return std::nullopt;
  return LinkToken::parse(address.substr(mark + 3));
}

}  // namespace desk
