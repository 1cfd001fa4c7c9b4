#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "data/catalog/reading.h"

namespace desk::catalog {
namespace {

template <class T, std::size_t N>
T choose(Fields& fields, std::string_view key, const std::array<std::pair<std::string_view, T>, N>& choices) {
  std::vector<std::string_view> names;
  for (const auto& choice : choices) names.push_back(choice.first);
  const std::string chosen = fields.choice(key, names);
  for (const auto& choice : choices) {
    if (choice.first == chosen) return choice.second;
  }
  return choices.front().second;  // complained of already
}

constexpr std::array<std::pair<std::string_view, StepKind>, 7> kStepKinds = {{{"gbizid", StepKind::Gbizid},
                                                                              {"security_action", StepKind::SecurityAction},
                                                                              {"management_check", StepKind::ManagementCheck},
                                                                              {"navi", StepKind::Navi},
                                                                              {"growth_matching", StepKind::GrowthMatching},
                                                                              {"vendor", StepKind::Vendor},
                                                                              {"no_contract", StepKind::NoContract}}};

constexpr std::array<std::pair<std::string_view, DocumentRule>, 7> kDocumentRules = {
    {{"months_from_issue", DocumentRule::MonthsFromIssue},
     {"not_expired", DocumentRule::NotExpired},
     {"latest", DocumentRule::Latest},
     {"tax_year", DocumentRule::TaxYear},
     {"undated", DocumentRule::Undated},
     {"refused", DocumentRule::Refused},
     {"ask", DocumentRule::Ask}}};

constexpr std::array<std::pair<std::string_view, When>, 3> kWhens = {
    {{"always", When::Always}, {"near_minimum_wage", When::NearMinimumWage}, {"upper_band", When::UpperBand}}};

std::optional<Entity> optional_entity(Fields& fields) {
  if (!fields.has("entity")) return std::nullopt;
  return entity_from(fields.choice("entity", {"corporation", "sole"}));
}

Lead read_lead(Fields& fields) {
  Lead lead;
  lead.from = fields.date("from");
  lead.days = static_cast<int>(fields.whole("days", 0, 365));
  if (const auto online = fields.optional_whole("online_days", 0, 365)) lead.online_days = static_cast<int>(*online);
  lead.after_gbizid = fields.flag("after_gbizid", false);
  lead.source = read_source(fields);
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

Step read_step(Fields& fields, const std::vector<std::string>& frames) {
  Step step;
  step.id = fields.text("id");
  step.kind = choose(fields, "kind", kStepKinds);
  step.name = read_names(fields, "name");
  step.how = read_names(fields, "how");
  step.url = fields.text("url");
  step.minutes = static_cast<int>(fields.whole("minutes", 0, 600));
  step.frames = read_references(fields, "frames", frames, "frame");
  step.required = fields.flag("required", true);
  std::optional<Date> before;
  step.leads = read_list<Lead>(fields, "lead", [&](Fields& lead_fields) {
    Lead lead = read_lead(lead_fields);
    if (before && lead.from <= *before) lead_fields.complain("from", "not after the lead before");
    before = lead.from;
    return lead;
  });
  step.ids = read_list<IdFormat>(fields, "ids", read_id_format);
  step.source = read_source(fields);
  return step;
}

DocumentKind read_document(Fields& fields) {
  DocumentKind kind;
  kind.id = fields.text("id");
  kind.name = read_names(fields, "name");
  kind.where = read_names(fields, "where");
  kind.rule = choose(fields, "rule", kDocumentRules);
  if (kind.rule == DocumentRule::MonthsFromIssue) kind.months = static_cast<int>(fields.whole("months", 1, 120));
  if (kind.rule == DocumentRule::TaxYear) kind.year_offset = static_cast<int>(fields.whole("year_offset", -5, 0));
  if (kind.rule == DocumentRule::Refused || kind.rule == DocumentRule::Ask) kind.use_instead = fields.text("use_instead");
  kind.tax = fields.flag("tax", false);
  kind.office = fields.flag("office", false);
  kind.scan = fields.flag("scan", true);
  kind.masked = fields.flag("masked", false);
  kind.entity = optional_entity(fields);
  kind.source = read_source(fields);
  return kind;
}

void read_needs(Fields& top, Pack& pack) {
  const std::vector<std::string> frames = ids_of(pack.frames);
  const std::vector<std::string> kinds = ids_of(pack.documents);
  pack.needs = read_list<DocumentNeed>(top, "need", [&](Fields& fields) {
    DocumentNeed need;
    need.id = fields.text("id");
    need.name = read_names(fields, "name");
    need.entity = optional_entity(fields).value_or(Entity::Corporation);
    if (!fields.has("entity")) fields.complain("entity", "missing");
    need.frames = read_references(fields, "frames", frames, "frame");
    need.any_of = read_references(fields, "any_of", kinds, "document");
    if (need.any_of.empty()) fields.complain("any_of", "names no document");
    for (const std::string& id : need.any_of) {
      const DocumentKind* kind = pack.document(id);
      if (kind != nullptr && kind->rule == DocumentRule::Refused) fields.complain("any_of", "\"" + id + "\" is a refused look-alike");
    }
    if (fields.has("when")) need.when = choose(fields, "when", kWhens);
    need.source = read_source(fields);
    return need;
  });
}

}  // namespace

void read_steps(Fields& top, Pack& pack) {
  const std::vector<std::string> frames = ids_of(pack.frames);
  std::vector<std::string> seen;
  pack.steps = read_list<Step>(top, "step", [&](Fields& fields) {
    Step step = read_step(fields, frames);
    if (contains(seen, step.id)) fields.complain("id", "\"" + step.id + "\" is there twice");
    seen.push_back(step.id);
    const bool dated = step.kind == StepKind::Gbizid || step.kind == StepKind::SecurityAction;
    if (dated && step.leads.empty()) fields.complain("lead", "missing: the plan counts with it");
    if (step.kind == StepKind::SecurityAction && step.ids.empty()) fields.complain("ids", "missing: how an ID looks");
    return step;
  });
  for (const Frame& frame : pack.frames) {
    for (const auto& [kind, name] : {std::pair{StepKind::Gbizid, "gbizid"}, std::pair{StepKind::SecurityAction, "security_action"}}) {
      if (pack.step(kind, frame.id) == nullptr) top.complain("step", "none of kind " + std::string(name) + " for frame " + frame.id);
    }
  }
}

void read_papers(Fields& top, Pack& pack) {
  pack.tax_items = read_list<TaxItem>(top, "tax_item", [](Fields& fields) {
    TaxItem item;
    item.id = fields.text("id");
    item.name = read_names(fields, "name");
    item.entity = optional_entity(fields);
    return item;
  });
  // Stand-ins may be named before they are described, so the names are gathered first.
  std::vector<std::string> kinds;
  for (const Node* node : top.tables("document")) {
    const Node* id = node->find("id");
    if (id != nullptr && id->string() != nullptr) kinds.push_back(*id->string());
  }
  std::vector<std::string> seen;
  pack.documents = read_list<DocumentKind>(top, "document", [&](Fields& fields) {
    DocumentKind kind = read_document(fields);
    if (contains(seen, kind.id)) fields.complain("id", "\"" + kind.id + "\" is there twice");
    seen.push_back(kind.id);
    if (!kind.use_instead.empty() && !contains(kinds, kind.use_instead)) {
      fields.complain("use_instead", "\"" + kind.use_instead + "\" is no document of this pack");
    }
    return kind;
  });
  read_needs(top, pack);
  pack.contacts = read_list<Contact>(top, "contact", [](Fields& fields) {
    Contact contact;
    contact.id = fields.text("id");
    contact.value = fields.text("value");
    contact.from = fields.date("from");
    contact.until = fields.optional_date("until");
    contact.source = read_source(fields);
    if (contact.until && *contact.until < contact.from) fields.complain("until", "before it begins");
    return contact;
  });
}

}  // namespace desk::catalog
