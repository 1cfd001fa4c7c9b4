// One paper from the scanner into PDFs, and waiting for it: for desk-ctl and the self-test. Blocks; the kiosk uses Scanner itself.
#pragma once

#include <functional>
#include <vector>

#include "data/base/result.h"
#include "scanner/page_work.h"
#include "scanner/scanner.h"

namespace desk::scanner {

struct ScannedDocument {
  std::vector<ScannedPage> pages;
  PdfBundle bundle;
};

// The scanner must have no other order. `progress` may be empty. After a fault the pages before it are lost to the caller here; who
// wants to go on after a jam uses Scanner.
[[nodiscard]] Result<ScannedDocument> scan_to_pdf(Scanner& scanner, const PageWork& work, const ScanJob& job, const PdfRules& rules = {},
                                                  const std::function<void(const Progress&)>& progress = {});

// Waits for the devices; the time is bounded by the scanner's own limits.
[[nodiscard]] Result<std::vector<Device>> devices_now(Scanner& scanner);

}  // namespace desk::scanner
