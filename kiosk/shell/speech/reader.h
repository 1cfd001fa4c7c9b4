// Reader: a marked text of the screen as phrases for the engine. Japanese becomes kana: readings written in the text ([漢字|よみ]) win, then
// official terms (data/text/tables/readings.toml), then the readings that the やさしい日本語 file gives to whole words, then figures (numbers_ja.h),
// then MeCab with ipadic. English goes to the engine as it is but for terms and numbers. Lives in the speech helper only.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "data/base/language.h"
#include "data/base/result.h"
#include "kiosk/shell/speech/phrase.h"

namespace desk::shell {

class Reader {
 public:
  // `text_folder`: data/text. Fails with TextBroken for a bad file, with SoundMissing when MeCab has no dictionary.
  [[nodiscard]] static Result<std::unique_ptr<Reader>> create(const std::string& text_folder);
  virtual ~Reader() = default;
  [[nodiscard]] virtual Spoken read(std::string_view marked, Language language) = 0;
};

}  // namespace desk::shell
