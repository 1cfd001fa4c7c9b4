// Pack: everything that one programme year fixes, as plain values read from packs/YEAR/pack.toml (see FORMAT.md).
// Nothing here is a rule of the program: rates, bounds, dates, step kinds, document lists and names are data, and each fact names where
// it was found and how far that place is to be trusted. Values only; safe to read from any thread once loaded.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "data/catalog/applicants.h"
#include "data/catalog/frame.h"
#include "data/catalog/names.h"
#include "data/catalog/offices.h"
#include "data/catalog/papers.h"
#include "data/catalog/procedure.h"
#include "data/catalog/steps.h"

namespace desk::catalog {

struct Pack {
  int year = 0;
  Names name;
  Date applies_from;  // the date picks the pack: the newest whose applies_from is not later
  Date verified;      // when the pack was last held against its sources
  Source source;
  int prep_days = 3;  // input with the vendor, factbook 12.1
  std::vector<Frame> frames;
  std::vector<Industry> industries;
  std::vector<Exclusion> exclusions;
  std::vector<RepeatRule> repeats;
  std::vector<Step> steps;
  std::vector<TaxItem> tax_items;
  std::vector<DocumentKind> documents;
  std::vector<DocumentNeed> needs;
  FileRules files;
  std::vector<Contact> contacts;
  std::vector<Purpose> purposes;
  CombinationRule combination;
  std::vector<Requirement> requirements;
  std::vector<Bonus> bonuses;
  std::vector<ProcedureStep> procedure;
  std::vector<Status> statuses;
  std::vector<EffectReport> effect_reports;
  PortalTimes portal;
  std::string file;  // for complaints and self-tests

  // Null when there is none of that id.
  [[nodiscard]] const Frame* frame(std::string_view id) const;
  [[nodiscard]] const Industry* industry(std::string_view id) const;
  [[nodiscard]] const Exclusion* exclusion(std::string_view id) const;
  [[nodiscard]] const DocumentKind* document(std::string_view id) const;
  // The step of that kind in that frame: 2024 asks for みらデジ in 通常枠 and gives points for it elsewhere.
  [[nodiscard]] const Step* step(StepKind kind, std::string_view frame) const;
  // The contact of that id on that date.
  [[nodiscard]] const Contact* contact(std::string_view id, const Date& on) const;
  // "2026 / 2026-09-20": what every printed figure names.
  [[nodiscard]] std::string stamp() const;
};

// The last row whose `from` is not later than `on`; null when none is.
[[nodiscard]] const Lead* lead_on(const Step& step, const Date& on);
[[nodiscard]] const Condition* near_minimum_wage_on(const Frame& frame, const Date& on);

}  // namespace desk::catalog
