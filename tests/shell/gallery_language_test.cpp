// Adding a language is adding a file: a fourth one in a folder of its own is offered, chosen and drawn like the others.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "kiosk/shell/gallery/gallery.h"
#include "tests/places.h"
#include "tests/shell/gallery_world.h"

namespace desk::shell::gallery {
namespace {

namespace fs = std::filesystem;

// The shipped folder, and Esperanto: every English text with a mark before it, so that what is drawn shows where it came from.
class FourthLanguage : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = fs::temp_directory_path() / "desk-language-XXXXXX";
    folder_ = mkdtemp(pattern.data());
    const fs::path shipped = fs::path(source_tree()) / "data";
    fs::create_directories(folder_ / "catalog");
    fs::create_directory_symlink(shipped / "catalog/packs", folder_ / "catalog/packs");
    fs::create_directory(folder_ / "text");
    fs::create_directory_symlink(shipped / "text/tables", folder_ / "text/tables");
    for (const char* file : {"ja.toml", "ja-easy.toml", "en.toml"}) fs::copy_file(shipped / "text" / file, folder_ / "text" / file);
    std::ifstream english(shipped / "text/en.toml");
    std::ofstream fourth(folder_ / "text/eo.toml");
    std::string table;
    for (std::string line; std::getline(english, line);) {
      if (line.starts_with("[")) table = line;
      const auto begin = line.find(" = \"");
      if (table == "[language]") {
        if (line.starts_with("name =")) line = "name = \"Esperanto\"\nfonts = [\"DejaVu Sans\"]";
        else if (line.starts_with("order")) line = "order = 40";
      } else if (begin != std::string::npos && table != "[format]") {
        line.insert(begin + 4, "Ĝ");
      }
      fourth << line << "\n";
    }
  }
  void TearDown() override { fs::remove_all(folder_); }
  fs::path folder_;
};

std::string all_words(const Drawing& drawing) {
  std::string all;
  for (const PlacedText& text : drawing.texts) all += text.marked + "\n";
  return all;
}

TEST_F(FourthLanguage, IsOfferedChosenAndDrawn) {
  const auto made = World::load(folder_, source_tree() + "/data/samples/gallery.toml");
  ASSERT_TRUE(made) << made.error().message();
  ASSERT_EQ(made->texts.languages().size(), 4U);
  const text::LanguageInfo& fourth = made->texts.languages().back();
  EXPECT_EQ(fourth.name, "Esperanto");

  auto measurer = Measurer::create();
  ASSERT_TRUE(measurer);
  const auto sample_named = [](std::string_view name) {
    for (const Sample& sample : all_samples()) {
      if (sample.name == name) return sample;
    }
    throw std::runtime_error("no such sample");
  };
  // ことば shows it, and touching it is the event that a visit takes.
  Show panel(*made, made->texts, sample_named("overlay-language"), Language::Japanese, measurer->typesetter());
  const Drawing offered = measurer->draw(panel, setup_of({}, made->texts.languages().front()));
  EXPECT_THAT(all_words(offered), ::testing::HasSubstr("Esperanto"));
  screens::UiState ui = panel.stage().ui;
  auto event = screens::press("lang.eo", panel.scene(), ui);
  ASSERT_TRUE(event);
  Stage stage(*made);
  stage.at(flow::Step::Employees);
  stage.tell(std::move(*event));
  EXPECT_EQ(code_of(stage.model.settings.language), "eo");

  // Every screen at every size on every panel, in words of the file.
  for (const char* name : {"attract", "employees", "verdict", "plan", "code", "overlay-idle"}) {
    Show show(*made, made->texts, sample_named(name), fourth.language, measurer->typesetter());
    for (std::size_t panel_kind = 0; panel_kind < std::size(kPanels); ++panel_kind) {
      const Drawing drawing = measurer->draw(show, setup_of({0, 1, 0, 3, panel_kind}, fourth));
      EXPECT_THAT(all_words(drawing), ::testing::HasSubstr("Ĝ")) << name;
      EXPECT_THAT(all_words(drawing), ::testing::Not(::testing::HasSubstr("⟦"))) << name;
      for (const screens::Problem& problem : drawing.problems) EXPECT_NE(problem.kind, screens::ProblemKind::MissingGlyph) << problem.what;
    }
  }
}

TEST_F(FourthLanguage, WithoutOneOfTheTextsIsRefusedWithItsName) {
  std::ofstream(folder_ / "text/eo.toml") << "[language]\nname = \"Esperanto\"\n";
  const auto made = text::TextCatalog::load(folder_ / "text");
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error().where, (folder_ / "text/eo.toml").string());
  EXPECT_THAT(made.error().reason, ::testing::HasSubstr("missing"));
}

}  // namespace
}  // namespace desk::shell::gallery
