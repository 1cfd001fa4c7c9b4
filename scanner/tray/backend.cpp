// libsane-desk.so.1: the demonstration scanner, a SANE driver that SANE's own loader loads. A folder ($DESK_TRAY) is its feeder:
// sheets.h says what lies in it, faults.h what goes wrong. A sheet that was fed whole moves to out/ below the folder; after a fault it
// stays, as paper does. The flatbed scans the first sheet and leaves it. Single-threaded, as SANE is.
#include <sane/sane.h>
#include <sane/saneopts.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>
#include <thread>
#include <utility>

#include "data/base/clock.h"
#include "scanner/tray/faults.h"
#include "scanner/tray/sheets.h"

namespace {

using namespace desk::scanner::tray;
namespace fs = std::filesystem;

enum Option { kCount, kMode, kResolution, kSource, kPageLoaded, kLeft, kTop, kRight, kBottom, kOptions };

constexpr const char* kFlatbed = "Flatbed";
const SANE_String_Const kModes[] = {"Lineart", "Gray", "Color", nullptr};
const SANE_String_Const kSources[] = {"ADF", kFlatbed, nullptr};
const SANE_Word kResolutions[] = {4, 150, 200, 300, 600};
const SANE_Range kWidth = {0, SANE_FIX(216), 0};
const SANE_Range kHeight = {0, SANE_FIX(356), 0};

fs::path tray_folder() {
  const char* set = std::getenv("DESK_TRAY");
  return set != nullptr ? set : "";
}

bool plugged_in() {
  std::error_code error;
  return fs::is_directory(tray_folder(), error);
}

std::array<SANE_Option_Descriptor, kOptions> make_descriptors() {
  constexpr SANE_Int kSettable = SANE_CAP_SOFT_SELECT | SANE_CAP_SOFT_DETECT;
  constexpr auto kWord = static_cast<SANE_Int>(sizeof(SANE_Word));
  std::array<SANE_Option_Descriptor, kOptions> all{};
  const auto put = [&](Option option, const char* name, const char* title, SANE_Value_Type type, SANE_Unit unit, SANE_Int size, SANE_Int cap) {
    SANE_Option_Descriptor& descriptor = all[option];
    descriptor.name = name;
    descriptor.title = title;
    descriptor.desc = title;
    descriptor.type = type;
    descriptor.unit = unit;
    descriptor.size = size;
    descriptor.cap = cap;
  };
  const auto list = [&](Option option, const SANE_String_Const* names) {
    all[option].constraint_type = SANE_CONSTRAINT_STRING_LIST;
    all[option].constraint.string_list = names;
  };
  put(kCount, "", SANE_TITLE_NUM_OPTIONS, SANE_TYPE_INT, SANE_UNIT_NONE, kWord, SANE_CAP_SOFT_DETECT);
  put(kMode, SANE_NAME_SCAN_MODE, "Scan mode", SANE_TYPE_STRING, SANE_UNIT_NONE, 16, kSettable);
  list(kMode, kModes);
  put(kResolution, SANE_NAME_SCAN_RESOLUTION, "Resolution", SANE_TYPE_INT, SANE_UNIT_DPI, kWord, kSettable);
  all[kResolution].constraint_type = SANE_CONSTRAINT_WORD_LIST;
  all[kResolution].constraint.word_list = kResolutions;
  put(kSource, SANE_NAME_SCAN_SOURCE, "Source", SANE_TYPE_STRING, SANE_UNIT_NONE, 16, kSettable);
  list(kSource, kSources);
  put(kPageLoaded, SANE_NAME_PAGE_LOADED, "Page loaded", SANE_TYPE_BOOL, SANE_UNIT_NONE, kWord, SANE_CAP_SOFT_DETECT);
  const std::array<const char*, 4> sides{SANE_NAME_SCAN_TL_X, SANE_NAME_SCAN_TL_Y, SANE_NAME_SCAN_BR_X, SANE_NAME_SCAN_BR_Y};
  for (std::size_t i = 0; i < sides.size(); ++i) {
    const auto option = static_cast<Option>(kLeft + static_cast<int>(i));
    put(option, sides[i], sides[i], SANE_TYPE_FIXED, SANE_UNIT_MM, kWord, kSettable);
    all[option].constraint_type = SANE_CONSTRAINT_RANGE;
    all[option].constraint.range = i % 2 == 0 ? &kWidth : &kHeight;
  }
  return all;
}

const std::array<SANE_Option_Descriptor, kOptions>& descriptors() {
  static const auto all = make_descriptors();
  return all;
}

SANE_Status status_named(const std::string& what) {
  if (what == "JAMMED") return SANE_STATUS_JAMMED;
  if (what == "COVER_OPEN") return SANE_STATUS_COVER_OPEN;
  if (what == "NO_MEM") return SANE_STATUS_NO_MEM;
  return SANE_STATUS_IO_ERROR;
}

// One open device.
struct Tray {
  fs::path folder = tray_folder();
  std::string mode = "Color";
  std::string source = "ADF";
  SANE_Word resolution = 300;
  std::array<SANE_Word, 4> area{0, 0, SANE_FIX(210), SANE_FIX(297)};
  desk::SystemClock clock;

