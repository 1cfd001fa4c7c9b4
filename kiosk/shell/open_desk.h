// OpenDesk: the composition root. Builds every room from a configuration (or the demonstration) and hands them to the Runner; the only
// place that chooses between real and demonstration parts.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "kiosk/shell/demonstration.h"
#include "data/text/name_forms.h"
#include "kiosk/input/mozc_converter.h"
#include "kiosk/shell/runner.h"
#include "kiosk/shell/speech/speaker.h"

namespace desk::shell {

struct DeskOptions {
  std::string config_file;                 // empty: /etc/desk-kiosk/desk.toml when it exists, else the demonstration
  bool demonstration = false;              // asked for by name: whatever is configured on this machine is left alone
  std::string demonstration_directory;     // tests; empty: a throw-away one
  std::optional<CivilMinute> today;        // of the rules; refused in production
  std::optional<int> programme;
  Clock* clock = nullptr;                  // tests; null: the machine's
  input::MozcOptions conversion;           // tests: another place, or programs that fail
  // False: the processes of a demonstration wait for begin(), so that a person sees the desk before its machines are asked.
  bool begin = true;
  // Tests: other devices for the demonstration's desk, before its rooms are opened. A configured desk is what its file says.
  std::function<void(config::DeskConfig&)> furnish;
  std::function<std::unique_ptr<Speaker>()> speaker;  // tests; empty: the machine's
};

// What kind of desk this is. Quickly known, so that the display may be made while the rooms are opened on another thread.
struct ChosenDesk {
  std::string file;                        // empty: the demonstration
  config::DeskConfig config;
};

class OpenDesk {
 public:
  [[nodiscard]] static Result<ChosenDesk> choose(const DeskOptions& options);
  // Touches no window: may run on another thread than the one that uses the desk.
  [[nodiscard]] static Result<std::unique_ptr<OpenDesk>> open(const DeskOptions& options, ChosenDesk chosen);
  [[nodiscard]] static Result<std::unique_ptr<OpenDesk>> open(const DeskOptions& options);
  ~OpenDesk();

  // Starts what runs beside the desk, once, and returns at once: orders wait for it on their workers. Runner::broken() tells a failure.
  void begin();

  [[nodiscard]] Runner& runner() { return *runner_; }
  [[nodiscard]] const config::DeskConfig& config() const { return config_; }
  [[nodiscard]] const catalog::Catalogue& catalogue() const { return *catalogue_; }
  // Why the installed release is not in force; staff see its code. None: all is well.
  [[nodiscard]] const std::optional<Failure>& catalogue_refused() const { return catalogue_refused_; }
  [[nodiscard]] const text::TextCatalog& texts() const { return *texts_; }
  [[nodiscard]] const text::NameForms& name_forms() const { return *name_forms_; }
  // Tests look where a name might have been left; only while the runner is settled.
  [[nodiscard]] input::Converter& converter() { return *converter_; }
  [[nodiscard]] const Clock& clock() const { return *clock_; }
  [[nodiscard]] Demonstration* demonstration() { return demonstration_.get(); }
  [[nodiscard]] Speaker& speaker() { return *speaker_; }
  [[nodiscard]] auth::AuthClient& codes() { return *codes_; }
  [[nodiscard]] store::Store& store() { return *store_; }  // only while the runner is settled

 private:
  OpenDesk() = default;
  [[nodiscard]] Done open_rooms(const DeskOptions& options, ChosenDesk chosen);
  config::DeskConfig config_;
  std::unique_ptr<Demonstration> demonstration_;
  std::unique_ptr<SystemClock> own_clock_;
  Clock* clock_ = nullptr;
  Date today_;                             // of the rules, when the desk was opened
  bool begun_ = false;
  std::optional<catalog::Catalogue> catalogue_;
  std::optional<Failure> catalogue_refused_;
  std::optional<text::TextCatalog> texts_;
  std::unique_ptr<store::Store> store_;
  std::unique_ptr<auth::AuthClient> codes_;
  std::unique_ptr<auth::HelpClient> help_;
  std::unique_ptr<auth::PageClient> page_;
  std::unique_ptr<scanner::Scanner> scanner_;
  std::optional<scanner::PageWork> page_work_;
  std::unique_ptr<printer::Printer> printer_;
  std::unique_ptr<Speaker> speaker_;
  std::optional<text::NameForms> name_forms_;
  std::unique_ptr<input::Converter> converter_;
  std::unique_ptr<Runner> runner_;
};

}  // namespace desk::shell
