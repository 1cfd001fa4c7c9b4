// procedure.toml: what people choose, the course of an application, the portal's words and times, and the official addresses.
#include <algorithm>
#include <string>

#include "data/catalog/reading.h"

namespace desk::catalog {
namespace {

constexpr std::array<std::pair<std::string_view, Hands>, 4> kHands = {
    {{"applicant", Hands::Applicant}, {"vendor", Hands::Vendor}, {"both", Hands::Both}, {"secretariat", Hands::Secretariat}}};

void read_purposes(Fields& top, Pack& pack) {
  const std::vector<std::string> frames = ids_of(pack.frames);
  Once once;
  pack.purposes = read_list<Purpose>(top, "purpose", [&](Fields& fields) {
    Purpose purpose;
    purpose.id = read_id(fields);
    once.check(fields, purpose.id);
    purpose.name = read_names(fields, "name");
    purpose.frame = read_reference(fields, "frame", frames, "frame");
    purpose.function = fields.text("function", "");
    purpose.source = read_source(fields);
    const Frame* frame = pack.frame(purpose.frame);
    if (frame != nullptr && !purpose.function.empty() && !contains(frame->functions, purpose.function)) {
      fields.complain("function", "\"" + purpose.function + "\" counts for nothing in " + frame->id);
    }
    return purpose;
  });
  for (const Frame& frame : pack.frames) {
    const bool reached = std::any_of(pack.purposes.begin(), pack.purposes.end(), [&](const Purpose& each) { return each.frame == frame.id; });
    if (!reached) top.complain("purpose", "none leads to frame " + frame.id + ", so that nobody could choose it");
    // Where functions are chosen, each must be there to choose, or a tool with it would count for less than it does.
    const auto named = [&](std::string_view function) {
      return std::any_of(pack.purposes.begin(), pack.purposes.end(),
                         [&](const Purpose& each) { return each.frame == frame.id && each.function == function; });
    };
    const auto missing = std::find_if_not(frame.functions.begin(), frame.functions.end(), named);
    const bool chosen = std::any_of(frame.functions.begin(), frame.functions.end(), named);
    if (chosen && missing != frame.functions.end()) top.complain("purpose", "none for the function \"" + *missing + "\" of " + frame.id);
  }
}

ProcedureStep read_procedure_step(Fields& fields) {
  ProcedureStep step;
  step.id = read_id(fields);
  step.name = read_names(fields, "name");
  step.hands = choose(fields, "hands", kHands);
  step.source = read_source(fields);
  return step;
}

void read_statuses(Fields& top, Pack& pack) {
  // A status may lead to one that is described further down, so the ids are gathered first.
  std::vector<std::string> known;
  for (const Node* node : top.tables("status")) {
    const Node* id = node->find("id");
    if (id != nullptr && id->string() != nullptr) known.push_back(*id->string());
  }
  Once once;
  pack.statuses = read_list<Status>(top, "status", [&](Fields& fields) {
    Status status;
    status.id = read_id(fields);
    once.check(fields, status.id);
    status.shown = fields.text("shown");
    status.meaning = read_names(fields, "meaning");
    status.next = read_references(fields, "next", known, "status");
    status.source = read_source(fields);
    return status;
  });
  if (pack.statuses.empty()) top.complain("status", "missing");
}

EffectReport read_effect_report(Fields& fields, const std::vector<std::string>& frames) {
  EffectReport report;
  report.frames = read_references(fields, "frames", frames, "frame");
  if (report.frames.empty()) fields.complain("frames", "names no frame");
  report.covers_from = fields.optional_date("covers_from");
  report.covers_to = fields.optional_date("covers_to");
  report.window_from = fields.optional_date("window_from");
  report.window_to = fields.optional_date("window_to");
  report.text = read_names(fields, "text");
  report.source = read_source(fields);
  if (report.covers_from && report.covers_to && *report.covers_to < *report.covers_from) fields.complain("covers_to", "before covers_from");
  if (report.window_from && report.window_to && *report.window_to < *report.window_from) fields.complain("window_to", "before window_from");
  if (report.covers_to && report.window_from && *report.window_from <= *report.covers_to) {
    fields.complain("window_from", "before the end of what it covers");
  }
  return report;
}

std::optional<int> optional_count(Fields& fields, std::string_view key, std::int64_t most) {
  const auto count = fields.optional_whole(key, 1, most);
  return count ? std::optional<int>(static_cast<int>(*count)) : std::nullopt;
}

PortalTimes read_portal(Fields& fields) {
  PortalTimes portal;
  portal.invitation_hours = static_cast<int>(fields.whole("invitation_hours", 1, 24 * 30));
  portal.resend_minutes = static_cast<int>(fields.whole("resend_minutes", 1, 24 * 60));
  portal.inspection_days = optional_count(fields, "inspection_days", 366);
  portal.payment_days = optional_count(fields, "payment_days", 366);
  portal.project_months = optional_count(fields, "project_months", 60);
  portal.source = read_source(fields);
  return portal;
}

void read_contacts(Fields& top, Pack& pack) {
  pack.contacts = read_list<Contact>(top, "contact", [&](Fields& fields) {
    Contact contact;
    contact.id = read_id(fields);
    contact.value = read_address(fields, "value");
    contact.from = fields.date("from");
    contact.until = fields.optional_date("until");
    contact.source = read_source(fields);
    if (contact.until && *contact.until < contact.from) fields.complain("until", "before it begins");
    return contact;
  });
  // Two addresses of one name on one day: which of them is printed would be chance (T-22).
  int index = 0;
  for (const Node* node : top.tables("contact")) {
    const Contact& later = pack.contacts[static_cast<std::size_t>(index)];
    for (int before = 0; before < index; ++before) {
      const Contact& other = pack.contacts[static_cast<std::size_t>(before)];
      const bool apart = (other.until && *other.until < later.from) || (later.until && *later.until < other.from);
      if (other.id == later.id && !apart) {
        Fields fields = top.sub(*node, "contact", index);
        fields.complain("from", "\"" + later.id + "\" has another address on the same days");
        top.adopt(fields.finish());
      }
    }
    ++index;
  }
}

}  // namespace

void read_procedure(Fields& top, Pack& pack) {
  read_purposes(top, pack);
  Once once;
  pack.procedure = read_list<ProcedureStep>(top, "procedure_step", [&](Fields& fields) {
    ProcedureStep step = read_procedure_step(fields);
    once.check(fields, step.id);
    return step;
  });
  if (pack.procedure.empty()) top.complain("procedure_step", "missing");
  read_statuses(top, pack);
  const std::vector<std::string> frames = ids_of(pack.frames);
  pack.effect_reports = read_list<EffectReport>(top, "effect_report", [&](Fields& fields) { return read_effect_report(fields, frames); });
  pack.portal = read_table<PortalTimes>(top, "portal", read_portal);
  read_contacts(top, pack);
}

}  // namespace desk::catalog
