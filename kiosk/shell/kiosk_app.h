// KioskApp: the desk on its screen. Draws the scene, turns touches into events, and tells the loop when time alone will change something.
#pragma once

#include <string>

#include "kiosk/screens/scene.h"
#include "kiosk/shell/aloud.h"
#include "kiosk/shell/frame_loop.h"
#include "kiosk/shell/open_desk.h"
#include "kiosk/shell/practice_floor.h"

namespace desk::shell {

class KioskApp final : public App {
 public:
  // `still`: nothing moves by itself, whatever a person chooses. The tour takes its pictures so.
  KioskApp(OpenDesk& desk, flow::Settings first_settings, bool still = false);

  [[nodiscard]] screens::CanvasSetup look() const override;
  void draw(screens::Canvas& canvas) override;
  void on_press(std::string_view key) override;
  void on_refused(std::string_view key) override;
  void on_drag(const screens::Drag& drag) override;
  bool on_key(const KeyPress& key) override;
  bool on_text(std::string_view utf8) override;
  void on_touch() override;
  bool on_wake() override;
  [[nodiscard]] std::optional<std::chrono::milliseconds> next_change() const override;
  void on_tick() override;
  [[nodiscard]] bool moving() const override;
  void on_presented() override;
  [[nodiscard]] bool finished() const override { return quit_ || desk_.runner().broken().has_value(); }
  void on_quit() override { quit_ = true; }

  // What the loop sleeps on: the real desk's and the practice's.
  [[nodiscard]] int wake_fd() const { return floor_->event_fd(); }

 private:
  [[nodiscard]] Runner& runner() const { return floor_->runner(); }
  void learn_desk();
  [[nodiscard]] screens::Scene scene();
  void draw_demonstration_phone(screens::Canvas& canvas);

  OpenDesk& desk_;
  std::unique_ptr<PracticeFloor> floor_;
  screens::UiState ui_;
  screens::DeskFacts facts_;
  Aloud aloud_;
  text::Words words_;
  std::string read_by_reader_;   // what a hand scanner has typed so far
  [[nodiscard]] double appeared() const;  // 0..1: how far the step's screen has come
  [[nodiscard]] bool pointing() const;    // a drawing shows the way and has not come to rest yet

  bool still_;
  flow::Step shown_step_ = flow::Step::Attract;
  SteadyTime step_shown_at_, last_touch_, last_tick_;
  bool first_frame_told_ = false;
  bool quit_ = false;
};

}  // namespace desk::shell
