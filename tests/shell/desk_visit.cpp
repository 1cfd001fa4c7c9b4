#include "tests/shell/desk_visit.h"

#include <poll.h>
#include <stdlib.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "data/base/characters.h"

namespace desk::shell::test {
namespace fs = std::filesystem;
namespace {

using flow::Action;
using flow::Step;

constexpr std::chrono::seconds kPatience{60};  // for any one answer; a loaded machine takes seconds where a desk takes one
constexpr const char* kExpires = "110101";     // of a licence, as 令和 YY MM DD
constexpr int kMostMoves = 120;

std::vector<std::string> words(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> out;
  for (std::string word; in >> word;) out.push_back(word);
  return out;
}

bool settled(const flow::Model& m) { return !flow::busy(m) && m.awaited == 0 && !m.resume.looking; }

}  // namespace

Folder::Folder() {
  std::string pattern = fs::temp_directory_path() / "desk-visit-XXXXXX";
  if (mkdtemp(pattern.data()) != nullptr) path_ = pattern;
}

Folder::~Folder() {
  std::error_code problem;
  if (!path_.empty()) fs::remove_all(path_, problem);
}

TimeStamp AheadClock::stamp() const {
  TimeStamp stamp = real_.stamp();
  stamp.boot_seconds += ahead_.count();
  stamp.wall.seconds += ahead_.count();
  return stamp;
}

const Script& shop_script() {
  static const Script script{{Step::Entity, "corporation"}, {Step::Industry, "retail"},   {Step::Capital, "10000000"},
                             {Step::Employees, "12"},       {Step::Exclusions, "none"},   {Step::PastAward, "no"},
                             {Step::Purpose, "accounting payment"}, {Step::SoftwareCost, "1000000"}, {Step::PcCost, "150000"},
                             {Step::RegisterCost, "380000"}, {Step::GbizId, "prime"},     {Step::SecurityAction, "yes"},
                             {Step::SecurityActionId, "40012345678"}, {Step::Vendor, "yes"}, {Step::Contracted, "no"}};
  return script;
}

DeskVisit::DeskVisit(std::string directory, std::function<void(config::DeskConfig&)> furnish)
    : directory_(std::move(directory)), furnish_(std::move(furnish)) {}

DeskVisit::~DeskVisit() = default;

bool DeskVisit::fail_with(const std::string& what) {
  trouble_ = what;
  if (desk_ != nullptr) {
    const flow::Model& m = model();
    trouble_ += "; the visit stands at " + std::string(flow::name_of(m.step));
    if (m.scan.fault) trouble_ += ", scanner " + std::string(to_string(*m.scan.fault));
    if (m.print.fault) trouble_ += ", printer " + std::string(to_string(*m.print.fault));
    if (m.store_fault) trouble_ += ", store " + std::string(to_string(*m.store_fault));
    if (!m.problem.empty()) trouble_ += ", " + m.problem;
    trouble_ += ", code note " + std::to_string(static_cast<int>(m.code.note));
  }
  std::fprintf(stderr, "desk visit: %s\n", trouble_.c_str());
  return false;
}

bool DeskVisit::open() {
  DeskOptions options;
  options.demonstration_directory = directory_;
  options.today = today;
  options.programme = programme;
  options.clock = &clock;
  options.furnish = furnish_;
  options.conversion = conversion;
  // A desk.toml of this machine is not this test's: the demonstration is asked for by its folder.
  auto desk = OpenDesk::open(options);
  if (!desk) return fail_with(desk.error().message());
  desk_ = std::move(*desk);
  return desk_->demonstration() != nullptr || fail_with("this machine has a configured desk");
}

void DeskVisit::close() { desk_.reset(); }

void DeskVisit::type(std::string_view keys) {
  for (const char key : keys) send(flow::Typed{key});
}

bool DeskVisit::wait_until(const char* what, const std::function<bool(const flow::Model&)>& condition) {
  const SystemClock real;
  const SteadyTime end = real.steady() + kPatience;
  for (;;) {
    runner().pump();
    if (condition(model())) return true;
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - real.steady());
    if (left.count() <= 0) return fail_with(std::string("waited in vain: ") + what);
    pollfd wanted{runner().event_fd(), POLLIN, 0};
    poll(&wanted, 1, static_cast<int>(left.count()));
  }
}

bool DeskVisit::settle() { return wait_until("everything at rest", settled); }

void DeskVisit::flush() {
  do {
    runner().settle();
  } while (runner().pump());
}

void DeskVisit::chores() {
  clock.advance(std::chrono::seconds{21});
  runner().tick();
  flush();
}

bool DeskVisit::start() {
  press(Action::Begin);
  press(Action::Next);
  return settle() && (model().record_open || fail_with("no record was opened"));
}

void DeskVisit::answer_question(const flow::Question& question) {
  const auto said = script.find(model().step);
  if (said == script.end()) return press(Action::DontKnow);
  switch (question.kind) {
    case flow::QuestionKind::Choice: send(flow::Chosen{said->second}); break;
    case flow::QuestionKind::Several: {
      const flow::Codes before = flow::chosen(model().step, model().answers);
      for (const std::string& code : words(said->second)) {
        if (!before.contains(code)) send(flow::Toggled{code});
      }
      break;
    }
    case flow::QuestionKind::Number:
    case flow::QuestionKind::Digits:
      type("\f");
      type(said->second);
      break;
  }
  press(Action::Next);
}

