// Samples: every screen of the desk in every state worth seeing, as it stands before a person. A sample arranges a Stage; the gallery draws
// what stands there in every size, theme, language and on every panel, and checks it (design 9, --gallery).
//
// A part that adds screens adds a file samples_PART.cpp with one function PART_samples() and a line in all_samples().
//   samples.push_back({"code-wrong", [](Stage& stage) {
//     stage.person("shop");                    // who is served: pack, day, answers (gallery.toml)
//     stage.at(flow::Step::Code);              // everything before is answered
//     stage.model.code = ...;                  // or stage.tell(flow::Pressed{...}) to let the flow do it
//   }});
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "kiosk/flow/update.h"
#include "kiosk/screens/scene.h"
#include "kiosk/shell/gallery/world.h"

namespace desk::shell::gallery {

// The pictures that every stage has at hand (show.cpp draws them): scanned pages are 1, 2, …, the slip is this one.
inline constexpr flow::ImageId kSlipPicture = 1000;
inline constexpr int kPageWidth = 420, kPageHeight = 594;

class Stage {
 public:
  explicit Stage(const World& world);

  // ---- arranging
  // Who stands there; without a call it is "shop".
  void person(const std::string& name);
  // Answers everything on the way as the person says it, and stands at `step`. The phone is proved where it lies behind.
  void at(flow::Step step);
  // Lets the flow take an event; its orders to devices are dropped.
  void tell(flow::Event event);
  // Every required paper of the applicant scanned, and of the partners; the last `open` of them are not.
  void scan_papers(std::size_t open = 0);
  // Pages lie scanned: `findings` of the last of them.
  void scanned_pages(int pages, const std::vector<flow::PageFinding>& findings = {});
  // The slip is out; a receipt's files lie on the page for the phone.
  void slip_printed(flow::SlipKind slip);
  // The coach, the scan and what follows are about this document need; empty: the first open one.
  void paper(const std::string& need = "");
  [[nodiscard]] flow::CodeState live_code() const;
  [[nodiscard]] WallTime wall_in(std::chrono::minutes span) const { return {wall.seconds + span.count() * 60}; }
  [[nodiscard]] const catalog::Pack& pack() const { return *pack_; }
  [[nodiscard]] const World& world() const { return *world_; }

  flow::Model model;
  screens::UiState ui;
  int pages_turned = 0;          // how often 「つぎのページ」 was pressed: where that leads depends on panel and text size
  screens::DeskFacts desk;
  CivilMinute today;
  WallTime wall;
  SteadyTime now{3'600'000'000};

 private:
  const World* world_;
  const catalog::Pack* pack_ = nullptr;
  std::map<flow::Step, std::string> says_;
};

struct Sample {
  std::string name;  // "code-wrong": the screen, then what is special; also the name of its pictures
  std::function<void(Stage&)> arrange;
};

// Every sample of every part, in the order of a visit. Names are unique.
[[nodiscard]] const std::vector<Sample>& all_samples();
[[nodiscard]] std::vector<Sample> visit_samples();    // one or more for every step
[[nodiscard]] std::vector<Sample> moment_samples();   // phases, faults, verdicts, long lists, other years
[[nodiscard]] std::vector<Sample> overlay_samples();  // what floats above a step
[[nodiscard]] std::vector<Sample> help_samples();     // calls for staff, the covered screen, sources, drawn papers, plans of every length
[[nodiscard]] std::vector<Sample> staff_samples();    // behind the PIN, and beside an applicant

[[nodiscard]] std::vector<Sample> speech_samples();   // the sound panel in its states
[[nodiscard]] std::vector<Sample> machine_samples();  // the parts of the desk, self-test, practice, settings
[[nodiscard]] std::vector<Sample> entry_samples();    // keyboards, words, forms of name kanji, the corporate number

// The name of an overlay in names of samples; a new one does not compile before it has one.
[[nodiscard]] std::string_view name_of(flow::Overlay overlay);

}  // namespace desk::shell::gallery
