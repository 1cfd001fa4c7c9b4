// Frame: one programme frame (枠 or 類型) of a year: how its amount is computed and when its rounds close.
// No rule of the programme stands here: rates, bounds and dates are data.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "data/base/calendar.h"
#include "data/base/yen.h"
#include "data/catalog/names.h"

namespace desk::catalog {

// ---- money ----

struct Bound {
  Yen amount;
  bool inclusive = true;
};

// A rate and who gets it. In a list the first whose conditions all hold is the one; the last has no condition.
struct Rate {
  Ratio rate;
  std::optional<Size> size;                // nullopt: any
  std::optional<bool> near_minimum_wage;   // nullopt: either
};

// method "bands": the whole cost at one rate; the band in which the amount lies asks for a number of processes (通常枠, security frame).
struct Band {
  std::string id;
  int min_processes = 1;
  Bound floor, cap;
  bool wage_plan = false;        // an announced wage plan is mandatory in this band
  bool near_wage_check = false;  // sources differ whether the near-minimum-wage rate reaches into this band: 要確認
  Source source;
};

// method "tranches": parts of the subsidy (not of the cost), each at its own rate, filled in order (factbook 2.2.1).
struct Tranche {
  Yen up_to;               // of the subsidy, inclusive
  int min_functions = 1;   // a tool with fewer qualifying functions stops below this tranche
  std::vector<Rate> rates;
  Source source;
};

struct Hardware {
  std::string id;  // "pc", "register"
  Names name;
  Ratio rate;
  Yen cap;
  Source source;
};

// method "group" (factbook 2.2.3)
struct GroupRule {
  int min_members = 10;
  Yen joint_cap;            // base + analysis
  Ratio analysis_rate;
  Yen analysis_per_member;
  Ratio admin_rate;
  Yen admin_cap;
  std::optional<Ratio> admin_share;  // admin also at most share * admin_rate of base + analysis
  bool tools_per_member = false;     // tranches and hardware caps of the shared tools count per member
};

enum class Method { Bands, Tranches, AccountShare, Group };

struct EstimateRule {
  Method method = Method::Bands;
  std::vector<Rate> rates;           // bands, account_share
  std::vector<Band> bands;           // ascending
  std::vector<Tranche> tranches;     // ascending
  std::vector<Hardware> hardware;    // added on top; never payable alone
  std::optional<Yen> cap;            // account_share
  std::optional<GroupRule> group;
  int qualifying_functions = 0;      // how many functions count at all; 0: functions play no part
  Source source;
};

// ---- the calendar ----

struct Round {
  std::string id;              // "5"; a label, since some years number an extra round "7(追加)"
  CivilMinute open;
  CivilMinute deadline;        // 17:00 JST unless said otherwise; late is not accepted for any reason (factbook 7.8)
  std::optional<Date> decision;
  std::optional<Date> report;
  bool planned = false;        // decision and report are 予定
  Date verified;
  Source source;
};

// A round of which a source speaks without naming its deadline (2025 round 8; 2024 インボイス対応 rounds 2-6).
struct UndatedRound {
  std::string id;
  std::optional<Date> decision;
  Source source;
};

struct Condition {  // a wording that changes with the round, e.g. who counts as near the minimum wage
  std::string id;
  Date from;                   // a row keyed by a round (`from_round`) begins the day after the deadline of the round before it
  Names text;
  Source source;
};

// One business process that a tool of the normal frame may serve (factbook 2.7). A generic one (汎用) cannot stand alone.
struct BusinessProcess {
  std::string id;
  Names name;
  bool generic = false;
  Source source;
};

// What may be chosen as the tool.
struct ToolRule {
  std::optional<int> most_tools;  // 商流一括: exactly one
  int cloud_years = 2;            // 利用料 of at most so many years is eligible
  bool hardware = false;          // the frame pays for hardware beside the tool
};

struct Frame {
  std::string id;      // "normal", "invoice", … (design section 9)
  std::string family;  // the 枠 it is a 類型 of ("invoice" for invoice and e-transaction); an applicant may hold at most one of a family
  Names name;
  Names summary;   // one line for whom it is
  bool any_size = false;  // large firms may apply as well
  std::vector<std::string> functions;  // ids of what counts as a qualifying function
  std::vector<BusinessProcess> processes;  // 通常枠: what the tool may serve; empty: the year's list was not found
  ToolRule tool;
  EstimateRule estimate;
  std::vector<Round> rounds;           // by deadline
  std::vector<UndatedRound> undated;   // known to exist, without a known deadline: shown, never planned for
  std::vector<Condition> near_minimum_wage;  // by date; empty: the frame knows no such rate
  Source source;
};

}  // namespace desk::catalog
