#include "data/catalog/facts_parts.h"

namespace desk::catalog {
namespace {

std::string_view word_of(Hands hands) {
  switch (hands) {
    case Hands::Applicant: return "applicant";
    case Hands::Vendor: return "vendor_hands";
    case Hands::Both: return "both";
    case Hands::Secretariat: return "secretariat";
  }
  return "";
}

Thing facts_of(const Contact& contact) {
  const auto& [id, value, from, until, source] = contact;
  return ThingOf("contact", id, as_it_is(id)).fact("value", value).fact("from", from).fact("until", until).source(source).done();
}

Thing facts_of(const Pack& pack, const Purpose& purpose) {
  const auto& [id, name, frame, function, source] = purpose;
  return ThingOf("purpose", id, name).fact("name", name).value("frame", frames_value(pack, {frame})).fact("function", function)
      .source(source).done();
}

Thing facts_of(const ProcedureStep& step) {
  const auto& [id, name, hands, source] = step;
  return ThingOf("procedure", id, name).fact("name", name).word("hands", word_of(hands)).source(source).done();
}

Thing facts_of(const Status& status) {
  const auto& [id, shown, meaning, next, source] = status;
  return ThingOf("status", id, as_it_is(shown)).fact("shown", shown).fact("meaning", meaning).fact("next", next).source(source).done();
}

Thing facts_of(const Pack& pack, const EffectReport& report, const std::string& number) {
  const auto& [frames, covers_from, covers_to, window_from, window_to, text, source] = report;
  return ThingOf("effect_report", number, as_it_is(number)).value("frames", frames_value(pack, frames)).fact("covers_from", covers_from)
      .fact("covers_to", covers_to).fact("window_from", window_from).fact("window_to", window_to).fact("text", text).source(source).done();
}

Thing facts_of(const PortalTimes& portal) {
  const auto& [invitation_hours, resend_minutes, inspection_days, payment_days, project_months, source] = portal;
  return ThingOf("portal", "", {}).fact("invitation_hours", invitation_hours).fact("resend_minutes", resend_minutes)
      .fact("inspection_days", inspection_days).fact("payment_days", payment_days).fact("project_months", project_months).source(source).done();
}

}  // namespace

void add_procedure(ThingOf& out, const Pack& pack) {
  out.each(pack.contacts, [](const Contact& contact) { return facts_of(contact); });
  out.each(pack.purposes, [&](const Purpose& purpose) { return facts_of(pack, purpose); });
  out.each(pack.procedure, [](const ProcedureStep& step) { return facts_of(step); });
  out.each(pack.statuses, [](const Status& status) { return facts_of(status); });
  out.numbered(pack.effect_reports, [&](const EffectReport& report, const std::string& at) { return facts_of(pack, report, at); });
  out.thing(facts_of(pack.portal));
}

}  // namespace desk::catalog
