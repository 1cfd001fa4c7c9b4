// Steps: what an applicant gets ready before applying, and how long each takes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "data/base/calendar.h"
#include "data/catalog/names.h"

namespace desk::catalog {

enum class StepKind { Gbizid, SecurityAction, ManagementCheck, Navi, GrowthMatching, Vendor, NoContract };
enum class IdVerdict { Ready, Redo };

// A format of an ID, said without a regular expression so that an operator can read and change it.
struct IdFormat {
  int digits = 0;
  std::string prefix;
  IdVerdict verdict = IdVerdict::Ready;
  Source source;
};

// How many days a step takes when it is begun on or after `from`; the last that applies counts.
struct Lead {
  Date from;
  int days = 0;                     // the slow way (by post), or the only one
  std::optional<int> usual_days;    // how long the slow way usually takes, where sources give a range and `days` is its end (trap T-12)
  std::optional<int> online_days;   // with a My Number card
  bool after_gbizid = false;        // begins only when the gBizID is there (serial), else beside it
  Source source;
};

struct Step {
  std::string id;
  StepKind kind = StepKind::Gbizid;
  Names name;
  Names how;            // one or two sentences: what it is and how to get it
  std::string url;      // without scheme
  int minutes = 0;      // about how long it takes on the applicant's phone
  std::vector<std::string> frames;  // empty: all
  bool required = true; // false: a bonus, never blocks
  std::vector<Lead> leads;
  std::vector<IdFormat> ids;
  Source source;
};

}  // namespace desk::catalog
