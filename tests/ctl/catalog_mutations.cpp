#include "tests/ctl/catalog_mutations.h"

namespace desk::ctl::test {

using namespace catalog;

Pack pack_with_one_of_everything() {
  const Names named{"名", "な", "name"};
  Pack pack{};
  pack.year = 2026;
  pack.name = named;
  pack.applies_from = make_date(2026, 1, 29);
  pack.verified = make_date(2026, 9, 20);

  Frame frame;
  frame.id = "normal";
  frame.name = {"通常枠", "ふつうの わく", "Normal"};
  frame.functions = {"accounting"};
  frame.processes.push_back({"sales", named, false, {}});
  frame.estimate.rates.push_back({Ratio{1, 2}, std::nullopt, std::nullopt});
  Band band;
  band.id = "lower";
  frame.estimate.bands.push_back(band);
  Tranche tranche;
  tranche.rates.push_back({Ratio{3, 4}, std::nullopt, std::nullopt});
  frame.estimate.tranches.push_back(tranche);
  frame.estimate.hardware.push_back({"pc", named, Ratio{1, 2}, Yen{100'000}, {}});
  frame.estimate.group = GroupRule{};
  Round round{};
  round.id = "5";
  round.open = {make_date(2026, 8, 26), 0};
  round.deadline = {make_date(2026, 9, 29), 17 * 60};
  round.verified = make_date(2026, 9, 20);
  frame.rounds.push_back(round);
  frame.undated.push_back({"6", std::nullopt, {}});
  frame.near_minimum_wage.push_back({"months", make_date(2026, 1, 29), named, {}});
  pack.frames.push_back(frame);
  Frame other;
  other.id = "security";
  other.name = {"セキュリティ枠", "セキュリティの わく", "Security"};
  pack.frames.push_back(other);

  Industry industry;
  industry.id = "retail";
  industry.name = named;
  pack.industries.push_back(industry);
  Exclusion exclusion;
  exclusion.id = "large_owner";
  exclusion.question = named;
  pack.exclusions.push_back(exclusion);
  RepeatRule repeat;
  repeat.id = "twelve_months";
  pack.repeats.push_back(repeat);
  pack.requirements.push_back({"mobile", "カ", named, RequirementKind::Ask, {}, {}});
  pack.bonuses.push_back({"navi", named, {}, std::nullopt, {}});

  Step step;
  step.id = "gbizid";
  step.name = step.how = named;
  step.leads.push_back({make_date(2026, 1, 1), 14, std::nullopt, std::nullopt, false, {}});
  step.ids.push_back({11, "", IdVerdict::Ready, {}});
  pack.steps.push_back(step);

  pack.tax_items.push_back({"corporate_tax", named, std::nullopt});
  DocumentKind document;
  document.id = "registry_full";
  document.name = document.where = named;
  document.evidence.push_back({"receipt_stamp", named, std::nullopt, "", {}});
  pack.documents.push_back(document);
  DocumentNeed need;
  need.id = "registry";
  need.name = named;
  pack.needs.push_back(need);
  pack.files.application_numbers.push_back({"KSS04", 7, {}, {}});

  pack.contacts.push_back({"site", "it-shien.smrj.go.jp", make_date(2026, 1, 1), std::nullopt, {}});
  pack.purposes.push_back({"accounting", named, "normal", "", {}});
  pack.procedure.push_back({"apply", named, Hands::Both, {}});
  pack.statuses.push_back({"draft", "作成中", named, {}, {}});
  EffectReport report;
  report.text = named;
  pack.effect_reports.push_back(report);
  return pack;
}

std::vector<Mutation> every_mutation() {
  const Date day = make_date(2027, 2, 3);
  const CivilMinute minute{day, 12 * 60};
  const Names words{"別", "べつ", "other"};
  return {
      {"pack", "name", [words](Pack& p) { p.name = words; }},
      {"pack", "applies_from", [day](Pack& p) { p.applies_from = day; }},
      {"pack", "verified", [day](Pack& p) { p.verified = day; }},
      {"pack", "prep_days", [](Pack& p) { p.prep_days = 77; }},
      {"pack", "source", [](Pack& p) { p.source.text = "X-99"; }},
      {"pack", "confidence", [](Pack& p) { p.source.confidence = Confidence::High; }},
      {"frame", "family", [](Pack& p) { p.frames[0].family = "other"; }},
      {"frame", "name", [words](Pack& p) { p.frames[0].name = words; }},
      {"frame", "summary", [](Pack& p) { p.frames[0].summary.en = "only in English"; }},
      {"frame", "any_size", [](Pack& p) { p.frames[0].any_size = true; }},
      {"frame", "functions", [](Pack& p) { p.frames[0].functions = {"accounting", "payment"}; }},
      {"frame", "source", [](Pack& p) { p.frames[0].source.text = "X-99"; }},
      {"frame", "confidence", [](Pack& p) { p.frames[0].source.confidence = Confidence::High; }},
      {"process", "name", [words](Pack& p) { p.frames[0].processes[0].name = words; }},
      {"process", "generic", [](Pack& p) { p.frames[0].processes[0].generic = true; }},
      {"process", "source", [](Pack& p) { p.frames[0].processes[0].source.text = "X-99"; }},
      {"process", "confidence", [](Pack& p) { p.frames[0].processes[0].source.confidence = Confidence::High; }},
      {"tool", "most_tools", [](Pack& p) { p.frames[0].tool.most_tools = 1; }},
      {"tool", "cloud_years", [](Pack& p) { p.frames[0].tool.cloud_years = 3; }},
      {"tool", "hardware", [](Pack& p) { p.frames[0].tool.hardware = true; }},
      {"estimate", "method", [](Pack& p) { p.frames[0].estimate.method = Method::Group; }},
      {"estimate", "cap", [](Pack& p) { p.frames[0].estimate.cap = Yen{77}; }},
      {"estimate", "qualifying_functions", [](Pack& p) { p.frames[0].estimate.qualifying_functions = 77; }},
      {"estimate", "source", [](Pack& p) { p.frames[0].estimate.source.text = "X-99"; }},
      {"estimate", "confidence", [](Pack& p) { p.frames[0].estimate.source.confidence = Confidence::High; }},
      {"rate", "rate", [](Pack& p) { p.frames[0].estimate.rates[0].rate = Ratio{7, 9}; }},
      {"rate", "size", [](Pack& p) { p.frames[0].estimate.rates[0].size = Size::Micro; }},
      {"rate", "near_minimum_wage", [](Pack& p) { p.frames[0].estimate.rates[0].near_minimum_wage = true; }},
      {"rate", "rate", [](Pack& p) { p.frames[0].estimate.tranches[0].rates[0].rate = Ratio{7, 9}; }},
      {"rate", "size", [](Pack& p) { p.frames[0].estimate.tranches[0].rates[0].size = Size::Micro; }},
      {"rate", "near_minimum_wage", [](Pack& p) { p.frames[0].estimate.tranches[0].rates[0].near_minimum_wage = true; }},
      {"band", "min_processes", [](Pack& p) { p.frames[0].estimate.bands[0].min_processes = 4; }},
      {"band", "floor", [](Pack& p) { p.frames[0].estimate.bands[0].floor.amount = Yen{77}; }},
      {"band", "floor_inclusive", [](Pack& p) { p.frames[0].estimate.bands[0].floor.inclusive = false; }},
      {"band", "cap", [](Pack& p) { p.frames[0].estimate.bands[0].cap.amount = Yen{77}; }},
      {"band", "cap_inclusive", [](Pack& p) { p.frames[0].estimate.bands[0].cap.inclusive = false; }},
      {"band", "wage_plan", [](Pack& p) { p.frames[0].estimate.bands[0].wage_plan = true; }},
      {"band", "near_wage_check", [](Pack& p) { p.frames[0].estimate.bands[0].near_wage_check = true; }},
      {"band", "source", [](Pack& p) { p.frames[0].estimate.bands[0].source.text = "X-99"; }},
      {"band", "confidence", [](Pack& p) { p.frames[0].estimate.bands[0].source.confidence = Confidence::High; }},
      {"tranche", "up_to", [](Pack& p) { p.frames[0].estimate.tranches[0].up_to = Yen{77}; }},
      {"tranche", "min_functions", [](Pack& p) { p.frames[0].estimate.tranches[0].min_functions = 2; }},
      {"tranche", "source", [](Pack& p) { p.frames[0].estimate.tranches[0].source.text = "X-99"; }},
      {"tranche", "confidence", [](Pack& p) { p.frames[0].estimate.tranches[0].source.confidence = Confidence::High; }},
      {"hardware", "name", [words](Pack& p) { p.frames[0].estimate.hardware[0].name = words; }},
      {"hardware", "rate", [](Pack& p) { p.frames[0].estimate.hardware[0].rate = Ratio{7, 9}; }},
      {"hardware", "cap", [](Pack& p) { p.frames[0].estimate.hardware[0].cap = Yen{77}; }},
      {"hardware", "source", [](Pack& p) { p.frames[0].estimate.hardware[0].source.text = "X-99"; }},
      {"hardware", "confidence", [](Pack& p) { p.frames[0].estimate.hardware[0].source.confidence = Confidence::High; }},
      {"group", "min_members", [](Pack& p) { p.frames[0].estimate.group->min_members = 77; }},
      {"group", "joint_cap", [](Pack& p) { p.frames[0].estimate.group->joint_cap = Yen{77}; }},
      {"group", "analysis_rate", [](Pack& p) { p.frames[0].estimate.group->analysis_rate = Ratio{7, 9}; }},
      {"group", "analysis_per_member", [](Pack& p) { p.frames[0].estimate.group->analysis_per_member = Yen{77}; }},
      {"group", "admin_rate", [](Pack& p) { p.frames[0].estimate.group->admin_rate = Ratio{7, 9}; }},
      {"group", "admin_cap", [](Pack& p) { p.frames[0].estimate.group->admin_cap = Yen{77}; }},
      {"group", "admin_share", [](Pack& p) { p.frames[0].estimate.group->admin_share = Ratio{7, 9}; }},
      {"group", "tools_per_member", [](Pack& p) { p.frames[0].estimate.group->tools_per_member = true; }},
      {"round", "open", [minute](Pack& p) { p.frames[0].rounds[0].open = minute; }},
      {"round", "deadline", [minute](Pack& p) { p.frames[0].rounds[0].deadline = minute; }},
      {"round", "decision", [day](Pack& p) { p.frames[0].rounds[0].decision = day; }},
      {"round", "report", [day](Pack& p) { p.frames[0].rounds[0].report = day; }},
      {"round", "planned", [](Pack& p) { p.frames[0].rounds[0].planned = true; }},
      {"round", "verified", [day](Pack& p) { p.frames[0].rounds[0].verified = day; }},
      {"round", "source", [](Pack& p) { p.frames[0].rounds[0].source.text = "X-99"; }},
      {"round", "confidence", [](Pack& p) { p.frames[0].rounds[0].source.confidence = Confidence::High; }},
      {"undated", "decision", [day](Pack& p) { p.frames[0].undated[0].decision = day; }},
      {"undated", "source", [](Pack& p) { p.frames[0].undated[0].source.text = "X-99"; }},
      {"undated", "confidence", [](Pack& p) { p.frames[0].undated[0].source.confidence = Confidence::High; }},
      {"condition", "from", [day](Pack& p) { p.frames[0].near_minimum_wage[0].from = day; }},
      {"condition", "text", [words](Pack& p) { p.frames[0].near_minimum_wage[0].text = words; }},
      {"condition", "source", [](Pack& p) { p.frames[0].near_minimum_wage[0].source.text = "X-99"; }},
      {"condition", "confidence", [](Pack& p) { p.frames[0].near_minimum_wage[0].source.confidence = Confidence::High; }},
      {"industry", "name", [words](Pack& p) { p.industries[0].name = words; }},
      {"industry", "capital", [](Pack& p) { p.industries[0].capital = Yen{77}; }},
      {"industry", "employees", [](Pack& p) { p.industries[0].employees = 77; }},
      {"industry", "micro", [](Pack& p) { p.industries[0].micro = 77; }},
      {"industry", "micro_leisure", [](Pack& p) { p.industries[0].micro_leisure = 77; }},
      {"industry", "by_main_trade", [](Pack& p) { p.industries[0].by_main_trade = true; }},
      {"industry", "trade", [](Pack& p) { p.industries[0].trade = true; }},
      {"industry", "source", [](Pack& p) { p.industries[0].source.text = "X-99"; }},
      {"industry", "confidence", [](Pack& p) { p.industries[0].source.confidence = Confidence::High; }},
      {"exclusion", "clause", [](Pack& p) { p.exclusions[0].clause = "other"; }},
      {"exclusion", "question", [words](Pack& p) { p.exclusions[0].question = words; }},
      {"exclusion", "measure", [](Pack& p) { p.exclusions[0].measure = Measure::Fraction; }},
      {"exclusion", "operator", [](Pack& p) { p.exclusions[0].op = Operator::AtLeast; }},
      {"exclusion", "fraction", [](Pack& p) { p.exclusions[0].fraction = Ratio{7, 9}; }},
      {"exclusion", "amount", [](Pack& p) { p.exclusions[0].amount = Yen{77}; }},
      {"exclusion", "frames", [](Pack& p) { p.exclusions[0].frames = {"normal"}; }},
      {"exclusion", "source", [](Pack& p) { p.exclusions[0].source.text = "X-99"; }},
      {"exclusion", "confidence", [](Pack& p) { p.exclusions[0].source.confidence = Confidence::High; }},
      {"repeat", "kind", [](Pack& p) { p.repeats[0].kind = RepeatKind::OncePerYear; }},
      {"repeat", "clause", [](Pack& p) { p.repeats[0].clause = "other"; }},
      {"repeat", "frames", [](Pack& p) { p.repeats[0].frames = {"normal"}; }},
      {"repeat", "same_as", [](Pack& p) { p.repeats[0].same_as = {"invoice"}; }},
      {"repeat", "months", [](Pack& p) { p.repeats[0].months = 77; }},
      {"repeat", "first_year", [](Pack& p) { p.repeats[0].first_year = 77; }},
      {"repeat", "last_year", [](Pack& p) { p.repeats[0].last_year = 77; }},
      {"repeat", "micro_exempt", [](Pack& p) { p.repeats[0].micro_exempt = {"security"}; }},
      {"repeat", "source", [](Pack& p) { p.repeats[0].source.text = "X-99"; }},
      {"repeat", "confidence", [](Pack& p) { p.repeats[0].source.confidence = Confidence::High; }},
      {"combination", "kind", [](Pack& p) { p.combination.kind = CombinationKind::OneInAll; }},
      {"combination", "clause", [](Pack& p) { p.combination.clause = "other"; }},
      {"combination", "not_same_tool", [](Pack& p) { p.combination.not_same_tool = {{"normal", "security"}}; }},
      {"combination", "source", [](Pack& p) { p.combination.source.text = "X-99"; }},
      {"combination", "confidence", [](Pack& p) { p.combination.source.confidence = Confidence::High; }},
      {"requirement", "clause", [](Pack& p) { p.requirements[0].clause = "other"; }},
      {"requirement", "text", [words](Pack& p) { p.requirements[0].text = words; }},
      {"requirement", "kind", [](Pack& p) { p.requirements[0].kind = RequirementKind::Oath; }},
      {"requirement", "frames", [](Pack& p) { p.requirements[0].frames = {"normal"}; }},
      {"requirement", "source", [](Pack& p) { p.requirements[0].source.text = "X-99"; }},
      {"requirement", "confidence", [](Pack& p) { p.requirements[0].source.confidence = Confidence::High; }},
      {"bonus", "name", [words](Pack& p) { p.bonuses[0].name = words; }},
      {"bonus", "frames", [](Pack& p) { p.bonuses[0].frames = {"normal"}; }},
      {"bonus", "from", [day](Pack& p) { p.bonuses[0].from = day; }},
      {"bonus", "source", [](Pack& p) { p.bonuses[0].source.text = "X-99"; }},
      {"bonus", "confidence", [](Pack& p) { p.bonuses[0].source.confidence = Confidence::High; }},
      {"step", "kind", [](Pack& p) { p.steps[0].kind = StepKind::Navi; }},
      {"step", "name", [words](Pack& p) { p.steps[0].name = words; }},
      {"step", "how", [words](Pack& p) { p.steps[0].how = words; }},
      {"step", "url", [](Pack& p) { p.steps[0].url = "other"; }},
      {"step", "minutes", [](Pack& p) { p.steps[0].minutes = 77; }},
      {"step", "frames", [](Pack& p) { p.steps[0].frames = {"normal"}; }},
      {"step", "required", [](Pack& p) { p.steps[0].required = false; }},
      {"step", "source", [](Pack& p) { p.steps[0].source.text = "X-99"; }},
      {"step", "confidence", [](Pack& p) { p.steps[0].source.confidence = Confidence::High; }},
      {"lead", "from", [day](Pack& p) { p.steps[0].leads[0].from = day; }},
      {"lead", "days", [](Pack& p) { p.steps[0].leads[0].days = 77; }},
      {"lead", "usual_days", [](Pack& p) { p.steps[0].leads[0].usual_days = 77; }},
      {"lead", "online_days", [](Pack& p) { p.steps[0].leads[0].online_days = 77; }},
      {"lead", "after_gbizid", [](Pack& p) { p.steps[0].leads[0].after_gbizid = true; }},
      {"lead", "source", [](Pack& p) { p.steps[0].leads[0].source.text = "X-99"; }},
      {"lead", "confidence", [](Pack& p) { p.steps[0].leads[0].source.confidence = Confidence::High; }},
      {"id_format", "digits", [](Pack& p) { p.steps[0].ids[0].digits = 77; }},
      {"id_format", "prefix", [](Pack& p) { p.steps[0].ids[0].prefix = "other"; }},
      {"id_format", "verdict", [](Pack& p) { p.steps[0].ids[0].verdict = IdVerdict::Redo; }},
      {"id_format", "source", [](Pack& p) { p.steps[0].ids[0].source.text = "X-99"; }},
      {"id_format", "confidence", [](Pack& p) { p.steps[0].ids[0].source.confidence = Confidence::High; }},
      {"tax_item", "name", [words](Pack& p) { p.tax_items[0].name = words; }},
      {"tax_item", "entity", [](Pack& p) { p.tax_items[0].entity = Entity::Sole; }},
      {"document", "name", [words](Pack& p) { p.documents[0].name = words; }},
      {"document", "where", [words](Pack& p) { p.documents[0].where = words; }},
      {"document", "rule", [](Pack& p) { p.documents[0].rule = DocumentRule::Ask; }},
      {"document", "months", [](Pack& p) { p.documents[0].months = 77; }},
      {"document", "year_offset", [](Pack& p) { p.documents[0].year_offset = -2; }},
      {"document", "tax", [](Pack& p) { p.documents[0].tax = true; }},
      {"document", "office", [](Pack& p) { p.documents[0].office = true; }},
      {"document", "masked", [](Pack& p) { p.documents[0].masked = true; }},
      {"document", "scan", [](Pack& p) { p.documents[0].scan = false; }},
      {"document", "use_instead", [](Pack& p) { p.documents[0].use_instead = "registry_full"; }},
      {"document", "entity", [](Pack& p) { p.documents[0].entity = Entity::Sole; }},
      {"document", "source", [](Pack& p) { p.documents[0].source.text = "X-99"; }},
      {"document", "confidence", [](Pack& p) { p.documents[0].source.confidence = Confidence::High; }},
      {"evidence", "name", [words](Pack& p) { p.documents[0].evidence[0].name = words; }},
      {"evidence", "until_tax_year", [](Pack& p) { p.documents[0].evidence[0].until_tax_year = 2024; }},
      {"evidence", "with", [](Pack& p) { p.documents[0].evidence[0].with = "registry_full"; }},
      {"evidence", "source", [](Pack& p) { p.documents[0].evidence[0].source.text = "X-99"; }},
      {"evidence", "confidence", [](Pack& p) { p.documents[0].evidence[0].source.confidence = Confidence::High; }},
      {"need", "name", [words](Pack& p) { p.needs[0].name = words; }},
      {"need", "party", [](Pack& p) { p.needs[0].party = Party::Partner; }},
      {"need", "entity", [](Pack& p) { p.needs[0].entity = Entity::Sole; }},
      {"need", "frames", [](Pack& p) { p.needs[0].frames = {"security"}; }},
      {"need", "any_of", [](Pack& p) { p.needs[0].any_of = {"registry_full"}; }},
      {"need", "when", [](Pack& p) { p.needs[0].when = When::UpperBand; }},
      {"need", "source", [](Pack& p) { p.needs[0].source.text = "X-99"; }},
      {"need", "confidence", [](Pack& p) { p.needs[0].source.confidence = Confidence::High; }},
      {"files", "official_bytes", [](Pack& p) { p.files.official_bytes = 77; }},
      {"files", "most_bytes", [](Pack& p) { p.files.most_bytes = 77; }},
      {"files", "source", [](Pack& p) { p.files.source.text = "X-99"; }},
      {"files", "confidence", [](Pack& p) { p.files.source.confidence = Confidence::High; }},
      {"application_number", "prefix", [](Pack& p) { p.files.application_numbers[0].prefix = "other"; }},
      {"application_number", "characters", [](Pack& p) { p.files.application_numbers[0].characters = 77; }},
      {"application_number", "frames", [](Pack& p) { p.files.application_numbers[0].frames = {"normal"}; }},
      {"application_number", "source", [](Pack& p) { p.files.application_numbers[0].source.text = "X-99"; }},
      {"application_number", "confidence", [](Pack& p) { p.files.application_numbers[0].source.confidence = Confidence::High; }},
      {"contact", "value", [](Pack& p) { p.contacts[0].value = "other"; }},
      {"contact", "from", [day](Pack& p) { p.contacts[0].from = day; }},
      {"contact", "until", [day](Pack& p) { p.contacts[0].until = day; }},
      {"contact", "source", [](Pack& p) { p.contacts[0].source.text = "X-99"; }},
      {"contact", "confidence", [](Pack& p) { p.contacts[0].source.confidence = Confidence::High; }},
      {"purpose", "name", [words](Pack& p) { p.purposes[0].name = words; }},
      {"purpose", "frame", [](Pack& p) { p.purposes[0].frame = "security"; }},
      {"purpose", "function", [](Pack& p) { p.purposes[0].function = "other"; }},
      {"purpose", "source", [](Pack& p) { p.purposes[0].source.text = "X-99"; }},
      {"purpose", "confidence", [](Pack& p) { p.purposes[0].source.confidence = Confidence::High; }},
      {"procedure", "name", [words](Pack& p) { p.procedure[0].name = words; }},
      {"procedure", "hands", [](Pack& p) { p.procedure[0].hands = Hands::Vendor; }},
      {"procedure", "source", [](Pack& p) { p.procedure[0].source.text = "X-99"; }},
      {"procedure", "confidence", [](Pack& p) { p.procedure[0].source.confidence = Confidence::High; }},
      {"status", "shown", [](Pack& p) { p.statuses[0].shown = "other"; }},
      {"status", "meaning", [words](Pack& p) { p.statuses[0].meaning = words; }},
      {"status", "next", [](Pack& p) { p.statuses[0].next = {"sent"}; }},
      {"status", "source", [](Pack& p) { p.statuses[0].source.text = "X-99"; }},
      {"status", "confidence", [](Pack& p) { p.statuses[0].source.confidence = Confidence::High; }},
      {"effect_report", "covers_from", [day](Pack& p) { p.effect_reports[0].covers_from = day; }},
      {"effect_report", "covers_to", [day](Pack& p) { p.effect_reports[0].covers_to = day; }},
      {"effect_report", "window_from", [day](Pack& p) { p.effect_reports[0].window_from = day; }},
      {"effect_report", "window_to", [day](Pack& p) { p.effect_reports[0].window_to = day; }},
      {"effect_report", "frames", [](Pack& p) { p.effect_reports[0].frames = {"normal"}; }},
      {"effect_report", "text", [words](Pack& p) { p.effect_reports[0].text = words; }},
      {"effect_report", "source", [](Pack& p) { p.effect_reports[0].source.text = "X-99"; }},
      {"effect_report", "confidence", [](Pack& p) { p.effect_reports[0].source.confidence = Confidence::High; }},
      {"portal", "invitation_hours", [](Pack& p) { p.portal.invitation_hours = 77; }},
      {"portal", "resend_minutes", [](Pack& p) { p.portal.resend_minutes = 77; }},
      {"portal", "inspection_days", [](Pack& p) { p.portal.inspection_days = 77; }},
      {"portal", "payment_days", [](Pack& p) { p.portal.payment_days = 77; }},
      {"portal", "project_months", [](Pack& p) { p.portal.project_months = 77; }},
      {"portal", "source", [](Pack& p) { p.portal.source.text = "X-99"; }},
      {"portal", "confidence", [](Pack& p) { p.portal.source.confidence = Confidence::High; }},
  };
}

}  // namespace desk::ctl::test
