// The runner's orders for writing names: kana to kanji on a worker of its own, ended with the visit.
#include "kiosk/shell/log.h"
#include "kiosk/shell/runner.h"

namespace desk::shell {

// Started when the person comes to the name, so that the first word does not wait for it.
void Runner::prepare_conversion() {
  if (rooms_.converter == nullptr) return;
  input_worker_.post([this] {
    const Done ready = rooms_.converter->begin();
    conversion_fault_ = ready ? 0 : static_cast<int>(ready.error().code);
    if (!ready) log_failure("conversion", ready.error());
  });
}

void Runner::convert(Id id, Secret reading) {
  if (rooms_.converter == nullptr) {
    inbox_.push(flow::NotConverted{id, StaffCode::ConversionUnavailable});
    return;
  }
  // std::function wants what can be copied; the reading cannot.
  auto shared = std::make_shared<Secret>(std::move(reading));
  input_worker_.post([this, id, shared] {
    auto words = rooms_.converter->convert(shared->reveal());
    shared->clear();
    conversion_fault_ = words ? 0 : static_cast<int>(words.error().code);
    if (!words) {
      // Staff find it in the log and on their panel; the applicant is only told that kana will do.
      log_failure("conversion", words.error());
      inbox_.push(flow::NotConverted{id, words.error().code});
      return;
    }
    inbox_.push(flow::Converted{id, std::move(*words)});
  });
}

// Whoever heard the readings goes, and its home with it, before the next person can begin.
void Runner::end_conversion() {
  if (rooms_.converter == nullptr) return;
  input_worker_.post([this] { rooms_.converter->end(); });
}

std::optional<StaffCode> Runner::conversion_fault() const {
  const int code = conversion_fault_;
  return code == 0 ? std::nullopt : staff_code_from(code);
}

}  // namespace desk::shell
