// The tour: a whole visit by script, through the same screens, touches and rooms as a person's, without a display. Leaves in its folder a
// PNG for every screen passed, the PDFs, receipt.png and visit.json, and reads the page on the phone as a phone would.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "data/base/calendar.h"
#include "data/base/result.h"
#include "kiosk/shell/kiosk_app.h"
#include "kiosk/shell/open_desk.h"

namespace desk::shell {

// One line of a script: at this step, press these keys in order. "type" presses digits and letters, "type_kana" the keys of a
// reading, "code" types the code that the demonstration's
// phone shows, "drag" draws a box (thousandths: left, top, right, bottom).
struct TourStop {
  std::string at;                 // name of the step, checked
  std::vector<std::string> press;
  std::string type;
  std::string type_kana;          // on the keyboard of fifty sounds
  bool code = false;
  std::vector<int> drag;
  int line = 0;
};

// A day with a round to aim at, and the year's programme, are the script's: --today and --programme overrule them.
struct TourScript {
  std::optional<CivilMinute> today;
  std::optional<int> programme;
  std::vector<TourStop> stops;
};

[[nodiscard]] Result<TourScript> load_tour(const std::string& file);

// Ends with the visit finished and everything written, or with the first thing that was not as it should be.
[[nodiscard]] Done run_tour(OpenDesk& desk, Face& face, KioskApp& app, const std::vector<TourStop>& stops, const std::string& folder);

}  // namespace desk::shell
