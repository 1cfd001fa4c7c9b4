#include "kiosk/shell/witness.h"

#include <fcntl.h>
#include <unistd.h>

#include <charconv>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <string>

#include "kiosk/flow/update.h"

namespace desk::shell {
namespace {

// Keys are of our own making (touch_register.h), so quotes and escapes are all that could go wrong; both would be a fault of ours.
std::string quoted_key(std::string_view key) {
  std::string text = "\"";
  for (const char character : key) {
    if (character == '"' || character == '\\' || static_cast<unsigned char>(character) < ' ') text += '?';
    else text += character;
  }
  return text + '"';
}

std::string digits_of(long long value) { return std::to_string(value); }
std::string truth_word(bool value) { return value ? "true" : "false"; }

// A layout problem may quote the text that it is about, which may be a person's: told only where it names a target.
std::string problem_word(const screens::Problem& problem, const screens::TouchRegister& targets) {
  std::string text(screens::name_of(problem.kind));
  return targets.find(problem.what) != nullptr ? text + " " + problem.what : text;
}

// Of somebody with switches: the keys of the group that stands to be chosen.
std::string group_of(const screens::TouchRegister& targets) {
  std::string list = "[";
  for (const std::string& key : targets.focus().group()) list += (list.size() > 1 ? "," : "") + quoted_key(key);
  return list + "]";
}

}  // namespace

std::unique_ptr<Witness> Witness::asked_for(Face& face, const Runner& runner) {
  const char* asked = std::getenv("DESK_TELL_TARGETS");
  if (asked == nullptr) return nullptr;
  int descriptor = -1;
  const char* end = asked + std::strlen(asked);
  if (const auto [stopped, error] = std::from_chars(asked, end, descriptor); error != std::errc{} || stopped != end || descriptor < 3) return nullptr;
  if (::fcntl(descriptor, F_SETFD, FD_CLOEXEC) != 0) return nullptr;  // not open; and no program that we start shall hold it
  return std::unique_ptr<Witness>(new Witness(face, runner, descriptor));
}

void Witness::tell(SteadyTime began, SteadyTime shown, long answered) {
  const flow::Model& m = runner_.model();
  const screens::TouchRegister& targets = face_.targets();
  const double px = face_.panel().px_per_mm;
  const auto pixels = [px](double mm) { return digits_of(std::lround(mm * px)); };
  std::string line = "{\"frame\":" + digits_of(++frames_) + ",\"began\":" + digits_of(began.micros) + ",\"shown\":" + digits_of(shown.micros) +
                     ",\"step\":" + quoted_key(flow::name_of(m.step)) + ",\"overlay\":" + digits_of(static_cast<int>(m.overlay)) +
                     ",\"busy\":" + truth_word(flow::busy(m) || m.awaited != 0 || m.resume.looking) + ",\"focus\":" + quoted_key(targets.focused()) +
                     ",\"group\":" + group_of(targets) + ",\"held\":" + quoted_key(targets.held()) + ",\"answered\":" + digits_of(answered) +
                     ",\"print\":" + digits_of(static_cast<int>(m.print.phase)) + ",\"link\":" + digits_of(static_cast<int>(m.link.phase)) +
                     ",\"code\":" + digits_of(static_cast<int>(m.code.phase)) + ",\"slip\":" + truth_word(m.slip_out) +
                     ",\"textures\":" + digits_of(static_cast<long long>(face_.textures_made())) +
                     ",\"text_bytes\":" + digits_of(static_cast<long long>(face_.text_bytes())) + ",\"targets\":[";
  bool first = true;
  for (const screens::Target& target : targets.targets()) {
    line += std::string(first ? "" : ",") + "[" + quoted_key(target.key) + "," + pixels(target.rect.x) + "," + pixels(target.rect.y) + "," +
            pixels(target.rect.w) + "," + pixels(target.rect.h) + "," + truth_word(target.enabled) + "," + truth_word(target.selected) + "]";
    first = false;
  }
  line += "],\"problems\":[";
  first = true;
  for (const screens::Problem& problem : face_.problems()) {
    line += (first ? "" : ",") + quoted_key(problem_word(problem, targets));
    first = false;
  }
  line += "]}\n";
  for (std::size_t written = 0; written < line.size();) {
    const ssize_t got = ::write(out_, line.data() + written, line.size() - written);
    if (got <= 0) return;  // the driver is gone; the desk goes on
    written += static_cast<std::size_t>(got);
  }
}

}  // namespace desk::shell
