// The end of a record: erasing, retention, and putting right at start what a power cut left.
//
// An erasure goes  mark -> keys -> rows -> files.  After the mark the record is invisible; after the keys it cannot be read by anyone; the
// rest is tidying, and whatever is left of it is done by the next purge or start.
#include "data/store/sqlite_store.h"

#include <array>
#include <cstdlib>

namespace desk::store {
namespace {

EraseReason reason_of(std::int64_t mark) {
  constexpr std::array kReasons = {EraseReason::Applicant, EraseReason::Staff, EraseReason::PhonePage, EraseReason::Retention,
                                   EraseReason::NotResumed};
  const auto index = static_cast<std::size_t>(mark - 1);
  return index < kReasons.size() ? kReasons[index] : EraseReason::Staff;
}

}  // namespace

Done SqliteStore::erase(const ApplicationId& id, EraseReason reason) {
  const auto standing = texts("SELECT session FROM applications WHERE id=?", id.hex);
  if (!standing) return fail(standing.error());
  if (standing->empty()) return fail(no_such_application());
  if (options_.access == Access::Guest && !standing->front().empty()) {
    return fail(Failure{StaffCode::StoreUnavailable, "store", "somebody stands at the kiosk with it"});
  }
  const auto marked = steps_->commit(*desk_, "desk erase mark", [&] {
    return desk_->prepare("UPDATE applications SET erasing=?, session='' WHERE id=? AND erasing=0")
        .bind(1, std::int64_t{static_cast<int>(reason) + 1})
        .bind(2, id.hex)
        .run();
  });
  return marked ? finish_erasure(id) : marked;
}

Done SqliteStore::finish_erasure(const ApplicationId& id) {
  if (auto done = ring_.forget(id); !done) return done;
  const auto blobs = texts(
      "SELECT blob FROM pages WHERE application=?1 UNION SELECT blob FROM files WHERE application=?1"
      " UNION SELECT blob FROM outbox WHERE application=?1 AND blob IS NOT NULL",
      id.hex);
  if (!blobs) return fail(blobs.error());
  const auto gone = steps_->commit(*desk_, "desk erase", [&]() -> Done {
    std::int64_t mark = 0;
    {
      auto query = desk_->prepare("SELECT erasing FROM applications WHERE id=?");
      const auto row = query.bind(1, id.hex).step();
      if (!row) return fail(row.error());
      if (!*row) return {};  // another process has finished it
      mark = query.integer(0);
    }
    if (auto done = queue_withdrawals(id); !done) return done;
    const auto dropped =
        desk_->prepare("DELETE FROM outbox WHERE application=? AND kind=?")
            .bind(1, id.hex)
            .bind(2, std::int64_t{static_cast<int>(OutboxKind::HandOff)})
            .run();
    if (!dropped) return dropped;
    if (auto done = desk_->prepare("DELETE FROM applications WHERE id=?").bind(1, id.hex).run(); !done) return done;
    return trail_.append(AuditEvent::ApplicationDeleted, clock_->stamp(), id, {{"reason", word_of(reason_of(mark))}});
  });
  if (!gone) return gone;
  drop_blobs(*blobs);
  // Nothing readable is left, so a reader that is in the way now does not make the erasure fail; the next purge cuts the log.
  (void)desk_->truncate_wal();
  return {};
}

Done SqliteStore::finish_erasures(int& count) {
  const auto ids = texts("SELECT id FROM applications WHERE erasing<>0", "");
  if (!ids) return fail(ids.error());
  for (const std::string& id : *ids) {
    if (auto done = finish_erasure({id}); !done) return done;
    ++count;
  }
  return {};
}

Done SqliteStore::expire_scans(const ApplicationId& id) {
  if (auto done = ring_.forget_scans(id); !done) return done;
  const auto blobs = texts(
      "SELECT blob FROM pages WHERE application=?1 UNION SELECT blob FROM files WHERE application=?1"
      " UNION SELECT blob FROM outbox WHERE application=?1 AND blob IS NOT NULL",
      id.hex);
  if (!blobs) return fail(blobs.error());
  const auto gone = steps_->commit(*desk_, "desk expire", [&]() -> Done {
    for (std::string_view sql : {"DELETE FROM pages WHERE application=?", "DELETE FROM files WHERE application=?",
                                 "DELETE FROM outbox WHERE application=? AND blob IS NOT NULL"}) {
      if (auto done = desk_->prepare(sql).bind(1, id.hex).run(); !done) return done;
    }
    return trail_.append(AuditEvent::ScansDeleted, clock_->stamp(), id, {{"files", static_cast<std::int64_t>(blobs->size())}});
  });
  if (gone) drop_blobs(*blobs);
  return gone;
}

// A dead clock battery makes the desk wake in some other year. Records are not thrown away on its word alone.
Result<bool> SqliteStore::believable(const TimeStamp& now) {
  if (now.wall_trusted) return true;
  const auto last = texts("SELECT value FROM meta WHERE name='last_purge'", "");
  if (!last) return fail(last.error());
  return last->empty() || now.wall.seconds <= std::strtoll(last->front().c_str(), nullptr, 10) + kBelievableJumpSeconds;
}

// Records that were begun before anything vouched for the clock carry its wrong dates. Once the time is known they are moved to it: by the
// boot clock when it is still the same boot, else as if they had begun now, which keeps them too long rather than too short.
Done SqliteStore::correct_untrusted_dates(const TimeStamp& now) {
  if (!now.wall_trusted) return {};
  std::vector<std::pair<std::string, TimeStamp>> found;
  {
    auto query = desk_->prepare("SELECT id, created, created_boot, created_boot_seconds FROM applications WHERE created_trusted=0 AND erasing=0");
    for (;;) {
      const auto row = query.step();
      if (!row) return fail(row.error());
      if (!*row) break;
      found.push_back({query.text(0), {query.text(2), query.integer(3), {query.integer(1)}, false}});
    }
  }
  if (found.empty()) return {};
  return steps_->commit(*desk_, "desk correct", [&]() -> Done {
    for (const auto& [hex, created] : found) {
      const ApplicationId id{hex};
      const auto record = application(id);
      if (!record) return fail(record.error());
      const bool same_boot = created.boot_id == now.boot_id;
      const WallTime begun{same_boot ? now.wall.seconds - (now.boot_seconds - created.boot_seconds) : now.wall.seconds};
      const std::int64_t shift = begun.seconds - created.wall.seconds;
      const Date answers = record->training ? today() : answers_until(rules_, to_jst(begun).date, today(), record->target_deadline);
      auto update = desk_->prepare(
          "UPDATE applications SET created=?1, created_trusted=1, updated=updated+?2, updated_trusted=1, parked=parked+?2,"
          " finished=finished+?2, phone_proof_at=phone_proof_at+?2, scans_until=?3, answers_until=?4 WHERE id=?5");
      update.bind(1, begun.seconds).bind(2, shift).bind(3, to_string(scans_until(rules_, today(), answers)));
      if (auto done = update.bind(4, to_string(answers)).bind(5, hex).run(); !done) return done;
      auto links = desk_->prepare("UPDATE links SET expires=expires+? WHERE application=?");
      if (auto done = links.bind(1, shift).bind(2, hex).run(); !done) return done;
    }
    return trail_.append(AuditEvent::ClockCorrected, now, std::nullopt, {{"records", static_cast<std::int64_t>(found.size())}});
  });
}

Result<PurgeReport> SqliteStore::purge(bool clock_confirmed) {
  PurgeReport report;
  const TimeStamp now = clock_->stamp();
  if (auto done = finish_erasures(report.applications); !done) return fail(done.error());
  const auto believed = believable(now);
  if (!believed) return fail(believed.error());
  if (!*believed && !clock_confirmed) {
    report.postponed = true;
    if (postponement_told_) return report;
    const auto told = audit(AuditEvent::PurgePostponed, std::nullopt, {{"clock", iso_jst(now.wall)}});
    if (!told) return fail(told.error());
    postponement_told_ = true;
    return report;
  }
  postponement_told_ = false;
  if (auto done = correct_untrusted_dates(now); !done) return fail(done.error());

  const auto kept = applications();
  if (!kept) return fail(kept.error());
  for (const Application& application : *kept) {
    if (application.state == VisitState::InProgress) continue;
    if (application.answers_until < today() || !application.resumable) {
      const EraseReason reason = application.resumable ? EraseReason::Retention : EraseReason::NotResumed;
      if (auto done = erase(application.id, reason); !done) return fail(done.error());
      ++report.applications;
    } else if (application.scans_until < today()) {
      const auto key = ring_.has(application.id, KeyName::Scans);
      if (!key) return fail(key.error());
      if (!*key && application.pages == 0 && application.files == 0) continue;
      if (auto done = expire_scans(application.id); !done) return fail(done.error());
      ++report.scans;
    }
  }
  // Bundles on the phone's page end by themselves; news of an erasure that nobody took for so long reaches nothing.
  const std::int64_t oldest = now.wall.seconds - std::int64_t{rules_.answers_days_most} * 86400;
  const auto swept = steps_->commit(*desk_, "desk sweep", [&]() -> Done {
    if (auto done = desk_->prepare("DELETE FROM links WHERE expires<=?").bind(1, now.wall.seconds).run(); !done) return done;
    if (auto done = desk_->prepare("DELETE FROM outbox WHERE blob IS NULL AND queued<?").bind(1, oldest).run(); !done) return done;
    return desk_->prepare("INSERT OR REPLACE INTO meta (name, value) VALUES ('last_purge', ?)").bind(1, std::to_string(now.wall.seconds)).run();
  });
  if (!swept) return fail(swept.error());
  if (auto done = ring_.database().truncate_wal(); !done) return fail(done.error());
  if (auto done = desk_->truncate_wal(); !done) return fail(done.error());
  return report;
}

Done SqliteStore::repair() {
  if (auto done = finish_erasures(repairs_.finished_erasures); !done) return done;

  // Who stood at the screen when the kiosk fell has 30 minutes from now on, not from the last answer before the power cut.
  const auto standing = texts("SELECT id FROM applications WHERE session<>''", "");
  if (!standing) return fail(standing.error());
  for (const std::string& id : *standing) {
    if (auto done = leave({id}); !done) return done;
    ++repairs_.interrupted_visits;
  }

  const auto known = texts("SELECT id FROM applications", "");
  const auto keyed = ring_.applications();
  if (!known) return fail(known.error());
  if (!keyed) return fail(keyed.error());
  const std::set<std::string> records(known->begin(), known->end());
  for (const std::string& id : *keyed) {
    if (records.contains(id)) continue;
    if (auto done = ring_.forget({id}); !done) return done;
    ++repairs_.unclaimed_keys;
  }
  for (const std::string& id : records) {
    if (!keyed->contains(id)) repairs_.without_key.push_back({id});
  }
  if (auto done = ring_.scrub(); !done) return done;

  const auto claimed = texts(
      "SELECT blob FROM pages UNION SELECT blob FROM files UNION SELECT blob FROM outbox WHERE blob IS NOT NULL", "");
  if (!claimed) return fail(claimed.error());
  for (const std::string& blob : *claimed) {
    if (!blobs_.has(blob)) repairs_.missing_files.push_back(blob);
  }
  const auto removed = blobs_.sweep({claimed->begin(), claimed->end()});
  if (!removed) return fail(removed.error());
  repairs_.unfinished_files = *removed;

  if (repairs_.quiet()) return {};
  return audit(AuditEvent::StoreRepaired, std::nullopt,
               {{"unfinished_files", repairs_.unfinished_files},
                {"unclaimed_keys", repairs_.unclaimed_keys},
                {"finished_erasures", repairs_.finished_erasures},
                {"missing_files", static_cast<std::int64_t>(repairs_.missing_files.size())},
                {"without_key", static_cast<std::int64_t>(repairs_.without_key.size())}});
}

}  // namespace desk::store
