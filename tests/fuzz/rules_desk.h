// What desk-ctl needs to answer about rules, for the targets that ask it. The packs are read once: what is fuzzed is the input.
#pragma once

#include "data/base/clock.h"
#include "kiosk/ctl/groups.h"
#include "kiosk/ctl/verb.h"
#include "tests/fuzz/seeds.h"

namespace desk::fuzz {

struct RulesDesk {
  FakeClock clock;
  ctl::Registry registry;
  ctl::Context context{packs_folder(), clock};
  RulesDesk() { ctl::add_rules_verbs(registry); }
};

}  // namespace desk::fuzz
