// The slips as pictures. A change of look is meant to be seen: run with DESK_UPDATE_GOLDEN=1 and look at tests/printer/golden/.
// A small share of dots may differ, because FreeType's hinting moves a dot here and there between versions; the size may not.
#include <gtest/gtest.h>
#include <png.h>

#include <cstdlib>

#include "printer/layout.h"
#include "tests/places.h"
#include "tests/printer/sample_slips.h"

namespace desk::printer::test {
namespace {

using text::Language;

constexpr double kShareThatMayDiffer = 0.004;

std::optional<Raster1> read_png(const std::string& path) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  if (png_image_begin_read_from_file(&image, path.c_str()) == 0) return std::nullopt;
  image.format = PNG_FORMAT_GRAY;
  std::vector<png_byte> grey(PNG_IMAGE_SIZE(image));
  if (png_image_finish_read(&image, nullptr, grey.data(), 0, nullptr) == 0) return std::nullopt;
  Raster1 raster = Raster1::blank(static_cast<int>(image.width), static_cast<int>(image.height));
  for (int y = 0; y < raster.height; ++y) {
    for (int x = 0; x < raster.width; ++x) {
      raster.set(x, y, grey[static_cast<std::size_t>(y) * image.width + static_cast<std::size_t>(x)] < 128);
    }
  }
  return raster;
}

double share_of_different_dots(const Raster1& a, const Raster1& b) {
  int different = 0;
  for (int y = 0; y < a.height; ++y) {
    for (int x = 0; x < a.width; ++x) different += a.at(x, y) != b.at(x, y) ? 1 : 0;
  }
  return static_cast<double>(different) / (static_cast<double>(a.width) * a.height);
}

struct Picture {
  const char* name;
  SlipKind kind;
  Language language;
  int dots;
  bool demonstration;
};

class Golden : public testing::TestWithParam<Picture> {};

TEST_P(Golden, LooksAsItDid) {
  const Picture& picture = GetParam();
  ReceiptModel model = sample_slip(picture.kind, picture.language);
  model.demonstration = picture.demonstration;
  const auto slip = render_receipt(model, text::Words(catalog(), picture.language), typesetter(), {picture.dots, true});
  ASSERT_TRUE(slip.ok()) << slip.error().message();
  const std::string path = source_tree() + "/tests/printer/golden/" + picture.name + ".png";
  if (std::getenv("DESK_UPDATE_GOLDEN") != nullptr) {
    ASSERT_TRUE(write_png(*slip, path).ok());
    GTEST_SKIP() << "wrote " << path;
  }
  const auto golden = read_png(path);
  ASSERT_TRUE(golden) << path << " cannot be read";
  ASSERT_EQ(golden->width, slip->width);
  ASSERT_EQ(golden->height, slip->height);
  const double share = share_of_different_dots(*golden, *slip);
  if (share > kShareThatMayDiffer) {
    const std::string now = build_tree() + "/golden-" + picture.name + ".png";
    EXPECT_TRUE(write_png(*slip, now).ok());
    ADD_FAILURE() << "share of different dots " << share << "; now: " << now;
  }
}

INSTANTIATE_TEST_SUITE_P(Slips, Golden,
                         testing::Values(Picture{"Receipt", SlipKind::Receipt, Language::Japanese, 576, false},
                                         Picture{"ReceiptNarrow", SlipKind::Receipt, Language::Japanese, 384, false},
                                         Picture{"ReceiptEnglish", SlipKind::Receipt, Language::English, 576, false},
                                         Picture{"ParkEasy", SlipKind::Park, Language::EasyJapanese, 576, false},
                                         Picture{"LookupSample", SlipKind::Lookup, Language::Japanese, 576, true},
                                         Picture{"SelfTest", SlipKind::SelfTest, Language::Japanese, 576, false}),
                         [](const auto& each) { return std::string(each.param.name); });

}  // namespace
}  // namespace desk::printer::test
