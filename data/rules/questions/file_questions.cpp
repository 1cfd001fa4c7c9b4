// Files: their size, and the bundles of many trading partners (factbook 5.4, 5.5).
#include "data/rules/documents.h"
#include "data/rules/files.h"
#include "data/rules/questions/groups.h"

namespace desk::rules {
namespace {

using catalog::Entity;

// "9.5": megabytes of a million bytes, rounded up to a tenth, so that nothing looks smaller than it is.
std::string megabytes(std::int64_t bytes) {
  const std::int64_t tenths = (bytes + 99'999) / 100'000;
  return std::to_string(tenths / 10) + (tenths % 10 == 0 ? "" : "." + std::to_string(tenths % 10));
}

// What each trading partner hands in, in the portal's order; a corporation's papers first.
std::vector<const catalog::DocumentNeed*> partner_needs(const Asked& asked) {
  auto out = partner_documents(asked.pack(), asked.frame(), Entity::Corporation);
  const auto sole = partner_documents(asked.pack(), asked.frame(), Entity::Sole);
  out.insert(out.end(), sole.begin(), sole.end());
  return out;
}

}  // namespace

Result<Said> file_too_big(const Asked& asked) {
  const catalog::FileRules& files = asked.pack().files;
  Said said{"file_too_big", "how", {{"limit", megabytes(files.most_bytes)}, {"official", megabytes(files.official_bytes)}}, files.source};
  if (const auto bytes = asked.inputs.bytes) {
    said.code = *bytes <= files.most_bytes ? "fits" : *bytes <= files.official_bytes ? "near" : "too_big";
    said.args.push_back({"size", megabytes(*bytes)});
    if (said.code == "fits") return said;
  }
  said.add({"file_too_big", "rescan", {}, files.source});
  // Two rules of ten megabytes (trap T-18): a certificate that alone is too big is announced by telephone, partners' papers are split.
  if (asked.inputs.entity != Entity::Sole) {
    said.add({"file_too_big", "call_first", {{"official", megabytes(files.official_bytes)}}, {"S0 2-9", catalog::Confidence::High}});
  }
  if (!partner_needs(asked).empty()) said.add({"file_too_big", "split_partners", {}, {"S0 2-14", catalog::Confidence::High}});
  return said;
}

Result<Said> many_partners(const Asked& asked) {
  const auto needs = partner_needs(asked);
  if (needs.empty()) {
    // A frame that counts partners' accounts does ask for their papers; which, no source said for every year (factbook 11, open).
    const bool counts = asked.frame().estimate.method == catalog::Method::AccountShare;
    return Said{"many_partners", counts ? "list_unknown" : "not_here", {{"frame", asked.frame().name}}, asked.frame().source};
  }
  const catalog::FileRules& files = asked.pack().files;
  Said said{"many_partners", "order", {}, files.source};
  said.add({"many_partners", "label", {}, files.source});
  for (const catalog::DocumentNeed* need : needs) {
    const char* code = need->entity == Entity::Corporation ? "need_corporation" : "need_sole";
    said.add({"many_partners", code, {{"need", need->name}}, need->source});
  }
  said.add({"many_partners", "number_order", {}, files.source});
  std::string number = placeholder_number(asked.pack(), &asked.frame());
  if (asked.inputs.application_number) {
    const ApplicationNumber typed = application_number(asked.pack(), &asked.frame(), *asked.inputs.application_number);
    if (!typed.ok) return fail(Failure{StaffCode::BadInput, "application_number", "not the form of an application number"});
    number = typed.number;
  } else if (application_number_form(asked.pack(), &asked.frame()) == nullptr) {
    said.add({"many_partners", "number_unknown", {}, files.source});
  }
  // Three are enough to see how it goes on; how many there will be, the sizes decide (rules/bundles.h).
  for (const int n : {1, 2, 3}) {
    said.add({"many_partners", "file", {{"slot", std::int64_t{n}}, {"file", bundle_file_name(number, n)}}, files.source});
  }
  said.add({"many_partners", "size", {{"limit", megabytes(files.most_bytes)}}, files.source});
  return said;
}

}  // namespace desk::rules
