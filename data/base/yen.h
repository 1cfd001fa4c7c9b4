// Money is integer yen and exact fractions (factbook 2.1): no floating point anywhere near an amount.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace desk {

struct Yen {
  std::int64_t amount = 0;
  friend auto operator<=>(const Yen&, const Yen&) = default;
  friend Yen operator+(Yen a, Yen b) { return {a.amount + b.amount}; }
  friend Yen operator-(Yen a, Yen b) { return {a.amount - b.amount}; }
  Yen& operator+=(Yen other) { amount += other.amount; return *this; }
};

// "1,234,567"
[[nodiscard]] std::string with_commas(Yen yen);

// A non-negative fraction in lowest terms, e.g. 2/3.
struct Ratio {
  std::int64_t num = 0;
  std::int64_t den = 1;
  friend bool operator==(const Ratio&, const Ratio&) = default;
  [[nodiscard]] static std::optional<Ratio> create(std::int64_t num, std::int64_t den);
  // "2/3"; also "1" and "0". Nothing else.
  [[nodiscard]] static std::optional<Ratio> parse(std::string_view text);
};

[[nodiscard]] std::string to_string(Ratio ratio);
[[nodiscard]] bool less(Ratio a, Ratio b);

// floor(yen * ratio): fractions of a yen are cut off (factbook 2.1; S0 1-4). 128-bit inside, so no amount overflows.
[[nodiscard]] Yen floor_times(Yen yen, Ratio ratio);
// ceil(yen / ratio): the smallest cost whose floor_times reaches yen. ratio must not be 0.
[[nodiscard]] Yen ceil_divide(Yen yen, Ratio ratio);

}  // namespace desk
