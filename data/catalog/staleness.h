// Staleness: when what a pack says may no longer be what the programme says. Nothing stops: staff are told, and the receipt names it.
#pragma once

#include <string_view>
#include <vector>

#include "data/base/calendar.h"
#include "data/catalog/pack.h"

namespace desk::catalog {

enum class Stale {
  NotVerifiedLately,  // held against its sources more than kFreshDays ago
  NoRoundAhead,       // no round of any frame has its deadline after today: a new year or an extra round may have been announced
};

// Rounds come four to eight weeks apart (factbook part 4): a pack that saw no source for longer has missed at least one.
inline constexpr int kFreshDays = 60;

// In the order of the enum; empty: nothing to say.
[[nodiscard]] std::vector<Stale> staleness(const Pack& pack, const Date& today);

[[nodiscard]] std::string_view code_of(Stale stale);  // "not_verified_lately", "no_round_ahead"

}  // namespace desk::catalog
