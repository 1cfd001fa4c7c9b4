// Pages as the store has them, given to the page helpers. On the record worker's thread.
#pragma once

#include <string>
#include <vector>

#include "data/store/store.h"
#include "scanner/page.h"

namespace desk::shell {

// Of one paper, in order.
[[nodiscard]] Result<std::vector<store::Page>> pages_of(store::Store& store, const ApplicationId& application, const std::string& paper);
[[nodiscard]] Result<scanner::ScannedPage> load_page(store::Store& store, const store::Page& page);
// All pages of one paper; the caller wipes them.
[[nodiscard]] Result<std::vector<scanner::ScannedPage>> load_pages(store::Store& store, const ApplicationId& application, const std::string& paper);

}  // namespace desk::shell
