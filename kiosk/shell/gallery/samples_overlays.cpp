// What floats above a step: each on a screen where it is met, and the panels that a screen brings along.
#include "kiosk/shell/gallery/samples.h"

namespace desk::shell::gallery {
namespace {

using flow::Overlay;
using flow::Step;

Sample over(Overlay overlay, Step step, std::string person = "shop") {
  return {"overlay-" + std::string(name_of(overlay)), [overlay, step, person = std::move(person)](Stage& stage) {
            stage.person(person);
            stage.at(step);
            stage.model.overlay = overlay;
            stage.model.idle_deadline = stage.now + std::chrono::seconds{32};
            stage.model.help_called = overlay == Overlay::Help;
          }};
}

}  // namespace

std::string_view name_of(Overlay overlay) {
  switch (overlay) {
    case Overlay::None: return "none";
    case Overlay::IdleWarning: return "idle";
    case Overlay::ConfirmEnd: return "end";
    case Overlay::Help: return "help";
    case Overlay::Explain: return "explain";
    case Overlay::TextSize: return "text-size";
    case Overlay::Theme: return "theme";
    case Overlay::Language: return "language";
    case Overlay::Sound: return "sound";
    case Overlay::Away: return "away";
    case Overlay::ApplicantsTurn: return "applicants-turn";
    case Overlay::EraseAsked: return "erase-asked";
    case Overlay::EraseSure: return "erase-sure";
    case Overlay::Practice: return "practice";
  }
  return "";
}

std::vector<Sample> overlay_samples() {
  std::vector<Sample> all;
  all.push_back(over(Overlay::IdleWarning, Step::Employees));
  all.push_back(over(Overlay::ConfirmEnd, Step::Papers));
  all.push_back(over(Overlay::Help, Step::Plan));
  all.push_back(over(Overlay::Explain, Step::GbizId));
  all.push_back(over(Overlay::TextSize, Step::Capital));
  all.push_back(over(Overlay::Theme, Step::Entity));
  all.push_back(over(Overlay::Language, Step::Verdict));
  all.push_back(over(Overlay::Sound, Step::Readiness));
  // Every question has an explanation of its own length.
  for (Step step : {Step::Entity, Step::Industry, Step::Capital, Step::Employees, Step::Purpose, Step::SoftwareCost, Step::PcCost,
                    Step::RegisterCost, Step::SecurityAction, Step::SecurityActionId, Step::Vendor, Step::Contracted}) {
    Sample sample = over(Overlay::Explain, step);
    sample.name += "-" + std::string(flow::name_of(step));
    all.push_back(std::move(sample));
  }
  all.push_back({"overlay-code-help", [](Stage& stage) {
                   stage.at(Step::Code);
                   stage.model.code = stage.live_code();
                   stage.ui.code_help = true;
                 }});
  all.push_back({"overlay-store-fault", [](Stage& stage) {
                   stage.at(Step::Employees);
                   stage.model.store_fault = StaffCode::StoreFull;
                 }});
  return all;
}

}  // namespace desk::shell::gallery
