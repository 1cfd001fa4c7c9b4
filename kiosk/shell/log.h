// The log: one line on standard error for each thing that staff or a developer may ask about later. Names of steps and codes, never a
// person's words, number or code; control characters are dropped.
#pragma once

#include <string_view>

#include "data/base/failure.h"

namespace desk::shell {

void log_note(std::string_view event, std::string_view detail);
void log_failure(std::string_view what, const Failure& failure);

}  // namespace desk::shell
