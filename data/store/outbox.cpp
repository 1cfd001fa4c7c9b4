// The outbox: what has to reach the page role, kept until it has. A hand-off bundle is a file under its application's scans key and goes
// when the scans go; what tells of an erasure is sealed by the site key, since its application's keys are gone by then.
#include "data/store/sqlite_store.h"

namespace desk::store {
namespace {

constexpr std::string_view kParcelColumns = "id, kind, application, attempts, queued, next_attempt, payload_sealed, blob";

// Written by this file only; a newer release's kind would be sent by a newer release.
std::optional<OutboxKind> kind_of(std::int64_t value) {
  for (OutboxKind kind : {OutboxKind::HandOff, OutboxKind::EraseDone, OutboxKind::Withdraw}) {
    if (static_cast<int>(kind) == value) return kind;
  }
  return std::nullopt;
}

std::string context_of(OutboxKind kind) { return "outbox/" + std::string(word_of(kind)); }

std::optional<OutboxItem> item_of(const SqliteStatement& row) {
  const auto kind = kind_of(row.integer(1));
  if (!kind) return std::nullopt;
  OutboxItem item;
  item.id = row.integer(0);
  item.kind = *kind;
  if (!row.is_null(2)) item.application = ApplicationId{row.text(2)};
  item.attempts = static_cast<int>(row.integer(3));
  item.queued = {row.integer(4)};
  item.next_attempt = {row.integer(5)};
  return item;
}

}  // namespace

Result<std::int64_t> SqliteStore::queue(OutboxKind kind, std::optional<ApplicationId> application, const Secret& payload) {
  if (auto done = only_owner(); !done) return fail(done.error());
  const bool bundle = kind == OutboxKind::HandOff;
  std::optional<std::string> blob;
  if (bundle) {
    if (!application) return fail(Failure{StaffCode::BadInput, "outbox", "a bundle belongs to an application"});
    if (const auto found = this->application(*application); !found) return fail(found.error());
    const auto key = ring_.scans_key(*application);
    if (!key) return fail(key.error());
    auto put = blobs_.put(*key, bytes_of(payload), field_of(*application, context_of(kind)));
    if (!put) return fail(put.error());
    blob = std::move(*put);
  }
  std::int64_t id = 0;
  const auto queued = steps_->commit(*desk_, "desk outbox", [&]() -> Done {
    auto insert = desk_->prepare("INSERT INTO outbox (kind, application, payload_sealed, blob, queued, next_attempt) VALUES (?,?,?,?,?,?)");
    insert.bind(1, std::int64_t{static_cast<int>(kind)}).bind(5, clock_->wall().seconds).bind(6, clock_->wall().seconds);
    if (application) insert.bind(2, application->hex);
    else insert.bind_null(2);
    if (bundle) insert.bind_null(3).bind(4, *blob);
    else insert.bind(3, crypto::seal(outbox_key_, payload.reveal(), context_of(kind))).bind_null(4);
    if (auto done = insert.run(); !done) return done;
    id = desk_->last_insert_id();
    return {};
  });
  if (!queued) {
    if (blob) drop_blobs({*blob});
    return fail(queued.error());
  }
  return id;
}

Result<Secret> SqliteStore::payload_of(const std::string& blob, std::span<const unsigned char> sealed, OutboxKind kind,
                                       const std::optional<ApplicationId>& application) {
  if (blob.empty() || !application) {
    auto opened = crypto::open(outbox_key_, sealed, context_of(kind));
    if (!opened) return fail(Failure{StaffCode::RecordDamaged, "outbox", "an item does not open"});
    return std::move(*opened);
  }
  const auto key = ring_.key(*application, KeyName::Scans);
  if (!key) return fail(key.error());
  return blobs_.get(*key, blob, field_of(*application, context_of(kind)));
}

Result<std::vector<OutboxItem>> SqliteStore::due(int at_most) {
  std::vector<OutboxItem> out;
  // An item whose bytes are gone would stand in the way for ever: it is passed over here, shows in waiting(), and goes with its record.
  auto query = desk_->prepare("SELECT " + std::string(kParcelColumns) + " FROM outbox WHERE next_attempt<=? ORDER BY id");
  query.bind(1, clock_->wall().seconds);
  while (static_cast<int>(out.size()) < at_most) {
    const auto row = query.step();
    if (!row) return fail(row.error());
    if (!*row) break;
    auto item = item_of(query);
    if (!item) continue;
    auto payload = payload_of(query.text(7), query.blob(6), item->kind, item->application);
    if (!payload) continue;
    item->payload = std::move(*payload);
    out.push_back(std::move(*item));
  }
  return out;
}

Result<std::vector<OutboxItem>> SqliteStore::waiting() {
  std::vector<OutboxItem> out;
  auto query = desk_->prepare("SELECT " + std::string(kParcelColumns) + " FROM outbox ORDER BY id");
  for (;;) {
    const auto row = query.step();
    if (!row) return fail(row.error());
    if (!*row) return out;
    if (auto item = item_of(query)) out.push_back(std::move(*item));
  }
}

Done SqliteStore::postpone(std::int64_t item, WallTime next_attempt) {
  return steps_->commit(*desk_, "desk outbox", [&]() -> Done {
    auto update = desk_->prepare("UPDATE outbox SET attempts=attempts+1, next_attempt=? WHERE id=?");
    if (auto done = update.bind(1, next_attempt.seconds).bind(2, item).run(); !done) return done;
    return desk_->changes() == 1 ? Done{} : fail(Failure{StaffCode::RecordMissing, "outbox", "no such item"});
  });
}

Done SqliteStore::delivered(std::int64_t item) {
  const auto blobs = texts("SELECT blob FROM outbox WHERE blob IS NOT NULL AND id=?", std::to_string(item));
  if (!blobs) return fail(blobs.error());
  const auto removed = steps_->commit(*desk_, "desk outbox", [&]() -> Done {
    if (auto done = desk_->prepare("DELETE FROM outbox WHERE id=?").bind(1, item).run(); !done) return done;
    return desk_->changes() == 1 ? Done{} : fail(Failure{StaffCode::RecordMissing, "outbox", "no such item"});
  });
  if (removed) drop_blobs(*blobs);
  return removed;
}

Done SqliteStore::hurry() {
  return steps_->commit(*desk_, "desk outbox", [&]() -> Done {
    auto update = desk_->prepare("UPDATE outbox SET next_attempt=? WHERE next_attempt>?");
    return update.bind(1, clock_->wall().seconds).bind(2, clock_->wall().seconds).run();
  });
}

// Inside the transaction that erases the application: the page role may hold a bundle for each slip that is still out.
Done SqliteStore::queue_withdrawals(const ApplicationId& id) {
  const std::int64_t now = clock_->wall().seconds;
  const auto hashes =
      texts("SELECT token_hash FROM links WHERE application=? AND expires>" + std::to_string(now), id.hex);
  if (!hashes) return fail(hashes.error());
  auto insert = desk_->prepare("INSERT INTO outbox (kind, application, payload_sealed, queued, next_attempt) VALUES (?,?,?,?,?)");
  for (const std::string& hash : *hashes) {
    insert.bind(1, std::int64_t{static_cast<int>(OutboxKind::Withdraw)}).bind(2, id.hex);
    insert.bind(3, crypto::seal(outbox_key_, hash, context_of(OutboxKind::Withdraw))).bind(4, now).bind(5, now);
    if (auto done = insert.run(); !done) return done;
    insert.reset();
  }
  return {};
}

}  // namespace desk::store
