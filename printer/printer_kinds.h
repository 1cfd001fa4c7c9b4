// The printers behind make_printer. Private to the room.
#pragma once

#include <memory>
#include <string>

#include "printer/printer.h"

namespace desk::printer {

// Job numbers, queue and callbacks are the same for every kind; a kind says how one job is settled and how the device is asked.
[[nodiscard]] std::unique_ptr<Printer> make_tcp_printer(std::string host, std::string port, const PaperProfile&, const PrinterLimits&);
[[nodiscard]] std::unique_ptr<Printer> make_device_printer(std::string path, const PaperProfile&, const PrinterLimits&);
[[nodiscard]] std::unique_ptr<Printer> make_file_printer(std::string directory, const PaperProfile&);

}  // namespace desk::printer
