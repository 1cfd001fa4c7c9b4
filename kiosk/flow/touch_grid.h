// TouchGrid: the panel cut into cells that a finger has to wipe over once. Cells that never answered are the dead zones.
#pragma once

#include <string>
#include <vector>

namespace desk::flow {

// A cell by its number, row by row from the top left.
struct TouchGrid {
  int columns = 0, rows = 0;
  std::vector<bool> wiped;

  [[nodiscard]] int cells() const { return columns * rows; }
  [[nodiscard]] bool complete() const;
  [[nodiscard]] int left() const;                    // how many were not wiped yet
  [[nodiscard]] std::vector<int> dead() const;       // their numbers
  // Where the dead cells lie, as words of touch.place.<word>: top_left top top_right left middle right bottom_left bottom bottom_right.
  [[nodiscard]] std::vector<std::string> dead_places() const;
};

// A panel of another size begins anew. Numbers outside the grid are dropped. Returns whether a cell was new.
bool wipe_cells(TouchGrid& grid, int columns, int rows, const std::vector<int>& cells);

// The cells on the straight way from one point to another, both from 0,0 (top left) to 1,1 (bottom right): a fast finger reports few points.
[[nodiscard]] std::vector<int> cells_between(int columns, int rows, double from_x, double from_y, double to_x, double to_y);

}  // namespace desk::flow
