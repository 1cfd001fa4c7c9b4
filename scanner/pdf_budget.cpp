// Which pages go into which file, and how small they must become first.
#include <algorithm>
#include <cstddef>
#include <utility>

#include "scanner/pdf.h"

namespace desk::scanner {

namespace {

// What a page costs beside its JPEG bytes (objects, cross references; 430 measured), and a file beside its pages.
constexpr std::size_t kPageOverhead = 700;
constexpr std::size_t kFileOverhead = 1'000;

struct Sheet {
  Bytes owned;                          // when it was compressed again
  std::span<const unsigned char> jpeg;  // of `owned` or of the page; a moved vector keeps its bytes in place, so this stays good
  int dpi = 300;
};

struct Paper {
  std::vector<Sheet> sheets;
  PdfStep step = PdfStep::Unchanged;
  [[nodiscard]] std::size_t size() const {
    std::size_t total = 0;
    for (const Sheet& sheet : sheets) total += sheet.jpeg.size() + kPageOverhead;
    return total;
  }
};

Result<Sheet> compressed(const ScannedPage& page, PdfStep step, const PdfRules& rules) {
  Sheet sheet{{}, page.jpeg, page.dpi};
  JpegChoice choice;
  bool lower_dpi = true;
  switch (step) {
    case PdfStep::Unchanged: return sheet;
    case PdfStep::Quality60: choice = {60, false}; lower_dpi = false; break;
    case PdfStep::Dpi200: choice = {60, false}; break;
    case PdfStep::Grey200: choice = {60, true}; break;
    case PdfStep::Grey200Quality45: choice = {45, true}; break;
  }
  auto pixels = decode_jpeg(page.jpeg, page.dpi);
  if (!pixels) return fail(pixels.error());
  pixels->dpi = page.dpi;
  if (lower_dpi) *pixels = resampled(*pixels, std::max(200, rules.least_dpi));
  auto jpeg = encode_jpeg(*pixels, choice);
  if (!jpeg) return fail(jpeg.error());
  // A page that grows (it was small already) stays as it was.
  if (jpeg->size() >= page.jpeg.size()) return sheet;
  sheet.owned = std::move(*jpeg);
  sheet.jpeg = sheet.owned;
  sheet.dpi = pixels->dpi;
  return sheet;
}

Result<Paper> compressed(const std::vector<const ScannedPage*>& pages, PdfStep step, const PdfRules& rules) {
  Paper paper;
  paper.step = step;
  for (const ScannedPage* page : pages) {
    auto sheet = compressed(*page, step, rules);
    if (!sheet) return fail(sheet.error());
    paper.sheets.push_back(std::move(*sheet));
  }
  return paper;
}

// The first step at which the document fits one file; else the last step.
Result<Paper> fitted(const std::vector<const ScannedPage*>& pages, const PdfRules& rules) {
  const std::size_t room = rules.most_bytes - std::min(rules.most_bytes, kFileOverhead);
  Result<Paper> paper = compressed(pages, PdfStep::Unchanged, rules);
  for (const PdfStep step : {PdfStep::Quality60, PdfStep::Dpi200, PdfStep::Grey200, PdfStep::Grey200Quality45}) {
    if (!paper || paper->size() <= room) return paper;
    paper = compressed(pages, step, rules);
  }
  return paper;
}

// Fills files one after another.
class Packer {
 public:
  explicit Packer(const PdfRules& rules) : room_(rules.most_bytes - std::min(rules.most_bytes, kFileOverhead)) {}

  Done add(const Paper& paper, int document, bool& split) {
    const std::size_t size = paper.size();
    if (!pages_.empty() && used_ + size > room_) {
      if (auto done = close(); !done) return done;
    }
    split = size > room_;
    for (const Sheet& sheet : paper.sheets) {
      const std::size_t cost = sheet.jpeg.size() + kPageOverhead;
      if (cost > room_) {
        return fail(Failure{StaffCode::PdfTooLarge, "document " + std::to_string(document + 1),
                            "one page needs " + std::to_string(cost) + " bytes at the last step"});
      }
      if (used_ + cost > room_) {
        if (auto done = close(); !done) return done;
      }
      if (pages_.empty()) first_ = document;
      last_ = document;
      pages_.push_back({sheet.jpeg, sheet.dpi});
      used_ += cost;
    }
    return {};
  }

  Done close() {
    if (pages_.empty()) return {};
    auto bytes = write_pdf(pages_);
    if (!bytes) return fail(bytes.error());
    files_.push_back({std::move(*bytes), static_cast<int>(pages_.size()), first_, last_});
    pages_.clear();
    used_ = 0;
    return {};
  }

  std::vector<PdfFile> take() { return std::move(files_); }

 private:
  std::size_t room_;
  std::vector<PdfPage> pages_;
  std::size_t used_ = 0;
  int first_ = 0;
  int last_ = 0;
  std::vector<PdfFile> files_;
};

}  // namespace

Result<PdfBundle> make_pdfs(const std::vector<std::vector<const ScannedPage*>>& documents, const PdfRules& rules) {
  PdfBundle bundle;
  std::vector<Paper> papers;  // their bytes are what the open file points at
  papers.reserve(documents.size());
  Packer packer(rules);
  for (std::size_t i = 0; i < documents.size(); ++i) {
    const std::string where = "document " + std::to_string(i + 1);
    if (documents[i].empty()) return fail(Failure{StaffCode::BadInput, where, "has no pages"});
    for (const ScannedPage* page : documents[i]) {
      if (page->dpi < rules.least_dpi) {
        return fail(Failure{StaffCode::PageUnusable, where, "a page has " + std::to_string(page->dpi) + " dpi, fewer than " + std::to_string(rules.least_dpi)});
      }
    }
    auto paper = fitted(documents[i], rules);
    if (!paper) return fail(paper.error());
    papers.push_back(std::move(*paper));
    bundle.steps.push_back(papers.back().step);
    bool split = false;
    if (auto done = packer.add(papers.back(), static_cast<int>(i), split); !done) return fail(done.error());
    bundle.split.push_back(split);
  }
  if (auto done = packer.close(); !done) return fail(done.error());
  bundle.files = packer.take();
  return bundle;
}

}  // namespace desk::scanner
