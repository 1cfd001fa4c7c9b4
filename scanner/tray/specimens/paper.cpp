#include "scanner/tray/specimens/paper.h"

#include <pango/pangocairo.h>

#include <cmath>
#include <numbers>
#include <vector>

namespace desk::specimens {

namespace {

constexpr double kPixel = 300 / 25.4;
double px(double mm) { return mm * kPixel; }

struct Unref {
  void operator()(PangoLayout* layout) const { g_object_unref(layout); }
  void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
};

void set(cairo_t* cairo, const Colour& colour) { cairo_set_source_rgba(cairo, colour.red, colour.green, colour.blue, colour.alpha); }

std::vector<std::string> characters(const std::string& text) {
  std::vector<std::string> out;
  for (const char byte : text) {
    if ((static_cast<unsigned char>(byte) & 0xC0) == 0x80 && !out.empty()) {
      out.back() += byte;
    } else {
      out.emplace_back(1, byte);
    }
  }
  return out;
}

}  // namespace

Paper::Paper(const Colour& tint)
    : surface_(cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(std::lround(px(kWidth))), static_cast<int>(std::lround(px(kHeight))))),
      cairo_(cairo_create(surface_.get())) {
  set(cairo_.get(), tint);
  cairo_paint(cairo_.get());
}

double Paper::text(double x, double y, const std::string& words, const Style& style) {
  const std::unique_ptr<PangoLayout, Unref> layout{pango_cairo_create_layout(cairo_.get())};
  const std::unique_ptr<PangoFontDescription, Unref> font{pango_font_description_new()};
  pango_font_description_set_family(font.get(), style.face == Face::Mincho ? "BIZ UDMincho" : "BIZ UDGothic");
  pango_font_description_set_absolute_size(font.get(), px(style.size_mm) * PANGO_SCALE);
  if (style.bold) pango_font_description_set_weight(font.get(), PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description(layout.get(), font.get());
  pango_layout_set_text(layout.get(), words.c_str(), -1);
  PangoAttrList* attributes = pango_attr_list_new();
  if (style.spacing_mm != 0) pango_attr_list_insert(attributes, pango_attr_letter_spacing_new(static_cast<int>(px(style.spacing_mm) * PANGO_SCALE)));
  if (style.underline) pango_attr_list_insert(attributes, pango_attr_underline_new(PANGO_UNDERLINE_SINGLE));
  pango_layout_set_attributes(layout.get(), attributes);
  pango_attr_list_unref(attributes);
  if (style.width_mm > 0) {
    pango_layout_set_width(layout.get(), static_cast<int>(px(style.width_mm) * PANGO_SCALE));
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_line_spacing(layout.get(), 1.35F);
  }
  int width = 0;
  int height = 0;
  pango_layout_get_pixel_size(layout.get(), &width, &height);
  double left = px(x);
  switch (style.align) {
    case Align::Left: break;
    case Align::Centre: left -= width / 2.0; break;
    case Align::Right: left -= width; break;
  }
  set(cairo_.get(), style.colour);
  cairo_move_to(cairo_.get(), left, px(y));
  pango_cairo_show_layout(cairo_.get(), layout.get());
  return height / kPixel;
}

void Paper::line(double x1, double y1, double x2, double y2, double width_mm, const Colour& colour) {
  set(cairo_.get(), colour);
  cairo_set_line_width(cairo_.get(), px(width_mm));
  cairo_move_to(cairo_.get(), px(x1), px(y1));
  cairo_line_to(cairo_.get(), px(x2), px(y2));
  cairo_stroke(cairo_.get());
}

void Paper::box(double x, double y, double width, double height, double line_mm, const Colour& colour) {
  set(cairo_.get(), colour);
  cairo_set_line_width(cairo_.get(), px(line_mm));
  cairo_rectangle(cairo_.get(), px(x), px(y), px(width), px(height));
  cairo_stroke(cairo_.get());
}

void Paper::fill(double x, double y, double width, double height, const Colour& colour) {
  set(cairo_.get(), colour);
  cairo_rectangle(cairo_.get(), px(x), px(y), px(width), px(height));
  cairo_fill(cairo_.get());
}

void Paper::cells(double x, double y, int count, double cell_width, double cell_height, const std::string& digits, const Colour& frame) {
  const auto all = characters(digits);
  for (int i = 0; i < count; ++i) {
    box(x + i * cell_width, y, cell_width, cell_height, 0.12, frame);
    // Numbers stand at the right end of their boxes.
    const int digit = i - (count - static_cast<int>(all.size()));
    if (digit < 0) continue;
    text(x + (i + 0.5) * cell_width, y + cell_height * 0.08, all[static_cast<std::size_t>(digit)],
         {.size_mm = cell_height * 0.74, .face = Face::Gothic, .align = Align::Centre});
  }
}

void Paper::square_seal(double x, double y, double side, const std::string& columns) {
  cairo_t* cairo = cairo_.get();
  cairo_save(cairo);
  cairo_translate(cairo, px(x + side / 2), px(y + side / 2));
  cairo_rotate(cairo, 0.035);
  cairo_translate(cairo, -px(x + side / 2), -px(y + side / 2));
  box(x, y, side, side, 0.7, kSeal);
  const auto all = characters(columns);
  const int rows = static_cast<int>(std::ceil(std::sqrt(static_cast<double>(all.size()))));
  const int across = (static_cast<int>(all.size()) + rows - 1) / rows;
  const double cell_height = (side - 1.6) / rows;
  const double cell_width = (side - 1.6) / across;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const int column = static_cast<int>(i) / rows;
    const int row = static_cast<int>(i) % rows;
    text(x + side - 0.8 - (column + 0.5) * cell_width, y + 0.8 + row * cell_height + cell_height * 0.02, all[i],
         {.size_mm = std::min(cell_width, cell_height) * 0.94, .align = Align::Centre, .colour = kSeal, .bold = true});
  }
  cairo_restore(cairo);
}

