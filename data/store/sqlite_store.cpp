#include "data/store/sqlite_store.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <utility>

#include "data/store/schema.h"

namespace desk::store {
namespace {

// A guest takes the tables as they are, also a newer release's: only the owner may migrate.
Done schema_at_least(SqliteDatabase& database, std::size_t expected, const std::string& path) {
  const auto version = database.schema_version();
  if (!version) return fail(version.error());
  if (static_cast<std::size_t>(*version) < expected) return fail(Failure{StaffCode::StoreUnavailable, path, "written by an older release; start desk-kiosk once"});
  return {};
}

std::string random_hex() {
  std::array<unsigned char, 16> bytes{};
  crypto::fill_random(bytes);
  return to_hex(bytes);
}

}  // namespace

std::string_view word_of(VisitState state) {
  switch (state) {
    case VisitState::InProgress: return "in_progress";
    case VisitState::Interrupted: return "interrupted";
    case VisitState::Parked: return "parked";
    case VisitState::Finished: return "finished";
  }
  return "";
}

std::string_view word_of(PhoneProof proof) {
  switch (proof) {
    case PhoneProof::None: return "none";
    case PhoneProof::Sms: return "sms";
    case PhoneProof::Staff: return "staff";
  }
  return "";
}

std::string_view word_of(OutboxKind kind) {
  switch (kind) {
    case OutboxKind::HandOff: return "hand_off";
    case OutboxKind::EraseDone: return "erase_done";
    case OutboxKind::Withdraw: return "withdraw";
  }
  return "";
}

std::string_view word_of(EraseReason reason) {
  switch (reason) {
    case EraseReason::Applicant: return "applicant";
    case EraseReason::Staff: return "staff";
    case EraseReason::PhonePage: return "phone_page";
    case EraseReason::Retention: return "retention";
    case EraseReason::NotResumed: return "not_resumed";
  }
  return "";
}

Result<OwnerLock> OwnerLock::take(const std::string& directory) {
  const std::string path = directory + "/owner.lock";
  const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (fd < 0) return fail(Failure{StaffCode::StoreUnavailable, path, "cannot be opened"});
  OwnerLock lock(fd);
  if (flock(fd, LOCK_EX | LOCK_NB) != 0) return fail(Failure{StaffCode::StoreUnavailable, directory, "another desk-kiosk holds this store"});
  return lock;
}

OwnerLock::OwnerLock(OwnerLock&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}

OwnerLock::~OwnerLock() {
  if (fd_ >= 0) close(fd_);
}

SqliteStore::SqliteStore(const StoreOptions& options, const Clock& clock, std::unique_ptr<Steps> steps, const crypto::Key& site_key,
                         SqliteDatabase desk, KeyRing ring, std::optional<OwnerLock> lock)
    : options_(options),
      rules_{options.scans_days, options.answers_days_after_deadline, options.answers_days_most},
      clock_(&clock),
      steps_(std::move(steps)),
      phone_key_(site_key.derive("store/phone")),
      outbox_key_(site_key.derive("store/outbox")),
      desk_(std::make_unique<SqliteDatabase>(std::move(desk))),
      ring_(std::move(ring)),
      blobs_(options.directory + "/pages", *steps_),
      trail_(*desk_, site_key),
      lock_(std::move(lock)),
      session_(random_hex()) {}

Result<std::unique_ptr<Store>> SqliteStore::open(const StoreOptions& options, const Clock& clock) {
  const bool owner = options.access == Access::Owner;
  const std::string desk_path = options.directory + "/desk.db";
  std::error_code problem;
  if (owner && std::filesystem::create_directories(options.directory, problem)) {
    std::filesystem::permissions(options.directory, std::filesystem::perms::owner_all, problem);
  }
  if (problem) return fail(Failure{StaffCode::StoreUnavailable, options.directory, problem.message()});
  const bool fresh = !std::filesystem::exists(desk_path, problem);
  if (fresh && !owner) return fail(Failure{StaffCode::StoreUnavailable, options.directory, "there is no store yet"});

  std::optional<OwnerLock> lock;
  if (owner) {
    auto taken = OwnerLock::take(options.directory);
    if (!taken) return fail(taken.error());
    lock.emplace(std::move(*taken));
  }
  // A store without its site key is not given a new one: that would turn "find the key" into "everything is lost".
  const auto site_key = crypto::load_key_file(options.site_key_file, /*create=*/fresh && owner);
  if (!site_key) return fail(site_key.error());

  auto steps = std::make_unique<Steps>(options.refuse_step);
  auto ring = KeyRing::open(options.directory + "/keys.db", *site_key, owner, options.busy_timeout_ms, *steps);
  if (!ring) return fail(ring.error());
  auto desk = SqliteDatabase::open(desk_path, {.secure_delete = true, .busy_timeout_ms = options.busy_timeout_ms});
  if (!desk) return fail(desk.error());
  const auto schema = owner ? desk->migrate(desk_migrations()) : schema_at_least(*desk, desk_migrations().size(), desk_path);
  if (!schema) return fail(schema.error());

  std::unique_ptr<SqliteStore> store(
      new SqliteStore(options, clock, std::move(steps), *site_key, std::move(*desk), std::move(*ring), std::move(lock)));
  if (owner) {
    if (auto done = store->blobs_.create(); !done) return fail(done.error());
    if (auto done = store->repair(); !done) return fail(done.error());
  }
  return std::unique_ptr<Store>(std::move(store));
}

Done SqliteStore::audit(AuditEvent event, const std::optional<ApplicationId>& application, const std::vector<AuditDetail>& details) {
  return steps_->commit(*desk_, "desk audit", [&] { return trail_.append(event, clock_->stamp(), application, details); });
}

Result<std::unique_ptr<Store>> open_sqlite_store(const StoreOptions& options, const Clock& clock) { return SqliteStore::open(options, clock); }

}  // namespace desk::store
