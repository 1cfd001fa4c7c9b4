// The records themselves: creating, finding, answering, and how a visit stands.
#include "data/store/sqlite_store.h"

namespace desk::store {
namespace {

constexpr int kReceptionTries = 50;  // 29^6 numbers: a second try is already rare

constexpr std::string_view kSelect =
    "SELECT id, reception, created, updated, programme_year, mode, training, session, parked IS NOT NULL, finished IS NOT NULL,"
    " phone_sealed IS NOT NULL, phone_proof, phone_proof_at, target_deadline, scans_until, answers_until,"
    " (SELECT count(*) FROM pages p WHERE p.application=a.id), (SELECT count(*) FROM files f WHERE f.application=a.id),"
    " updated_boot, updated_boot_seconds, updated_trusted FROM applications a WHERE erasing=0 AND ";

VisitState state_of(const SqliteStatement& row) {
  if (!row.text(7).empty()) return VisitState::InProgress;
  if (row.integer(9) != 0) return VisitState::Finished;
  if (row.integer(8) != 0) return VisitState::Parked;
  return VisitState::Interrupted;
}

// The column is written by this file only; another value is damage and reads as the weakest.
PhoneProof proof_of(std::int64_t value) {
  return value == static_cast<int>(PhoneProof::Sms)     ? PhoneProof::Sms
         : value == static_cast<int>(PhoneProof::Staff) ? PhoneProof::Staff
                                                        : PhoneProof::None;
}

Application application_of(const SqliteStatement& row, const TimeStamp& now) {
  Application out;
  out.id = {row.text(0)};
  out.reception = {row.text(1)};
  out.created = {row.integer(2)};
  out.updated = {row.integer(3)};
  out.programme_year = static_cast<int>(row.integer(4));
  out.mode = row.text(5);
  out.training = row.integer(6) != 0;
  out.state = state_of(row);
  const TimeStamp updated{row.text(18), row.integer(19), out.updated, row.integer(20) != 0};
  out.resumable = out.state != VisitState::Interrupted || seconds_between(updated, now) <= kInterruptedSeconds;
  out.has_phone = row.integer(10) != 0;
  out.phone_proof = proof_of(row.integer(11));
  if (!row.is_null(12)) out.phone_proof_at = WallTime{row.integer(12)};
  out.target_deadline = parse_date(row.text(13));
  out.scans_until = parse_date(row.text(14)).value_or(make_date(1970, 1, 1));
  out.answers_until = parse_date(row.text(15)).value_or(make_date(1970, 1, 1));
  out.pages = static_cast<int>(row.integer(16));
  out.files = static_cast<int>(row.integer(17));
  return out;
}

void bind_stamp(SqliteStatement& statement, int first, const TimeStamp& at) {
  statement.bind(first, at.wall.seconds).bind(first + 1, at.boot_id).bind(first + 2, at.boot_seconds);
  statement.bind(first + 3, std::int64_t{at.wall_trusted});
}

}  // namespace

Result<std::vector<Application>> SqliteStore::select(std::string_view condition, const std::vector<std::string>& texts) {
  const TimeStamp now = clock_->stamp();
  std::vector<Application> out;
  {
    auto query = desk_->prepare(std::string(kSelect) + std::string(condition));
    for (std::size_t i = 0; i < texts.size(); ++i) query.bind(static_cast<int>(i) + 1, texts[i]);
    for (;;) {
      const auto row = query.step();
      if (!row) return fail(row.error());
      if (!*row) break;
      out.push_back(application_of(query, now));
    }
  }
  auto links = desk_->prepare("SELECT token_hash, expires FROM links WHERE application=? AND expires>? ORDER BY expires, token_hash");
  for (Application& application : out) {
    links.bind(1, application.id.hex).bind(2, now.wall.seconds);
    for (;;) {
      const auto row = links.step();
      if (!row) return fail(row.error());
      if (!*row) break;
      application.links.push_back({links.text(0), {links.integer(1)}});
    }
    links.reset();
  }
  return out;
}

Result<Application> SqliteStore::select_one(std::string_view condition, const std::string& text, const Failure& none) {
  auto found = select(condition, {text});
  if (!found) return fail(found.error());
  if (found->empty()) return fail(none);
  return std::move(found->front());
}

Result<Application> SqliteStore::create(const NewApplication& wanted) {
  if (auto done = only_owner(); !done) return fail(done.error());
  const ApplicationId id = crypto::new_application_id();
  const TimeStamp now = clock_->stamp();
  // Practice ends with the day.
  const Date answers = wanted.training ? today() : answers_until(rules_, today(), today(), std::nullopt);
  // The key comes first: a record without its key could not be told from a damaged one. A key without a record is cleared away at the
  // next start.
  if (auto done = ring_.add_answers_key(id); !done) return fail(done.error());
  const auto stored = steps_->commit(*desk_, "desk create", [&]() -> Done {
    ReceptionNumber reception;
    bool is_free = false;
    for (int i = 0; i < kReceptionTries && !is_free; ++i) {
      reception = crypto::new_reception_number();
      const auto taken = desk_->prepare("SELECT 1 FROM applications WHERE reception=?").bind(1, reception.text).step();
      if (!taken) return fail(taken.error());
      is_free = !*taken;
    }
    if (!is_free) return fail(Failure{StaffCode::StoreFull, "store", "no reception number is free"});
    auto insert = desk_->prepare(
        "INSERT INTO applications (id, reception, created, created_boot, created_boot_seconds, created_trusted, updated, updated_boot,"
        " updated_boot_seconds, updated_trusted, programme_year, mode, training, session, scans_until, answers_until)"
        " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
    insert.bind(1, id.hex).bind(2, reception.text);
    bind_stamp(insert, 3, now);
    bind_stamp(insert, 7, now);
    insert.bind(11, std::int64_t{wanted.programme_year}).bind(12, wanted.mode).bind(13, std::int64_t{wanted.training});
    insert.bind(14, session_).bind(15, to_string(scans_until(rules_, today(), answers))).bind(16, to_string(answers));
    return insert.run();
  });
  if (!stored) {
    (void)ring_.forget(id);  // if this fails as well, the next start does it
    return fail(stored.error());
  }
  return application(id);
}

Result<Application> SqliteStore::application(const ApplicationId& id) { return select_one("id=?", id.hex, no_such_application()); }

Result<Application> SqliteStore::by_reception(const ReceptionNumber& number) {
  return select_one("reception=?", number.text, no_such_application());
}

Result<Application> SqliteStore::by_link(const LinkToken& token) {
  const std::string condition =
      "id=(SELECT application FROM links WHERE token_hash=? AND expires>" + std::to_string(clock_->wall().seconds) + ")";
  return select_one(condition, crypto::token_hash_hex(token.text), {StaffCode::LinkUnknown, "store", "unknown or expired"});
}

Result<std::vector<Application>> SqliteStore::applications() { return select("1 ORDER BY created DESC, rowid DESC", {}); }

Result<std::vector<Application>> SqliteStore::others_with_same_phone(const ApplicationId& id) {
  auto found = select(
      "id<>?1 AND phone_hash=(SELECT phone_hash FROM applications WHERE id=?1 AND erasing=0)"
      " AND training=(SELECT training FROM applications WHERE id=?1) ORDER BY created DESC, rowid DESC",
      {id.hex});
  if (found) std::erase_if(*found, [](const Application& other) { return !other.resumable; });
  return found;
}

Done SqliteStore::change(const ApplicationId& id, std::string_view step, const std::function<Done()>& work) {
  return steps_->commit(*desk_, step, [&]() -> Done {
    auto stamp = desk_->prepare(
        "UPDATE applications SET updated=?, updated_boot=?, updated_boot_seconds=?, updated_trusted=? WHERE id=? AND erasing=0");
    bind_stamp(stamp, 1, clock_->stamp());
    if (auto done = stamp.bind(5, id.hex).run(); !done) return done;
    if (desk_->changes() != 1) return fail(no_such_application());
    return work();
  });
}

Done SqliteStore::save_answers(const ApplicationId& id, const Secret& json) {
  const auto found = application(id);
  if (!found) return fail(found.error());
  const auto key = ring_.key(id, KeyName::Answers);
  if (!key) return fail(key.error());
  const crypto::Bytes sealed = crypto::seal(*key, json.reveal(), field_of(id, "answers"));
  return change(id, "desk answers", [&] {
    return desk_->prepare("UPDATE applications SET answers_sealed=? WHERE id=?").bind(1, sealed).bind(2, id.hex).run();
  });
}

Result<Secret> SqliteStore::answers(const ApplicationId& id) {
  auto query = desk_->prepare("SELECT answers_sealed FROM applications WHERE id=? AND erasing=0");
  const auto row = query.bind(1, id.hex).step();
  if (!row) return fail(row.error());
  if (!*row) return fail(no_such_application());
  if (query.is_null(0)) return Secret();
  const auto key = ring_.key(id, KeyName::Answers);
  if (!key) return fail(key.error());
  auto opened = crypto::open(*key, query.blob(0), field_of(id, "answers"));
  if (!opened) return fail(Failure{StaffCode::RecordDamaged, "store", "the answers do not open"});
  return std::move(*opened);
}

Done SqliteStore::set_phone(const ApplicationId& id, const PhoneNumber& number) {
  const auto found = application(id);
  if (!found) return fail(found.error());
  const auto key = ring_.key(id, KeyName::Answers);
  if (!key) return fail(key.error());
  const auto before = phone(id);
  const bool same = before && *before == number;
  return change(id, "desk phone", [&]() -> Done {
    auto update = desk_->prepare("UPDATE applications SET phone_sealed=?, phone_hash=? WHERE id=?");
    if (number.empty()) {
      update.bind_null(1).bind_null(2);
    } else {
      update.bind(1, crypto::seal(*key, number.reveal(), field_of(id, "phone")));
      update.bind(2, crypto::keyed_hash_hex(phone_key_, number.reveal()));
    }
    if (auto done = update.bind(3, id.hex).run(); !done || same) return done;
    return desk_->prepare("UPDATE applications SET phone_proof=0, phone_proof_at=NULL WHERE id=?").bind(1, id.hex).run();
  });
}

Result<PhoneNumber> SqliteStore::phone(const ApplicationId& id) {
  auto query = desk_->prepare("SELECT phone_sealed FROM applications WHERE id=? AND erasing=0");
  const auto row = query.bind(1, id.hex).step();
  if (!row) return fail(row.error());
  if (!*row) return fail(no_such_application());
  if (query.is_null(0)) return PhoneNumber();
  const auto key = ring_.key(id, KeyName::Answers);
  if (!key) return fail(key.error());
  const auto opened = crypto::open(*key, query.blob(0), field_of(id, "phone"));
  auto parsed = opened ? PhoneNumber::parse(opened->reveal()) : PhoneNumber::Parsed{};
  if (!parsed.ok) return fail(Failure{StaffCode::RecordDamaged, "store", "the phone number does not open"});
  return std::move(parsed.number);
}

Done SqliteStore::set_phone_proof(const ApplicationId& id, PhoneProof proof) {
  return change(id, "desk proof", [&] {
    auto update = desk_->prepare("UPDATE applications SET phone_proof=?, phone_proof_at=? WHERE id=?");
    update.bind(1, std::int64_t{static_cast<int>(proof)}).bind(3, id.hex);
    if (proof == PhoneProof::None) update.bind_null(2);
    else update.bind(2, clock_->wall().seconds);
    return update.run();
  });
}

Done SqliteStore::set_target_deadline(const ApplicationId& id, std::optional<Date> deadline) {
  const auto found = application(id);
  if (!found) return fail(found.error());
  const Date created = to_jst(found->created).date;
  const Date answers = found->training ? found->answers_until : answers_until(rules_, created, today(), deadline);
  return change(id, "desk deadline", [&] {
    auto update = desk_->prepare("UPDATE applications SET target_deadline=?, answers_until=?, scans_until=min(scans_until, ?) WHERE id=?");
    if (deadline) update.bind(1, to_string(*deadline));
    else update.bind_null(1);
    return update.bind(2, to_string(answers)).bind(3, to_string(answers)).bind(4, id.hex).run();
  });
}

Done SqliteStore::add_link(const ApplicationId& id, const LinkToken& token, WallTime expires) {
  return change(id, "desk link", [&] {
    return desk_->prepare("INSERT OR REPLACE INTO links (token_hash, application, expires) VALUES (?,?,?)")
        .bind(1, crypto::token_hash_hex(token.text))
        .bind(2, id.hex)
        .bind(3, expires.seconds)
        .run();
  });
}

Done SqliteStore::set_visit(const ApplicationId& id, std::string_view assignment, const std::string& session) {
  return change(id, "desk visit", [&] {
    const std::string now = std::to_string(clock_->wall().seconds);
    std::string sql = "UPDATE applications SET session=?";
    if (!assignment.empty()) sql += ", " + std::string(assignment) + "=" + now;
    return desk_->prepare(sql + " WHERE id=?").bind(1, session).bind(2, id.hex).run();
  });
}

Result<Application> SqliteStore::resume(const ApplicationId& id) {
  if (auto done = only_owner(); !done) return fail(done.error());
  const auto found = application(id);
  if (!found) return fail(found.error());
  if (!found->resumable) return fail(Failure{StaffCode::RecordMissing, "store", "interrupted for more than 30 minutes"});
  if (auto done = set_visit(id, "", session_); !done) return fail(done.error());
  return application(id);
}

Done SqliteStore::park(const ApplicationId& id) { return set_visit(id, "parked", ""); }
Done SqliteStore::finish(const ApplicationId& id) { return set_visit(id, "finished", ""); }
Done SqliteStore::leave(const ApplicationId& id) { return set_visit(id, "", ""); }

}  // namespace desk::store
