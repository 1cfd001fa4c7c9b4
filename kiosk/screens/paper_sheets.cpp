// Sheets of A4.
#include "kiosk/screens/paper_pen.h"

namespace desk::screens {
namespace {

using catalog::PaperPicture;

constexpr double kWidths[] = {80, 92, 60, 88, 70, 84, 52};

PaperPlaces usual_places(const PaperPen& pen) { return {pen.at(8, 14, 194, 54), {}, pen.at(18, 206, 134, 30), pen.at(150, 262, 52, 30)}; }

void rows_of(PaperPen& pen, double top, double pitch, int rows, bool underlined) {
  for (int row = 0; row < rows; ++row) {
    const double y = top + pitch * row;
    pen.bar(28, y, 30 + (row * 7) % 12);
    pen.bar(84, y, kWidths[row % 7]);
    // Past entries of a register are underlined, not erased: what makes it the one with the history.
    if (underlined && row % 2 == 1) pen.canvas.fill(pen.at(84, y + 10.5, kWidths[row % 7], 2.4), pen.colours.ink);
  }
}

PaperPlaces plain_sheet(PaperPen& pen) {
  pen.title();
  pen.table(20, 76, 170, 122, 5, {75});
  rows_of(pen, 84, 24.4, 5, false);
  pen.date();
  pen.round_seal(172, 236, 20);
  pen.page_number();
  return usual_places(pen);
}

PaperPlaces registry(PaperPen& pen, PaperPicture kind) {
  const bool online = kind == PaperPicture::RegistryOnline;
  if (online) {  // printed from a web page: the browser's bar on top, no seal below
    pen.field(0, 0, 210, 16, 1.2);
    for (const double x : {8.0, 17.0, 26.0}) pen.canvas.circle(pen.at(x, 8), pen.mm(2.6), pen.colours.edge);
    pen.bar(42, 4.5, 140, 7);
  }
  pen.title(online ? 20 : 14, online ? 48 : 54);
  const bool history = kind == PaperPicture::RegistryHistory;
  const int rows = history ? 7 : kind == PaperPicture::RegistryExtract ? 2 : 4;
  const double pitch = history ? 17.5 : 24.4;
  pen.table(20, 76, 170, pitch * rows, rows, {75});
  rows_of(pen, 76 + (pitch - 8) / 2 - (history ? 1.5 : 0), pitch, rows, history);
  pen.date();
  if (!online) pen.round_seal(172, 236, 20);
  pen.page_number();
  return usual_places(pen);
}

PaperPlaces tax_certificate(PaperPen& pen) {
  const bool boxed = !pen.view.mark.empty();
  pen.words(pen.at(8, 12, boxed ? 122 : 194, 50), pen.view.title, Align::Center, Weight::Bold);
  const Rect mark = pen.at(134, 14, 66, 46);
  if (boxed) {
    pen.canvas.stroke(mark, pen.colours.ink, 0.7, 0.6);
    pen.words(mark.inset(0.4), pen.view.mark, Align::Center, Weight::Bold);
  }
  // Amounts under heads: year, tax, paid, owed.
  pen.field(20, 76, 170, 18, 0);
  pen.table(20, 76, 170, 108, 6, {58, 102, 146});
  for (int row = 1; row < 6; ++row) {
    const double y = 81 + 18.0 * row;
    pen.bar(26, y, 24);
    pen.bar(66, y, 28);
    pen.bar(108 + (row * 5) % 9, y, 28 - (row * 5) % 9);
    pen.bar(154 + (row * 7) % 11, y, 28 - (row * 7) % 11);
  }
  pen.date();
  pen.square_seal(172, 234, 38);
  pen.page_number();
  PaperPlaces places = usual_places(pen);
  places.title = pen.at(8, 12, 120, 50);
  if (boxed) places.mark = mark;
  return places;
}

PaperPlaces local_tax(PaperPen& pen) {
  pen.canvas.icon(Icon::Building, pen.at(14, 14, 40, 40), pen.colours.ink, std::max(0.4, pen.mm(2.4)));
  pen.words(pen.at(58, 12, 146, 50), pen.view.title, Align::Center, Weight::Bold);
  for (int row = 0; row < 4; ++row) {
    pen.frame(24, 80 + 26.0 * row, 162, 20);
    pen.bar(30, 86 + 26.0 * row, 44);
    pen.bar(96, 86 + 26.0 * row, kWidths[row]);
  }
  pen.date();
  pen.square_seal(172, 234, 38);
  return usual_places(pen);
}

PaperPlaces tax_receipt(PaperPen& pen) {
  // A strip in the middle of nothing, its lower edge torn.
  const Rect strip = pen.at(54, 16, 102, 236);
  pen.canvas.fill(strip, pen.colours.tint, 0);
  pen.canvas.stroke(strip, pen.colours.edge, 0.5, 0);
  std::vector<Point> torn;
  for (int i = 0; i <= 12; ++i) torn.push_back(pen.at(54 + 102.0 * i / 12, i % 2 == 0 ? 252 : 244));
  pen.canvas.polyline(torn, false, pen.colours.edge, 0.6);
  pen.words(pen.at(56, 20, 98, 44), pen.view.title, Align::Center, Weight::Bold);
  for (int row = 0; row < 6; ++row) {
    pen.bar(64, 78 + 18.0 * row, 40, 6);
    pen.bar(116, 78 + 18.0 * row, 30, 6);
  }
  pen.round_seal(132, 214, 18);
  return {pen.at(56, 20, 98, 44), {}, {}, {}};
}

PaperPlaces data_sheet(PaperPen& pen) {
  pen.title();
  for (int row = 0; row < 9; ++row) {
    const double x = 26 + 14.0 * (row % 3);
    const double y = 84 + 18.0 * row;
    const Point less[] = {pen.at(x + 8, y - 1), pen.at(x, y + 4), pen.at(x + 8, y + 9)};
    pen.canvas.polyline(less, false, pen.colours.ink, std::max(0.4, pen.mm(2)));
    pen.bar(x + 14, y, kWidths[row % 7]);
  }
  return usual_places(pen);
}

PaperPlaces tax_return(PaperPen& pen) {
  const Rect mark = pen.at(146, 12, 56, 36);
  const bool marked = !pen.view.mark.empty();
  pen.words(pen.at(46, 12, marked ? 98 : 156, 50), pen.view.title, Align::Center, Weight::Bold);
  if (marked) {
    pen.canvas.fill(mark, pen.colours.tint, 0.6);
    pen.words(mark, pen.view.mark, Align::Center, Weight::Bold);
  }
  pen.canvas.ring(pen.at(26, 36), pen.mm(17), pen.colours.rule, 0.5);  // the place of the office's stamp
  // Two columns of amounts, digit by digit in boxes: nothing else looks so.
  for (const double x : {14.0, 110.0}) {
    for (int row = 0; row < 8; ++row) {
      const double y = 72 + 17.0 * row;
      pen.field(x, y, 30, 13, 0);
      for (int box = 0; box < 6; ++box) pen.frame(x + 33 + 9.0 * box, y, 9, 13, 0.3);
    }
  }
  pen.date();
  pen.ink_bar(110, 244, 86, 10);  // マイナンバー, blacked out
  PaperPlaces places = usual_places(pen);
  places.title = pen.at(46, 12, 98, 50);
  if (marked) places.mark = mark;
  return places;
}

PaperPlaces statements(PaperPen& pen) {
  pen.title();
  pen.frame(16, 76, 178, 140, 0.5);
  pen.rule(105, 76, 105, 216, 0.6);
  pen.field(16, 76, 178, 16, 0);
  for (const double x : {22.0, 111.0}) {
    for (int row = 0; row < 6; ++row) {
      pen.bar(x, 99 + 16.0 * row, 34, 7);
      pen.bar(x + 48 + (row * 5) % 11, 99 + 16.0 * row, 30 - (row * 5) % 11, 7);
    }
    // The double line under a total.
    pen.ink_bar(x + 44, 196, 36, 2);
    pen.ink_bar(x + 44, 200, 36, 2);
  }
  pen.page_number();
  PaperPlaces places = usual_places(pen);
  places.date = {};
  return places;
}

PaperPlaces resident_record(PaperPen& pen) {
  pen.title();
  for (int person = 0; person < 3; ++person) {
    const double y = 74 + 44.0 * person;
    pen.frame(18, y, 174, 38, 0.4);
    pen.canvas.icon(Icon::Person, pen.at(22, y + 6, 26, 26), pen.colours.edge, std::max(0.35, pen.mm(2)));
    pen.bar(56, y + 6, 60);
    pen.bar(56, y + 20, 44);
    pen.ink_bar(124, y + 20, 60, 10);  // the number, blacked out
  }
  pen.date();
  pen.square_seal(172, 236, 36);
  pen.page_number();
  return usual_places(pen);
}

PaperPlaces mail_notice(PaperPen& pen) {
  pen.field(0, 0, 210, 22, 1.2);
  pen.frame(12, 5, 20, 12, 0.5);
  const Point flap[] = {pen.at(12, 5), pen.at(22, 12), pen.at(32, 5)};
  pen.canvas.polyline(flap, false, pen.colours.rule, 0.5);
  pen.words(pen.at(8, 26, 194, 40), pen.view.mark.empty() ? pen.view.title : pen.view.mark, Align::Center, Weight::Bold);
  for (int row = 0; row < 6; ++row) {
    const double y = 78 + 20.0 * row;
    pen.bar(22, y, 42);
    pen.bar(76, y, kWidths[row] + 10);
    pen.rule(18, y + 14, 192, y + 14);
  }
  pen.date();
  PaperPlaces places = usual_places(pen);
  places.title = places.mark = pen.at(8, 26, 194, 40);
  return places;
}

PaperPlaces letter(PaperPen& pen) {
  pen.title();
  pen.bar(24, 82, 64, 10);
  for (int row = 0; row < 5; ++row) pen.bar(24, 112 + 17.0 * row, row == 4 ? 90 : 162, 7);
  pen.date();
  pen.round_seal(172, 236, 20);
  return usual_places(pen);
}

PaperPlaces spread_sheet(PaperPen& pen) {
  pen.title(8, 46);
  pen.field(16, 62, 178, 14, 0);
  pen.field(16, 62, 20, 210, 0);
  pen.table(16, 62, 178, 210, 15, {36, 76, 116, 156});
  for (int row = 1; row < 9; ++row) pen.bar(40, 66 + 14.0 * row, 28, 6);
  return {pen.at(8, 8, 194, 46), {}, {}, {}};
}

PaperPlaces seal_certificate(PaperPen& pen) {
  pen.title();
  pen.frame(20, 76, 66, 66, 0.6);
  pen.round_seal(53, 109, 26);
  for (int row = 0; row < 4; ++row) pen.bar(98, 82 + 16.0 * row, kWidths[row]);
  pen.table(20, 152, 170, 46, 2, {75});
  rows_of(pen, 159, 23, 2, false);
  pen.date();
  pen.square_seal(172, 236, 34);
  return usual_places(pen);
}

}  // namespace

PaperPlaces draw_sheet(PaperPen& pen) {
  switch (pen.view.picture) {
    case PaperPicture::RegistryHistory:
    case PaperPicture::RegistryNow:
    case PaperPicture::RegistryExtract:
    case PaperPicture::RegistryOnline: return registry(pen, pen.view.picture);
    case PaperPicture::TaxCertificate: return tax_certificate(pen);
    case PaperPicture::LocalTax: return local_tax(pen);
    case PaperPicture::TaxReceipt: return tax_receipt(pen);
    case PaperPicture::DataSheet: return data_sheet(pen);
    case PaperPicture::TaxReturn: return tax_return(pen);
    case PaperPicture::Statements: return statements(pen);
    case PaperPicture::ResidentRecord: return resident_record(pen);
    case PaperPicture::MailNotice: return mail_notice(pen);
    case PaperPicture::Letter: return letter(pen);
    case PaperPicture::SpreadSheet: return spread_sheet(pen);
    case PaperPicture::SealCertificate: return seal_certificate(pen);
    case PaperPicture::Sheet:
    case PaperPicture::Licence:
    case PaperPicture::DrivingRecord:
    case PaperPicture::NumberCard:
    case PaperPicture::Passport:
    case PaperPicture::InsuranceCard: break;
  }
  return plain_sheet(pen);
}

}  // namespace desk::screens
