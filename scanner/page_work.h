// The work on finished pages that reads or draws personal content in bulk: done in desk-page-helper, which exits after each order
// (design 4.6), so that nothing of it stays in the kiosk's memory. Every call blocks until the helper has answered or is killed: call
// from a worker, never from a frame.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "data/base/clock.h"
#include "data/base/result.h"
#include "scanner/blank_sheet.h"
#include "scanner/page.h"
#include "scanner/pdf.h"

namespace desk::scanner {

struct PageWorkOptions {
  std::string helper;                                   // path of desk-page-helper
  // 40 pages compressed again at every step take about 40 s; anything longer is a helper that hangs (ScannerSilent).
  std::chrono::milliseconds patience{120'000};
  int quality = 75;
  int preview_side = 1200;
};

// Any thread; each call is by itself. A helper that dies gives ScannerHelperDied.
class PageWork {
 public:
  // `clock` must outlive this.
  PageWork(PageWorkOptions options, const Clock& clock) : options_(std::move(options)), clock_(clock) {}

  // Black boxes burnt in first, then turned clockwise by quarter turns: the boxes mean the page as it was shown.
  [[nodiscard]] Result<ScannedPage> change(const ScannedPage& page, const std::vector<PageRect>& boxes, int quarter_turns) const;
  [[nodiscard]] Result<PdfBundle> make_pdfs(const std::vector<std::vector<const ScannedPage*>>& documents, const PdfRules& rules = {}) const;
  [[nodiscard]] Result<std::vector<std::string>> read_qr(const ScannedPage& page) const;
  // A JPEG from a file, judged as if it had been scanned.
  [[nodiscard]] Result<ScannedPage> judge_image(const Bytes& jpeg, int dpi_if_unsaid = 300) const;
  // A blank sheet, for the self-test of the scanner.
  [[nodiscard]] Result<SheetLook> look_at_blank(const ScannedPage& page) const;
  [[nodiscard]] Result<int> count_pages(const Bytes& pdf) const;

 private:
  PageWorkOptions options_;
  const Clock& clock_;
};

}  // namespace desk::scanner
