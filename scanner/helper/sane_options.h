// Options of one open device by name. Keeps the rule that `net` breaks on: after INFO_RELOAD_OPTIONS the next call must ask for
// descriptor 0, or every further option is answered INVAL and source and resolution silently stay at their defaults.
#pragma once

#include <sane/sane.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace desk::scanner {

class SaneOptions {
 public:
  explicit SaneOptions(SANE_Handle handle) : handle_(handle) { reload(); }

  // An active option that a program may set.
  [[nodiscard]] bool settable(std::string_view name) const;
  [[nodiscard]] std::vector<std::string> choices(std::string_view name) const;  // of a string list
  bool set_text(std::string_view name, const std::string& value);
  // In the option's own unit (mm, dpi, pixels); brought into its range or to the nearest listed value that is not smaller.
  bool set_number(std::string_view name, double value);
  [[nodiscard]] std::optional<double> number(std::string_view name) const;
  [[nodiscard]] std::optional<bool> flag(std::string_view name) const;
  [[nodiscard]] bool in_pixels(std::string_view name) const;

 private:
  struct Found {
    SANE_Int index;
    const SANE_Option_Descriptor* descriptor;
  };
  [[nodiscard]] std::optional<Found> find(std::string_view name) const;
  bool set(SANE_Int index, void* value);
  void reload();

  SANE_Handle handle_;
  SANE_Int count_ = 0;
};

// The number that an option with this constraint would take for `wanted`: the smallest allowed one that is not below it, else the
// largest. Told apart from SaneOptions so that a table can test it.
[[nodiscard]] double nearest_allowed(const SANE_Option_Descriptor& descriptor, double wanted);

}  // namespace desk::scanner
