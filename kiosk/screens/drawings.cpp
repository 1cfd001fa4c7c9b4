#include "kiosk/screens/drawings.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace desk::screens {
namespace {

constexpr double kPeriod = 2.4;  // seconds from one sheet to the next: slower than a breath

// A square of 100 × 100 in the middle of the area.
class Board {
 public:
  Board(Canvas& on, const Rect& area) : canvas(on), square_(area.middle(std::min(area.w, area.h), std::min(area.w, area.h))) {}

  Canvas& canvas;
  [[nodiscard]] Point at(double x, double y) const { return {square_.x + x * unit(), square_.y + y * unit()}; }
  [[nodiscard]] Rect at(double x, double y, double w, double h) const { return {square_.x + x * unit(), square_.y + y * unit(), w * unit(), h * unit()}; }
  [[nodiscard]] double unit() const { return square_.w / 100; }
  [[nodiscard]] double pen() const { return std::max(0.55, 2.6 * unit()); }

  void body(const Rect& rect, double radius) {
    canvas.fill(rect, canvas.theme().card, radius);
    canvas.stroke(rect, canvas.theme().ink, pen(), radius);
  }
  void sheet(const Rect& rect) {
    canvas.fill(rect, canvas.theme().sheet.ground, 0.6);
    canvas.stroke(rect, canvas.theme().sheet.edge, std::max(0.45, pen() * 0.7), 0.6);
  }
  void lines(double x, double y, double w, int count, double pitch) {
    for (int i = 0; i < count; ++i) canvas.fill(at(x, y + pitch * i, i + 1 == count ? w * 0.6 : w, 3), canvas.theme().sheet.bar, 0.3);
  }
  void arrow_down(double x, double y, double length) {
    const Colour colour = canvas.theme().accent;
    const Point shaft[] = {at(x, y), at(x, y + length)};
    const Point head[] = {at(x - 7, y + length - 8), at(x, y + length), at(x + 7, y + length - 8)};
    canvas.polyline(shaft, false, colour, pen() * 1.3);
    canvas.polyline(head, false, colour, pen() * 1.3);
  }
  // 0..1..., eased at both ends; `rest` while nothing moves.
  [[nodiscard]] double along(double rest) const {
    const double seconds = canvas.setup().seconds;
    if (seconds <= 0) return rest;
    const double phase = std::fmod(seconds, kPeriod) / kPeriod;
    return 0.5 - 0.5 * std::cos(std::numbers::pi * phase);
  }

