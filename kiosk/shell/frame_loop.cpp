#include "kiosk/shell/frame_loop.h"

#include <poll.h>

#include <algorithm>
#include <string>

namespace desk::shell {
namespace {

using std::chrono::duration_cast;
using std::chrono::milliseconds;

// Hand scanners end what they type with Enter, which must not press whatever has the focus.
constexpr milliseconds kReadersEnter{300};
// Nobody pressed the one switch while the focus went round this often: it rests until somebody does.
constexpr int kStepsAlone = 60;

}  // namespace

FrameLoop::FrameLoop(Face& face, App& app, const Clock& clock, int wake_fd, LoopOptions options)
    : face_(face), app_(app), clock_(clock), wake_fd_(wake_fd), options_(options), last_frame_(clock.steady()) {}

void FrameLoop::run() {
  while (!app_.finished()) {
    const milliseconds span = turn();
    if (!app_.finished()) sleep(span);
  }
}

milliseconds FrameLoop::turn() {
  std::vector<Input> inputs;
  face_.display().pump(inputs);
  for (const Input& input : inputs) take(input);
  if (app_.on_wake()) dirty_ = true;

  const SteadyTime now = clock_.steady();
  if (due_ && now >= *due_) {
    due_.reset();
    app_.on_tick();
    dirty_ = true;
  }
  step_switch(now);
  const bool moving = app_.moving();
  // Where movement ends between two frames, its end is still to be drawn.
  if (now - last_frame_ >= options_.heartbeat || moving || moved_) dirty_ = true;
  moved_ = moving;
  if (dirty_) draw();

  const auto change = app_.next_change();
  if (change) {
    const SteadyTime when = clock_.steady() + *change;
    if (!due_ || when < *due_) due_ = when;
  } else {
    due_.reset();
  }
  if (moving || touched_) return options_.tick;
  milliseconds span = options_.heartbeat - duration_cast<milliseconds>(clock_.steady() - last_frame_);
  if (due_) span = std::min(span, duration_cast<milliseconds>(*due_ - clock_.steady()) + milliseconds{1});
  if (options_.switch_step.count() > 0 && face_.targets().focus().scanning() && steps_alone_ < kStepsAlone) {
    span = std::min(span, duration_cast<milliseconds>(last_step_ + options_.switch_step - clock_.steady()) + milliseconds{1});
  }
  if (!face_.display().input_fds_complete()) span = std::min(span, options_.blind_poll);
  return std::max(span, milliseconds{0});
}

void FrameLoop::sleep(milliseconds span) {
  std::vector<pollfd> fds;
  fds.push_back({wake_fd_, POLLIN, 0});
  for (int fd : face_.display().input_fds()) fds.push_back({fd, POLLIN, 0});
  // EINTR and a broken descriptor only mean that the next turn comes early.
  ::poll(fds.data(), static_cast<nfds_t>(fds.size()), static_cast<int>(span.count()));
}

void FrameLoop::take(const Input& input) {
  switch (input.kind) {
    case Input::Kind::Exposed: dirty_ = true; break;
    case Input::Kind::Quit: app_.on_quit(); break;
    case Input::Kind::Text:
      app_.on_touch();
      if (app_.on_text(input.text)) read_ = clock_.steady();
      dirty_ = true;
      break;
    case Input::Kind::Key:
      app_.on_touch();
      take_key(input.key);
      break;
    case Input::Kind::Pointer: take_pointer(input); break;
  }
}

void FrameLoop::take_pointer(const Input& input) {
  app_.on_touch();
  touched_ = input.phase == screens::PointerPhase::Down || input.phase == screens::PointerPhase::Move;
  const double mm = face_.panel().px_per_mm;
  const screens::PointerOutcome outcome =
      face_.targets().pointer({input.phase, {input.at.x / mm, input.at.y / mm}, clock_.steady(), input.finger});
  dirty_ = dirty_ || outcome.redraw;
  if (outcome.drag) app_.on_drag(*outcome.drag);
  if (outcome.refused) app_.on_refused(*outcome.refused);
  if (outcome.pressed) {
    ++answered_;
    app_.on_press(*outcome.pressed);
    // What follows in the same batch must meet the new screen's targets, not the old ones.
    draw();
  }
}

void FrameLoop::pressed_by_key(const std::optional<std::string>& key) {
  if (key) {
    ++answered_;
    app_.on_press(*key);
    draw();
  } else {
    dirty_ = true;
  }
}

// With one switch the focus walks by itself, from the first press of the switch on.
void FrameLoop::step_switch(SteadyTime now) {
  if (options_.switch_step.count() <= 0 || !face_.targets().focus().scanning() || steps_alone_ >= kStepsAlone) return;
  if (now - last_step_ < options_.switch_step) return;
  last_step_ = now;
  ++steps_alone_;
  face_.targets().switch_next();
  dirty_ = true;
}

void FrameLoop::take_key(const KeyPress& key) {
  using screens::Direction;
  screens::TouchRegister& targets = face_.targets();
  const auto move = [&](Direction direction) {
    targets.focus_move(direction);
    dirty_ = true;
  };
  switch (key.name) {
    case KeyName::Next:
      targets.focus_next();
      dirty_ = true;
      break;
    case KeyName::Previous:
      targets.focus_previous();
      dirty_ = true;
      break;
    case KeyName::Up: move(Direction::Up); break;
    case KeyName::Down: move(Direction::Down); break;
    case KeyName::Left: move(Direction::Left); break;
    case KeyName::Right: move(Direction::Right); break;
    case KeyName::Press:
      if (read_ && clock_.steady() - *read_ < kReadersEnter) break;
      pressed_by_key(targets.press_focused());
      break;
    case KeyName::SwitchNext:
      targets.switch_next();
      last_step_ = clock_.steady();
      steps_alone_ = 0;
      dirty_ = true;
      break;
    case KeyName::SwitchSelect:
      last_step_ = clock_.steady();
      steps_alone_ = 0;
      pressed_by_key(targets.switch_select());
      break;
    case KeyName::Back:
    case KeyName::Delete:
    case KeyName::Digit:
    case KeyName::Help:
    case KeyName::ReadAgain:
      ++answered_;
      if (app_.on_key(key)) draw();
      break;
    case KeyName::Quit: app_.on_quit(); break;
  }
}

void FrameLoop::press(std::string_view key) {
  const screens::Target* target = face_.targets().find(key);
  const std::string name(key);
  if (target == nullptr || !target->enabled) {
    app_.on_refused(name);
    return;
  }
  app_.on_touch();
  app_.on_press(name);
  draw();
}

void FrameLoop::draw() {
  const SteadyTime began = clock_.steady();
  const double seconds = static_cast<double>(began.micros) / 1e6;
  face_.draw(app_, seconds, /*show=*/true);
  dirty_ = false;
  last_frame_ = clock_.steady();
  ++frames_;
  app_.on_presented();
  if (options_.on_frame) options_.on_frame(began, answered_);
}

}  // namespace desk::shell
