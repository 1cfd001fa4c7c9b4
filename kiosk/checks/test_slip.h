// 点検票: the result of a self-test as a slip. Its words are those of the screen and of desk-ctl (data/text/device_words.h).
#pragma once

#include <string>

#include "data/config/desk_config.h"
#include "data/text/text_catalog.h"
#include "kiosk/flow/self_test.h"
#include "printer/receipt_model.h"

namespace desk::checks {

struct SlipFacts {
  const config::DeskConfig& config;
  CivilMinute now;                // JST
  std::string staff;              // who tested
  bool training = false;
  std::string address;            // in the QR, to be read by a phone
};
[[nodiscard]] printer::ReceiptModel test_slip(const flow::SelfTestState& test, const text::Words& words, const SlipFacts& facts);

}  // namespace desk::checks
