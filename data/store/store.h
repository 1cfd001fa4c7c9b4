// The store: applications, their pages and files, the outbox and the audit trail behind one port (design 4.6-4.8, 4.12, 4.13, 5).
//
// At rest (design 4.7): answers, the phone number, file names, findings and every page and PDF are sealed. Each application has two random
// keys, one for its answers and one for its scans, because their retention differs; both lie in keys.db, wrapped by the site key. Deleting
// a key destroys what it sealed wherever a copy may lie, old database pages and disk blocks included.
//
//   directory/desk.db     records; WAL, synchronous=FULL
//   directory/keys.db     wrapped keys; secure_delete, rewritten and its WAL cut to nothing after every deletion
//   directory/pages/      one sealed file a page or PDF, named at random
//   directory/owner.lock  held by the one process that owns the store
//
// What a call has acknowledged survives a power cut; what it has not is there wholly or not at all (tests/store/kill_test.cpp).
// Threads: a Store belongs to one thread at a time (the kiosk's store worker). Errors: StoreUnavailable, StoreFull, StoreNewer,
// RecordMissing (unknown, erased or expired), RecordDamaged (bytes do not open), KeyMissing (site key or an application's key).
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "data/base/audit_events.h"
#include "data/base/clock.h"
#include "data/base/ids.h"
#include "data/base/phone_number.h"
#include "data/base/result.h"
#include "data/base/secret.h"

namespace desk::store {

// Owner: desk-kiosk, one process; creates, migrates, repairs. Guest: desk-ctl, run as the same user beside a running kiosk or without one;
// lists, shows, exports and erases, but adds nothing and repairs nothing.
enum class Access { Owner, Guest };

struct StoreOptions {
  std::string directory;              // made with mode 0700 when missing
  std::string site_key_file;          // made when the store itself is new; never replaced
  int scans_days = 7;                 // design 5, "Two clocks of retention"
  int answers_days_after_deadline = 7;
  int answers_days_most = 90;
  Access access = Access::Owner;
  int busy_timeout_ms = 5000;         // how long owner and guests wait for each other
  // Tests: asked before every durable step ("blob write", "keys commit" …); true makes the step fail as a full disk does.
  std::function<bool(std::string_view step)> refuse_step;
};

// How a visit stands, derived for staff. The step of the visit is never stored: the flow derives it from the answers (design 4.13).
//   InProgress    somebody stands at the kiosk with it
//   Interrupted   left without a slip, or the kiosk fell: can be resumed for 30 minutes, then it is erased
//   Parked        a slip was printed; it waits for its applicant
//   Finished      went through to the end; can be opened again while it is kept
enum class VisitState { InProgress, Interrupted, Parked, Finished };
[[nodiscard]] std::string_view word_of(VisitState state);  // "interrupted"

inline constexpr std::int64_t kInterruptedSeconds = 30 * 60;  // design 4.6

enum class PhoneProof { None, Sms, Staff };
[[nodiscard]] std::string_view word_of(PhoneProof proof);  // "none", "sms", "staff"

// The slip's QR. The token itself is nowhere in the store; several slips of one application may be out at once.
struct Link {
  std::string token_hash;  // crypto::token_hash_hex
  WallTime expires;
};

// What needs no key to read. Nothing in it names or reaches a person.
struct Application {
  ApplicationId id;
  ReceptionNumber reception;
  WallTime created;
  WallTime updated;
  int programme_year = 0;
  std::string mode;                    // a word of the flow's; opaque here
  bool training = false;               // staff practice: never offered to a real visit, gone the next day
  VisitState state = VisitState::InProgress;
  bool resumable = true;
  bool has_phone = false;
  PhoneProof phone_proof = PhoneProof::None;
  std::optional<WallTime> phone_proof_at;
  std::optional<Date> target_deadline;
  Date scans_until = make_date(1970, 1, 1);    // the last day on which pages and files are kept (JST)
  Date answers_until = make_date(1970, 1, 1);  // the last day on which the rest is kept
  std::vector<Link> links;             // only those that have not expired
  int pages = 0;
  int files = 0;
};

struct NewApplication {
  int programme_year = 0;
  std::string mode;
  bool training = false;
};

// A scanned page. `index` counts from 0 within its document kind, in the order of the paper.
struct Page {
  std::string id;                      // random hex; changes when the page is replaced
  ApplicationId application;
  std::string kind;                    // the pack's word for the document: "registry_full"
  int index = 0;
  int width = 0;                       // pixels
  int height = 0;
  int dpi = 0;
  std::int64_t bytes = 0;              // of the picture
  WallTime stored;
  bool missing = false;                // its file is gone: redo the scan
};

struct NewPage {
  std::string kind;
  int width = 0;
  int height = 0;
  int dpi = 0;
  std::span<const unsigned char> image;  // JPEG or PNG, with My Number already burnt out (design 5)
  std::string_view findings;             // JSON of the scanner's; may hold what was read, so it is sealed
};

struct File {
  std::string id;
  ApplicationId application;
  std::string name;                    // as the portal wants it, with the firm's name in it
  std::int64_t bytes = 0;
  WallTime stored;
  bool missing = false;
};

// Outbox: what has to reach the page role, kept until it has. Never codes (design 4.8).
//   HandOff        a bundle, already sealed under its token; goes with its application
//   EraseDone      the answer to an erase request that the page role holds
//   Withdraw       a token's hash whose bundle must go; queued by erase() itself
enum class OutboxKind { HandOff, EraseDone, Withdraw };
[[nodiscard]] std::string_view word_of(OutboxKind kind);

struct OutboxItem {
  std::int64_t id = 0;
  OutboxKind kind = OutboxKind::HandOff;
  std::optional<ApplicationId> application;
  Secret payload;
  int attempts = 0;
  WallTime queued;
  WallTime next_attempt;
};

struct AuditRow {
  std::int64_t number = 0;             // 1, 2, 3 … without gaps
  std::optional<AuditEvent> event;     // none: one that only a newer release knows
  TimeStamp at;
  std::optional<ApplicationId> application;
  std::string details;                 // "outcome=printed pages=2", masked
};

// "visit_started"; "newer_release" for an event that only a newer release knows.
[[nodiscard]] std::string_view word_of_event(const AuditRow& row);

struct AuditVerdict {
  std::int64_t rows = 0;
  std::optional<std::int64_t> first_broken;  // nothing: every row is as it was written and none is missing
  std::string reason;
};

// What opening found and put right after a power cut, for the log and the self-test slip.
struct RepairReport {
  int unfinished_files = 0;            // half-written or unclaimed page files, removed
  int unclaimed_keys = 0;              // of applications that were never acknowledged, removed
  int finished_erasures = 0;           // erasures that a power cut had stopped, completed
  int interrupted_visits = 0;          // were in progress
  std::vector<std::string> missing_files;        // ids of pages and files whose bytes are gone
  std::vector<ApplicationId> without_key;        // records that can no longer be opened; kept for staff to delete
  [[nodiscard]] bool quiet() const {
    return unfinished_files == 0 && unclaimed_keys == 0 && finished_erasures == 0 && missing_files.empty() && without_key.empty();
  }
};

struct PurgeReport {
  int scans = 0;                       // applications whose pages and files were deleted
  int applications = 0;                // erased: retention over, or interrupted and not resumed
  bool postponed = false;              // nothing was deleted, see purge()
};

enum class EraseReason { Applicant, Staff, PhonePage, Retention, NotResumed };
[[nodiscard]] std::string_view word_of(EraseReason reason);

class Store {
 public:
  virtual ~Store() = default;

