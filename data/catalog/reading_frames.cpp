#include <algorithm>
#include <string>

#include "data/catalog/reading.h"

namespace desk::catalog {
namespace {

std::vector<Rate> read_rates(Fields& parent) {
  bool unconditional = false;
  auto rates = read_list<Rate>(parent, "rates", [&](Fields& fields) {
    Rate rate;
    rate.rate = read_rate(fields, "rate");
    if (fields.has("size")) rate.size = size_from(fields.choice("size", {"micro", "sme", "large"}));
    rate.near_minimum_wage = fields.optional_flag("near_minimum_wage");
    if (unconditional) fields.complain("rate", "stands after a rate without condition and can never apply");
    unconditional = unconditional || (!rate.size && !rate.near_minimum_wage);
    return rate;
  });
  if (rates.empty()) {
    parent.complain("rates", "missing");
  } else if (!unconditional) {
    parent.complain("rates", "the last rate must have no condition, so that everybody has one");
  }
  return rates;
}

Bound read_bound(Fields& parent, std::string_view key) {
  Bound bound;
  const Node* node = parent.child(key);
  if (node == nullptr) {
    parent.complain(key, "missing");
    return bound;
  }
  Fields fields = parent.sub(*node, key);
  bound.amount = read_yen(fields, "amount");
  bound.inclusive = fields.flag("inclusive");
  parent.adopt(fields.finish());
  return bound;
}

std::vector<Band> read_bands(Fields& parent) {
  std::optional<Band> before;
  auto bands = read_list<Band>(parent, "band", [&](Fields& fields) {
    Band band;
    band.id = fields.text("id");
    band.min_processes = static_cast<int>(fields.whole("min_processes", 1, 99));
    band.floor = read_bound(fields, "floor");
    band.cap = read_bound(fields, "cap");
    band.wage_plan = fields.flag("wage_plan", false);
    band.near_wage_check = fields.flag("near_wage_check", false);
    band.source = read_source(fields);
    if (band.cap.amount <= band.floor.amount) fields.complain("cap", "not above the floor");
    if (before) {
      // Neighbours must meet without gap or overlap: … < 1,500,000 and 1,500,000 ≤ …
      const bool meet = before->cap.amount == band.floor.amount && before->cap.inclusive != band.floor.inclusive;
      if (!meet) fields.complain("floor", "does not begin where the band before ends (a gap or an overlap)");
      if (band.min_processes < before->min_processes) fields.complain("min_processes", "fewer than in the band before");
    }
    before = band;
    return band;
  });
  if (bands.empty()) parent.complain("band", "missing");
  return bands;
}

std::vector<Tranche> read_tranches(Fields& parent) {
  Yen reached;
  int functions = 0;
  auto tranches = read_list<Tranche>(parent, "tranche", [&](Fields& fields) {
    Tranche tranche;
    tranche.up_to = read_yen(fields, "up_to");
    tranche.min_functions = static_cast<int>(fields.whole("min_functions", 1, 99));
    tranche.rates = read_rates(fields);
    tranche.source = read_source(fields);
    if (tranche.up_to <= reached) fields.complain("up_to", "not above the tranche before (they overlap)");
    if (tranche.min_functions < functions) fields.complain("min_functions", "fewer than in the tranche before");
    reached = tranche.up_to;
    functions = tranche.min_functions;
    return tranche;
  });
  if (tranches.empty()) parent.complain("tranche", "missing");
  return tranches;
}

Hardware read_hardware(Fields& fields) {
  Hardware hardware;
  hardware.id = fields.choice("id", {"pc", "register"});  // the keys of the estimate's contract
  hardware.name = read_names(fields, "name");
  hardware.rate = read_rate(fields, "rate");
  hardware.cap = read_yen(fields, "cap");
  hardware.source = read_source(fields);
  return hardware;
}

GroupRule read_group(Fields& fields) {
  GroupRule group;
  group.min_members = static_cast<int>(fields.whole("min_members", 2, 1000));
  group.joint_cap = read_yen(fields, "joint_cap");
  group.analysis_rate = read_rate(fields, "analysis_rate");
  group.analysis_per_member = read_yen(fields, "analysis_per_member");
  group.admin_rate = read_rate(fields, "admin_rate");
  group.admin_cap = read_yen(fields, "admin_cap");
  if (fields.has("admin_share")) group.admin_share = read_rate(fields, "admin_share");
  group.tools_per_member = fields.flag("tools_per_member", false);
  return group;
}

EstimateRule read_estimate(Fields& fields) {
  EstimateRule rule;
  const std::string method = fields.choice("method", {"bands", "tranches", "account_share", "group"});
  if (method == "bands") {
    rule.method = Method::Bands;
    rule.rates = read_rates(fields);
    rule.bands = read_bands(fields);
  } else if (method == "tranches") {
    rule.method = Method::Tranches;
    rule.tranches = read_tranches(fields);
  } else if (method == "account_share") {
    rule.method = Method::AccountShare;
    rule.rates = read_rates(fields);
    rule.cap = read_yen(fields, "cap");
  } else {
    // The shared tools of a group are computed as its tranches say, unless their subsidy is given.
    rule.method = Method::Group;
    rule.tranches = read_tranches(fields);
    if (const Node* node = fields.child("group")) {
      Fields group = fields.sub(*node, "group");
      rule.group = read_group(group);
      fields.adopt(group.finish());
    } else {
      fields.complain("group", "missing");
    }
  }
  rule.hardware = read_list<Hardware>(fields, "hardware", read_hardware);
  rule.source = read_source(fields);
  return rule;
}

Condition read_condition(Fields& fields) {
  Condition condition;
  condition.id = fields.text("id");
  condition.from = fields.date("from");
  condition.text = read_names(fields, "text");
  condition.source = read_source(fields);
  return condition;
}

CivilMinute read_minute(Fields& fields, std::string_view key) {
  const std::string text = fields.text(key);
  const auto minute = parse_civil_minute(text);
  if (!minute && !text.empty()) {
    fields.complain(key, "\"" + text + "\" is not a minute that exists (YYYY-MM-DDTHH:MM)");
  }
  return minute.value_or(CivilMinute{});
}

}  // namespace

void read_frames(Fields& top, Pack& pack) {
  std::vector<std::string> seen;
  pack.frames = read_list<Frame>(top, "frame", [&](Fields& fields) {
    Frame frame;
    frame.id = fields.text("id");
    if (contains(seen, frame.id)) fields.complain("id", "\"" + frame.id + "\" is there twice");
    seen.push_back(frame.id);
    frame.family = fields.text("family");
    frame.name = read_names(fields, "name");
    frame.summary = read_names(fields, "summary");
    frame.any_size = fields.flag("any_size");
    frame.functions = fields.texts("functions");
    if (const Node* node = fields.child("estimate")) {
      Fields estimate = fields.sub(*node, "estimate");
      frame.estimate = read_estimate(estimate);
      fields.adopt(estimate.finish());
    } else {
      fields.complain("estimate", "missing");
    }
    frame.estimate.qualifying_functions = static_cast<int>(frame.functions.size());
    frame.near_minimum_wage = read_list<Condition>(fields, "near_minimum_wage", read_condition);
    frame.source = read_source(fields);
    return frame;
  });
  if (pack.frames.empty()) top.complain("frame", "missing");
}

void read_rounds(Fields& top, Pack& pack) {
  const std::vector<std::string> frames = ids_of(pack.frames);
  (void)read_list<Round>(top, "round", [&](Fields& fields) {
    Round round;
    round.id = fields.text("id");
    const auto for_frames = read_references(fields, "frames", frames, "frame");
    if (for_frames.empty()) fields.complain("frames", "names no frame");
    round.open = read_minute(fields, "open");
    round.deadline = read_minute(fields, "deadline");
    round.decision = fields.optional_date("decision");
    round.report = fields.optional_date("report");
    round.planned = fields.flag("planned", false);
    round.verified = fields.date("verified");
    round.source = read_source(fields);
    if (round.deadline <= round.open) fields.complain("deadline", "before its opening");
    if (round.decision && *round.decision <= round.deadline.date) fields.complain("decision", "before the deadline");
    if (round.report && round.decision && *round.report <= *round.decision) fields.complain("report", "before the decision");
    if (round.verified > pack.verified) fields.complain("verified", "later than the pack's own");
    for (Frame& frame : pack.frames) {
      if (!contains(for_frames, frame.id)) continue;
      if (!frame.rounds.empty() && frame.rounds.back().deadline >= round.deadline) {
        fields.complain("deadline", "rounds out of order: not after round " + frame.rounds.back().id + " of " + frame.id);
      }
      for (const Round& other : frame.rounds) {
        if (other.id == round.id) fields.complain("id", "round " + round.id + " of " + frame.id + " is there twice");
      }
      frame.rounds.push_back(round);
    }
    return round;
  });
}

}  // namespace desk::catalog
