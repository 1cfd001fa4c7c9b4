// The helper's end of the conversation: frames on standard output, orders on standard input.
#pragma once

#include <mutex>
#include <optional>

#include "scanner/helper/protocol.h"

namespace desk::scanner {

// Dies with the kiosk: asks the kernel for SIGKILL when the parent's thread ends, forbids core dumps (they would hold a person's
// papers), and keeps standard output for frames only: a driver that prints goes to standard error.
void become_helper();

class Channel {
 public:
  Channel();  // takes over standard output; call once
  // Blocks until an order has come; nothing when the stream ended or broke.
  [[nodiscard]] std::optional<protocol::Message> wait_for_order();
  // Whether Cancel has come or the stream has ended. Does not block.
  [[nodiscard]] bool cancelled();
  // Any thread. A kiosk that has gone away ends the helper.
  void send(const protocol::Message& message);

 private:
  int out_;
  FrameParser parser_;
  std::mutex mutex_;
  bool ended_ = false;
};

}  // namespace desk::scanner
