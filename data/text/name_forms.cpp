#include "data/text/name_forms.h"

#include "data/base/characters.h"
#include "data/base/document.h"
#include "data/base/fields.h"

namespace desk::text {
Result<NameForms> NameForms::load(const std::string& directory) {
  const std::string file = directory + "/tables/name-forms.toml";
  const auto document = load_toml(file, StaffCode::TextBroken);
  if (!document) return fail(document.error());
  Fields fields(*document, file, StaffCode::TextBroken);
  NameForms forms;
  for (const std::string& all : fields.texts("forms")) {
    std::vector<std::string> group;
    for (std::string_view form : characters(all)) {
      if (!forms.group_of_.emplace(form, forms.groups_.size()).second) fields.complain("forms", std::string(form) + " stands in two groups");
      group.emplace_back(form);
    }
    if (group.size() < 2) fields.complain("forms", all + ": two forms at least");
    forms.groups_.push_back(std::move(group));
  }
  if (auto done = fields.finish(); !done) return fail(done.error());
  return forms;
}

const std::vector<std::string>& NameForms::of(std::string_view character) const {
  static const std::vector<std::string> kOne;
  const auto found = group_of_.find(character);
  return found == group_of_.end() ? kOne : groups_[found->second];
}

}  // namespace desk::text
