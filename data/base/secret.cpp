#include "data/base/secret.h"

#include <string.h>

#include <utility>

namespace desk {

void wipe(void* memory, std::size_t size) {
  if (memory != nullptr && size > 0) explicit_bzero(memory, size);
}

void wipe(std::string& text) {
  text.resize(text.capacity());  // what lies past the end may be an older, longer value
  wipe(text.data(), text.size());
  text.clear();
}

void wipe(std::vector<unsigned char>& bytes) {
  wipe(bytes.data(), bytes.size());
  bytes.clear();
}

Secret::Secret(std::string_view text) : bytes_(text.begin(), text.end()) {}

Secret::Secret(Secret&& other) noexcept : bytes_(std::exchange(other.bytes_, {})) {}

Secret& Secret::operator=(Secret&& other) noexcept {
  if (this != &other) {
    clear();
    bytes_ = std::exchange(other.bytes_, {});
  }
  return *this;
}

Secret::~Secret() { clear(); }

void Secret::clear() {
  wipe(bytes_.data(), bytes_.size());
  bytes_.clear();
}

}  // namespace desk
