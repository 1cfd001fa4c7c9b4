// Aloud: what a frame said is said by the speaker, while somebody listens. Holds the words of the frame on show only that long.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/flow/model.h"
#include "kiosk/screens/canvas.h"
#include "kiosk/screens/reading.h"
#include "kiosk/shell/speech/speaker.h"

namespace desk::shell {

class Aloud {
 public:
  explicit Aloud(Speaker& speaker) : speaker_(speaker) {}

  // After a frame was drawn. `screen` and `layer` are its names (kiosk/screens/screen_name.h).
  void drawn(const screens::Canvas& canvas, std::string screen, std::string layer, const flow::Settings& settings);
  // The frame stands on the panel: says what is new, or goes when nobody listens any more.
  void presented(const flow::Settings& settings, const text::Words& words);
  void again(const flow::Settings& settings);  // with the next frame
  // A key of a pad or keyboard was typed: it is said, unless it belongs to a PIN.
  void typed(std::string_view key);
  void hush();                       // this screen has been listened to enough
  // True once after the speaker was lost.
  [[nodiscard]] bool lost();

 private:
  void say(std::vector<std::string> sentences, const flow::Settings& settings);
  void forget();
  [[nodiscard]] const screens::Target* target(std::string_view key) const;
  [[nodiscard]] bool is_key(std::string_view key) const;
  [[nodiscard]] screens::ScreenReader::Frame frame() const { return {texts_, targets_, screen_ + "|" + layer_, focus_, group_}; }

  Speaker& speaker_;
  screens::ScreenReader reader_;
  std::vector<screens::SpokenText> texts_;
  std::vector<screens::Target> targets_;
  std::string screen_, layer_, focus_;
  std::vector<std::string> group_;
  std::string typed_;                // key to be said with the next frame
  bool secret_ = false;
  std::string hushed_;               // the screen that is not to be read again by itself
  bool on_ = false;
  bool again_ = false;               // asked for; said with the next frame
  flow::Settings said_with_;
};

}  // namespace desk::shell
