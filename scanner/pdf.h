// PDFs that the official portal accepts (factbook 5.4): upright, one paper page a PDF page at its true size, at most 9,500,000 bytes
// a file, never under 200 dpi, PDF 1.7 without scripts, encryption or a word about any person in the metadata. The JPEG bytes go in
// unchanged. The same pages always give the same bytes. (libqpdf behind this header.) Pure, any thread.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "data/base/result.h"
#include "scanner/page.h"

namespace desk::scanner {

struct PdfRules {
  std::size_t most_bytes = 9'500'000;  // "10 MB" without a unit in the manual: safe under both readings
  int least_dpi = 200;
};

// What had to be done to a document to fit. Ordered: a later one is worse.
enum class PdfStep : std::int32_t {
  Unchanged = 0,
  Quality60 = 1,
  Dpi200 = 2,        // 200 dpi at quality 60
  Grey200 = 3,       // the same in grey
  Grey200Quality45 = 4,
};

struct PdfFile {
  Bytes bytes;
  int pages = 0;
  int first_document = 0;  // indices into the documents given, both inclusive
  int last_document = 0;
};

struct PdfBundle {
  std::vector<PdfFile> files;      // in order: `_1`, `_2`, ... of the application's number
  std::vector<PdfStep> steps;      // one a document
  std::vector<bool> split;         // one a document: it alone exceeded a file, so it goes on in the next one
};

// One document is the pages of one paper (a certificate of three sheets). Keeps their order; a document is never spread over two
// files unless it alone exceeds one. A document above the limit is compressed step by step before it is split.
// PdfTooLarge: a single page exceeds the limit at the last step. PageUnusable: a page is no readable JPEG or lies under least_dpi.
[[nodiscard]] Result<PdfBundle> make_pdfs(const std::vector<std::vector<const ScannedPage*>>& documents, const PdfRules& rules = {});

// The pages as they are, in one file, whatever its size.
struct PdfPage {
  std::span<const unsigned char> jpeg;
  int dpi = 300;
};
[[nodiscard]] Result<Bytes> write_pdf(const std::vector<PdfPage>& pages);

// Reads a PDF back. PdfBroken when it is none or is encrypted.
[[nodiscard]] Result<int> pdf_page_count(std::span<const unsigned char> pdf);

}  // namespace desk::scanner
