// Purpose: what the tool is for. People know what they want to buy, the programme knows frames and functions: the pack says which belongs to
// which, and everything that depends on the frame is found here.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "data/catalog/pack.h"
#include "kiosk/flow/answers.h"

namespace desk::flow {

// The frame of the first chosen purpose in the pack's order. Who has not said, or does not know, is led by the last one: packs end with
// what everything else falls under.
[[nodiscard]] std::string frame_of(const Answers& answers, const catalog::Pack& pack);
[[nodiscard]] const catalog::Frame* frame_at(const Answers& answers, const catalog::Pack& pack);

// How many different functions of the tool this frame counts; nullopt: わからない.
[[nodiscard]] std::optional<int> functions_in(const Answers& answers, const catalog::Pack& pack, const catalog::Frame& frame);

// The exclusions that are asked of an applicant in this frame.
[[nodiscard]] std::vector<const catalog::Exclusion*> exclusions_in(const catalog::Pack& pack, const std::string& frame);

// How many business processes the tool serves; nullopt: not asked, or わからない. `generic` of them cannot stand alone (factbook 2.4, 2.7).
struct ProcessCount {
  int all = 0, generic = 0;
  [[nodiscard]] bool only_generic() const { return all > 0 && all == generic; }
};
[[nodiscard]] std::optional<ProcessCount> processes_in(const Answers& answers, const catalog::Frame& frame);

}  // namespace desk::flow
