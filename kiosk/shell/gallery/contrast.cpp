#include "kiosk/shell/gallery/contrast.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <unordered_map>

#include "data/text/text_catalog.h"

namespace desk::shell::gallery {
namespace {

using screens::Picture;
using screens::Rect;
using screens::Theme;
using screens::ThemeName;
using text::Colour;

constexpr double kShapes = 3, kDisabled = 4.5, kStatus = 7, kBody = 10, kBodyHigh = 18;

Colour pixel(const Picture& picture, int x, int y) {
  const auto* at = &picture.rgba[(static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) + static_cast<std::size_t>(x)) * 4];
  return {at[0], at[1], at[2], 255};
}

struct Painted {
  Colour ground, ink;
  double ratio = 1;
};

// The ground is the colour that most pixels have; the ink is the one that stands out most among those that enough pixels have: a stroke's
// inside, not its soft edge, and not a stray dot.
Painted painted(const Picture& picture, const Rect& px) {
  const int left = std::clamp(static_cast<int>(px.x), 0, picture.width), right = std::clamp(static_cast<int>(px.right()), 0, picture.width);
  const int top = std::clamp(static_cast<int>(px.y), 0, picture.height), bottom = std::clamp(static_cast<int>(px.bottom()), 0, picture.height);
  std::unordered_map<std::uint32_t, int> counts;
  for (int y = top; y < bottom; ++y) {
    for (int x = left; x < right; ++x) {
      const Colour c = pixel(picture, x, y);
      ++counts[static_cast<std::uint32_t>(c.r) << 16U | static_cast<std::uint32_t>(c.g) << 8U | c.b];
    }
  }
  const auto colour = [](std::uint32_t packed) {
    return Colour{static_cast<std::uint8_t>(packed >> 16U), static_cast<std::uint8_t>(packed >> 8U), static_cast<std::uint8_t>(packed), 255};
  };
  Painted found;
  int most = 0;
  for (const auto& [packed, count] : counts) {
    if (count > most) most = count, found.ground = colour(packed);
  }
  const int enough = 4;
  for (const auto& [packed, count] : counts) {
    if (count < enough) continue;
    const double ratio = screens::contrast(colour(packed), found.ground);
    if (ratio > found.ratio) found.ratio = ratio, found.ink = colour(packed);
  }
  return found;
}

// What a text's ink asks for. White on a dark button and the like stand out as body text does, but are few and large: status.
double wanted(const PlacedText& text, const Theme& theme, ThemeName name) {
  if (text.style.ink == theme.on_off) return kDisabled;
  if (!(text.style.ink == theme.ink)) return kStatus;
  return name == ThemeName::WhiteOnBlack || name == ThemeName::YellowOnBlack ? kBodyHigh : kBody;
}

std::string hex_of(Colour c) {
  char text[8];
  std::snprintf(text, sizeof text, "#%02X%02X%02X", c.r, c.g, c.b);
  return text;
}

std::string measured(const Painted& painted, double least, const Rect& px, double px_per_mm) {
  char text[160];
  std::snprintf(text, sizeof text, "contrast %.1f, not %.1f: %s on %s at %.0f,%.0f mm", painted.ratio, least, hex_of(painted.ink).c_str(),
                hex_of(painted.ground).c_str(), px.x / px_per_mm, px.y / px_per_mm);
  return text;
}

// An edge of a touch target: somewhere on the way from outside to inside, in the middle of a side, a colour stands out from the one before.
bool edge_stands_out(const Picture& picture, const Rect& px, double px_per_mm) {
  const int reach = std::max(3, static_cast<int>(std::lround(1.6 * px_per_mm)));
  const auto walk = [&](double x, double y, int dx, int dy) {
    const auto at = [&](int step) {
      const int px_x = std::clamp(static_cast<int>(std::lround(x)) + dx * step, 0, picture.width - 1);
      const int px_y = std::clamp(static_cast<int>(std::lround(y)) + dy * step, 0, picture.height - 1);
      return pixel(picture, px_x, px_y);
    };
    const Colour outside = at(-reach);
    for (int step = -reach + 1; step <= reach; ++step) {
      if (screens::contrast(at(step), outside) >= kShapes) return true;
    }
    return false;
  };
  // A dashed edge may have its gap in the middle of a side: three places are looked at, nearer to each other than a dash and its gap.
  int sides = 0;
  const double middle_x = px.x + px.w / 2, middle_y = px.y + px.h / 2, apart = 1.2 * px_per_mm;
  const auto any = [&](auto&& walk_at) { return walk_at(-apart) || walk_at(0.0) || walk_at(apart); };
  sides += any([&](double by) { return walk(middle_x + by, px.y, 0, 1); }) ? 1 : 0;
  sides += any([&](double by) { return walk(middle_x + by, px.bottom(), 0, -1); }) ? 1 : 0;
  sides += any([&](double by) { return walk(px.x, middle_y + by, 1, 0); }) ? 1 : 0;
  sides += any([&](double by) { return walk(px.right(), middle_y + by, -1, 0); }) ? 1 : 0;
  return sides >= 3;  // the fourth may lie under a word or a mark
}

}  // namespace

std::vector<std::string> contrast_complaints(const Drawing& drawing, const Picture& picture) {
  std::vector<std::string> out;
  const Theme& theme = screens::theme_of(drawing.setup.theme);
  const double px_per_mm = drawing.setup.panel.px_per_mm;
  for (const PlacedText& text : drawing.texts) {
    if (text.under_dialog || text::plain(text.marked).find_first_not_of(' ') == std::string::npos) continue;
    const double least = wanted(text, theme, drawing.setup.theme);
    const Painted found = painted(picture, text.px);
    // Half a unit of 8 bits either way is the blending's, not the look's.
    if (found.ratio < least * 0.985) out.push_back(measured(found, least, text.px, px_per_mm) + ": \"" + text::plain(text.marked) + "\"");
  }
  for (const screens::Target& target : drawing.targets) {
    if (!target.enabled || target.kind == screens::TargetKind::Drag) continue;
    const Rect px{target.rect.x * px_per_mm, target.rect.y * px_per_mm, target.rect.w * px_per_mm, target.rect.h * px_per_mm};
    if (!edge_stands_out(picture, px, px_per_mm)) out.push_back("the edge of " + target.key + " does not stand out 3:1 from what is around it");
  }
  return out;
}

}  // namespace desk::shell::gallery
