#include "printer/layout.h"

#include <algorithm>
#include <cmath>

#include "printer/page.h"
#include "printer/qr.h"

namespace desk::printer {
namespace {

using text::Align;
using text::TextRaster;
using text::TextStyle;
using text::Weight;

constexpr double kReferenceDots = 576;
constexpr double kMostScale = 1.3;   // on wide paper the type grows a little; on narrow paper it never shrinks
constexpr double kLeastFitEm = 28;   // large lines shrink down to body size

struct Look {
  double em;
  Weight weight;
  double line_height;
  bool one_line;  // shrinks before it breaks
};

Look look_of(Role role) {
  switch (role) {
    case Role::Site: return {28, Weight::Regular, 1.3, false};
    case Role::Title: return {42, Weight::Bold, 1.3, true};
    case Role::Number: return {104, Weight::Bold, 1.05, true};
    case Role::Body: return {28, Weight::Regular, 1.35, false};
    case Role::Strong: return {28, Weight::Bold, 1.35, false};
    case Role::Small: return {23, Weight::Regular, 1.35, false};
    case Role::Deadline: return {52, Weight::Bold, 1.3, true};
    case Role::Heading: return {30, Weight::Bold, 1.4, false};
    case Role::Amount: return {60, Weight::Bold, 1.2, true};
  }
  return {28, Weight::Regular, 1.35, false};
}

// Draws one block after another; every length in dots of the reference paper goes through dots().
class Layout {
 public:
  Layout(text::Typesetter& typesetter, const PaperProfile& profile)
      : page_(profile.dots, typesetter),
        scale_(std::clamp(profile.dots / kReferenceDots, 1.0, kMostScale)),
        margin_(profile.dots < 500 ? 12 : dots(24)),
        width_(profile.dots - 2 * margin_) {
    page_.y = dots(12);
  }

  void operator()(const TextBlock& block) {
    const Look look = look_of(block.role);
    const TextStyle style = style_of(look, block.align);
    const TextRaster line = look.one_line ? page_.fit(block.words, style, width_, kLeastFitEm * scale_)
                                          : page_.set(block.words, style, width_);
    page_.reserve(line.height);
    const int free = std::max(0, width_ - line.width);
    const int left = block.align == Align::Left ? 0 : block.align == Align::Center ? free / 2 : free;
    page_.draw(line, margin_ + left, page_.y, Ink::Black);
    page_.y += line.height + (look.one_line ? dots(2) : 0);
  }

  void operator()(const BandBlock& block) {
    const TextRaster line = page_.set(block.words, style_of(look_of(Role::Heading), Align::Center), width_);
    const int height = line.height + dots(16);
    if (page_.y > dots(12)) page_.y += dots(6);  // air above, but not at the head of the slip
    page_.reserve(height + dots(10));
    page_.raster.fill(0, page_.y, page_.raster.width, height);
    page_.draw(line, margin_, page_.y + dots(8), Ink::White);
    page_.y += height + dots(10);
  }

  void operator()(const TagBlock& block) {
    const int pad = dots(16);
    const TextRaster line = page_.fit(block.words, style_of(look_of(Role::Strong), Align::Center), width_ - 2 * pad, kLeastFitEm);
    const int left = (page_.raster.width - line.width) / 2 - pad;
    page_.reserve(line.height + dots(8));
    page_.raster.fill(left, page_.y, line.width + 2 * pad, line.height);
    page_.draw(line, left + pad, page_.y, Ink::White);
    page_.y += line.height + dots(6);
  }

  void operator()(const RuleBlock&) {
    const int thickness = 3;
    const int dash = 12;
    const int step = 20;
    page_.y += dots(14);
    page_.reserve(thickness + dots(14));
    for (int x = 0; x < width_; x += step) page_.raster.fill(margin_ + x, page_.y, std::min(dash, width_ - x), thickness);
    page_.y += thickness + dots(14);
  }

  void operator()(const BoxBlock& block) {
    const int pad = dots(14);
    const int inner = width_ - 2 * pad;
    const TextRaster title = page_.set(block.title, style_of(look_of(Role::Strong), Align::Left), inner);
    TextRaster detail;
    if (!block.detail.empty()) detail = page_.set(block.detail, style_of(look_of(Role::Body), Align::Left), inner);
    page_.y += dots(8);
    const int height = title.height + detail.height + 2 * dots(8);
    page_.reserve(height + dots(10));
    page_.frame(margin_, page_.y, width_, height, 4);
    page_.draw(title, margin_ + pad, page_.y + dots(8), Ink::Black);
    page_.draw(detail, margin_ + pad, page_.y + dots(8) + title.height, Ink::Black);
    page_.y += height + dots(10);
  }

  void operator()(const TodoBlock& block) {
    const int indent = box_ + dots(12);
    const TextRaster lines = page_.set(block.words, style_of(look_of(Role::Body), Align::Left), width_ - indent);
    page_.reserve(std::max(lines.height, box_) + dots(4));
    box_beside(lines, Mark::Open);
    page_.draw(lines, margin_ + indent, page_.y, Ink::Black);
    page_.y += lines.height + dots(4);
  }

