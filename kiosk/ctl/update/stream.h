// Files of hundreds of megabytes, a part at a time, hashed on the way.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "data/base/durable_file.h"
#include "data/base/result.h"

namespace desk::ctl::update {

struct Streamed {
  std::int64_t bytes = 0;
  std::string hash;
};

struct Stream {
  std::string name;  // how complaints call it
  StaffCode on_error = StaffCode::UpdateContents;
  std::int64_t most = 0;  // bytes; what follows is not read
  std::function<Done(std::string_view part)> take = {};  // each part, in order, once it has been hashed
  std::function<void(std::int64_t bytes)> tell = {};     // so far
};
// From where the file stands to its end, or to `most`.
[[nodiscard]] Result<Streamed> stream(const Descriptor& file, const Stream& wanted);

}  // namespace desk::ctl::update
