#include "kiosk/ctl/output_file.h"

#include "kiosk/ctl/verb.h"
#include "printer/raster1.h"

namespace desk::ctl {

Done write_output(const std::vector<std::uint8_t>& bytes, const std::string& path) {
  const Done written = printer::write_durably(bytes, path);
  if (written || written.error().code == StaffCode::StoreFull) return written;
  // The printer's room calls it a printer that is gone; here it is a path that somebody typed.
  return fail(bad_input("out", written.error().where + ": " + written.error().reason));
}

}  // namespace desk::ctl
