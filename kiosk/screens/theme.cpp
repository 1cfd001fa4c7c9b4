#include "kiosk/screens/theme.h"

#include <algorithm>
#include <cmath>

namespace desk::screens {
namespace {

constexpr Colour hex(unsigned rgb, std::uint8_t alpha = 255) {
  return {static_cast<std::uint8_t>(rgb >> 16U), static_cast<std::uint8_t>((rgb >> 8U) & 0xFFU),
          static_cast<std::uint8_t>(rgb & 0xFFU), alpha};
}

constexpr Theme paper() {
  Theme t{};
  t.paper = hex(0xFAF7F0), t.card = hex(0xFFFFFF), t.ink = hex(0x1B1B1F), t.secondary = hex(0x4A4841);
  t.line = hex(0xDDD7C9), t.edge = hex(0x948E7F);
  t.primary = hex(0x1F3A6E), t.on_primary = hex(0xFFFFFF), t.on_primary_quiet = hex(0xDCE5F4), t.primary_pale = hex(0xE6EBF4);
  t.accent = hex(0x1F3A6E);
  t.off = hex(0xE9E4D8), t.on_off = hex(0x656157), t.shade = hex(0xF1EDE3), t.scrim = hex(0x1B1B1F, 150);
  t.series = {hex(0x1F3A6E), hex(0x4C6AA3), hex(0xA9BBDC)};
  t.on_series = {hex(0xFFFFFF), hex(0xFFFFFF), hex(0x1B1B1F)};
  t.done = {hex(0x155C2E), hex(0xE8F4EB), hex(0x155C2E), hex(0xFFFFFF)};
  t.care = {hex(0x704800), hex(0xFBF0DA), hex(0x9A6200), hex(0xFFFFFF)};
  t.stop = {hex(0x9B1C15), hex(0xFCECEA), hex(0x9B1C15), hex(0xFFFFFF)};
  t.quiet = {hex(0x4A4841), hex(0xEFEBE1), hex(0x757062), hex(0xFFFFFF)};
  t.plain = {hex(0x1F3A6E), hex(0xE6EBF4), hex(0x1F3A6E), hex(0xFFFFFF)};
  t.sheet = {hex(0xFFFFFF), hex(0xF1EDE3), hex(0x8B8676), hex(0x9E9886), hex(0xD4CEC0), hex(0x1B1B1F), hex(0x9B1C15), hex(0xDCE5F4)};
  return t;
}

// Black ground; every state keeps its hue, light enough for 7:1, and its shape.
constexpr Theme on_black(Colour ink) {
  Theme t{};
  t.paper = hex(0x000000), t.card = hex(0x000000), t.ink = ink, t.secondary = ink;
  t.line = hex(0x6A6A6A), t.edge = ink;
  t.primary = ink, t.on_primary = hex(0x000000), t.on_primary_quiet = hex(0x000000), t.primary_pale = hex(0x090909);
  t.accent = ink;
  t.off = hex(0x1E1E1E), t.on_off = hex(0x9C9C9C), t.shade = hex(0x0C0C0C), t.scrim = hex(0x000000, 215);
  t.series = {ink, hex(0x9AA7BF), hex(0x55617A)};
  t.on_series = {hex(0x000000), hex(0x000000), hex(0xFFFFFF)};
  t.done = {hex(0x8FE8A8), hex(0x0A1A0F), hex(0x8FE8A8), hex(0x000000)};
  t.care = {hex(0xFFC861), hex(0x1D1505), hex(0xFFC861), hex(0x000000)};
  t.stop = {hex(0xFFA39C), hex(0x210B09), hex(0xFFA39C), hex(0x000000)};
  t.quiet = {hex(0xD6D6D6), hex(0x1C1C1C), hex(0xB4B4B4), hex(0x000000)};
  t.plain = {ink, hex(0x090909), ink, hex(0x000000)};
  t.sheet = {hex(0x000000), hex(0x0C0C0C), ink, hex(0x8A8A8A), hex(0x4A4A4A), ink, hex(0xFFA39C), hex(0x050D2A)};
  return t;
}

// Less light for eyes that glare hurts: the ground is a dull card, nothing is white.
constexpr Theme low_glare() {
  Theme t = paper();
  t.paper = hex(0xE4DED0), t.card = hex(0xEAE4D7), t.ink = hex(0x2A2924), t.secondary = hex(0x3C3A34);
  t.line = hex(0xC9C1AF), t.edge = hex(0x7B7566);
  t.primary = hex(0x24406F), t.on_primary = hex(0xF2EEE4), t.on_primary_quiet = hex(0xDFE3E8), t.primary_pale = hex(0xD5D8DA);
  t.accent = hex(0x182F57);
  t.off = hex(0xD3CCBC), t.on_off = hex(0x56524A), t.shade = hex(0xDED7C8), t.scrim = hex(0x2A2924, 160);
  t.series = {hex(0x24406F), hex(0x4C6794), hex(0xA3B1C8)};
  t.on_series = {hex(0xF2EEE4), hex(0xF2EEE4), hex(0x2A2924)};
  t.done = {hex(0x0E4420), hex(0xD3DECF), hex(0x155C2E), hex(0xF2EEE4)};
  t.care = {hex(0x543600), hex(0xEADBBB), hex(0x7F5100), hex(0xF2EEE4)};
  t.stop = {hex(0x78120D), hex(0xEBD3CB), hex(0x8E1A13), hex(0xF2EEE4)};
  t.quiet = {hex(0x3C3A34), hex(0xD9D2C2), hex(0x645F53), hex(0xF2EEE4)};
  t.plain = {hex(0x1C3560), hex(0xD5D8DA), hex(0x24406F), hex(0xF2EEE4)};
  t.sheet = {hex(0xF2EEE4), hex(0xDED7C8), hex(0x7B7566), hex(0x8F8875), hex(0xC4BCA9), hex(0x2A2924), hex(0x8E1A13), hex(0xD5D8DA)};
  return t;
}

constexpr Theme kPaper = paper();
constexpr Theme kWhite = on_black(hex(0xFFFFFF));
constexpr Theme kYellow = on_black(hex(0xFFFF00));
constexpr Theme kLowGlare = low_glare();

double luminance(Colour c) {
  const auto linear = [](std::uint8_t channel) {
    const double v = channel / 255.0;
    return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
}

}  // namespace

std::string_view code_of(ThemeName theme) {
  switch (theme) {
    case ThemeName::Paper: return "paper";
    case ThemeName::WhiteOnBlack: return "white-on-black";
    case ThemeName::YellowOnBlack: return "yellow-on-black";
    case ThemeName::LowGlare: return "low-glare";
  }
  return "";
}

const ToneColours& Theme::tone(Tone which) const {
  switch (which) {
    case Tone::Done: return done;
    case Tone::Care: return care;
    case Tone::Stop: return stop;
    case Tone::Quiet: return quiet;
    case Tone::Plain: break;
  }
  return plain;
}

const Theme& theme_of(ThemeName name) {
  switch (name) {
    case ThemeName::Paper: break;
    case ThemeName::WhiteOnBlack: return kWhite;
    case ThemeName::YellowOnBlack: return kYellow;
    case ThemeName::LowGlare: return kLowGlare;
  }
  return kPaper;
}

double contrast(Colour a, Colour b) {
  const double la = luminance(a);
  const double lb = luminance(b);
  return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

double em_mm(TextSize size) {
  switch (size) {
    case TextSize::Small: return 7;
    case TextSize::Normal: return 8.5;
    case TextSize::Large: return 10.2;
    case TextSize::Largest: return 12;
  }
  return 8.5;
}

double scale_of(Role role) {
  switch (role) {
    case Role::Hero: return 2.1;
    case Role::Title: return 1.6;
    case Role::Question: return 1.35;
    case Role::Lead: return 1.1;
    case Role::Body: return 1.0;
    case Role::Secondary: return 0.8;
    case Role::Caption: return 0.78;
    case Role::Key: return 1.8;
    case Role::Figure: return 3.1;
    case Role::Value: return 3.6;
  }
  return 1.0;
}

}  // namespace desk::screens
