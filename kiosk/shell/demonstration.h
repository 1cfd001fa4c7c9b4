// The demonstration: everything real, nothing configured (design 3). Its own desk-auth with the console gateway, the tray scanner fed with
// specimen papers of our own drawing, a printer that writes files, and a store that is thrown away. Every slip and page says 見本.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "data/config/desk_config.h"
#include "kiosk/shell/child_process.h"
#include "kiosk/shell/runner.h"
#include "kiosk/shell/specimen_tray.h"
#include "scanner/scanner.h"

namespace desk::shell {

class Demonstration {
 public:
  // Its folder, configuration and secrets; starts no process. `directory` empty: a new one below the temporary folder, removed at the end.
  [[nodiscard]] static Result<std::unique_ptr<Demonstration>> prepare(const std::string& directory);
  ~Demonstration();

  // Starts desk-auth and the drawing of the specimens, whose date of issue lies before `today`, and waits until desk-auth serves: a third of
  // a second. From a thread that lives as long as they may (child_process.h). Returns the port of the page.
  [[nodiscard]] Result<int> launch(const Date& today);

  [[nodiscard]] const config::DeskConfig& config() const { return config_; }
  [[nodiscard]] const std::string& directory() const { return directory_; }
  [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& scanner_environment() const { return tray_->environment(); }
  void feed(const PaperWanted& paper) { tray_->feed(paper); }
  [[nodiscard]] std::string tray() const { return tray_->folder(); }
  // The page role's process, for whoever wants to see what the desk does without it.
  [[nodiscard]] pid_t page_process() const { return page_ ? page_->pid() : -1; }
  [[nodiscard]] std::string printer_folder() const { return directory_ + "/printer"; }

 private:
  Demonstration() = default;
  std::string directory_;
  bool remove_ = false;
  config::DeskConfig config_;
  std::optional<ChildProcess> core_, page_;
  std::unique_ptr<SpecimenTray> tray_;
};

}  // namespace desk::shell
