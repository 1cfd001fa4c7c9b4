#include "printer/receipt_model.h"

namespace desk::printer {
namespace {

Failed<Failure> wrong(const char* field, const char* reason) {
  return fail(Failure{StaffCode::BadInput, std::string("receipt.") + field, reason});
}

bool real(const CivilMinute& minute) { return minute.date.ok() && minute.minute_of_day >= 0 && minute.minute_of_day < 24 * 60; }
bool real(const std::optional<Date>& date) { return !date || date->ok(); }

}  // namespace

Done check_model(const ReceiptModel& model) {
  if (model.site_name.empty()) return wrong("site_name", "empty");
  if (!real(model.issued)) return wrong("issued", "no such minute");
  if (const auto* round = std::get_if<TargetRound>(&model.target); round != nullptr && !real(round->deadline)) {
    return wrong("target.deadline", "no such minute");
  }
  if (model.next_code && !real(*model.next_code)) return wrong("next_code", "no such minute");
  if (!real(model.scans_until)) return wrong("scans_until", "no such day");
  if (!real(model.answers_until)) return wrong("answers_until", "no such day");
  if (!real(model.pack.verified)) return wrong("pack.verified", "no such day");
  switch (model.kind) {
    case SlipKind::Receipt:
    case SlipKind::Park:
      if (!model.number) return wrong("number", "this slip must carry the reception number");
      break;
    case SlipKind::Lookup:
      if (!model.addressee.empty() || !model.corporate_number.empty()) return wrong("addressee", "nothing was stored, so nobody is named");
      if (model.number) return wrong("number", "nothing was stored, so there is no number");
      if (!model.link_address.empty()) return wrong("link_address", "nothing was stored, so there is nothing to open");
      if (model.scans_until || model.answers_until) return wrong("answers_until", "nothing was stored");
      break;
    case SlipKind::SelfTest: break;
  }
  return {};
}

}  // namespace desk::printer
