// Frames: how the kiosk and its helpers talk over one stream socket (the helper's standard input and output).
//
//   byte 0-1  'D' 'K'
//   byte 2    type (helper/protocol.h)
//   byte 3    0
//   byte 4-7  length of the payload, little-endian, at most 512 MiB (a PDF order of 200 pages)
//   then      the payload
//
// Inside a payload: whole numbers are 8 bytes little-endian two's complement; reals the same bits of an IEEE double; text and bytes a
// whole number (the length) and then that many bytes; lists a whole number (the count) and then the items.
// A reader never trusts the other side: the first byte that does not fit ends the conversation.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace desk::scanner {

using Bytes = std::vector<unsigned char>;

inline constexpr std::size_t kFrameHeader = 8;
inline constexpr std::size_t kLargestPayload = std::size_t{512} << 20;

struct Frame {
  std::uint8_t type = 0;
  Bytes payload;
};

[[nodiscard]] Bytes frame_bytes(std::uint8_t type, std::span<const unsigned char> payload);

class FrameParser {
 public:
  void feed(std::span<const unsigned char> bytes);
  // The next whole frame. Nothing when more bytes are needed or the stream is broken.
  [[nodiscard]] std::optional<Frame> next();
  [[nodiscard]] bool broken() const { return broken_; }

 private:
  Bytes buffer_;
  std::size_t start_ = 0;
  bool broken_ = false;
};

class PayloadWriter {
 public:
  PayloadWriter& whole(std::int64_t value);
  PayloadWriter& real(double value);
  PayloadWriter& text(std::string_view value);
  PayloadWriter& bytes(std::span<const unsigned char> value);
  [[nodiscard]] const Bytes& done() const { return out_; }

 private:
  Bytes out_;
};

// After the first value that does not fit, every further one is zero or empty and whole_and_read() is false.
class PayloadReader {
 public:
  explicit PayloadReader(std::span<const unsigned char> payload) : rest_(payload) {}
  std::int64_t whole();
  int small(int low, int high);  // a whole number in this range
  double real();
  std::string text();
  Bytes bytes();
  // A count of items that take at least `least_bytes` each.
  std::size_t count(std::size_t least_bytes);
  [[nodiscard]] bool sound() const { return sound_; }
  [[nodiscard]] bool whole_and_read() const { return sound_ && rest_.empty(); }

 private:
  std::span<const unsigned char> take(std::size_t size);
  std::span<const unsigned char> rest_;
  bool sound_ = true;
};

}  // namespace desk::scanner
