#include "data/base/phone_number.h"

#include <array>
#include <utility>

namespace desk {
namespace {

// Separators that people type or paste between digits; all are dropped.
constexpr std::array<std::string_view, 18> kSeparators = {" ", "-", "(", ")", "\t", "\u00A0", "\uFF08", "\uFF09", "\u3000", "\u2010", "\u2011", "\u2012",
                                                          "\u2013", "\u2014", "\u2015", "\u2212", "\uFF0D", "\u30FC"};
constexpr std::string_view kFullWidthZero = "\uFF10";  // EF BC 90; the ten digits follow each other
constexpr std::string_view kFullWidthPlus = "\uFF0B";

struct Folded {
  std::string digits;
  bool plus = false;
  bool clean = true;  // nothing but digits, separators and a leading plus
};

Folded fold(std::string_view input) {
  Folded out;
  out.digits.reserve(input.size());
  while (!input.empty()) {
    bool dropped = false;
    for (std::string_view separator : kSeparators) {
      if (input.starts_with(separator)) {
        input.remove_prefix(separator.size());
        dropped = true;
        break;
      }
    }
    if (dropped) continue;
    const char c = input.front();
    if (c >= '0' && c <= '9') {
      out.digits.push_back(c);
      input.remove_prefix(1);
    } else if (input.size() >= 3 && input.substr(0, 2) == kFullWidthZero.substr(0, 2) &&
               static_cast<unsigned char>(input[2]) >= 0x90 && static_cast<unsigned char>(input[2]) <= 0x99) {
      out.digits.push_back(static_cast<char>('0' + (static_cast<unsigned char>(input[2]) - 0x90)));
      input.remove_prefix(3);
    } else if (out.digits.empty() && !out.plus && (c == '+' || input.starts_with(kFullWidthPlus))) {
      out.plus = true;
      input.remove_prefix(c == '+' ? 1 : kFullWidthPlus.size());
    } else {
      out.clean = false;
      return out;
    }
  }
  return out;
}

PhoneProblem judge_prefix(std::string_view digits) {
  if (digits.starts_with("0120") || digits.starts_with("0800") || digits.starts_with("0570")) return PhoneProblem::FreeDial;
  if (digits.starts_with("050")) return PhoneProblem::IpPhone;
  if (digits.starts_with("020")) return PhoneProblem::Pager;
  for (std::string_view mobile : {"060", "070", "080", "090"}) {
    if (digits.starts_with(mobile)) return PhoneProblem::BadPrefix;  // a 0 in the fourth place
  }
  return PhoneProblem::Landline;
}

}  // namespace

std::string_view code_of(PhoneProblem problem) {
  switch (problem) {
    case PhoneProblem::Empty: return "empty";
    case PhoneProblem::TooShort: return "too_short";
    case PhoneProblem::TooLong: return "too_long";
    case PhoneProblem::NotDigits: return "not_digits";
    case PhoneProblem::Landline: return "landline";
    case PhoneProblem::IpPhone: return "ip_phone";
    case PhoneProblem::FreeDial: return "free_dial";
    case PhoneProblem::Pager: return "pager";
    case PhoneProblem::Foreign: return "foreign";
    case PhoneProblem::BadPrefix: return "bad_prefix";
  }
  return "";
}

PhoneNumber::Parsed PhoneNumber::parse(std::string_view input) {
  Folded folded = fold(input);
  std::string& digits = folded.digits;
  const auto refuse = [&](PhoneProblem problem) {
    wipe(digits);
    return Parsed{false, {}, problem};
  };
  if (!folded.clean) return refuse(PhoneProblem::NotDigits);
  if (digits.empty()) return refuse(PhoneProblem::Empty);
  // +81 90…, 0081 90… and +81 (0)90… are the same number.
  std::string_view national = digits;
  const bool dialled_abroad = national.starts_with("010") || national.starts_with("00");
  if (folded.plus || dialled_abroad) {
    if (!folded.plus) national.remove_prefix(national.starts_with("010") ? 3 : 2);
    if (!national.starts_with("81")) return refuse(PhoneProblem::Foreign);
    national.remove_prefix(2);
    if (national.starts_with("0")) national.remove_prefix(1);
    std::string rebuilt = "0";
    rebuilt += national;
    wipe(digits);
    digits = std::move(rebuilt);
    national = digits;
  }
  if (!national.starts_with("0")) return refuse(national.size() < 11 ? PhoneProblem::TooShort : PhoneProblem::BadPrefix);
  const bool mobile = national.size() >= 4 && national[1] >= '6' && national[1] <= '9' && national[2] == '0' && national[3] != '0';
  if (!mobile) {
    if (national.size() < 4) return refuse(PhoneProblem::TooShort);
    return refuse(judge_prefix(national));
  }
  if (national.size() < 11) return refuse(PhoneProblem::TooShort);
  if (national.size() > 11) return refuse(PhoneProblem::TooLong);
  Parsed parsed{true, {}, PhoneProblem::Empty};
  parsed.number.digits_ = Secret(national);
  wipe(digits);
  return parsed;
}

PhoneNumber PhoneNumber::clone() const {
  PhoneNumber copy;
  copy.digits_ = digits_.clone();
  return copy;
}

std::string PhoneNumber::masked() const {
  const std::string_view digits = reveal();
  if (digits.size() != 11) return "";
  return std::string(digits.substr(0, 3)) + "-••••-" + std::string(digits.substr(7));
}

Secret PhoneNumber::e164() const {
  std::string text = "+81";
  text += reveal().substr(1);
  Secret secret(text);
  wipe(text);
  return secret;
}

}  // namespace desk
