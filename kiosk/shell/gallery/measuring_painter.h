// A TextPainter that measures with the real typesetter and makes no pixels: geometry without a renderer. It remembers what it measured, and
// what was drawn, by the id of the texture that it gave: a recording surface (recording.h) knows from that which words stand where.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "data/text/typesetter.h"
#include "kiosk/screens/surface.h"

namespace desk::shell::gallery {

struct DrawnText {
  std::string marked;
  text::TextStyle style;
};

class MeasuringPainter final : public screens::TextPainter {
 public:
  explicit MeasuringPainter(text::Typesetter& typesetter) : typesetter_(&typesetter) { typesetter.remember(20'000); }

  text::TextExtent measure(std::string_view marked, const text::TextStyle& style, int width) override {
    key_of(marked, style, width, key_);
    if (const auto known = known_.find(key_); known != known_.end()) return known->second;
    return known_.emplace(key_, typesetter_->measure(marked, style, width)).first->second;
  }
  screens::Texture text(std::string_view marked, const text::TextStyle& style, int width) override {
    const text::TextExtent extent = measure(marked, style, width);
    drawn_.push_back({std::string(marked), style});
    return {drawn_.size(), extent.width, extent.height};
  }
  screens::Texture picture(const screens::Picture& picture) override { return {0, picture.width, picture.height}; }

  // What was drawn since the last forget_drawn(); a texture's id is the place in this list, from 1.
  [[nodiscard]] const std::vector<DrawnText>& drawn() const { return drawn_; }
  void forget_drawn() { drawn_.clear(); }

 private:
  // Everything that decides an extent; colours and alignment do not.
  static void key_of(std::string_view marked, const text::TextStyle& style, int width, std::string& key) {
    key.clear();
    const auto put = [&](auto value) { key.append(reinterpret_cast<const char*>(&value), sizeof value); };
    put(style.em_px);
    put(style.line_height);
    put(width);
    put(style.max_lines);
    put(static_cast<std::uint8_t>(style.weight));
    put(static_cast<std::uint8_t>((style.tabular ? 1U : 0U) | (style.ruby ? 2U : 0U)));
    key += style.fonts;
    key += '\0';
    key += marked;
  }

  text::Typesetter* typesetter_;
  std::unordered_map<std::string, text::TextExtent> known_;
  std::vector<DrawnText> drawn_;
  std::string key_;
};

}  // namespace desk::shell::gallery
