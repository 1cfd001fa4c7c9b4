// A TextPainter that measures with the real typesetter and makes no pixels: geometry without a renderer.
#pragma once

#include <map>
#include <string>
#include <tuple>

#include "data/text/typesetter.h"
#include "kiosk/screens/surface.h"

namespace desk::screens {

class MeasuringPainter final : public TextPainter {
 public:
  explicit MeasuringPainter(text::Typesetter& typesetter) : typesetter_(&typesetter) {}
  text::TextExtent measure(std::string_view marked, const text::TextStyle& style, int width) override {
    auto key = std::make_tuple(std::string(marked), style.em_px, style.weight, style.line_height, style.max_lines, style.tabular, style.ruby, width);
    if (const auto known = known_.find(key); known != known_.end()) return known->second;
    return known_.emplace(std::move(key), typesetter_->measure(marked, style, width)).first->second;
  }
  Texture text(std::string_view marked, const text::TextStyle& style, int width) override {
    const text::TextExtent extent = measure(marked, style, width);
    return {0, extent.width, extent.height};
  }
  Texture picture(const Picture& picture) override { return {0, picture.width, picture.height}; }

 private:
  text::Typesetter* typesetter_;
  std::map<std::tuple<std::string, double, text::Weight, double, int, bool, bool, int>, text::TextExtent> known_;
};

}  // namespace desk::screens
