// A stretch of speech for one voice of the engine.
#pragma once

#include <string>
#include <vector>

namespace desk::shell {

enum class Voice { Japanese, English };

struct Phrase {
  Voice voice = Voice::Japanese;
  std::string text;          // for the Japanese voice kana and pauses only
};

struct Spoken {
  std::vector<Phrase> phrases;
  std::string unread;        // characters that nobody knew how to say; empty when all is well
};

}  // namespace desk::shell
