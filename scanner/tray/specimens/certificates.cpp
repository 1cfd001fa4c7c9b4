// 履歴事項全部証明書 (two sheets) and the two 納税証明書 of その1. The company, its numbers and its people are invented; the numbers have
// no valid check digit.
#include <algorithm>
#include <vector>

#include "scanner/tray/specimens/paper.h"

namespace desk::specimens {

namespace {

constexpr Colour kRegistryTint{0.972, 0.962, 0.925};
constexpr Colour kRegistryGround{0.62, 0.74, 0.66, 0.35};
constexpr Colour kTaxTint{0.965, 0.968, 0.955};
constexpr Colour kTaxGround{0.66, 0.71, 0.84, 0.36};

constexpr double kLeft = 22;
constexpr double kRight = 188;
constexpr double kLabel = 62;  // where the right column begins

// Rows of the registry's table: a label, and lines beside it.
class RegistryTable {
 public:
  RegistryTable(Paper& paper, double y) : paper_(paper), top_(y), y_(y) { paper_.line(kLeft, y, kRight, y, 0.3); }
  void row(const std::vector<std::string>& label, const std::vector<std::string>& lines, const std::string& note = {}) {
    const double height = 5.4 * static_cast<double>(std::max(label.size(), lines.size())) + 3.4;
    for (std::size_t i = 0; i < label.size(); ++i) paper_.text(kLeft + 2.5, y_ + 2.2 + 5.4 * static_cast<double>(i), label[i], {.size_mm = 3.7});
    for (std::size_t i = 0; i < lines.size(); ++i) paper_.text(kLabel + 3, y_ + 2.2 + 5.4 * static_cast<double>(i), lines[i], {.size_mm = 3.7});
    if (!note.empty()) {
      paper_.line(138, y_, 138, y_ + height);
      paper_.text(kRight - 2.5, y_ + height - 6.2, note, {.size_mm = 3.3, .align = Align::Right});
    }
    y_ += height;
    paper_.line(kLeft, y_, kRight, y_, 0.2);
  }
  double close() {
    paper_.line(kLeft, top_, kLeft, y_, 0.3);
    paper_.line(kRight, top_, kRight, y_, 0.3);
    paper_.line(kLabel, top_, kLabel, y_, 0.2);
    return y_;
  }

