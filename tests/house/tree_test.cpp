// What the tree must look like to the person who opens it next.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>

#include "tests/house/tree.h"
#include "tests/places.h"

namespace desk::house {
namespace fs = std::filesystem;
namespace {

TEST(Tree, TheTopLevelIsFixed) {
  const std::set<std::string> allowed = {"CMakeLists.txt", "CMakePresets.json", "LICENSE", "README.md", "auth", "build", "data", "image",
                                         "kiosk", "out", "printer", "scanner", "tests"};
  for (const auto& entry : fs::directory_iterator(source_tree())) {
    const std::string name = entry.path().filename();
    EXPECT_TRUE(name.starts_with(".") || allowed.contains(name)) << name;
  }
}

// Any character of Japanese writing in a string of code would be a word that no translator sees.
TEST(Tree, TextAPersonSeesIsNeverInCode) {
  const std::regex quoted(R"("(?:[^"\\]|\\.)*")");
  const auto japanese = [](const std::string& text) {
    for (std::size_t i = 0; i + 2 < text.size(); ++i) {
      const auto lead = static_cast<unsigned char>(text[i]);
      // E3 81 … E9: kana and kanji
      if (lead >= 0xE4 && lead <= 0xE9) return true;
      if (lead == 0xE3 && static_cast<unsigned char>(text[i + 1]) >= 0x81) return true;
    }
    return false;
  };
  for (const SourceFile& file : source_files()) {
    // Not words to translate: specimens are drawn papers, the Japanese calendar reads what papers print, a tag is one letter of kana, a
    // style sheet's bullet is a mark, and the demonstration's sample desk has a sample name.
    if (file.path.starts_with("scanner/tray/") || file.path == "auth/code_policy.h" || file.path == "auth/page/style.cpp" ||
        file.path == "data/config/desk_config.cpp" || file.path.starts_with("data/rules/japanese_date") || file.path.starts_with("data/base/phone_number") ||
        file.path.starts_with("data/base/ids") || file.path.starts_with("data/text/")) continue;
    // Nor are the kana of a keyboard and how they are composed, the sounds of Japanese numbers, and what the gallery's people have typed.
    if (file.path == "kiosk/input/kana.cpp" || file.path == "kiosk/input/composition.cpp" || file.path == "kiosk/screens/keyboard.cpp" ||
        file.path == "kiosk/shell/speech/numbers_ja.cpp" || file.path == "kiosk/shell/speech/reader.cpp" ||
        file.path == "kiosk/shell/speech/settled_sounds.cpp" || file.path.starts_with("kiosk/shell/gallery/")) continue;
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
      const std::string code = code_of(file.lines[i]);
      for (std::sregex_iterator it(code.begin(), code.end(), quoted), end; it != end; ++it) {
        EXPECT_FALSE(japanese(it->str())) << file.path << ":" << i + 1 << ": " << it->str();
      }
    }
  }
}

TEST(Tree, NothingIsLeftForLater) {
  const std::regex later(R"(\b(TODO|FIXME|XXX|HACK)\b|\bfor now\b|not implemented)");
  for (const SourceFile& file : source_files(/*with_tests=*/true)) {
    // These two look for such words themselves.
    if (file.path.starts_with("tests/house/") || file.path == "tests/text/text_catalog_test.cpp") continue;
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
      EXPECT_FALSE(std::regex_search(file.lines[i], later)) << file.path << ":" << i + 1;
    }
  }
}

TEST(Tree, TestsDoNotSleep) {
  const std::regex sleeping(R"(\b(sleep_for|sleep_until|usleep|nanosleep)\s*\(|[^_a-z]sleep\s*\()");
  for (const SourceFile& file : source_files(/*with_tests=*/true)) {
    if (!file.path.starts_with("tests/") || file.path.starts_with("tests/house/")) continue;
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
      EXPECT_FALSE(std::regex_search(code_of(file.lines[i]), sleeping)) << file.path << ":" << i + 1;
    }
  }
}

TEST(Tree, EveryDeskTestStandsInItsList) {
  for (const SourceFile& file : source_files(/*with_tests=*/true)) {
    if (!file.path.starts_with("tests/") || !file.path.ends_with("_test.cpp")) continue;
    std::string lists;
    const fs::path folder = fs::path(source_tree()) / fs::path(file.path).parent_path();
    std::ifstream in(folder / "CMakeLists.txt");
    for (std::string line; std::getline(in, line);) lists += line + "\n";
    EXPECT_NE(lists.find(fs::path(file.path).filename().string()), std::string::npos) << file.path << " is built by nobody";
  }
}

}  // namespace
}  // namespace desk::house
