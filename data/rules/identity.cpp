#include "data/rules/identity.h"

#include <algorithm>

#include "data/rules/typed_text.h"

namespace desk::rules {
namespace {

std::string without_separators(std::string_view typed) {
  std::string text = plain_hyphens(without_spaces(half_width(typed)));
  std::erase(text, '-');
  return text;
}

// factbook 6.1: P_n counts from the right of the twelve, Q_n is 1 for odd n and 2 for even n.
char check_digit(std::string_view twelve) {
  int sum = 0;
  for (std::size_t n = 1; n <= 12; ++n) {
    const int digit = twelve[12 - n] - '0';
    sum += digit * (n % 2 == 1 ? 1 : 2);
  }
  return static_cast<char>('0' + (9 - sum % 9));
}

}  // namespace

std::optional<std::string> plain_digits(std::string_view typed) {
  std::string digits = without_separators(typed);
  return all_digits(digits) ? std::optional<std::string>(std::move(digits)) : std::nullopt;
}

CorporateNumber corporate_number(std::string_view typed) {
  const auto refuse = [](std::string reason) { return CorporateNumber{false, {}, false, std::move(reason)}; };
  const std::string text = without_separators(typed);
  if (text.empty()) return refuse("empty");
  if ((text[0] == 'T' || text[0] == 't') && text.size() == 14 && all_digits(text.substr(1))) return refuse("invoice_number");
  if (!all_digits(text)) return refuse("not_digits");
  if (text.size() == 12) return {true, check_digit(text) + text, true, {}};
  if (text.size() != 13) return refuse("wrong_length");
  if (text[0] == '0') return refuse("leading_zero");
  if (check_digit(text.substr(1)) != text[0]) return refuse("check_digit");
  return {true, text, false, {}};
}

std::string grouped_corporate_number(std::string_view thirteen) {
  std::string out;
  for (std::size_t i = 0; i < thirteen.size(); ++i) {
    if (i % 4 == 1) out.push_back(' ');
    out.push_back(thirteen[i]);
  }
  return out;
}

}  // namespace desk::rules
