// What goes wrong with the demonstration scanner, as files that a person or a test puts into its folder:
//
//   fault              "<sheet> <percent> <what>": that sheet of the job stops there. what: JAMMED COVER_OPEN IO_ERROR NO_MEM,
//                      STALL (the driver says GOOD without data for ever) or HANG (it does not come back at all)
//   cover-open         starting fails with COVER_OPEN while the file is there
//   double-feed        the sheet below each fed one goes through with it, unseen: the pages are fewer than the sheets
//   busy               opening fails with DEVICE_BUSY while the file is there
//   fail-first-start   the next start fails with IO_ERROR and the file is taken away (a device that was asleep)
//   ppm                pages a minute; absent or 0: as fast as possible
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace desk::scanner::tray {

struct Fault {
  int sheet = 0;
  int percent = 0;
  std::string what;
};

[[nodiscard]] std::optional<Fault> fault_in(const std::filesystem::path& tray);
[[nodiscard]] bool present(const std::filesystem::path& tray, const char* name);
// True once for each file of that name.
[[nodiscard]] bool consume(const std::filesystem::path& tray, const char* name);
[[nodiscard]] double pages_a_minute(const std::filesystem::path& tray);

}  // namespace desk::scanner::tray
