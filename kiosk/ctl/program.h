// The program around the verbs: one call, or --batch; output, complaints and exit codes (design section 9). Streams are passed in, so
// that tests see exactly what an operator's script sees.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "data/base/clock.h"
#include "kiosk/ctl/verb.h"

namespace desk::ctl {

// Exit 0: answered, also when the answer is "no". 2: bad input, with the key and the reason on `err`. 1: it could not.
inline constexpr int kAnswered = 0;
inline constexpr int kCouldNot = 1;
inline constexpr int kBadInput = 2;

struct Surroundings {
  const Clock& clock;
  std::string default_packs;
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
};

[[nodiscard]] int run_program(const std::vector<std::string>& words, const Registry& registry, const Surroundings& with);

// One call with a table of keys, as --batch and the golden cases make it.
[[nodiscard]] Result<Answer> call(const Verb& verb, Node table, Context& context);

}  // namespace desk::ctl
