// Answers: all that an applicant has said and shown, and nothing else. Where the visit stands is derived from this (design 4.13), so a
// record written today resumes in a later release whose steps have changed. Stored as sealed JSON; a key absent there was not asked.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "data/base/calendar.h"
#include "data/base/clock.h"
#include "data/base/ids.h"
#include "data/base/phone_number.h"
#include "data/base/result.h"
#include "data/base/yen.h"
#include "kiosk/flow/contact_name.h"

namespace desk::flow {

// Not asked yet, わからない, or given. わからない is an answer: it becomes a to-do, never a dead end (design 5).
template <class T>
class Answer {
 public:
  Answer() = default;
  Answer(T value) : asked_(true), value_(std::move(value)) {}  // NOLINT(google-explicit-constructor)
  [[nodiscard]] static Answer dont_know() {
    Answer answer;
    answer.asked_ = true;
    return answer;
  }
  [[nodiscard]] bool asked() const { return asked_; }
  [[nodiscard]] bool unknown() const { return asked_ && !value_; }
  [[nodiscard]] const std::optional<T>& value() const { return value_; }
  [[nodiscard]] T value_or(T fallback) const { return value_.value_or(std::move(fallback)); }
  [[nodiscard]] bool is(const T& other) const { return value_ && *value_ == other; }

 private:
  bool asked_ = false;
  std::optional<T> value_;
};

using Codes = std::set<std::string>;

// How far one required paper has come.
enum class PaperState { Open, Later, Scanned };

struct Paper {
  PaperState state = PaperState::Open;
  std::string kind;                  // which of the papers that would do; empty: the pack's first
  Answer<Date> issued;               // as the person reads it from the paper
  int pages = 0;
  std::vector<std::string> files;    // names of the finished PDFs
  std::int64_t bytes = 0;            // of all of them
  bool check_with_staff = false;     // a finding that only a person can judge
};

// One 取引先 that gets an account: companies and sole traders hand in different papers (factbook 5.1).
struct Partner {
  Answer<std::string> entity;        // "corporation", "sole"
};

// One finished file of partners' papers, named for the portal (factbook 5.4).
struct Bundle {
  std::string name;                  // "KSS04-1234567_1.pdf"
  std::int64_t bytes = 0;
  int pages = 0;
  int first_partner = 0, last_partner = 0;
};

enum class PhoneProof { None, Sms, Staff, Later };

struct Phone {
  PhoneNumber number;
  PhoneProof proof = PhoneProof::None;
  WallTime proved_at;
  int numbers_tried = 0;             // different numbers in this visit; three, then staff
  // The message that is on its way, so that a power cut between sending and typing loses nothing.
  std::string verification;          // its sid
  std::string tag;
  WallTime next_send;
  WallTime valid_until;
  [[nodiscard]] Phone clone() const {
    return {number.clone(), proof, proved_at, numbers_tried, verification, tag, next_send, valid_until};
  }
};

struct Answers {
  int programme_year = 0;
  bool consented = false;

  Answer<std::string> entity;        // "corporation", "sole"
  Answer<std::string> industry;      // code of the pack's size table
  Answer<std::string> main_trade;    // where the size table follows the main trade
  Answer<Yen> capital;
  Answer<std::int64_t> employees;
  Answer<Codes> exclusions;          // those that apply; empty: none
  Answer<Codes> purposes;            // what the tool is for: the pack's purposes, from which frame and functions follow
  Answer<std::int64_t> processes;    // business processes the tool serves, as a number: where the pack lists none
  Answer<Codes> process_kinds;       // which of the pack's processes
  Answer<Yen> software_cost;         // tax excluded
  Answer<std::int64_t> total_accounts;  // of the contract, unused ones too (factbook 2.2.2)
  Answer<std::int64_t> sme_accounts;    // of them, given to small and medium trading partners
  Answer<std::int64_t> members;         // of the group
  Answer<Yen> analysis_cost;
  Answer<Yen> admin_cost;
  Answer<Yen> pc_cost;
  Answer<Yen> register_cost;
  Answer<bool> near_minimum_wage;
  Answer<bool> awarded_before;

  Answer<std::string> gbizid;        // "prime", "entry", "none"
  Answer<bool> mynumber;
  Answer<std::string> security_action;  // "yes", "applied", "none"
  Answer<std::string> security_action_id;
  Answer<bool> management_check;
  Answer<bool> vendor;
  Answer<bool> contracted;           // a contract, order or payment before the decision kills the grant (factbook 7.6)

  ContactName contact;
  Answer<std::string> corporate_number;  // thirteen digits

  Phone phone;
  Answer<std::string> application_number;  // the characters after the pack's prefix and the hyphen
  Answer<std::int64_t> partner_count;
  std::vector<Partner> partners;     // by number, from 1; those beyond partner_count wait for it to grow again
  std::map<std::string, Paper> papers;  // by paper key (paper_needs.h): the pack's document need, a partner's with its number before it
  std::vector<Bundle> bundles;       // as last made from the partners' papers
  bool reviewed = false;

  std::optional<LinkToken> token;    // of the slip's QR, so that a later slip opens the same application

  [[nodiscard]] Answers clone() const;
};

// Sealed by the store; never logged. The token and the number are inside.
[[nodiscard]] Secret to_json(const Answers& answers);
// Unknown keys are kept out silently: a newer release may have written them and an older slot must still read the record.
[[nodiscard]] Result<Answers> answers_from_json(std::string_view text);

}  // namespace desk::flow
