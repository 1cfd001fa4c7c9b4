// VerifyDesk: makes, sends, keeps and compares codes (design 5). Asks the pure policy what may be done, writes it down before anything
// leaves, then sends. Codes exist in the clear only here: while a message is being sent and, if the gateway's answer stayed unknown,
// until its retry or the end of the code (in memory alone: after a restart the window simply holds).
// Threads: every function may be called from any; a send does not block checks of other people.
#pragma once

#include <map>
#include <mutex>
#include <string>

#include "auth/code_policy.h"
#include "auth/code_store.h"
#include "auth/gateway.h"
#include "auth/refusal.h"
#include "data/base/clock.h"
#include "data/base/crypto.h"
#include "data/base/phone_number.h"
#include "data/text/text_catalog.h"

namespace desk::auth {

enum class ShownStatus { Pending, Approved, Canceled, MaxAttempts, Expired };
[[nodiscard]] std::string_view code_of(ShownStatus status);  // Twilio's words
[[nodiscard]] std::string_view code_of(SendState state);     // "accepted", "unknown", …

// One verification as it stands now.
struct VerificationView {
  std::string sid;
  std::string to;               // masked
  Purpose purpose = Purpose::Visit;
  std::string tag;
  ShownStatus status = ShownStatus::Pending;
  SendState send_state = SendState::Unknown;   // of its newest message
  WallTime created;
  WallTime next_send;           // when a message to this number may be sent again
  WallTime valid_until;
  int tries_left = 0;
  std::chrono::seconds wait{0}; // before the next try
};

struct CheckAnswer {
  enum class Verdict { Approved, Wrong, OlderMessage };
  Verdict verdict = Verdict::Wrong;
  VerificationView view;
};

struct DeskHealth {
  std::string gateway;
  int site_messages = 0;
  int site_cap = 0;
  bool alarm = false;           // 70 % of the cap
  bool strict = false;
  std::optional<PastMessage> last;  // the newest message and what became of it
};

class VerifyDesk {
 public:
  // Borrows clock, gateway and catalogue, which must outlive it. `code_key` keys all hashes.
  VerifyDesk(CodeStore store, const crypto::Key& code_key, Gateway& gateway, const Clock& clock, const text::TextCatalog& catalog,
             CodeRules rules, std::string site_name);

  [[nodiscard]] Result<VerificationView, Refusal> start(const PhoneNumber& to, Purpose purpose, text::Language language);
  [[nodiscard]] Result<CheckAnswer, Refusal> check(const std::string& sid, const Secret& code);
  [[nodiscard]] Result<VerificationView, Refusal> find(const std::string& sid);
  // The number's newest verification if it is pending; what a check by `To` names.
  [[nodiscard]] Result<std::string, Refusal> pending_sid(const PhoneNumber& to);
  // A delivery report. False: no message has this id.
  [[nodiscard]] Result<bool, Refusal> report(const std::string& id, Report report);
  [[nodiscard]] Result<DeskHealth, Refusal> health();
  // Asks the gateway's door; blocks as long as a connection may take, and holds nobody else up.
  [[nodiscard]] Reach reach_gateway() { return gateway_.reach(); }
  [[nodiscard]] const text::TextCatalog& texts() const { return catalog_; }
  [[nodiscard]] Done purge();
  void fail_writes_from(int nth);  // tests: a full disk

 private:
  struct Outgoing {              // what leaves after the transaction
    Verification verification;
    Secret code;
    std::string report_id;
    std::int64_t message = 0;
    bool repeat = false;
  };
  struct Standing {              // a verification with its number's history
    Verification verification;
    NumberHistory history;
  };

  [[nodiscard]] std::string number_hash(const PhoneNumber& number) const;
  [[nodiscard]] crypto::Bytes code_hash(const Verification& verification, std::string_view code) const;
  [[nodiscard]] Result<Standing> standing_of(Verification verification);
  [[nodiscard]] VerificationView view_of(const Standing& standing, const TimeStamp& now) const;
  [[nodiscard]] Done prepare(const PhoneNumber& to, Purpose purpose, const TimeStamp& now, Outgoing& out, std::optional<Refusal>& refusal);
  [[nodiscard]] Done open_new(const PhoneNumber& to, Purpose purpose, const TimeStamp& now, const std::optional<Standing>& last, Outgoing& out);
  [[nodiscard]] Done compare(Standing& standing, const Secret& code, const TimeStamp& now, CheckAnswer& answer);
  [[nodiscard]] Result<VerificationView, Refusal> settle(Outgoing& out, const SendResult& sent);

  std::mutex mutex_;             // guards store_ and unanswered_
  CodeStore store_;
  crypto::Key number_key_;
  crypto::Key code_key_;
  Gateway& gateway_;
  const Clock& clock_;
  const text::TextCatalog& catalog_;
  CodeRules rules_;
  std::string site_name_;
  std::map<std::string, Secret> unanswered_;  // codes by sid, of messages whose outcome is unknown
};

}  // namespace desk::auth
