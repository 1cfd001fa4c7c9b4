// Lines are broken by us and each one is a Pango layout of its own: Pango 1.50 cannot be told where a phrase ends, and a line that we
// own can carry readings above it and share one baseline grid whatever fall-back font its characters came from.
#include "data/text/typesetter.h"

#include <pango/pangocairo.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <map>
#include <tuple>
#include <unordered_map>

#include "data/text/lines.h"

namespace desk::text {
namespace {

// The look's face first; Noto has the name kanji that BIZ UDPGothic lacks (and everything beyond U+FFFF).
constexpr const char* kFamilies = "BIZ UDPGothic, Noto Sans CJK JP, Noto Sans, DejaVu Sans";
constexpr const char* kNeeded[] = {"BIZ UDPGothic", "Noto Sans CJK JP"};
// A reading is set at half the size of its base (JLREQ 3.3.3) and needs that height and a hair of air above the line.
constexpr double kRubyScale = 0.5;
constexpr double kRubyRoom = 0.55;
// Unhinted text is shaped at one size and scaled: to Pango a new size is a new set of fonts, found and sorted by fontconfig on a thread of its
// own, and fitting a screen asks for many sizes. Crisp text is hinted for the very dots that it is printed with.
constexpr double kShapedEm = 64;

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
template <class T>
using Owned = std::unique_ptr<T, Unref>;
using Attributes = std::unique_ptr<PangoAttrList, decltype(&pango_attr_list_unref)>;
using FontDescription = std::unique_ptr<PangoFontDescription, decltype(&pango_font_description_free)>;

guint at(std::size_t byte) { return static_cast<guint>(byte); }
double px(int pango_units) { return static_cast<double>(pango_units) / PANGO_SCALE; }
guint16 wide(std::uint8_t channel) { return static_cast<guint16>(channel * 257U); }

struct FontMetrics {
  double ascent = 0;
  double descent = 0;
};

class PangoTypesetter final : public Typesetter {
 public:
  PangoTypesetter(Owned<PangoFontMap> fonts, std::unique_ptr<Phrases> phrases)
      : fonts_(std::move(fonts)), context_(pango_font_map_create_context(fonts_.get())), phrases_(std::move(phrases)) {
    pango_context_set_language(context_.get(), pango_language_from_string("ja"));
    pango_context_set_round_glyph_positions(context_.get(), FALSE);
  }

  void load_fallbacks() override {
    for (const Weight weight : {Weight::Regular, Weight::Bold}) {
      (void)raster("\uFA11\U00020BB7", {.weight = weight}, 0);  // 﨑 𠮷
    }
  }

  void remember(std::size_t texts) override { remembered_ = texts; }
  void forget() override { shaped_.clear(); }

  TextExtent measure(std::string_view marked, const TextStyle& wanted, int width) override {
    prepare(wanted);
    const auto [style, scale] = shaped(wanted);
    const std::shared_ptr<const ShapedText> text = shape(marked, style);
    const Composed composed = compose(*text, width / scale, kSlackPx / scale, style.max_lines);
    TextExtent extent;
    double widest = 0;
    for (const Line& line : composed.lines) {
      widest = std::max(widest, line.cut ? width_of(line_layout(line, style, width / scale).get()) : text::width_of(line));
    }
    for (const ShapedParagraph& paragraph : *text) extent.missing_glyphs += paragraph.missing_glyphs;
    const Grid grid = grid_of(*text, style);
    extent.width = up(widest * scale);
    extent.lines = static_cast<int>(composed.lines.size());
    extent.height = up(grid.pitch * scale * extent.lines);
    extent.baseline = static_cast<int>(std::lround(grid.first_baseline * scale));
    extent.shortened = composed.shortened;
    extent.widest_word = up(composed.widest_word * scale);
    return extent;
  }

