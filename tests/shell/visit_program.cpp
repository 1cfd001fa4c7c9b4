// A desk with a visit at hand, for a test that kills it: shell_visit_program DIRECTORY page-two|code
// Walks to the point, tells it in one line on standard output, and waits to be killed. Ends by itself when the test dies.
//   page-two   "ready RECEPTION TOKEN": page 1 of the registry shown as scanned, page 2 stopped halfway through the scanner
//   code       "ready RECEPTION TOKEN CODE SECONDS": the message is on the phone, nothing typed; a new one may go at SECONDS of the wall
#include <signal.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <cstdio>
#include <string_view>

#include "tests/shell/desk_visit.h"

namespace {

using namespace desk::shell::test;
using desk::flow::Step;

int tell_and_wait(DeskVisit& visit, const std::string& more) {
  std::printf("ready %s %s%s\n", visit.model().reception.text.c_str(), visit.token().c_str(), more.c_str());
  std::fflush(stdout);
  for (char byte; read(STDIN_FILENO, &byte, 1) > 0;) {
  }
  return 0;
}

int scan_to_page_two(DeskVisit& visit) {
  if (!visit.walk_to(Step::Papers)) return 1;
  visit.send(desk::flow::PaperChosen{"registry"});
  write_file(visit.tray() + "/fault", "2 50 STALL");
  visit.press(desk::flow::Action::Next);
  const bool there = visit.wait_until("page 1 scanned, page 2 under way",
                                      [](const desk::flow::Model& m) { return m.scan.pages.size() == 1 && m.scan.page == 2; });
  return there ? tell_and_wait(visit, "") : 1;
}

int send_the_code(DeskVisit& visit) {
  if (!visit.walk_to(Step::Code) || !visit.settle()) return 1;
  // What the screen shows is in the record before the person can read it.
  visit.flush();
  const std::string code = visit.code_from_phone();
  if (code.empty() || !visit.model().code.next_send) return 1;
  return tell_and_wait(visit, " " + code + " " + std::to_string(visit.model().code.next_send->seconds));
}

}  // namespace

int main(int count, char** values) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (count != 3) return 2;
  const std::string_view point = values[2];
  DeskVisit visit(values[1]);
  if (!visit.open() || !visit.start()) return 1;
  if (point == "page-two") return scan_to_page_two(visit);
  if (point == "code") return send_the_code(visit);
  return 2;
}
