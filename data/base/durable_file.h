// Files that are on the disk when a call returns. A failure has the code that the caller gives and the system's own reason.
#pragma once

#include <sys/types.h>

#include <string>
#include <string_view>

#include "data/base/result.h"

namespace desk {

// A file's number, closed with its scope.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor();
  Descriptor(Descriptor&& other) noexcept;
  Descriptor& operator=(Descriptor&&) = delete;
  [[nodiscard]] int number() const { return number_; }
  [[nodiscard]] bool open() const { return number_ >= 0; }

 private:
  int number_;
};

// `reason` of the last system call that failed.
[[nodiscard]] Failure system_failure(StaffCode code, const std::string& path);

// All of `bytes`, at the place where the file stands.
[[nodiscard]] bool write_all(const Descriptor& file, std::string_view bytes);
// Readable by all whatever the umask. A link is not followed.
[[nodiscard]] Done write_file(const std::string& path, std::string_view bytes, StaffCode on_error);
// A secret's file: new, for its owner alone, whole or not there. One that is there already is a failure, and stays as it is.
[[nodiscard]] Done make_private_file(const std::string& path, std::string_view bytes, StaffCode on_error);
// The new bytes or the old ones, never a part: a neighbour PATH.new takes the place. Owner, group and mode stay as the operator set them;
// a file that was not there gets `mode_of_new`.
[[nodiscard]] Done replace_file(const std::string& path, std::string_view bytes, mode_t mode_of_new, StaffCode on_error);
[[nodiscard]] Done sync_folder(const std::string& path, StaffCode on_error);
[[nodiscard]] Done rename_durably(const std::string& from, const std::string& to, StaffCode on_error);

}  // namespace desk
