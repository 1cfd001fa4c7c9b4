#include <algorithm>
#include <charconv>
#include <string_view>

#include "printer/printer.h"
#include "printer/printer_kinds.h"

namespace desk::printer {
namespace {

Failure bad_target(const std::string& target, std::string reason) {
  return {StaffCode::ConfigBroken, "printer.target \"" + target + "\"", std::move(reason)};
}

bool is_port(std::string_view text) {
  unsigned port = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), port);
  return read.ec == std::errc{} && read.ptr == text.data() + text.size() && port >= 1 && port <= 65535;
}

// "192.0.2.7", "printer.local", "[2001:db8::7]" → without the brackets.
std::string_view host_in(std::string_view text) {
  if (text.size() > 2 && text.front() == '[' && text.back() == ']') return text.substr(1, text.size() - 2);
  return text.find(':') == std::string_view::npos ? text : std::string_view{};
}

}  // namespace

Result<std::unique_ptr<Printer>> make_printer(const std::string& target, const PaperProfile& profile, const PrinterLimits& limits) {
  const std::string_view text = target;
  const auto colon = text.find(':');
  const std::string_view scheme = text.substr(0, colon);
  const std::string_view rest = colon == std::string_view::npos ? std::string_view{} : text.substr(colon + 1);
  if (profile.dots < 8 || profile.dots % 8 != 0) {
    return fail(Failure{StaffCode::ConfigBroken, "printer.dots", "a multiple of 8 was expected"});
  }
  if (scheme == "tcp") {
    const auto last = rest.rfind(':');
    if (last == std::string_view::npos || !is_port(rest.substr(last + 1))) return fail(bad_target(target, "tcp:HOST:PORT was expected"));
    const std::string_view host = host_in(rest.substr(0, last));
    if (host.empty()) return fail(bad_target(target, "tcp:HOST:PORT was expected, an IPv6 address in [ ]"));
    return make_tcp_printer(std::string(host), std::string(rest.substr(last + 1)), profile, limits);
  }
  if (scheme == "usb") {
    if (!rest.starts_with('/')) return fail(bad_target(target, "usb:/dev/usb/lp0 was expected"));
    return make_device_printer(std::string(rest), profile, limits);
  }
  if (scheme == "file") {
    if (rest.empty()) return fail(bad_target(target, "file:FOLDER was expected"));
    return make_file_printer(std::string(rest), profile);
  }
  return fail(bad_target(target, "tcp:, usb: or file: was expected"));
}

}  // namespace desk::printer
