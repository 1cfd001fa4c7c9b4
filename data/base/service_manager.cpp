#include "data/base/service_manager.h"

#include <systemd/sd-daemon.h>

#include <cstdint>
#include <cstdlib>

namespace desk {

ServiceManager ServiceManager::from_environment() {
  ServiceManager manager;
  std::uint64_t micros = 0;
  if (sd_watchdog_enabled(/*unset_environment=*/0, &micros) > 0) {
    manager.heartbeat_ = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::microseconds{micros}) / 3;
  }
  return manager;
}

bool ServiceManager::present() { return std::getenv("NOTIFY_SOCKET") != nullptr; }

void ServiceManager::alive() {
  // A manager that cannot be told will end this process by itself; there is nobody else to complain to.
  (void)sd_notify(/*unset_environment=*/0, told_ready_ ? "WATCHDOG=1" : "READY=1\nWATCHDOG=1");
  told_ready_ = true;
}

}  // namespace desk