  // ---- applications
  // A fresh record in progress, with a reception number that no kept application has.
  [[nodiscard]] virtual Result<Application> create(const NewApplication& wanted) = 0;
  [[nodiscard]] virtual Result<Application> application(const ApplicationId& id) = 0;
  [[nodiscard]] virtual Result<Application> by_reception(const ReceptionNumber& number) = 0;
  // Unknown and expired give the same LinkUnknown (design 4.8).
  [[nodiscard]] virtual Result<Application> by_link(const LinkToken& token) = 0;
  // Newest first.
  [[nodiscard]] virtual Result<std::vector<Application>> applications() = 0;
  // Other kept applications with the number of this one, newest first (design 5: offered only after the right code).
  [[nodiscard]] virtual Result<std::vector<Application>> others_with_same_phone(const ApplicationId& id) = 0;

  [[nodiscard]] virtual Done save_answers(const ApplicationId& id, const Secret& json) = 0;
  [[nodiscard]] virtual Result<Secret> answers(const ApplicationId& id) = 0;  // empty: none saved yet
  // Another number takes the proof of the last one away.
  [[nodiscard]] virtual Done set_phone(const ApplicationId& id, const PhoneNumber& number) = 0;
  [[nodiscard]] virtual Result<PhoneNumber> phone(const ApplicationId& id) = 0;  // empty(): none
  [[nodiscard]] virtual Done set_phone_proof(const ApplicationId& id, PhoneProof proof) = 0;
  // Moves answers_until; nothing: no round to aim at, the longest time agreed to.
  [[nodiscard]] virtual Done set_target_deadline(const ApplicationId& id, std::optional<Date> deadline) = 0;
  [[nodiscard]] virtual Done add_link(const ApplicationId& id, const LinkToken& token, WallTime expires) = 0;

