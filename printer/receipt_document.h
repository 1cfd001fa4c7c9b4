// A slip's model written as JSON or TOML, for `desk-ctl receipt render` and for tests. The keys are the members' names.
#pragma once

#include <string>

#include "data/base/document.h"
#include "printer/receipt_model.h"

namespace desk::printer {

// Every complaint is BadInput and names file, line (TOML) and key; unknown keys are refused; the model has passed check_model.
[[nodiscard]] Result<ReceiptModel> read_receipt(const Node& node, const std::string& file);

}  // namespace desk::printer