  TextRaster raster(std::string_view marked, const TextStyle& wanted, int width) override {
    prepare(wanted);
    const auto [style, scale] = shaped(wanted);
    const std::shared_ptr<const ShapedText> text = shape(marked, style);
    const Composed composed = compose(*text, width / scale, kSlackPx / scale, style.max_lines);
    std::vector<Owned<PangoLayout>> layouts;
    double widest = 0;
    for (const Line& line : composed.lines) {
      layouts.push_back(line_layout(line, style, width / scale));
      widest = std::max(widest, width_of(layouts.back().get()));
    }
    const Grid grid = grid_of(*text, style);
    TextRaster out;
    out.width = std::max(1, width > 0 ? width : up(widest * scale));
    out.height = std::max(1, up(grid.pitch * scale * static_cast<double>(layouts.size())));
    out.baseline = static_cast<int>(std::lround(grid.first_baseline * scale));

    cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, out.width, out.height);
    cairo_t* cairo = cairo_create(surface);
    cairo_scale(cairo, scale, scale);
    for (std::size_t i = 0; i < layouts.size(); ++i) {
      const double baseline = std::round((grid.first_baseline + grid.pitch * static_cast<double>(i)) * scale) / scale;
      draw_line(cairo, layouts[i].get(), composed.lines[i], style, out.width / scale, baseline);
    }
    cairo_destroy(cairo);
    take_pixels(surface, out);
    cairo_surface_destroy(surface);
    return out;
  }

 private:
  using ShapedText = std::vector<ShapedParagraph>;

  struct Grid {
    double first_baseline = 0;
    double pitch = 0;  // from baseline to baseline
  };

  static constexpr double kSlackPx = 0.5;  // half a pixel of rounding is no overflow

  struct Shaped {
    TextStyle style;   // what Pango is given
    double scale = 1;  // from its pixels to those wanted
  };
  static Shaped shaped(const TextStyle& wanted) {
    if (wanted.crisp) return {wanted, 1};
    Shaped result{wanted, wanted.em_px / kShapedEm};
    result.style.em_px = kShapedEm;
    return result;
  }

  std::shared_ptr<const ShapedText> shape(std::string_view marked, const TextStyle& style) {
    if (remembered_ == 0 || style.crisp) return std::make_shared<const ShapedText>(shape_anew(marked, style));
    std::string key;
    key.reserve(style.fonts.size() + marked.size() + 2);
    key += static_cast<char>((style.weight == Weight::Bold ? 1 : 0) | (style.tabular ? 2 : 0) | (style.ruby ? 4 : 0));
    key += style.fonts;
    key += '\0';
    key += marked;
    if (const auto known = shaped_.find(key); known != shaped_.end()) return known->second;
    if (shaped_.size() >= remembered_) shaped_.clear();
    return shaped_.emplace(std::move(key), std::make_shared<const ShapedText>(shape_anew(marked, style))).first->second;
  }

  ShapedText shape_anew(std::string_view marked, const TextStyle& style) {
    ShapedText text;
    for (Paragraph& source : parse_marked(marked)) {
      ShapedParagraph paragraph{std::move(source), {}, {}, 0};
      const std::size_t size = paragraph.source.text.size();
      paragraph.x.assign(size + 1, 0);
      if (size > 0) {
        const Owned<PangoLayout> layout = plain_layout(paragraph.source, {0, size}, style, "");
        PangoLayoutLine* line = pango_layout_get_line_readonly(layout.get(), 0);
        paragraph.breaks = phrases_->find(paragraph.source.text);
        for (std::size_t byte = 0; byte <= size; ++byte) {
          // Between two characters only: inside one Pango has no place to tell.
          if (byte < size && (static_cast<unsigned char>(paragraph.source.text[byte]) & 0xC0U) == 0x80U) {
            paragraph.x[byte] = paragraph.x[byte - 1];
            continue;
          }
          int x = 0;
          pango_layout_line_index_to_x(line, static_cast<int>(byte), FALSE, &x);
          paragraph.x[byte] = px(x);
        }
        keep_bases_whole(paragraph.source, paragraph.breaks);
        paragraph.missing_glyphs = pango_layout_get_unknown_glyphs_count(layout.get());
      }
      text.push_back(std::move(paragraph));
    }
    return text;
  }

  // To the next whole pixel; what scaling adds in the last digits is none.
  static int up(double px) { return static_cast<int>(std::ceil(px - 0.001)); }

  void prepare(const TextStyle& style) {
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_antialias(options, style.crisp ? CAIRO_ANTIALIAS_NONE : CAIRO_ANTIALIAS_GRAY);
    cairo_font_options_set_hint_style(options, style.crisp ? CAIRO_HINT_STYLE_FULL : CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context_.get(), options);
    cairo_font_options_destroy(options);
    pango_cairo_context_set_resolution(context_.get(), 72);
  }

