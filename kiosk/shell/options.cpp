#include "kiosk/shell/options.h"

#include <charconv>
#include <string_view>

namespace desk::shell {
namespace {

std::optional<int> whole(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

bool read_window(std::string_view text, Options& options) {
  const auto cross = text.find('x');
  if (cross == std::string_view::npos) return false;
  const auto width = whole(text.substr(0, cross)), height = whole(text.substr(cross + 1));
  if (!width || !height || *width < 320 || *height < 320 || *width > 8192 || *height > 8192) return false;
  options.width = *width;
  options.height = *height;
  return true;
}

bool read_theme(std::string_view text, Options& options) {
  constexpr std::string_view names[] = {"paper", "white-on-black", "yellow-on-black", "low-glare"};
  for (int i = 0; i < 4; ++i) {
    if (text == names[i]) {
      options.settings.theme = static_cast<flow::Theme>(i);
      return true;
    }
  }
  return false;
}

bool read_language(std::string_view text, Options& options) {
  // Whether the desk speaks it is known once the texts are read (main.cpp).
  const auto language = Language::from_code(text);
  if (language) options.settings.language = *language;
  return language.has_value();
}

bool take(std::string_view flag, std::string_view value, Options& options) {
  if (flag == "--config") return options.config = value, true;
  if (flag == "--tour") return options.tour = value, true;
  if (flag == "--script") return options.script = value, true;
  if (flag == "--gallery") return options.gallery = value, true;
  if (flag == "--only") return options.gallery_only = value, true;
  if (flag == "--today") return (options.today = parse_civil_minute(value)).has_value();
  if (flag == "--programme") return (options.programme = whole(value)).has_value();
  if (flag == "--window") return read_window(value, options);
  if (flag == "--theme") return read_theme(value, options);
  if (flag == "--lang") return read_language(value, options);
  if (flag == "--text") {
    const auto size = whole(value);
    if (!size || *size < 1 || *size > 4) return false;
    options.settings.text_size = *size;
    return true;
  }
  return false;
}

bool known(std::string_view flag) {
  for (std::string_view name : {"--config", "--tour", "--script", "--gallery", "--only", "--today", "--programme", "--window", "--theme", "--lang", "--text"}) {
    if (flag == name) return true;
  }
  return false;
}

}  // namespace

Result<Options> read_options(int count, char** values) {
  Options options;
  for (int i = 1; i < count; ++i) {
    const std::string_view flag = values[i];
    if (flag == "--help") {
      options.help = true;
    } else if (flag == "--version") {
      options.version = true;
    } else if (flag == "--full") {
      options.gallery_full = true;
    } else if (!known(flag)) {
      return fail(Failure{StaffCode::BadInput, std::string(flag), "unknown flag"});
    } else if (i + 1 == count) {
      return fail(Failure{StaffCode::BadInput, std::string(flag), "needs a value"});
    } else if (!take(flag, values[i + 1], options)) {
      return fail(Failure{StaffCode::BadInput, std::string(flag), "\"" + std::string(values[i + 1]) + "\" cannot be used"});
    } else {
      ++i;
    }
  }
  if (!options.script.empty() && options.tour.empty()) return fail(Failure{StaffCode::BadInput, "--script", "goes with --tour"});
  if (options.gallery.empty() && (options.gallery_full || !options.gallery_only.empty())) {
    return fail(Failure{StaffCode::BadInput, options.gallery_full ? "--full" : "--only", "goes with --gallery"});
  }
  return options;
}

const char* usage() {
  return "usage: desk-kiosk [--config FILE] [--today YYYY-MM-DD[THH:MM]] [--programme YEAR] [--window WxH]\n"
         "                  [--text 1..4] [--theme paper|white-on-black|yellow-on-black|low-glare] [--lang CODE]\n"
         "                  [--tour DIR [--script FILE]] [--gallery DIR [--full] [--only SAMPLE]]\n";
}

}  // namespace desk::shell
