#include "scanner/frames.h"

#include <bit>

namespace desk::scanner {

Bytes frame_bytes(std::uint8_t type, std::span<const unsigned char> payload) {
  Bytes out{'D', 'K', type, 0};
  for (int shift = 0; shift < 32; shift += 8) out.push_back(static_cast<unsigned char>(payload.size() >> shift));
  out.insert(out.end(), payload.begin(), payload.end());
  return out;
}

void FrameParser::feed(std::span<const unsigned char> bytes) {
  if (broken_) return;
  if (start_ > 0 && start_ == buffer_.size()) {
    buffer_.clear();
    start_ = 0;
  }
  buffer_.insert(buffer_.end(), bytes.begin(), bytes.end());
}

std::optional<Frame> FrameParser::next() {
  const std::size_t have = buffer_.size() - start_;
  if (broken_ || have < kFrameHeader) return std::nullopt;
  const unsigned char* head = buffer_.data() + start_;
  std::size_t length = 0;
  for (std::size_t i = 0; i < 4; ++i) length |= static_cast<std::size_t>(head[4 + i]) << (8 * i);
  if (head[0] != 'D' || head[1] != 'K' || head[3] != 0 || length > kLargestPayload) {
    broken_ = true;
    return std::nullopt;
  }
  if (have < kFrameHeader + length) return std::nullopt;
  Frame frame{head[2], Bytes(head + kFrameHeader, head + kFrameHeader + length)};
  start_ += kFrameHeader + length;
  // Keep what is left at the front, or a long scan would keep every page that ever passed.
  if (start_ > (std::size_t{1} << 20)) {
    buffer_.erase(buffer_.begin(), buffer_.begin() + static_cast<std::ptrdiff_t>(start_));
    start_ = 0;
  }
  return frame;
}

PayloadWriter& PayloadWriter::whole(std::int64_t value) {
  const auto bits = static_cast<std::uint64_t>(value);
  for (int shift = 0; shift < 64; shift += 8) out_.push_back(static_cast<unsigned char>(bits >> shift));
  return *this;
}

PayloadWriter& PayloadWriter::real(double value) { return whole(std::bit_cast<std::int64_t>(value)); }

PayloadWriter& PayloadWriter::text(std::string_view value) {
  whole(static_cast<std::int64_t>(value.size()));
  out_.insert(out_.end(), value.begin(), value.end());
  return *this;
}

PayloadWriter& PayloadWriter::bytes(std::span<const unsigned char> value) {
  whole(static_cast<std::int64_t>(value.size()));
  out_.insert(out_.end(), value.begin(), value.end());
  return *this;
}

std::span<const unsigned char> PayloadReader::take(std::size_t size) {
  if (!sound_ || size > rest_.size()) {
    sound_ = false;
    return {};
  }
  const auto taken = rest_.first(size);
  rest_ = rest_.subspan(size);
  return taken;
}

std::int64_t PayloadReader::whole() {
  std::uint64_t bits = 0;
  int shift = 0;
  for (const unsigned char byte : take(8)) {
    bits |= static_cast<std::uint64_t>(byte) << shift;
    shift += 8;
  }
  return static_cast<std::int64_t>(bits);
}

int PayloadReader::small(int low, int high) {
  const std::int64_t value = whole();
  if (value < low || value > high) {
    sound_ = false;
    return low;
  }
  return static_cast<int>(value);
}

double PayloadReader::real() { return std::bit_cast<double>(whole()); }

std::string PayloadReader::text() {
  const auto taken = take(count(1));
  return {taken.begin(), taken.end()};
}

Bytes PayloadReader::bytes() {
  const auto taken = take(count(1));
  return {taken.begin(), taken.end()};
}

std::size_t PayloadReader::count(std::size_t least_bytes) {
  const std::int64_t value = whole();
  if (value < 0 || static_cast<std::uint64_t>(value) > rest_.size() / least_bytes) {
    sound_ = false;
    return 0;
  }
  return static_cast<std::size_t>(value);
}

}  // namespace desk::scanner
