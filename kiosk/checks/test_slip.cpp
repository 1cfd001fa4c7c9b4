#include "kiosk/checks/test_slip.h"

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

std::string found_words(const text::Words& words, const std::string& note, const flow::WordArguments& arguments) {
  if (note.empty()) return {};
  text::Arguments spoken;
  for (const auto& [name, value] : arguments) {
    std::string said = value;
    if (name == "places") {
      // Names of places become words: "左上・右".
      said.clear();
      std::string_view rest = value;
      while (!rest.empty()) {
        const auto space = std::min(rest.find(' '), rest.size());
        said += (said.empty() ? "" : words("device.place.and")) + words("device.place." + std::string(rest.substr(0, space)));
        rest.remove_prefix(std::min(space + 1, rest.size()));
      }
    } else if (name == "date" || name == "deadline") {
      if (const auto date = parse_date(value)) said = words.full_day(*date);
    }
    spoken.emplace_back(name, std::move(said));
  }
  return words("device.note." + note, spoken);
}

std::string cure_words(const text::Words& words, const std::string& note, const std::optional<StaffCode>& code) {
  const std::string by_note = "device.cure." + note;
  if (!note.empty() && words.has(by_note)) return words(by_note);
  if (!code) return {};
  const std::string by_code = "device.cure.SC_" + std::to_string(static_cast<int>(*code));
  return words.has(by_code) ? words(by_code) : words("device.cure.guide");
}

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
    std::string what = found_words(words, result.note, result.arguments);
    const std::string cure = cure_words(words, result.note, result.code);
    if (!cure.empty()) what += (what.empty() ? "" : "\n") + cure;
    if (!what.empty()) slip.todos.push_back({"", what});
  }
  return slip;
}

}  // namespace desk::checks
