// 点検票: the result of a self-test as a slip and as lines. The words are the same on paper, on the screen and from desk-ctl.
#pragma once

#include <string>

#include "data/config/desk_config.h"
#include "data/text/text_catalog.h"
#include "kiosk/flow/self_test.h"
#include "printer/receipt_model.h"

namespace desk::checks {

// What was found, in a sentence: "白い紙に、すじが1本あります（左から42mm）。"
[[nodiscard]] std::string found_words(const text::Words& words, const std::string& note, const flow::WordArguments& arguments);
// The one-line cure; empty where there is nothing to do.
[[nodiscard]] std::string cure_words(const text::Words& words, const std::string& note, const std::optional<StaffCode>& code);

struct SlipFacts {
  const config::DeskConfig& config;
  CivilMinute now;                // JST
  std::string staff;              // who tested
  bool training = false;
  std::string address;            // in the QR, to be read by a phone
};
[[nodiscard]] printer::ReceiptModel test_slip(const flow::SelfTestState& test, const text::Words& words, const SlipFacts& facts);

}  // namespace desk::checks