  // ---- the visit
  // Takes a record back to the screen. RecordMissing when it is interrupted for more than 30 minutes.
  [[nodiscard]] virtual Result<Application> resume(const ApplicationId& id) = 0;
  [[nodiscard]] virtual Done park(const ApplicationId& id) = 0;    // a slip was printed
  [[nodiscard]] virtual Done finish(const ApplicationId& id) = 0;
  [[nodiscard]] virtual Done leave(const ApplicationId& id) = 0;   // ended without a slip of this visit

  // ---- pages and files
  [[nodiscard]] virtual Result<Page> add_page(const ApplicationId& id, const NewPage& page) = 0;  // after the last of its kind
  [[nodiscard]] virtual Result<Page> replace_page(const std::string& page_id, const NewPage& page) = 0;  // keeps its place
  [[nodiscard]] virtual Done remove_page(const std::string& page_id) = 0;  // later ones of its kind move up
  [[nodiscard]] virtual Result<std::vector<Page>> pages(const ApplicationId& id) = 0;  // by kind in order of first scan, then index
  [[nodiscard]] virtual Result<Secret> page_image(const std::string& page_id) = 0;
  [[nodiscard]] virtual Result<Secret> page_findings(const std::string& page_id) = 0;
  [[nodiscard]] virtual Result<File> put_file(const ApplicationId& id, std::string_view name, std::span<const unsigned char> bytes) = 0;
  [[nodiscard]] virtual Done remove_file(const std::string& file_id) = 0;
  [[nodiscard]] virtual Done remove_files(const ApplicationId& id) = 0;
  [[nodiscard]] virtual Result<std::vector<File>> files(const ApplicationId& id) = 0;  // in the order of putting
  [[nodiscard]] virtual Result<Secret> file_bytes(const std::string& file_id) = 0;

  // ---- outbox
  [[nodiscard]] virtual Result<std::int64_t> queue(OutboxKind kind, std::optional<ApplicationId> application, const Secret& payload) = 0;
  [[nodiscard]] virtual Result<std::vector<OutboxItem>> due(int at_most) = 0;      // next_attempt has come; oldest first
  [[nodiscard]] virtual Result<std::vector<OutboxItem>> waiting() = 0;             // all, without payloads
  [[nodiscard]] virtual Done postpone(std::int64_t item, WallTime next_attempt) = 0;  // one attempt more has failed
  [[nodiscard]] virtual Done delivered(std::int64_t item) = 0;
  [[nodiscard]] virtual Done hurry() = 0;  // staff do not wait: everything is due now

  // ---- audit: append-only, each row's hash covers the one before it, all keyed by the site key. The store itself records deletions,
  // repairs, postponed purges and corrected clocks; everything else is for the caller to say.
  [[nodiscard]] virtual Done audit(AuditEvent event, const std::optional<ApplicationId>& application,
                                   const std::vector<AuditDetail>& details) = 0;
  [[nodiscard]] virtual Result<std::vector<AuditRow>> audit_rows(std::int64_t after, int at_most) = 0;
  [[nodiscard]] virtual Result<AuditVerdict> verify_audit() = 0;

  // ---- the end of a record
  // 消去する: keys first, then rows and files; queues a Withdraw for each link that is still out. Said again after a failure, it goes on
  // where it stopped.
  [[nodiscard]] virtual Done erase(const ApplicationId& id, EraseReason reason) = 0;
  // Deletes what has outlived its retention, but never the visit in progress. Call it at start and every few minutes.
  // A wall clock that nothing vouches for and that has run 30 days ahead of the last purge is not believed: nothing is deleted, the report
  // says `postponed`, and staff confirm with `clock_confirmed` or the clock gets set. Otherwise a dead clock battery could empty the desk.
  [[nodiscard]] virtual Result<PurgeReport> purge(bool clock_confirmed = false) = 0;
  [[nodiscard]] virtual const RepairReport& repairs() const = 0;
};

// `clock` must outlive the store. A second owner is refused with StoreUnavailable.
[[nodiscard]] Result<std::unique_ptr<Store>> open_sqlite_store(const StoreOptions& options, const Clock& clock);

[[nodiscard]] inline std::span<const unsigned char> bytes_of(const Secret& secret) {
  return {reinterpret_cast<const unsigned char*>(secret.reveal().data()), secret.size()};
}

}  // namespace desk::store
