// What every page has in common: head, header with the desk's name, the banner of a sample or a training, main, footer.
#pragma once

#include <string>

#include "auth/page/html.h"
#include "auth/page_model.h"
#include "data/text/text_catalog.h"

namespace desk::auth::page {

struct Frame {
  text::Words words;
  std::string title;       // of the browser's tab
  std::string site_name;
  std::string corner;      // may be empty
  Html banner;             // may be empty
  Html footer;             // may be empty
};

[[nodiscard]] std::string framed(const Frame& frame, const Html& main);
// The frame of one application's page.
[[nodiscard]] Frame frame_of(const text::Words& words, const PageModel& model, std::string_view title_key);

}  // namespace desk::auth::page
