#include "data/rules/identity.h"

#include <algorithm>
#include <array>
#include <vector>

namespace desk::rules {
namespace {

// What people type or a scanner reads between digits.
constexpr std::array<std::string_view, 9> kBetween = {" ", "-", "\u3000", "\u2010", "\u2011", "\u2012", "\u2013", "\u2212", "\uFF0D"};

// Full-width ASCII (U+FF01 … U+FF5E: EF BC 81 … EF BD 9E) to plain; everything else stays.
std::string half_width(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    if (byte(0) == 0xEF && (byte(1) == 0xBC || byte(1) == 0xBD) && byte(2) >= 0x80) {
      const unsigned code = 0xF000U | ((byte(1) & 0x3FU) << 6) | (byte(2) & 0x3FU);
      if (code >= 0xFF01 && code <= 0xFF5E) {
        out.push_back(static_cast<char>(code - 0xFEE0));
        text.remove_prefix(3);
        continue;
      }
    }
    out.push_back(text.front());
    text.remove_prefix(1);
  }
  return out;
}

std::string without_separators(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const auto found = std::find_if(kBetween.begin(), kBetween.end(), [&](std::string_view each) { return text.starts_with(each); });
    if (found != kBetween.end()) {
      text.remove_prefix(found->size());
    } else {
      out.push_back(text.front());
      text.remove_prefix(1);
    }
  }
  return out;
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
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

struct Era {
  std::string_view name;
  char letter;
  Date start;
};

// factbook 6.2. 明治 begins with the solar calendar (1873), before which dates were lunar.
const std::array<Era, 5>& eras() {
  static const std::array<Era, 5> all = {{{"令和", 'R', make_date(2019, 5, 1)},
                                          {"平成", 'H', make_date(1989, 1, 8)},
                                          {"昭和", 'S', make_date(1926, 12, 25)},
                                          {"大正", 'T', make_date(1912, 7, 30)},
                                          {"明治", 'M', make_date(1873, 1, 1)}}};
  return all;
}

int first_year(const Era& era) { return era.letter == 'M' ? 1868 : static_cast<int>(era.start.year()); }

// Reads "令和5年…" or "R5.…": the era and its year; `text` moves on to what follows.
struct EraYear {
  const Era* era = nullptr;
  int year = 0;
};

std::optional<int> take_number(std::string_view& text) {
  std::size_t count = 0;
  while (count < text.size() && text[count] >= '0' && text[count] <= '9') ++count;
  if (count == 0 || count > 4) return std::nullopt;
  int value = 0;
  for (std::size_t i = 0; i < count; ++i) value = value * 10 + (text[i] - '0');
  text.remove_prefix(count);
  return value;
}

bool take(std::string_view& text, std::string_view word) {
  if (!text.starts_with(word)) return false;
  text.remove_prefix(word.size());
  return true;
}

std::optional<EraYear> take_era_year(std::string_view& text) {
  EraYear out;
  for (const Era& era : eras()) {
    const char lower = static_cast<char>(era.letter - 'A' + 'a');
    if (take(text, era.name) || take(text, std::string_view(&era.letter, 1)) || take(text, std::string_view(&lower, 1))) {
      out.era = &era;
      break;
    }
  }
  if (out.era == nullptr) return std::nullopt;
  if (take(text, "元")) {
    out.year = 1;
  } else {
    const auto year = take_number(text);
    if (!year || *year < 1 || *year > 99) return std::nullopt;
    out.year = *year;
  }
  return out;
}

std::string folded(std::string_view text) {
  std::string plain = half_width(text);
  std::string out;
  for (std::size_t i = 0; i < plain.size();) {
    if (plain[i] == ' ' || plain[i] == '\t') {
      ++i;
    } else if (plain.compare(i, 3, "\u3000") == 0) {
      i += 3;
    } else {
      out.push_back(plain[i++]);
    }
  }
  return out;
}

}  // namespace

std::optional<std::string> plain_digits(std::string_view typed) {
  const std::string digits = without_separators(half_width(typed));
  return all_digits(digits) ? std::optional<std::string>(digits) : std::nullopt;
}

CorporateNumber corporate_number(std::string_view typed) {
  const auto refuse = [](std::string reason) { return CorporateNumber{false, {}, false, std::move(reason)}; };
  const std::string text = without_separators(half_width(typed));
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

std::optional<Date> parse_japanese_date(std::string_view input) {
  const std::string plain = folded(input);
  std::string_view text = plain;
  const auto era_year = take_era_year(text);
  if (!era_year) return std::nullopt;
  // Both ways of writing, not mixed: 年…月…日, or one mark between the numbers.
  std::string_view after_year = "年", after_month = "月", after_day = "日";
  if (!text.starts_with(after_year)) {
    after_year = text.substr(0, 1);
    if (after_year != "." && after_year != "/" && after_year != "-") return std::nullopt;
    after_month = after_year;
    after_day = "";
  }
  if (!take(text, after_year)) return std::nullopt;
  const auto month = take_number(text);
  if (!month || !take(text, after_month)) return std::nullopt;
  const auto day = take_number(text);
  if (!day || !take(text, after_day) || !text.empty()) return std::nullopt;
  const Date date = make_date(first_year(*era_year->era) + era_year->year - 1, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
  if (!date.ok() || date < era_year->era->start) return std::nullopt;
  // 平成31年5月1日 is no day: that day is 令和元年.
  const Era* newer = era_year->era == eras().data() ? nullptr : era_year->era - 1;
  if (newer != nullptr && date >= newer->start) return std::nullopt;
  return date;
}

std::optional<int> parse_japanese_year(std::string_view input) {
  const std::string plain = folded(input);
  std::string_view text = plain;
  const auto era_year = take_era_year(text);
  if (!era_year) return std::nullopt;
  if (take(text, "年")) (void)take(text, "分");
  if (!text.empty()) return std::nullopt;
  const int year = first_year(*era_year->era) + era_year->year - 1;
  // The last year of an era is the first of the next: 平成31年 is 2019, 平成32年 is nothing.
  const Era* newer = era_year->era == eras().data() ? nullptr : era_year->era - 1;
  if (newer != nullptr && year > static_cast<int>(newer->start.year())) return std::nullopt;
  return year;
}

std::string japanese_date(const Date& date) {
  for (const Era& era : eras()) {
    if (date < era.start) continue;
    const int year = static_cast<int>(date.year()) - first_year(era) + 1;
    return std::string(era.name) + (year == 1 ? "元" : std::to_string(year)) + "年" +
           std::to_string(static_cast<unsigned>(date.month())) + "月" + std::to_string(static_cast<unsigned>(date.day())) + "日";
  }
  return {};
}

std::string japanese_year(int year) {
  for (const Era& era : eras()) {
    if (year < first_year(era)) continue;
    const int count = year - first_year(era) + 1;
    return std::string(era.name) + (count == 1 ? "元" : std::to_string(count)) + "年";
  }
  return {};
}

}  // namespace desk::rules
