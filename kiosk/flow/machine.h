// Machine: what the desk knows of itself: its parts, the check under way, the practice, and how staff have set it. It belongs to no visit
// and outlives every one; nothing in it comes from a person who was served.
#pragma once

#include <optional>
#include <string>

#include "kiosk/flow/desk_settings.h"
#include "kiosk/flow/devices.h"
#include "kiosk/flow/practice.h"
#include "kiosk/flow/self_test.h"

namespace desk::flow {

struct SettingsDesk {
  DeskSettings now;
  std::optional<DeskSetting> asking;   // its values are on show
  std::uint64_t order = 0;             // being written
  bool saved = false;                  // the last change is on the disk
  std::optional<StaffCode> fault;      // it is not, or the file could not be read at start
};

struct MachineState {
  DevicesState devices;
  SelfTestState self_test;
  PracticeState practice;
  SettingsDesk settings;
};

}  // namespace desk::flow
