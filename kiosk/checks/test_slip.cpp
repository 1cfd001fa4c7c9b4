#include "kiosk/checks/test_slip.h"

#include "data/text/device_words.h"

namespace desk::checks {
namespace {

printer::Mark mark_of(flow::TestOutcome outcome) {
  switch (outcome) {
    case flow::TestOutcome::Good: return printer::Mark::Done;
    case flow::TestOutcome::Bad: return printer::Mark::Fault;
    case flow::TestOutcome::Care:
    case flow::TestOutcome::Running:
    case flow::TestOutcome::Asking: return printer::Mark::Ask;
    case flow::TestOutcome::Absent:
    case flow::TestOutcome::Open:
    case flow::TestOutcome::Skipped: return printer::Mark::Open;
  }
  return printer::Mark::Open;
}

}  // namespace

printer::ReceiptModel test_slip(const flow::SelfTestState& test, const text::Words& words, const SlipFacts& facts) {
  printer::ReceiptModel slip;
  slip.kind = printer::SlipKind::SelfTest;
  slip.site_name = facts.config.site.name;
  slip.corner = facts.config.site.corner;
  slip.issued = facts.now;
  slip.tested_by = facts.staff;
  slip.link_address = facts.address;
  slip.demonstration = facts.config.demonstration && !facts.training;
  slip.training = facts.training;
  for (const flow::TestItem item : flow::kTestItems) {
    const flow::TestResult& result = test.of(item);
    printer::CheckedItem row;
    row.label = words("test.item." + std::string(flow::name_of(item)));
    if (item == flow::TestItem::Printer && !flow::is_settled(result.outcome)) {
      // The paper cannot know how it comes out: who reads this line has the answer.
      row.state = words("test.outcome.this_paper");
      row.mark = printer::Mark::Ask;
    } else {
      row.state = words("test.outcome." + std::string(flow::name_of(result.outcome)));
      if (result.code) row.state += " " + to_string(*result.code);
      row.mark = mark_of(result.outcome);
    }
    slip.checked.push_back(std::move(row));
    if (result.outcome != flow::TestOutcome::Bad && result.outcome != flow::TestOutcome::Care) continue;
    std::string what = text::found_words(words, result.note, result.arguments);
    const std::string cure = text::cure_words(words, result.note, result.code);
    if (!cure.empty()) what += (what.empty() ? "" : "\n") + cure;
    if (!what.empty()) slip.todos.push_back({"", what});
  }
  return slip;
}

}  // namespace desk::checks
