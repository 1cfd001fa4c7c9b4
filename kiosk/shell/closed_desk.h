// ClosedDesk: what stands on the panel when the desk could not be opened (a mistake in desk.toml, a disk that cannot be written). People
// are told to call staff, staff see the code and the place; the box has no console that could say so. Ends by itself after a while, so that
// whoever started the program tries again.
#pragma once

#include <optional>

#include "data/text/text_catalog.h"
#include "kiosk/shell/frame_loop.h"

namespace desk::shell {

class ClosedDesk final : public App {
 public:
  // `texts` null: they are what is broken, and only the code is shown. Borrows both.
  ClosedDesk(Failure failure, const text::TextCatalog* texts, const Clock& clock, std::chrono::milliseconds patience);

  [[nodiscard]] screens::CanvasSetup look() const override { return {}; }
  void draw(screens::Canvas& canvas) override;
  void on_press(std::string_view) override {}
  bool on_wake() override { return false; }
  [[nodiscard]] std::optional<std::chrono::milliseconds> next_change() const override;
  void on_tick() override {}
  [[nodiscard]] bool finished() const override;
  void on_quit() override { quit_ = true; }

 private:
  Failure failure_;
  const text::TextCatalog* texts_;
  const Clock& clock_;
  SteadyTime until_;
  bool quit_ = false;
};

// On the machine's own panel, for `patience`. Where there is no panel it only waits that long: the log has the failure.
void show_closed(const Failure& failure, std::chrono::milliseconds patience);

}  // namespace desk::shell
