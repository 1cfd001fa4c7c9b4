#include "kiosk/shell/speech/numbers_ja.h"

#include <array>
#include <cstdint>
#include <utility>

namespace desk::shell {
namespace {

constexpr std::array<std::string_view, 10> kDigit = {"ゼロ", "イチ", "ニ", "サン", "ヨン", "ゴ", "ロク", "ナナ", "ハチ", "キュー"};
// By themselves one after the other, the short ones are drawn out: a telephone number is said in even beats.
constexpr std::array<std::string_view, 10> kBeat = {"ゼロ", "イチ", "ニー", "サン", "ヨン", "ゴー", "ロク", "ナナ", "ハチ", "キュー"};
constexpr std::array<std::string_view, 10> kHundred = {"", "ヒャク", "ニヒャク", "サンビャク", "ヨンヒャク", "ゴヒャク", "ロッピャク", "ナナヒャク", "ハッピャク", "キューヒャク"};
constexpr std::array<std::string_view, 10> kThousand = {"", "セン", "ニセン", "サンゼン", "ヨンセン", "ゴセン", "ロクセン", "ナナセン", "ハッセン", "キューセン"};
constexpr std::array<std::string_view, 26> kLetter = {"エー", "ビー", "シー", "ディー", "イー", "エフ", "ジー", "エイチ", "アイ", "ジェー", "ケー", "エル", "エム",
                                                      "エヌ", "オー", "ピー", "キュー", "アール", "エス", "ティー", "ユー", "ブイ", "ダブリュー", "エックス", "ワイ", "ゼット"};
constexpr std::array<std::string_view, 10> kDay = {"", "ツイタチ", "フツカ", "ミッカ", "ヨッカ", "イツカ", "ムイカ", "ナノカ", "ヨーカ", "ココノカ"};
constexpr std::array<std::string_view, 11> kThings = {"", "ヒトツ", "フタツ", "ミッツ", "ヨッツ", "イツツ", "ムッツ", "ナナツ", "ヤッツ", "ココノツ", "トー"};

// Four digits; "一千" before 万 and 億 is イッセン.
std::string say_block(int value, bool before_unit) {
  std::string kana;
  const int thousands = value / 1000;
  if (thousands > 0) kana += before_unit && thousands == 1 ? std::string_view("イッセン") : kThousand[static_cast<std::size_t>(thousands)];
  kana += kHundred[static_cast<std::size_t>(value / 100 % 10)];
  const int tens = value / 10 % 10;
  if (tens > 1) kana += kDigit[static_cast<std::size_t>(tens)];
  if (tens > 0) kana += "ジュー";
  if (value % 10 > 0) kana += kDigit[static_cast<std::size_t>(value % 10)];
  return kana;
}

std::string say_whole(std::int64_t value) {
  if (value == 0) return "ゼロ";
  std::string kana;
  const std::pair<std::int64_t, std::string_view> units[] = {{1'0000'0000'0000, "チョー"}, {1'0000'0000, "オク"}, {1'0000, "マン"}};
  for (const auto& [unit, name] : units) {
    if (value >= unit) kana += say_block(static_cast<int>(value / unit % 10'000), true) + std::string(name);
    value %= unit;
  }
  return kana + say_block(static_cast<int>(value), false);
}

bool replace_tail(std::string& kana, std::string_view tail, std::string_view with) {
  if (!kana.ends_with(tail)) return false;
  kana.replace(kana.size() - tail.size(), tail.size(), with);
  return true;
}

// How the figure sounds before its counter.
enum class Join {
  Plain,   // 枚 番 秒
  K,       // 回 件 個: いっ ろっ はっ じゅっ ひゃっ
  S,       // 社 通 点: いっ はっ じゅっ
  Fun,     // 分: ふん ぷん
  Hon,     // 本: ほん ぽん ぼん
  Yen,     // 円 年 次: よ
  Hour,    // 時: よ しち く
  Month,   // 月: し しち く
  Person,  // 人: ひとり ふたり よにん
  Day,     // 日 of a month: ついたち はつか
  Days,    // 日間 and 日以内: ふつかかん, but いちにちかん
  Thing,   // つ: ひとつ ふたつ
  Column   // けた: ひとけた ふたけた
};

struct Counter {
  std::string_view written;
  std::string_view kana;
  Join join;
};
// Longer ones first: the first that fits is taken.
constexpr Counter kCounters[] = {
    {"日以内", "イナイ", Join::Days}, {"日間", "カン", Join::Days}, {"年間", "ネンカン", Join::Yen}, {"年度", "ネンド", Join::Yen}, {"年分", "ネンブン", Join::Yen},
    {"時間", "ジカン", Join::Hour}, {"分間", "フンカン", Join::Fun}, {"か月", "カゲツ", Join::K}, {"カ月", "カゲツ", Join::K}, {"ヶ月", "カゲツ", Join::K},
    {"ケ月", "カゲツ", Join::K}, {"週間", "シューカン", Join::S}, {"種類", "シュルイ", Join::S}, {"文字", "モジ", Join::Plain}, {"けた", "ケタ", Join::Column},
    {"桁", "ケタ", Join::Column}, {"ページ", "ページ", Join::Plain}, {"mm", "ミリ", Join::Plain}, {"km", "キロメートル", Join::Plain},
    {"円", "エン", Join::Yen}, {"年", "ネン", Join::Yen}, {"月", "ガツ", Join::Month}, {"日", "ニチ", Join::Day}, {"時", "ジ", Join::Hour}, {"分", "フン", Join::Fun},
    {"秒", "ビョー", Join::Plain}, {"人", "ニン", Join::Person}, {"名", "メー", Join::Plain}, {"回", "カイ", Join::K}, {"件", "ケン", Join::K}, {"個", "コ", Join::K},
    {"こ", "コ", Join::K}, {"つ", "ツ", Join::Thing}, {"通", "ツー", Join::S}, {"点", "テン", Join::S}, {"社", "シャ", Join::S}, {"歳", "サイ", Join::S}, {"さい", "サイ", Join::S},
    {"枚", "マイ", Join::Plain}, {"まい", "マイ", Join::Plain}, {"本", "ホン", Join::Hon}, {"番", "バン", Join::Plain}, {"次", "ジ", Join::Yen}, {"号", "ゴー", Join::Plain}, {"割", "ワリ", Join::Plain},
    {"台", "ダイ", Join::Plain}, {"部", "ブ", Join::Plain}, {"期", "キ", Join::K}, {"段", "ダン", Join::Plain}, {"級", "キュー", Join::K}, {"行", "ギョー", Join::Plain}, {"％", "パーセント", Join::Plain},
    {"%", "パーセント", Join::Plain},
};

std::string join(std::string kana, std::int64_t value, const Counter& counter) {
  const std::int64_t last = value % 10;
  const auto soften = [&](bool six) {
    (void)(replace_tail(kana, "イチ", "イッ") || (six && replace_tail(kana, "ロク", "ロッ")) || replace_tail(kana, "ハチ", "ハッ") || replace_tail(kana, "ジュー", "ジュッ") ||
           (six && replace_tail(kana, "ヒャク", "ヒャッ")));
  };
  switch (counter.join) {
    case Join::Plain: break;
    case Join::K: soften(true); break;
    case Join::S: soften(false); break;
    case Join::Fun: {
      soften(true);
      const bool p = last == 1 || last == 3 || last == 4 || last == 6 || last == 8 || (last == 0 && value > 0);
      return kana + (p ? "プ" : "フ") + std::string(counter.kana.substr(std::string_view("フ").size()));
    }
    case Join::Hon: {
      soften(true);
      const bool p = last == 1 || last == 6 || last == 8 || (last == 0 && value > 0);
      return kana + (last == 3 ? "ボン" : p ? "ポン" : "ホン");
    }
    case Join::Yen: replace_tail(kana, "ヨン", "ヨ"); break;
    case Join::Hour: (void)(replace_tail(kana, "ヨン", "ヨ") || replace_tail(kana, "ナナ", "シチ") || replace_tail(kana, "キュー", "ク")); break;
    case Join::Month: (void)(replace_tail(kana, "ヨン", "シ") || replace_tail(kana, "ナナ", "シチ") || replace_tail(kana, "キュー", "ク")); break;
    case Join::Person:
      if (value == 1) return "ヒトリ";
      if (value == 2) return "フタリ";
      replace_tail(kana, "ヨン", "ヨ");
      break;
    case Join::Days: {
      const Counter day{"日", "ニチ", Join::Day};
      return (value == 1 ? "イチニチ" : join(std::move(kana), value, day)) + std::string(counter.kana);
    }
    case Join::Day:
      if (value >= 1 && value <= 9) return std::string(kDay[static_cast<std::size_t>(value)]);
      if (value == 10) return "トーカ";
      if (value == 14 || value == 24) return replace_tail(kana, "ヨン", "ヨッカ"), kana;
      if (value == 20) return "ハツカ";
      (void)(replace_tail(kana, "ナナ", "シチ") || replace_tail(kana, "キュー", "ク"));
      break;
    case Join::Thing:
      if (value >= 1 && value <= 10) return std::string(kThings[static_cast<std::size_t>(value)]);
      return kana;
    case Join::Column:
      if (value == 1) return "ヒトケタ";
      if (value == 2) return "フタケタ";
      break;
  }
  return kana + std::string(counter.kana);
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t digits_at(std::string_view text, std::size_t from) {
  std::size_t count = 0;
  while (from + count < text.size() && is_digit(text[from + count])) ++count;
  return count;
}

std::int64_t value_of(std::string_view digits) {
  std::int64_t value = 0;
  for (const char c : digits) {
    if (is_digit(c)) value = value * 10 + (c - '0');
  }
  return value;
}

std::string say_counted(std::int64_t value, std::string_view counter) {
  for (const Counter& each : kCounters) {
    if (each.written == counter) return join(say_whole(value), value, each);
  }
  return say_whole(value);
}

constexpr std::string_view kHidden = "•";

// 0312345678 has no hyphens to pause at; a mobile number is said 3-4-4.
std::string say_phone(std::string_view run) {
  const std::string whole(run);
  if (run.size() == 11) return say_digits(whole.substr(0, 3) + "-" + whole.substr(3, 4) + "-" + whole.substr(7));
  return say_digits(whole);
}

// 090-1234-5678, 090-••••-5678, 03-1234-5678: groups of digits or of hidden ones, with hyphens.
std::optional<SaidFigure> say_grouped(std::string_view text) {
  std::size_t at = 0;
  std::string kana;
  int groups = 0;
  for (;;) {
    const std::size_t digits = digits_at(text, at);
    std::size_t hidden = 0;
    while (digits == 0 && text.substr(at + hidden * kHidden.size()).starts_with(kHidden)) ++hidden;
    if (digits == 0 && hidden == 0) return std::nullopt;
    if (groups > 0) kana += "、";
    kana += digits > 0 ? say_digits(text.substr(at, digits)) : "フセジ" + say_counted(static_cast<std::int64_t>(hidden), "けた");
    at += digits > 0 ? digits : hidden * kHidden.size();
    ++groups;
    if (at < text.size() && text[at] == '-') {
      ++at;
      continue;
    }
    break;
  }
  if (groups < 2) return std::nullopt;
  return SaidFigure{at, kana};
}

}  // namespace

std::string say_digits(std::string_view digits) {
  std::string kana;
  for (const char c : digits) {
    if (c == '-') kana += "、";
    else if (is_digit(c)) kana += std::string(kana.empty() || kana.ends_with("、") ? "" : " ") + std::string(kBeat[static_cast<std::size_t>(c - '0')]);
  }
  return kana;
}

std::string say_spelled(std::string_view letters) {
  std::string kana;
  for (const char c : letters) {
    const char upper = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    if (c == '-') {
      kana += "、";
      continue;
    }
    if (!kana.empty() && !kana.ends_with("、")) kana += " ";
    if (upper >= 'A' && upper <= 'Z') kana += kLetter[static_cast<std::size_t>(upper - 'A')];
    else if (is_digit(c)) kana += kBeat[static_cast<std::size_t>(c - '0')];
  }
  return kana;
}

std::optional<SaidFigure> say_figure(std::string_view text) {
  const std::size_t run = digits_at(text, 0);
  if (run == 0) return std::nullopt;
  if (auto grouped = say_grouped(text)) return grouped;
  if (text[0] == '0' && (run == 10 || run == 11)) return SaidFigure{run, say_phone(text.substr(0, run))};
  // 17:00 is 17時, 9:05 is 9時5分.
  if (run <= 2 && text.size() > run + 2 && text[run] == ':' && digits_at(text, run + 1) == 2) {
    const std::int64_t minute = value_of(text.substr(run + 1, 2));
    return SaidFigure{run + 3, say_counted(value_of(text.substr(0, run)), "時") + (minute > 0 ? say_counted(minute, "分") : std::string())};
  }
  if (text.size() > run + 1 && text[run] == '/') {
    const std::size_t second = digits_at(text, run + 1);
    const std::int64_t above = value_of(text.substr(0, run)), below = value_of(text.substr(run + 1, second));
    // Rates have small denominators; anything larger is a day of a month.
    if (second > 0 && below >= 2 && below <= 10 && above < below) return SaidFigure{run + 1 + second, say_whole(below) + "ブンノ" + say_whole(above)};
    if (second > 0 && above >= 1 && above <= 12 && below <= 31) return SaidFigure{run + 1 + second, say_counted(above, "月") + say_counted(below, "日")};
  }
  if (const std::string_view part = "分の"; text.substr(run).starts_with(part)) {
    const std::size_t above = digits_at(text, run + part.size());
    if (above > 0) {
      const std::string kana = say_whole(value_of(text.substr(0, run))) + "ブンノ" + say_whole(value_of(text.substr(run + part.size(), above)));
      return SaidFigure{run + part.size() + above, kana};
    }
  }
  // 1,234,567 and 8.5.
  std::size_t end = run;
  while (end < text.size() && text[end] == ',' && digits_at(text, end + 1) >= 3) end += 4;
  const bool grouped = end > run;
  std::string decimals;
  if (end + 1 < text.size() && text[end] == '.' && digits_at(text, end + 1) > 0) {
    const std::size_t count = digits_at(text, end + 1);
    decimals = say_digits(text.substr(end + 1, count));
    end += 1 + count;
  }
  const std::int64_t value = value_of(text.substr(0, decimals.empty() ? end : text.find('.')));
  std::string_view rest = text.substr(end);
  std::string kana = say_whole(value) + (decimals.empty() ? "" : "テン" + decimals);
  std::string unit;
  for (const std::string_view large : {"万", "億", "千"}) {
    if (!rest.starts_with(large)) continue;
    unit = large == "万" ? "マン" : large == "億" ? "オク" : "セン";
    rest.remove_prefix(large.size());
    end += large.size();
    break;
  }
  for (const Counter& counter : kCounters) {
    if (!rest.starts_with(counter.written)) continue;
    end += counter.written.size();
    if (!unit.empty()) return SaidFigure{end, kana + unit + std::string(counter.kana)};
    if (counter.join == Join::Day && value == 1) return SaidFigure{end, "イチニチ"};  // by itself a day long; ツイタチ only after its month
    if (counter.join == Join::Month) {
      const std::size_t day = digits_at(text, end);
      if (day > 0 && day <= 2 && text.substr(end + day).starts_with("日")) {
        const std::string month = join(std::move(kana), value, counter);
        return SaidFigure{end + day + std::string_view("日").size(), month + say_counted(value_of(text.substr(end, day)), "日")};
      }
    }
    return SaidFigure{end, decimals.empty() ? join(std::move(kana), value, counter) : kana + std::string(counter.kana)};
  }
  if (!unit.empty()) return SaidFigure{end, kana + unit};
  // A code, a corporate number: without counter and without commas nobody says such a figure as an amount.
  if (decimals.empty() && !grouped && (run >= 6 || (run > 1 && text[0] == '0'))) return SaidFigure{end, say_digits(text.substr(0, run))};
  return SaidFigure{end, kana};
}

}  // namespace desk::shell
