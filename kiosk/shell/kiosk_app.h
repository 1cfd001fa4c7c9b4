// KioskApp: the desk on its screen. Draws the scene, turns touches into events, and tells the loop when time alone will change something.
#pragma once

#include <string>

#include "kiosk/screens/scene.h"
#include "kiosk/shell/frame_loop.h"
#include "kiosk/shell/open_desk.h"

namespace desk::shell {

class KioskApp final : public App {
 public:
  KioskApp(OpenDesk& desk, flow::Settings first_settings);

  [[nodiscard]] screens::CanvasSetup look() const override;
  void draw(screens::Canvas& canvas) override;
  void on_press(std::string_view key) override;
  void on_drag(const screens::Drag& drag) override;
  bool on_key(const KeyPress& key) override;
  bool on_text(std::string_view utf8) override;
  void on_touch() override;
  bool on_wake() override;
  [[nodiscard]] std::optional<std::chrono::milliseconds> next_change() const override;
  void on_tick() override;
  [[nodiscard]] bool moving() const override;
  void on_presented() override;
  [[nodiscard]] bool finished() const override { return quit_ || runner_.broken().has_value(); }
  void on_quit() override { quit_ = true; }

 private:
  [[nodiscard]] screens::Scene scene();
  void draw_demonstration_phone(screens::Canvas& canvas);

  OpenDesk& desk_;
  Runner& runner_;
  screens::UiState ui_;
  screens::DeskFacts facts_;
  text::Words words_;
  std::string read_by_reader_;   // what a hand scanner has typed so far
  bool first_frame_told_ = false;
  bool quit_ = false;
};

}  // namespace desk::shell
