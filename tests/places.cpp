#include "tests/places.h"

namespace desk {

// Made at the first call: constants of other files ask for them before main().
const std::string& source_tree() {
  static const std::string path = DESK_SOURCE_DIR;
  return path;
}

const std::string& build_tree() {
  static const std::string path = DESK_BINARY_DIR;
  return path;
}

}  // namespace desk
