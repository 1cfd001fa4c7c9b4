#include "kiosk/screens/icons.h"

#include <cmath>
#include <map>
#include <numbers>

namespace desk::screens {
namespace {

using Points = std::vector<Point>;

// Angles in degrees, clockwise from the right, as y grows downwards.
Points arc(Point centre, double rx, double ry, double from, double to) {
  Points points;
  const int steps = std::max(6, static_cast<int>(std::abs(to - from) / 7));
  for (int i = 0; i <= steps; ++i) {
    const double a = (from + (to - from) * i / steps) * std::numbers::pi / 180;
    points.push_back({centre.x + rx * std::cos(a), centre.y + ry * std::sin(a)});
  }
  return points;
}

Points join(std::initializer_list<Points> parts) {
  Points all;
  for (const Points& part : parts) all.insert(all.end(), part.begin(), part.end());
  return all;
}

IconStroke open(Points points) { return {std::move(points), false, false}; }
IconStroke closed(Points points) { return {std::move(points), true, false}; }
IconStroke solid(Points points) { return {std::move(points), true, true}; }
IconStroke round(Point centre, double radius) {
  Points points = arc(centre, radius, radius, 0, 360);
  points.pop_back();
  return closed(std::move(points));
}
IconStroke disc(Point centre, double radius) {
  IconStroke stroke = round(centre, radius);
  stroke.filled = true;
  return stroke;
}
IconStroke box(double x, double y, double w, double h) { return closed({{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}}); }

std::vector<IconStroke> building() {
  std::vector<IconStroke> strokes{open({{16, 90}, {16, 20}, {58, 20}, {58, 90}}), open({{58, 44}, {84, 44}, {84, 90}}), open({{6, 90}, {94, 90}})};
  for (double y : {35.0, 51.0, 67.0}) {
    strokes.push_back(open({{27, y}, {33, y}}));
    strokes.push_back(open({{42, y}, {48, y}}));
  }
  for (double y : {57.0, 72.0}) strokes.push_back(open({{69, y}, {74, y}}));
  return strokes;
}

std::vector<IconStroke> make(Icon icon) {
  switch (icon) {
    case Icon::None: return {};
    case Icon::Building: return building();
    case Icon::Person:
      return {round({50, 32}, 18), closed(join({arc({50, 90}, 33, 38, 180, 360)}))};
    case Icon::Bell:
      return {open({{50, 10}, {50, 18}}),
              closed(join({{{22, 74}, {22, 48}}, arc({50, 46}, 28, 28, 180, 360), {{78, 48}, {78, 74}, {86, 80}, {14, 80}}})),
              open(arc({50, 84}, 11, 8, 10, 170))};
    case Icon::ArrowLeft: return {open({{88, 50}, {12, 50}}), open({{40, 22}, {12, 50}, {40, 78}})};
    case Icon::ArrowRight: return {open({{12, 50}, {88, 50}}), open({{60, 22}, {88, 50}, {60, 78}})};
    case Icon::Check: return {open({{17, 54}, {40, 77}, {84, 27}})};
    case Icon::Cross: return {open({{24, 24}, {76, 76}}), open({{76, 24}, {24, 76}})};
    case Icon::Exclamation: return {open({{50, 16}, {50, 60}}), disc({50, 82}, 6)};
    case Icon::Dash: return {open({{24, 50}, {76, 50}})};
    case Icon::Question:
      return {open(join({arc({50, 34}, 22, 20, 190, 400), {{53, 53}, {50, 64}}})), disc({50, 83}, 6)};
    case Icon::DoubleRing: return {round({50, 50}, 40), round({50, 50}, 22)};
    case Icon::Tray:
      return {closed({{10, 66}, {90, 66}, {97, 88}, {3, 88}}), open({{26, 66}, {26, 44}, {74, 44}, {74, 66}}),
              open({{31, 44}, {36, 14}, {64, 14}, {69, 44}})};
    case Icon::Phone: return {box(28, 6, 44, 88), open({{44, 82}, {56, 82}})};
    case Icon::Receipt:
      return {closed({{24, 8}, {76, 8}, {76, 92}, {67, 85}, {58, 92}, {50, 85}, {42, 92}, {33, 85}, {24, 92}}), open({{36, 28}, {64, 28}}),
              open({{36, 44}, {64, 44}}), open({{36, 60}, {54, 60}})};
    case Icon::Paper:
      return {closed({{22, 8}, {62, 8}, {80, 26}, {80, 92}, {22, 92}}), open({{62, 8}, {62, 26}, {80, 26}}), open({{36, 46}, {66, 46}}),
              open({{36, 61}, {66, 61}}), open({{36, 76}, {54, 76}})};
    case Icon::Clock: return {round({50, 50}, 40), open({{50, 24}, {50, 50}, {68, 60}})};
    case Icon::Letters:
      return {open({{6, 82}, {30, 22}, {54, 82}}), open({{15, 62}, {45, 62}}), open({{62, 82}, {78, 44}, {94, 82}}), open({{68, 70}, {88, 70}})};
    case Icon::HalfDisc: return {round({50, 50}, 38), solid(arc({50, 50}, 38, 38, 90, 270))};
    case Icon::Globe:
      return {round({50, 50}, 40), open({{10, 50}, {90, 50}}), closed(arc({50, 50}, 18, 40, 0, 352)), open(arc({50, 14}, 33, 16, 22, 158)),
              open(arc({50, 86}, 33, 16, 202, 338))};
    case Icon::Speaker:
      return {closed({{10, 38}, {28, 38}, {50, 18}, {50, 82}, {28, 62}, {10, 62}}), open(arc({52, 50}, 16, 18, -50, 50)),
              open(arc({52, 50}, 34, 36, -50, 50))};
    case Icon::Shop:
      return {closed({{14, 14}, {86, 14}, {94, 38}, {6, 38}}), open({{14, 38}, {14, 90}, {86, 90}, {86, 38}}), box(26, 54, 22, 36),
              open({{60, 54}, {76, 54}, {76, 70}, {60, 70}, {60, 54}})};
    case Icon::Laptop: return {box(18, 20, 64, 46), closed({{18, 66}, {82, 66}, {94, 82}, {6, 82}})};
    case Icon::Register: return {box(16, 54, 68, 34), closed({{26, 54}, {34, 28}, {66, 28}, {74, 54}}), box(42, 10, 30, 18), open({{44, 72}, {56, 72}})};
    case Icon::Card: return {box(8, 22, 84, 56), open({{8, 40}, {92, 40}}), open({{20, 62}, {42, 62}})};
    case Icon::Shield: return {closed({{50, 8}, {86, 20}, {82, 58}, {50, 92}, {18, 58}, {14, 20}}), open({{34, 48}, {46, 60}, {68, 36}})};
    case Icon::Pencil: return {closed({{14, 86}, {20, 64}, {68, 16}, {84, 32}, {36, 80}}), open({{57, 27}, {73, 43}})};
    case Icon::Eraser: return {closed({{12, 62}, {54, 20}, {84, 50}, {50, 84}, {32, 84}}), open({{33, 41}, {64, 70}}), open({{50, 84}, {92, 84}})};
    case Icon::House: return {open({{10, 50}, {50, 14}, {90, 50}}), open({{22, 42}, {22, 88}, {78, 88}, {78, 42}}), box(42, 60, 16, 28)};
    case Icon::Info: return {round({50, 50}, 40), open({{50, 46}, {50, 72}}), disc({50, 30}, 5)};
    case Icon::Printer: return {open({{26, 36}, {26, 10}, {74, 10}, {74, 36}}), box(10, 36, 80, 34), box(26, 60, 48, 30), disc({76, 48}, 4)};
    case Icon::Calendar: return {box(12, 20, 76, 68), open({{12, 40}, {88, 40}}), open({{32, 10}, {32, 26}}), open({{68, 10}, {68, 26}})};
  }
  return {};
}

}  // namespace

const std::vector<IconStroke>& strokes_of(Icon icon) {
  static const std::map<Icon, std::vector<IconStroke>> all = [] {
    std::map<Icon, std::vector<IconStroke>> made;
    for (int i = 0; i <= static_cast<int>(Icon::Calendar); ++i) made.emplace(static_cast<Icon>(i), make(static_cast<Icon>(i)));
    return made;
  }();
  return all.at(icon);
}

}  // namespace desk::screens
