// BlankDisplay: for tests of what is drawn when, not of how it looks.
#pragma once

#include <vector>

#include "kiosk/shell/display.h"

namespace desk::shell {

// A display that is drawn on by nobody: what the loop asks of it is counted.
class BlankDisplay final : public Display {
 public:
  int width() const override { return 1920; }
  int height() const override { return 1080; }
  std::string driver() const override { return "blank"; }
  double px_per_mm() const override { return 4.03; }
  void pump(std::vector<Input>& out) override { out.swap(inputs); }
  std::vector<int> input_fds() override { return {}; }
  bool input_fds_complete() const override { return true; }
  void render(bool) override { ++rendered; }
  Result<screens::Picture> read_back() override { return screens::Picture{}; }
  std::uintptr_t upload(int, int, const std::uint8_t*) override { return ++textures; }
  void destroy(std::uintptr_t) override {}

  std::vector<Input> inputs;
  int rendered = 0;
  std::uintptr_t textures = 0;
};

}  // namespace desk::shell
