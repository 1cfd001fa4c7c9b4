// desk-kiosk: the desk on its screen, or a scripted visit without one.
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <future>

#include "data/base/places.h"
#include "data/base/service_manager.h"
#include "data/base/software.h"
#include "kiosk/shell/chime.h"
#include "kiosk/shell/closed_desk.h"
#include "kiosk/shell/gallery/gallery.h"
#include "kiosk/shell/kiosk_app.h"
#include "kiosk/shell/log.h"
#include "kiosk/shell/options.h"
#include "kiosk/shell/tour.h"
#include "kiosk/shell/witness.h"

namespace {

using namespace desk;
using namespace desk::shell;

int status_of(const Failure& failure) {
  const StaffCode code = failure.code;
  const bool input = code == StaffCode::ConfigBroken || code == StaffCode::PackBroken || code == StaffCode::TextBroken || code == StaffCode::BadInput;
  return input ? 2 : 1;
}

// A still screen is drawn again only to show that it can be: seldom, because a frame on software GL costs 30-60 ms.
constexpr std::chrono::milliseconds kHeartbeatUnwatched{20'000};

// Long enough to be read and written down, short enough for a desk that can open after all.
constexpr std::chrono::milliseconds kClosedFor{30'000};

// The screens with their samples: no desk is opened for them.
Result<int> run_samples(const Options& options) {
  gallery::GalleryOptions wanted;
  wanted.folder = options.gallery;
  wanted.full = options.gallery_full;
  wanted.only = options.gallery_only;
  return gallery::run_gallery(wanted, data_folder());
}

// The exit status of a run that did what it was asked for.
Result<int> run(const Options& options) {
  if (!options.gallery.empty()) return run_samples(options);
  const bool tour = !options.tour.empty();
  DeskOptions desk_options;
  desk_options.config_file = options.config;
  // A script plays a person: it never does that at the machine's own desk unless that desk is named.
  desk_options.demonstration = tour && options.config.empty();
  desk_options.today = options.today;
  desk_options.programme = options.programme;
  std::vector<TourStop> stops;
  if (tour) {
    auto script = load_tour(options.script.empty() ? data_folder() + "/samples/tour.toml" : options.script);
    if (!script) return fail(script.error());
    if (!options.today) desk_options.today = script->today;
    if (!options.programme) desk_options.programme = script->programme;
    stops = std::move(script->stops);
  }
  desk_options.begin = tour;  // a script goes faster than desk-auth starts; a person sees the screen first
  auto chosen = OpenDesk::choose(desk_options);
  if (!chosen) return fail(chosen.error());
  const config::Display wanted = chosen->config.display;
  const config::Input switches = chosen->config.input;
  const bool demonstration = chosen->config.demonstration;
  // Reading packs, texts and the store takes as long as starting the renderer: both at once, and the first picture comes that much earlier.
  auto opening = std::async(std::launch::async, [&desk_options, chosen = std::move(*chosen)]() mutable {
    return OpenDesk::open(desk_options, std::move(chosen));
  });
  DisplayOptions display_options;
  display_options.width = options.width;
  display_options.height = options.height;
  if (options.width == 0 && (tour || demonstration)) {
    display_options.width = 1920;
    display_options.height = 1080;
  }
  display_options.rotate = wanted.rotate;
  display_options.renderer = wanted.renderer;
  display_options.offscreen = tour;
  display_options.title = "desk-kiosk";
  display_options.switch_next = switches.switch_next;
  display_options.switch_select = switches.switch_select;
  auto display = Display::create(display_options);
  auto desk = opening.get();
  if (!desk) return fail(desk.error());
  if (!(*desk)->texts().find(code_of(options.settings.language))) {
    return fail(Failure{StaffCode::BadInput, "--lang", "the desk has no texts in \"" + std::string(code_of(options.settings.language)) + "\""});
  }
  if (!display) return fail(display.error());
  FaceOptions face_options;
  if (wanted.panel_width_mm > 0) face_options.px_per_mm = (*display)->width() / wanted.panel_width_mm;
  // A window on somebody's desktop is laid out as the panel it stands for, whatever that monitor measures.
  else if (demonstration) face_options.px_per_mm = std::max((*display)->width(), (*display)->height()) / 476.0;
  auto face = Face::create(**display, face_options);
  if (!face) return fail(face.error());
  KioskApp app(**desk, options.settings, /*still=*/tour);
  (*desk)->runner().on_end = [&] { (*face)->forget(); };
  if (tour) {
    std::printf("A whole visit, its pictures in %s:\n", options.tour.c_str());
    if (auto done = run_tour(**desk, **face, app, stops, options.tour); !done) return fail(done.error());
    std::printf("done.\n");
    return 0;
  }
  (*desk)->runner().on_bell = [] {
    const bool rung = ring_chime();
    if (!rung) log_note("bell", "no sound device");
    return rung;
  };
  ServiceManager manager = ServiceManager::from_environment();
  LoopOptions loop;
  loop.heartbeat = manager.heartbeat().value_or(kHeartbeatUnwatched);
  loop.switch_step = std::chrono::milliseconds{static_cast<int>(switches.switch_step_seconds * 1000)};
  const std::unique_ptr<Witness> witness = demonstration ? Witness::asked_for(**face, (*desk)->runner()) : nullptr;
  loop.on_frame = [&](SteadyTime began, long answered) {
    manager.alive();
    if (witness) witness->tell(began, (*desk)->clock().steady(), answered);
  };
  FrameLoop(**face, app, (*desk)->clock(), app.wake_fd(), loop).run();
  if (const auto broken = (*desk)->runner().broken()) return fail(*broken);
  return 0;
}

}  // namespace

// Lazy binding saves the vector registers on the stack at the first call of each library function, and with them whatever was copied last:
// a mobile number was found there after a visit (tests/shell/wipe_visit_test.cpp). So everything is bound before anyone stands here.
void bind_everything_now(char** values) {
  if (getenv("LD_BIND_NOW") != nullptr) return;
  setenv("LD_BIND_NOW", "1", /*overwrite=*/1);
  // By its own path: /proc/self/exe would make "exe" of its name in lists of processes. On failure the program runs on, lazily bound.
  std::error_code problem;
  const std::filesystem::path self = std::filesystem::read_symlink("/proc/self/exe", problem);
  if (!problem) execv(self.c_str(), values);
}

int main(int count, char** values) {
  bind_everything_now(values);
  const auto options = read_options(count, values);
  if (!options) {
    std::fprintf(stderr, "desk-kiosk: %s\n%s", options.error().message().c_str(), usage());
    return 2;
  }
  if (options->help) return std::fputs(usage(), stdout), 0;
  if (options->version) return std::printf("desk-kiosk %s\n", program_version()), 0;
  // No core file: this memory holds people's answers.
  const rlimit none{0, 0};
  setrlimit(RLIMIT_CORE, &none);
  prctl(PR_SET_DUMPABLE, 0);
  signal(SIGPIPE, SIG_IGN);
  const auto status = run(*options);
  if (status) return *status;
  std::fprintf(stderr, "desk-kiosk: %s\n", status.error().message().c_str());
  // A person who started this reads that line; at a box that started by itself nobody does.
  if (ServiceManager::present()) show_closed(status.error(), kClosedFor);
  return status_of(status.error());
}
