// Where the things lie that desk-ctl needs beside itself.
#pragma once

#include <string>

namespace desk::ctl {

// The folder of this program: the helpers stand beside it.
[[nodiscard]] std::string program_directory();
// The folder of packs or texts beside the sources when this is a build tree, else where the package installs them.
[[nodiscard]] std::string default_packs_directory();
[[nodiscard]] std::string text_directory();

}  // namespace desk::ctl
