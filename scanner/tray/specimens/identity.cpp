// 運転免許証: both sides of the card copied on one A4 sheet. The portrait is a drawn outline.
#include <numbers>

#include "scanner/tray/specimens/paper.h"

namespace desk::specimens {

namespace {

constexpr double kCardWidth = 85.6;
constexpr double kCardHeight = 54;
constexpr Colour kFrame{0.25, 0.32, 0.42};
constexpr Colour kValidBand{0.36, 0.62, 0.86};  // 青: the ordinary three-year licence

void portrait(Paper& paper, double x, double y) {
  constexpr double kPixel = 300 / 25.4;
  paper.fill(x, y, 24, 30, {0.80, 0.87, 0.93});
  cairo_t* cairo = paper.cairo();
  cairo_save(cairo);
  cairo_rectangle(cairo, x * kPixel, y * kPixel, 24 * kPixel, 30 * kPixel);
  cairo_clip(cairo);
  cairo_set_source_rgb(cairo, 0.42, 0.46, 0.53);
  cairo_arc(cairo, (x + 12) * kPixel, (y + 12.5) * kPixel, 6 * kPixel, 0, 2 * std::numbers::pi);
  cairo_fill(cairo);
  cairo_translate(cairo, (x + 12) * kPixel, (y + 32) * kPixel);
  cairo_scale(cairo, 1, 0.95);
  cairo_arc(cairo, 0, 0, 11 * kPixel, 0, 2 * std::numbers::pi);
  cairo_fill(cairo);
  cairo_restore(cairo);
  paper.box(x, y, 24, 30, 0.15, kFrame);
}

void front(Paper& paper, double x, double y, const Date& issued) {
  const Date expires = make_date(static_cast<int>(issued.year()) + 2, 5, 14);
  paper.fill(x, y, kCardWidth, kCardHeight, {0.95, 0.965, 0.94});
  paper.box(x, y, kCardWidth, kCardHeight, 0.3, kFrame);
  const auto field = [&](double row, const std::string& label, const std::string& value) {
    paper.text(x + 2, y + row, label, {.size_mm = 2.1, .face = Face::Gothic});
    paper.text(x + 11, y + row - 0.45, value, {.size_mm = 2.9});
    paper.line(x + 1.5, y + row + 3.7, x + 57.5, y + row + 3.7, 0.1, kFrame);
  };
  paper.text(x + 2, y + 2.6, "氏名", {.size_mm = 2.1, .face = Face::Gothic});
  paper.text(x + 11, y + 1.8, "見　本　　春　子", {.size_mm = 3.5});
  paper.text(x + 55, y + 2.2, "昭和55年 5月14日生", {.size_mm = 2.7});
  paper.line(x + 1.5, y + 6.4, x + 84, y + 6.4, 0.1, kFrame);
  paper.text(x + 2, y + 8, "住所", {.size_mm = 2.1, .face = Face::Gothic});
  paper.text(x + 11, y + 7.6, "見本県見本市本町四丁目５番６号", {.size_mm = 2.9});
  paper.line(x + 1.5, y + 12, x + 84, y + 12, 0.1, kFrame);
  field(13.6, "交付", "令和05年05月20日　　00001");
  paper.fill(x + 1.5, y + 18.4, 56, 6.6, kValidBand);
  paper.text(x + 3, y + 19.3, era_date(expires) + "まで有効", {.size_mm = 4, .face = Face::Gothic, .bold = true});
  paper.text(x + 2, y + 27, "免許の", {.size_mm = 2.1, .face = Face::Gothic});
  paper.text(x + 2, y + 29.6, "条件等", {.size_mm = 2.1, .face = Face::Gothic});
  paper.text(x + 11, y + 27.6, "眼鏡等", {.size_mm = 3});
  paper.text(x + 2, y + 38, "番号", {.size_mm = 2.1, .face = Face::Gothic});
  paper.text(x + 11, y + 37.2, "第 000000000000 号", {.size_mm = 3.4});
  paper.text(x + 2, y + 44, "二・小・原　平成11年08月03日", {.size_mm = 2.3});
  paper.text(x + 2, y + 47.2, "他　　　　　平成11年08月03日", {.size_mm = 2.3});
  paper.text(x + 2, y + 50.4, "二種　　　　－", {.size_mm = 2.3});
  portrait(paper, x + 59.5, y + 13.5);
  paper.text(x + 71.5, y + 44.6, "運転免許証", {.size_mm = 3.4, .face = Face::Gothic, .align = Align::Centre, .bold = true});
  paper.text(x + 69, y + 49.4, "見本県公安委員会", {.size_mm = 2.3, .align = Align::Centre});
  paper.square_seal(x + 78.4, y + 46.8, 6, "見本公安");
}

void back(Paper& paper, double x, double y) {
  paper.fill(x, y, kCardWidth, kCardHeight, {0.96, 0.96, 0.95});
  paper.box(x, y, kCardWidth, kCardHeight, 0.3, kFrame);
  paper.text(x + kCardWidth / 2, y + 2.4, "備　考", {.size_mm = 2.8, .face = Face::Gothic, .align = Align::Centre});
  for (int row = 1; row < 8; ++row) paper.line(x + 3, y + 3 + 5.8 * row, x + kCardWidth - 3, y + 3 + 5.8 * row, 0.1, kFrame);
  paper.text(x + 4, y + kCardHeight - 5, "（裏面の記載なし）", {.size_mm = 2.4, .face = Face::Gothic});
}

}  // namespace

Paper driving_licence(const Date& issued) {
  Paper paper({0.985, 0.985, 0.98});
  const double x = (Paper::kWidth - kCardWidth) / 2;
  paper.text(Paper::kWidth / 2, 30, "本人確認書類（写し）", {.size_mm = 4.6, .face = Face::Gothic, .align = Align::Centre});
  front(paper, x, 50, issued);
  back(paper, x, 122);
  paper.stamp_specimen();
  return paper;
}

}  // namespace desk::specimens
