// Where a program finds what belongs to it: beside itself in a build tree, or below one prefix as the packages install it
// (bin, libexec/desk-kiosk, share/desk-kiosk). Asked anew each time: cheap, and never stale after an update.
#pragma once

#include <string>
#include <string_view>

namespace desk {

// The folder of the running program.
[[nodiscard]] std::string program_folder();
// A program that only other programs start.
[[nodiscard]] std::string helper_program(std::string_view name);
// Texts, packs and recordings: a folder with text/, catalog/packs/ and samples/ (what a tour and the gallery show).
[[nodiscard]] std::string data_folder();

}  // namespace desk