  static FontDescription description(const TextStyle& style, double em_px) {
    const std::string families = style.fonts.empty() ? kFamilies : std::string(style.fonts) + ", " + kFamilies;
    FontDescription font(pango_font_description_from_string(families.c_str()), &pango_font_description_free);
    pango_font_description_set_absolute_size(font.get(), em_px * PANGO_SCALE);
    pango_font_description_set_weight(font.get(), style.weight == Weight::Bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    return font;
  }

  FontMetrics metrics(const TextStyle& style) {
    const auto key = std::make_tuple(std::lround(style.em_px * 64), style.weight == Weight::Bold, std::string(style.fonts));
    if (const auto known = metrics_.find(key); known != metrics_.end()) return known->second;
    const FontDescription font = description(style, style.em_px);
    PangoFontMetrics* found = pango_context_get_metrics(context_.get(), font.get(), nullptr);
    const FontMetrics result{px(pango_font_metrics_get_ascent(found)), px(pango_font_metrics_get_descent(found))};
    pango_font_metrics_unref(found);
    metrics_.emplace(key, result);
    return result;
  }

  Grid grid_of(const ShapedText& paragraphs, const TextStyle& style) {
    const bool readings = style.ruby && std::any_of(paragraphs.begin(), paragraphs.end(),
                                                    [](const ShapedParagraph& each) { return !each.source.readings.empty(); });
    const FontMetrics font = metrics(style);
    const double box = style.line_height * style.em_px;
    // Readings use the line's own air first; only what is missing is added.
    const double air = std::max(0.0, (box - font.ascent - font.descent) / 2);
    const double room = readings ? std::max(0.0, kRubyRoom * style.em_px - air) : 0;
    return {room + (box - font.ascent - font.descent) / 2 + font.ascent, box + room};
  }

  // The attributes of the bytes [span) of a paragraph, counted from the line's own first byte.
  Attributes attributes(const Paragraph& paragraph, Span span, const TextStyle& style) {
    Attributes list(pango_attr_list_new(), &pango_attr_list_unref);
    const auto add = [&](PangoAttribute* attribute, Span where) {
      attribute->start_index = at(std::max(where.begin, span.begin) - span.begin);
      attribute->end_index = at(std::min(where.end, span.end) - span.begin);
      pango_attr_list_insert(list.get(), attribute);
    };
    for (const Span& bold : paragraph.bold) {
      if (bold.end <= span.begin || bold.begin >= span.end) continue;
      add(pango_attr_weight_new(PANGO_WEIGHT_BOLD), bold);
      add(pango_attr_foreground_new(wide(style.emphasis.r), wide(style.emphasis.g), wide(style.emphasis.b)), bold);
      add(pango_attr_foreground_alpha_new(wide(style.emphasis.a)), bold);
    }
    return list;
  }

  // Air to add around the character at `byte` of a paragraph, in pixels.
  double air_around(const Paragraph& paragraph, std::size_t byte, double width, const TextStyle& style) {
    double air = 0;
    if (const char c = paragraph.text[byte]; style.tabular && c >= '0' && c <= '9') {
      // BIZ UDPGothic has no tnum feature and a narrower 1 (seen with 1.05-2): each digit gets the width of the widest.
      const bool bold = style.weight == Weight::Bold || inside(paragraph.bold, byte);
      air += std::max(0.0, digit_width(style.em_px, bold) - width);
    }
    if (!style.ruby) return air;
    for (const Reading& reading : paragraph.readings) {
      if (byte >= reading.base.begin && byte < reading.base.end) air += spread(paragraph, reading, style);
    }
    return air;
  }

  static bool inside(const std::vector<Span>& spans, std::size_t byte) {
    return std::any_of(spans.begin(), spans.end(), [&](const Span& span) { return byte >= span.begin && byte < span.end; });
  }

  // A reading wider than its base spreads the base, so that neighbours' readings never touch (JLREQ 3.3.8).
  double spread(const Paragraph& paragraph, const Reading& reading, const TextStyle& style) {
    const std::string base = paragraph.text.substr(reading.base.begin, reading.base.end - reading.base.begin);
    const double base_width = plain_width(base, style, style.em_px);
    const double kana_width = plain_width(reading.kana, style, style.em_px * kRubyScale);
    const auto characters = static_cast<double>(g_utf8_strlen(base.c_str(), static_cast<gssize>(base.size())));
    return std::max(0.0, (kana_width - base_width) / characters);
  }

  double digit_width(double em_px, bool bold) {
    const auto key = std::make_pair(std::lround(em_px * 64), bold);
    if (const auto known = digits_.find(key); known != digits_.end()) return known->second;
    double widest = 0;
    const TextStyle style{.weight = bold ? Weight::Bold : Weight::Regular};
    for (char digit = '0'; digit <= '9'; ++digit) widest = std::max(widest, plain_width(std::string(1, digit), style, em_px));
    digits_.emplace(key, widest);
    return widest;
  }

  // Pango's letter spacing drops the air at a line's edges and joins runs, so glyphs are widened by hand: pango_layout_get_line()
  // exists for that ("if you plan to modify the glyphs") and drops its cached extents.
  void widen(PangoLayout* layout, const Paragraph& paragraph, Span span, const TextStyle& style) {
    if (!style.tabular && (!style.ruby || paragraph.readings.empty())) return;
    PangoLayoutLine* line = pango_layout_get_line(layout, 0);
    for (GSList* node = line->runs; node != nullptr; node = node->next) {
      auto* run = static_cast<PangoGlyphItem*>(node->data);
      for (int i = 0; i < run->glyphs->num_glyphs; ++i) {
        PangoGlyphInfo& glyph = run->glyphs->glyphs[i];
        const auto byte = span.begin + static_cast<std::size_t>(run->item->offset + run->glyphs->log_clusters[i]);
        if (glyph.attr.is_cluster_start == 0 || byte >= span.end) continue;
        const int air = static_cast<int>(air_around(paragraph, byte, px(glyph.geometry.width), style) * PANGO_SCALE);
        glyph.geometry.width += air;
        glyph.geometry.x_offset += air / 2;
      }
    }
  }

  double plain_width(const std::string& text, const TextStyle& style, double em_px) {
    const Owned<PangoLayout> layout(pango_layout_new(context_.get()));
    const FontDescription font = description(style, em_px);
    pango_layout_set_font_description(layout.get(), font.get());
    pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
    return width_of(layout.get());
  }

  Owned<PangoLayout> plain_layout(const Paragraph& paragraph, Span span, const TextStyle& style, const char* tail) {
    Owned<PangoLayout> layout(pango_layout_new(context_.get()));
    const FontDescription font = description(style, style.em_px);
    pango_layout_set_font_description(layout.get(), font.get());
    pango_layout_set_single_paragraph_mode(layout.get(), TRUE);
    const std::string text = paragraph.text.substr(span.begin, span.end - span.begin) + tail;
    pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
    const Attributes list = attributes(paragraph, span, style);
    pango_layout_set_attributes(layout.get(), list.get());
    if (*tail == '\0') widen(layout.get(), paragraph, span, style);
    return layout;
  }

  Owned<PangoLayout> line_layout(const Line& line, const TextStyle& style, double width) {
    Owned<PangoLayout> layout = plain_layout(line.paragraph->source, line.span, style, line.cut ? "…" : "");
    // A cut line holds all that was left of its paragraph; Pango takes away what does not fit before the ellipsis.
    if (line.cut && width > 0) {
      pango_layout_set_width(layout.get(), static_cast<int>(width * PANGO_SCALE));
      pango_layout_set_ellipsize(layout.get(), PANGO_ELLIPSIZE_END);
    }
    return layout;
  }

  static double width_of(PangoLayout* layout) {
    PangoRectangle logical;
    pango_layout_get_extents(layout, nullptr, &logical);
    return px(logical.width);
  }

  void draw_line(cairo_t* cairo, PangoLayout* layout, const Line& line, const TextStyle& style, double width, double baseline) {
    const double free = width - width_of(layout);
    double x = 0;
    switch (style.align) {
      case Align::Left: break;
      case Align::Center: x = free / 2; break;
      case Align::Right: x = free; break;
    }
    if (style.crisp) x = std::round(x);
    cairo_set_source_rgba(cairo, style.ink.r / 255.0, style.ink.g / 255.0, style.ink.b / 255.0, style.ink.a / 255.0);
    cairo_move_to(cairo, x, baseline - px(pango_layout_get_baseline(layout)));
    pango_cairo_show_layout(cairo, layout);
    if (style.ruby) draw_readings(cairo, layout, line, style, x, baseline);
  }

  void draw_readings(cairo_t* cairo, PangoLayout* layout, const Line& line, const TextStyle& style, double x, double baseline) {
    PangoLayoutLine* shaped = pango_layout_get_line_readonly(layout, 0);
    for (const Reading& reading : line.paragraph->source.readings) {
      // An ellipsised line may have lost the base; its reading goes with it.
      if (line.cut || reading.base.begin < line.span.begin || reading.base.end > line.span.end) continue;
      int left = 0;
      int right = 0;
      pango_layout_line_index_to_x(shaped, static_cast<int>(reading.base.begin - line.span.begin), FALSE, &left);
      pango_layout_line_index_to_x(shaped, static_cast<int>(reading.base.end - line.span.begin), FALSE, &right);
      TextStyle small = style;
      small.em_px = style.em_px * kRubyScale;
      const Owned<PangoLayout> kana(pango_layout_new(context_.get()));
      const FontDescription font = description(small, small.em_px);
      pango_layout_set_font_description(kana.get(), font.get());
      pango_layout_set_text(kana.get(), reading.kana.data(), static_cast<int>(reading.kana.size()));
      const double centre = x + (px(left) + px(right)) / 2;
      const double bottom = baseline - metrics(style).ascent + 0.04 * style.em_px;
      cairo_move_to(cairo, std::max(0.0, centre - width_of(kana.get()) / 2),
                    bottom - metrics(small).descent - px(pango_layout_get_baseline(kana.get())));
      pango_cairo_show_layout(cairo, kana.get());
    }
  }

  static void take_pixels(cairo_surface_t* surface, TextRaster& out) {
    cairo_surface_flush(surface);
    const unsigned char* data = cairo_image_surface_get_data(surface);
    const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface));
    out.rgba.resize(static_cast<std::size_t>(out.width) * static_cast<std::size_t>(out.height) * 4);
    std::size_t to = 0;
    for (std::size_t row = 0; row < static_cast<std::size_t>(out.height); ++row) {
      for (std::size_t column = 0; column < static_cast<std::size_t>(out.width); ++column, to += 4) {
        std::uint32_t argb = 0;
        std::memcpy(&argb, data + row * stride + column * 4, 4);
        out.rgba[to] = static_cast<std::uint8_t>(argb >> 16U);
        out.rgba[to + 1] = static_cast<std::uint8_t>(argb >> 8U);
        out.rgba[to + 2] = static_cast<std::uint8_t>(argb);
        out.rgba[to + 3] = static_cast<std::uint8_t>(argb >> 24U);
      }
    }
  }

