#include "kiosk/ctl/update/stream.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <vector>

#include "data/base/signing.h"

namespace desk::ctl::update {
namespace {

// Large enough that a memory stick is kept busy, small beside everything else.
constexpr std::size_t kPart = 1 << 20;

}  // namespace

Result<Streamed> stream(const Descriptor& file, const Stream& wanted) {
  std::vector<char> buffer(kPart);
  crypto::ContentHash hash;
  Streamed out;
  while (out.bytes < wanted.most) {
    const auto room = std::min<std::int64_t>(wanted.most - out.bytes, kPart);
    const ssize_t got = ::read(file.number(), buffer.data(), static_cast<std::size_t>(room));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return fail(system_failure(wanted.on_error, wanted.name));
    if (got == 0) break;
    const std::string_view part(buffer.data(), static_cast<std::size_t>(got));
    hash.add(part);
    if (wanted.take) {
      if (auto done = wanted.take(part); !done) return fail(done.error());
    }
    out.bytes += got;
    if (wanted.tell) wanted.tell(out.bytes);
  }
  out.hash = hash.hex();
  return out;
}

}  // namespace desk::ctl::update
