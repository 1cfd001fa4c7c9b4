#include "data/rules/explain.h"

namespace desk::rules {
namespace {

bool is_whole(Yen cost, Ratio rate) { return cost.amount % rate.den * rate.num % rate.den == 0; }

}  // namespace

Reason explain_rate(Yen cost, Ratio rate, Yen cap) {
  const Yen raw = floor_times(cost, rate);
  if (raw > cap) {
    return {"capped", {{"cost", digits(cost)}, {"rate", to_string(rate)}, {"raw", digits(raw)}, {"cap", digits(cap)}}};
  }
  return {is_whole(cost, rate) ? "plain" : "cut", {{"cost", digits(cost)}, {"rate", to_string(rate)}, {"subsidy", digits(raw)}}};
}

Reason explain_tranche(const TrancheWords& words) {
  const bool first = words.spent.empty();
  Reason out;
  out.args.reserve(5);
  out.args.emplace_back("cost", digits(words.cost));
  if (!first) out.args.emplace_back("spent", words.spent);
  out.args.emplace_back("rate", to_string(words.rate));
  switch (words.end) {
    case TrancheEnd::Reached:
      out.code = first ? (words.whole ? "plain" : "cut") : (words.whole ? "rest" : "rest_cut");
      out.args.emplace_back("subsidy", digits(words.raw));
      return out;
    case TrancheEnd::Filled:
      // The part of the cost that fills the tranche is rarely a whole yen: it is said as "500,000 ÷ 3/4".
      out.code = first ? "first" : "rest_filled";
      out.args.emplace_back("cap", digits(words.width));
      return out;
    case TrancheEnd::Stopped: out.code = first ? "stopped" : "rest_capped"; break;
    case TrancheEnd::Capped: out.code = first ? "capped" : "rest_capped"; break;
  }
  out.args.emplace_back("raw", digits(words.raw));
  out.args.emplace_back("cap", digits(words.width));
  return out;
}

Reason explain_share(Yen cost, int sme, int total, Yen eligible, Ratio rate, Yen raw, Yen cap) {
  Reason out{raw > cap ? "share_capped" : "share",
             {{"cost", digits(cost)},
              {"sme", std::to_string(sme)},
              {"total", std::to_string(total)},
              {"eligible", digits(eligible)},
              {"rate", to_string(rate)},
              {"subsidy", digits(raw)}}};
  if (raw > cap) out.args.emplace_back("cap", digits(cap));
  return out;
}

}  // namespace desk::rules
