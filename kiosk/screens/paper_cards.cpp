// Cards and booklets: their own shape inside the place of a sheet.
#include <algorithm>

#include "kiosk/screens/paper_pen.h"

namespace desk::screens {
namespace {

using catalog::PaperPicture;

// A card as wide as the sheet's place, 85.6 × 54, in its middle: 210 × 132 of the pen's measure.
constexpr double kTop = 82;
constexpr double kHeight = 132;

void ground(PaperPen& pen, double x, double y, double w, double h) {
  const Rect body = pen.at(x, y, w, h);
  pen.canvas.fill(body, pen.view.pale ? pen.colours.pale : pen.colours.ground, 2);
  pen.canvas.stroke(body, pen.view.pale ? pen.colours.rule : pen.colours.edge, 0.8, 2);
}

void photo(PaperPen& pen, double x, double y, double w, double h) {
  pen.field(x, y, w, h, 0.6);
  pen.canvas.icon(Icon::Person, pen.at(x + w * 0.1, y + h * 0.08, w * 0.8, h * 0.84), pen.colours.ink, std::max(0.4, pen.mm(2.4)));
}

PaperPlaces licence(PaperPen& pen, bool with_last_day) {
  ground(pen, 0, kTop, 210, kHeight);
  const Rect title = pen.at(6, kTop + 4, 198, 26);
  pen.words(title, pen.view.title, Align::Left, Weight::Bold);
  for (int row = 0; row < 2; ++row) pen.bar(10, kTop + 36 + 13.0 * row, 100 - 24.0 * row);
  photo(pen, 148, kTop + 34, 52, 66);
  Rect date;
  if (with_last_day) {
    // The band with the last day, across the card.
    date = pen.at(6, kTop + 64, 136, 30);
    pen.canvas.fill(date, pen.colours.tint, 0.6);
    pen.words(date.inset(pen.mm(3), 0), pen.view.date, Align::Left, Weight::Regular);
  } else {
    pen.bar(10, kTop + 66, 84);
    pen.bar(10, kTop + 79, 60);
  }
  pen.bar(10, kTop + 106, 110, 10);
  for (int box = 0; box < 4; ++box) pen.frame(130 + 18.0 * box, kTop + 106, 16, 14, 0.35);
  return {title, {}, date, {}};
}

PaperPlaces number_card(PaperPen& pen) {
  ground(pen, 0, kTop, 210, kHeight);
  photo(pen, 10, kTop + 34, 54, 70);
  const Rect title = pen.at(6, kTop + 4, 198, 26);
  pen.words(title, pen.view.title, Align::Left, Weight::Bold);
  for (int row = 0; row < 3; ++row) pen.bar(76, kTop + 40 + 16.0 * row, 96 - 18.0 * row);
  pen.ink_bar(76, kTop + 96, 96, 12);
  pen.frame(178, kTop + 36, 22, 18, 0.6);  // the chip
  pen.rule(189, kTop + 36, 189, kTop + 54);
  return {title, {}, {}, {}};
}

PaperPlaces insurance_card(PaperPen& pen) {
  ground(pen, 0, kTop, 210, kHeight);
  pen.field(0, kTop, 210, 36, 2);
  const Rect title = pen.at(6, kTop + 5, 198, 26);
  pen.words(title, pen.view.title, Align::Left, Weight::Bold);
  for (int row = 0; row < 4; ++row) {
    pen.bar(12, kTop + 48 + 18.0 * row, 44);
    pen.bar(68, kTop + 48 + 18.0 * row, 110 - 16.0 * row);
  }
  return {title, {}, {}, {}};
}

PaperPlaces passport(PaperPen& pen) {
  ground(pen, 30, 46, 150, 210);
  const Rect title = pen.at(36, 62, 138, 36);
  pen.words(title, pen.view.title, Align::Center, Weight::Bold);
  const Point middle = pen.at(105, 158);
  pen.canvas.ring(middle, pen.mm(36), pen.colours.ink, std::max(0.5, pen.mm(2.4)));
  pen.canvas.ring(middle, pen.mm(16), pen.colours.ink, std::max(0.5, pen.mm(2.4)));
  for (const double x : {72.0, 138.0}) pen.canvas.circle(pen.at(x, 158), pen.mm(3), pen.colours.ink);
  for (const double y : {125.0, 191.0}) pen.canvas.circle(pen.at(105, y), pen.mm(3), pen.colours.ink);
  pen.bar(70, 222, 70);
  return {title, {}, {}, {}};
}

}  // namespace

PaperPlaces draw_card(PaperPen& pen) {
  switch (pen.view.picture) {
    case PaperPicture::Licence: return licence(pen, true);
    case PaperPicture::DrivingRecord: return licence(pen, false);
    case PaperPicture::NumberCard: return number_card(pen);
    case PaperPicture::InsuranceCard: return insurance_card(pen);
    case PaperPicture::Passport: return passport(pen);
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
    case PaperPicture::MailNotice:
    case PaperPicture::Letter:
    case PaperPicture::SpreadSheet:
    case PaperPicture::SealCertificate: break;
  }
  return {};
}

}  // namespace desk::screens
