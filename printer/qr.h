// QR codes for slips (libqrencode) and the proof that what was drawn can be read (ZXing). No state; any thread.
#pragma once

#include <string>
#include <string_view>

#include "data/base/qr_matrix.h"
#include "data/base/result.h"
#include "printer/raster1.h"

namespace desk::printer {

// Byte mode, error correction M (15 %): survives a fold and a thumb. Fails with QrUnreadable when the address is empty or does not fit.
[[nodiscard]] Result<QrMatrix> make_qr(std::string_view address);

// Dots a module so that the code is about 28 mm wide (aim 6 for a version-5 code; devices.md 4.1 and 7: below 20 mm phones fail),
// never under 4, with its quiet zone inside `paper_dots`. 0: the code does not fit this paper.
[[nodiscard]] int module_dots(const QrMatrix& code, int paper_dots);

// Draws code and quiet zone with its top left corner at (x, y).
void draw_qr(Raster1& raster, const QrMatrix& code, int x, int y, int dots_a_module);

// Reads the dots as a phone would. Fails with QrUnreadable when no code is found or it does not say `address` byte for byte.
[[nodiscard]] Done check_qr(const Raster1& raster, std::string_view address);

}  // namespace desk::printer
