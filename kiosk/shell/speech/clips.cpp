#include "kiosk/shell/speech/clips.h"

#include <filesystem>

#include "data/text/text_catalog.h"

namespace desk::shell {

Result<Clips> Clips::open(const std::string& text_folder, const std::string& speech_folder) {
  Clips clips;
  std::error_code problem;
  if (!std::filesystem::is_directory(speech_folder, problem)) return clips;
  const auto texts = text::TextCatalog::load(text_folder);
  if (!texts) return fail(texts.error());
  for (const text::LanguageInfo& each : texts->languages()) {
    const Language language = each.language;
    for (const std::string& key : texts->keys()) {
      const std::string text = texts->get(language, key);
      if (text.find('{') != std::string::npos) continue;
      std::string file = speech_folder;
      file += "/";
      file += code_of(language);
      file += "/" + key + ".wav";
      if (std::filesystem::is_regular_file(file, problem)) clips.files_[language].emplace(text::plain(text), file);
    }
  }
  return clips;
}

std::string Clips::find(std::string_view marked, Language language) const {
  const auto files = files_.find(language);
  if (files == files_.end()) return {};
  const auto found = files->second.find(text::plain(marked));
  return found == files->second.end() ? std::string() : found->second;
}

}  // namespace desk::shell
