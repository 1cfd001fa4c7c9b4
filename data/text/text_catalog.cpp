#include "data/text/text_catalog.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include "data/base/document.h"

namespace desk::text {
namespace {

namespace fs = std::filesystem;

using Texts = std::map<std::string, std::string, std::less<>>;

// Marks that do not close would show themselves on the screen, or swallow what follows.
std::string_view mark_problem(std::string_view text) {
  int depth = 0;
  for (const char c : text) {
    depth += c == '{' ? 1 : c == '}' ? -1 : 0;
    if (depth < 0 || depth > 1) return "its braces do not match";
  }
  if (depth != 0) return "its braces do not match";
  std::size_t bold = 0;
  for (auto at = text.find("**"); at != std::string_view::npos; at = text.find("**", at + 2)) ++bold;
  if (bold % 2 != 0) return "a ** is not closed";
  for (auto bar = text.find('|'); bar != std::string_view::npos; bar = text.find('|', bar + 1)) {
    const auto open = text.rfind('[', bar);
    const auto close = text.find(']', bar);
    const bool in_brackets = open != std::string_view::npos && close != std::string_view::npos;
    const bool whole = in_brackets && text.find(']', open) == close && text.find('|', bar + 1) > close && open + 1 < bar && bar + 1 < close;
    if (!whole) return "a reading is not of the form [base|reading]";
  }
  return "";
}

constexpr std::string_view kAboutItself = "language";

// Where each text stands, for complaints.
using Lines = std::map<std::string, int, std::less<>>;

Done flatten(const Node& node, const std::string& prefix, const std::string& file, Texts& out, Lines& lines) {
  for (const Member& member : *node.table()) {
    if (prefix.empty() && member.first == kAboutItself) continue;
    const std::string key = prefix.empty() ? member.first : prefix + "." + member.first;
    const std::string place = file + ":" + std::to_string(member.second.line());
    if (member.second.table() != nullptr) {
      if (auto done = flatten(member.second, key, file, out, lines); !done) return done;
    } else if (const std::string* text = member.second.string(); text != nullptr && !text->empty()) {
      if (const std::string_view problem = mark_problem(*text); !problem.empty()) {
        return fail(Failure{StaffCode::TextBroken, place, key + ": " + std::string(problem)});
      }
      out.emplace(key, *text);
      lines.emplace(key, member.second.line());
    } else {
      return fail(Failure{StaffCode::TextBroken, place, key + ": a text that is not empty was expected"});
    }
  }
  return {};
}

// What a language's file says of the language.
Result<LanguageInfo> about_itself(const Node& document, const std::string& file, Language language) {
  LanguageInfo info;
  info.language = language;
  info.tag = code_of(language);
  const Node* table = document.find(kAboutItself);
  const auto broken = [&](const Node* at, const std::string& reason) {
    const int line = at != nullptr ? at->line() : 0;
    return Failure{StaffCode::TextBroken, line > 0 ? file + ":" + std::to_string(line) : file, reason};
  };
  if (table == nullptr || table->table() == nullptr) return fail(broken(table, "[language] with its name is missing"));
  for (const auto& [key, value] : *table->table()) {
    const std::string* text = value.string();
    if (key == "name" && text != nullptr) info.name = *text;
    else if (key == "tag" && text != nullptr) info.tag = *text;
    else if (key == "names" && text != nullptr && (*text == "ja" || *text == "ja-easy" || *text == "en")) info.names = *text;
    else if (key == "direction" && text != nullptr && (*text == "ltr" || *text == "rtl")) info.right_to_left = *text == "rtl";
    else if (key == "order" && value.integer() != nullptr) info.order = static_cast<int>(*value.integer());
    else if (key == "readings" && value.boolean() != nullptr) info.readings = *value.boolean();
    else if (key == "fonts" && value.array() != nullptr) {
      for (const Node& font : *value.array()) {
        if (font.string() == nullptr) return fail(broken(&font, "language.fonts: a name of a font was expected"));
        info.fonts += (info.fonts.empty() ? "" : ", ") + *font.string();
      }
    } else {
      return fail(broken(&value, "language." + key + ": no such key, or no value for it"));
    }
  }
  if (info.name.empty()) return fail(broken(table, "language.name: a text that is not empty was expected"));
  return info;
}

std::set<std::string> placeholders(std::string_view text) {
  std::set<std::string> names;
  for (auto open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1)) {
    const auto close = text.find('}', open);
    if (close == std::string_view::npos) break;
    names.emplace(text.substr(open + 1, close - open - 1));
  }
  return names;
}

// Walks marked text; calls `on_ruby(base, reading)` and `on_text(run)`.
template <class OnText, class OnRuby>
void walk_marks(std::string_view text, OnText on_text, OnRuby on_ruby) {
  while (!text.empty()) {
    const auto bold = text.find("**");
    const auto open = text.find('[');
    const auto next = std::min(bold, open);
    if (next == std::string_view::npos) {
      on_text(text);
      return;
    }
    on_text(text.substr(0, next));
    if (next == bold) {
      text.remove_prefix(bold + 2);
      continue;
    }
    const auto bar = text.find('|', open);
    const auto close = text.find(']', open);
    if (bar == std::string_view::npos || close == std::string_view::npos || bar > close) {
      on_text(text.substr(open, 1));
      text.remove_prefix(open + 1);
      continue;
    }
    on_ruby(text.substr(open + 1, bar - open - 1), text.substr(bar + 1, close - bar - 1));
    text.remove_prefix(close + 1);
  }
}

}  // namespace