 private:
  Rect square_;
};

// The scanner from the front: tray behind, sheet above the slot, body below it.
void scanner(Board& board, double in) {
  Canvas& canvas = board.canvas;
  const Point tray[] = {board.at(24, 22), board.at(76, 22), board.at(82, 60), board.at(18, 60)};
  canvas.polygon(tray, canvas.theme().shade);
  canvas.polyline(tray, true, canvas.theme().ink, board.pen());
  // The part of the sheet that is in has gone: it is cut off at the slot.
  const double top = 4 + 44 * in;
  canvas.push_clip(board.at(0, 0, 100, 60));
  board.sheet(board.at(31, top, 38, 60));
  board.lines(37, top + 8, 26, 4, 9);
  canvas.pop_clip();
  board.body(board.at(10, 60, 80, 26), 2.4);
  canvas.fill(board.at(18, 58.4, 64, 3.2), canvas.theme().ink, 0.5);  // the slot
  canvas.circle(board.at(80, 73), 2.6 * board.unit(), canvas.theme().done.shape);
  canvas.fill(board.at(22, 78, 40, 2.4), canvas.theme().line, 0.4);
}

void slip(Board& board, double out) {
  Canvas& canvas = board.canvas;
  const double height = 8 + 44 * out;
  canvas.push_clip(board.at(0, 0, 100, 54));
  const double top = 54 - height;
  board.sheet(board.at(32, top, 36, 60));
  board.lines(38, top + 6, 24, 2, 7);
  // A QR is known by its three corners.
  for (const auto& [x, y] : {std::pair{40.0, 22.0}, std::pair{53.0, 22.0}, std::pair{40.0, 35.0}}) {
    canvas.stroke(board.at(x, top + y, 8, 8), canvas.theme().sheet.ink, std::max(0.4, board.unit() * 1.8), 0);
    canvas.fill(board.at(x + 3, top + y + 3, 2, 2), canvas.theme().sheet.ink);
  }
  canvas.fill(board.at(54, top + 36, 6, 6), canvas.theme().sheet.ink);
  canvas.pop_clip();
  board.body(board.at(12, 54, 76, 34), 3);
  canvas.fill(board.at(26, 52.4, 48, 3.2), canvas.theme().ink, 0.5);
  canvas.circle(board.at(78, 72), 2.6 * board.unit(), canvas.theme().done.shape);
}

void phone_body(Board& board) {
  board.body(board.at(26, 3, 48, 94), 5 * board.unit());
  board.canvas.fill(board.at(43, 8, 14, 2.2), board.canvas.theme().ink, 0.4);
  board.canvas.circle(board.at(50, 90.5), 2.4 * board.unit(), board.canvas.theme().ink);
}

void message(Board& board, double in) {
  Canvas& canvas = board.canvas;
  const Theme& theme = canvas.theme();
  phone_body(board);
  const double y = 20 + 8 * (1 - in);
  canvas.fill(board.at(31, y, 38, 34), theme.primary_pale, 2);
  canvas.stroke(board.at(31, y, 38, 34), theme.primary, board.pen() * 0.7, 2);
  for (int row = 0; row < 2; ++row) canvas.fill(board.at(36, y + 6 + 7 * row, row == 0 ? 28 : 18, 3), theme.edge, 0.3);
  // Six digits, as six marks: what is looked for in the message.
  for (int digit = 0; digit < 6; ++digit) canvas.fill(board.at(36 + 4.8 * digit, y + 22, 3.4, 6), theme.accent, 0.3);
  for (const double side : {-1.0, 1.0}) {  // it rings
    for (const double reach : {8.0, 14.0}) {
      std::vector<Point> wave;
      for (int i = -3; i <= 3; ++i) {
        const double angle = i * 0.16;
        wave.push_back(board.at(50 + side * (24 + reach * std::cos(angle) - 2), 30 + (24 + reach) * std::sin(angle) * 0.6));
      }
      canvas.polyline(wave, false, theme.accent, board.pen() * 0.7);
    }
  }
}

void account(Board& board) {
  Canvas& canvas = board.canvas;
  const Theme& theme = canvas.theme();
  phone_body(board);
  canvas.icon(Icon::Person, board.at(38, 15, 24, 24), theme.accent, board.pen() * 0.8);
  for (int row = 0; row < 2; ++row) canvas.stroke(board.at(32, 44 + 13.0 * row, 36, 9), theme.edge, board.pen() * 0.6, 1);
  canvas.fill(board.at(32, 71, 36, 10), theme.primary, 1.4);
  canvas.icon(Icon::Check, board.at(46, 72, 8, 8), theme.on_primary, board.pen() * 0.8);
}

void hidden(Board& board) {
  Canvas& canvas = board.canvas;
  board.sheet(board.at(20, 4, 60, 92));
  board.lines(28, 14, 44, 3, 9);
  canvas.fill(board.at(28, 50, 44, 12), canvas.theme().sheet.ink, 0.4);
  board.lines(28, 72, 44, 2, 9);
}

}  // namespace

void drawing(Canvas& canvas, Drawing what, const Rect& area) {
  Board board(canvas, area);
  switch (what) {
    case Drawing::None: break;
    case Drawing::SheetGoingIn: {
      const double in = board.along(0.25);
      scanner(board, in);
      board.arrow_down(84, 14 + 14 * in, 26);
      break;
    }
    case Drawing::SheetInside: scanner(board, board.along(0.6)); break;
    case Drawing::SlipComingOut: slip(board, board.along(1)); break;
    case Drawing::MessageComing: message(board, board.along(1)); break;
    case Drawing::AccountOnPhone: account(board); break;
    case Drawing::NumberHidden: hidden(board); break;
  }
}

}  // namespace desk::screens
