// A file that a call writes because its key `out` asked for it. Mode 0600: papers and slips belong to one person.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "data/base/result.h"

namespace desk::ctl {

// Whole and on the disk, or not there. A place that cannot be written is bad input (`out`); a full disk is StoreFull.
[[nodiscard]] Done write_output(const std::vector<std::uint8_t>& bytes, const std::string& path);

}  // namespace desk::ctl
