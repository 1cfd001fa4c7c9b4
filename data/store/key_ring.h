// keys.db: the random keys of each application, wrapped by the site key. Forgetting a key is what deleting means here.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "data/base/crypto.h"
#include "data/base/sqlite_database.h"
#include "data/store/steps.h"

namespace desk::store {

// Answers: everything of the record itself. Scans: pages, PDFs, their names and findings; they go sooner (design 5).
enum class KeyName { Answers, Scans };

class KeyRing {
 public:
  // KeyMissing when the file was written under another site key. `create` makes what is missing.
  [[nodiscard]] static Result<KeyRing> open(const std::string& path, const crypto::Key& site_key, bool create, int busy_timeout_ms, const Steps& steps);

  [[nodiscard]] Done add_answers_key(const ApplicationId& id);
  // KeyMissing: none, or not ours.
  [[nodiscard]] Result<crypto::Key> key(const ApplicationId& id, KeyName name);
  // The scans key, made when there is none (the first page, or the first after the last ones expired).
  [[nodiscard]] Result<crypto::Key> scans_key(const ApplicationId& id);
  [[nodiscard]] Result<bool> has(const ApplicationId& id, KeyName name);

  // Both durable and without trace in the file or its log when they return success.
  [[nodiscard]] Done forget(const ApplicationId& id);
  [[nodiscard]] Done forget_scans(const ApplicationId& id);
  // Cuts what an interrupted forgetting may have left.
  [[nodiscard]] Done scrub();

  [[nodiscard]] Result<std::set<std::string>> applications();
  [[nodiscard]] SqliteDatabase& database() { return database_; }

 private:
  KeyRing(SqliteDatabase database, const crypto::Key& site_key, const Steps& steps);
  [[nodiscard]] Result<crypto::Key> add(const ApplicationId& id, KeyName name);

  SqliteDatabase database_;
  crypto::Key wrap_key_;
  const Steps* steps_;
};

}  // namespace desk::store
