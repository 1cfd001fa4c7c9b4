#include "kiosk/shell/text_painter.h"

#include <algorithm>
#include <list>
#include <string>
#include <unordered_map>

namespace desk::shell {
namespace {

constexpr std::size_t kMeasuresKept = 6000;
constexpr std::size_t kShapesKept = 1500;

// Everything that decides the pixels, as bytes in front of the text.
std::string key_of(std::string_view marked, const text::TextStyle& style, int width) {
  struct Fixed {
    double em, line_height;
    int width, max_lines;
    std::uint32_t ink, emphasis;
    std::uint8_t weight, align, tabular, ruby, crisp, none[3];
  };
  static_assert(sizeof(Fixed) == 40, "padding would make equal keys differ");
  const auto packed = [](text::Colour c) {
    return static_cast<std::uint32_t>(c.r) << 24U | static_cast<std::uint32_t>(c.g) << 16U | static_cast<std::uint32_t>(c.b) << 8U | c.a;
  };
  Fixed fixed{};
  fixed.em = style.em_px;
  fixed.line_height = style.line_height;
  fixed.width = width;
  fixed.max_lines = style.max_lines;
  fixed.ink = packed(style.ink);
  fixed.emphasis = packed(style.emphasis);
  fixed.weight = style.weight == text::Weight::Bold;
  fixed.align = static_cast<std::uint8_t>(style.align);
  fixed.tabular = style.tabular;
  fixed.ruby = style.ruby;
  fixed.crisp = style.crisp;
  std::string key(reinterpret_cast<const char*>(&fixed), sizeof fixed);
  key.reserve(sizeof fixed + style.fonts.size() + 1 + marked.size());
  key += style.fonts;
  key += '\0';
  key += marked;
  return key;
}

// Pango gives premultiplied pixels; straight ones blend with SDL's plain alpha, which every renderer has (its software renderer refuses
// custom blend modes).
void make_straight(std::vector<std::uint8_t>& rgba) {
  for (std::size_t i = 0; i + 3 < rgba.size(); i += 4) {
    const unsigned alpha = rgba[i + 3];
    if (alpha == 0 || alpha == 255) continue;
    for (std::size_t c = 0; c < 3; ++c) rgba[i + c] = static_cast<std::uint8_t>(std::min(255U, (rgba[i + c] * 255U + alpha / 2) / alpha));
  }
}

class Painter final : public CachedTextPainter {
 public:
  Painter(text::Typesetter& typesetter, TextureStore& textures, std::size_t budget)
      : typesetter_(&typesetter), textures_(&textures), budget_(budget) {
    typesetter_->remember(kShapesKept);
  }
  ~Painter() override { forget(); }
  Painter(const Painter&) = delete;
  Painter& operator=(const Painter&) = delete;

  text::TextExtent measure(std::string_view marked, const text::TextStyle& style, int width) override {
    // Colours do not change a measure.
    text::TextStyle plain = style;
    plain.ink = plain.emphasis = {};
    std::string key = key_of(marked, plain, width);
    if (const auto known = measures_.find(key); known != measures_.end()) return known->second;
    if (measures_.size() >= kMeasuresKept) measures_.clear();
    const text::TextExtent extent = typesetter_->measure(marked, style, width);
    measures_.emplace(std::move(key), extent);
    return extent;
  }

  screens::Texture text(std::string_view marked, const text::TextStyle& style, int width) override {
    return kept("t" + key_of(marked, style, width), [&] {
      text::TextRaster raster = typesetter_->raster(marked, style, width);
      make_straight(raster.rgba);
      return screens::Picture{0, raster.width, raster.height, std::move(raster.rgba)};
    });
  }

  screens::Texture picture(const screens::Picture& picture) override {
    if (picture.width <= 0 || picture.height <= 0) return {};
    if (picture.id == 0) return kept("u" + std::to_string(++unnamed_), [&] { return picture; });
    return kept("p" + std::to_string(picture.id), [&] { return picture; });
  }

  void end_frame() override {
    while (bytes_ > budget_ && !order_.empty() && order_.back().frame != frame_) drop(std::prev(order_.end()));
    ++frame_;
  }

  void forget() override {
    while (!order_.empty()) drop(order_.begin());
    measures_.clear();
    typesetter_->forget();
  }

  std::size_t bytes() const override { return bytes_; }
  std::size_t textures_made() const override { return made_; }

 private:
  struct Entry {
    std::string key;
    screens::Texture texture;
    std::uint64_t frame;
  };
  using Order = std::list<Entry>;

  template <class Make>
  screens::Texture kept(std::string key, Make make) {
    if (const auto known = by_key_.find(key); known != by_key_.end()) {
      order_.splice(order_.begin(), order_, known->second);
      known->second->frame = frame_;
      return known->second->texture;
    }
    const screens::Picture pixels = make();
    screens::Texture texture{textures_->upload(pixels.width, pixels.height, pixels.rgba.data()), pixels.width, pixels.height};
    ++made_;
    order_.push_front({key, texture, frame_});
    by_key_.emplace(std::move(key), order_.begin());
    bytes_ += size_of(texture);
    return texture;
  }

  void drop(Order::iterator entry) {
    textures_->destroy(entry->texture.id);
    bytes_ -= size_of(entry->texture);
    by_key_.erase(entry->key);
    order_.erase(entry);
  }

  static std::size_t size_of(const screens::Texture& texture) {
    return static_cast<std::size_t>(texture.width) * static_cast<std::size_t>(texture.height) * 4;
  }

  text::Typesetter* typesetter_;
  TextureStore* textures_;
  std::size_t budget_;
  std::size_t bytes_ = 0;
  std::size_t made_ = 0;
  std::uint64_t frame_ = 1;
  std::uint64_t unnamed_ = 0;
  Order order_;  // most recently used first
  std::unordered_map<std::string, Order::iterator> by_key_;
  std::unordered_map<std::string, text::TextExtent> measures_;
};

}  // namespace

std::unique_ptr<CachedTextPainter> CachedTextPainter::create(text::Typesetter& typesetter, TextureStore& textures, std::size_t budget_bytes) {
  return std::make_unique<Painter>(typesetter, textures, budget_bytes);
}

}  // namespace desk::shell
