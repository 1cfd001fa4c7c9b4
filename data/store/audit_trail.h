// The audit trail of desk.db: rows that cannot be changed, removed, put in another order or cut off at the end without verify() telling.
//
// Each row's hash is keyed by the site key and covers the row and the hash before it; `meta.audit_head` keeps the number of the last row
// with a hash of its own, so that a shortened trail shows too. Who holds the site key can of course write another history.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "data/base/crypto.h"
#include "data/base/sqlite_database.h"
#include "data/store/store.h"

namespace desk::store {

class AuditTrail {
 public:
  AuditTrail(SqliteDatabase& database, const crypto::Key& site_key)
      : database_(&database), chain_key_(site_key.derive("store/audit")), head_key_(site_key.derive("store/audit-head")) {}

  // Inside a transaction of the caller's.
  [[nodiscard]] Done append(AuditEvent event, const TimeStamp& at, const std::optional<ApplicationId>& application,
                            const std::vector<AuditDetail>& details);
  [[nodiscard]] Result<std::vector<AuditRow>> rows(std::int64_t after, int at_most);
  [[nodiscard]] Result<AuditVerdict> verify();

 private:
  struct Head {
    std::int64_t number = 0;
    std::vector<unsigned char> hash;
  };
  [[nodiscard]] Result<Head> last_row();
  [[nodiscard]] crypto::Bytes seal_of_head(const Head& head) const;

  SqliteDatabase* database_;
  crypto::Key chain_key_;
  crypto::Key head_key_;
};

}  // namespace desk::store
