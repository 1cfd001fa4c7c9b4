#include "data/catalog/reading.h"

#include <algorithm>

#include "data/catalog/easy_name.h"

namespace desk::catalog {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }

// The codes of factbook 0.1 and 11: S0-S4 the seeds, P-nn pages, G-nn files, T-nn traps, GK general knowledge, KP our own proposals.
bool source_code(std::string_view part) {
  const std::string_view code = part.substr(0, part.find(' '));
  if (code == "GK" || code == "KP") return true;
  if (code.size() == 2 && code[0] == 'S') return code[1] >= '0' && code[1] <= '4';
  return code.size() == 4 && (code[0] == 'P' || code[0] == 'G' || code[0] == 'T') && code[1] == '-' && digit(code[2]) && digit(code[3]);
}

}  // namespace

std::string read_id(Fields& fields, std::string_view key) {
  const std::string id = fields.text(key);
  const bool plain = std::all_of(id.begin(), id.end(), [](char c) { return (c >= 'a' && c <= 'z') || digit(c) || c == '-' || c == '_'; });
  if (!plain) fields.complain(key, "\"" + id + "\" is no id (small letters, digits, - and _)");
  return id;
}

Names read_names(Fields& fields, std::string_view key) {
  return read_table<Names>(fields, key, [](Fields& sub) {
    Names names;
    names.ja = sub.text("ja");
    names.easy = sub.text("easy");
    if (const std::string problem = easy_name_problem(names.easy); !problem.empty()) sub.complain("easy", problem);
    names.en = sub.text("en");
    return names;
  });
}

Source read_source(Fields& fields) {
  Source source;
  source.text = fields.text("source");
  for (std::size_t at = 0; at < source.text.size();) {
    const std::size_t end = std::min(source.text.find('+', at), source.text.size());
    const std::string part = source.text.substr(at, end - at);
    if (!source_code(part)) fields.complain("source", "\"" + part + "\" begins with no source code (S0-S4, P-nn, G-nn, T-nn, GK, KP)");
    at = end + 1;
  }
  const std::string mark = fields.choice("confidence", {"H", "M", "L"});
  source.confidence = mark == "H" ? Confidence::High : mark == "M" ? Confidence::Medium : Confidence::Low;
  return source;
}

Yen read_yen(Fields& fields, std::string_view key) {
  const Yen yen{fields.whole(key, 0, kMostYen)};
  // The sources print 万円; the smallest amount of the programme is five figures long.
  if (yen.amount > 0 && yen.amount < 1000) fields.complain(key, "in whole yen, not in ten thousands");
  return yen;
}

Ratio read_rate(Fields& fields, std::string_view key) {
  const Ratio ratio = fields.ratio(key);
  if (fields.broken()) return ratio;
  if (ratio.num == 0) fields.complain(key, "rate of nothing");
  if (less(Ratio{1, 1}, ratio)) fields.complain(key, "rate above 1");
  return ratio;
}

CivilMinute read_minute(Fields& fields, std::string_view key) {
  const std::string text = fields.text(key);
  const auto minute = parse_civil_minute(text);
  if (!minute && !text.empty()) {
    fields.complain(key, "\"" + text + "\" is not a minute that exists (YYYY-MM-DDTHH:MM)");
  }
  return minute.value_or(CivilMinute{});
}

std::string read_address(Fields& fields, std::string_view key) {
  std::string address = fields.text(key);
  if (address.find("://") != std::string::npos) fields.complain(key, "without the scheme: no ://");
  if (address.find(' ') != std::string::npos) fields.complain(key, "a space stands in it");
  return address;
}

std::vector<std::string> read_references(Fields& fields, std::string_view key, const std::vector<std::string>& known,
                                         std::string_view what) {
  std::vector<std::string> references = fields.texts(key);
  std::vector<std::string> seen;
  for (const std::string& reference : references) {
    if (!contains(known, reference)) fields.complain(key, "\"" + reference + "\" is no " + std::string(what) + " of this pack");
    if (contains(seen, reference)) fields.complain(key, "\"" + reference + "\" is named twice");
    seen.push_back(reference);
  }
  return references;
}

std::string read_reference(Fields& fields, std::string_view key, const std::vector<std::string>& known, std::string_view what) {
  std::string reference = fields.text(key);
  if (!reference.empty() && !contains(known, reference)) {
    fields.complain(key, "\"" + reference + "\" is no " + std::string(what) + " of this pack");
  }
  return reference;
}

std::optional<Entity> read_entity(Fields& fields) {
  if (!fields.has("entity")) return std::nullopt;
  return entity_from(fields.choice("entity", {"corporation", "sole"}));
}

bool contains(const std::vector<std::string>& all, std::string_view wanted) {
  return std::find(all.begin(), all.end(), wanted) != all.end();
}

}  // namespace desk::catalog
