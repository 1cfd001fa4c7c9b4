// The last resort of a template that shows much: its parts one under the other, as many as fit, and もっと見る for the rest. Drawn where the
// canvas is tight (a small panel, the largest text), so that nothing is left out and nothing is smaller than it may be.
#pragma once

#include <functional>
#include <vector>

#include "kiosk/screens/paging.h"

namespace desk::screens {

using Blocks = std::vector<std::function<void(Column&)>>;

// Returns the index of the first block of the next page; the number of blocks when this is the last.
int paged_blocks(Canvas& canvas, const Rect& content, const Blocks& blocks, const Paging& paging);

}  // namespace desk::screens
