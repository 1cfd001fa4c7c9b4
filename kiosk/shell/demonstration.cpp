#include "kiosk/shell/demonstration.h"

#include <stdlib.h>

#include <filesystem>

#include "data/base/crypto.h"
#include "data/base/durable_file.h"
#include "data/base/document.h"
#include "data/base/places.h"
#include "kiosk/shell/log.h"
#include "scanner/tray_environment.h"

namespace desk::shell {
namespace fs = std::filesystem;
namespace {

constexpr std::chrono::seconds kStartPatience{20};

Result<ChildProcess> start_auth(const std::string& directory, const std::string& role) {
  return ChildProcess::start(program_folder() + "/desk-auth", {"--role", role, "--demonstration", directory});
}

// What it says when it serves; 0 for a role without a port.
Result<int> port_told(ChildProcess& child, const std::string& role) {
  const auto line = child.read_line(kStartPatience);
  if (!line) return fail(line.error());
  const auto ready = parse_json(*line, "desk-auth " + role);
  if (!ready) return fail(ready.error());
  const Node* told = ready->find("port");
  return told != nullptr && told->integer() != nullptr ? static_cast<int>(*told->integer()) : 0;
}

// The secret by which kiosk and desk-auth know each other: made here, so that neither has to wait for the other to make it.
Done make_secret(const std::string& path) {
  if (fs::exists(path)) return {};
  return make_private_file(path, "desk:" + crypto::new_link_token().text + "\n", StaffCode::StoreUnavailable);
}

}  // namespace

Result<std::unique_ptr<Demonstration>> Demonstration::prepare(const std::string& directory) {
  std::unique_ptr<Demonstration> demo(new Demonstration);
  demo->directory_ = directory;
  if (directory.empty()) {
    std::string pattern = fs::temp_directory_path() / "desk-kiosk-XXXXXX";
    if (mkdtemp(pattern.data()) == nullptr) return fail(Failure{StaffCode::StoreUnavailable, pattern, "no temporary folder"});
    demo->directory_ = pattern;
    demo->remove_ = true;
  }
  std::error_code problem;
  fs::create_directories(demo->directory_, problem);
  demo->config_ = config::demonstration(demo->directory_);
  if (auto made = make_secret(demo->config_.auth.secret_file); !made) return fail(made.error());
  fs::create_directories(demo->config_.export_to.directory, problem);  // stands for the memory stick
  auto tray = SpecimenTray::prepare(demo->directory_);
  if (!tray) return fail(tray.error());
  demo->tray_ = std::move(*tray);
  demo->config_.scanner.device = scanner::kTrayDevice;
  return demo;
}

Result<int> Demonstration::launch(const Date& today) {
  // Both at once: each reads texts and keys of its own for a while before it serves.
  auto core = start_auth(directory_, "core");
  if (!core) return fail(core.error());
  core_ = std::move(*core);
  auto page = start_auth(directory_, "page");
  if (!page) return fail(page.error());
  page_ = std::move(*page);
  // The papers are needed minutes later, and drawing them takes seconds of a processor that a finger may want.
  tray_->draw(today);
  if (const auto core_ready = port_told(*core_, "core"); !core_ready) return fail(core_ready.error());
  return port_told(*page_, "page");
}

Demonstration::~Demonstration() {
  page_.reset();
  core_.reset();
  if (tray_) tray_->stop();
  if (remove_) {
    std::error_code problem;
    fs::remove_all(directory_, problem);
  }
}

}  // namespace desk::shell
