// Channel: bytes to and from an opened device, with an end to every wait. Private to the room. One thread at a time uses a channel;
// `stop` (an eventfd) interrupts every wait from another thread.
//
// Waits are bounded by poll's own time-out and count from the last progress, so no clock is read here.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "data/base/result.h"

namespace desk::printer {

using Milliseconds = std::chrono::milliseconds;

enum class SendEnd { AllTaken, Stalled, Gone, Stopped };

struct Sent {
  SendEnd end = SendEnd::AllTaken;
  std::size_t bytes = 0;  // taken by the kernel; the device may hold fewer
};

class Channel {
 public:
  virtual ~Channel() = default;
  [[nodiscard]] virtual Sent send(std::span<const std::uint8_t> bytes, Milliseconds stall) = 0;
  // The next byte from the device; nothing when none came within `limit` or the device is gone.
  [[nodiscard]] virtual std::optional<std::uint8_t> receive(Milliseconds limit) = 0;
  // Throws away what the device said unasked (automatic status, XON/XOFF).
  virtual void drain_input() = 0;
  // Waits until the device's driver has passed on every byte. False: it did not within `limit`.
  [[nodiscard]] virtual bool flush(Milliseconds limit) = 0;
  [[nodiscard]] virtual bool gone() const = 0;
};

// PrinterGone when nobody listens or the name is unknown, within `limit` for each of the two.
[[nodiscard]] Result<std::unique_ptr<Channel>> open_tcp(const std::string& host, const std::string& port, Milliseconds limit, int stop);
// PrinterGone when the device is absent or not ours to open. A terminal is made raw, so that nothing is echoed back at it.
[[nodiscard]] Result<std::unique_ptr<Channel>> open_device(const std::string& path, int stop);

}  // namespace desk::printer
