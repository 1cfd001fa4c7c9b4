#include "data/catalog/facts.h"

#include <type_traits>

#include "data/catalog/facts_parts.h"

namespace desk::catalog {

bool same(const Names& a, const Names& b) { return a.ja == b.ja && a.easy == b.easy && a.en == b.en; }

bool same(const FactValue& a, const FactValue& b) {
  if (a.index() != b.index()) return false;
  return std::visit(
      [&](const auto& value) {
        using T = std::decay_t<decltype(value)>;
        if constexpr (std::is_same_v<T, Names>) return same(value, *std::get_if<T>(&b));
        else return value == *std::get_if<T>(&b);
      },
      a);
}

Names as_it_is(const std::string& text) { return {text, text, text}; }

FactValue fact_value(const std::vector<std::string>& texts) {
  std::vector<Entry> list;
  for (const std::string& text : texts) list.push_back({text, as_it_is(text)});
  return list;
}

ThingOf& ThingOf::source(const Source& from) {
  const auto& [text, confidence] = from;
  return fact("source", text).fact("confidence", std::string(code_of(confidence)));
}

Names frame_names(const Pack& pack, const std::string& id) {
  const Frame* frame = pack.frame(id);
  return frame != nullptr ? frame->name : as_it_is(id);
}

FactValue frames_value(const Pack& pack, const std::vector<std::string>& frames) {
  std::vector<Entry> list;
  for (const std::string& id : frames) list.push_back({id, frame_names(pack, id)});
  return list;
}

FactValue documents_value(const Pack& pack, const std::vector<std::string>& documents) {
  std::vector<Entry> list;
  for (const std::string& id : documents) {
    const DocumentKind* kind = pack.document(id);
    list.push_back({id, kind != nullptr ? kind->name : as_it_is(id)});
  }
  return list;
}

Thing facts_of(const Pack& pack) {
  // Everything that a pack holds, by name: what is added to Pack has to be said here, or in one of the parts.
  const auto& [year, name, applies_from, verified, source, prep_days, frames, industries, exclusions, repeats, steps, tax_items, documents,
               needs, files, contacts, purposes, combination, requirements, bonuses, procedure, statuses, effect_reports, portal, file] = pack;
  ThingOf out("pack", std::to_string(year), as_it_is(std::to_string(year)));
  out.fact("name", name).fact("applies_from", applies_from).fact("verified", verified).source(source).fact("prep_days", prep_days);
  out.each(frames, [](const Frame& frame) { return facts_of(frame); });
  add_applicants(out, pack);
  add_steps(out, pack);
  add_papers(out, pack);
  add_procedure(out, pack);
  return out.done();
}

Thing facts_of(const OfficeCalendar& offices) {
  const auto& [holidays] = offices;
  ThingOf out("offices", "", {});
  out.each(holidays, [](const Holiday& holiday) {
    const auto& [date, name, source] = holiday;
    return ThingOf("holiday", to_string(date), as_it_is(to_string(date))).fact("name", name).source(source).done();
  });
  return out.done();
}

}  // namespace desk::catalog
