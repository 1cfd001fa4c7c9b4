// auth.db: what desk-auth remembers of codes, messages and failures. Nothing here can be turned back into a number or a code without the
// code key: numbers and codes are keyed hashes, a code's bound to its number and verification; delivery reports are found by the hash of
// their secret id. Rows older than two days are purged (nothing that the policy asks reaches back more than one).
//
// verifications: one code each. messages: one attempt to send each, states of SendState by number. failures: one wrong try each.
// A stamp is boot_id, boot_seconds, wall, trusted (data/base/clock.h).
// One owner at a time; the service serialises.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "auth/code_policy.h"
#include "auth/message_text.h"
#include "data/base/crypto.h"
#include "data/base/result.h"
#include "data/base/sqlite_database.h"

namespace desk::auth {

enum class VerificationStatus { Pending, Approved, Canceled, MaxAttempts };  // "expired" is derived from time, never stored

struct Verification {
  std::string sid;             // "VE" and 32 hex digits
  std::string number;          // keyed hash, hex
  std::string masked;          // "090-••••-5678"
  Purpose purpose = Purpose::Visit;
  std::string tag;
  crypto::Bytes code;          // keyed hash
  VerificationStatus status = VerificationStatus::Pending;
  int tries = 0;
  TimeStamp created;
};

class CodeStore {
 public:
  [[nodiscard]] static Result<CodeStore> open(const std::string& path);

  // Full: on the disk before it returns. Relaxed: may be lost in a power cut, which leaves the message Unknown, as it was before its
  // answer was known; saves the second fsync of an issue.
  enum class Durability { Full, Relaxed };
  [[nodiscard]] Done transaction(Durability durability, const std::function<Done()>& work);

  [[nodiscard]] Done add(const Verification& verification);
  [[nodiscard]] Done update(const Verification& verification);                 // status and tries
  [[nodiscard]] Result<std::optional<Verification>> find(const std::string& sid);
  [[nodiscard]] Result<std::optional<Verification>> newest(const std::string& number);
  [[nodiscard]] Result<std::optional<Verification>> before(const Verification& verification);  // the one before it of the same number

  // The row id.
  [[nodiscard]] Result<std::int64_t> add_message(const Verification& verification, const std::string& report_hash, const TimeStamp& at);
  // Only from Unknown: a delivery report may have come first.
  [[nodiscard]] Done settle_message(std::int64_t id, SendState state, const std::string& gateway_id);
  // The verification whose message this was, if any. Delivered stays delivered.
  [[nodiscard]] Result<std::optional<std::string>> report(const std::string& report_hash, SendState state);
  [[nodiscard]] Result<std::vector<PastMessage>> messages_of_code(const std::string& sid);
  // The newest message of all that is still kept, whoever it went to.
  [[nodiscard]] Result<std::optional<PastMessage>> last_message();
  [[nodiscard]] Result<int> site_messages(const TimeStamp& now, std::chrono::seconds day);

  [[nodiscard]] Result<NumberHistory> history(const std::string& number);  // without `live`

  // `who`: a number's keyed hash, or kStaff for staff PINs.
  static constexpr const char* kStaff = "staff";
  [[nodiscard]] Result<std::vector<TimeStamp>> failures(const std::string& who);
  [[nodiscard]] Done add_failure(const std::string& who, const TimeStamp& at);
  [[nodiscard]] Done clear_failures(const std::string& who);

  [[nodiscard]] Done purge(const TimeStamp& now);
  void fail_writes_from(int nth) { db_.fail_writes_from(nth); }                // tests: a full disk

 private:
  explicit CodeStore(SqliteDatabase db) : db_(std::move(db)) {}
  [[nodiscard]] Result<std::optional<Verification>> one(SqliteStatement& query);
  SqliteDatabase db_;
};

}  // namespace desk::auth
