// 確定申告書 第一表 (the copy of a sole trader), with the acceptance lines of an electronic filing and a My Number that must be blacked out.
#include <array>
#include <vector>

#include "scanner/tray/specimens/paper.h"

namespace desk::specimens {

namespace {

constexpr Colour kForm{0.16, 0.45, 0.40};
constexpr Colour kPale{0.80, 0.91, 0.87};

struct Line {
  const char* label;
  const char* mark;
  const char* amount;
};

// A block of amounts: a pale column that names the group, then label, mark and digits.
double block(Paper& paper, double x, double y, const std::string& group, const std::vector<Line>& lines) {
  constexpr double kRow = 6.7;
  const double height = kRow * static_cast<double>(lines.size());
  paper.fill(x, y, 6, height, kPale);
  paper.box(x, y, 92, height, 0.3, kForm);
  paper.line(x + 6, y, x + 6, y + height, 0.15, kForm);
  double letter = y + height / 2 - 2.4 * (static_cast<double>(group.size()) / 3);
  for (std::size_t i = 0; i < group.size(); i += 3, letter += 4.8) {
    paper.text(x + 3, letter, group.substr(i, 3), {.size_mm = 3, .face = Face::Gothic, .align = Align::Centre, .colour = kForm});
  }
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const double row = y + kRow * static_cast<double>(i);
    if (i > 0) paper.line(x + 6, row, x + 92, row, 0.12, kForm);
    paper.text(x + 8, row + 1.7, lines[i].label, {.size_mm = 2.75, .face = Face::Gothic, .colour = kForm});
    paper.text(x + 42.5, row + 1.6, lines[i].mark, {.size_mm = 3, .face = Face::Gothic, .align = Align::Centre, .colour = kForm});
    paper.cells(x + 46.5, row + 0.6, 9, 5, kRow - 1.2, lines[i].amount, kForm);
  }
  return y + height;
}

}  // namespace

Paper tax_return(const Date& issued) {
  Paper paper({0.985, 0.983, 0.972});
  const int year = static_cast<int>(issued.year()) - 1;
  const Date filed = make_date(year + 1, 3, 2);
  paper.text(105, 19, era_year(year) + "分の所得税及び復興特別所得税の確定申告書", {.size_mm = 5.2, .face = Face::Gothic, .align = Align::Centre, .colour = kForm, .bold = true});
  paper.text(200, 12, "第一表（控用）", {.size_mm = 3.6, .face = Face::Gothic, .align = Align::Right, .colour = kForm});
  paper.text(46, 11.4, "見本税務署長", {.size_mm = 3.4, .face = Face::Gothic});
  paper.text(84, 11.4, era_date(filed) + "　提出", {.size_mm = 3.4, .face = Face::Gothic});

  paper.box(14, 28, 186, 34, 0.35, kForm);
  const auto caption = [&](double x, double y, const std::string& words) { paper.text(x, y, words, {.size_mm = 2.7, .face = Face::Gothic, .colour = kForm}); };
  caption(16, 30, "納税地");
  paper.text(34, 29.4, "〒000-0000　見本県見本市本町四丁目５番６号", {.size_mm = 3.4});
  caption(16, 38, "個人番号");
  paper.cells(34, 36.4, 12, 5.4, 6.4, "123400005678", kForm);
  caption(104, 38, "生年月日");
  paper.text(120, 37.4, "昭和55年5月14日", {.size_mm = 3.4});
  paper.line(14, 44.6, 200, 44.6, 0.15, kForm);
  caption(16, 47, "フリガナ");
  paper.text(34, 46.6, "ミホン　ハルコ", {.size_mm = 2.9});
  caption(16, 54, "氏　名");
  paper.text(34, 52, "見　本　　春　子", {.size_mm = 5});
  caption(104, 47, "職業");
  paper.text(120, 46.6, "文房具小売業", {.size_mm = 3.3});
  caption(104, 54, "屋号");
  paper.text(120, 53.4, "見本文具店", {.size_mm = 3.6});

  caption(14, 64.6, "（単位は円）");
  double left = block(paper, 14, 69, "収入金額等",
                      {{"事業（営業等）", "ア", "9843200"}, {"事業（農業）", "イ", ""}, {"不動産", "ウ", ""}, {"利子", "エ", ""},
                       {"配当", "オ", ""}, {"給与", "カ", ""}, {"雑（業務）", "ク", ""}, {"一時", "サ", ""}});
  left = block(paper, 14, left + 3, "所得金額等",
               {{"事業（営業等）", "①", "3612400"}, {"農業", "②", ""}, {"不動産", "③", ""}, {"給与", "⑥", ""}, {"合計", "⑫", "3612400"}});
  left = block(paper, 14, left + 3, "所得控除",
               {{"社会保険料控除", "⑬", "412600"}, {"小規模企業共済等掛金", "⑭", "240000"}, {"生命保険料控除", "⑮", "40000"},
                {"配偶者（特別）控除", "㉑", ""}, {"扶養控除", "㉓", ""}, {"基礎控除", "㉔", "480000"}, {"合計", "㉙", "1172600"}});
  double right = block(paper, 108, 69, "税金の計算",
                       {{"課税される所得金額", "㉚", "2439000"}, {"上の㉚に対する税額", "㉛", "146400"}, {"配当控除", "㉜", ""},
                        {"住宅借入金等特別控除", "㉞", ""}, {"差引所得税額", "㊶", "146400"}, {"復興特別所得税額", "㊹", "3074"},
                        {"所得税等の額", "㊺", "149474"}, {"源泉徴収税額", "㊽", ""}, {"申告納税額", "㊾", "149400"},
                        {"予定納税額", "㊿", ""}, {"納める税金", "51", "149400"}, {"還付される税金", "52", ""}});
  right = block(paper, 108, right + 3, "その他",
                {{"青色申告特別控除額", "57", "650000"}, {"専従者給与の合計額", "56", ""}, {"未納付の源泉徴収額", "59", ""}});

  paper.box(108, right + 6, 92, 24, 0.3, kInk);
  paper.text(111, right + 8, "電子申告　受付済", {.size_mm = 3.6, .face = Face::Gothic, .bold = true});
  paper.text(111, right + 14.4, "受付日時　" + to_string(filed) + "　10:24:31", {.size_mm = 3.3, .face = Face::Gothic});
  paper.text(111, right + 20.4, "受付番号　2026 0000 0000 0000 0001", {.size_mm = 3.3, .face = Face::Gothic});
  paper.text(14, left + 6, "税理士署名・電話番号　　－", {.size_mm = 3, .face = Face::Gothic, .colour = kForm});
  paper.stamp_specimen();
  return paper;
}

}  // namespace desk::specimens
