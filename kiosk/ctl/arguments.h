// Arguments: `desk-ctl GROUP [VERB] [--key value | --key=value | word]… [--json] [--batch FILE|-] [--packs DIR]`, shared by all groups.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "data/base/result.h"
#include "kiosk/ctl/verb.h"

namespace desk::ctl {

struct Arguments {
  const Verb* verb = nullptr;  // null with `help`
  bool help = false;
  bool json = false;
  std::optional<std::string> batch;  // "-" is standard input
  std::optional<std::string> packs;
  std::vector<std::pair<std::string, std::optional<std::string>>> flags;  // as typed; no value: a bare flag
  std::vector<std::string> words;
};

// Finds the verb and the flags of every call; the verb's own flags are typed later, when its keys are known.
[[nodiscard]] Result<Arguments> parse_arguments(const std::vector<std::string>& words, const Registry& registry);

// The verb's own flags and words as one table of keys and values, not yet checked for range and completeness.
[[nodiscard]] Result<Node> table_of(const Arguments& arguments, const std::vector<Key>& keys);

}  // namespace desk::ctl
