#include "data/base/yen.h"

#include <charconv>
#include <numeric>

namespace desk {
namespace {

// GCC's 128-bit integer is an extension; the pedantic warning is silenced for this one alias.
__extension__ typedef __int128 Wide;

std::optional<std::int64_t> parse_digits(std::string_view text) {
  std::int64_t value = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || text.empty() || value < 0) return std::nullopt;
  return value;
}

}  // namespace

std::string with_commas(Yen yen) {
  std::string digits = std::to_string(yen.amount < 0 ? -yen.amount : yen.amount);
  for (std::ptrdiff_t i = static_cast<std::ptrdiff_t>(digits.size()) - 3; i > 0; i -= 3) {
    digits.insert(static_cast<std::size_t>(i), ",");
  }
  return yen.amount < 0 ? "-" + digits : digits;
}

std::optional<Ratio> Ratio::create(std::int64_t num, std::int64_t den) {
  if (num < 0 || den <= 0) return std::nullopt;
  const std::int64_t common = std::gcd(num, den);
  return Ratio{num / common, den / common};
}

std::optional<Ratio> Ratio::parse(std::string_view text) {
  const auto slash = text.find('/');
  const auto num = parse_digits(text.substr(0, slash));
  if (!num) return std::nullopt;
  if (slash == std::string_view::npos) return create(*num, 1);
  const auto den = parse_digits(text.substr(slash + 1));
  return den ? create(*num, *den) : std::nullopt;
}

std::string to_string(Ratio ratio) {
  return ratio.den == 1 ? std::to_string(ratio.num) : std::to_string(ratio.num) + "/" + std::to_string(ratio.den);
}

bool less(Ratio a, Ratio b) { return static_cast<Wide>(a.num) * b.den < static_cast<Wide>(b.num) * a.den; }

Yen floor_times(Yen yen, Ratio ratio) {
  const Wide product = static_cast<Wide>(yen.amount) * ratio.num;
  Wide quotient = product / ratio.den;
  if (product < 0 && product % ratio.den != 0) --quotient;
  return {static_cast<std::int64_t>(quotient)};
}

Yen ceil_divide(Yen yen, Ratio ratio) {
  const Wide product = static_cast<Wide>(yen.amount) * ratio.den;
  return {static_cast<std::int64_t>((product + ratio.num - 1) / ratio.num)};
}

}  // namespace desk
