#include "data/catalog/staleness.h"

#include <algorithm>

namespace desk::catalog {

std::vector<Stale> staleness(const Pack& pack, const Date& today) {
  std::vector<Stale> found;
  if (days_between(pack.verified, today) > kFreshDays) found.push_back(Stale::NotVerifiedLately);
  const bool ahead = std::any_of(pack.frames.begin(), pack.frames.end(), [&](const Frame& frame) {
    return std::any_of(frame.rounds.begin(), frame.rounds.end(), [&](const Round& round) { return today < round.deadline.date; });
  });
  if (!ahead) found.push_back(Stale::NoRoundAhead);
  return found;
}

std::string_view code_of(Stale stale) {
  switch (stale) {
    case Stale::NotVerifiedLately: return "not_verified_lately";
    case Stale::NoRoundAhead: return "no_round_ahead";
  }
  return "";
}

}  // namespace desk::catalog
