// ServiceManager: what a service tells the process that started it (systemd's notify protocol, behind this header): that it is ready, and
// from then on that it is alive. Says nothing where nobody listens.
//
//   auto manager = ServiceManager::from_environment();
//   ... serve ...
//   manager.alive();   // the first time: ready
//
// One thread at a time. NOTIFY_SOCKET stays in the environment, but only the main process is listened to (NotifyAccess=main).
#pragma once

#include <chrono>
#include <optional>

namespace desk {

class ServiceManager {
 public:
  [[nodiscard]] static ServiceManager from_environment();
  // Whether this process was started as a service, and not by a person.
  [[nodiscard]] static bool present();
  // How often alive() should be called: a third of the watchdog's time, so that two may be late. None: no watchdog.
  [[nodiscard]] std::optional<std::chrono::milliseconds> heartbeat() const { return heartbeat_; }
  // Called after the fact (a frame stands on the panel, the socket listens), never before it.
  void alive();

 private:
  std::optional<std::chrono::milliseconds> heartbeat_;
  bool told_ready_ = false;
};

}  // namespace desk
