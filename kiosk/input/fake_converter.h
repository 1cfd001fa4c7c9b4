// FakeConverter: a converter that knows the words it is given, with handles for everything that happens to a real one. Keeps the same
// contract (tests/input/converter_contract_test.cpp).
#pragma once

#include <map>

#include "kiosk/input/converter.h"

namespace desk::input {

class FakeConverter final : public Converter {
 public:
  explicit FakeConverter(std::map<std::string, std::vector<std::string>> words) : words_(std::move(words)) {}

  // ---- faults
  bool missing = false;        // not installed: begin() fails
  int silent_answers = 0;      // the next answers do not come in time
  int dies_after = -1;         // convert() calls until it is gone; -1: it lives. It can be begun again

  [[nodiscard]] Done begin() override;
  [[nodiscard]] Result<std::vector<Secret>> convert(std::string_view hiragana) override;
  void end() override;
  [[nodiscard]] std::string home() const override { return ready_ ? "memory" : ""; }

 private:
  std::map<std::string, std::vector<std::string>> words_;
  bool ready_ = false;
};

}  // namespace desk::input
