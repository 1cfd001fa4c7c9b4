#include "kiosk/flow/touch_grid.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace desk::flow {
namespace {

int third(int index, int count) { return count < 2 ? 1 : std::min(2, index * 3 / count); }

}  // namespace

bool TouchGrid::complete() const { return cells() > 0 && left() == 0; }

int TouchGrid::left() const { return static_cast<int>(std::count(wiped.begin(), wiped.end(), false)); }

std::vector<int> TouchGrid::dead() const {
  std::vector<int> numbers;
  for (std::size_t i = 0; i < wiped.size(); ++i) {
    if (!wiped[i]) numbers.push_back(static_cast<int>(i));
  }
  return numbers;
}

std::vector<std::string> TouchGrid::dead_places() const {
  static constexpr std::array<std::array<const char*, 3>, 3> kPlaces{
      {{"top_left", "top", "top_right"}, {"left", "middle", "right"}, {"bottom_left", "bottom", "bottom_right"}}};
  std::vector<std::string> places;
  for (const int cell : dead()) {
    const auto row = static_cast<std::size_t>(third(cell / columns, rows));
    const auto column = static_cast<std::size_t>(third(cell % columns, columns));
    const std::string place = kPlaces[row][column];
    if (std::find(places.begin(), places.end(), place) == places.end()) places.push_back(place);
  }
  return places;
}

bool wipe_cells(TouchGrid& grid, int columns, int rows, const std::vector<int>& cells) {
  if (columns < 1 || rows < 1) return false;
  if (grid.columns != columns || grid.rows != rows) {
    grid = TouchGrid{columns, rows, std::vector<bool>(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows), false)};
  }
  bool fresh = false;
  for (const int cell : cells) {
    if (cell < 0 || cell >= grid.cells()) continue;
    const auto at = static_cast<std::size_t>(cell);
    fresh = fresh || !grid.wiped[at];
    grid.wiped[at] = true;
  }
  return fresh;
}

std::vector<int> cells_between(int columns, int rows, double from_x, double from_y, double to_x, double to_y) {
  if (columns < 1 || rows < 1) return {};
  const auto index = [](double part, int count) { return std::clamp(static_cast<int>(part * count), 0, count - 1); };
  // Steps of a quarter cell: no corner that a finger crossed is left out by much, and none is added that it did not touch.
  const double length = std::max(std::abs(to_x - from_x) * columns, std::abs(to_y - from_y) * rows);
  const int steps = std::clamp(static_cast<int>(std::ceil(length * 4)), 1, 4 * (columns + rows));
  std::vector<int> cells;
  for (int i = 0; i <= steps; ++i) {
    const double t = static_cast<double>(i) / steps;
    const int cell = index(from_y + (to_y - from_y) * t, rows) * columns + index(from_x + (to_x - from_x) * t, columns);
    if (cells.empty() || cells.back() != cell) cells.push_back(cell);
  }
  return cells;
}

}  // namespace desk::flow
