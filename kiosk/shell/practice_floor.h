// PracticeFloor: the real desk, and the practice beside it while there is one. Whichever has the screen is `runner()`; the real desk goes on
// with its chores meanwhile. One thread (the drawing one) calls everything; only the opening runs elsewhere.
#pragma once

#include <functional>
#include <memory>

#include "kiosk/shell/event_queue.h"
#include "kiosk/shell/open_desk.h"
#include "kiosk/shell/practice_desk.h"
#include "kiosk/shell/worker.h"

namespace desk::shell {

class PracticeFloor {
 public:
  explicit PracticeFloor(OpenDesk& desk);
  ~PracticeFloor();
  PracticeFloor(const PracticeFloor&) = delete;
  PracticeFloor& operator=(const PracticeFloor&) = delete;

  // Of the desk on the screen.
  [[nodiscard]] Runner& runner() { return practice_ ? practice_->runner() : desk_.runner(); }
  [[nodiscard]] const config::DeskConfig& config() const { return practice_ ? practice_->config() : desk_.config(); }
  [[nodiscard]] PracticeDesk* practice() { return practice_.get(); }

  bool pump();
  void tick();
  // Readable while either desk, or the opening of the practice, has something to tell.
  [[nodiscard]] int event_fd() const { return event_fd_; }
  // The screen has changed hands: nothing of the desk before may stay on it.
  std::function<void()> on_change;

 private:
  struct Opened {
    flow::CommandId id = 0;
    std::unique_ptr<PracticeDesk> desk;  // null: `code` says why
    StaffCode code = StaffCode::Internal;
  };
  void begin(flow::CommandId id, const flow::PracticeDay& day);
  void take(Opened opened);
  void end();

  OpenDesk& desk_;
  int event_fd_;
  EventQueue<Opened> inbox_;
  bool ending_ = false;
  std::unique_ptr<PracticeDesk> practice_;
  Worker worker_;  // last: it ends before anything it uses goes
};

}  // namespace desk::shell
