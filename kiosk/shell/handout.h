// What leaves the desk with the applicant: the slip's model and the page's model, both made from the same visit, so that paper and phone
// say the same. Pure; the loop's thread makes them while it has the model, workers draw and seal them.
#pragma once

#include "auth/page_model.h"
#include "data/config/desk_config.h"
#include "kiosk/flow/assessment.h"
#include "kiosk/flow/model.h"
#include "printer/receipt_model.h"
#include "kiosk/screens/visit_words.h"

namespace desk::shell {

struct HandoutFacts {
  const config::DeskConfig& config;
  const catalog::Pack& pack;
  const text::Words& words;
  const flow::Model& model;
  const flow::Assessment& assessment;
  CivilMinute today;                 // of the rules
  WallTime wall;
  std::string official_address;
  bool stale = false;                // the pack's facts are old, or no round is known after today
  bool training = false;
};

// What the slip's QR and the link say, e.g. "https://desk.example.jp/a/<token>"; without a page an address that only this desk reads.
[[nodiscard]] std::string slip_address(const config::DeskConfig& config, const LinkToken& token);

[[nodiscard]] printer::ReceiptModel slip_model(const HandoutFacts& facts, flow::SlipKind slip);
[[nodiscard]] auth::PageModel page_model(const HandoutFacts& facts);

}  // namespace desk::shell
