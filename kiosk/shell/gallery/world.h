// World: what the samples of the gallery are made from: the real packs and texts, and the people of gallery.toml. Read once, then immutable.
#pragma once

#include <map>
#include <string>

#include "data/base/result.h"
#include "data/catalog/catalogue.h"
#include "data/text/name_forms.h"
#include "data/text/text_catalog.h"
#include "kiosk/flow/step.h"

namespace desk::shell::gallery {

// What a person says, by step: codes separated by spaces, or digits; a step that is missing is answered with わからない.
struct Person {
  int programme = 0;
  CivilMinute today;
  std::map<flow::Step, std::string> says;
};

struct World {
  catalog::Catalogue catalogue;
  text::TextCatalog texts;
  std::map<std::string, Person> people;
  text::NameForms name_forms;
  std::string site, corner, long_site, long_corner, reception, phone, page_address;

  // `folder` holds catalog/packs and text; `people` is gallery.toml.
  [[nodiscard]] static Result<World> load(const std::string& folder, const std::string& people);
};

}  // namespace desk::shell::gallery
