// Turning pages: what every list, table and page of blocks without scrolling shares.
#pragma once

#include <string>
#include <vector>

#include "kiosk/screens/widgets.h"

namespace desk::screens {

// Where the pages of a template stand: the scene keeps it between frames (UiState::first, next_first).
struct Paging {
  int first = 0;
  std::string more_label, less_label;
};

// The rows from `first` on that find room one under the other, `across` side by side: how many, and where each line of them stands.
struct PageOfRows {
  int rows = 0;
  std::vector<double> tops, heights;
};
[[nodiscard]] PageOfRows page_of_rows(const std::vector<double>& heights, int first, int across, double room, double gap);

// Rows that differ little get one height, so that the list stands still from page to page; those that differ much keep their own.
void even_out(std::vector<double>& heights);

// Cuts the room of the two buttons that turn the page off `area`: under it, or beside it where height is what lacks.
struct TurningPlaces {
  Rect less, more;
};
[[nodiscard]] TurningPlaces cut_turning_places(Canvas& canvas, Rect& area, const Paging& paging, double gap);
void turning_buttons(Canvas& canvas, const TurningPlaces& places, const Paging& paging, bool less, bool more);

}  // namespace desk::screens
