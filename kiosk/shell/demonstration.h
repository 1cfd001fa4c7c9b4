// The demonstration: everything real, nothing configured (design 3). Its own desk-auth with the console gateway, the tray scanner fed with
// specimen papers of our own drawing, a printer that writes files, and a store that is thrown away. Every slip and page says 見本.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "data/config/desk_config.h"
#include "kiosk/shell/child_process.h"
#include "scanner/scanner.h"

namespace desk::shell {

class Demonstration {
 public:
  // `directory` empty: a new one below the temporary folder, removed at the end. `today`: the papers' date of issue lies before it.
  [[nodiscard]] static Result<std::unique_ptr<Demonstration>> start(const std::string& directory, const Date& today);
  ~Demonstration();

  [[nodiscard]] const config::DeskConfig& config() const { return config_; }
  [[nodiscard]] const std::string& directory() const { return directory_; }
  [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& scanner_environment() const { return scanner_environment_; }
  // Puts the specimens of a kind of paper into the feeder, as a person would; a kind without specimens leaves it empty.
  void feed(const std::string& kind, bool sole_trader);
  [[nodiscard]] std::string tray() const;
  [[nodiscard]] std::string printer_folder() const { return directory_ + "/printer"; }

 private:
  Demonstration() = default;
  std::string directory_;
  bool remove_ = false;
  config::DeskConfig config_;
  std::vector<std::pair<std::string, std::string>> scanner_environment_;
  std::optional<ChildProcess> core_, page_, specimens_;
};

}  // namespace desk::shell
