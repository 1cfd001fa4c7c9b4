// FdChannel: Channel over one non-blocking file descriptor (socket, /dev/usb/lp*, serial line, pty). Private to the room.
#pragma once

#include "printer/channel.h"

namespace desk::printer {

enum class FdKind { Socket, Terminal, Device };

class FdChannel final : public Channel {
 public:
  FdChannel(int fd, FdKind kind, int stop) : fd_(fd), stop_(stop), kind_(kind) {}
  ~FdChannel() override;
  FdChannel(const FdChannel&) = delete;
  FdChannel& operator=(const FdChannel&) = delete;

  Sent send(std::span<const std::uint8_t> bytes, Milliseconds stall) override;
  std::optional<std::uint8_t> receive(Milliseconds limit) override;
  void drain_input() override;
  bool flush(Milliseconds limit) override;
  [[nodiscard]] bool gone() const override { return gone_; }

 private:
  enum class Ready { Yes, TimeOut, Stopped, Gone };
  Ready wait(short events, Milliseconds limit);
  [[nodiscard]] int unsent() const;

  int fd_;
  int stop_;
  FdKind kind_;
  bool gone_ = false;
  bool stalled_ = false;
};

}  // namespace desk::printer
