#include "kiosk/shell/images.h"

#include "data/base/secret.h"

namespace desk::shell {

flow::ImageId Images::put(int width, int height, std::vector<std::uint8_t> rgba) {
  auto picture = std::make_unique<screens::Picture>();
  picture->width = width;
  picture->height = height;
  picture->rgba = std::move(rgba);
  const std::lock_guard lock(mutex_);
  // The texture cache goes by this id, so a number is never used twice, not even after clear().
  picture->id = next_++;
  const flow::ImageId id = picture->id;
  pictures_.emplace(id, std::move(picture));
  return id;
}

const screens::Picture* Images::find(flow::ImageId id) const {
  const std::lock_guard lock(mutex_);
  const auto found = pictures_.find(id);
  return found == pictures_.end() ? nullptr : found->second.get();
}

void Images::clear() {
  const std::lock_guard lock(mutex_);
  for (auto& [id, picture] : pictures_) wipe(picture->rgba);
  pictures_.clear();
}

}  // namespace desk::shell
