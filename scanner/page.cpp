#include "scanner/page.h"

#include <algorithm>
#include <cmath>

#include "scanner/skew.h"

namespace desk::scanner {

namespace {

Result<ScannedPage> packed(const Pixels& page, bool colour, const FinishChoice& choice) {
  auto jpeg = encode_jpeg(page, {choice.quality, !colour});
  if (!jpeg) return fail(jpeg.error());
  ScannedPage out;
  out.jpeg = std::move(*jpeg);
  out.width = page.width;
  out.height = page.height;
  out.dpi = page.dpi;
  out.colour = colour;
  out.preview = preview(page, choice.preview_side);
  return out;
}

// Back to pixels, changed, and packed again, with what was found on the first scan.
template <class Change>
Result<ScannedPage> changed(const ScannedPage& page, const FinishChoice& choice, const Change& change) {
  auto pixels = decode_jpeg(page.jpeg, page.dpi);
  if (!pixels) return fail(pixels.error());
  pixels->dpi = page.dpi;
  auto out = packed(change(std::move(*pixels)), page.colour, choice);
  if (!out) return out;
  out->straightened_degrees = page.straightened_degrees;
  out->findings = page.findings;
  return out;
}

}  // namespace

Result<ScannedPage> finish_page(Pixels page, const FinishChoice& choice) {
  if (!page.sound()) return fail(Failure{StaffCode::PageUnusable, "page", "no pixels"});
  Judgement judgement = judge(page, choice.limits);
  double turned_by = 0;
  if (judgement.straighten && choice.straighten) {
    page = straightened(page, judgement.skew.degrees, judgement.paper);
    turned_by = judgement.skew.degrees;
  } else if (judgement.straighten) {
    judgement.findings.push_back({FindingCode::Crooked, judgement.skew.degrees, choice.limits.straight_degrees});
  }
  auto out = packed(page, judgement.has_colour, choice);
  if (!out) return out;
  out->straightened_degrees = turned_by;
  out->findings = std::move(judgement.findings);
  return out;
}

Result<ScannedPage> masked_page(const ScannedPage& page, const std::vector<PageRect>& rects, const FinishChoice& choice) {
  return changed(page, choice, [&](Pixels pixels) {
    mask(pixels, rects);
    return pixels;
  });
}

Result<ScannedPage> turned_page(const ScannedPage& page, int quarter_turns, const FinishChoice& choice) {
  return changed(page, choice, [&](Pixels pixels) { return turned(pixels, quarter_turns); });
}

}  // namespace desk::scanner