bool DeskVisit::answer_step() {
  if (const auto question = flow::question_of(model().step, model().answers, runner().pack())) {
    answer_question(*question);
    return settle();
  }
  Action go_on = Action::Next;
  switch (model().step) {
    case Step::ContactName: go_on = Action::DontKnow; break;  // left out, as most people do; write_name() writes one
    case Step::Phone:
      type("\f");
      type(number);
      break;
    case Step::Code: {
      const std::string code = code_from_phone();
      if (code.empty()) return fail_with("no message came to the phone");
      type(code);
      break;
    }
    case Step::Coach:
      if (std::find(scanned.begin(), scanned.end(), model().scan.need) == scanned.end()) go_on = Action::NotYetHave;
      break;
    case Step::IssueDate: {
      const auto* kind = flow::kind_for(model().scan.need, model().answers, runner().pack());
      type(kind != nullptr && kind->rule == catalog::DocumentRule::NotExpired ? kExpires : issued);
      break;
    }
    case Step::ApplicationNumber: {
      const auto said = script.find(Step::ApplicationNumber);
      if (said == script.end()) go_on = Action::DontKnow;
      else type("\f" + said->second);
      break;
    }
    case Step::PartnerKind: send(flow::Chosen{model().partner % 2 == 1 ? "corporation" : "sole"}); break;
    default: break;  // every other step goes on by つぎへ alone
  }
  press(go_on);
  return settle();
}

bool DeskVisit::write_part(std::string_view reading, std::string_view word) {
  for (std::string_view kana : characters(reading)) send(flow::NameKey{Secret(kana)});
  press(Action::Next);
  if (!settle()) return false;
  const input::Composition& field = model().name.part(model().name.at_hand());
  for (std::size_t i = 0; i < field.candidates.size(); ++i) {
    if (field.candidates[i].reveal() != word) continue;
    send(flow::CandidateChosen{i});
    return true;
  }
  return fail_with("among the words of " + std::string(reading) + " is no " + std::string(word));
}

bool DeskVisit::walk_to(Step target) {
  for (int moves = 0; moves < kMostMoves; ++moves) {
    if (model().step == target) return true;
    if (model().scan.fault || model().print.fault || model().store_fault) break;
    if (!answer_step()) return false;
  }
  return fail_with("the visit does not arrive at " + std::string(flow::name_of(target)));
}

bool DeskVisit::end_visit() {
  press(Action::EndVisit);
  press(Action::ConfirmEnd);
  flush();
  return model().step == Step::Attract || fail_with("the visit does not end");
}

bool DeskVisit::resume_by_staff(const std::string& reception, const std::string& pin) {
  if (model().step == Step::Attract) press(Action::Resume);
  press(Action::ResumeByStaff);
  type(pin);
  press(Action::Next);
  if (!settle()) return false;
  if (model().step != Step::ResumeNumber) return true;  // a PIN that is not right: the test looks at the note
  for (const char key : reception) {
    if (key != '-') send(flow::Typed{key});
  }
  press(Action::Next);
  return settle();
}

bool DeskVisit::resume_by_reader(const std::string& token) {
  send(flow::ReaderRead{"https://desk.example/a/" + token});
  return settle();
}

std::string DeskVisit::code_from_phone() {
  const auto messages = desk_->codes().demo_messages();
  if (!messages || messages->empty()) return {};
  const std::string& text = messages->back().text;
  const auto digit = [&](std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; };
  for (std::size_t begin = 0; begin < text.size(); ++begin) {
    if (!digit(begin)) continue;
    std::size_t end = begin;
    while (digit(end)) ++end;
    if (end - begin == 6) return text.substr(begin, 6);
    begin = end;
  }
  return {};
}

std::string DeskVisit::token() const {
  const auto& token = desk_->runner().model().answers.token;
  return token ? token->text : std::string();
}

std::string DeskVisit::newest_slip() {
  std::error_code problem;
  std::string newest;
  fs::file_time_type when{};
  for (const auto& entry : fs::directory_iterator(desk_->demonstration()->printer_folder(), problem)) {
    if (entry.path().extension() != ".png") continue;
    const auto written = fs::last_write_time(entry.path(), problem);
    if (newest.empty() || written > when) {
      newest = entry.path();
      when = written;
    }
  }
  return newest;
}

void write_file(const std::string& path, std::string_view text) { std::ofstream(path, std::ios::binary) << text; }

Output run(const std::string& command, std::chrono::seconds limit) {
  Output output;
  std::FILE* pipe = popen(("timeout " + std::to_string(limit.count()) + " " + command).c_str(), "r");
  if (pipe == nullptr) return output;
  std::array<char, 4096> buffer;
  for (std::size_t got; (got = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) output.text.append(buffer.data(), got);
  const int status = pclose(pipe);
  output.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128;
  return output;
}

}  // namespace desk::shell::test
