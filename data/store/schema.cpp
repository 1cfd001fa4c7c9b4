#include "data/store/schema.h"

namespace desk::store {
namespace {

// Columns that end in _sealed are crypto::seal() under a key of the application, bound to the application's id and the field's name.
// Times are wall seconds; dates are ISO text in JST. *_boot, *_boot_seconds, *_trusted complete a TimeStamp (data/base/clock.h).
constexpr std::string_view kDesk1 = R"(
CREATE TABLE meta (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;

CREATE TABLE applications (
  id TEXT PRIMARY KEY,
  reception TEXT NOT NULL UNIQUE,
  created INTEGER NOT NULL, created_boot TEXT NOT NULL, created_boot_seconds INTEGER NOT NULL, created_trusted INTEGER NOT NULL,
  updated INTEGER NOT NULL, updated_boot TEXT NOT NULL, updated_boot_seconds INTEGER NOT NULL, updated_trusted INTEGER NOT NULL,
  programme_year INTEGER NOT NULL,
  mode TEXT NOT NULL,
  training INTEGER NOT NULL,
  session TEXT NOT NULL DEFAULT '',      -- of the owner at whose screen it stands; empty: at nobody's
  parked INTEGER,                        -- when its last slip was printed
  finished INTEGER,
  answers_sealed BLOB,
  phone_sealed BLOB,
  phone_hash TEXT,                       -- keyed by the site key: finds the same number, tells nothing
  phone_proof INTEGER NOT NULL DEFAULT 0,
  phone_proof_at INTEGER,
  target_deadline TEXT,
  scans_until TEXT NOT NULL,
  answers_until TEXT NOT NULL,
  erasing INTEGER NOT NULL DEFAULT 0     -- an erasure has begun: invisible, and finished at the next chance; holds the EraseReason + 1
);
CREATE INDEX applications_phone ON applications (phone_hash) WHERE phone_hash IS NOT NULL;

CREATE TABLE links (
  token_hash TEXT PRIMARY KEY,
  application TEXT NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
  expires INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX links_application ON links (application);

CREATE TABLE pages (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  blob TEXT NOT NULL UNIQUE,             -- the file's name in pages/, and the page's id
  application TEXT NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  position INTEGER NOT NULL,
  width INTEGER NOT NULL, height INTEGER NOT NULL, dpi INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  stored INTEGER NOT NULL,
  findings_sealed BLOB NOT NULL
);
CREATE INDEX pages_application ON pages (application);

CREATE TABLE files (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  blob TEXT NOT NULL UNIQUE,
  application TEXT NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
  name_sealed BLOB NOT NULL,
  bytes INTEGER NOT NULL,
  stored INTEGER NOT NULL
);
CREATE INDEX files_application ON files (application);

CREATE TABLE outbox (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind INTEGER NOT NULL,
  application TEXT,                      -- no reference: what tells of an erasure outlives its application
  payload_sealed BLOB,                   -- small ones, under the site key
  blob TEXT UNIQUE,                      -- hand-off bundles (tens of megabytes): a file in pages/, under the application's scans key
  attempts INTEGER NOT NULL DEFAULT 0,
  queued INTEGER NOT NULL,
  next_attempt INTEGER NOT NULL
);

CREATE TABLE audit (
  number INTEGER PRIMARY KEY,
  event INTEGER NOT NULL,
  wall INTEGER NOT NULL, boot TEXT NOT NULL, boot_seconds INTEGER NOT NULL, trusted INTEGER NOT NULL,
  application TEXT,
  details TEXT NOT NULL,
  hash BLOB NOT NULL                     -- over this row and the hash of the one before it, keyed by the site key
);
CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
CREATE TRIGGER audit_is_not_cut BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
)";

constexpr std::string_view kKeys1 = R"(
CREATE TABLE meta (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE keys (
  id INTEGER PRIMARY KEY,
  application TEXT NOT NULL,
  name TEXT NOT NULL,                    -- 'answers', 'scans'
  wrapped BLOB NOT NULL,
  UNIQUE (application, name)
);
)";

}  // namespace

const std::vector<std::string_view>& desk_migrations() {
  static const std::vector<std::string_view> steps{kDesk1};
  return steps;
}

const std::vector<std::string_view>& key_migrations() {
  static const std::vector<std::string_view> steps{kKeys1};
  return steps;
}

}  // namespace desk::store
