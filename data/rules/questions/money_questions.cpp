// How much, and what one change would bring (factbook 12.2, 2.6). Every figure is what rules::estimate answers for the changed answers.
#include <algorithm>

#include "data/rules/money.h"
#include "data/rules/questions/groups.h"

namespace desk::rules {
namespace {

using catalog::Frame;
using catalog::Method;
using catalog::Size;

Result<Yen> subsidy_of(const Frame& frame, const EstimateInput& input) {
  const auto answer = estimate(frame, input);
  if (!answer) return fail(answer.error());
  return answer->subsidy;
}

// Only for changed answers: the unchanged ones were accepted by estimate() before.
Yen gain_of(const Frame& frame, const EstimateInput& changed, Yen now) {
  const auto subsidy = subsidy_of(frame, changed);
  return subsidy ? *subsidy - now : Yen{};
}

bool line_is_known(const std::string& what) {
  for (const char* known : {"tool", "tool_upper", "pc", "register", "analysis", "admin"}) {
    if (what == known) return true;
  }
  return false;
}

// How far it is to the floor, to the next band, and to the number of processes that opens it.
void add_bands(const Frame& frame, const EstimateInput& buy, Yen now, Said& said) {
  const auto& rule = frame.estimate;
  const Ratio rate = rate_for(rule.rates, buy.size.value_or(Size::Sme), buy.near_minimum_wage.value_or(false));
  for (const catalog::Band& band : rule.bands) {
    const Yen least = least_within(band.floor);
    if (least <= now) continue;
    const Yen more = ceil_divide(least, rate) - buy.cost;
    if (more > Yen{0}) {
      const bool lowest = &band == &rule.bands.front();
      said.add({"how_much", lowest ? "to_floor" : "to_band",
                {{"floor", least}, {"more", more}, {"processes", std::int64_t{band.min_processes}}}, band.source});
    } else if (buy.processes < band.min_processes) {
      EstimateInput changed = buy;
      changed.processes = band.min_processes;
      const Yen gain = gain_of(frame, changed, now);
      if (gain > Yen{0}) {
        said.add({"how_much", "to_processes", {{"processes", std::int64_t{band.min_processes}}, {"gain", gain}}, band.source});
      }
    }
  }
}

void add_functions(const Frame& frame, const EstimateInput& buy, Yen now, Said& said) {
  for (const catalog::Tranche& tranche : frame.estimate.tranches) {
    if (tranche.min_functions <= buy.functions.value_or(1)) continue;
    EstimateInput changed = buy;
    changed.functions = tranche.min_functions;
    const Yen gain = gain_of(frame, changed, now);
    if (gain > Yen{0}) {
      said.add({"how_much", "to_functions", {{"functions", std::int64_t{tranche.min_functions}}, {"gain", gain}}, tranche.source});
    }
    return;
  }
}

const Frame* tranche_frame(const Asked& asked) {
  if (asked.frame().estimate.method == Method::Tranches) return &asked.frame();
  for (const Frame& frame : asked.pack().frames) {
    if (frame.estimate.method == Method::Tranches) return &frame;
  }
  return nullptr;
}

bool knows_micro(const Frame& frame) {
  const auto names_size = [](const std::vector<catalog::Rate>& rates) {
    return std::any_of(rates.begin(), rates.end(), [](const catalog::Rate& rate) { return rate.size == Size::Micro; });
  };
  return names_size(frame.estimate.rates) || std::any_of(frame.estimate.tranches.begin(), frame.estimate.tranches.end(),
                                                         [&](const catalog::Tranche& each) { return names_size(each.rates); });
}

}  // namespace

Result<Said> how_much(const Asked& asked) {
  const Frame& frame = asked.frame();
  const EstimateInput& buy = *asked.inputs.buy;
  const auto answer = estimate(frame, buy);
  if (!answer) return fail(answer.error());
  Said said{"how_much", answer->payable ? "max" : "nothing", {{"frame", frame.name}}, frame.estimate.source};
  said.amount = answer->subsidy;
  if (answer->payable) said.args.push_back({"amount", answer->subsidy});
  for (const EstimateLine& line : answer->lines) {
    if (!line_is_known(line.what)) continue;
    said.add({"how_much", "line_" + line.what,
              {{"cost", line.cost}, {"rate", to_string(line.rate)}, {"subsidy", line.subsidy}, {"cap", line.cap}}, frame.estimate.source});
  }
  for (const Reason& reason : answer->reasons) said.add(reason_line(asked.pack(), reason));
  const bool open = !(buy.size == Size::Large && !frame.any_size) && buy.cost > Yen{0};
  if (open && frame.estimate.method == Method::Bands) add_bands(frame, buy, answer->subsidy, said);
  if (open && frame.estimate.method == Method::Tranches) add_functions(frame, buy, answer->subsidy, said);
  if (open && buy.size.value_or(Size::Sme) == Size::Sme) {
    EstimateInput changed = buy;
    changed.size = Size::Micro;
    const Yen gain = gain_of(frame, changed, answer->subsidy);
    if (gain > Yen{0}) said.add({"how_much", "to_micro", {{"gain", gain}}, frame.estimate.source});
  }
  for (const Reason& warning : answer->warnings) said.add(reason_line(asked.pack(), warning));
  if (answer->payable) said.add({"how_much", "advance", {{"own", answer->own_share}}, {"S0 1-4+S1 2-4", catalog::Confidence::High}});
  return said;
}

Result<Said> second_function(const Asked& asked) {
  const Frame* frame = tranche_frame(asked);
  const auto* tranches = frame == nullptr ? nullptr : &frame->estimate.tranches;
  const auto next = tranches == nullptr ? decltype(tranches->end()){}
                                        : std::find_if(tranches->begin(), tranches->end(), [&](const catalog::Tranche& each) {
                                            return each.min_functions > tranches->front().min_functions;
                                          });
  if (tranches == nullptr || next == tranches->end()) return Said{"second_function", "not_here", {}, asked.pack().source};

  EstimateInput few = *asked.inputs.buy;
  few.functions = tranches->front().min_functions;
  EstimateInput more = few;
  more.functions = next->min_functions;
  const auto before = subsidy_of(*frame, few), after = subsidy_of(*frame, more);
  if (!before) return fail(before.error());
  if (!after) return fail(after.error());
  const Yen gain = *after - *before;
  Said said{"second_function", gain > Yen{0} ? "gain" : "same",
            {{"before", *before}, {"after", *after}, {"gain", gain}, {"functions", std::int64_t{next->min_functions}}}, next->source};
  said.amount = gain;
  if (gain == Yen{0}) {
    // The cost from which the first tranche is full.
    const Ratio rate = rate_for(tranches->front().rates, few.size.value_or(Size::Sme), false);
    said.add({"second_function", "from_cost", {{"cost", ceil_divide(tranches->front().up_to, rate)}}, next->source});
  } else {
    said.add({"second_function", "if_needed", {}, next->source});
  }
  return said;
}

Result<Said> micro_difference(const Asked& asked) {
  const Frame& frame = asked.frame();
  EstimateInput buy = *asked.inputs.buy;
  buy.size = Size::Sme;
  const auto other = subsidy_of(frame, buy);
  if (!other) return fail(other.error());
  buy.size = Size::Micro;
  const auto micro = subsidy_of(frame, buy);
  if (!micro) return fail(micro.error());
  const Yen gain = *micro - *other;
  Said said{"micro_difference", gain > Yen{0} ? "gain" : knows_micro(frame) ? "same" : "no_micro_rate",
            {{"micro", *micro}, {"other", *other}, {"gain", gain}}, frame.estimate.source};
  said.amount = gain;
  return said;
}

Result<Said> normal_or_invoice(const Asked& asked) {
  const Frame* normal = asked.pack().frame("normal");
  const Frame* invoice = tranche_frame(asked);
  if (normal == nullptr || invoice == nullptr) return Said{"normal_or_invoice", "not_here", {}, asked.pack().source};
  const EstimateInput& buy = *asked.inputs.buy;
  const auto by_normal = subsidy_of(*normal, buy);
  if (!by_normal) return fail(by_normal.error());
  const auto by_invoice = subsidy_of(*invoice, buy);
  if (!by_invoice) return fail(by_invoice.error());

  const Yen a = *by_normal, b = *by_invoice;
  // A tool without any of the functions that the frame counts (e.g. EC alone from 2024 on) does not belong there at all.
  const bool counts = buy.functions.value_or(1) >= invoice->estimate.tranches.front().min_functions;
  const std::string code = a == Yen{0} && b == Yen{0} ? "neither" : !counts ? "only_normal" : a > b ? "normal_more" : b > a ? "invoice_more" : "same";
  Said said{"normal_or_invoice", code,
            {{"normal", a}, {"invoice", b}, {"gain", a > b ? a - b : b - a}, {"normal_frame", normal->name}, {"invoice_frame", invoice->name}},
            invoice->estimate.source};
  if (normal->estimate.source.confidence == catalog::Confidence::Low) said.source = normal->estimate.source;
  said.amount = std::max(a, b);
  said.add({"normal_or_invoice", "invoice_for", {{"frame", invoice->name}, {"summary", invoice->summary}}, invoice->source});
  said.add({"normal_or_invoice", "normal_for", {{"frame", normal->name}, {"summary", normal->summary}}, normal->source});
  if (buy.pc + buy.register_ > Yen{0} && normal->estimate.hardware.empty()) {
    said.add({"normal_or_invoice", "hardware", {{"frame", normal->name}}, normal->estimate.source});
  }
  const catalog::CombinationRule& together = asked.pack().combination;
  const bool not_same_tool = std::any_of(together.not_same_tool.begin(), together.not_same_tool.end(), [&](const auto& pair) {
    return (pair.first == normal->id && pair.second == invoice->id) || (pair.first == invoice->id && pair.second == normal->id);
  });
  switch (together.kind) {
    case catalog::CombinationKind::OneInAll: said.add({"normal_or_invoice", "one_only", {}, together.source}); break;
    case catalog::CombinationKind::OnePerFamily:
      if (not_same_tool) said.add({"normal_or_invoice", "not_same_tool", {}, together.source});
      break;
  }
  return said;
}

}  // namespace desk::rules