  Owned<PangoFontMap> fonts_;
  Owned<PangoContext> context_;
  std::unique_ptr<Phrases> phrases_;
  std::map<std::tuple<long, bool, std::string>, FontMetrics> metrics_;  // by em in 1/64 px, boldness and families
  std::map<std::pair<long, bool>, double> digits_;
  std::size_t remembered_ = 0;
  std::unordered_map<std::string, std::shared_ptr<const ShapedText>> shaped_;
};

bool any_needed_family(PangoFontMap* fonts) {
  PangoFontFamily** families = nullptr;
  int count = 0;
  pango_font_map_list_families(fonts, &families, &count);
  bool found = false;
  for (int i = 0; i < count && !found; ++i) {
    const std::string_view name = pango_font_family_get_name(families[i]);
    found = std::any_of(std::begin(kNeeded), std::end(kNeeded), [&](std::string_view needed) { return name == needed; });
  }
  g_free(families);
  return found;
}

}  // namespace

Result<std::unique_ptr<Typesetter>> Typesetter::create() {
  // A font map of its own: Pango's default one belongs to a thread, and slips are set on another than screens.
  Owned<PangoFontMap> fonts(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT));
  if (!fonts || !any_needed_family(fonts.get())) {
    return fail(Failure{StaffCode::FontMissing, "fontconfig", "neither BIZ UDPGothic nor Noto Sans CJK JP is installed"});
  }
  auto phrases = Phrases::create();
  if (!phrases) return fail(phrases.error());
  return std::unique_ptr<Typesetter>(std::make_unique<PangoTypesetter>(std::move(fonts), std::move(*phrases)));
}

}  // namespace desk::text
