#include "kiosk/shell/stored_pages.h"

#include <algorithm>
#include <iterator>

#include "kiosk/shell/finding_words.h"

namespace desk::shell {

Result<std::vector<store::Page>> pages_of(store::Store& store, const ApplicationId& application, const std::string& paper) {
  auto all = store.pages(application);
  if (!all) return fail(all.error());
  std::vector<store::Page> own;
  std::copy_if(all->begin(), all->end(), std::back_inserter(own), [&](const store::Page& page) { return page.kind == paper; });
  return own;
}

Result<scanner::ScannedPage> load_page(store::Store& store, const store::Page& page) {
  const auto image = store.page_image(page.id);
  if (!image) return fail(image.error());
  const auto findings = store.page_findings(page.id);
  if (!findings) return fail(findings.error());
  scanner::ScannedPage scanned;
  const auto bytes = store::bytes_of(*image);
  scanned.jpeg.assign(bytes.begin(), bytes.end());
  scanned.width = page.width;
  scanned.height = page.height;
  scanned.dpi = page.dpi;
  scanned.findings = findings_from_json(findings->reveal());
  return scanned;
}

Result<std::vector<scanner::ScannedPage>> load_pages(store::Store& store, const ApplicationId& application, const std::string& paper) {
  const auto stored = pages_of(store, application, paper);
  if (!stored) return fail(stored.error());
  std::vector<scanner::ScannedPage> pages;
  for (const store::Page& page : *stored) {
    auto loaded = load_page(store, page);
    if (!loaded) return fail(loaded.error());
    pages.push_back(std::move(*loaded));
  }
  return pages;
}

}  // namespace desk::shell
