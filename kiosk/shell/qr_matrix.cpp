#include "kiosk/shell/qr_matrix.h"

#include "printer/qr.h"

namespace desk::shell {

screens::Matrix matrix_of(const std::string& text) {
  const auto code = printer::make_qr(text);
  if (!code) return {};
  screens::Matrix matrix;
  matrix.size = code->size;
  matrix.dark = code->modules;
  return matrix;
}

}  // namespace desk::shell
