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
  Answer<Codes> functions;           // of the tool: accounting, ordering, payment, other
  Answer<std::int64_t> processes;    // business processes the tool serves; asked for the normal frame
  Answer<Yen> software_cost;         // tax excluded
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

  Phone phone;
  std::map<std::string, Paper> papers;  // by the pack's document need
  bool reviewed = false;

  std::optional<LinkToken> token;    // of the slip's QR, so that a later slip opens the same application

  [[nodiscard]] Answers clone() const;
};

// Sealed by the store; never logged. The token and the number are inside.
[[nodiscard]] Secret to_json(const Answers& answers);
// Unknown keys are kept out silently: a newer release may have written them and an older slot must still read the record.
[[nodiscard]] Result<Answers> answers_from_json(std::string_view text);

}  // namespace desk::flow
