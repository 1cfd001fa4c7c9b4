// Verb: one call of desk-ctl, e.g. `rules estimate`. Each group registers its verbs in a file of its own; flags and JSON keys are the same
// list of Keys, so the command line, --batch and `rules schema` can never disagree.
//
//   void add_paper_verbs(Registry& registry) {
//     Verb verb{.group = "paper", .name = "check", .about = "reads a page"};
//     verb.keys = [](Context&) { return std::vector<Key>{{.name = "file", .required = true}, {.name = "today", .type = Type::Date}}; };
//     verb.positional = "file";
//     verb.run = [](const Input& in, Context& with) -> Result<Answer> { ... in.text("file") ... };
//     registry.push_back(std::move(verb));
//   }
#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "data/base/calendar.h"
#include "data/base/clock.h"
#include "data/base/document.h"
#include "data/base/result.h"
#include "data/base/yen.h"
#include "data/catalog/catalogue.h"
#include "data/text/text_catalog.h"

namespace desk::ctl {

struct Verb;

enum class Type {
  Text,
  Digits,   // text; a JSON whole number is taken as its digits
  Whole,
  Yen,      // a whole number of yen
  Flag,     // true or false; the bare flag on the command line is true
  Date,     // YYYY-MM-DD
  Minute,   // YYYY-MM-DD or YYYY-MM-DDTHH:MM
  Choice,   // text, one of `choices`
  Measured, // true or false, or the figure itself: a fraction "1/2", or a whole number
  List,     // of tables or texts; on the command line as JSON
};
[[nodiscard]] std::string_view name_of(Type type);

struct Key {
  std::string name;
  Type type = Type::Text;
  std::string unit = {};      // "yen", "days", "people"; empty: none
  bool required = false;
  std::string fallback = {};  // what absence means, for people
  std::vector<std::string> choices = {};
  std::string about = {};
  std::int64_t low = 0;
  std::int64_t high = 1'000'000'000'000;
  bool unknown_allowed = false;  // JSON null (on the command line "unknown") is わからない
};

// What every verb may use. Nothing is read before a verb asks for it.
class Context {
 public:
  // `notes` (standard error) hears what is not part of the answer; null: nobody does. Both outlive this.
  Context(std::string packs, const Clock& clock, std::ostream* notes = nullptr) : packs_(std::move(packs)), clock_(clock), notes_(notes) {}
  [[nodiscard]] const std::string& packs() const { return packs_; }
  [[nodiscard]] Result<const catalog::Catalogue*> catalogue();
  // The verb's keys, made once: they may read the packs, and a batch asks for them on every line.
  [[nodiscard]] const std::vector<Key>& keys_of(const Verb& verb);
  // The words for people, when this call is answered to one and not to a golden case; null otherwise.
  [[nodiscard]] Result<const text::TextCatalog*> words();
  void speak() { speaks_ = true; }
  [[nodiscard]] Date today() const { return to_jst(clock_.wall()).date; }
  [[nodiscard]] const Clock& clock() const { return clock_; }
  // A line for the person who waits. Any thread, one at a time.
  void note(const std::string& line) const;

 private:
  std::string packs_;
  const Clock& clock_;
  std::ostream* notes_;
  std::unique_ptr<catalog::Catalogue> catalogue_;
  std::map<std::string, std::vector<Key>, std::less<>> keys_;
  bool speaks_ = false;
  std::unique_ptr<text::TextCatalog> words_;
};

// The keys of one call, checked against the verb's list: every value is of its type, in range, and known.
class Input {
 public:
  explicit Input(Node node) : node_(std::move(node)) {}
  [[nodiscard]] bool has(std::string_view key) const { return node_.find(key) != nullptr; }
  [[nodiscard]] bool unknown(std::string_view key) const;  // given as わからない
  [[nodiscard]] std::optional<std::string> text(std::string_view key) const;
  [[nodiscard]] std::optional<std::int64_t> whole(std::string_view key) const;
  [[nodiscard]] std::optional<bool> flag(std::string_view key) const;
  [[nodiscard]] std::optional<Date> date(std::string_view key) const;
  [[nodiscard]] std::optional<CivilMinute> minute(std::string_view key) const;
  [[nodiscard]] const Node* node(std::string_view key) const { return node_.find(key); }
  // The value, its default when absent, or nullopt when it was given as わからない.
  [[nodiscard]] std::optional<bool> flag_or_unknown(std::string_view key, bool fallback) const;

 private:
  Node node_;
};

struct Answer {
  Node node;
  int exit_code = 0;  // 0 also when the answer is "no"
};

struct Verb {
  std::string group;
  std::string name;   // empty: the group is the verb ("scan", "self-test")
  std::string about;
  std::function<std::vector<Key>(Context&)> keys = [](Context&) { return std::vector<Key>{}; };
  std::vector<std::string> answers = {};  // the keys of the answer, for `rules schema`
  std::string positional = {};            // the key that words without a flag go to; a List key takes several
  bool batch = false;
  // Failures: StaffCode::BadInput, with `where` the key, is exit 2; any other is exit 1.
  std::function<Result<Answer>(const Input&, Context&)> run = {};
  // Prints for people; the default writes "key: value" lines.
  std::function<std::string(const Node&)> print = {};
};

using Registry = std::vector<Verb>;
[[nodiscard]] const Verb* find_verb(const Registry& registry, std::string_view group, std::string_view name);

[[nodiscard]] Failure bad_input(std::string key, std::string reason);

// Checks a table of keys and values against the verb's list.
[[nodiscard]] Result<Input> check_input(Node table, const std::vector<Key>& keys);
// A word of the command line as the value its key wants.
[[nodiscard]] Result<Node> value_from_word(const Key& key, const std::string& word);

// Answers for people: one "key: value" a line, tables of a list on a line each.
[[nodiscard]] std::string print_plainly(const Node& answer);

}  // namespace desk::ctl
