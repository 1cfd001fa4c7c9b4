// What the scanner's judge found, as the flow and the screens name it (text keys finding.<code>), and as the store keeps it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kiosk/flow/model.h"
#include "scanner/judge.h"

namespace desk::shell {

[[nodiscard]] std::vector<flow::PageFinding> words_of(const std::vector<scanner::Finding>& findings);
[[nodiscard]] std::string_view word_of(scanner::FindingCode code);

[[nodiscard]] std::string findings_to_json(const std::vector<scanner::Finding>& findings);
[[nodiscard]] std::vector<scanner::Finding> findings_from_json(std::string_view json);  // what cannot be read is left out

}  // namespace desk::shell
