// visit.json: what a visit came to, for people and scripts that look at a tour. No name, no full number, no code.
#pragma once

#include <string>
#include <vector>

#include "data/base/document.h"
#include "kiosk/shell/open_desk.h"

namespace desk::shell {

struct VisitReport {
  Node root;                            // answers, verdict, estimate, plan, states
  struct File { std::string name; std::int64_t bytes; };
  std::vector<File> files;
  std::string page_address;             // as the slip's QR holds it, which lies in the same folder
  bool page_checklist = false;          // the page opened with the slip's address
  int page_files = 0;                   // PDFs that opened with the grant
};

[[nodiscard]] VisitReport report_of(OpenDesk& desk);
[[nodiscard]] Done write_report(const VisitReport& report, const std::string& path);

}  // namespace desk::shell
