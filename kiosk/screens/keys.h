// Keys of the touch targets that templates bring along. Keys of choices and actions come with their views.
#pragma once

#include <string_view>

namespace desk::screens::key {

inline constexpr std::string_view kBack = "frame.back";
inline constexpr std::string_view kHelp = "frame.help";
inline constexpr std::string_view kNext = "frame.next";
inline constexpr std::string_view kText = "frame.text";
inline constexpr std::string_view kColour = "frame.colour";
inline constexpr std::string_view kLanguage = "frame.language";
inline constexpr std::string_view kSound = "frame.sound";
inline constexpr std::string_view kLetter = "letter.";
inline constexpr std::string_view kDigit = "pad.";        // pad.0 ... pad.9
inline constexpr std::string_view kDelete = "pad.delete";
inline constexpr std::string_view kExtra = "pad.extra";   // the key beside 0: "0人", "全部けす"
inline constexpr std::string_view kMore = "list.more";
inline constexpr std::string_view kLess = "list.less";
inline constexpr std::string_view kCodeHelp = "code.help";  // stands for the card 届かないとき where it has no room
inline constexpr std::string_view kMask = "mask.page";      // Drag target

}  // namespace desk::screens::key
