// One line of `desk-ctl rules VERB --batch -`: "VERB {…}". The answer is one line of JSON, also when the line was bad.
#include <cstddef>
#include <cstdint>
#include <sstream>
#include <string>

#include "kiosk/ctl/program.h"
#include "tests/fuzz/rules_desk.h"
#include "tests/fuzz/seeds.h"
#include "tests/fuzz/target.h"

std::vector<std::string> desk::fuzz::seeds() { return golden_lines(); }

namespace {

using namespace desk;
using fuzz::require;

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static fuzz::RulesDesk desk;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto cut = text.find(' ');
  if (cut == std::string_view::npos) return -1;
  const ctl::Verb* verb = ctl::find_verb(desk.registry, "rules", text.substr(0, cut));
  if (verb == nullptr || !verb->batch) return -1;
  const auto line = parse_json(text.substr(cut + 1), "line");
  if (!line) return 0;
  const auto answer = ctl::call(*verb, *line, desk.context);
  if (!answer) {
    require(answer.error().code == StaffCode::BadInput, "a line is bad input, never more");
    require(!answer.error().reason.empty(), "a bad line has a reason");
    return 0;
  }
  const std::string written = dump_json(answer->node);
  require(written.find('\n') == std::string::npos, "an answer is one line");
  require(parse_json(written, "answer").ok(), "an answer is JSON");
  return 0;
}
