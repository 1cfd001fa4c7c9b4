// Images: pictures that workers make and screens show (page thumbnails, the slip as drawn), by the id that the model carries. A person's
// papers: wiped at the end of the visit.
#pragma once

#include <map>
#include <memory>
#include <mutex>

#include "kiosk/flow/model.h"
#include "kiosk/screens/scene.h"

namespace desk::shell {

class Images final : public screens::ImageSource {
 public:
  ~Images() override { clear(); }
  [[nodiscard]] flow::ImageId put(int width, int height, std::vector<std::uint8_t> rgba);  // any thread
  // Valid until clear(), which only the loop's thread calls, between frames.
  [[nodiscard]] const screens::Picture* find(flow::ImageId id) const override;
  void clear();

 private:
  mutable std::mutex mutex_;
  std::map<flow::ImageId, std::unique_ptr<screens::Picture>> pictures_;
  flow::ImageId next_ = 1;
};

}  // namespace desk::shell
