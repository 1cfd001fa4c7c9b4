#include "kiosk/shell/png_file.h"

#include <png.h>

#include <cstring>

namespace desk::shell {
namespace {

constexpr png_uint_32 kLargest = 16384;

png_image described(const screens::Picture& picture) {
  png_image image;
  std::memset(&image, 0, sizeof image);
  image.version = PNG_IMAGE_VERSION;
  image.width = static_cast<png_uint_32>(picture.width);
  image.height = static_cast<png_uint_32>(picture.height);
  image.format = PNG_FORMAT_RGBA;
  return image;
}

}  // namespace

Done write_png(const std::string& path, const screens::Picture& picture) {
  png_image image = described(picture);
  image.flags = PNG_IMAGE_FLAG_FAST;
  if (png_image_write_to_file(&image, path.c_str(), /*convert_to_8bit=*/0, picture.rgba.data(), /*row_stride=*/0, nullptr) == 0) {
    return fail(Failure{StaffCode::StoreUnavailable, path, image.message});
  }
  return {};
}

Result<screens::Picture> read_png(const std::string& path) {
  png_image image;
  std::memset(&image, 0, sizeof image);
  image.version = PNG_IMAGE_VERSION;
  if (png_image_begin_read_from_file(&image, path.c_str()) == 0) return fail(Failure{StaffCode::BadInput, path, image.message});
  if (image.width > kLargest || image.height > kLargest) {
    png_image_free(&image);
    return fail(Failure{StaffCode::BadInput, path, "more than 16384 pixels a side"});
  }
  image.format = PNG_FORMAT_RGBA;
  screens::Picture picture;
  picture.width = static_cast<int>(image.width);
  picture.height = static_cast<int>(image.height);
  picture.rgba.resize(PNG_IMAGE_SIZE(image));
  if (png_image_finish_read(&image, nullptr, picture.rgba.data(), 0, nullptr) == 0) {
    return fail(Failure{StaffCode::BadInput, path, image.message});
  }
  return picture;
}

}  // namespace desk::shell
