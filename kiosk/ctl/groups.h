// Every group of desk-ctl registers its verbs here; each has a file of its own (NAME_verbs.cpp).
#pragma once

#include "kiosk/ctl/update/appliance.h"
#include "kiosk/ctl/verb.h"

namespace desk::ctl {

void add_application_verbs(Registry& registry);
void add_catalog_verbs(Registry& registry);
void add_receipt_verbs(Registry& registry);
void add_records_verbs(Registry& registry);  // outbox, audit
void add_rules_verbs(Registry& registry);
void add_scan_verbs(Registry& registry);
void add_staff_verbs(Registry& registry);
void add_self_test_verb(Registry& registry);
void add_update_verbs(Registry& registry, const update::Appliance& appliance = {});

[[nodiscard]] Registry all_verbs();

}  // namespace desk::ctl
