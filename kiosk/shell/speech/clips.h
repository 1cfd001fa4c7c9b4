// Clips: recordings by text key, data/speech/LANG/KEY.wav. A text without placeholders finds its key by what it says; whatever has none is
// left to the engine.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "data/base/language.h"
#include "data/base/result.h"

namespace desk::shell {

class Clips {
 public:
  // `speech_folder` need not exist: then there are none.
  [[nodiscard]] static Result<Clips> open(const std::string& text_folder, const std::string& speech_folder);
  // The file of a text; empty: none.
  [[nodiscard]] std::string find(std::string_view marked, Language language) const;

 private:
  std::map<Language, std::map<std::string, std::string, std::less<>>> files_;  // text without marks → file
};

}  // namespace desk::shell
