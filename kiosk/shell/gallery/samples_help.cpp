// Help and drawings: what became of a call for staff, the covered screen, reasons with their sources, each paper beside its look-alike,
// plans of every length.
#include "kiosk/shell/gallery/samples.h"

namespace desk::shell::gallery {
namespace {

using flow::CallMessage;
using flow::CallSound;
using flow::Overlay;
using flow::Step;

Sample call_for_staff(std::string name, CallSound sound, CallMessage message) {
  return {"overlay-help-" + std::move(name), [sound, message](Stage& stage) {
            stage.at(Step::Coach);
            stage.paper();
            stage.model.overlay = Overlay::Help;
            stage.model.help_called = true;
            stage.model.call = {1, sound, message, stage.wall};
          }};
}

Sample explained(std::string name, std::string person) {
  return {"overlay-reasons-" + std::move(name), [person = std::move(person)](Stage& stage) {
            stage.person(person);
            stage.at(Step::Verdict);
            stage.model.overlay = Overlay::Explain;
          }};
}

// The papers of each kind of applicant: every drawing and its look-alike.
Sample coached(std::string person, std::string need) {
  return {"coach-" + person + "-" + need, [person, need](Stage& stage) {
            stage.person(person);
            stage.at(Step::Coach);
            stage.paper(need);
          }};
}

Sample plan_from(std::string name, int month, int day) {
  return {"plan-" + std::move(name), [month, day](Stage& stage) {
            stage.person("shop");
            stage.at(Step::Plan);
            stage.today = {Date{std::chrono::year{stage.pack().year}, std::chrono::month{static_cast<unsigned>(month)}, std::chrono::day{static_cast<unsigned>(day)}}, 10 * 60};
          }};
}

}  // namespace

std::vector<Sample> help_samples() {
  std::vector<Sample> all;
  all.push_back(call_for_staff("rung", CallSound::Rung, CallMessage::Sent));
  all.push_back(call_for_staff("silent", CallSound::NoDevice, CallMessage::NotSent));
  all.push_back({"overlay-away", [](Stage& stage) {
                   stage.at(Step::Papers);
                   stage.model.overlay = Overlay::Away;
                   stage.model.away_until = stage.now + std::chrono::minutes{7};
                 }});
  all.push_back({"overlay-theme-still", [](Stage& stage) {
                   stage.at(Step::Entity);
                   stage.model.overlay = Overlay::Theme;
                   stage.model.settings.still = true;
                 }});
  all.push_back(explained("eligible", "shop"));
  all.push_back(explained("late", "late"));
  for (const char* need : {"registry", "tax_certificate", "financial_statements"}) all.push_back(coached("shop", need));
  for (const char* need : {"identity", "tax_return", "tax_certificate"}) all.push_back(coached("workshop", need));
  all.push_back(plan_from("five-weeks", 7, 22));
  all.push_back(plan_from("half-a-year", 3, 31));
  return all;
}

}  // namespace desk::shell::gallery
