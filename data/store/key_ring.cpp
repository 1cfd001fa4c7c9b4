#include "data/store/key_ring.h"

#include "data/store/schema.h"

namespace desk::store {
namespace {

std::string_view word_of(KeyName name) {
  switch (name) {
    case KeyName::Answers: return "answers";
    case KeyName::Scans: return "scans";
  }
  return "";
}

std::string context_of(const ApplicationId& id, KeyName name) { return "key/" + id.hex + "/" + std::string(word_of(name)); }

// A known text under the wrapping key tells a wrong site key from a damaged record before anything is read or written with it.
Done check_site_key(SqliteDatabase& database, const crypto::Key& wrap_key, const std::string& path, const Steps& steps) {
  constexpr std::string_view kProof = "desk kiosk";
  {
    auto query = database.prepare("SELECT value FROM meta WHERE name='proof'");
    const auto row = query.step();
    if (!row) return fail(row.error());
    if (*row) {
      const auto opened = crypto::open(wrap_key, query.blob(0), "keys/proof");
      if (opened && opened->reveal() == kProof) return {};
      return fail(Failure{StaffCode::KeyMissing, path, "these records were sealed under another site key"});
    }
  }
  return steps.commit(database, "keys proof", [&] {
    return database.prepare("INSERT INTO meta (name, value) VALUES ('proof', ?)").bind(1, crypto::seal(wrap_key, kProof, "keys/proof")).run();
  });
}

}  // namespace

KeyRing::KeyRing(SqliteDatabase database, const crypto::Key& site_key, const Steps& steps)
    : database_(std::move(database)), wrap_key_(site_key.derive("store/wrap")), steps_(&steps) {}

Result<KeyRing> KeyRing::open(const std::string& path, const crypto::Key& site_key, bool create, int busy_timeout_ms,
                              const Steps& steps) {
  auto database = SqliteDatabase::open(path, {.secure_delete = true, .busy_timeout_ms = busy_timeout_ms});
  if (!database) return fail(database.error());
  KeyRing ring(std::move(*database), site_key, steps);
  if (create) {
    if (auto done = ring.database_.migrate(key_migrations()); !done) return fail(done.error());
  }
  if (auto done = check_site_key(ring.database_, ring.wrap_key_, path, steps); !done) return fail(done.error());
  return ring;
}

Result<crypto::Key> KeyRing::add(const ApplicationId& id, KeyName name) {
  const crypto::Key key = crypto::Key::random();
  const auto bytes = key.bytes();
  const std::string_view plain(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  const auto stored = steps_->commit(database_, "keys add", [&] {
    return database_.prepare("INSERT INTO keys (application, name, wrapped) VALUES (?,?,?)")
        .bind(1, id.hex)
        .bind(2, word_of(name))
        .bind(3, crypto::seal(wrap_key_, plain, context_of(id, name)))
        .run();
  });
  if (!stored) return fail(stored.error());
  return key;
}

Done KeyRing::add_answers_key(const ApplicationId& id) {
  const auto key = add(id, KeyName::Answers);
  if (!key) return fail(key.error());
  return {};
}

Result<crypto::Key> KeyRing::key(const ApplicationId& id, KeyName name) {
  auto query = database_.prepare("SELECT wrapped FROM keys WHERE application=? AND name=?");
  query.bind(1, id.hex).bind(2, word_of(name));
  const auto row = query.step();
  if (!row) return fail(row.error());
  if (!*row) return fail(Failure{StaffCode::KeyMissing, "keys.db", "the record's key is gone"});
  const auto opened = crypto::open(wrap_key_, query.blob(0), context_of(id, name));
  if (!opened || opened->size() != crypto::Key::kSize) return fail(Failure{StaffCode::RecordDamaged, "keys.db", "a wrapped key does not open"});
  return crypto::Key(std::span<const unsigned char, crypto::Key::kSize>(
      reinterpret_cast<const unsigned char*>(opened->reveal().data()), crypto::Key::kSize));
}

Result<bool> KeyRing::has(const ApplicationId& id, KeyName name) {
  auto query = database_.prepare("SELECT 1 FROM keys WHERE application=? AND name=?");
  return query.bind(1, id.hex).bind(2, word_of(name)).step();
}

Result<crypto::Key> KeyRing::scans_key(const ApplicationId& id) {
  const auto there = has(id, KeyName::Scans);
  if (!there) return fail(there.error());
  return *there ? key(id, KeyName::Scans) : add(id, KeyName::Scans);
}

Done KeyRing::forget(const ApplicationId& id) {
  const auto gone = steps_->commit(database_, "keys forget", [&] {
    return database_.prepare("DELETE FROM keys WHERE application=?").bind(1, id.hex).run();
  });
  return gone ? scrub() : gone;
}

Done KeyRing::forget_scans(const ApplicationId& id) {
  const auto gone = steps_->commit(database_, "keys forget", [&] {
    return database_.prepare("DELETE FROM keys WHERE application=? AND name='scans'").bind(1, id.hex).run();
  });
  return gone ? scrub() : gone;
}

// secure_delete zeroes a deleted row where it lies, but not the copies that moving rows between b-tree pages leaves in their unused parts.
// VACUUM writes the live rows (a few hundred) into fresh pages, and the cut takes the log's copies.
Done KeyRing::scrub() {
  if (auto done = steps_->pass("keys scrub"); !done) return done;
  if (auto done = database_.run("VACUUM"); !done) return done;
  return database_.truncate_wal();
}

Result<std::set<std::string>> KeyRing::applications() {
  std::set<std::string> ids;
  auto query = database_.prepare("SELECT DISTINCT application FROM keys");
  for (;;) {
    const auto row = query.step();
    if (!row) return fail(row.error());
    if (!*row) return ids;
    ids.insert(query.text(0));
  }
}

}  // namespace desk::store
