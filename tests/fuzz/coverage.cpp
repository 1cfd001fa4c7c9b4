// Coverage: what GCC's -fsanitize-coverage=trace-pc calls at every branch of the instrumented rooms. Not instrumented itself.
#include "tests/fuzz/coverage.h"

#include <array>

namespace desk::fuzz {
namespace {

constexpr std::size_t kEdges = 1U << 16;
std::array<std::uint8_t, kEdges> counts;
std::array<std::uint8_t, kEdges> seen;  // one bit a power of two
bool counting = false;
std::uintptr_t before = 0;

std::uint8_t bucket(std::uint8_t count) {
  int bit = 0;
  while (bit < 7 && count >= (2U << bit)) ++bit;
  return static_cast<std::uint8_t>(1U << bit);
}

}  // namespace

void begin_coverage() {
  counts.fill(0);
  before = 0;
  counting = true;
}

bool end_coverage() {
  counting = false;
  bool fresh = false;
  for (std::size_t i = 0; i < kEdges; ++i) {
    if (counts[i] == 0) continue;
    const std::uint8_t mark = bucket(counts[i]);
    if ((mark & ~seen[i]) == 0) continue;
    seen[i] = static_cast<std::uint8_t>(seen[i] | mark);
    fresh = true;
  }
  return fresh;
}

std::size_t edges_seen() {
  std::size_t sum = 0;
  for (const std::uint8_t each : seen) sum += each != 0;
  return sum;
}

}  // namespace desk::fuzz

extern "C" void __sanitizer_cov_trace_pc() {
  using namespace desk::fuzz;
  if (!counting) return;
  // Programs are loaded at another place each time: the distance to this function stays the same.
  const std::uintptr_t here = reinterpret_cast<std::uintptr_t>(__builtin_return_address(0)) - reinterpret_cast<std::uintptr_t>(&begin_coverage);
  const std::uintptr_t spread = here * 0x9E3779B97F4A7C15U >> 40;
  std::uint8_t& count = counts[(spread ^ before) % kEdges];
  if (count < 255) ++count;
  before = spread >> 1;
}