 private:
  Paper& paper_;
  double top_;
  double y_;
};

void registry_foot(Paper& paper, int page) {
  paper.text(kLeft, 277, "整理番号　ミ０００００１　　　＊　下線のあるものは抹消事項であることを示す。", {.size_mm = 3.1});
  paper.text(kRight, 277, std::to_string(page) + "/2", {.size_mm = 3.6, .align = Align::Right});
}

Paper registry_sheet() {
  Paper paper(kRegistryTint);
  paper.security_ground(kRegistryGround);
  return paper;
}

// What both tax certificates share: title, holder, a table of amounts, the office's words and seal.
struct TaxFacts {
  std::string address;
  std::string name;
  std::string representative;
  std::string item;        // 法人税
  std::string period;
  std::vector<std::string> amounts;  // 納付すべき税額, 納付済額, 未納税額, 法定納期限等
};

Paper tax_certificate(const TaxFacts& facts, const Date& issued) {
  Paper paper(kTaxTint);
  paper.security_ground(kTaxGround);
  paper.text(188, 26, "見本第０００００１号", {.size_mm = 3.6, .align = Align::Right});
  paper.text(105, 38, "納税証明書", {.size_mm = 8.4, .align = Align::Centre, .spacing_mm = 3.2});
  paper.text(105, 51, "（その１　納税額等証明用）", {.size_mm = 4.6, .align = Align::Centre});
  const double x = 58;
  paper.text(26, 68, "住　所（納税地）", {.size_mm = 3.8});
  paper.text(x + 10, 68, facts.address, {.size_mm = 4.1});
  paper.text(26, 78, "氏　名（名　称）", {.size_mm = 3.8});
  paper.text(x + 10, 78, facts.name, {.size_mm = 4.4});
  if (!facts.representative.empty()) {
    paper.text(26, 88, "代 表 者 氏 名", {.size_mm = 3.8});
    paper.text(x + 10, 88, facts.representative, {.size_mm = 4.1});
  }
  paper.line(26, 96, 184, 96, 0.2);

  const double top = 106;
  paper.box(26, top, 158, 44, 0.35);
  paper.text(30, top + 3.4, "税　目", {.size_mm = 3.7});
  paper.text(62, top + 3.2, facts.item, {.size_mm = 4.3});
  paper.line(26, top + 11, 184, top + 11);
  paper.line(56, top, 56, top + 22);
  paper.text(30, top + 14.4, "年　度", {.size_mm = 3.7});
  paper.text(62, top + 14.2, facts.period, {.size_mm = 3.9});
  paper.line(26, top + 22, 184, top + 22);
  const std::vector<std::string> heads{"納付すべき税額", "納付済額", "未納税額", "法定納期限等"};
  for (std::size_t i = 0; i < heads.size(); ++i) {
    const double column = 26 + 39.5 * static_cast<double>(i);
    if (i > 0) paper.line(column, top + 22, column, top + 44);
    paper.text(column + 19.75, top + 24.6, heads[i], {.size_mm = 3.4, .align = Align::Centre});
    const bool amount = i < 3;
    paper.text(amount ? column + 36.5 : column + 19.75, top + 34.4, facts.amounts[i], {.size_mm = 4.1, .align = amount ? Align::Right : Align::Centre});
  }
  paper.line(26, top + 31, 184, top + 31);
  paper.text(26, top + 47, "備　考　　なし", {.size_mm = 3.6});

  paper.text(26, 186, "上記のとおり、相違ないことを証明します。", {.size_mm = 4.6});
  paper.text(36, 206, era_date(issued), {.size_mm = 4.6});
  paper.text(74, 222, "見本税務署長", {.size_mm = 4.8});
  paper.text(112, 222, "財務事務官　見本　一郎", {.size_mm = 4.8});
  paper.square_seal(164, 214, 21, "見本税務署長之印");
  paper.text(26, 262, "（注）この証明書は、展示のために作られたものです。", {.size_mm = 3.2});
  paper.stamp_specimen();
  return paper;
}

}  // namespace

Paper registry_first(const Date&) {
  Paper paper = registry_sheet();
  paper.text(105, 22, "履歴事項全部証明書", {.size_mm = 7.2, .align = Align::Centre, .spacing_mm = 2.4});
  paper.text(kLeft, 37, "見本県見本市中央一丁目２番３号", {.size_mm = 3.9});
  paper.text(kLeft, 43, "見本商事株式会社", {.size_mm = 3.9});
  RegistryTable table(paper, 51);
  table.row({"会社法人等番号"}, {"０１９９－０１－００００００"});
  table.row({"商　号"}, {"見本商事株式会社"});
  table.row({"本　店"}, {"見本県見本市中央一丁目２番３号"});
  table.row({"公告をする方法"}, {"官報に掲載してする"});
  table.row({"会社成立の年月日"}, {"平成１８年５月１日"});
  table.row({"目　的"}, {"１　文房具及び事務用機器の販売", "２　受発注及び在庫管理に関する業務の受託", "３　インターネットを利用した通信販売", "４　前各号に附帯関連する一切の事業"});
  table.row({"発行可能株式総数"}, {"８００株"});
  table.row({"発行済株式の総数"}, {"発行済株式の総数", "　　２００株"});
  table.row({"資本金の額"}, {"金１０００万円"});
  table.row({"株式の譲渡制限に", "関する規定"}, {"当会社の株式を譲渡により取得するには、取締", "役会の承認を受けなければならない。"});
  table.row({"役員に関する事項"}, {"取締役　　　見　本　　太　郎", ""}, "令和　６年　５月３０日重任");
  table.row({""}, {"取締役　　　見　本　　花　子", ""}, "令和　６年　５月３０日重任");
  table.row({""}, {"見本県見本市中央一丁目２番３号", "代表取締役　見　本　　太　郎", ""}, "令和　６年　６月　７日登記");
  table.close();
  registry_foot(paper, 1);
  paper.stamp_specimen();
  return paper;
}

Paper registry_second(const Date& issued) {
  Paper paper = registry_sheet();
  paper.text(kLeft, 22, "見本県見本市中央一丁目２番３号", {.size_mm = 3.9});
  paper.text(kLeft, 28, "見本商事株式会社", {.size_mm = 3.9});
  RegistryTable table(paper, 36);
  table.row({"取締役会設置会社に", "関する事項"}, {"取締役会設置会社"});
  table.row({"監査役設置会社に", "関する事項"}, {"監査役設置会社"});
  table.row({"登記記録に関する", "事項"}, {"設立", ""}, "平成１８年　５月　１日登記");
  double y = table.close() + 16;
  paper.text(kLeft + 6, y, "これは登記簿に記録されている閉鎖されていない事項の全部であることを証明した", {.size_mm = 4.1});
  paper.text(kLeft, y + 7.4, "書面である。", {.size_mm = 4.1});
  y += 26;
  paper.text(kLeft + 12, y, era_date(issued), {.size_mm = 4.6});
  paper.text(kLeft + 12, y + 12, "見本地方法務局", {.size_mm = 4.6});
  paper.text(kLeft + 12, y + 22, "登記官", {.size_mm = 4.6});
  paper.text(kLeft + 62, y + 21.4, "見　本　　次　郎", {.size_mm = 5.6});
  paper.square_seal(150, y + 9, 24, "見本地方法務局登記官");
  registry_foot(paper, 2);
  paper.stamp_specimen();
  return paper;
}

Paper corporate_tax_certificate(const Date& issued) {
  const int year = static_cast<int>(issued.year());
  return tax_certificate({"見本県見本市中央一丁目２番３号", "見本商事株式会社", "見本　太郎", "法人税",
                          "自 " + era_year(year - 1) + "4月1日　至 " + era_year(year) + "3月31日",
                          {"1,284,500円", "1,284,500円", "0円", "－"}},
                         issued);
}

Paper income_tax_certificate(const Date& issued) {
  const int year = static_cast<int>(issued.year());
  return tax_certificate({"見本県見本市本町四丁目５番６号", "見本　春子", "", "申告所得税及復興特別所得税", era_year(year - 1) + "分",
                          {"186,300円", "186,300円", "0円", "－"}},
                         issued);
}

}  // namespace desk::specimens
