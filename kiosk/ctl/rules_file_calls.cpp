// The calls about files: application numbers, file names, sizes, and the bundles of trading partners' papers.
#include <utility>

#include "data/base/fields.h"
#include "data/rules/bundles.h"
#include "data/rules/files.h"
#include "kiosk/ctl/rules_calls.h"

namespace desk::ctl {
namespace {

constexpr std::int64_t kMostBytes = 1'000'000'000'000;
constexpr std::int64_t kMostPartners = 9'999;

Key optional_frame_key() {
  Key key = frame_key();
  key.required = false;
  key.fallback = "any frame";
  return key;
}

// The pack and, when named, the frame.
Result<PackAndFrame> pack_and_optional_frame(const Input& input, Context& context) {
  if (input.has("frame")) return pack_and_frame(input, context);
  const auto pack = pack_of_year(input, context);
  if (!pack) return fail(pack.error());
  return PackAndFrame{*pack, nullptr};
}

// Without a year the pack that knows the number's prefix, the newest first; else the one that the date picks.
template <class Ask>
auto asked_of_any_pack(const Input& input, Context& context, Ask&& ask) -> Result<std::pair<const catalog::Pack*, decltype(ask(PackAndFrame{}))>> {
  const auto chosen = pack_and_optional_frame(input, context);
  if (!chosen) return fail(chosen.error());
  auto answer = ask(*chosen);
  if (!input.has("year") && !input.has("frame")) {
    const auto catalogue = context.catalogue();
    if (!catalogue) return fail(catalogue.error());
    const auto& packs = (*catalogue)->packs();
    for (auto pack = packs.rbegin(); pack != packs.rend(); ++pack) {
      auto other = ask(PackAndFrame{&*pack, nullptr});
      if (other.warnings.size() < answer.warnings.size()) return std::pair{&*pack, std::move(other)};
    }
  }
  return std::pair{chosen->pack, std::move(answer)};
}


// ---- application number ----

Result<Answer> run_application_number(const Input& input, Context& context) {
  const std::string typed = *input.text("number");
  const auto found = asked_of_any_pack(input, context, [&](const PackAndFrame& with) { return rules::application_number(*with.pack, with.frame, typed); });
  if (!found) return fail(found.error());
  const rules::ApplicationNumber& answer = found->second;
  Node node;
  node.set("ok", flag_node(answer.ok));
  node.set("number", text_or_null(answer.number));
  node.set("reason", text_or_null(answer.reason));
  node.set("warnings", texts_node(answer.warnings));
  node.set("pack", pack_node(*found->first));
  return Answer{std::move(node)};
}

// ---- file name ----

std::vector<Key> file_name_keys(Context&) {
  return {
      {.name = "name", .type = Type::Text, .about = "a name to check; or number and n, to make one"},
      {.name = "number", .type = Type::Text, .about = "application number"},
      {.name = "n", .type = Type::Whole, .fallback = "1", .about = "which bundle", .low = 1, .high = 9'999},
      year_key(/*required=*/false),
      optional_frame_key(),
  };
}

Node file_name_node(const rules::FileName& answer, const catalog::Pack& pack) {
  Node node;
  node.set("ok", flag_node(answer.ok));
  node.set("name", text_or_null(answer.name));
  node.set("number", text_or_null(answer.number));
  node.set("n", answer.n == 0 ? Node{} : Node{answer.n});
  node.set("reasons", texts_node(answer.reasons));
  node.set("warnings", texts_node(answer.warnings));
  node.set("pack", pack_node(pack));
  return node;
}

Result<Answer> run_file_name(const Input& input, Context& context) {
  if (input.has("name") == input.has("number")) return fail(bad_input(input.has("name") ? "number" : "name", "either `name` or `number`"));
  if (input.has("name") && input.has("n")) return fail(bad_input("n", "belongs to `number`"));
  if (input.has("number")) {
    const auto number = asked_of_any_pack(input, context, [&](const PackAndFrame& with) {
      return rules::application_number(*with.pack, with.frame, *input.text("number"));
    });
    if (!number) return fail(number.error());
    if (!number->second.ok) return fail(bad_input("number", number->second.reason));
    const int n = static_cast<int>(input.whole("n").value_or(1));
    return Answer{file_name_node({true, rules::bundle_file_name(number->second.number, n), number->second.number, n, {}, number->second.warnings},
                                 *number->first)};
  }
  const auto found = asked_of_any_pack(input, context, [&](const PackAndFrame& with) {
    return rules::check_file_name(*with.pack, with.frame, *input.text("name"));
  });
  if (!found) return fail(found.error());
  return Answer{file_name_node(found->second, *found->first)};
}

// ---- file size ----

std::vector<Key> file_size_keys(Context&) {
  return {
      {.name = "bytes", .type = Type::Whole, .unit = "bytes", .required = true, .low = 0, .high = kMostBytes},
      {.name = "party", .type = Type::Choice, .fallback = "applicant", .choices = {"applicant", "partner"},
       .about = "an applicant's own paper, or a bundle of partners' papers"},
      year_key(/*required=*/false),
  };
}

Result<Answer> run_file_size(const Input& input, Context& context) {
  const auto pack = pack_of_year(input, context);
  if (!pack) return fail(pack.error());
  const auto party = input.text("party") == "partner" ? catalog::Party::Partner : catalog::Party::Applicant;
  const rules::FileSize answer = rules::file_size((*pack)->files, party, *input.whole("bytes"));
  Node node;
  node.set("ok", flag_node(answer.ok));
  node.set("reasons", texts_node(answer.reasons));
  node.set("warnings", texts_node(answer.warnings));
  node.set("limit", Node{Node::Value{(*pack)->files.official_bytes}});
  node.set("desk_limit", Node{Node::Value{(*pack)->files.most_bytes}});
  node.set("pack", pack_node(**pack));
  return Answer{std::move(node)};
}

// ---- bundle ----

std::vector<Key> bundle_keys(Context&) {
  return {
      year_key(),
      frame_key(),
      {.name = "partners", .type = Type::List, .required = true,
       .about = "[{entity, documents: [{kind, bytes, page_bytes}], partner}]; partner: its number in the account list, else its place here"},
      {.name = "number", .type = Type::Text, .fallback = "X's", .about = "application number, for the file names"},
  };
}

rules::PartnerPaper paper_of(Fields& fields, const catalog::Pack& pack) {
  rules::PartnerPaper paper;
  paper.kind = fields.text("kind");
  if (!paper.kind.empty() && pack.document(paper.kind) == nullptr) fields.complain("kind", "no document of this pack");
  paper.bytes = fields.whole("bytes", 1, kMostBytes);
  if (const Node* pages = fields.child("page_bytes"); pages != nullptr) {
    for (const Node& page : pages->array() != nullptr ? *pages->array() : Array{}) {
      const std::int64_t bytes = page.integer() != nullptr ? *page.integer() : 0;
      if (bytes < 1 || bytes > kMostBytes) fields.complain("page_bytes", "whole numbers of bytes were expected");
      paper.page_bytes.push_back(bytes);
    }
    if (paper.page_bytes.empty()) fields.complain("page_bytes", "a list of whole numbers was expected");
  }
  return paper;
}

Result<std::vector<rules::Partner>> partners_of(const Node& list, const catalog::Pack& pack) {
  std::vector<rules::Partner> out;
  for (std::size_t i = 0; i < list.array()->size(); ++i) {
    const std::string place = "[" + std::to_string(i + 1) + "]";
    Fields fields((*list.array())[i], "partners", StaffCode::BadInput, place);
    rules::Partner partner;
    partner.number = static_cast<int>(fields.whole("partner", 1, kMostPartners, static_cast<std::int64_t>(i) + 1));
    partner.entity = catalog::entity_from(fields.choice("entity", {"corporation", "sole"})).value_or(catalog::Entity::Corporation);
    const std::vector<const Node*> documents = fields.tables("documents");
    for (std::size_t k = 0; k < documents.size(); ++k) {
      Fields each = fields.sub(*documents[k], "documents", static_cast<int>(k));
      partner.papers.push_back(paper_of(each, pack));
      fields.adopt(each);
    }
    if (auto done = fields.finish(); !done) return fail(bad_input("partners", done.error().reason));
    out.push_back(std::move(partner));
  }
  return out;
}

Node reasons_node(const std::vector<rules::Reason>& reasons) {
  Node list{Node::Value{Array{}}};
  for (const rules::Reason& reason : reasons) {
    Node node;
    node.set("code", text_node(reason.code));
    for (const auto& [name, value] : reason.args) node.set(name, text_node(value));
    list.push(std::move(node));
  }
  return list;
}

Node bundle_node(const rules::Bundle& bundle, const std::string& number) {
  Node node;
  node.set("name", text_node(rules::bundle_file_name(number, bundle.n)));
  node.set("slot", Node{bundle.n});
  node.set("bytes", Node{Node::Value{bundle.bytes}});
  Node& pieces = node.set("documents", Node{Node::Value{Array{}}});
  for (const rules::BundlePiece& piece : bundle.pieces) {
    Node each;
    each.set("partner", Node{piece.partner});
    each.set("kind", text_node(piece.kind));
    each.set("bytes", Node{Node::Value{piece.bytes}});
    if (piece.first_page > 0) {
      each.set("first_page", Node{piece.first_page});
      each.set("last_page", Node{piece.last_page});
    }
    pieces.push(std::move(each));
  }
  return node;
}

Result<Answer> run_bundle(const Input& input, Context& context) {
  const auto found = pack_and_frame(input, context);
  if (!found) return fail(found.error());
  std::string number = rules::placeholder_number(*found->pack, found->frame);
  std::vector<std::string> number_warnings = {"number_placeholder"};
  if (const auto typed = input.text("number")) {
    const rules::ApplicationNumber read = rules::application_number(*found->pack, found->frame, *typed);
    if (!read.ok) return fail(bad_input("number", read.reason));
    number = read.number;
    number_warnings = read.warnings;
  }
  const auto partners = partners_of(*input.node("partners"), *found->pack);
  if (!partners) return fail(partners.error());
  const rules::BundlePlan plan = rules::bundle_plan(*found->pack, *found->frame, *partners);
  Node node;
  node.set("ok", flag_node(plan.ok));
  Node& bundles = node.set("bundles", Node{Node::Value{Array{}}});
  for (const rules::Bundle& bundle : plan.bundles) bundles.push(bundle_node(bundle, number));
  node.set("reasons", reasons_node(plan.reasons));
  Node warnings = reasons_node(plan.warnings);
  for (const std::string& code : number_warnings) {
    Node warning;
    warning.set("code", text_node(code));
    warnings.push(std::move(warning));
  }
  node.set("warnings", std::move(warnings));
  node.set("limit", Node{Node::Value{found->pack->files.official_bytes}});
  node.set("desk_limit", Node{Node::Value{found->pack->files.most_bytes}});
  node.set("pack", pack_node(*found->pack));
  return Answer{std::move(node)};
}

}  // namespace

Verb application_number_verb() {
  Verb verb = rules_verb("application-number", "whether a typed application number has the portal's form");
  verb.keys = [](Context&) {
    return std::vector<Key>{{.name = "number", .type = Type::Text, .required = true, .about = "e.g. KSS04-1234567"},
                            year_key(/*required=*/false),
                            optional_frame_key()};
  };
  verb.answers = {"ok", "number", "reason", "warnings", "pack[year verified]"};
  verb.positional = "number";
  verb.run = run_application_number;
  return verb;
}

Verb file_name_verb() {
  Verb verb = rules_verb("file-name", "makes or checks the name of a bundle of partners' papers");
  verb.keys = file_name_keys;
  verb.answers = {"ok", "name", "number", "n", "reasons", "warnings", "pack[year verified]"};
  verb.positional = "name";
  verb.run = run_file_name;
  return verb;
}

Verb file_size_verb() {
  Verb verb = rules_verb("file-size", "whether the portal takes a file of that size, and the way out");
  verb.keys = file_size_keys;
  verb.answers = {"ok", "reasons", "warnings", "limit", "desk_limit", "pack[year verified]"};
  verb.run = run_file_size;
  return verb;
}

Verb bundle_verb() {
  Verb verb = rules_verb("bundle", "plans the files of trading partners' papers");
  verb.keys = bundle_keys;
  verb.answers = {"ok",       "bundles[name slot bytes documents[partner kind bytes first_page last_page]]",
                  "reasons[code partner document need]", "warnings[code partner document]", "limit", "desk_limit", "pack[year verified]"};
  verb.run = run_bundle;
  return verb;
}

}  // namespace desk::ctl