Done TextCatalog::add(const std::string& file, Language language, std::map<std::string, int, std::less<>>& lines) {
  const auto document = load_toml(file, StaffCode::TextBroken);
  if (!document) return fail(document.error());
  Texts texts;
  if (auto done = flatten(*document, "", file, texts, lines); !done) return done;
  auto info = about_itself(*document, file, language);
  if (!info) return fail(info.error());
  texts_.emplace(language, std::move(texts));
  languages_.push_back(std::move(*info));
  return {};
}

Result<TextCatalog> TextCatalog::load(const std::string& directory) {
  TextCatalog catalog;
  std::map<Language, Lines> lines;
  std::map<std::string, Language> files;  // by name, so that the first complaint is always the same one
  std::error_code problem;
  for (const fs::directory_entry& entry : fs::directory_iterator(directory, problem)) {
    if (entry.path().extension() != ".toml") continue;
    const auto language = Language::from_code(entry.path().stem().string());
    if (!language) return fail(Failure{StaffCode::TextBroken, entry.path().string(), "its name is no code of a language"});
    files.emplace(entry.path().string(), *language);
  }
  files.emplace(directory + "/ja.toml", Language::Japanese);
  for (const auto& [file, language] : files) {
    if (auto done = catalog.add(file, language, lines[language]); !done) return fail(done.error());
  }
  std::stable_sort(catalog.languages_.begin(), catalog.languages_.end(),
                   [](const LanguageInfo& a, const LanguageInfo& b) { return a.order != b.order ? a.order < b.order : a.language < b.language; });
  const Texts& reference = catalog.texts_of(Language::Japanese);
  for (const auto& [file, language] : files) {
    const Texts& texts = catalog.texts_of(language);
    const auto place = [&, &file = file, &language = language](const std::string& key) {
      return file + ":" + std::to_string(lines[language].find(key)->second);
    };
    for (const auto& [key, text] : reference) {
      const auto other = texts.find(key);
      if (other == texts.end()) return fail(Failure{StaffCode::TextBroken, file, key + ": missing"});
      if (placeholders(text) != placeholders(other->second)) {
        return fail(Failure{StaffCode::TextBroken, place(key), key + ": its placeholders differ from ja.toml"});
      }
    }
    for (const auto& [key, text] : texts) {
      if (!reference.contains(key)) return fail(Failure{StaffCode::TextBroken, place(key), key + ": not in ja.toml"});
    }
  }
  return catalog;
}

const TextCatalog::Texts& TextCatalog::texts_of(Language language) const {
  const auto found = texts_.find(language);
  return found != texts_.end() ? found->second : texts_.find(Language::Japanese)->second;
}

const LanguageInfo& TextCatalog::info(Language language) const {
  const LanguageInfo* japanese = &languages_.front();
  for (const LanguageInfo& each : languages_) {
    if (each.language == language) return each;
    if (each.language == Language::Japanese) japanese = &each;
  }
  return *japanese;
}

std::optional<Language> TextCatalog::find(std::string_view code) const {
  for (const LanguageInfo& each : languages_) {
    if (code_of(each.language) == code) return each.language;
  }
  return std::nullopt;
}

TextCatalog TextCatalog::changed(const std::function<std::string(const std::string&)>& change) const {
  TextCatalog copy = *this;
  for (auto& [language, texts] : copy.texts_) {
    for (auto& [key, text] : texts) text = change(text);
  }
  return copy;
}

std::string TextCatalog::get(Language language, std::string_view key) const {
  const Texts& texts = texts_of(language);
  const auto found = texts.find(key);
  return found == texts.end() ? "⟦" + std::string(key) + "⟧" : found->second;
}

std::string TextCatalog::get(Language language, std::string_view key, const Arguments& arguments) const {
  const std::string pattern = get(language, key);
  std::string out;
  std::string_view rest = pattern;
  for (auto open = rest.find('{'); open != std::string_view::npos; open = rest.find('{')) {
    const auto close = rest.find('}', open);
    if (close == std::string_view::npos) break;
    out += rest.substr(0, open);
    const std::string_view name = rest.substr(open + 1, close - open - 1);
    bool filled = false;
    for (const auto& [argument, value] : arguments) {
      if (argument == name) {
        out += value;
        filled = true;
        break;
      }
    }
    if (!filled) out += rest.substr(open, close - open + 1);
    rest.remove_prefix(close + 1);
  }
  return out + std::string(rest);
}

bool TextCatalog::has(std::string_view key) const { return texts_of(Language::Japanese).contains(key); }

std::vector<std::string> TextCatalog::keys() const {
  std::vector<std::string> keys;
  for (const auto& [key, text] : texts_of(Language::Japanese)) keys.push_back(key);
  return keys;
}

std::string Words::day(const Date& date) const {
  return (*this)("format.day", {{"month_name", (*this)("format.month_" + std::to_string(static_cast<unsigned>(date.month())))},
                            {"day", std::to_string(static_cast<unsigned>(date.day()))},
                            {"weekday", (*this)("format.weekday_" + std::to_string(weekday_of(date)))}});
}

std::string Words::full_day(const Date& date) const {
  return (*this)("format.full_day", {{"year", std::to_string(static_cast<int>(date.year()))}, {"day", day(date)}});
}

std::string Words::minute(const CivilMinute& minute) const {
  return (*this)("format.minute", {{"day", day(minute.date)}, {"clock", clock_text(minute.minute_of_day)}});
}

std::string plain(std::string_view marked) {
  std::string out;
  walk_marks(marked, [&](std::string_view run) { out += run; }, [&](std::string_view base, std::string_view) { out += base; });
  return out;
}

std::string spoken(std::string_view marked) {
  std::string out;
  walk_marks(marked, [&](std::string_view run) { out += run; }, [&](std::string_view, std::string_view reading) { out += reading; });
  return out;
}

}  // namespace desk::text
