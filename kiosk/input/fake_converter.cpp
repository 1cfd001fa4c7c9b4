#include "kiosk/input/fake_converter.h"

#include "kiosk/input/kana.h"

namespace desk::input {
namespace {

Failure unavailable(std::string reason) { return {StaffCode::ConversionUnavailable, "conversion", std::move(reason)}; }

}  // namespace

Done FakeConverter::begin() {
  if (missing) return fail(unavailable("not installed"));
  ready_ = true;
  return {};
}

Result<std::vector<Secret>> FakeConverter::convert(std::string_view hiragana) {
  if (auto ready = begin(); !ready) return fail(ready.error());
  if (!all_hiragana(hiragana)) return fail(unavailable("not a reading"));
  if (silent_answers > 0) {
    --silent_answers;
    end();
    return fail(unavailable("no answer in time"));
  }
  if (dies_after == 0) {
    dies_after = -1;
    end();
    return fail(unavailable("it has ended"));
  }
  if (dies_after > 0) --dies_after;
  const auto found = words_.find(std::string(hiragana));
  if (found == words_.end()) return std::vector<Secret>();
  return names_among({found->second.begin(), found->second.end()}, hiragana);
}

void FakeConverter::end() { ready_ = false; }

}  // namespace desk::input
