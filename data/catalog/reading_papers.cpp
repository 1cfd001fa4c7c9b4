// papers.toml: what must be handed in, until when a paper is good, and how its file is named.
#include <algorithm>
#include <string>

#include "data/catalog/reading.h"

namespace desk::catalog {
namespace {

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

constexpr std::array<std::pair<std::string_view, Party>, 2> kParties = {{{"applicant", Party::Applicant}, {"partner", Party::Partner}}};

constexpr std::array<std::pair<std::string_view, PaperPicture>, 21> kPictures = {
    {{"sheet", PaperPicture::Sheet},
     {"registry_history", PaperPicture::RegistryHistory},
     {"registry_now", PaperPicture::RegistryNow},
     {"registry_extract", PaperPicture::RegistryExtract},
     {"registry_online", PaperPicture::RegistryOnline},
     {"tax_certificate", PaperPicture::TaxCertificate},
     {"local_tax", PaperPicture::LocalTax},
     {"tax_receipt", PaperPicture::TaxReceipt},
     {"data_sheet", PaperPicture::DataSheet},
     {"tax_return", PaperPicture::TaxReturn},
     {"statements", PaperPicture::Statements},
     {"resident_record", PaperPicture::ResidentRecord},
     {"licence", PaperPicture::Licence},
     {"driving_record", PaperPicture::DrivingRecord},
     {"number_card", PaperPicture::NumberCard},
     {"passport", PaperPicture::Passport},
     {"insurance_card", PaperPicture::InsuranceCard},
     {"mail_notice", PaperPicture::MailNotice},
     {"letter", PaperPicture::Letter},
     {"spread_sheet", PaperPicture::SpreadSheet},
     {"seal_certificate", PaperPicture::SealCertificate}}};

FilingEvidence read_evidence(Fields& fields, const std::vector<std::string>& kinds) {
  FilingEvidence evidence;
  evidence.id = read_id(fields);
  evidence.name = read_names(fields, "name");
  if (const auto year = fields.optional_whole("until_tax_year", 1989, 2100)) evidence.until_tax_year = static_cast<int>(*year);
  if (fields.has("with")) evidence.with = read_reference(fields, "with", kinds, "document");
  evidence.source = read_source(fields);
  return evidence;
}

DocumentKind read_document(Fields& fields, const std::vector<std::string>& kinds) {
  DocumentKind kind;
  kind.id = read_id(fields);
  kind.name = read_names(fields, "name");
  kind.where = read_names(fields, "where");
  kind.rule = choose(fields, "rule", kDocumentRules);
  if (kind.rule == DocumentRule::MonthsFromIssue) kind.months = static_cast<int>(fields.whole("months", 1, 120));
  if (kind.rule == DocumentRule::TaxYear) {
    kind.year_offset = static_cast<int>(fields.whole("year_offset", -5, 0));
    Once once;
    kind.evidence = read_list<FilingEvidence>(fields, "evidence", [&](Fields& row) {
      FilingEvidence evidence = read_evidence(row, kinds);
      once.check(row, evidence.id);
      return evidence;
    });
    if (kind.evidence.empty()) fields.complain("evidence", "missing: how filing is proved");
  }
  if (kind.rule == DocumentRule::Refused || kind.rule == DocumentRule::Ask) {
    kind.use_instead = read_reference(fields, "use_instead", kinds, "document");
    if (kind.use_instead == kind.id) fields.complain("use_instead", "names itself");
  }
  kind.tax = fields.flag("tax", false);
  kind.office = fields.flag("office", false);
  kind.scan = fields.flag("scan", true);
  kind.masked = fields.flag("masked", false);
  kind.entity = read_entity(fields);
  if (fields.has("picture")) kind.look.picture = choose(fields, "picture", kPictures);
  if (fields.has("printed")) kind.look.title = fields.text("printed");
  if (fields.has("mark")) kind.look.mark = fields.text("mark");
  kind.source = read_source(fields);
  return kind;
}

void read_documents(Fields& top, Pack& pack) {
  // Stand-ins may be named before they are described, so the names are gathered first.
  std::vector<std::string> kinds;
  for (const Node* node : top.tables("document")) {
    const Node* id = node->find("id");
    if (id != nullptr && id->string() != nullptr) kinds.push_back(*id->string());
  }
  Once once;
  pack.documents = read_list<DocumentKind>(top, "document", [&](Fields& fields) {
    DocumentKind kind = read_document(fields, kinds);
    once.check(fields, kind.id);
    return kind;
  });
  // What is named as the right paper must be one that is accepted; only now every rule is known.
  int index = 0;
  for (const Node* node : top.tables("document")) {
    const DocumentKind& kind = pack.documents[static_cast<std::size_t>(index)];
    Fields fields = top.sub(*node, "document", index++);
    const DocumentKind* meant = pack.document(kind.use_instead);
    if (meant != nullptr && (meant->rule == DocumentRule::Refused || meant->rule == DocumentRule::Ask)) {
      fields.complain("use_instead", "\"" + meant->id + "\" is not accepted itself");
    }
    if (fields.broken()) top.adopt(fields.finish());
  }
}

void check_kinds(Fields& fields, const DocumentNeed& need, const Pack& pack) {
  if (need.any_of.empty()) fields.complain("any_of", "names no document");
  for (const std::string& id : need.any_of) {
    const DocumentKind* kind = pack.document(id);
    if (kind == nullptr) continue;
    if (kind->rule == DocumentRule::Refused) fields.complain("any_of", "\"" + id + "\" is a refused look-alike");
    if (kind->entity && *kind->entity != need.entity) {
      fields.complain("any_of", "\"" + id + "\" is a paper of a " + std::string(code_of(*kind->entity)) + ", not of a " + std::string(code_of(need.entity)));
    }
  }
}

bool meet(const DocumentNeed& a, const DocumentNeed& b) {
  if (a.id != b.id || a.party != b.party || a.entity != b.entity) return false;
  return a.frames.empty() || b.frames.empty() ||
         std::any_of(a.frames.begin(), a.frames.end(), [&](const std::string& frame) { return contains(b.frames, frame); });
}

void read_needs(Fields& top, Pack& pack) {
  const std::vector<std::string> frames = ids_of(pack.frames);
  const std::vector<std::string> kinds = ids_of(pack.documents);
  std::vector<DocumentNeed> before;
  pack.needs = read_list<DocumentNeed>(top, "need", [&](Fields& fields) {
    DocumentNeed need;
    need.id = read_id(fields);
    need.name = read_names(fields, "name");
    if (fields.has("party")) need.party = choose(fields, "party", kParties);
    if (!fields.has("entity")) fields.complain("entity", "missing");
    need.entity = read_entity(fields).value_or(Entity::Corporation);
    need.frames = read_references(fields, "frames", frames, "frame");
    need.any_of = read_references(fields, "any_of", kinds, "document");
    check_kinds(fields, need, pack);
    if (fields.has("when")) need.when = choose(fields, "when", kWhens);
    need.source = read_source(fields);
    for (const DocumentNeed& other : before) {
      if (meet(need, other)) fields.complain("id", "\"" + need.id + "\" is asked for twice");
    }
    before.push_back(need);
    return need;
  });
  for (const std::string& frame : frames) {
    for (const Entity entity : {Entity::Corporation, Entity::Sole}) {
      const bool any = std::any_of(pack.needs.begin(), pack.needs.end(), [&](const DocumentNeed& need) {
        return need.party == Party::Applicant && need.entity == entity && (need.frames.empty() || contains(need.frames, frame));
      });
      if (!any) top.complain("need", "a " + std::string(code_of(entity)) + " hands in nothing in frame " + frame);
    }
  }
}

ApplicationNumberForm read_application_number(Fields& fields, const std::vector<std::string>& frames) {
  ApplicationNumberForm form;
  form.prefix = fields.text("prefix");
  const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  const bool shape = form.prefix.size() == 5 && std::all_of(form.prefix.begin(), form.prefix.begin() + 3, capital) &&
                     std::all_of(form.prefix.begin() + 3, form.prefix.end(), digit);
  if (!shape) fields.complain("prefix", "\"" + form.prefix + "\" is not three capitals and two digits");
  form.characters = static_cast<int>(fields.whole("characters", 1, 32));
  form.frames = read_references(fields, "frames", frames, "frame");
  if (form.frames.empty()) fields.complain("frames", "names no frame");
  form.source = read_source(fields);
  return form;
}

FileRules read_files(Fields& fields, const std::vector<std::string>& frames) {
  FileRules files;
  files.official_bytes = fields.whole("official_bytes", 1, 1'000'000'000);
  files.most_bytes = fields.whole("most_bytes", 1, 1'000'000'000);
  files.application_numbers = read_list<ApplicationNumberForm>(
      fields, "application_number", [&](Fields& form) { return read_application_number(form, frames); });
  files.source = read_source(fields);
  if (files.most_bytes > files.official_bytes) fields.complain("most_bytes", "above the official limit");
  return files;
}

}  // namespace

void read_papers(Fields& top, Pack& pack) {
  Once once;
  pack.tax_items = read_list<TaxItem>(top, "tax_item", [&](Fields& fields) {
    TaxItem item;
    item.id = read_id(fields);
    once.check(fields, item.id);
    item.name = read_names(fields, "name");
    item.entity = read_entity(fields);
    return item;
  });
  read_documents(top, pack);
  read_needs(top, pack);
  const std::vector<std::string> frames = ids_of(pack.frames);
  pack.files = read_table<FileRules>(top, "files", [&](Fields& fields) { return read_files(fields, frames); });
}

}  // namespace desk::catalog
