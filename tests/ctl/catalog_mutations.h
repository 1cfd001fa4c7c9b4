// A pack with one of everything, and every way of changing one fact of it: what `catalog diff` must say, each in exactly one sentence.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "data/catalog/pack.h"

namespace desk::ctl::test {

[[nodiscard]] catalog::Pack pack_with_one_of_everything();

struct Mutation {
  std::string thing, field;  // where it must be found
  std::function<void(catalog::Pack&)> make;
};
[[nodiscard]] std::vector<Mutation> every_mutation();

}  // namespace desk::ctl::test
