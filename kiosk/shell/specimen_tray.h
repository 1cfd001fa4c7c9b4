// SpecimenTray: a feeder that holds certificates of our own drawing, for the demonstration and for practice. The sheets are drawn by
// desk-specimens while other things start; the scanner that takes them is the tray driver (scanner/tray).
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "data/base/calendar.h"
#include "kiosk/shell/child_process.h"
#include "kiosk/shell/runner.h"

namespace desk::shell {

class SpecimenTray {
 public:
  // Everything below `directory`; starts no process.
  [[nodiscard]] static Result<std::unique_ptr<SpecimenTray>> prepare(const std::string& directory);
  // Starts the drawing; the papers' date of issue lies ten days before `today`. From a thread that lives as long (child_process.h).
  void draw(const Date& today);

  // Puts the specimens of a kind of paper into the feeder, as a person would: the pile that is still to be scanned, after a jam without
  // the sheets that are through. What lay there of another paper is taken out; a kind without specimens leaves the feeder empty.
  void feed(const PaperWanted& paper);
  [[nodiscard]] std::string folder() const;
  [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& environment() const { return environment_; }
  // Waits until the drawing process is over: nothing may write into the folder any more when it is removed.
  void stop() { drawing_.reset(); }

 private:
  explicit SpecimenTray(std::string directory) : directory_(std::move(directory)) {}
  std::string directory_;
  std::vector<std::pair<std::string, std::string>> environment_;
  std::optional<ChildProcess> drawing_;
};

}  // namespace desk::shell
