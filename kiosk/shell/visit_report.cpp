#include "kiosk/shell/visit_report.h"

#include <cstdio>

#include "data/base/document.h"

namespace desk::shell {
namespace {

Node flag(bool value) { return Node{Node::Value{value}}; }
Node number(std::int64_t value) { return Node{Node::Value{value}}; }

// The answers as they are stored, without what only the applicant may see.
Node public_answers(const flow::Answers& answers) {
  const Secret json = flow::to_json(answers);
  auto parsed = parse_json(json.reveal(), "answers");
  Node out{Node::Value{Table{}}};
  if (!parsed || parsed->table() == nullptr) return out;
  for (const Member& member : *parsed->table()) {
    if (member.first != "phone" && member.first != "token") out.set(member.first, member.second);
  }
  return out;
}

Node estimate_of(const flow::Assessment& assessment) {
  Node out{Node::Value{Table{}}};
  if (!assessment.estimate) return out;
  out.set("subsidy", number(assessment.estimate->subsidy.amount));
  out.set("payable", flag(assessment.estimate->payable));
  Node lines{Node::Value{Array{}}};
  for (const rules::EstimateLine& line : assessment.estimate->lines) {
    Node one;
    one.set("what", line.what);
    one.set("cost", number(line.cost.amount));
    one.set("rate", to_string(line.rate));
    one.set("subsidy", number(line.subsidy.amount));
    lines.push(std::move(one));
  }
  out.set("lines", std::move(lines));
  return out;
}

Node plan_of(const flow::Assessment& assessment) {
  Node out{Node::Value{Table{}}};
  out.set("ids_ready", to_string(assessment.plan.ids_ready));
  if (assessment.target != nullptr) {
    out.set("round", assessment.target->round);
    out.set("deadline", to_string(assessment.target->deadline));
    out.set("slack_days", number(assessment.target->slack_days));
    out.set("class", rules::code_of(assessment.target->slack_class));
  }
  Node todos{Node::Value{Array{}}};
  for (const rules::Todo& todo : assessment.plan.todo) {
    Node one;
    one.set("code", todo.code);
    if (todo.by) one.set("by", to_string(*todo.by));
    todos.push(std::move(one));
  }
  out.set("todo", std::move(todos));
  return out;
}

std::string_view sms_word(const flow::Model& m) {
  switch (m.answers.phone.proof) {
    case flow::PhoneProof::Sms: return "verified";
    case flow::PhoneProof::Staff: return "staff";
    case flow::PhoneProof::Later: return "later";
    case flow::PhoneProof::None: return "none";
  }
  return "none";
}

std::string_view print_word(flow::PrintPhase phase) {
  switch (phase) {
    case flow::PrintPhase::Idle: return "idle";
    case flow::PrintPhase::Preparing: return "preparing";
    case flow::PrintPhase::Queued: return "queued";
    case flow::PrintPhase::Printing: return "printing";
    case flow::PrintPhase::Printed: return "printed";
    case flow::PrintPhase::Unknown: return "unknown";
    case flow::PrintPhase::Failed: return "failed";
  }
  return "idle";
}

}  // namespace

VisitReport report_of(OpenDesk& desk) {
  Runner& runner = desk.runner();
  const flow::Model& m = runner.model();
  const flow::Assessment& assessment = runner.assessment();
  VisitReport report;
  report.root.set("reception", m.reception.text);
  report.root.set("programme", runner.pack().name.ja);
  report.root.set("pack", runner.pack().stamp());
  report.root.set("frame", assessment.frame != nullptr ? assessment.frame->id : std::string());
  report.root.set("today", to_string(runner.today()));
  report.root.set("answers", public_answers(m.answers));
  report.root.set("verdict", rules::code_of(assessment.eligibility.verdict));
  report.root.set("size", catalog::code_of(assessment.eligibility.size));
  report.root.set("estimate", estimate_of(assessment));
  report.root.set("plan", plan_of(assessment));
  Node sms;
  sms.set("state", sms_word(m));
  sms.set("number", m.answers.phone.number.masked());
  report.root.set("sms", std::move(sms));
  Node print;
  print.set("state", print_word(m.print.phase));
  print.set("slip", m.print.slip == flow::SlipKind::Receipt ? "receipt" : m.print.slip == flow::SlipKind::Park ? "park" : "lookup");
  report.root.set("print", std::move(print));
  report.page_address = m.link.address;
  return report;
}

Done write_report(const VisitReport& report, const std::string& path) {
  Node root = report.root;
  Node files{Node::Value{Array{}}};
  for (const VisitReport::File& file : report.files) {
    Node one;
    one.set("name", file.name);
    one.set("bytes", number(file.bytes));
    files.push(std::move(one));
  }
  root.set("files", std::move(files));
  Node page;
  page.set("address", report.page_address);
  page.set("checklist", flag(report.page_checklist));
  page.set("files", number(report.page_files));
  root.set("page", std::move(page));
  const std::string text = dump_json_pretty(root) + "\n";
  std::FILE* out = std::fopen(path.c_str(), "w");
  const bool written = out != nullptr && std::fwrite(text.data(), 1, text.size(), out) == text.size();
  if (out != nullptr) std::fclose(out);
  if (!written) return fail(Failure{StaffCode::StoreUnavailable, path, "cannot be written"});
  return {};
}

}  // namespace desk::shell
