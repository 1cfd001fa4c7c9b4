// What crypto.cpp and signing.cpp share; private to the two.
#pragma once

#include <string_view>

namespace desk::crypto {

// Every entry point passes here; sodium_init is idempotent and thread-safe. Without its random source nothing may go on.
void ready();
[[nodiscard]] inline const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

}  // namespace desk::crypto
