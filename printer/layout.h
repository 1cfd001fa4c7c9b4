// layout: a slip's blocks become dots. Everything is drawn by us, fonts included, so no printer needs Japanese (design 5).
//
// Sizes at 203 dpi: body 28 dots em (3.5 mm), secondary 23 (2.9 mm), never under 22; a 75-year-old reads this without glasses at hand.
// Nothing is wider than the paper: lines break by phrase, large lines shrink to fit (not below body size, then they break).
// Uses the caller's typesetter, so one thread at a time; tests/printer/bench.cpp measures it.
#pragma once

#include "data/base/paper_profile.h"
#include "data/text/text_catalog.h"
#include "data/text/typesetter.h"
#include "printer/compose.h"
#include "printer/raster1.h"
#include "printer/receipt_model.h"

namespace desk::printer {

// The whole way: check_model, compose, lay_out. Fails with BadInput (the model) or QrUnreadable (nothing may be printed then).
[[nodiscard]] Result<Raster1> render_receipt(const ReceiptModel& model, const text::Words& words, text::Typesetter& typesetter,
                                             const PaperProfile& profile);

// Lays out blocks and reads every QR back from the finished dots.
[[nodiscard]] Result<Raster1> lay_out(const std::vector<Block>& blocks, text::Typesetter& typesetter, const PaperProfile& profile);

}  // namespace desk::printer
