// Tax certificates and tax returns (factbook 5.2).
#include <algorithm>

#include "data/rules/documents.h"
#include "data/rules/filing.h"
#include "data/rules/questions/groups.h"

namespace desk::rules {
namespace {

using catalog::DocumentKind;
using catalog::DocumentNeed;
using catalog::DocumentRule;
using catalog::Entity;

// Only e-Tax, the receipt number and その2 are left when no office stamps any more (factbook 5.2).
constexpr std::string_view kStamp = "receipt_stamp";

bool entity_is_asked(const Asked& asked, Entity entity) { return !asked.inputs.entity || *asked.inputs.entity == entity; }

const DocumentNeed* tax_need(const Asked& asked, Entity entity) {
  for (const DocumentNeed* need : required_documents(asked.pack(), asked.frame(), entity)) {
    for (const std::string& id : need->any_of) {
      const DocumentKind* kind = asked.pack().document(id);
      if (kind != nullptr && kind->tax) return need;
    }
  }
  return nullptr;
}

// "法人は法人税", "個人は所得税": which tax the certificate must name. Answers with the needs found.
std::vector<const DocumentNeed*> add_items(const Asked& asked, const std::string& topic, Said& said) {
  std::vector<const DocumentNeed*> needs;
  for (const auto& [entity, code] : {std::pair{Entity::Corporation, "corporation"}, std::pair{Entity::Sole, "sole"}}) {
    if (!entity_is_asked(asked, entity)) continue;
    const DocumentNeed* need = tax_need(asked, entity);
    if (need == nullptr) continue;
    needs.push_back(need);
    for (const catalog::TaxItem& item : asked.pack().tax_items) {
      if (item.entity == entity) said.add({topic, code, {{"item", item.name}}, need->source});
    }
  }
  return needs;
}

}  // namespace

Result<Said> no_receipt_stamp(const Asked& asked) {
  const DocumentKind* tax_return = nullptr;
  for (const DocumentNeed* need : required_documents(asked.pack(), asked.frame(), asked.inputs.entity.value_or(Entity::Sole))) {
    for (const std::string& id : need->any_of) {
      const DocumentKind* kind = asked.pack().document(id);
      if (kind != nullptr && kind->rule == DocumentRule::TaxYear) tax_return = kind;
    }
  }
  if (tax_return == nullptr) return Said{"no_receipt_stamp", "not_needed", {}, asked.frame().source};

  const int year = asked.inputs.tax_year.value_or(asked.pack().year + tax_return->year_offset);
  Said said{"no_receipt_stamp", "ways",
            {{"year", std::to_string(year)}, {"reiwa", std::to_string(year - kBeforeReiwa)}, {"document", tax_return->name}},
            tax_return->source};
  for (const catalog::FilingEvidence& way : tax_return->evidence) {
    const bool over = !still_given(way, year);
    if (way.id == kStamp) {
      if (over) said.add({"no_receipt_stamp", "abolished", {{"year", std::to_string(year)}}, way.source});
      continue;  // it is the one that is not there
    }
    if (over) continue;
    Said line{"no_receipt_stamp", "way", {{"way", way.name}}, way.source};
    if (const DocumentKind* with = asked.pack().document(way.with); with != nullptr && with != tax_return) {
      line.code = "way_with";
      line.args.push_back({"document", with->name});
    }
    said.add(std::move(line));
  }
  const bool any_way = std::any_of(said.lines.begin(), said.lines.end(), [](const Said& line) { return line.code != "abolished"; });
  if (!any_way) said.code = "ask_first";
  said.add({"no_receipt_stamp", "accountant", {}, {"S0 2-13", catalog::Confidence::High}});
  return said;
}

Result<Said> zero_tax_certificate(const Asked& asked) {
  Said said{"zero_tax_certificate", "yes", {}, {"G-01", catalog::Confidence::Medium}};
  if (add_items(asked, "zero_tax_certificate", said).empty()) said.code = "not_needed";
  return said;
}

Result<Said> which_tax_certificate(const Asked& asked) {
  Said said{"which_tax_certificate", "this", {}, asked.frame().source};
  const auto needs = add_items(asked, "which_tax_certificate", said);
  if (needs.empty()) {
    said.code = "not_needed";
    return said;
  }
  said.source = needs.front()->source;
  std::vector<std::string> accepted;
  for (const DocumentNeed* need : needs) {
    for (const std::string& id : need->any_of) {
      if (std::find(accepted.begin(), accepted.end(), id) == accepted.end()) accepted.push_back(id);
    }
  }
  bool latest = false;
  for (const DocumentKind& kind : asked.pack().documents) {
    const bool taken = std::find(accepted.begin(), accepted.end(), kind.id) != accepted.end();
    latest = latest || (taken && kind.rule == DocumentRule::Latest);
    if (taken) said.add({"which_tax_certificate", "kind", {{"document", kind.name}, {"where", kind.where}}, kind.source});
  }
  for (const DocumentKind& kind : asked.pack().documents) {
    const bool alike = std::find(accepted.begin(), accepted.end(), kind.use_instead) != accepted.end();
    if (kind.rule == DocumentRule::Refused && alike) {
      said.add({"which_tax_certificate", "refused", {{"document", kind.name}}, kind.source});
    }
  }
  if (latest) said.add({"which_tax_certificate", "latest", {}, {"S0 2-10+S1", catalog::Confidence::High}});
  return said;
}

}  // namespace desk::rules
