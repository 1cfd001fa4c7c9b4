#include "kiosk/ctl/groups.h"

namespace desk::ctl {

Registry all_verbs() {
  Registry registry;
  add_catalog_verbs(registry);
  add_rules_verbs(registry);
  add_scan_verbs(registry);
  add_receipt_verbs(registry);
  add_application_verbs(registry);
  add_records_verbs(registry);
  add_staff_verbs(registry);
  add_self_test_verb(registry);
  add_update_verbs(registry);
  return registry;
}

}  // namespace desk::ctl
