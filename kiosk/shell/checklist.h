// The checklist that goes with exported files: in plain text, what is done, what is missing, which file is which.
#pragma once

#include <string>
#include <vector>

#include "data/store/store.h"
#include "data/text/text_catalog.h"
#include "kiosk/flow/assessment.h"

namespace desk::shell {

struct ChecklistFacts {
  const text::Words& words;
  const catalog::Pack& pack;
  const flow::Answers& answers;
  const flow::Assessment& assessment;
  CivilMinute today;           // of the rules
  WallTime wall;
  std::string site_name;
  ReceptionNumber reception;
  std::vector<store::File> files;
  bool sample = false;         // demonstration or training: nothing in it may be taken for real
};
[[nodiscard]] std::string checklist_text(const ChecklistFacts& facts);

}  // namespace desk::shell