  void operator()(const RowBlock& block) {
    const int indent = box_ + dots(12);
    const int room = width_ - indent;
    TextStyle strong = style_of(look_of(Role::Strong), Align::Right);
    const TextStyle body = style_of(look_of(Role::Body), Align::Left);
    TextRaster label = page_.set(block.label, body, 0);
    TextRaster state = page_.set(block.state, strong, 0);
    const bool side_by_side = label.width + dots(20) + state.width <= room;
    if (!side_by_side) {
      if (label.width > room) label = page_.set(block.label, body, room);
      if (state.width > room) state = page_.set(block.state, strong, room);
    }
    const int height = side_by_side ? std::max(label.height, state.height) : label.height + state.height;
    page_.reserve(std::max(height, box_) + dots(2));
    box_beside(label, block.mark);
    page_.draw(label, margin_ + indent, page_.y, Ink::Black);
    page_.draw(state, margin_ + width_ - state.width, page_.y + height - state.height, Ink::Black);
    page_.y += height + dots(2);
  }

  void operator()(const QrBlock& block) {
    const auto code = make_qr(block.address);
    if (!code) {
      failure_ = code.error();
      return;
    }
    const int module = module_dots(*code, page_.raster.width);
    if (module == 0) {
      failure_ = Failure{StaffCode::QrUnreadable, "slip", "the code does not fit " + std::to_string(page_.raster.width) + " dots"};
      return;
    }
    const int side = (code->size + 2 * kQuietModules) * module;
    page_.reserve(side);
    draw_qr(page_.raster, *code, (page_.raster.width - side) / 2, page_.y, module);
    codes_.push_back({page_.y, side, block.address});
    page_.y += side;
  }

  void operator()(const RulerBlock&) {
    const int height = 48;
    const int centimetre = static_cast<int>(10 * kDotsPerMm);
    page_.reserve(height + dots(10));
    const int last = page_.raster.width - 1;
    page_.raster.fill(0, page_.y, 3, height);
    page_.raster.fill(last - 2, page_.y, 3, height);
    page_.raster.fill(0, page_.y + height - 3, page_.raster.width, 3);
    for (int x = centimetre; x < last; x += centimetre) page_.raster.fill(x - 1, page_.y + height / 2, 3, height / 2);
    page_.y += height + dots(10);
  }

  Result<Raster1> finish() {
    if (failure_) return fail(*failure_);
    page_.reserve(dots(16));
    for (const Placed& code : codes_) {
      // Also what stands above and below: a phone sees that too.
      const int around = dots(40);
      if (auto read = check_qr(page_.raster.slice(code.top - around, code.side + 2 * around), code.address); !read) {
        return fail(read.error());
      }
    }
    return std::move(page_.raster);
  }

 private:
  struct Placed {
    int top;
    int side;
    std::string address;
  };

  [[nodiscard]] int dots(double reference) const { return static_cast<int>(std::lround(reference * scale_)); }

  [[nodiscard]] TextStyle style_of(const Look& look, Align align) const {
    constexpr text::Colour kBlack{0, 0, 0, 255};
    TextStyle style;
    style.em_px = std::round(look.em * scale_);
    style.weight = look.weight;
    style.align = align;
    style.ink = kBlack;
    style.emphasis = kBlack;
    style.line_height = look.line_height;
    style.crisp = true;
    return style;
  }

  // The box stands on the first line, centred on the height of its capitals.
  void box_beside(const TextRaster& lines, Mark mark) {
    const int middle = page_.y + lines.baseline - dots(28 * 0.37);
    const int top = std::max(0, middle - box_ / 2);
    const int left = margin_;
    switch (mark) {
      case Mark::Done: {
        page_.raster.fill(left, top, box_, box_);
        const auto at = [&](double part) { return static_cast<int>(std::lround(part * box_)); };
        page_.line(left + at(0.22), top + at(0.52), left + at(0.42), top + at(0.72), 4, /*black=*/false);
        page_.line(left + at(0.42), top + at(0.72), left + at(0.80), top + at(0.30), 4, /*black=*/false);
        break;
      }
      case Mark::Fault: {
        page_.raster.fill(left, top, box_, box_);
        const auto at = [&](double part) { return static_cast<int>(std::lround(part * box_)); };
        page_.line(left + at(0.26), top + at(0.26), left + at(0.74), top + at(0.74), 4, /*black=*/false);
        page_.line(left + at(0.74), top + at(0.26), left + at(0.26), top + at(0.74), 4, /*black=*/false);
        break;
      }
      case Mark::Open: page_.frame(left, top, box_, box_, 3); break;
      case Mark::Ask: {
        page_.frame(left, top, box_, box_, 3);
        const TextRaster sign = page_.set("?", style_of({22, Weight::Bold, 1.0, true}, Align::Left), 0);
        page_.draw(sign, left + (box_ - sign.width) / 2, top + (box_ - sign.height) / 2, Ink::Black);
        break;
      }
    }
  }

  Page page_;
  double scale_;
  int margin_;
  int width_;
  int box_ = dots(26);
  std::vector<Placed> codes_;
  std::optional<Failure> failure_;
};

}  // namespace

Result<Raster1> lay_out(const std::vector<Block>& blocks, text::Typesetter& typesetter, const PaperProfile& profile) {
  Layout layout(typesetter, profile);
  for (const Block& block : blocks) std::visit(layout, block);
  return layout.finish();
}

Result<Raster1> render_receipt(const ReceiptModel& model, const text::Words& words, text::Typesetter& typesetter,
                               const PaperProfile& profile) {
  if (auto checked = check_model(model); !checked) return fail(checked.error());
  return lay_out(compose(model, words), typesetter, profile);
}

}  // namespace desk::printer
