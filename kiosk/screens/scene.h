// Scene: everything that the screens read, borrowed for one frame; and the two functions that the shell calls with it.
//   draw_scene()   shows the step and what floats above it
//   press()        turns the key of a touched target into what has happened
// Screens call nothing else: no device, no file, no rule (style 20).
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "data/base/failure.h"
#include "data/text/name_forms.h"
#include "data/text/text_catalog.h"
#include "kiosk/flow/assessment.h"
#include "kiosk/flow/delays.h"
#include "kiosk/flow/event.h"
#include "kiosk/flow/model.h"
#include "kiosk/screens/canvas.h"

namespace desk::screens {

// Pictures by the id that the model carries.
class ImageSource {
 public:
  virtual ~ImageSource() = default;
  [[nodiscard]] virtual const Picture* find(flow::ImageId id) const = 0;
};

// What the screens know of the desk itself.
struct DeskFacts {
  std::string site_name, corner;
  bool demonstration = false;
  bool training = false;         // staff practice with another day or another year: said on every screen
  bool phone_page = true;        // a page on the applicant's phone exists (handoff.mode)
  bool files_on_phone = true;
  int scans_days = 7;            // the two clocks of retention, as agreed
  int answers_days_after_deadline = 7;
  int answers_days_most = 90;
  std::string official_address;  // of the programme, on this date
  std::optional<StaffCode> catalogue_fault;  // the installed release is not in force; told to staff
  std::string version;                       // of the program: "0.1.0"
  std::optional<std::int64_t> image;         // of the appliance, as `desk-ctl update` numbers them; none on a Debian of its own
  bool sound = true;             // the machine can speak; else there is no button that would promise it
};

// What only the drawing side remembers: which page of a list is on show, a box under the finger. Forgotten when the step changes.
struct UiState {
  flow::Step step = flow::Step::Attract;
  int first = 0;                 // first row or page on show
  int next_first = 0;            // where the next page begins, told by the last frame
  bool code_help = false;        // the panel 届かないとき
  std::optional<Rect> drawing;   // a box being drawn, 0..1 of the page
  bool pointing = false;         // staff: the next touch shows a target instead of pressing it
  std::string pointed;           // the target that is shown; empty: none
  std::string hint;              // why the button that was touched does not answer yet
  SteadyTime hint_until;
  int grid_columns = 0, grid_rows = 0;  // of the touch test, as drawn on this panel
  std::optional<Point> wiped_to;        // where the finger was told last
  int practice_first = 0, practice_next = 0;  // paging of the practice's switches, over whatever list lies below
};

struct Scene {
  const flow::Model& model;
  const flow::Assessment& assessment;
  const catalog::Pack& pack;
  const catalog::OfficeCalendar& offices;
  const text::Words& words;
  const ImageSource& images;
  const DeskFacts& desk;
  const flow::Delays& delays;
  // QR of a text, drawn by the shell's encoder.
  std::function<Matrix(const std::string&)> qr;
  CivilMinute today;             // of the rules
  WallTime wall;
  SteadyTime now;
  const text::NameForms* name_forms = nullptr;  // none: no forms are offered
};

void draw_scene(Canvas& canvas, const Scene& scene, UiState& ui);

// Nothing when the key only changes what is shown (paging, panels); then ui was changed and a new frame is due.
[[nodiscard]] std::optional<flow::Event> press(std::string_view key, const Scene& scene, UiState& ui);
// A target that cannot be used now was touched: why, if there is something to say.
[[nodiscard]] std::optional<flow::Event> refused(std::string_view key, const Scene& scene, UiState& ui);
[[nodiscard]] std::optional<flow::Event> drag(const Drag& drag, const Scene& scene, UiState& ui);
// A key of a keyboard: digits and letters type, as on the pads.
[[nodiscard]] std::optional<flow::Event> typed(char character, const Scene& scene);

// Something moves on the screen (a bar that wanders, a count-down): frames are due without touches.
[[nodiscard]] bool moving(const Scene& scene);

}  // namespace desk::screens
