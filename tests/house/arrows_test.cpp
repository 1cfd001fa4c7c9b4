// The arrows of the house, drawn once and held: which room may include which, and which library is spoken to in one place only.
#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <regex>
#include <set>

#include "tests/house/tree.h"

namespace desk::house {
namespace {

const std::set<std::string> kRooms = {"data/base", "data/config", "data/text", "data/catalog", "data/rules", "data/store", "auth",
                                      "scanner", "printer", "kiosk/flow", "kiosk/checks", "kiosk/screens", "kiosk/input", "kiosk/shell", "kiosk/ctl"};

// Each room may include itself and these. kiosk/shell may include everything; kiosk/ctl everything but screens and shell.
const std::map<std::string, std::set<std::string>> kArrows = {
    {"data/base", {}},
    {"data/config", {"data/base"}},
    {"data/text", {"data/base"}},
    {"data/catalog", {"data/base"}},
    {"data/rules", {"data/base", "data/catalog"}},
    {"data/store", {"data/base"}},
    {"auth", {"data/base", "data/config", "data/text"}},
    {"scanner", {"data/base"}},
    {"printer", {"data/base", "data/text"}},
    {"kiosk/flow", {"data/base", "data/catalog", "data/rules", "kiosk/input"}},
    {"kiosk/checks", {"kiosk/flow", "data/base", "data/config", "data/text", "data/catalog", "data/rules", "auth", "scanner", "printer"}},
    {"kiosk/screens", {"kiosk/flow", "data/base", "data/text", "data/catalog", "data/rules"}},
    {"kiosk/input", {"data/base"}},
    {"kiosk/ctl", {"data/base", "data/config", "data/text", "data/catalog", "data/rules", "data/store", "auth", "scanner", "printer",
                   "kiosk/flow", "kiosk/checks", "kiosk/input"}},
};

TEST(Arrows, NoRoomIncludesOneItMayNotKnow) {
  for (const SourceFile& file : source_files()) {
    ASSERT_TRUE(kRooms.contains(file.room)) << file.path << " is in no room";
    for (const Include& include : file.includes) {
      if (include.angled) continue;
      const std::string target = room_of(include.path);
      ASSERT_TRUE(kRooms.contains(target)) << file.path << ":" << include.line << " includes are written from the top of the tree";
      if (target == file.room || file.room == "kiosk/shell") continue;
      EXPECT_TRUE(kArrows.at(file.room).contains(target)) << file.path << ":" << include.line << ": " << file.room << " may not include " << target;
    }
  }
}

// The flow's model holds a name while it is written. It knows the pure half of that room, and nothing that starts a process.
TEST(Arrows, TheFlowKnowsNoConverter) {
  for (const SourceFile& file : source_files()) {
    if (file.room != "kiosk/flow") continue;
    for (const Include& include : file.includes) {
      if (!include.angled && room_of(include.path) == "kiosk/input") {
        EXPECT_EQ(include.path, "kiosk/input/composition.h") << file.path << ":" << include.line;
      }
    }
  }
}

// Libraries that cost seconds a unit, or whose types must not spread, and the one file (or folder) that may name them.
TEST(Arrows, EachLibraryIsSpokenToInOnePlace) {
  const std::map<std::string, std::string> homes = {
      {"toml", R"(^data/base/toml\.cpp$)"},
      {"nlohmann", R"(^data/base/json\.cpp$)"},
      {"httplib", R"(^auth/http_server\.cpp$)"},
      {"curl/", R"(^auth/http_client\.cpp$)"},
      {"sqlite3", R"(^data/base/sqlite_database\.cpp$)"},
      {"sodium", R"(^data/base/(crypto|signing)\.cpp$)"},
      {"sane/", R"(^scanner/(helper|tray)/)"},
      {"qpdf", R"(^scanner/[a-z_]+\.cpp$)"},
      {"turbojpeg", R"(^scanner/[a-z_]+\.cpp$)"},
      {"ZXing", R"(^(scanner|printer)/[a-z_]+\.cpp$)"},
      {"qrencode", R"(^printer/[a-z_]+\.cpp$)"},
      {"pango", R"(^(data/text/[a-z_]+\.cpp|scanner/tray/[a-z_/]+\.cpp)$)"},
      {"imgui", R"(^kiosk/(screens|shell)/)"},
      {"SDL", R"(^kiosk/shell/)"},
  };
  for (const SourceFile& file : source_files()) {
    for (const Include& include : file.includes) {
      for (const auto& [library, home] : homes) {
        if (!include.angled || !include.path.starts_with(library)) continue;
        EXPECT_TRUE(std::regex_search(file.path, std::regex(home))) << file.path << ":" << include.line << " may not include <" << include.path << ">";
      }
    }
  }
}

TEST(Arrows, NoHeaderNamesALibrarysTypes) {
  const std::regex foreign(R"(^(SDL|imgui|sane/|curl/|sqlite3|pango|cairo|qpdf|turbojpeg|ZXing|httplib|nlohmann|toml|sodium|cups))");
  for (const SourceFile& file : source_files()) {
    if (!file.path.ends_with(".h")) continue;
    // The shell is included by nobody; the helper and the tray are programs of their own; ImGui is the screens' own layer.
    if (file.room == "kiosk/shell" || file.path.starts_with("scanner/helper/") || file.path.starts_with("scanner/tray/")) continue;
    for (const Include& include : file.includes) {
      EXPECT_FALSE(include.angled && std::regex_search(include.path, foreign)) << file.path << ":" << include.line << " <" << include.path << ">";
    }
  }
}

TEST(Arrows, TheClocksAreReadInOneFile) {
  const std::regex raw(R"((system_clock|steady_clock|high_resolution_clock)::now|\bclock_gettime\s*\(|\bgettimeofday\s*\(|[^_a-z]time\s*\(\s*(nullptr|NULL|0|&)|\blocaltime)");
  for (const SourceFile& file : source_files()) {
    if (file.path == "data/base/clock.cpp") continue;
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
      EXPECT_FALSE(std::regex_search(code_of(file.lines[i]), raw)) << file.path << ":" << i + 1 << ": " << file.lines[i];
    }
  }
}

TEST(Arrows, RulesKnowNoFloatingPoint) {
  const std::regex real(R"(\b(double|float)\b)");
  for (const SourceFile& file : source_files()) {
    if (file.room != "data/rules" && file.path != "data/base/yen.h" && file.path != "data/base/yen.cpp") continue;
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
      EXPECT_FALSE(std::regex_search(code_of(file.lines[i]), real)) << file.path << ":" << i + 1;
    }
  }
}

}  // namespace
}  // namespace desk::house
