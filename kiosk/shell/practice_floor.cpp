#include "kiosk/shell/practice_floor.h"

#include <sys/epoll.h>
#include <unistd.h>

#include "kiosk/shell/log.h"

namespace desk::shell {
namespace {

void watch(int epoll, int operation, int fd) {
  epoll_event wanted{};
  wanted.events = EPOLLIN;
  epoll_ctl(epoll, operation, fd, &wanted);
}

}  // namespace

PracticeFloor::PracticeFloor(OpenDesk& desk) : desk_(desk), event_fd_(epoll_create1(EPOLL_CLOEXEC)) {
  watch(event_fd_, EPOLL_CTL_ADD, desk_.runner().event_fd());
  watch(event_fd_, EPOLL_CTL_ADD, inbox_.wake_fd());
  desk_.runner().on_practice = [this](flow::CommandId id, const flow::PracticeDay& day) { begin(id, day); };
}

PracticeFloor::~PracticeFloor() {
  desk_.runner().on_practice = nullptr;
  worker_.drain();
  practice_.reset();
  close(event_fd_);
}

void PracticeFloor::begin(flow::CommandId id, const flow::PracticeDay& day) {
  worker_.post([this, id, day] {
    auto opened = PracticeDesk::open({desk_.config(), desk_.catalogue(), desk_.texts(), desk_.clock()}, day);
    if (!opened) {
      log_failure("practice", opened.error());
      return inbox_.push({id, nullptr, opened.error().code});
    }
    inbox_.push({id, std::move(*opened), StaffCode::Internal});
  });
}

void PracticeFloor::take(Opened opened) {
  if (!opened.desk) return desk_.runner().dispatch(flow::PracticeNotOpened{opened.id, opened.code});
  practice_ = std::move(opened.desk);
  Runner& runner = practice_->runner();
  watch(event_fd_, EPOLL_CTL_ADD, runner.event_fd());
  runner.on_end = desk_.runner().on_end;
  runner.on_bell = desk_.runner().on_bell;
  runner.on_read_again = desk_.runner().on_read_again;
  runner.on_stop_speaking = desk_.runner().on_stop_speaking;
  runner.on_practice_fault = [this](flow::PracticeFault fault, bool on) { practice_->set(fault, on); };
  // Told from inside the practice's own dispatch: it is taken down at the next turn, not under its own feet.
  runner.on_practice_end = [this] {
    ending_ = true;
    inbox_.wake();
  };
  desk_.runner().dispatch(flow::PracticeOpened{opened.id});
  if (on_change) on_change();
}

void PracticeFloor::end() {
  ending_ = false;
  if (!practice_) return;
  watch(event_fd_, EPOLL_CTL_DEL, practice_->runner().event_fd());
  practice_.reset();
  desk_.runner().dispatch(flow::PracticeOver{});
  if (on_change) on_change();
}

bool PracticeFloor::pump() {
  bool happened = desk_.runner().pump();
  for (Opened& opened : inbox_.take()) {
    take(std::move(opened));
    happened = true;
  }
  if (practice_) happened = practice_->runner().pump() || happened;
  if (ending_) {
    end();
    happened = true;
  }
  return happened;
}

void PracticeFloor::tick() {
  desk_.runner().tick();
  if (practice_) practice_->runner().tick();
}

}  // namespace desk::shell
