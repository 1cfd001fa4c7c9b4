#include "data/catalog/facts_parts.h"

namespace desk::catalog {
namespace {

std::string_view word_of(Method method) {
  switch (method) {
    case Method::Bands: return "bands";
    case Method::Tranches: return "tranches";
    case Method::AccountShare: return "account_share";
    case Method::Group: return "group";
  }
  return "";
}

Thing facts_of(const Rate& row, const std::string& number) {
  const auto& [rate, size, near_minimum_wage] = row;
  return ThingOf("rate", number, as_it_is(number)).fact("rate", rate).fact("size", size).fact("near_minimum_wage", near_minimum_wage).done();
}

void add_bound(ThingOf& out, const char* amount_field, const char* inclusive_field, const Bound& bound) {
  const auto& [amount, inclusive] = bound;
  out.fact(amount_field, amount).fact(inclusive_field, inclusive);
}

Thing facts_of(const Band& band) {
  const auto& [id, min_processes, floor, cap, wage_plan, near_wage_check, source] = band;
  ThingOf out("band", id, as_it_is(id));
  out.fact("min_processes", min_processes);
  add_bound(out, "floor", "floor_inclusive", floor);
  add_bound(out, "cap", "cap_inclusive", cap);
  return out.fact("wage_plan", wage_plan).fact("near_wage_check", near_wage_check).source(source).done();
}

Thing facts_of(const Tranche& tranche, const std::string& number) {
  const auto& [up_to, min_functions, rates, source] = tranche;
  return ThingOf("tranche", number, as_it_is(number)).fact("up_to", up_to).fact("min_functions", min_functions)
      .numbered(rates, [](const Rate& rate, const std::string& at) { return facts_of(rate, at); }).source(source).done();
}

Thing facts_of(const Hardware& hardware) {
  const auto& [id, name, rate, cap, source] = hardware;
  return ThingOf("hardware", id, name).fact("name", name).fact("rate", rate).fact("cap", cap).source(source).done();
}

Thing facts_of(const GroupRule& group) {
  const auto& [min_members, joint_cap, analysis_rate, analysis_per_member, admin_rate, admin_cap, admin_share, tools_per_member] = group;
  return ThingOf("group", "", {}).fact("min_members", min_members).fact("joint_cap", joint_cap).fact("analysis_rate", analysis_rate)
      .fact("analysis_per_member", analysis_per_member).fact("admin_rate", admin_rate).fact("admin_cap", admin_cap)
      .fact("admin_share", admin_share).fact("tools_per_member", tools_per_member).done();
}

Thing facts_of(const EstimateRule& rule) {
  const auto& [method, rates, bands, tranches, hardware, cap, group, qualifying_functions, source] = rule;
  ThingOf out("estimate", "", {});
  out.word("method", word_of(method)).fact("cap", cap).fact("qualifying_functions", qualifying_functions).source(source);
  out.numbered(rates, [](const Rate& rate, const std::string& at) { return facts_of(rate, at); });
  out.each(bands, [](const Band& band) { return facts_of(band); });
  out.numbered(tranches, [](const Tranche& tranche, const std::string& at) { return facts_of(tranche, at); });
  out.each(hardware, [](const Hardware& each) { return facts_of(each); });
  if (group) out.thing(facts_of(*group));
  return out.done();
}

Thing facts_of(const Round& round) {
  const auto& [id, open, deadline, decision, report, planned, verified, source] = round;
  return ThingOf("round", id, as_it_is(id)).fact("open", open).fact("deadline", deadline).fact("decision", decision).fact("report", report)
      .fact("planned", planned).fact("verified", verified).source(source).done();
}

Thing facts_of(const UndatedRound& round) {
  const auto& [id, decision, source] = round;
  return ThingOf("undated", id, as_it_is(id)).fact("decision", decision).source(source).done();
}

Thing facts_of(const Condition& condition) {
  const auto& [id, from, text, source] = condition;
  return ThingOf("condition", id, as_it_is(id)).fact("from", from).fact("text", text).source(source).done();
}

Thing facts_of(const BusinessProcess& process) {
  const auto& [id, name, generic, source] = process;
  return ThingOf("process", id, name).fact("name", name).fact("generic", generic).source(source).done();
}

Thing facts_of(const ToolRule& tool) {
  const auto& [most_tools, cloud_years, hardware] = tool;
  return ThingOf("tool", "", {}).fact("most_tools", most_tools).fact("cloud_years", cloud_years).fact("hardware", hardware).done();
}

}  // namespace

Thing facts_of(const Frame& frame) {
  const auto& [id, family, name, summary, any_size, functions, processes, tool, estimate, rounds, undated, near_minimum_wage, source] = frame;
  ThingOf out("frame", id, name);
  out.fact("family", family).fact("name", name).fact("summary", summary).fact("any_size", any_size).fact("functions", functions).source(source);
  out.each(processes, [](const BusinessProcess& process) { return facts_of(process); });
  out.thing(facts_of(tool)).thing(facts_of(estimate));
  out.each(rounds, [](const Round& round) { return facts_of(round); });
  out.each(undated, [](const UndatedRound& round) { return facts_of(round); });
  out.each(near_minimum_wage, [](const Condition& condition) { return facts_of(condition); });
  return out.done();
}

}  // namespace desk::catalog
