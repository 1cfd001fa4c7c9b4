// desk-kiosk: the desk on its screen, or a scripted visit without one.
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "kiosk/shell/chime.h"
#include "kiosk/shell/kiosk_app.h"
#include "kiosk/shell/log.h"
#include "kiosk/shell/options.h"
#include "kiosk/shell/tour.h"

namespace {

using namespace desk;
using namespace desk::shell;

int complain(const Failure& failure, int status) {
  std::fprintf(stderr, "desk-kiosk: %s\n", failure.message().c_str());
  return status;
}

int run(const Options& options) {
  const bool tour = !options.tour.empty();
  DeskOptions desk_options;
  desk_options.config_file = options.config;
  desk_options.today = options.today;
  desk_options.programme = options.programme;
  std::vector<TourStop> stops;
  if (tour) {
    auto script = load_tour(options.script.empty() ? data_folder() + "/../kiosk/shell/tour.toml" : options.script);
    if (!script) return complain(script.error(), 2);
    if (!options.today) desk_options.today = script->today;
    if (!options.programme) desk_options.programme = script->programme;
    stops = std::move(script->stops);
  }
  auto desk = OpenDesk::open(desk_options);
  if (!desk) {
    const StaffCode code = desk.error().code;
    const bool input = code == StaffCode::ConfigBroken || code == StaffCode::PackBroken || code == StaffCode::TextBroken || code == StaffCode::BadInput;
    return complain(desk.error(), input ? 2 : 1);
  }
  const config::Display& wanted = (*desk)->config().display;
  DisplayOptions display_options;
  display_options.width = options.width;
  display_options.height = options.height;
  if (options.width == 0 && (tour || (*desk)->config().demonstration)) {
    display_options.width = 1920;
    display_options.height = 1080;
  }
  display_options.rotate = wanted.rotate;
  display_options.renderer = wanted.renderer;
  display_options.offscreen = tour;
  display_options.title = "desk-kiosk";
  auto display = Display::create(display_options);
  if (!display) return complain(display.error(), 1);
  FaceOptions face_options;
  if (wanted.panel_width_mm > 0) face_options.px_per_mm = (*display)->width() / wanted.panel_width_mm;
  // A window on somebody's desktop is laid out as the panel it stands for, whatever that monitor measures.
  else if ((*desk)->config().demonstration) face_options.px_per_mm = std::max((*display)->width(), (*display)->height()) / 476.0;
  auto face = Face::create(**display, face_options);
  if (!face) return complain(face.error(), 1);
  KioskApp app(**desk, options.settings);
  (*desk)->runner().on_end = [&] { (*face)->forget(); };
  if (tour) {
    std::printf("A whole visit, its pictures in %s:\n", options.tour.c_str());
    if (auto done = run_tour(**desk, **face, app, stops, options.tour); !done) return complain(done.error(), 1);
    std::printf("done.\n");
    return 0;
  }
  (*desk)->runner().on_chime = [] { return ring_chime(); };
  (*desk)->runner().on_bell = [] {
    if (!ring_chime()) log_note("bell", "no sound device");
  };
  // A still screen is drawn again only to show that it can be: seldom, because a frame on software GL costs 30-60 ms.
  LoopOptions loop;
  loop.heartbeat = std::chrono::seconds{20};
  FrameLoop(**face, app, (*desk)->clock(), (*desk)->runner().event_fd(), loop).run();
  return 0;
}

}  // namespace

// Lazy binding saves the vector registers on the stack at the first call of each library function, and with them whatever was copied last:
// a mobile number was found there after a visit (tests/shell/wipe_visit_test.cpp). So everything is bound before anyone stands here.
void bind_everything_now(char** values) {
  if (getenv("LD_BIND_NOW") != nullptr) return;
  setenv("LD_BIND_NOW", "1", /*overwrite=*/1);
  execv("/proc/self/exe", values);  // on failure the program runs on, lazily bound
}

int main(int count, char** values) {
  bind_everything_now(values);
  const auto options = read_options(count, values);
  if (!options) {
    std::fprintf(stderr, "desk-kiosk: %s\n%s", options.error().message().c_str(), usage());
    return 2;
  }
  if (options->help) return std::fputs(usage(), stdout), 0;
  if (options->version) return std::puts("desk-kiosk " DESK_VERSION), 0;
  // No core file: this memory holds people's answers.
  const rlimit none{0, 0};
  setrlimit(RLIMIT_CORE, &none);
  prctl(PR_SET_DUMPABLE, 0);
  signal(SIGPIPE, SIG_IGN);
  return run(*options);
}
