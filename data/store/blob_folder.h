// pages/: sealed bytes as files. A file is complete and on disk before it has its name, so a name is never half a page:
// written as <id>.part, fsync, renamed to <id>.sealed, fsync of the folder. What a power cut leaves is a .part or a file that no row
// claims; both are removed when the owner opens the store.
#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>

#include "data/base/crypto.h"
#include "data/store/steps.h"

namespace desk::store {

class BlobFolder {
 public:
  BlobFolder(std::string path, const Steps& steps) : path_(std::move(path)), steps_(&steps) {}
  [[nodiscard]] Done create() const;  // mode 0700

  // Seals `plain` under `key`, bound to `context` and its own new name, and returns the name (32 hex digits).
  [[nodiscard]] Result<std::string> put(const crypto::Key& key, std::span<const unsigned char> plain, std::string_view context) const;
  // RecordMissing: no such file; RecordDamaged: it does not open.
  [[nodiscard]] Result<Secret> get(const crypto::Key& key, const std::string& name, std::string_view context) const;
  [[nodiscard]] Done remove(const std::string& name) const;  // one that is not there is no failure
  [[nodiscard]] bool has(const std::string& name) const;
  // Removes what is not `claimed`; tells how many.
  [[nodiscard]] Result<int> sweep(const std::set<std::string>& claimed) const;

 private:
  [[nodiscard]] std::string file_of(const std::string& name) const { return path_ + "/" + name + ".sealed"; }
  std::string path_;
  const Steps* steps_;
};

}  // namespace desk::store
