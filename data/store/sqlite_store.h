// The Store on SQLite: one class, its parts by subject in applications.cpp, pages.cpp, outbox.cpp and ending.cpp. Private to this room.
#pragma once

#include <set>

#include "data/base/crypto.h"
#include "data/base/sqlite_database.h"
#include "data/store/audit_trail.h"
#include "data/store/blob_folder.h"
#include "data/store/key_ring.h"
#include "data/store/retention.h"
#include "data/store/steps.h"
#include "data/store/store.h"

namespace desk::store {

// Holds directory/owner.lock while the owner lives; the kernel lets go of it when the process dies.
class OwnerLock {
 public:
  [[nodiscard]] static Result<OwnerLock> take(const std::string& directory);
  OwnerLock(OwnerLock&& other) noexcept;
  OwnerLock& operator=(OwnerLock&&) = delete;
  ~OwnerLock();

 private:
  explicit OwnerLock(int fd) : fd_(fd) {}
  int fd_;
};

class SqliteStore final : public Store {
 public:
  [[nodiscard]] static Result<std::unique_ptr<Store>> open(const StoreOptions& options, const Clock& clock);

  Result<Application> create(const NewApplication& wanted) override;
  Result<Application> application(const ApplicationId& id) override;
  Result<Application> by_reception(const ReceptionNumber& number) override;
  Result<Application> by_link(const LinkToken& token) override;
  Result<std::vector<Application>> applications() override;
  Result<std::vector<Application>> others_with_same_phone(const ApplicationId& id) override;
  Done save_answers(const ApplicationId& id, const Secret& json) override;
  Result<Secret> answers(const ApplicationId& id) override;
  Done set_phone(const ApplicationId& id, const PhoneNumber& number) override;
  Result<PhoneNumber> phone(const ApplicationId& id) override;
  Done set_phone_proof(const ApplicationId& id, PhoneProof proof) override;
  Done set_target_deadline(const ApplicationId& id, std::optional<Date> deadline) override;
  Done add_link(const ApplicationId& id, const LinkToken& token, WallTime expires) override;
  Result<Application> resume(const ApplicationId& id) override;
  Done park(const ApplicationId& id) override;
  Done finish(const ApplicationId& id) override;
  Done leave(const ApplicationId& id) override;

  Result<Page> add_page(const ApplicationId& id, const NewPage& page) override;
  Result<Page> replace_page(const std::string& page_id, const NewPage& page) override;
  Done remove_page(const std::string& page_id) override;
  Result<std::vector<Page>> pages(const ApplicationId& id) override;
  Result<Secret> page_image(const std::string& page_id) override;
  Result<Secret> page_findings(const std::string& page_id) override;
  Result<File> put_file(const ApplicationId& id, std::string_view name, std::span<const unsigned char> bytes) override;
  Done remove_file(const std::string& file_id) override;
  Done remove_files(const ApplicationId& id) override;
  Result<std::vector<File>> files(const ApplicationId& id) override;
  Result<Secret> file_bytes(const std::string& file_id) override;

  Result<std::int64_t> queue(OutboxKind kind, std::optional<ApplicationId> application, const Secret& payload) override;
  Result<std::vector<OutboxItem>> due(int at_most) override;
  Result<std::vector<OutboxItem>> waiting() override;
  Done postpone(std::int64_t item, WallTime next_attempt) override;
  Done delivered(std::int64_t item) override;
  [[nodiscard]] Done hurry() override;

  Done audit(AuditEvent event, const std::optional<ApplicationId>& application, const std::vector<AuditDetail>& details) override;
  Result<std::vector<AuditRow>> audit_rows(std::int64_t after, int at_most) override { return trail_.rows(after, at_most); }
  Result<AuditVerdict> verify_audit() override { return trail_.verify(); }

  Done erase(const ApplicationId& id, EraseReason reason) override;
  Result<PurgeReport> purge(bool clock_confirmed) override;
  const RepairReport& repairs() const override { return repairs_; }

 private:
  SqliteStore(const StoreOptions& options, const Clock& clock, std::unique_ptr<Steps> steps, const crypto::Key& site_key,
              SqliteDatabase desk, KeyRing ring, std::optional<OwnerLock> lock);

  // applications.cpp
  [[nodiscard]] Result<std::vector<Application>> select(std::string_view condition, const std::vector<std::string>& texts);
  [[nodiscard]] Result<Application> select_one(std::string_view condition, const std::string& text, const Failure& none);
  // Runs `change`, which must meet exactly one visible application, and stamps it as updated, in one commit.
  [[nodiscard]] Done change(const ApplicationId& id, std::string_view step, const std::function<Done()>& work);
  [[nodiscard]] Done set_visit(const ApplicationId& id, std::string_view assignment, const std::string& session);
  [[nodiscard]] Date today() const { return to_jst(clock_->wall()).date; }
  // pages.cpp
  [[nodiscard]] Done only_owner() const;
  [[nodiscard]] Done keep_scans_from_today(const ApplicationId& id);
  [[nodiscard]] Result<Page> page_row(const std::string& page_id);
  void drop_blobs(const std::vector<std::string>& blobs);
  [[nodiscard]] Result<std::vector<std::string>> texts(std::string_view sql, std::string_view argument);
  // outbox.cpp
  [[nodiscard]] Result<Secret> payload_of(const std::string& blob, std::span<const unsigned char> sealed, OutboxKind kind,
                                          const std::optional<ApplicationId>& application);
  [[nodiscard]] Done queue_withdrawals(const ApplicationId& id);
  // ending.cpp
  [[nodiscard]] Done repair();
  [[nodiscard]] Done finish_erasure(const ApplicationId& id);
  [[nodiscard]] Done finish_erasures(int& count);
  [[nodiscard]] Done expire_scans(const ApplicationId& id);
  [[nodiscard]] Done correct_untrusted_dates(const TimeStamp& now);
  [[nodiscard]] Result<bool> believable(const TimeStamp& now);

  StoreOptions options_;
  RetentionRules rules_;
  const Clock* clock_;
  std::unique_ptr<Steps> steps_;
  crypto::Key phone_key_;   // for the look-up of numbers
  crypto::Key outbox_key_;  // for what outlives its application
  std::unique_ptr<SqliteDatabase> desk_;
  KeyRing ring_;
  BlobFolder blobs_;
  AuditTrail trail_;
  std::optional<OwnerLock> lock_;
  std::string session_;     // random: whose screen a visit stands at
  RepairReport repairs_;
  bool postponement_told_ = false;
};

[[nodiscard]] inline Failure no_such_application() { return {StaffCode::RecordMissing, "store", "no such application"}; }
// What a sealed field is bound to.
[[nodiscard]] inline std::string field_of(const ApplicationId& id, std::string_view field) { return id.hex + "/" + std::string(field); }
[[nodiscard]] inline std::string_view text_of(std::span<const unsigned char> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

}  // namespace desk::store
