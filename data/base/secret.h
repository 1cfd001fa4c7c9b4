// Secret: text that is a person's or a key's. Wiped when destroyed or overwritten, never copied by accident, never printable.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace desk {

// Overwrites memory in a way the compiler may not remove.
void wipe(void* memory, std::size_t size);
void wipe(std::string& text);                       // contents, then empties it
void wipe(std::vector<unsigned char>& bytes);

class Secret {
 public:
  Secret() = default;
  explicit Secret(std::string_view text);
  Secret(const Secret&) = delete;
  Secret& operator=(const Secret&) = delete;
  Secret(Secret&& other) noexcept;
  Secret& operator=(Secret&& other) noexcept;
  ~Secret();

  [[nodiscard]] Secret clone() const { return Secret(reveal()); }  // a deliberate copy, itself wiped
  [[nodiscard]] std::string_view reveal() const { return {bytes_.data(), bytes_.size()}; }
  [[nodiscard]] bool empty() const { return bytes_.empty(); }
  [[nodiscard]] std::size_t size() const { return bytes_.size(); }
  void clear();

 private:
  std::vector<char> bytes_;  // exact size, so no stale copy is left by growth; no small-string buffer to leak from
};

}  // namespace desk
