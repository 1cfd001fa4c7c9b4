// Reading: a frame as sentences. Made from what the Canvas wrote down, in the order a person would read it aloud: title and text first, then
// what can be chosen, and when asked also the buttons around the screen. Sentences are marked text; the speech helper knows how they sound.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "data/text/text_catalog.h"
#include "kiosk/screens/spoken_page.h"
#include "kiosk/screens/target.h"

namespace desk::screens {

struct Reading {
  std::vector<std::string> body;     // title first
  std::vector<std::string> choices;  // how many, then each with its state
  std::vector<std::string> frame;    // onward, back, staff
};
[[nodiscard]] Reading read_screen(const std::vector<SpokenText>& texts, const std::vector<Target>& targets, const text::Words& words);

// "法人。選んであります": what is said of a target by itself.
[[nodiscard]] std::string label_aloud(const Target& target, const text::Words& words);

// Follows the frames of a visit and says what is new: a screen when it appears, a message that was added to it, the place of the focus.
class ScreenReader {
 public:
  struct Frame {
    const std::vector<SpokenText>& texts;
    const std::vector<Target>& targets;
    std::string screen;                      // its name; another one is another screen
    std::string focus;                       // key of the target a keyboard or switch stands at; empty: none
    std::vector<std::string> group;          // keys of the group a switch user stands at
  };
  // Sentences to say now, in place of whatever is being said; nothing: leave it.
  [[nodiscard]] std::optional<std::vector<std::string>> look(const Frame& frame, const text::Words& words);
  // The whole screen once more, with the buttons around it.
  [[nodiscard]] std::vector<std::string> again(const Frame& frame, const text::Words& words) const;
  void forget();                             // speech was switched off, or the person left

 private:
  std::string screen_;
  std::string focus_;
  std::vector<std::string> seen_;            // of the screen on show, without their figures
  std::vector<std::string> chosen_;          // keys of its selected targets
};

}  // namespace desk::screens
