#include "scanner/helper/sane_device.h"

#include <sane/sane.h>
#include <sane/saneopts.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <thread>
#include <utility>

#include "scanner/helper/sane_options.h"

namespace desk::scanner {

namespace {

// What a device rests before it is asked again: a pause, not a limit, so it is no part of ScanLimits.
constexpr std::chrono::milliseconds kBeforeRetry{400};
constexpr std::chrono::milliseconds kBetweenEmptyReads{20};

Failure failure(SANE_Status status, const std::string& where) {
  const auto code = [status] {
    switch (status) {
      case SANE_STATUS_JAMMED: return StaffCode::ScannerJammed;
      case SANE_STATUS_COVER_OPEN: return StaffCode::ScannerCoverOpen;
      case SANE_STATUS_NO_DOCS: return StaffCode::ScannerEmpty;
      case SANE_STATUS_DEVICE_BUSY: return StaffCode::ScannerBusy;
      case SANE_STATUS_ACCESS_DENIED: return StaffCode::ScannerGone;  // the rights on its USB node were lost: as good as unplugged
      case SANE_STATUS_GOOD:
      case SANE_STATUS_UNSUPPORTED:
      case SANE_STATUS_CANCELLED:
      case SANE_STATUS_INVAL:
      case SANE_STATUS_EOF:
      case SANE_STATUS_IO_ERROR:
      case SANE_STATUS_NO_MEM: break;
    }
    return StaffCode::ScannerReadError;
  }();
  return {code, where, sane_strstatus(status)};
}

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}
bool has(const std::string& text, std::string_view part) { return lower(text).find(part) != std::string::npos; }

bool is_feeder(const std::string& source) { return has(source, "adf") || has(source, "feeder") || has(source, "document"); }
bool is_simplex(const std::string& source) { return !has(source, "duplex") && !has(source, "back") && !has(source, "both"); }

std::optional<std::string> first_of(const std::vector<std::string>& names, const std::function<bool(const std::string&)>& fits) {
  const auto found = std::find_if(names.begin(), names.end(), fits);
  return found == names.end() ? std::nullopt : std::optional(*found);
}

FrameKind kind_of(SANE_Frame frame) {
  switch (frame) {
    case SANE_FRAME_GRAY: return FrameKind::Grey;
    case SANE_FRAME_RGB: return FrameKind::Rgb;
    case SANE_FRAME_RED: return FrameKind::Red;
    case SANE_FRAME_GREEN: return FrameKind::Green;
    case SANE_FRAME_BLUE: return FrameKind::Blue;
  }
  return FrameKind::Grey;
}

}  // namespace

SaneLibrary::SaneLibrary() { sane_init(nullptr, nullptr); }
SaneLibrary::~SaneLibrary() { sane_exit(); }

struct SaneDevice::State {
  State(SANE_Handle opened, std::string called, const Clock& time) : handle(opened), name(std::move(called)), clock(time), options(opened) {}
  ~State() { close(); }
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  void close() {
    if (handle != nullptr) sane_close(std::exchange(handle, nullptr));
  }
  SANE_Handle handle;
  std::string name;
  const Clock& clock;
  SaneOptions options;
  bool feeder = false;
  bool source_known = false;
  bool scanning = false;
};

SaneDevice::SaneDevice(std::unique_ptr<State> state) : state_(std::move(state)) {}
SaneDevice::SaneDevice(SaneDevice&&) noexcept = default;
SaneDevice& SaneDevice::operator=(SaneDevice&&) noexcept = default;
SaneDevice::~SaneDevice() {
  if (state_ && state_->scanning) sane_cancel(state_->handle);
}

Result<SaneDevice> SaneDevice::open(const std::string& name, const Clock& clock) {
  SANE_Handle handle = nullptr;
  SANE_Status status = sane_open(name.c_str(), &handle);
  if (status == SANE_STATUS_DEVICE_BUSY || status == SANE_STATUS_IO_ERROR) {
    std::this_thread::sleep_for(kBeforeRetry);
    status = sane_open(name.c_str(), &handle);
  }
  if (status == SANE_STATUS_GOOD) return SaneDevice(std::make_unique<State>(handle, name, clock));
  Failure why = failure(status, name);
  // Whatever else a device that cannot be opened says, for the desk it is not there.
  if (why.code != StaffCode::ScannerBusy) why.code = status == SANE_STATUS_INVAL ? StaffCode::ScannerNotFound : StaffCode::ScannerGone;
  return fail(std::move(why));
}