  // The sheet on its way.
  bool scanning = false;
  int fed = 0;
  fs::path sheet;
  Raster raster;
  std::size_t position = 0;
  std::optional<Fault> fault;
  std::size_t fault_at = 0;
  double bytes_a_second = 0;
  desk::SteadyTime started;

  [[nodiscard]] Mode scan_mode() const { return mode == "Color" ? Mode::Color : (mode == "Gray" ? Mode::Gray : Mode::Lineart); }
  [[nodiscard]] Area scan_area() const { return {SANE_UNFIX(area[0]), SANE_UNFIX(area[1]), SANE_UNFIX(area[2]), SANE_UNFIX(area[3])}; }
  std::string* text(int option) { return option == kMode ? &mode : (option == kSource ? &source : nullptr); }
  SANE_Word* word(int option) {
    if (option == kResolution) return &resolution;
    return option >= kLeft && option <= kBottom ? &area[static_cast<std::size_t>(option - kLeft)] : nullptr;
  }

  SANE_Status start();
  SANE_Status read(SANE_Byte* out, SANE_Int most, SANE_Int* length);
  SANE_Status fail_here();
  void keep_pace() const;
};

SANE_Status Tray::start() {
  scanning = false;
  if (!plugged_in()) return SANE_STATUS_IO_ERROR;
  if (consume(folder, "fail-first-start")) return SANE_STATUS_IO_ERROR;
  if (present(folder, "cover-open")) return SANE_STATUS_COVER_OPEN;
  const auto waiting = sheets_in(folder);
  if (waiting.empty()) return SANE_STATUS_NO_DOCS;
  sheet = waiting.front();
  const auto picture = read_sheet(sheet);
  if (!picture) return SANE_STATUS_IO_ERROR;
  raster = scan_sheet(*picture, scan_mode(), resolution, scan_area());
  position = 0;
  scanning = true;
  ++fed;
  fault = fault_in(folder);
  if (fault && fault->sheet != fed) fault.reset();
  if (fault) fault_at = raster.bytes.size() / 100 * static_cast<std::size_t>(fault->percent);
  bytes_a_second = static_cast<double>(raster.bytes.size()) * pages_a_minute(folder) / 60;
  started = clock.steady();
  return SANE_STATUS_GOOD;
}

SANE_Status Tray::fail_here() {
  if (fault->what == "STALL") return SANE_STATUS_GOOD;
  while (fault->what == "HANG") pause();
  scanning = false;
  return status_named(fault->what);
}

SANE_Status Tray::read(SANE_Byte* out, SANE_Int most, SANE_Int* length) {
  *length = 0;
  if (!scanning) return SANE_STATUS_CANCELLED;
  if (!plugged_in()) {
    scanning = false;
    return SANE_STATUS_IO_ERROR;
  }
  if (fault && position >= fault_at) return fail_here();
  if (position >= raster.bytes.size()) {
    scanning = false;
    std::error_code error;
    if (source != kFlatbed) {
      fs::create_directories(folder / "out", error);
      fs::rename(sheet, folder / "out" / sheet.filename(), error);
      if (const auto below = sheets_in(folder); !below.empty() && present(folder, "double-feed")) {
        fs::rename(below.front(), folder / "out" / below.front().filename(), error);
      }
    }
    return SANE_STATUS_EOF;
  }
  std::size_t count = std::min({static_cast<std::size_t>(most), raster.bytes.size() - position, std::size_t{65'536}});
  if (fault) count = std::min(count, fault_at - position);
  std::memcpy(out, raster.bytes.data() + position, count);
  position += count;
  *length = static_cast<SANE_Int>(count);
  keep_pace();
  return SANE_STATUS_GOOD;
}

void Tray::keep_pace() const {
  if (bytes_a_second <= 0) return;
  const std::chrono::microseconds due{static_cast<std::int64_t>(static_cast<double>(position) / bytes_a_second * 1e6)};
  const auto ahead = due - (clock.steady() - started);
  if (ahead.count() > 0) std::this_thread::sleep_for(ahead);
}

SANE_Status get_option(Tray& tray, int option, void* value) {
  if (const std::string* text = tray.text(option)) {
    std::memcpy(value, text->c_str(), text->size() + 1);
    return SANE_STATUS_GOOD;
  }
  auto* out = static_cast<SANE_Word*>(value);
  if (option == kCount) {
    *out = kOptions;
  } else if (option == kPageLoaded) {
    *out = sheets_in(tray.folder).empty() ? SANE_FALSE : SANE_TRUE;
  } else {
    *out = *tray.word(option);
  }
  return SANE_STATUS_GOOD;
}

SANE_Status set_option(Tray& tray, int option, void* value, SANE_Int* info) {
  if (tray.scanning) return SANE_STATUS_DEVICE_BUSY;
  if (std::string* text = tray.text(option)) {
    const auto* wanted = static_cast<const char*>(value);
    for (const SANE_String_Const* entry = descriptors()[static_cast<std::size_t>(option)].constraint.string_list; *entry != nullptr; ++entry) {
      if (std::strcmp(*entry, wanted) != 0) continue;
      *text = wanted;
      if (info != nullptr) *info = SANE_INFO_RELOAD_PARAMS | SANE_INFO_RELOAD_OPTIONS;
      return SANE_STATUS_GOOD;
    }
    return SANE_STATUS_INVAL;
  }
  SANE_Word* word = tray.word(option);
  if (word == nullptr) return SANE_STATUS_INVAL;
  const SANE_Word wanted = *static_cast<const SANE_Word*>(value);
  if (option == kResolution && std::find(std::begin(kResolutions) + 1, std::end(kResolutions), wanted) == std::end(kResolutions)) return SANE_STATUS_INVAL;
  *word = wanted;
  if (info != nullptr) *info = SANE_INFO_RELOAD_PARAMS;
  return SANE_STATUS_GOOD;
}

Tray& tray_of(SANE_Handle handle) { return *static_cast<Tray*>(handle); }

}  // namespace

// SANE's loader finds these by name; nothing else of this module is visible, or two builds of one class could meet in one program.
#pragma GCC visibility push(default)
extern "C" {

SANE_Status sane_desk_init(SANE_Int* version, SANE_Auth_Callback /*authorize*/) {
  if (version != nullptr) *version = SANE_VERSION_CODE(1, 0, 0);
  return SANE_STATUS_GOOD;
}

void sane_desk_exit(void) {}

SANE_Status sane_desk_get_devices(const SANE_Device*** list, SANE_Bool /*local_only*/) {
  static const SANE_Device device{"tray", "Desk", "Demonstration scanner", "virtual device"};
  static const SANE_Device* one[] = {&device, nullptr};
  static const SANE_Device* none[] = {nullptr};
  *list = plugged_in() ? one : none;
  return SANE_STATUS_GOOD;
}

SANE_Status sane_desk_open(SANE_String_Const /*name*/, SANE_Handle* handle) {
  if (!plugged_in()) return SANE_STATUS_IO_ERROR;
  if (present(tray_folder(), "busy")) return SANE_STATUS_DEVICE_BUSY;
  *handle = new Tray;
  return SANE_STATUS_GOOD;
}

void sane_desk_close(SANE_Handle handle) { delete static_cast<Tray*>(handle); }

const SANE_Option_Descriptor* sane_desk_get_option_descriptor(SANE_Handle /*handle*/, SANE_Int option) {
  return option >= 0 && option < kOptions ? &descriptors()[static_cast<std::size_t>(option)] : nullptr;
}

SANE_Status sane_desk_control_option(SANE_Handle handle, SANE_Int option, SANE_Action action, void* value, SANE_Int* info) {
  if (info != nullptr) *info = 0;
  if (option < 0 || option >= kOptions || value == nullptr) return SANE_STATUS_INVAL;
  switch (action) {
    case SANE_ACTION_GET_VALUE: return get_option(tray_of(handle), option, value);
    case SANE_ACTION_SET_VALUE: return set_option(tray_of(handle), option, value, info);
    case SANE_ACTION_SET_AUTO: return SANE_STATUS_UNSUPPORTED;
  }
  return SANE_STATUS_INVAL;
}

SANE_Status sane_desk_get_parameters(SANE_Handle handle, SANE_Parameters* parameters) {
  const Tray& tray = tray_of(handle);
  const Raster sizes = layout(tray.scan_mode(), tray.resolution, tray.scan_area());
  parameters->format = tray.scan_mode() == Mode::Color ? SANE_FRAME_RGB : SANE_FRAME_GRAY;
  parameters->last_frame = SANE_TRUE;
  parameters->bytes_per_line = sizes.bytes_per_line;
  parameters->pixels_per_line = sizes.width;
  parameters->lines = sizes.height;
  parameters->depth = tray.scan_mode() == Mode::Lineart ? 1 : 8;
  return SANE_STATUS_GOOD;
}

SANE_Status sane_desk_start(SANE_Handle handle) { return tray_of(handle).start(); }

SANE_Status sane_desk_read(SANE_Handle handle, SANE_Byte* out, SANE_Int most, SANE_Int* length) { return tray_of(handle).read(out, most, length); }

void sane_desk_cancel(SANE_Handle handle) {
  tray_of(handle).scanning = false;
  tray_of(handle).fed = 0;
}

SANE_Status sane_desk_set_io_mode(SANE_Handle /*handle*/, SANE_Bool non_blocking) {
  return non_blocking == SANE_TRUE ? SANE_STATUS_UNSUPPORTED : SANE_STATUS_GOOD;
}

SANE_Status sane_desk_get_select_fd(SANE_Handle /*handle*/, SANE_Int* /*fd*/) { return SANE_STATUS_UNSUPPORTED; }

}  // extern "C"
#pragma GCC visibility pop
