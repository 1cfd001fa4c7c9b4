// The flags of desk-kiosk (design 9).
#pragma once

#include <optional>
#include <string>

#include "data/base/calendar.h"
#include "data/base/result.h"
#include "kiosk/flow/model.h"

namespace desk::shell {

struct Options {
  std::string config;
  std::optional<CivilMinute> today;
  std::optional<int> programme;
  int width = 0, height = 0;          // --window; 0: the whole panel
  flow::Settings settings;            // --text, --theme, --lang
  std::string tour;                   // a folder
  std::string script;
  std::string gallery;                // a folder
  bool gallery_full = false;
  std::string gallery_only;           // samples whose name begins so
  bool version = false, help = false;
};

// Bad input names the flag.
[[nodiscard]] Result<Options> read_options(int count, char** values);
[[nodiscard]] const char* usage();

}  // namespace desk::shell
