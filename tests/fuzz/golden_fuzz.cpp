// A file of golden cases as it comes with an update: refused with its place, or run to its end.
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <string>

#include "kiosk/ctl/golden.h"
#include "tests/fuzz/rules_desk.h"
#include "tests/fuzz/seeds.h"
#include "tests/fuzz/target.h"

// A case at a time: a whole file takes as long as a thousand of them.
std::vector<std::string> desk::fuzz::seeds() {
  std::vector<std::string> all;
  for (const auto& [year, file] : pack_files("golden.toml")) {
    (void)year;  // the cases of all years are run with the pack of 2026: a wrong answer is an answer too
    for (std::size_t at = file.find("[[case]]"); at != std::string::npos;) {
      const std::size_t next = file.find("[[case]]", at + 1);
      all.push_back(file.substr(at, next - at));
      at = next;
    }
  }
  return all;
}

namespace {

using namespace desk;

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static fuzz::RulesDesk desk;
  const std::string file = fuzz::scratch_folder() + "/golden.toml";
  std::ofstream(file, std::ios::binary).write(reinterpret_cast<const char*>(data), static_cast<std::streamsize>(size));
  const auto report = ctl::run_golden(file, 2026, desk.registry, desk.context);
  if (!report) {
    fuzz::require(!report.error().reason.empty(), "a complaint has a reason");
  } else {
    fuzz::require(report->cases > 0, "a file without a case is refused");
  }
  return 0;
}
