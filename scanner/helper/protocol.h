// What the kiosk and its two helpers say to each other, as frames (scanner/frames.h has the byte format).
//
// desk-scan-helper lives for one order. The kiosk sends List, Scan or Watch, and perhaps Cancel; closing the stream means Cancel too.
//   List  -> Devices, Ended
//   Scan  -> Stage(Opening) Stage(Starting) Stage(Reading) Progress... Page... (again for each sheet) Stage(Finishing) Ended
//   Watch -> Sensor at once, at each change and at least once a second, until Cancel -> Ended
// Ended is the last frame; after it the helper closes the device and exits. Pages arrive in order but behind the progress of the next
// sheet, because they are judged while that one feeds.
//
// desk-page-helper answers one PageOrder frame with one PageAnswer frame and exits.
//
// Payloads, in the order of their fields; a page is: jpeg, width, height, dpi, colour 0/1, straightened degrees (real), preview width,
// preview height, preview RGBA, list of findings (code, measured (real), limit (real)).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "scanner/blank_sheet.h"
#include "scanner/frames.h"
#include "scanner/pdf.h"
#include "scanner/scanner.h"

namespace desk::scanner::protocol {

// Type 1: driver limit ms, total limit ms.
struct List { std::int64_t driver_ms = 8'000; std::int64_t total_ms = 20'000; };
// Type 2: device, source, dpi, most pages, stall ms, quality, preview side.
struct Scan { ScanJob job; std::int64_t stall_ms = 15'000; int quality = 75; int preview_side = 1200; };
// Type 3: device.
struct Watch { std::string device; };
// Type 4: nothing.
struct Cancel {};
// Type 5: list of rects (left, top, right, bottom), quarter turns, quality, preview side, page. Boxes first, then the turn.
struct ChangePage { std::vector<PageRect> rects; int quarter_turns = 0; int quality = 75; int preview_side = 1200; ScannedPage page; };
// Type 6: most bytes, least dpi, list of documents, each a list of pages (without their previews).
struct MakePdf { PdfRules rules; std::vector<std::vector<ScannedPage>> documents; };
// Type 7: page.
struct ReadQr { ScannedPage page; };
// Type 8: jpeg, dpi when the file does not say, quality, preview side. A picture from a file, judged as if it were scanned.
struct JudgeImage { Bytes jpeg; int dpi = 300; int quality = 75; int preview_side = 1200; };
// Type 9: pdf.
struct CountPages { Bytes pdf; };
// Type 10: page. A blank sheet: what does it say of the scanner's glass?
struct LookAtBlank { ScannedPage page; };

enum class Stage : int { Opening = 0, Starting = 1, Reading = 2, Finishing = 3 };

// Type 32: list of (name, vendor, model, kind).
struct Devices { std::vector<Device> devices; };
// Type 33: stage.
struct StageReached { Stage stage{}; };
// Type 34: page, percent.
struct Progressed { int page = 0; int percent = 0; };
// Type 35: number, page.
struct Page { int number = 0; ScannedPage page; };
// Type 36: staff code (0: well), where, reason, sheet under way.
struct End { std::optional<Failure> failure; int sheet = 0; };
// Type 37: state.
struct Sensor { PaperState state = PaperState::Unknown; };
// Type 40: page.
struct PageDone { ScannedPage page; };
// Type 41: list of files (bytes, pages, first, last), list of steps, list of split 0/1.
struct PdfDone { PdfBundle bundle; };
// Type 42: list of texts.
struct Texts { std::vector<std::string> texts; };
// Type 43: count.
struct Count { int count = 0; };
// Type 44: columns, rows, list of marks, specks, list of streaks in millimetres, blank 0/1, paper level.
struct Sheet { SheetLook look; };

using Message = std::variant<List, Scan, Watch, Cancel, ChangePage, MakePdf, ReadQr, JudgeImage, CountPages, Devices, StageReached,
                             Progressed, Page, End, Sensor, PageDone, PdfDone, Texts, Count,
                             LookAtBlank, Sheet>;

// A whole frame.
[[nodiscard]] Bytes encode(const Message& message);
// Nothing when the type is unknown or the payload does not fit it exactly.
[[nodiscard]] std::optional<Message> decode(const Frame& frame);

// A MakePdf frame without copying the pages first.
[[nodiscard]] Bytes encode_make_pdf(const std::vector<std::vector<const ScannedPage*>>& documents, const PdfRules& rules);

}  // namespace desk::scanner::protocol
