// Where a rule comes from, in words for the applicant: the official paper, its place, and the day on which this desk last held it
// against its sources. The pack's contacts name the papers' addresses; a doubtful source is said to be one.
#pragma once

#include <string>

#include "kiosk/screens/scene.h"

namespace desk::screens {

struct RuleSource {
  std::string words;     // "公募要領 2-2-2(1)① （2026年9月20日確認）"
  std::string address;   // of the paper or the programme's site; empty: the pack names none
  bool doubtful = false; // 要確認
};

// `clause` may be empty.
[[nodiscard]] RuleSource rule_source(const Scene& scene, const std::string& clause);
// Of the question on show: its clause where the pack has one.
[[nodiscard]] RuleSource source_of_question(const Scene& scene);

}  // namespace desk::screens
