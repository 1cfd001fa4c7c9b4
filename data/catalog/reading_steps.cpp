// steps.toml: what an applicant gets ready before applying.
#include <algorithm>
#include <string>

#include "data/catalog/reading.h"

namespace desk::catalog {
namespace {

constexpr std::array<std::pair<std::string_view, StepKind>, 7> kStepKinds = {{{"gbizid", StepKind::Gbizid},
                                                                              {"security_action", StepKind::SecurityAction},
                                                                              {"management_check", StepKind::ManagementCheck},
                                                                              {"navi", StepKind::Navi},
                                                                              {"growth_matching", StepKind::GrowthMatching},
                                                                              {"vendor", StepKind::Vendor},
                                                                              {"no_contract", StepKind::NoContract}}};

std::string_view code_of(StepKind kind) {
  for (const auto& [code, each] : kStepKinds) {
    if (each == kind) return code;
  }
  return "";
}

Lead read_lead(Fields& fields) {
  Lead lead;
  lead.from = fields.date("from");
  lead.days = static_cast<int>(fields.whole("days", 0, 365));
  if (const auto usual = fields.optional_whole("usual_days", 0, 365)) {
    lead.usual_days = static_cast<int>(*usual);
    if (*lead.usual_days > lead.days) fields.complain("usual_days", "longer than days, which is the cautious end");
  }
  if (const auto online = fields.optional_whole("online_days", 0, 365)) lead.online_days = static_cast<int>(*online);
  lead.after_gbizid = fields.flag("after_gbizid", false);
  lead.source = read_source(fields);
  if (lead.online_days && *lead.online_days > lead.days) fields.complain("online_days", "slower than the slow way");
  return lead;
}

IdFormat read_id_format(Fields& fields) {
  IdFormat format;
  format.digits = static_cast<int>(fields.whole("digits", 1, 64));
  format.prefix = fields.text("prefix");
  const bool digits = std::all_of(format.prefix.begin(), format.prefix.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!digits) fields.complain("prefix", "digits only");
  if (format.prefix.size() > static_cast<std::size_t>(format.digits)) fields.complain("prefix", "longer than the ID");
  format.verdict = fields.choice("verdict", {"ready", "redo"}) == "ready" ? IdVerdict::Ready : IdVerdict::Redo;
  format.source = read_source(fields);
  return format;
}

std::vector<IdFormat> read_id_formats(Fields& parent) {
  std::vector<IdFormat> before;
  return read_list<IdFormat>(parent, "ids", [&](Fields& fields) {
    IdFormat format = read_id_format(fields);
    for (const IdFormat& other : before) {
      const bool covered = other.digits == format.digits && format.prefix.compare(0, other.prefix.size(), other.prefix) == 0;
      if (covered) fields.complain("prefix", "the format \"" + other.prefix + "\" before it takes every such ID");
    }
    before.push_back(format);
    return format;
  });
}

Step read_step(Fields& fields, const Pack& pack, const std::vector<std::string>& frames) {
  Step step;
  step.id = read_id(fields);
  step.kind = choose(fields, "kind", kStepKinds);
  step.name = read_names(fields, "name");
  step.how = read_names(fields, "how");
  step.url = read_address(fields, "url");
  step.minutes = static_cast<int>(fields.whole("minutes", 0, 600));
  step.frames = read_references(fields, "frames", frames, "frame");
  step.required = fields.flag("required", true);
  std::optional<Date> before;
  step.leads = read_list<Lead>(fields, "lead", [&](Fields& lead_fields) {
    Lead lead = read_lead(lead_fields);
    if (before && lead.from <= *before) lead_fields.complain("from", "not after the lead before");
    if (!before && lead.from > pack.applies_from) lead_fields.complain("from", "begins after the pack itself, whose first days would have no lead time");
    if (lead.after_gbizid && step.kind == StepKind::Gbizid) lead_fields.complain("after_gbizid", "the gBizID cannot wait for itself");
    before = lead.from;
    return lead;
  });
  step.ids = read_id_formats(fields);
  step.source = read_source(fields);
  const bool dated = step.kind == StepKind::Gbizid || step.kind == StepKind::SecurityAction;
  if (dated && step.leads.empty()) fields.complain("lead", "missing: the plan counts with it");
  if (step.kind == StepKind::SecurityAction && step.ids.empty()) fields.complain("ids", "missing: how an ID looks");
  return step;
}

bool in_frame(const Step& step, const std::string& frame) { return step.frames.empty() || contains(step.frames, frame); }

}  // namespace

void read_steps(Fields& top, Pack& pack) {
  const std::vector<std::string> frames = ids_of(pack.frames);
  Once once;
  std::vector<Step> before;
  pack.steps = read_list<Step>(top, "step", [&](Fields& fields) {
    Step step = read_step(fields, pack, frames);
    once.check(fields, step.id);
    // A frame has one step of a kind: 2024 asks for みらデジ in 通常枠 and gives points for it elsewhere, in two rows that do not meet.
    for (const Step& other : before) {
      if (other.kind != step.kind) continue;
      for (const std::string& frame : frames) {
        if (in_frame(step, frame) && in_frame(other, frame)) {
          fields.complain(step.frames.empty() ? "kind" : "frames", "frame " + frame + " has \"" + other.id + "\" of this kind already");
        }
      }
    }
    before.push_back(step);
    return step;
  });
  for (const Frame& frame : pack.frames) {
    for (const StepKind kind : {StepKind::Gbizid, StepKind::SecurityAction, StepKind::Vendor, StepKind::NoContract}) {
      const Step* step = pack.step(kind, frame.id);
      if (step == nullptr || !step->required) {
        top.complain("step", "none of kind " + std::string(code_of(kind)) + " is required in frame " + frame.id);
      }
    }
  }
}

}  // namespace desk::catalog
