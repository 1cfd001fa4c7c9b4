// ESC/POS: values to bytes and bytes to values; no device is touched here.
//
// A job is, in this order:
//   1B 40                       ESC @        forget what an earlier job may have set
//   1D 76 30 00 xL xH yL yH d…  GS v 0       a band of at most 256 rows; x = bytes a row, y = rows, d = x*y bytes, high bit left, 1 black
//   1B 64 03                    ESC d 3      three lines of feed, so that a model without a cutter shows the end above its tear bar
//   1D 56 42 00                 GS V B 0     feed to the cutter and cut partially (the slip stays hanging until it is taken)
// Bands are 256 rows because cheap heads have small buffers: one large raster prints as garbage there (odoo#47635).
// Some printers hear real-time commands even inside a picture (Epson's note on DLE EOT): where dots would spell 10 04, 10 05 or 10 14,
// one dot is added beside another (10 -> 18), so that no answer comes unasked. Nobody can see it.
// The picture carries all text, so no code page and no kanji mode is ever used (escpos-php#478, #819: "?" instead of Japanese).
//
// Two ways of asking, and the difference carries the honesty of "printed":
//   10 04 n  DLE EOT n   answered at once, even while paper still moves: n=1 printer, 2 why it is offline, 4 roll paper
//   1D 72 01 GS r 1      queued behind the job like any command: its answer proves that everything before it was worked off
// (Epson ESC/POS reference; the answers of both were seen from the fixture in tests/printer as devices.md 4.1 notes them.)
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "data/base/failure.h"
#include "printer/raster1.h"

namespace desk::printer {

using Bytes = std::vector<std::uint8_t>;

inline constexpr int kBandRows = 256;

// The whole job as above.
[[nodiscard]] Bytes encode_job(const Raster1& raster);

// White bytes that fill up a band which a broken-off job may have left open in the printer; beyond the band NUL prints nothing.
// Sent before the next job, or its first rows would be swallowed as the rest of the old band.
[[nodiscard]] Bytes encode_resync(int paper_dots);

enum class Ask { Printer, OfflineCause, Paper, JobDone };
[[nodiscard]] Bytes encode_ask(Ask ask);

// True when `byte` can be an answer to `ask`. DLE EOT answers have the fixed bits 0xx1xx10, GS r answers have 0xx0xxxx: so a late
// answer to one is never taken for the other, nor XON/XOFF (11h, 13h) for either.
[[nodiscard]] bool answers(Ask ask, std::uint8_t byte);

struct PrinterStatus {
  bool online = true;
  bool cover_open = false;
  bool paper_out = false;
  bool paper_low = false;  // still prints
  bool error = false;      // cutter, head or another fault that the printer reports
  friend bool operator==(const PrinterStatus&, const PrinterStatus&) = default;
};

struct StatusBytes {
  std::uint8_t printer = 0;  // DLE EOT 1: bit 3 offline
  std::uint8_t cause = 0;    // DLE EOT 2: bit 2 cover open, bit 5 stopped for paper, bit 6 error
  std::uint8_t paper = 0;    // DLE EOT 4: bits 2,3 near end, bits 5,6 end
};
[[nodiscard]] PrinterStatus decode_status(const StatusBytes& bytes);

// GS r 1: bits 0,1 near end; bits 2,3 end.
struct PaperSensor {
  bool low = false;
  bool out = false;
  friend bool operator==(const PaperSensor&, const PaperSensor&) = default;
};
[[nodiscard]] PaperSensor decode_paper_sensor(std::uint8_t byte);

// What keeps this printer from printing, the cause a person can mend first: cover, paper, error, offline. Nothing: ready.
[[nodiscard]] std::optional<Failure> obstacle(const PrinterStatus& status);

}  // namespace desk::printer
