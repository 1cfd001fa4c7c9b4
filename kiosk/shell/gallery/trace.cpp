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
  if (const std::string* word = node.string(); word != nullptr && characters(*word).size() > 1 && !is_code(*word)) into.insert(*word);
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

std::vector<std::string> brought_along(const Stage& stage) {
  const flow::Model& model = stage.model;
  const flow::StaffState& staff = model.staff;
  std::vector<std::string> own{stage.desk.site_name, stage.desk.corner, stage.desk.official_address, model.reception.text, model.entry, model.code.tag,
                               model.code.masked, model.answers.application_number.value_or(""), staff.name, staff.first, staff.told, staff.exported.folder,
                               model.machine.self_test.sms_masked, model.machine.self_test.sms_tag};
  for (const input::Composition* part : {&model.name.family, &model.name.given}) {
    for (const Secret* word : {&part->preedit, &part->pending, &part->settled}) own.emplace_back(word->reveal());
    for (const Secret& word : part->candidates) own.emplace_back(word.reveal());
  }
  // The day that a drawn paper shows, as offices print it.
  for (int age = 0; age < 40; ++age) own.push_back(rules::japanese_date(plus_days(stage.today.date, -age)));
  if (model.entry.size() > 3) own.push_back(model.entry.substr(0, 3) + "-" + model.entry.substr(3));  // "T7K-4"
  for (const flow::Bundle& bundle : model.answers.bundles) own.push_back(bundle.name);
  for (const flow::KeptApplication& kept : staff.applications) own.push_back(kept.reception.text);
  if (staff.open) own.push_back(staff.open->reception.text);
  for (const flow::Parcel& parcel : staff.parcels) own.push_back(parcel.reception);
  // Who did it, in a line of the trail: "by=staff-1".
  for (const flow::TrailLine& line : staff.trail) {
    if (line.details.starts_with("by=")) own.push_back(line.details.substr(3, line.details.find(' ') - 3));
  }
  std::erase(own, "");
  return own;
}

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
  for (std::string& own : brought_along(stage)) known.push_back(std::move(own));
  std::sort(known.begin(), known.end(), [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
  std::vector<std::string> out;
  for (const PlacedText& text : drawing.texts) {
    std::string rest = unmarked(text.marked);
    if (!has_letters(rest) || characters(rest).size() == 1) continue;  // a single letter is a key of a keyboard, or of what was typed on it
    for (const std::string& word : known) erase_all(rest, word);
    for (const std::string_view unit : {"SC-", "MB"}) erase_all(rest, unit);  // staff codes, and what is written alike in every language
    if (has_letters(rest)) out.push_back("no key for \"" + rest + "\" in \"" + text.marked + "\"");
  }
  return out;
}

}  // namespace desk::shell::gallery
