// The kiosk knows no programme: which frames, functions, purposes, processes and years there are stands in the packs, or a new year would be a
// change of code (design 4.1). desk-ctl's verbs are left out: the frames of its contract are named in design 9.
#include <gtest/gtest.h>

#include <regex>
#include <set>

#include "data/catalog/catalogue.h"
#include "tests/house/tree.h"
#include "tests/places.h"

namespace desk::house {
namespace {

bool of_the_visit(const SourceFile& file) {
  // The gallery's samples are people and years chosen to be looked at.
  if (file.path.starts_with("kiosk/shell/gallery/")) return false;
  return file.room == "kiosk/flow" || file.room == "kiosk/screens" || file.room == "kiosk/shell" || file.room == "kiosk/input";
}

std::set<std::string> words_of_the_programme() {
  const auto catalogue = catalog::Catalogue::load(source_tree() + "/data/catalog/packs");
  EXPECT_TRUE(catalogue) << catalogue.error().message();
  std::set<std::string> words;
  for (const catalog::Pack& pack : catalogue->packs()) {
    for (const catalog::Frame& frame : pack.frames) {
      words.insert(frame.id);
      words.insert(frame.functions.begin(), frame.functions.end());
      for (const catalog::BusinessProcess& process : frame.processes) words.insert(process.id);
    }
    for (const catalog::Purpose& purpose : pack.purposes) words.insert(purpose.id);
    for (const catalog::Exclusion& exclusion : pack.exclusions) words.insert(exclusion.id);
    for (const catalog::ApplicationNumberForm& form : pack.files.application_numbers) words.insert(form.prefix);
  }
  return words;
}

TEST(ProgrammeWords, StandInThePacksAndNotInTheKiosk) {
  const std::set<std::string> words = words_of_the_programme();
  ASSERT_TRUE(words.contains("normal") && words.contains("accounting") && words.contains("KSS04")) << "the packs are no longer read";
  const std::regex quoted(R"re("((?:[^"\\]|\\.)*)")re");
  int strings = 0;
  for (const SourceFile& file : source_files()) {
    if (!of_the_visit(file)) continue;
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
      if (file.lines[i].starts_with("#include")) continue;
      const std::string code = code_of(file.lines[i]);
      for (std::sregex_iterator it(code.begin(), code.end(), quoted), end; it != end; ++it, ++strings) {
        EXPECT_FALSE(words.contains((*it)[1].str())) << file.path << ":" << i + 1 << ": " << (*it)[1].str();
      }
    }
  }
  EXPECT_GT(strings, 500) << "the strings are no longer found";
}

TEST(ProgrammeWords, NoYearOfTheProgrammeIsInTheKiosk) {
  const std::regex year(R"(\b202[0-9]\b)");
  for (const SourceFile& file : source_files()) {
    if (!of_the_visit(file)) continue;
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
      EXPECT_FALSE(std::regex_search(code_of(file.lines[i]), year)) << file.path << ":" << i + 1 << ": " << file.lines[i];
    }
  }
}

}  // namespace
}  // namespace desk::house
