// A stretch of speech for one voice of the engine.
#pragma once

#include <string>
#include <vector>

namespace desk::shell {

// Voices go by the engine's names: the code of a language without what follows a hyphen.
struct Voice {
  inline static const std::string Japanese = "ja", English = "en";
};

struct Phrase {
  std::string voice = Voice::Japanese;
  std::string text;          // for the Japanese voice kana and pauses only
};

struct Spoken {
  std::vector<Phrase> phrases;
  std::string unread;        // characters that nobody knew how to say; empty when all is well
};

}  // namespace desk::shell
