// The calls about papers: which are needed, whether one may be used, how the filing of a tax return is proved.
#include <algorithm>

#include "data/rules/documents.h"
#include "data/rules/filing.h"
#include "data/rules/validity.h"
#include "kiosk/ctl/rules_calls.h"

namespace desk::ctl {
namespace {

Key tax_year_key(std::string fallback) {
  return {.name = "tax_year", .type = Type::Whole, .fallback = std::move(fallback), .about = "the year of income: 2025 is Reiwa 7", .low = 1989,
          .high = 2100};
}

std::vector<Key> validity_keys(Context&) {
  return {
      {.name = "kind", .type = Type::Text, .required = true, .about = "document kind of the pack"},
      entity_key(/*required=*/false),
      {.name = "issued", .type = Type::Date},
      {.name = "expires", .type = Type::Date},
      tax_year_key(""),
      {.name = "item", .type = Type::Text, .about = "tax item: corporate_tax, income_tax, consumption_tax, local_tax, or its name"},
      {.name = "form", .type = Type::Choice, .choices = {"paper", "pdf", "xml"}, .about = "how a tax certificate is there"},
      {.name = "evidence", .type = Type::Text,
       .about = "that a tax return was filed: a way of the pack (receipt_number, etax_notice, tax_2, ...), accountant_stamp or none"},
      {.name = "tax_2_year", .type = Type::Whole, .about = "the year of the tax certificate that stands for the stamp", .low = 1989, .high = 2100},
      {.name = "unavoidable", .type = Type::Flag, .about = "there is an unavoidable reason for a return one year older", .unknown_allowed = true},
      {.name = "names_differ", .type = Type::Flag, .fallback = "false", .about = "another paper carries a different name of the same person"},
      {.name = "on", .type = Type::Date, .fallback = "today", .about = "the day of submission"},
      {.name = "deadline", .type = Type::Date, .fallback = "on", .about = "the paper must hold on this day too"},
      year_key(/*required=*/false),
  };
}

std::optional<int> year_at(const Input& input, std::string_view key) {
  const auto year = input.whole(key);
  return year ? std::optional(static_cast<int>(*year)) : std::nullopt;
}

// The id of a tax item, also by its name.
Result<std::optional<std::string>> item_of(const Input& input, const catalog::Pack& pack) {
  using Item = std::optional<std::string>;
  const auto typed = input.text("item");
  if (!typed) return Item{};
  std::string known;
  for (const catalog::TaxItem& item : pack.tax_items) {
    if (item.id == *typed || item.name.ja == *typed || item.name.en == *typed) return Item{item.id};
    known += (known.empty() ? "" : ", ") + item.id;
  }
  return fail(bad_input("item", "\"" + *typed + "\" is no tax item of this pack (there are: " + known + ")"));
}

Result<const catalog::DocumentKind*> kind_at(const Input& input, std::string_view key, const catalog::Pack& pack) {
  const std::string id = input.text(key).value_or("");
  if (const catalog::DocumentKind* kind = pack.document(id)) return kind;
  return fail(bad_input(std::string(key), "\"" + id + "\" is no document of " + std::to_string(pack.year)));
}

Done check_evidence(const std::optional<std::string>& typed, const catalog::DocumentKind& kind) {
  if (!typed || *typed == "none" || *typed == rules::kAccountantStamp || rules::evidence_of(kind, *typed) != nullptr) return {};
  std::string known;
  for (const catalog::FilingEvidence& way : kind.evidence) known += way.id + ", ";
  return fail(bad_input("evidence", "\"" + *typed + "\" is none of " + known + std::string(rules::kAccountantStamp) + ", none"));
}

Result<Answer> run_validity(const Input& input, Context& context) {
  const auto pack = pack_of_year(input, context);
  if (!pack) return fail(pack.error());
  const auto kind = kind_at(input, "kind", **pack);
  if (!kind) return fail(kind.error());
  rules::ValidityInput question;
  question.kind = (*kind)->id;
  if (const auto entity = input.text("entity")) question.entity = catalog::entity_from(*entity);
  question.issued = input.date("issued");
  question.expires = input.date("expires");
  question.tax_year = year_at(input, "tax_year");
  const auto item = item_of(input, **pack);
  if (!item) return fail(item.error());
  question.item = *item;
  if (const auto form = input.text("form")) question.form = rules::form_from(*form);
  question.evidence = input.text("evidence");
  if (const auto known = check_evidence(question.evidence, **kind); !known) return fail(known.error());
  question.tax_2_year = year_at(input, "tax_2_year");
  question.unavoidable = input.flag("unavoidable");
  question.names_differ = input.flag("names_differ").value_or(false);
  question.on = input.date("on").value_or(context.today());
  question.deadline = input.date("deadline");
  if (question.deadline && *question.deadline < question.on) return fail(bad_input("deadline", "before `on`"));

  const rules::Validity answer = rules::validity(**pack, question);
  Node node;
  node.set("ok", flag_node(answer.ok));
  node.set("last_day", date_node(answer.last_day));
  node.set("reasons", texts_node(answer.reasons));
  node.set("warnings", texts_node(answer.warnings));
  node.set("issue_from", date_node(answer.issue_from));
  node.set("with", texts_node(answer.with));
  node.set("instead", answer.instead.empty() ? Node{} : text_node(answer.instead));
  node.set("pack", pack_node(**pack));
  return Answer{std::move(node)};
}

// ---- documents ----

std::vector<Key> documents_keys(Context&) {
  return {
      year_key(),
      frame_key(),
      entity_key(/*required=*/true),
      {.name = "party", .type = Type::Choice, .fallback = "applicant", .choices = {"applicant", "partner"}, .about = "whose papers"},
      {.name = "near_minimum_wage", .type = Type::Flag, .fallback = "false", .about = "the higher rate is claimed", .unknown_allowed = true},
      {.name = "upper_band", .type = Type::Flag, .fallback = "false", .about = "the amount lies in a band that asks for a wage plan",
       .unknown_allowed = true},
  };
}

std::string_view when_of(catalog::When when) {
  switch (when) {
    case catalog::When::Always: return "always";
    case catalog::When::NearMinimumWage: return "near_minimum_wage";
    case catalog::When::UpperBand: return "upper_band";
  }
  return "";
}

Result<Answer> run_documents(const Input& input, Context& context) {
  const auto found = pack_and_frame(input, context);
  if (!found) return fail(found.error());
  const catalog::Entity entity = *catalog::entity_from(*input.text("entity"));
  const auto party = input.text("party") == "partner" ? catalog::Party::Partner : catalog::Party::Applicant;
  // わからない lists the evidence as well: what turns out to be superfluous costs a walk, what is missing costs the round.
  const auto wage = input.flag_or_unknown("near_minimum_wage", false), band = input.flag_or_unknown("upper_band", false);
  Node list{Node::Value{Array{}}};
  for (const catalog::DocumentNeed* need :
       rules::required_documents(*found->pack, *found->frame, entity, wage.value_or(true), band.value_or(true), party)) {
    const bool sure = (need->when != catalog::When::NearMinimumWage || wage) && (need->when != catalog::When::UpperBand || band);
    Node node;
    node.set("need", text_node(need->id));
    node.set("name", text_node(need->name.ja));
    node.set("any_of", texts_node(need->any_of));
    node.set("when", text_node(when_of(need->when)));
    node.set("sure", flag_node(sure));
    node.set("source", text_node(need->source.text));
    node.set("confidence", text_node(catalog::code_of(need->source.confidence)));
    list.push(std::move(node));
  }
  Node node;
  node.set("documents", std::move(list));
  node.set("pack", pack_node(*found->pack));
  return Answer{std::move(node)};
}

// ---- filing ----

std::vector<Key> filing_keys(Context& context) {
  std::vector<Key> keys = {year_key(/*required=*/false), tax_year_key("the year that the pack asks for")};
  const auto catalogue = context.catalogue();
  if (!catalogue) return keys;  // the call itself will say why
  for (const catalog::Pack& pack : (*catalogue)->packs()) {
    const catalog::DocumentKind* kind = rules::filed_document(pack);
    if (kind == nullptr) continue;
    for (const catalog::FilingEvidence& way : kind->evidence) {
      const bool there = std::any_of(keys.begin(), keys.end(), [&](const Key& key) { return key.name == way.id; });
      if (!there) keys.push_back({.name = way.id, .type = Type::Flag, .fallback = "not asked yet", .about = way.name.en, .unknown_allowed = true});
    }
  }
  return keys;
}

Result<Answer> run_filing(const Input& input, Context& context) {
  const auto pack = pack_of_year(input, context);
  if (!pack) return fail(pack.error());
  const catalog::DocumentKind* kind = rules::filed_document(**pack);
  if (kind == nullptr) return fail(bad_input("year", "the pack of " + std::to_string((*pack)->year) + " asks for no tax return"));
  rules::FilingAnswers answers;
  answers.tax_year = year_at(input, "tax_year");
  for (const catalog::FilingEvidence& way : kind->evidence) {
    if (input.has(way.id)) answers.there.emplace(way.id, input.flag(way.id));
  }
  const rules::FilingAdvice advice = rules::filing_advice(**pack, *kind, answers);
  Node node;
  node.set("state", text_node(rules::code_of(advice.state)));
  node.set("evidence", advice.evidence == nullptr ? Node{} : text_node(advice.evidence->id));
  node.set("with", texts_node(advice.with));
  node.set("gone", texts_node(advice.gone));
  node.set("unsure", texts_node(advice.unsure));
  node.set("code", text_node(advice.code));
  node.set("pack", pack_node(**pack));
  return Answer{std::move(node)};
}

}  // namespace

Verb validity_verb() {
  Verb verb = rules_verb("validity", "whether a paper may be used, and until when");
  verb.keys = validity_keys;
  verb.answers = {"ok", "last_day", "reasons", "warnings", "issue_from", "with", "instead", "pack[year verified]"};
  verb.run = run_validity;
  return verb;
}

Verb documents_verb() {
  Verb verb = rules_verb("documents", "which papers an applicant or a trading partner hands in");
  verb.keys = documents_keys;
  verb.answers = {"documents[need name any_of when sure source confidence]", "pack[year verified]"};
  verb.run = run_documents;
  return verb;
}

Verb filing_verb() {
  Verb verb = rules_verb("filing", "how it is proved that a tax return was filed: the next question, or the way out");
  verb.keys = filing_keys;
  verb.answers = {"state", "evidence", "with", "gone", "unsure", "code", "pack[year verified]"};
  verb.run = run_filing;
  return verb;
}

}  // namespace desk::ctl