Done SaneDevice::set_up(const ScanJob& job) {
  SaneOptions& options = state_->options;
  const auto sources = options.settable(SANE_NAME_SCAN_SOURCE) ? options.choices(SANE_NAME_SCAN_SOURCE) : std::vector<std::string>{};
  const auto feeder = first_of(sources, [](const std::string& source) { return is_feeder(source) && is_simplex(source); });
  const auto glass = first_of(sources, [](const std::string& source) { return has(source, "flatbed") || lower(source) == "fb"; });
  const bool want_feeder = job.source == Source::Feeder || (job.source == Source::FeederOrFlatbed && feeder);
  if (!sources.empty()) {
    const auto& chosen = want_feeder ? feeder : glass;
    const bool as_it_is = !chosen && job.source == Source::FeederOrFlatbed;  // a device that calls its only source something else
    if (!as_it_is && (!chosen || !options.set_text(SANE_NAME_SCAN_SOURCE, *chosen))) {
      return fail(Failure{StaffCode::ScannerNotFound, state_->name, want_feeder ? "the device has no feeder" : "the device has no flatbed"});
    }
    state_->feeder = want_feeder;
    state_->source_known = !as_it_is;
  }

  const auto modes = options.choices(SANE_NAME_SCAN_MODE);
  const auto mode = first_of(modes, [](const std::string& name) { return has(name, "color") || has(name, "colour"); });
  const auto grey = first_of(modes, [](const std::string& name) { return has(name, "gray") || has(name, "grey"); });
  if (mode) {
    options.set_text(SANE_NAME_SCAN_MODE, *mode);
  } else if (grey) {
    options.set_text(SANE_NAME_SCAN_MODE, *grey);
  }
  options.set_number(SANE_NAME_BIT_DEPTH, 8);
  options.set_number(SANE_NAME_SCAN_RESOLUTION, job.dpi);

  // Some feeders (fujitsu, canon_dr) must hear the paper's size before the area on it.
  options.set_number(SANE_NAME_PAGE_WIDTH, 210);
  options.set_number(SANE_NAME_PAGE_HEIGHT, 297);
  const auto place = [&](const char* name, double mm) { options.set_number(name, options.in_pixels(name) ? mm / 25.4 * dpi() : mm); };
  place(SANE_NAME_SCAN_TL_X, 0);
  place(SANE_NAME_SCAN_TL_Y, 0);
  place(SANE_NAME_SCAN_BR_X, 210);
  place(SANE_NAME_SCAN_BR_Y, 297);
  return {};
}

bool SaneDevice::feeds() const {
  // Without a choice of source nobody says whether this is a glass or a slot; then only a sensor that sees paper starts another page,
  // or a plain flatbed would scan its glass for ever.
  return state_->source_known ? state_->feeder : paper() == PaperState::Loaded;
}

PaperState SaneDevice::paper() const {
  const auto loaded = state_->options.flag(SANE_NAME_PAGE_LOADED);
  if (!loaded) return PaperState::Unknown;
  return *loaded ? PaperState::Loaded : PaperState::Empty;
}

int SaneDevice::dpi() const {
  return static_cast<int>(std::lround(std::max(1.0, state_->options.number(SANE_NAME_SCAN_RESOLUTION).value_or(300))));
}

void SaneDevice::cancel() {
  state_->scanning = false;
  if (state_->handle != nullptr) sane_cancel(state_->handle);
}

Result<SaneDevice::Sheet> SaneDevice::next_sheet(bool first, std::chrono::milliseconds stall, const std::function<void()>& reading,
                                                 const Watch& watch) {
  State& state = *state_;
  // An I/O error of a device that cannot be opened again is a device that was unplugged or switched off.
  const auto explain = [&](SANE_Status status) {
    cancel();
    Failure why = failure(status, state.name);
    if (status == SANE_STATUS_IO_ERROR || status == SANE_STATUS_INVAL) {
      state.close();
      SANE_Handle again = nullptr;
      if (sane_open(state.name.c_str(), &again) == SANE_STATUS_GOOD) {
        sane_close(again);
      } else {
        why.code = StaffCode::ScannerGone;
      }
    }
    return fail(std::move(why));
  };

  PageAssembler assembler(dpi());
  std::array<SANE_Byte, 131'072> buffer;
  bool last_frame = false;
  for (int frame = 0; !last_frame; ++frame) {
    SANE_Status status = sane_start(state.handle);
    if (first && frame == 0 && (status == SANE_STATUS_IO_ERROR || status == SANE_STATUS_DEVICE_BUSY)) {
      sane_cancel(state.handle);
      std::this_thread::sleep_for(kBeforeRetry);
      status = sane_start(state.handle);
    }
    state.scanning = status == SANE_STATUS_GOOD;
    // After its one page `pnm` says EOF, not NO_DOCS.
    if (!first && frame == 0 && (status == SANE_STATUS_NO_DOCS || status == SANE_STATUS_EOF)) return Sheet{Outcome::NoMorePaper, {}};
    if (status != SANE_STATUS_GOOD) return explain(status);
    reading();
    SANE_Parameters parameters{};
    status = sane_get_parameters(state.handle, &parameters);
    if (status != SANE_STATUS_GOOD) return explain(status);
    last_frame = parameters.last_frame == SANE_TRUE;
    const FrameLayout layout{kind_of(parameters.format), parameters.bytes_per_line, parameters.pixels_per_line, parameters.lines, parameters.depth};
    if (auto done = assembler.begin_frame(layout); !done) return fail(done.error());

    SteadyTime last_byte = state.clock.steady();
    while (true) {
      SANE_Int got = 0;
      status = sane_read(state.handle, buffer.data(), static_cast<SANE_Int>(buffer.size()), &got);
      if (status == SANE_STATUS_EOF) break;
      if (status != SANE_STATUS_GOOD) return explain(status);
      if (got > 0) {
        last_byte = state.clock.steady();
        if (auto done = assembler.add(std::span(buffer).first(static_cast<std::size_t>(got))); !done) return fail(done.error());
      } else {
        // GOOD with nothing: `net` says so for ever once its server has died.
        if (state.clock.steady() - last_byte > stall) {
          cancel();
          return fail(Failure{StaffCode::ScannerReadError, state.name, "the driver sends no data and no error"});
        }
        std::this_thread::sleep_for(kBetweenEmptyReads);
      }
      if (!watch(got > 0 ? assembler.percent() : -2)) {
        cancel();
        return Sheet{Outcome::Stopped, {}};
      }
    }
  }
  state.scanning = false;
  auto page = assembler.finish();
  if (!page) return fail(page.error());
  return Sheet{Outcome::Page, std::move(*page)};
}

}  // namespace desk::scanner
