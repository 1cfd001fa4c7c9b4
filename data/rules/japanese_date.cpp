#include "data/rules/japanese_date.h"

#include <array>

#include "data/rules/typed_text.h"

namespace desk::rules {
namespace {

struct Era {
  std::string_view name, square, short_name;  // "令和", "㋿", "令"
  char letter;
  int first_year;
  Date start;
};

// factbook 6.2, the newest first. 明治 begins here with the solar calendar (1873): dates before it were lunar.
const std::array<Era, 5>& eras() {
  static const std::array<Era, 5> all = {{{"令和", "\u32FF", "令", 'R', 2019, make_date(2019, 5, 1)},
                                          {"平成", "\u337B", "平", 'H', 1989, make_date(1989, 1, 8)},
                                          {"昭和", "\u337C", "昭", 'S', 1926, make_date(1926, 12, 25)},
                                          {"大正", "\u337D", "大", 'T', 1912, make_date(1912, 7, 30)},
                                          {"明治", "\u337E", "明", 'M', 1868, make_date(1873, 1, 1)}}};
  return all;
}

const Era* newer_than(const Era& era) { return era.start == eras().front().start ? nullptr : &era - 1; }

bool take(std::string_view& text, std::string_view word) {
  if (word.empty() || !text.starts_with(word)) return false;
  text.remove_prefix(word.size());
  return true;
}

// A number of one to `most` digits; more are none.
std::optional<int> take_number(std::string_view& text, std::size_t most) {
  std::size_t count = 0;
  int value = 0;
  while (count < text.size() && is_digit(text[count])) {
    if (++count > most) return std::nullopt;
    value = value * 10 + (text[count - 1] - '0');
  }
  if (count == 0) return std::nullopt;
  text.remove_prefix(count);
  return value;
}

struct Year {
  const Era* era = nullptr;  // null: a Western year
  int western = 0;
};

const Era* take_era(std::string_view& text) {
  for (const Era& era : eras()) {
    const char lower = static_cast<char>(era.letter - 'A' + 'a');
    for (const std::string_view word : {era.name, era.square, era.short_name, std::string_view(&era.letter, 1), std::string_view(&lower, 1)}) {
      if (take(text, word)) return &era;
    }
  }
  return nullptr;
}

std::optional<Year> take_one_year(std::string_view& text) {
  if (const Era* era = take_era(text)) {
    if (take(text, "元")) return Year{era, era->first_year};
    const auto count = take_number(text, 2);
    if (!count || *count < 1) return std::nullopt;
    return Year{era, era->first_year + *count - 1};
  }
  const std::size_t before = text.size();
  const auto western = take_number(text, 4);
  if (!western || before - text.size() != 4) return std::nullopt;  // 5年 without an era says nothing
  if (*western < eras().back().first_year) return std::nullopt;
  return Year{nullptr, *western};
}

class Reader {
 public:
  explicit Reader(std::string_view text) : plain_(without_spaces(half_width(text))), text_(plain_) {}

  DateReading run() {
    const auto year = take_one_year(text_);
    if (!year) return refuse("date_unreadable");
    bool marked = take(text_, "年");
    // A licence prints both calendars: 2028年(令和10年)04月15日.
    std::optional<Year> beside;
    if (take(text_, "(")) {
      beside = take_one_year(text_);
      if (!beside) return refuse("date_unreadable");
      (void)take(text_, "年");
      if (!take(text_, ")")) return refuse("date_unreadable");
      marked = take(text_, "年") || marked;
    }
    if (beside && beside->western != year->western) return refuse("date_years_differ");
    const Year& named = beside && year->era == nullptr ? *beside : *year;
    if (marked) (void)take(text_, "分");
    if (text_.empty()) return year_of(named);
    return day_of(named, marked);
  }

 private:
  static DateReading refuse(std::string reason) { return {false, std::nullopt, std::nullopt, std::move(reason)}; }

  static DateReading year_of(const Year& year) {
    // The last year of an era is the first of the next: 平成31年 is 2019, 平成32年 is nothing.
    const Era* newer = year.era == nullptr ? nullptr : newer_than(*year.era);
    if (newer != nullptr && year.western > newer->first_year) return refuse("date_outside_era");
    return {true, std::nullopt, year.western, {}};
  }

  // Both ways of writing, not mixed: 年…月…日, or one mark between the numbers.
  DateReading day_of(const Year& year, bool marked) {
    std::string mark = "月", end = "日";
    if (!marked) {
      mark = std::string(text_.substr(0, 1));
      end.clear();
      if ((mark != "." && mark != "/" && mark != "-") || !take(text_, mark)) return refuse("date_unreadable");
    }
    const auto month = take_number(text_, 2);
    if (!month || !take(text_, mark)) return refuse("date_unreadable");
    const auto day = take_number(text_, 2);
    if (!day || (!end.empty() && !take(text_, end)) || !text_.empty()) return refuse("date_unreadable");
    const Date date = make_date(year.western, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
    if (!date.ok()) return refuse("date_no_such_day");
    if (date < eras().back().start) return refuse("date_lunar");
    // 平成31年5月1日 is no day: that day is 令和元年.
    const Era* newer = year.era == nullptr ? nullptr : newer_than(*year.era);
    if (year.era != nullptr && (date < year.era->start || (newer != nullptr && date >= newer->start))) return refuse("date_outside_era");
    return {true, date, year.western, {}};
  }

  std::string plain_;
  std::string_view text_;
};

std::string era_year(const Era& era, int western) {
  const int count = western - era.first_year + 1;
  return std::string(era.name) + (count == 1 ? "元" : std::to_string(count)) + "年";
}

}  // namespace

DateReading read_date(std::string_view text) { return Reader(text).run(); }

std::optional<Date> parse_japanese_date(std::string_view text) { return read_date(text).date; }

std::optional<int> parse_japanese_year(std::string_view text) {
  const DateReading reading = read_date(text);
  return reading.date ? std::nullopt : reading.year;
}

std::string japanese_date(const Date& date) {
  for (const Era& era : eras()) {
    if (date < era.start) continue;
    return era_year(era, static_cast<int>(date.year())) + std::to_string(static_cast<unsigned>(date.month())) + "月" +
           std::to_string(static_cast<unsigned>(date.day())) + "日";
  }
  return {};
}

std::string japanese_year(int year) {
  for (const Era& era : eras()) {
    if (year >= era.first_year) return era_year(era, year);
  }
  return {};
}

}  // namespace desk::rules
