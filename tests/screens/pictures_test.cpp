// The templates as pictures: written to the build folder for eyes, and four of them compared with golden images.
// DESK_UPDATE_GOLDEN=1 writes the golden images anew; look at them before committing.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "kiosk/shell/frame_loop.h"
#include "kiosk/shell/png_file.h"
#include "tests/screens/samples.h"

namespace desk::shell {
namespace {

#if defined(DESK_SANITIZED)
constexpr bool kSoftware = true;  // Mesa's drivers leak, and would hide our own
#else
constexpr bool kSoftware = false;
#endif

class StillApp final : public App {
 public:
  StillApp(const screens::samples::Sample& sample, const text::Words& words, screens::CanvasSetup setup)
      : sample_(sample), words_(words), setup_(setup) {}
  screens::CanvasSetup look() const override { return setup_; }
  void draw(screens::Canvas& canvas) override { sample_.draw(canvas, words_); }
  void on_press(std::string_view) override {}
  bool on_wake() override { return false; }
  std::optional<std::chrono::milliseconds> next_change() const override { return std::nullopt; }
  void on_tick() override {}
  bool finished() const override { return false; }
  void on_quit() override {}

 private:
  const screens::samples::Sample& sample_;
  const text::Words& words_;
  screens::CanvasSetup setup_;
};

struct Shot {
  std::string panel;
  int width, height;
  double px_per_mm;
  screens::ThemeName theme = screens::ThemeName::Paper;
  screens::TextSize text = screens::TextSize::Normal;
  std::vector<std::string> only;
};

std::string out_dir() {
  const std::string dir = std::string(DESK_BINARY_DIR) + "/pictures";
  std::filesystem::create_directories(dir);
  return dir;
}

void take(const Shot& shot, const std::function<void(const std::string&, const screens::Picture&)>& each) {
  const auto catalog = text::TextCatalog::load(std::string(DESK_SOURCE_DIR) + "/data/text");
  ASSERT_TRUE(catalog.ok()) << catalog.error().message();
  const text::Words words(*catalog, text::Language::Japanese);
  auto display = Display::create({.width = shot.width, .height = shot.height, .offscreen = true, .software = kSoftware});
  ASSERT_TRUE(display.ok()) << display.error().message();
  auto face = Face::create(**display, {.px_per_mm = shot.px_per_mm});
  ASSERT_TRUE(face.ok()) << face.error().message();
  screens::CanvasSetup setup;
  setup.theme = shot.theme;
  setup.text = shot.text;
  for (const auto& sample : screens::samples::all()) {
    if (!shot.only.empty() && std::find(shot.only.begin(), shot.only.end(), sample.name) == shot.only.end()) continue;
    StillApp app(sample, words, setup);
    (*face)->draw(app, 0, /*show=*/false);
    const auto picture = (*display)->read_back();
    ASSERT_TRUE(picture.ok()) << picture.error().message();
    const std::string name = sample.name + "-" + shot.panel;
    ASSERT_TRUE(write_png(out_dir() + "/" + name + ".png", *picture).ok());
    each(name, *picture);
  }
}

// Ink in the header, the content and the foot: a picture that is one flat colour anywhere there was not drawn.
void expect_drawn(const std::string& name, const screens::Picture& picture) {
  for (int band = 0; band < 3; ++band) {
    const int top = band == 0 ? 0 : band == 1 ? picture.height / 4 : picture.height * 7 / 8;
    const int bottom = band == 0 ? picture.height / 9 : band == 1 ? picture.height * 3 / 4 : picture.height;
    std::size_t different = 0;
    const auto* first = &picture.rgba[static_cast<std::size_t>(top) * static_cast<std::size_t>(picture.width) * 4];
    for (int y = top; y < bottom; ++y) {
      for (int x = 0; x < picture.width; ++x) {
        const auto* at = &picture.rgba[(static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) + static_cast<std::size_t>(x)) * 4];
        different += std::abs(at[0] - first[0]) + std::abs(at[1] - first[1]) + std::abs(at[2] - first[2]) > 90;
      }
    }
    EXPECT_GT(different, 500U) << name << " band " << band;
  }
}

// A picture cut to a sixth of its size: small enough to keep in the repository, large enough to show what moved or changed colour. The mean
// of each 6×6 block also takes out what renderers do differently along an edge.
screens::Picture sixth(const screens::Picture& picture) {
  constexpr int kPart = 6;
  screens::Picture out{0, picture.width / kPart, picture.height / kPart, {}};
  for (int y = 0; y < out.height; ++y) {
    for (int x = 0; x < out.width; ++x) {
      for (int c = 0; c < 4; ++c) {
        int sum = 0;
        for (int i = 0; i < kPart * kPart; ++i) {
          const int at = ((y * kPart + i / kPart) * picture.width + x * kPart + i % kPart) * 4 + c;
          sum += picture.rgba[static_cast<std::size_t>(at)];
        }
        out.rgba.push_back(static_cast<std::uint8_t>(sum / (kPart * kPart)));
      }
    }
  }
  return out;
}

TEST(Pictures, FourScreensLookAsTheyDid) {
  const bool update = std::getenv("DESK_UPDATE_GOLDEN") != nullptr;
  const std::string golden = std::string(DESK_SOURCE_DIR) + "/tests/screens/golden";
  take({"golden", 1920, 1080, 4.03, screens::ThemeName::Paper, screens::TextSize::Normal, {"02-question", "04-estimate", "06-plan", "09-code"}},
       [&](const std::string& name, const screens::Picture& picture) {
         const screens::Picture small = sixth(picture);
         const std::string file = golden + "/" + name + ".png";
         if (update) {
           std::filesystem::create_directories(golden);
           ASSERT_TRUE(write_png(file, small).ok());
         }
         const auto expected = read_png(file);
         ASSERT_TRUE(expected.ok()) << expected.error().message();
         ASSERT_EQ(expected->rgba.size(), small.rgba.size()) << name;
         std::size_t different = 0;
         for (std::size_t i = 0; i < small.rgba.size(); ++i) different += std::abs(small.rgba[i] - expected->rgba[i]) > 40;
         // A thousandth of the values: one moved word is some hundred.
         EXPECT_LT(different, small.rgba.size() / 1000) << name << ": see pictures/" << name << ".png in the build folder";
       });
}

TEST(Pictures, EveryTemplateOnTheReferencePanel) { take({"1920", 1920, 1080, 4.03}, expect_drawn); }
TEST(Pictures, EveryTemplateOnThePortraitPanel) { take({"1080", 1080, 1920, 4.03}, expect_drawn); }
TEST(Pictures, EveryTemplateOnTheSmallPanel) { take({"1280", 1280, 800, 4.91}, expect_drawn); }
TEST(Pictures, WhiteOnBlack) {
  take({"white", 1920, 1080, 4.03, screens::ThemeName::WhiteOnBlack, screens::TextSize::Normal, {"02-question", "04-estimate", "05-readiness", "09-code"}}, expect_drawn);
}
TEST(Pictures, LowGlareAtTheLargestText) {
  take({"glare", 1920, 1080, 4.03, screens::ThemeName::LowGlare, screens::TextSize::Largest, {"02-question", "04-estimate", "06-plan", "09-code"}}, expect_drawn);
}

}  // namespace
}  // namespace desk::shell
