// JSON as strangers send it: never a crash, and what was read once is read the same again from what we write.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "data/base/document.h"
#include "tests/fuzz/seeds.h"
#include "tests/fuzz/target.h"

std::vector<std::string> desk::fuzz::seeds() {
  std::vector<std::string> all = {"[]", "{\"a\":[1,-2.5e3,true,null,\"\\u3042\"]}", "[[[[{\"k\":{}}]]]]"};
  for (const std::string& line : golden_lines()) all.push_back(line.substr(line.find(' ') + 1));
  return all;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto node = desk::parse_json(text, "fuzz");
  if (!node) {
    desk::fuzz::require(!node.error().reason.empty(), "a refusal has a reason");
    return 0;
  }
  const std::string once = desk::dump_json(*node);
  const auto again = desk::parse_json(once, "fuzz");
  desk::fuzz::require(again.ok(), "what we write can be read");
  desk::fuzz::require(desk::dump_json(*again) == once, "writing and reading changes nothing");
  return 0;
}
