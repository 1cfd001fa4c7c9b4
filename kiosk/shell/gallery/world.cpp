#include "kiosk/shell/gallery/world.h"

#include "data/base/document.h"

namespace desk::shell::gallery {
namespace {

Failure broken(const std::string& file, const Node& node, const std::string& reason) {
  return {StaffCode::BadInput, file + ":" + std::to_string(node.line()), reason};
}

Done read_word(const Node& table, std::string_view key, const std::string& file, std::string& out) {
  const Node* node = table.find(key);
  const std::string* word = node != nullptr ? node->string() : nullptr;
  if (word == nullptr) return fail(broken(file, table, std::string(key) + ": a text was expected"));
  out = *word;
  return {};
}

Result<Person> read_person(const std::string& name, const Node& node, const catalog::Catalogue& catalogue, const std::string& file) {
  if (node.table() == nullptr) return fail(broken(file, node, name + ": a table was expected"));
  Person person;
  for (const auto& [key, value] : *node.table()) {
    if (key == "programme" && value.integer() != nullptr) {
      person.programme = static_cast<int>(*value.integer());
    } else if (key == "today" && value.string() != nullptr) {
      const auto today = parse_civil_minute(*value.string());
      if (!today) return fail(broken(file, value, name + ": today is no minute of a day"));
      person.today = *today;
    } else if (const auto step = flow::step_named(key); step && value.string() != nullptr) {
      person.says[*step] = *value.string();
    } else {
      return fail(broken(file, value, name + ": " + key + " is no step, or not a text"));
    }
  }
  if (catalogue.pack(person.programme) == nullptr) return fail(broken(file, node, name + ": no pack of that programme"));
  return person;
}

}  // namespace

Result<World> World::load(const std::string& folder, const std::string& people) {
  auto catalogue = catalog::Catalogue::load(folder + "/catalog/packs");
  if (!catalogue) return fail(catalogue.error());
  auto texts = text::TextCatalog::load(folder + "/text");
  if (!texts) return fail(texts.error());
  auto forms = text::NameForms::load(folder + "/text");
  if (!forms) return fail(forms.error());
  World world{std::move(*catalogue), std::move(*texts), {}, std::move(*forms), {}, {}, {}, {}, {}, {}, {}};
  const auto document = load_toml(people);
  if (!document) return fail(document.error());
  const Node* desk = document->find("desk");
  const Node* persons = document->find("person");
  if (desk == nullptr || persons == nullptr || persons->table() == nullptr) return fail(Failure{StaffCode::BadInput, people, "[desk] and [person] are needed"});
  const std::pair<std::string_view, std::string*> words[] = {{"site", &world.site}, {"corner", &world.corner}, {"long_site", &world.long_site},
                                                             {"long_corner", &world.long_corner}, {"reception", &world.reception},
                                                             {"phone", &world.phone}, {"page_address", &world.page_address}};
  for (const auto& [key, out] : words) {
    if (auto done = read_word(*desk, key, people, *out); !done) return fail(done.error());
  }
  for (const auto& [name, node] : *persons->table()) {
    auto person = read_person(name, node, world.catalogue, people);
    if (!person) return fail(person.error());
    world.people.emplace(name, std::move(*person));
  }
  return world;
}

}  // namespace desk::shell::gallery
