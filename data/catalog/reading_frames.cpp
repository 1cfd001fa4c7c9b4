// pack.toml: the frames and how their amounts are computed.
#include <algorithm>
#include <string>

#include "data/catalog/reading.h"

namespace desk::catalog {
namespace {

std::vector<Rate> read_rates(Fields& parent) {
  bool unconditional = false;
  std::vector<Rate> before;
  auto rates = read_list<Rate>(parent, "rates", [&](Fields& fields) {
    Rate rate;
    rate.rate = read_rate(fields, "rate");
    if (fields.has("size")) rate.size = size_from(fields.choice("size", {"micro", "sme", "large"}));
    rate.near_minimum_wage = fields.optional_flag("near_minimum_wage");
    if (unconditional) fields.complain("rate", "stands after a rate without condition and can never apply");
    const auto same = [&](const Rate& other) { return other.size == rate.size && other.near_minimum_wage == rate.near_minimum_wage; };
    if (std::any_of(before.begin(), before.end(), same)) fields.complain("rate", "the same condition as a rate before it: it can never apply");
    unconditional = unconditional || (!rate.size && !rate.near_minimum_wage);
    before.push_back(rate);
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
  return read_table<Bound>(parent, key, [](Fields& fields) {
    Bound bound;
    bound.amount = read_yen(fields, "amount");
    bound.inclusive = fields.flag("inclusive");
    return bound;
  });
}

std::vector<Band> read_bands(Fields& parent) {
  std::optional<Band> before;
  Once once;
  auto bands = read_list<Band>(parent, "band", [&](Fields& fields) {
    Band band;
    band.id = read_id(fields);
    once.check(fields, band.id);
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
    rule.group = read_table<GroupRule>(fields, "group", read_group);
  }
  Once once;
  rule.hardware = read_list<Hardware>(fields, "hardware", [&](Fields& row) {
    Hardware hardware = read_hardware(row);
    once.check(row, hardware.id);
    return hardware;
  });
  rule.source = read_source(fields);
  return rule;
}

Condition read_condition(Fields& fields) {
  Condition condition;
  condition.id = read_id(fields);
  // A row keyed by a round gets its day from rounds.toml (date_wage_rows).
  if (fields.has("from_round")) {
    (void)fields.text("from_round");
    if (fields.has("from")) fields.complain("from_round", "beside `from`: one of them");
  } else {
    condition.from = fields.date("from");
  }
  condition.text = read_names(fields, "text");
  condition.source = read_source(fields);
  return condition;
}

BusinessProcess read_process(Fields& fields) {
  BusinessProcess process;
  process.id = read_id(fields);
  process.name = read_names(fields, "name");
  process.generic = fields.flag("generic", false);
  process.source = read_source(fields);
  return process;
}

ToolRule read_tool(Fields& fields) {
  ToolRule tool;
  if (const auto most = fields.optional_whole("most_tools", 1, 99)) tool.most_tools = static_cast<int>(*most);
  tool.cloud_years = static_cast<int>(fields.whole("cloud_years", 1, 10));
  tool.hardware = fields.flag("hardware", false);
  return tool;
}

// Parts of a frame that must fit each other.
void check_frame(Fields& fields, const Frame& frame) {
  const EstimateRule& rule = frame.estimate;
  if (!rule.tranches.empty()) {
    if (frame.functions.empty()) fields.complain("functions", "missing: the tranches ask for functions");
    if (rule.tranches.back().min_functions > static_cast<int>(frame.functions.size())) {
      fields.complain("functions", "fewer than the last tranche asks for");
    }
  }
  if (!frame.processes.empty()) {
    if (rule.bands.empty()) fields.complain("process", "only bands ask for processes");
    const bool only_generic = std::all_of(frame.processes.begin(), frame.processes.end(), [](const BusinessProcess& each) { return each.generic; });
    if (only_generic) fields.complain("process", "all of them generic, and none could stand alone");
    if (!rule.bands.empty() && rule.bands.back().min_processes > static_cast<int>(frame.processes.size())) {
      fields.complain("process", "fewer than the last band asks for");
    }
  }
  if (frame.tool.hardware == rule.hardware.empty()) {
    fields.complain("tool", frame.tool.hardware ? "hardware, but [[frame.estimate.hardware]] says nothing of it"
                                                : "hardware is not said, but [[frame.estimate.hardware]] pays for it");
  }
  // A rate of its own for firms near the minimum wage needs words for who they are, and the words are of no use without the rate.
  const bool rate = std::any_of(rule.rates.begin(), rule.rates.end(), [](const Rate& each) { return each.near_minimum_wage.has_value(); });
  if (rate && frame.near_minimum_wage.empty()) fields.complain("near_minimum_wage", "missing: a rate asks for it");
  if (!rate && !frame.near_minimum_wage.empty()) fields.complain("near_minimum_wage", "no rate asks for it");
}

}  // namespace

void read_frames(Fields& top, Pack& pack) {
  Once once;
  pack.frames = read_list<Frame>(top, "frame", [&](Fields& fields) {
    Frame frame;
    frame.id = read_id(fields);
    once.check(fields, frame.id);
    frame.family = read_id(fields, "family");
    frame.name = read_names(fields, "name");
    frame.summary = read_names(fields, "summary");
    frame.any_size = fields.flag("any_size");
    frame.functions = fields.texts("functions");
    for (auto each = frame.functions.begin(); each != frame.functions.end(); ++each) {
      if (std::find(frame.functions.begin(), each, *each) != each) fields.complain("functions", "\"" + *each + "\" is named twice");
    }
    Once process_once;
    frame.processes = read_list<BusinessProcess>(fields, "process", [&](Fields& row) {
      BusinessProcess process = read_process(row);
      process_once.check(row, process.id);
      return process;
    });
    frame.tool = read_table<ToolRule>(fields, "tool", read_tool);
    frame.estimate = read_table<EstimateRule>(fields, "estimate", read_estimate);
    frame.estimate.qualifying_functions = static_cast<int>(frame.functions.size());
    frame.near_minimum_wage = read_list<Condition>(fields, "near_minimum_wage", read_condition);
    frame.source = read_source(fields);
    check_frame(fields, frame);
    return frame;
  });
  if (pack.frames.empty()) top.complain("frame", "missing");
}

}  // namespace desk::catalog
