// A small year in code: the papers of 商流一括 as factbook 5.1, 5.2 and 5.4 give them, so that the rules are tested apart from the data.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "data/catalog/pack.h"

namespace desk::rules {

inline catalog::DocumentKind paper(std::string id, catalog::DocumentRule rule) {
  catalog::DocumentKind kind;
  kind.id = std::move(id);
  kind.rule = rule;
  if (rule == catalog::DocumentRule::MonthsFromIssue) kind.months = 3;
  return kind;
}

inline catalog::DocumentNeed need(std::string id, catalog::Party party, catalog::Entity entity, std::vector<std::string> any_of) {
  catalog::DocumentNeed out;
  out.id = std::move(id);
  out.party = party;
  out.entity = entity;
  out.frames = party == catalog::Party::Partner ? std::vector<std::string>{"supply-chain"} : std::vector<std::string>{};
  out.any_of = std::move(any_of);
  return out;
}

inline catalog::Pack pack_of_papers(int year = 2023) {
  using catalog::DocumentRule;
  using catalog::Entity;
  using catalog::Party;
  catalog::Pack pack;
  pack.year = year;
  for (const char* id : {"supply-chain", "normal"}) {
    catalog::Frame frame;
    frame.id = id;
    pack.frames.push_back(std::move(frame));
  }
  catalog::TaxItem corporate, income, consumption;
  corporate.id = "corporate_tax";
  corporate.entity = Entity::Corporation;
  income.id = "income_tax";
  income.entity = Entity::Sole;
  consumption.id = "consumption_tax";
  pack.tax_items = {corporate, income, consumption};

  catalog::DocumentKind registry = paper("registry_full", DocumentRule::MonthsFromIssue);
  registry.entity = Entity::Corporation;
  catalog::DocumentKind tax_1 = paper("tax_1", DocumentRule::Latest), tax_2 = paper("tax_2", DocumentRule::Latest);
  tax_1.tax = tax_2.tax = tax_1.office = tax_2.office = true;
  catalog::DocumentKind licence = paper("licence", DocumentRule::NotExpired), record = paper("driving_record", DocumentRule::Undated);
  catalog::DocumentKind resident = paper("resident_record", DocumentRule::MonthsFromIssue);
  licence.entity = record.entity = resident.entity = Entity::Sole;
  catalog::DocumentKind tax_return = paper("tax_return", DocumentRule::TaxYear);
  tax_return.year_offset = -1;
  tax_return.entity = Entity::Sole;
  const auto way = [](std::string id, std::string with, std::optional<int> until = std::nullopt) {
    catalog::FilingEvidence out;
    out.id = std::move(id);
    out.with = std::move(with);
    out.until_tax_year = until;
    return out;
  };
  tax_return.evidence = {way("receipt_stamp", "", 2023), way("receipt_number", ""), way("etax_notice", "etax_notice"), way("tax_2", "tax_2"),
                         way("association_letter", "association_letter")};
  catalog::DocumentKind tax_3 = paper("tax_3", DocumentRule::Refused);
  tax_3.use_instead = "tax_1";
  catalog::DocumentKind chip = paper("mynumber_licence", DocumentRule::Ask);
  chip.use_instead = "resident_record";
  pack.documents = {registry, tax_1, tax_2, licence, record, resident, tax_return, tax_3, chip,
                    paper("etax_notice", DocumentRule::Undated), paper("association_letter", DocumentRule::Undated),
                    paper("wage_report", DocumentRule::Undated), paper("wage_plan", DocumentRule::Undated)};

  const std::vector<std::string> tax = {"tax_1", "tax_2"}, identity = {"licence", "driving_record", "resident_record"};
  for (const Party party : {Party::Applicant, Party::Partner}) {
    pack.needs.push_back(need("registry", party, Entity::Corporation, {"registry_full"}));
    pack.needs.push_back(need("tax_certificate", party, Entity::Corporation, tax));
    pack.needs.push_back(need("identity", party, Entity::Sole, identity));
    pack.needs.push_back(need("tax_certificate", party, Entity::Sole, tax));
    pack.needs.push_back(need("tax_return", party, Entity::Sole, {"tax_return"}));
  }
  catalog::DocumentNeed wage = need("wage_report", Party::Applicant, Entity::Corporation, {"wage_report"});
  wage.when = catalog::When::NearMinimumWage;
  catalog::DocumentNeed plan = need("wage_plan", Party::Applicant, Entity::Corporation, {"wage_plan"});
  plan.when = catalog::When::UpperBand;
  pack.needs.push_back(wage);
  pack.needs.push_back(plan);

  catalog::ApplicationNumberForm form;
  form.prefix = "KSS04";
  form.frames = {"supply-chain"};
  pack.files.application_numbers.push_back(form);
  return pack;
}

}  // namespace desk::rules
