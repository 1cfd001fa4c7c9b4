// Which branches an input reached, and whether it was the first to do so.
#pragma once

#include <cstddef>
#include <cstdint>

namespace desk::fuzz {

void begin_coverage();
// True when something was reached for the first time, or more often than ever (by powers of two).
[[nodiscard]] bool end_coverage();
[[nodiscard]] std::size_t edges_seen();

}  // namespace desk::fuzz
