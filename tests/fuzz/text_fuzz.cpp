// Numbers and dates as people type them and scanners read them: 和暦, digits of any width, corporate and telephone numbers, fractions,
// dates. Every reader sees every input: they are quick.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "data/base/calendar.h"
#include "data/base/phone_number.h"
#include "data/base/yen.h"
#include "data/rules/identity.h"
#include "data/rules/japanese_date.h"
#include "tests/fuzz/target.h"

std::vector<std::string> desk::fuzz::seeds() {
  return {"令和5年3月10日", "令和元年5月1日", "平成31年4月30日", "昭和64年1月7日", "R5.3.10", "Ｒ５．３．１０", "令和7年分", "明治6年1月1日",
          "7123456789012", "T7123456789012", "７１２３ ４５６７ ８９０１ ２", "123456789012", "090-1234-5678", "+819012345678", "０８０１２３４５６７８",
          "0120-123-456", "2/3", "1", "2026-09-29", "2026-09-29T17:00", "KSS04-1234567"};
}

namespace {

using desk::fuzz::require;

// A Western year is read whatever it is; one that has the name of an era and two digits at most goes there and back.
bool named(int year) { return year >= 1868 && year <= 2117; }

void japanese(std::string_view text) {
  if (const auto date = desk::rules::parse_japanese_date(text)) {
    require(date->ok(), "a date that was read exists");
    if (named(static_cast<int>(date->year()))) {
      require(desk::rules::parse_japanese_date(desk::rules::japanese_date(*date)) == date, "a date goes there and back");
    }
  }
  if (const auto year = desk::rules::parse_japanese_year(text); year && named(*year)) {
    require(desk::rules::parse_japanese_year(desk::rules::japanese_year(*year)) == year, "a year goes there and back");
  }
}

void numbers(std::string_view text) {
  const auto number = desk::rules::corporate_number(text);
  require(number.ok == number.reason.empty(), "a number is right or there is a reason");
  if (number.ok) require(desk::rules::corporate_number(number.number).number == number.number, "a right number stays right");
  (void)desk::rules::grouped_corporate_number(text);
  if (const auto digits = desk::rules::plain_digits(text)) {
    require(desk::rules::plain_digits(*digits) == digits, "plain digits are plain");
  }
  (void)desk::PhoneNumber::parse(text);
  if (const auto ratio = desk::Ratio::parse(text)) require(desk::Ratio::parse(desk::to_string(*ratio)) == ratio, "a fraction stays itself");
}

void dates(std::string_view text) {
  if (const auto date = desk::parse_date(text)) {
    require(desk::to_string(*date) == text, "a date is written as it was read");
    (void)desk::rules::japanese_date(*date);
  }
  if (const auto minute = desk::parse_civil_minute(text)) {
    require(desk::parse_civil_minute(desk::to_string(*minute)) == minute, "a minute goes there and back");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  japanese(text);
  numbers(text);
  dates(text);
  return 0;
}
