// PrivateHome: a folder of its own for what a helper program writes while one visit lasts, in memory where the machine has such a place.
// It is locked while its owner lives; destroy() ends every process that lives in it and removes it. sweep() does the same for homes whose
// owner is gone, so that a crash leaves nothing behind beyond the next start. Homes of others, and processes of others, are never touched.
//
//   <runtime>/desk-input-<uid>/visit-XXXXXX/      0700, HOME of the helpers
//   <runtime>/desk-input-<uid>/visit-XXXXXX.lock  locked by its owner
#pragma once

#include <sys/types.h>

#include <string>

#include "data/base/result.h"

namespace desk::input {

// As whom the helpers run.
struct Account {
  uid_t uid = 0;
  gid_t gid = 0;
};
// This process's own account; nobody's when that is root, because helpers (and Mozc on purpose) are not run as root.
[[nodiscard]] Account helper_account();
// Memory that no disk sees: the session's runtime folder, /dev/shm, else the temporary folder.
[[nodiscard]] std::string default_runtime();

class PrivateHome {
 public:
  [[nodiscard]] static Result<PrivateHome> make(const std::string& runtime, const Account& owner);
  PrivateHome(PrivateHome&& other) noexcept;
  PrivateHome& operator=(PrivateHome&& other) noexcept;
  ~PrivateHome() { destroy(); }

  [[nodiscard]] const std::string& path() const { return path_; }
  void destroy();

 private:
  PrivateHome(std::string path, int lock) : path_(std::move(path)), lock_(lock) {}
  std::string path_;
  int lock_ = -1;
};

// Homes in this runtime folder that nobody owns any more. Returns how many there were.
int sweep_homes(const std::string& runtime);

}  // namespace desk::input