void Paper::round_seal(double centre_x, double centre_y, double diameter, const std::string& upper, const std::string& middle, const std::string& lower) {
  set(cairo_.get(), kSeal);
  cairo_set_line_width(cairo_.get(), px(0.5));
  cairo_arc(cairo_.get(), px(centre_x), px(centre_y), px(diameter / 2), 0, 2 * std::numbers::pi);
  cairo_stroke(cairo_.get());
  const double half = diameter / 2 * 0.94;
  for (const double offset : {-diameter * 0.13, diameter * 0.13}) line(centre_x - half, centre_y + offset, centre_x + half, centre_y + offset, 0.3, kSeal);
  const auto words = [&](double y, const std::string& content, double size) {
    text(centre_x, y, content, {.size_mm = size, .face = Face::Gothic, .align = Align::Centre, .colour = kSeal});
  };
  words(centre_y - diameter * 0.36, upper, diameter * 0.13);
  words(centre_y - diameter * 0.09, middle, diameter * 0.14);
  words(centre_y + diameter * 0.18, lower, diameter * 0.13);
}

void Paper::security_ground(const Colour& colour) {
  cairo_t* cairo = cairo_.get();
  set(cairo, colour);
  cairo_set_line_width(cairo, px(0.12));
  for (double y = 8; y < kHeight - 6; y += 1.6) {
    for (double x = 8; x <= kWidth - 8; x += 1.5) {
      const double wave = y + 1.1 * std::sin(x / 5.3 + y / 7.1) + 0.5 * std::sin(x / 2.1);
      if (x == 8) {
        cairo_move_to(cairo, px(x), px(wave));
      } else {
        cairo_line_to(cairo, px(x), px(wave));
      }
    }
    cairo_stroke(cairo);
  }
}

void Paper::stamp_specimen() {
  cairo_t* cairo = cairo_.get();
  cairo_save(cairo);
  cairo_translate(cairo, px(kWidth / 2), px(kHeight / 2));
  cairo_rotate(cairo, -0.55);
  cairo_translate(cairo, -px(kWidth / 2), -px(kHeight / 2));
  text(kWidth / 2, kHeight / 2 - 50, "見本", {.size_mm = 88, .face = Face::Gothic, .align = Align::Centre, .colour = {0.45, 0.45, 0.50, 0.13}, .spacing_mm = 10, .bold = true});
  cairo_restore(cairo);
  box(12, 8, 27, 9.5, 0.5, kSeal);
  text(25.5, 8.9, "見本", {.size_mm = 6.2, .face = Face::Gothic, .align = Align::Centre, .colour = kSeal, .spacing_mm = 2, .bold = true});
  text(kWidth / 2, kHeight - 8.5, "これは展示用の見本です。証明書ではありません。", {.size_mm = 3, .face = Face::Gothic, .align = Align::Centre, .colour = kSeal});
}

scanner::Pixels Paper::pixels() const {
  cairo_surface_flush(surface_.get());
  scanner::Pixels page = scanner::Pixels::blank(cairo_image_surface_get_width(surface_.get()), cairo_image_surface_get_height(surface_.get()), 3, 300);
  const unsigned char* data = cairo_image_surface_get_data(surface_.get());
  const int stride = cairo_image_surface_get_stride(surface_.get());
  for (int y = 0; y < page.height; ++y) {
    const unsigned char* source = data + static_cast<std::ptrdiff_t>(y) * stride;
    unsigned char* out = page.row(y);
    for (int x = 0; x < page.width; ++x) {
      for (int c = 0; c < 3; ++c) out[x * 3 + c] = source[x * 4 + 2 - c];  // cairo keeps BGRX on these machines
    }
  }
  return page;
}

std::string era_year(int year) {
  const int reiwa = year - 2018;
  return "令和" + (reiwa == 1 ? std::string("元") : std::to_string(reiwa)) + "年";
}

std::string era_date(const Date& date) {
  return era_year(static_cast<int>(date.year())) + std::to_string(static_cast<unsigned>(date.month())) + "月" +
         std::to_string(static_cast<unsigned>(date.day())) + "日";
}

}  // namespace desk::specimens
