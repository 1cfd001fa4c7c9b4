// What mozc_emacs_helper says, decoded: bytes in, value out (style 32). One line of S-expressions a reply, e.g. (devices.md 9, seen on
// Debian 12 with 2.28.4715):
//   ((emacs-event-id . 9)(emacs-session-id . 1)(output . ((preedit . ((segment ((value . "高崎")(key . "たかさき")))))
//    (all-candidate-words . ((candidates ((id . 0)(value . "高崎")) …))))))
//   ((emacs-event-id . 9)(error . session-error)(message . "…"))
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace desk::input {

struct MozcReply {
  int event = -1;
  int session = 0;
  bool error = false;
  std::vector<std::string_view> segments;  // readings of the preedit's parts
  std::vector<std::string_view> words;     // all candidates for the part at hand; with an escape inside they are left out
};
// Views into the line, which must outlive them. Nothing when the line is not such a reply.
[[nodiscard]] std::optional<MozcReply> read_mozc_reply(std::string_view line);

}  // namespace desk::input
