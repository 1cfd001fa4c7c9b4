// Reads the page as the applicant's phone would: the address of the slip's QR, then the one-time grant of the done screen, then the PDFs.
#pragma once

#include <string>
#include <vector>

#include "data/base/result.h"

namespace desk::shell {

struct PhoneFindings {
  int files = 0;  // PDFs that opened
};

// Fails with what is wrong: no checklist, the reception number not on it, a PDF that is none, or a grant that works twice.
[[nodiscard]] Result<PhoneFindings> read_as_phone(const std::string& address, const std::string& grant, const std::string& reception);

}  // namespace desk::shell
