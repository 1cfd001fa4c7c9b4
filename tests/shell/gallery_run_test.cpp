// The gallery's own run (desk-kiosk --gallery): every combination without pixels, and the pictures of the covering set with their contrasts.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <numeric>

#include "kiosk/shell/gallery/gallery.h"
#include "kiosk/shell/png_file.h"
#include "tests/places.h"
#include "tests/shell/gallery_world.h"

namespace desk::shell::gallery {
namespace {

std::vector<std::size_t> every_sample() {
  std::vector<std::size_t> samples(all_samples().size());
  std::iota(samples.begin(), samples.end(), std::size_t{0});
  return samples;
}

TEST(geometry, NoCombinationOfAnyScreenIsUnsound) {
  const auto report = check_geometry(world(), source_tree() + "/data/catalog/packs", every_sample(), /*full=*/true);
  ASSERT_TRUE(report) << report.error().message();
  EXPECT_EQ(report->combinations, all_samples().size() * 4 * 4 * world().texts.languages().size() * std::size(kPanels));
  for (const Finding& finding : report->findings) ADD_FAILURE() << name_of(finding.combination, world().texts.languages()) << ": " << finding.what;
}

TEST(pictures, WordsAndEdgesStandOutOnEveryPictureOfTheSet) {
  Extents extents;
  extents.samples = all_samples().size();
  extents.languages = world().texts.languages().size();
  GalleryOptions options;
  options.folder = build_tree() + "/gallery";
  options.full = true;
  const std::vector<Combination> set = pairwise(extents);
  const auto report = draw_pictures(world(), set, options);
  ASSERT_TRUE(report) << report.error().message();
  EXPECT_EQ(report->pictures, set.size());
  for (const Finding& finding : report->findings) ADD_FAILURE() << name_of(finding.combination, world().texts.languages()) << ": " << finding.what;
  EXPECT_TRUE(std::filesystem::exists(options.folder + "/attract_landscape_text2_paper_ja.png"));
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

// DESK_UPDATE_GOLDEN=1 writes the golden images anew; look at them before committing.
TEST(golden, FiveScreensLookAsTheyDid) {
  const bool update = std::getenv("DESK_UPDATE_GOLDEN") != nullptr;
  const std::string golden = source_tree() + "/tests/shell/golden/";
  GalleryOptions options;
  options.folder = build_tree() + "/golden";
  std::vector<Combination> set;
  for (const std::string_view name : {"entity", "verdict", "readiness", "plan", "code"}) {
    for (std::size_t i = 0; i < all_samples().size(); ++i) {
      if (all_samples()[i].name == name) set.push_back({i});
    }
  }
  ASSERT_EQ(set.size(), 5U);
  const auto report = draw_pictures(world(), set, options);
  ASSERT_TRUE(report) << report.error().message();
  for (const Combination& combination : set) {
    const std::string name = name_of(combination, world().texts.languages()) + ".png";
    const auto drawn = read_png(options.folder + "/" + name);
    ASSERT_TRUE(drawn) << drawn.error().message();
    const screens::Picture small = sixth(*drawn);
    if (update) {
      ASSERT_TRUE(write_png(golden + name, small));
    }
    const auto expected = read_png(golden + name);
    ASSERT_TRUE(expected) << expected.error().message();
    ASSERT_EQ(expected->rgba.size(), small.rgba.size()) << name;
    std::size_t different = 0;
    for (std::size_t i = 0; i < small.rgba.size(); ++i) different += std::abs(small.rgba[i] - expected->rgba[i]) > 40;
    // A thousandth of the values: one moved word is some hundred.
    EXPECT_LT(different, small.rgba.size() / 1000) << name << ": see golden/ in the build folder";
  }
}

}  // namespace
}  // namespace desk::shell::gallery
