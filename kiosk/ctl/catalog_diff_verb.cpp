#include "kiosk/ctl/catalog_calls.h"
#include "kiosk/ctl/diff_words.h"
#include "data/base/places.h"
#include "kiosk/ctl/program.h"
#include "kiosk/ctl/rules_calls.h"

namespace desk::ctl {
namespace {

text::Language reader_language(const Input& input) {
  const std::string code = input.text("lang").value_or("ja");
  for (const text::Language language : {text::Language::EasyJapanese, text::Language::English}) {
    if (text::code_of(language) == code) return language;
  }
  return text::Language::Japanese;
}

Result<catalog::Catalogue> catalogue_at(const Node& word) {
  if (word.string() == nullptr) return fail(bad_input("folders", "two folders were expected"));
  return catalog::Catalogue::load(*word.string());
}

Result<Answer> tell_changes(const Input& input, Context&) {
  const Array* folders = input.node("folders")->array();
  if (folders->size() != 2) return fail(bad_input("folders", "two folders were expected, the older and the newer"));
  const auto before = catalogue_at((*folders)[0]);
  if (!before) return fail(before.error());
  const auto after = catalogue_at((*folders)[1]);
  if (!after) return fail(after.error());
  const auto texts = text::TextCatalog::load(data_folder() + "/text");
  if (!texts) return fail(texts.error());
  const text::Words words(*texts, reader_language(input));
  Node lines{Node::Value{Array{}}};
  for (const catalog::Change& change : catalog::difference(*before, *after)) lines.push(text_node(sentence(change, words)));
  const bool same = lines.array()->empty();
  Node answer;
  answer.set("same", flag_node(same));
  answer.set("changes", std::move(lines));
  if (same) answer.set("note", text_node(text::plain(words("diff.same"))));
  return Answer{std::move(answer)};
}

// A sentence a line, or the one that says that nothing changes.
std::string print_changes(const Node& answer) {
  std::string out;
  for (const Node& line : *answer.find("changes")->array()) out += *line.string() + "\n";
  if (const Node* note = answer.find("note")) out += *note->string() + "\n";
  return out;
}

}  // namespace

Verb catalog_diff_verb() {
  Verb verb{.group = "catalog", .name = "diff", .about = "says in words what a newer folder of packs changes"};
  verb.keys = [](Context&) {
    return std::vector<Key>{{.name = "folders", .type = Type::List, .required = true, .about = "OLD NEW"},
                            {.name = "lang", .type = Type::Choice, .fallback = "ja", .choices = {"ja", "ja-easy", "en"}}};
  };
  verb.answers = {"same", "changes[]", "note"};
  verb.positional = "folders";
  verb.run = tell_changes;
  verb.print = print_changes;
  return verb;
}

}  // namespace desk::ctl
