// Converter: readings become words as people write them. One visit's worth at a time: begin() makes it ready and private, end() leaves
// nothing of it behind, no process and no file. Every call may take up to the patience it was made with, so it belongs to a worker; one
// thread at a time.
//
// Failures are ConversionUnavailable: staff are told, and the person goes on in kana.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "data/base/result.h"
#include "data/base/secret.h"

namespace desk::input {

class Converter {
 public:
  virtual ~Converter() = default;

  // Ready for convert(). Called again while ready it does nothing; after a failure it starts anew.
  [[nodiscard]] virtual Done begin() = 0;
  // Words for a hiragana reading, best first, without the reading itself and without what is no name (letters, half-width kana). Begins
  // when begin() was not called. An answer that does not come in time is a failure, and what was asked is forgotten with everything else.
  [[nodiscard]] virtual Result<std::vector<Secret>> convert(std::string_view hiragana) = 0;
  // The visit is over: whatever heard the readings is ended and its files are destroyed. Never fails; without begin() it does nothing.
  virtual void end() = 0;

  // Where it keeps what it must keep while a visit lasts; empty when there is no such place now. Tests look into it.
  [[nodiscard]] virtual std::string home() const = 0;
};

// Of a converter's raw answers, what can stand in a name: kanji first, words mixed with kana after them, each once, in the order given.
[[nodiscard]] std::vector<Secret> names_among(const std::vector<std::string_view>& words, std::string_view hiragana);

}  // namespace desk::input
