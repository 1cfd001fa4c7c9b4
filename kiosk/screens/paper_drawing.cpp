#include "kiosk/screens/paper_drawing.h"

#include <algorithm>

#include "kiosk/screens/paper_pen.h"

namespace desk::screens {

using catalog::PaperPicture;

void PaperPen::table(double x, double y, double w, double h, int rows, std::initializer_list<double> columns) {
  for (int row = 0; row <= rows; ++row) rule(x, y + h * row / rows, x + w, y + h * row / rows);
  rule(x, y, x, y + h);
  rule(x + w, y, x + w, y + h);
  for (const double column : columns) rule(column, y, column, y + h);
}

void PaperPen::words(const Rect& where, std::string_view text, Align align, Weight weight) {
  if (text.empty()) return;
  const TextLook look{.role = Role::Caption, .weight = weight, .align = align, .ink = colours.ink, .line_height = 1.15, .printed = true};
  const TextSizeMm size = canvas.measure(text, look, where.w);
  if (size.h <= where.h && size.widest_word <= where.w) {
    canvas.text_middle(where, text, look);
    return;
  }
  const double width = where.w * (weight == Weight::Bold ? 0.72 : 0.6);
  const double x = align == Align::Center ? where.x + (where.w - width) / 2 : align == Align::Right ? where.right() - width : where.x;
  canvas.fill({x, where.y + where.h / 2 - mm(5), width, mm(10)}, colours.ink, 0.6);
}

void PaperPen::round_seal(double x, double y, double radius) {
  canvas.ring(at(x, y), mm(radius), colours.seal, std::max(0.5, mm(2.4)));
  // The strokes of a seal's writing: seen, not read.
  for (const double dx : {-0.34, 0.0, 0.34}) canvas.fill(at(x + radius * dx - radius * 0.08, y - radius * 0.46, radius * 0.16, radius * 0.92), colours.seal);
}

void PaperPen::square_seal(double x, double y, double side) {
  canvas.stroke(at(x - side / 2, y - side / 2, side, side), colours.seal, std::max(0.5, mm(2.4)), 0.3);
  for (const double dx : {-0.22, 0.06}) {
    canvas.fill(at(x + side * dx, y - side * 0.3, side * 0.16, side * 0.6), colours.seal);
  }
}

namespace {

void look_mark(Canvas& canvas, const Rect& box, const Rect& place, const Look& look) {
  if (place.w <= 0) return;
  const Theme& theme = canvas.theme();
  const double radius = canvas.em(Role::Caption) * 0.68;
  // Outside the sheet, on the side that the place is nearer to, with a pointer to it.
  const bool left = place.centre().x < box.centre().x;
  const double edge = left ? box.x : box.right();
  const double out = left ? -1.0 : 1.0;
  const Point centre{edge + out * radius * 1.3, std::clamp(place.centre().y, box.y + radius, box.bottom() - radius)};
  const Point tip{centre.x - out * radius * 1.85, centre.y};
  const Point pointer[] = {{centre.x - out * radius * 0.7, centre.y - radius * 0.72}, {centre.x - out * radius * 0.7, centre.y + radius * 0.72}, tip};
  canvas.polygon(pointer, theme.primary);
  canvas.circle(centre, radius, theme.primary);
  canvas.text_middle({centre.x - radius - 1, centre.y - radius, 2 * radius + 2, 2 * radius}, std::to_string(look.number),
                     {.role = Role::Caption, .weight = Weight::Bold, .align = Align::Center, .ink = theme.on_primary});
}

}  // namespace

bool is_card(PaperPicture picture) {
  switch (picture) {
    case PaperPicture::Licence:
    case PaperPicture::DrivingRecord:
    case PaperPicture::NumberCard:
    case PaperPicture::InsuranceCard: return true;
    case PaperPicture::Sheet:
    case PaperPicture::RegistryHistory:
    case PaperPicture::RegistryNow:
    case PaperPicture::RegistryExtract:
    case PaperPicture::RegistryOnline:
    case PaperPicture::TaxCertificate:
    case PaperPicture::LocalTax:
    case PaperPicture::TaxReceipt:
    case PaperPicture::DataSheet:
    case PaperPicture::TaxReturn:
    case PaperPicture::Statements:
    case PaperPicture::ResidentRecord:
    case PaperPicture::Passport:
    case PaperPicture::MailNotice:
    case PaperPicture::Letter:
    case PaperPicture::SpreadSheet:
    case PaperPicture::SealCertificate: break;
  }
  return false;
}

Rect paper_box(const Rect& area) {
  constexpr double kRatio = 210.0 / 297;
  const double w = std::min(area.w, area.h * kRatio);
  return area.middle(w, w / kRatio);
}

void paper(Canvas& canvas, const Rect& box, const PaperView& view) {
  const Canvas::Unspoken picture(canvas);  // a picture of words, not words to be read
  PaperPen pen(canvas, box, view);
  const bool card = is_card(view.picture) || view.picture == PaperPicture::Passport;
  if (!card) {
    canvas.fill(box, view.pale ? pen.colours.pale : pen.colours.ground, 1.2);
    canvas.stroke(box, view.pale ? pen.colours.rule : pen.colours.edge, 0.8, 1.2);
  }
  const PaperPlaces places = card ? draw_card(pen) : draw_sheet(pen);
  if (view.blurred) {  // a smear over the lower half: what was not legible
    Colour smear = pen.colours.ground;
    smear.a = 90;
    for (int i = 0; i < 5; ++i) canvas.fill(pen.at(10, 200 + 4.0 * i, 190, 60 - 8.0 * i), smear, 3);
  }
  for (const Look& look : view.looks) {
    switch (look.at) {
      case LookAt::Title: look_mark(canvas, box, places.title, look); break;
      case LookAt::Mark: look_mark(canvas, box, places.mark.w > 0 ? places.mark : places.title, look); break;
      case LookAt::Date: look_mark(canvas, box, places.date, look); break;
      case LookAt::Page: look_mark(canvas, box, places.page, look); break;
    }
  }
}

}  // namespace desk::screens
