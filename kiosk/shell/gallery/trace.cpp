#include "kiosk/shell/gallery/trace.h"

#include <algorithm>
#include <filesystem>

#include "data/base/characters.h"
#include "data/base/document.h"
#include "data/rules/japanese_date.h"

namespace desk::shell::gallery {
namespace {

constexpr std::string_view kOpen = "\xEE\x80\x80", kClose = "\xEE\x80\x81";  // U+E000, U+E001

// "{day}まで" → {day}⟨まで⟩
std::string wrapped(const std::string& text) {
  std::string out;
  std::string_view rest = text;
  const auto piece = [&](std::string_view literal) {
    if (!literal.empty()) out += std::string(kOpen) + std::string(literal) + std::string(kClose);
  };
  for (auto open = rest.find('{'); open != std::string_view::npos; open = rest.find('{')) {
    const auto close = rest.find('}', open);
    if (close == std::string_view::npos) break;
    piece(rest.substr(0, open));
    out += rest.substr(open, close - open + 1);
    rest.remove_prefix(close + 1);
  }
  piece(rest);
  return out;
}

// What stands outside the marks.
std::string unmarked(std::string_view drawn) {
  std::string out;
  for (auto open = drawn.find(kOpen); open != std::string_view::npos; open = drawn.find(kOpen)) {
    out += drawn.substr(0, open);
    out += '\n';
    const auto close = drawn.find(kClose, open);
    if (close == std::string_view::npos) return out;
    drawn.remove_prefix(close + kClose.size());
  }
  return out + std::string(drawn);
}

bool has_letters(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if ((c | 0x20U) >= 'a' && (c | 0x20U) <= 'z') return true;
    if (c < 0xE3) continue;  // of the rest: kana, ideographs and what lies beyond; marks like … and – begin lower
    if (c > 0xE3) {
      if (c == 0xEF) continue;  // full-width punctuation and forms
      return true;
    }
    const auto second = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0U;
    if (second > 0x80) return true;  // from U+3040 on; U+3000 to U+303F are spaces, commas and brackets
  }
  return false;
}

bool is_code(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.'; });
}

void collect(const Node& node, std::set<std::string>& into) {
  if (const std::string* word = node.string(); word != nullptr && !word->empty() && !is_code(*word)) into.insert(*word);
  if (const Array* list = node.array()) {
    for (const Node& each : *list) collect(each, into);
  }
  if (const Table* table = node.table()) {
    for (const auto& [key, value] : *table) collect(value, into);
  }
}

void erase_all(std::string& text, std::string_view word) {
  if (word.empty()) return;
  for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at)) text.replace(at, word.size(), " ");
}

}  // namespace

Result<Trace> Trace::create(const World& world, const std::string& folder) {
  Trace trace(world.texts.changed(wrapped));
  std::error_code problem;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder, problem)) {
    if (entry.path().extension() != ".toml" || entry.path().filename() == "golden.toml") continue;
    const auto document = load_toml(entry.path().string());
    if (!document) return fail(document.error());
    collect(*document, trace.names_);
  }
  for (const text::LanguageInfo& language : world.texts.languages()) trace.names_.insert(language.name);
  return trace;
}

std::vector<std::string> Trace::complaints(const Drawing& drawing, const Stage& stage) const {
  // What this desk and this person brought along, longest first with the packs' names, so that no name is cut by a shorter one inside it.
  std::vector<std::string> known(names_.begin(), names_.end());
  const flow::Model& model = stage.model;
  for (const std::string& own : {stage.desk.site_name, stage.desk.corner, model.reception.text, model.entry, model.code.tag,
                                 model.answers.application_number.value_or(""), std::string(stage.desk.official_address)}) {
    known.push_back(own);
  }
  for (const input::Composition* part : {&model.name.family, &model.name.given}) {
    for (const Secret* word : {&part->preedit, &part->pending, &part->settled}) known.emplace_back(word->reveal());
    for (const Secret& word : part->candidates) known.emplace_back(word.reveal());
  }
  // The day that a drawn paper shows, as offices print it.
  for (int age = 0; age < 40; ++age) known.push_back(rules::japanese_date(plus_days(stage.today.date, -age)));
  if (model.entry.size() > 3) known.push_back(model.entry.substr(0, 3) + "-" + model.entry.substr(3));  // "T7K-4"
  for (const flow::Bundle& bundle : model.answers.bundles) known.push_back(bundle.name);
  std::sort(known.begin(), known.end(), [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
  std::vector<std::string> out;
  for (const PlacedText& text : drawing.texts) {
    std::string rest = unmarked(text.marked);
    if (!has_letters(rest) || characters(rest).size() == 1) continue;  // a single letter is a key of a keyboard, or of what was typed on it
    for (const std::string& word : known) erase_all(rest, word);
    erase_all(rest, "SC-");  // staff codes
    if (has_letters(rest)) out.push_back("no key for \"" + rest + "\" in \"" + text.marked + "\"");
  }
  return out;
}

}  // namespace desk::shell::gallery
