// When a message may be sent and when a code may be tried (design 5 "SMS code"; factbook 7.4 for the thirty minutes). Pure: history and
// the present in, a decision out. No clock, no database, no number: a history is one number's, found by its keyed hash.
//
// Time is whole seconds, as TimeStamp keeps it. Spans are measured so that nothing is ever early:
//   same boot                 the difference of BOOTTIME; the wall clock may jump as it likes
//   another boot, both trusted   the difference of the wall clock (at least the BOOTTIME of this boot, which has surely passed)
//   another boot, otherwise   the BOOTTIME of this boot: at most the window's own length late
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "data/base/clock.h"

namespace desk::auth {

struct CodeRules {
  std::chrono::seconds resend{1800};        // after the last message that the gateway accepted; `>=` may send
  bool strict = false;                      // NIST and ASVS: codes live ten minutes
  std::chrono::seconds strict_life{600};
  std::chrono::seconds retry_unknown{60};   // before the one retry of the same code
  int number_cap = 5;                       // messages a number in rolling 24 h
  int site_cap = 200;                       // messages a site in rolling 24 h
  int tries = 5;                            // wrong tries that end a code
  int free_failures = 4;                    // failures a number in rolling 24 h without a wait after them
  int staff_failures = 15;                  // the failure that sends the person to the staff
  std::chrono::seconds first_wait{15};
  std::chrono::seconds longest_wait{900};
  std::chrono::seconds day{86400};

  [[nodiscard]] std::chrono::seconds life() const { return strict ? std::min(strict_life, resend) : resend; }
};

// What became of a message. Sent but unanswered is Unknown from the moment before it leaves, so a power cut in between leaves the truth.
enum class SendState { Unknown, Accepted, Delivered, Undeliverable, Refused, NotSent };
// Counts to the caps: everything that may have left this machine.
[[nodiscard]] bool counts(SendState state);
// Holds the window: everything that may still arrive.
[[nodiscard]] bool holds_window(SendState state);

struct PastMessage {
  TimeStamp at;                             // when the attempt began: a late acceptance dates the window from here
  SendState state = SendState::Unknown;
};

// The newest code of a number, if it was not used, ended or replaced.
struct LiveCode {
  std::vector<PastMessage> messages;        // its own: the first and perhaps its retry
  int tries = 0;                            // wrong ones
  bool can_repeat = false;                  // the digits are still in memory: a retry of the same code is possible
};

struct NumberHistory {
  std::vector<PastMessage> messages;        // all of the last 24 h, of every purpose, those of `live` included
  std::vector<TimeStamp> failures;          // wrong tries of the last 24 h, oldest first
  std::optional<LiveCode> live;
};

[[nodiscard]] std::chrono::seconds elapsed(const TimeStamp& from, const TimeStamp& now);
// For the rolling day of caps and failures, which must end even on a machine whose clock nobody vouches for and that is switched off
// every night: across boots the wall difference counts also when it is not trusted.
[[nodiscard]] std::chrono::seconds elapsed_in_day(const TimeStamp& from, const TimeStamp& now);

enum class SendVerdict { SendNew, RetrySame, TooEarly, NumberCap, SiteCap, Locked };
struct SendDecision {
  SendVerdict verdict = SendVerdict::SendNew;
  std::chrono::seconds wait{0};             // until it may be asked again; 0 for SendNew and RetrySame
};
[[nodiscard]] SendDecision decide_send(const NumberHistory& history, int site_messages, const TimeStamp& now, const CodeRules& rules);

// How long until the next message of this number may be sent, were the caps not there; what the screen shows as a clock time.
[[nodiscard]] std::chrono::seconds until_next_send(const NumberHistory& history, const TimeStamp& now, const CodeRules& rules);
// What is left of a code's life; 0: expired.
[[nodiscard]] std::chrono::seconds life_left(const LiveCode& live, const TimeStamp& now, const CodeRules& rules);
// True from 70 % of the site's cap on.
[[nodiscard]] bool site_alarm(int site_messages, const CodeRules& rules);

enum class TryVerdict { Compare, Wait, TooManyTries, Expired, Locked };
struct TryDecision {
  TryVerdict verdict = TryVerdict::Compare;
  std::chrono::seconds wait{0};
};
// Before any digit is compared.
[[nodiscard]] TryDecision decide_try(const NumberHistory& history, const TimeStamp& now, const CodeRules& rules);

// The wait that the failures so far impose on the next try: none up to the 4th, then 15 s doubling to 15 min. Shared by codes and PINs.
[[nodiscard]] std::chrono::seconds failure_wait(const std::vector<TimeStamp>& failures, const TimeStamp& now, const CodeRules& rules);
// Failures within the rolling day.
[[nodiscard]] int recent_failures(const std::vector<TimeStamp>& failures, const TimeStamp& now, const CodeRules& rules);

// A tag in message and on screen, one hiragana and a digit ("き-7"), that differs from the last one. `draw(n)` is uniform in [0, n).
template <class Draw>
[[nodiscard]] std::string new_tag(const std::string& last, Draw draw) {
  // Without look-alikes (さきち, るろ, ぬめ, われね, はほ, いり, small ones) and without を and ん.
  static constexpr const char* kLetters[] = {"あ", "か", "き", "く", "し", "す", "た", "つ", "と", "な", "に", "の", "は", "ふ",
                                             "ま", "み", "も", "や", "ゆ", "よ"};
  for (;;) {
    std::string tag = kLetters[draw(20)];
    tag += "-" + std::to_string(draw(9) + 1);
    if (tag != last) return tag;
  }
}

}  // namespace desk::auth
