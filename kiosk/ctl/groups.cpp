#include "kiosk/ctl/groups.h"

namespace desk::ctl {

Registry all_verbs() {
  Registry registry;
  add_catalog_verbs(registry);
  add_rules_verbs(registry);
  return registry;
}

}  // namespace desk::ctl
