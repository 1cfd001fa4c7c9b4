// Where pixels become textures: the renderer's side of the text painter. Drawing thread only.
#pragma once

#include <cstdint>

namespace desk::shell {

class TextureStore {
 public:
  virtual ~TextureStore() = default;
  // `rgba` is straight (not premultiplied), width * 4 bytes a row. Returns 0 when the renderer has no memory left.
  [[nodiscard]] virtual std::uintptr_t upload(int width, int height, const std::uint8_t* rgba) = 0;
  virtual void destroy(std::uintptr_t id) = 0;
};

}  // namespace desk::shell
