// DeskVisit: a whole visit at a desk that is real but for its window. OpenDesk in demonstration mode in a folder of the test's: the SQLite
// store, desk-auth core and page as processes behind their sockets, the tray scanner through its helper, a printer that writes files. The
// test touches (events go in), the runner is pumped until nothing is under way, and model, store, page and paper are looked at afterwards.
//
// Functions that return bool say whether it came about; trouble() says what did not. Used by gtest programs and by the program that is
// killed, so it knows nothing of gtest. One thread.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "data/base/clock.h"
#include "kiosk/flow/paper_needs.h"
#include "kiosk/flow/question.h"
#include "kiosk/shell/open_desk.h"

namespace desk::shell::test {

// A folder of its own below the temporary one, removed at the end.
class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

// The machine's clocks, ahead by as much as the test says: for what waits half a minute. desk-auth keeps its own time.
class AheadClock final : public Clock {
 public:
  void advance(std::chrono::seconds span) { ahead_ += span; }
  [[nodiscard]] WallTime wall() const override { return {real_.wall().seconds + ahead_.count()}; }
  [[nodiscard]] SteadyTime steady() const override { return real_.steady() + ahead_; }
  [[nodiscard]] TimeStamp stamp() const override;

 private:
  SystemClock real_;
  std::chrono::seconds ahead_{0};
};

using Script = std::map<flow::Step, std::string>;  // codes separated by spaces, or digits
const Script& shop_script();  // a shop buying accounting, payment, a computer and a register

class DeskVisit {
 public:
  // `furnish` changes the desk's configuration before its rooms are opened (another printer).
  explicit DeskVisit(std::string directory, std::function<void(config::DeskConfig&)> furnish = {});
  ~DeskVisit();

  // Opens the desk; again after close() or after another process that had this directory was killed.
  [[nodiscard]] bool open();
  void close();

  // ---- touches; each waits for nothing
  void send(flow::Event event) { runner().dispatch(std::move(event)); }
  void press(flow::Action action) { send(flow::Pressed{action}); }
  void type(std::string_view keys);

  // ---- waiting: for the event, with a deadline
  [[nodiscard]] bool settle();  // until no machine is at work and no reply is awaited
  [[nodiscard]] bool wait_until(const char* what, const std::function<bool(const flow::Model&)>& condition);
  void flush();                 // until the workers have carried out everything; then the store may be looked at
  void chores();                // as the loop does, 20 s after the last time

  // ---- walking
  [[nodiscard]] bool start();                   // はじめる, agree
  [[nodiscard]] bool answer_step();             // what the script says at the step at hand, and つぎへ
  [[nodiscard]] bool walk_to(flow::Step target);
  // At the name: one part, typed and chosen among what the desk's own converter offers.
  [[nodiscard]] bool write_part(std::string_view reading, std::string_view word);
  [[nodiscard]] bool end_visit();               // やめる, はい
  // つづきから with staff: their PIN, then the number on the slip.
  [[nodiscard]] bool resume_by_staff(const std::string& reception, const std::string& pin = "1111");
  [[nodiscard]] bool resume_by_reader(const std::string& token);
  // The six digits of the drawn phone's newest message; empty when there is none.
  [[nodiscard]] std::string code_from_phone();
  [[nodiscard]] std::string token() const;      // of the record at hand

  // ---- looking
  [[nodiscard]] OpenDesk& desk() { return *desk_; }
  [[nodiscard]] Runner& runner() { return desk_->runner(); }
  [[nodiscard]] const flow::Model& model() { return desk_->runner().model(); }
  [[nodiscard]] store::Store& store() { flush(); return desk_->store(); }
  [[nodiscard]] const std::string& directory() const { return directory_; }
  [[nodiscard]] std::string tray() { return desk_->demonstration()->tray(); }
  [[nodiscard]] std::string newest_slip();      // the PNG that the file printer wrote last; empty: none
  [[nodiscard]] const std::string& trouble() const { return trouble_; }
  AheadClock clock;

  // ---- what the test arranges
  // A day with a round to aim at (as the tour's), and whose programme; the specimens are issued ten days before.
  CivilMinute today{std::chrono::year{2026} / 8 / 12, 10 * 60};
  std::optional<int> programme;
  std::string issued = "080802";  // on the specimens, as 令和 YY MM DD
  Script script = shop_script();
  std::string number = "09012345678";
  // A machine that tests run on may be slower than a person waits.
  input::MozcOptions conversion{.start_patience = std::chrono::seconds{30}, .answer_patience = std::chrono::seconds{30}};
  std::vector<std::string> scanned = {"registry"};  // keys of papers in the person's hand; others come later

 private:
  bool fail_with(const std::string& what);
  void answer_question(const flow::Question& question);
  std::string directory_;
  std::function<void(config::DeskConfig&)> furnish_;
  std::unique_ptr<OpenDesk> desk_;
  std::string trouble_;
};

void write_file(const std::string& path, std::string_view text);
// What a command prints on its standard output, and its exit status; run by the shell with a limit.
struct Output {
  int status = -1;
  std::string text;
};
[[nodiscard]] Output run(const std::string& command, std::chrono::seconds limit = std::chrono::seconds{60});

}  // namespace desk::shell::test
