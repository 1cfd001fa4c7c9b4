// The gallery's own run (desk-kiosk --gallery): every combination without pixels, and the pictures of the covering set with their contrasts.
#include <gtest/gtest.h>

#include <filesystem>
#include <numeric>

#include "kiosk/shell/gallery/gallery.h"
#include "tests/shell/gallery_world.h"

namespace desk::shell::gallery {
namespace {

std::vector<std::size_t> every_sample() {
  std::vector<std::size_t> samples(all_samples().size());
  std::iota(samples.begin(), samples.end(), std::size_t{0});
  return samples;
}

TEST(Gallery, NoCombinationOfAnyScreenIsUnsound) {
  const auto report = check_geometry(world(), std::string(DESK_SOURCE_DIR) + "/data/catalog/packs", every_sample(), /*full=*/true);
  ASSERT_TRUE(report) << report.error().message();
  EXPECT_EQ(report->combinations, all_samples().size() * 4 * 4 * world().texts.languages().size() * std::size(kPanels));
  for (const Finding& finding : report->findings) ADD_FAILURE() << name_of(finding.combination, world().texts.languages()) << ": " << finding.what;
}

TEST(GalleryPictures, WordsAndEdgesStandOutOnEveryPictureOfTheSet) {
  Extents extents;
  extents.samples = all_samples().size();
  extents.languages = world().texts.languages().size();
  GalleryOptions options;
  options.folder = std::string(DESK_BINARY_DIR) + "/gallery";
  options.full = true;
  const std::vector<Combination> set = pairwise(extents);
  const auto report = draw_pictures(world(), set, options);
  ASSERT_TRUE(report) << report.error().message();
  EXPECT_EQ(report->pictures, set.size());
  for (const Finding& finding : report->findings) ADD_FAILURE() << name_of(finding.combination, world().texts.languages()) << ": " << finding.what;
  EXPECT_TRUE(std::filesystem::exists(options.folder + "/attract_landscape_text2_paper_ja.png"));
}

}  // namespace
}  // namespace desk::shell::gallery
