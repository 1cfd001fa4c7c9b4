// Against the real protocol: a datagram socket stands for systemd's end of it.
#include "data/base/service_manager.h"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <string>

namespace desk {
namespace {

// What systemd sets for a service, and hears from it.
class Listener {
 public:
  Listener() : folder_(std::filesystem::temp_directory_path() / ("desk-notify-" + std::to_string(getpid()))) {
    std::filesystem::create_directories(folder_);
    const std::string path = folder_ + "/notify";
    socket_ = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path.copy(address.sun_path, sizeof address.sun_path - 1);
    EXPECT_EQ(bind(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    setenv("NOTIFY_SOCKET", path.c_str(), 1);
  }
  ~Listener() {
    unsetenv("NOTIFY_SOCKET");
    unsetenv("WATCHDOG_USEC");
    unsetenv("WATCHDOG_PID");
    close(socket_);
    std::filesystem::remove_all(folder_);
  }
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

  std::string heard() {
    char text[256];
    const ssize_t got = recv(socket_, text, sizeof text, 0);
    return got > 0 ? std::string(text, static_cast<std::size_t>(got)) : std::string();
  }

 private:
  std::string folder_;
  int socket_ = -1;
};

TEST(ServiceManager, SaysReadyOnceAndThenThatItIsAlive) {
  Listener systemd;
  ServiceManager manager = ServiceManager::from_environment();
  EXPECT_TRUE(ServiceManager::present());
  EXPECT_EQ(systemd.heard(), "") << "nothing is ready before the service says so";
  manager.alive();
  EXPECT_EQ(systemd.heard(), "READY=1\nWATCHDOG=1");
  manager.alive();
  EXPECT_EQ(systemd.heard(), "WATCHDOG=1");
}

TEST(ServiceManager, BeatsThreeTimesWithinTheWatchdogsTime) {
  Listener systemd;
  setenv("WATCHDOG_USEC", "45000000", 1);
  setenv("WATCHDOG_PID", std::to_string(getpid()).c_str(), 1);
  EXPECT_EQ(ServiceManager::from_environment().heartbeat(), std::chrono::milliseconds{15000});
}

TEST(ServiceManager, AWatchdogForAnotherProcessIsNotOurs) {
  Listener systemd;
  setenv("WATCHDOG_USEC", "45000000", 1);
  setenv("WATCHDOG_PID", "1", 1);
  EXPECT_EQ(ServiceManager::from_environment().heartbeat(), std::nullopt);
}

TEST(ServiceManager, SaysNothingWhereNobodyListens) {
  unsetenv("NOTIFY_SOCKET");
  ServiceManager manager = ServiceManager::from_environment();
  manager.alive();
  EXPECT_FALSE(ServiceManager::present());
  EXPECT_EQ(manager.heartbeat(), std::nullopt);
}

}  // namespace
}  // namespace desk
