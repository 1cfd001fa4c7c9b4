// The panel, the practice and the settings: what was not told is unknown, and what staff set outlives every visit.
#include <gtest/gtest.h>

#include "tests/flow/machine_desk.h"

namespace desk::flow {
namespace {

TEST(Devices, AreUnknownUntilTheyHaveAnswered) {
  MachineDesk desk;
  for (const DeviceKind kind : kDeviceKinds) EXPECT_EQ(desk.device(kind).report.level, DeviceLevel::Unknown);
  desk.enter(Step::StaffDevices);
  const auto asked = desk.all<AskDevice>();
  ASSERT_EQ(asked.size(), kDeviceKinds.size());
  desk.send(DeviceTold{asked[0]->id, {DeviceKind::Printer, DeviceLevel::Good, {}, "printer_ready", {}}});
  EXPECT_EQ(desk.device(DeviceKind::Printer).report.level, DeviceLevel::Good);
  desk.wait(std::chrono::seconds{15});
  EXPECT_EQ(desk.device(DeviceKind::Printer).report.level, DeviceLevel::Good);
  EXPECT_EQ(desk.device(DeviceKind::Sms).report.note, "no_answer");
  EXPECT_EQ(desk.device(DeviceKind::Sms).report.level, DeviceLevel::Unknown);
  EXPECT_NE(desk.device(DeviceKind::Scanner).order, 0U) << "a scanner may take longer";
  desk.wait(std::chrono::seconds{31});
  EXPECT_EQ(desk.device(DeviceKind::Scanner).order, 0U);
}

TEST(Devices, AnAnswerAfterItsTimeIsDropped) {
  MachineDesk desk;
  desk.enter(Step::StaffDevices);
  const CommandId id = desk.all<AskDevice>()[0]->id;
  desk.wait(std::chrono::seconds{15});
  desk.send(DeviceTold{id, {DeviceKind::Printer, DeviceLevel::Good, {}, "printer_ready", {}}});
  EXPECT_EQ(desk.device(DeviceKind::Printer).report.level, DeviceLevel::Unknown);
}

TEST(Devices, SinceWhenIsTheFirstTimeItWasSoAndFailureAndReturnAreRecordedOnce) {
  MachineDesk desk;
  const auto tell = [&](DeviceLevel level, std::optional<StaffCode> code) {
    desk.send(DeviceAsked{DeviceKind::Printer});
    desk.send(DeviceTold{desk.last<AskDevice>()->id, {DeviceKind::Printer, level, code, "printer_failed", {}}});
  };
  desk.enter(Step::StaffDevices);
  desk.send(DeviceTold{desk.all<AskDevice>()[0]->id, {DeviceKind::Printer, DeviceLevel::Bad, StaffCode::PrinterPaperOut, "printer_failed", {}}});
  const WallTime first = *desk.device(DeviceKind::Printer).since;
  desk.wait(std::chrono::seconds{5});
  tell(DeviceLevel::Bad, StaffCode::PrinterPaperOut);
  EXPECT_EQ(desk.device(DeviceKind::Printer).since, first);
  EXPECT_EQ(desk.all<RecordDevice>().size(), 1U);
  tell(DeviceLevel::Good, {});
  ASSERT_EQ(desk.all<RecordDevice>().size(), 2U);
  EXPECT_TRUE(desk.last<RecordDevice>()->recovered);
  EXPECT_NE(desk.device(DeviceKind::Printer).since, first);
}

TEST(Devices, WhatAVisitMeetsIsNewsOfTheDevice) {
  MachineDesk desk;
  desk.send(SlipFailed{99, StaffCode::PrinterCoverOpen});
  EXPECT_EQ(desk.device(DeviceKind::Printer).report.code, StaffCode::PrinterCoverOpen);
  desk.send(SlipFailed{99, StaffCode::QrUnreadable});
  EXPECT_EQ(desk.device(DeviceKind::Printer).report.code, StaffCode::PrinterCoverOpen) << "a code that cannot be read is not the printer's";
  desk.send(SlipPrinted{99});
  EXPECT_EQ(desk.device(DeviceKind::Printer).report.level, DeviceLevel::Good);
  desk.send(ScanFaulted{99, StaffCode::ScannerEmpty});
  EXPECT_EQ(desk.device(DeviceKind::Scanner).report.level, DeviceLevel::Unknown) << "an empty feeder is the person's";
  desk.send(ScanFaulted{99, StaffCode::ScannerJammed});
  EXPECT_EQ(desk.device(DeviceKind::Scanner).report.code, StaffCode::ScannerJammed);
}

TEST(Devices, ThatALoudspeakerIsThereSaysLessThanThatItWasHeard) {
  MachineDesk desk;
  desk.model.machine.devices.of(DeviceKind::Sound).report = {DeviceKind::Sound, DeviceLevel::Good, {}, "tested_good", {}};
  desk.enter(Step::StaffDevices);
  for (const AskDevice* ask : desk.all<AskDevice>()) {
    if (ask->kind != DeviceKind::Sound) continue;
    desk.send(DeviceTold{ask->id, {DeviceKind::Sound, DeviceLevel::Unknown, {}, "sound_present", {}}});
    break;
  }
  EXPECT_EQ(desk.device(DeviceKind::Sound).report.level, DeviceLevel::Good);
}

TEST(DeskSettings, AreSavedAtOnceAndGreetEveryNextPerson) {
  MachineDesk desk;
  desk.enter(Step::StaffSettings);
  desk.send(SettingAsked{DeskSetting::Theme});
  desk.send(SettingChosen{"low_glare"});
  const auto* save = desk.last<SaveDeskSettings>();
  ASSERT_NE(save, nullptr);
  EXPECT_EQ(save->settings.first.theme, Theme::LowGlare);
  EXPECT_FALSE(desk.model.machine.settings.saved) << "not before the disk has it";
  desk.send(DeskSettingsSaved{save->id});
  EXPECT_TRUE(desk.model.machine.settings.saved);
  desk.press(Action::Back);
  desk.press(Action::Back);
  ASSERT_EQ(desk.model.step, Step::Attract);
  EXPECT_EQ(desk.model.settings.theme, Theme::LowGlare);
}

TEST(DeskSettings, AValueThatCannotBeChosenChangesNothing) {
  DeskSettings settings;
  EXPECT_FALSE(set_value(settings, DeskSetting::Idle, "5"));
  EXPECT_FALSE(set_value(settings, DeskSetting::Language, "../xx"));
  EXPECT_EQ(settings, DeskSettings{});
  for (const DeskSetting setting : kDeskSettings) {
    for (const std::string& value : values_of(setting)) {
      EXPECT_TRUE(set_value(settings, setting, value));
      EXPECT_EQ(value_of(setting, settings), value);
    }
  }
}

TEST(DeskSettings, AFullDiskIsSaidAndTheChoiceStaysInForce) {
  MachineDesk desk;
  desk.enter(Step::StaffSettings);
  desk.send(SettingAsked{DeskSetting::Volume});
  desk.send(SettingChosen{"1"});
  desk.send(DeskSettingsNotSaved{desk.last<SaveDeskSettings>()->id, StaffCode::StoreFull});
  EXPECT_EQ(desk.model.machine.settings.fault, StaffCode::StoreFull);
  EXPECT_EQ(desk.model.machine.settings.now.first.speech_volume, 1);
}

TEST(Practice, IsOpenedForTheDayThatWasChosenAndRefusedWithItsCode) {
  MachineDesk desk;
  desk.enter(Step::StaffTraining);
  const PracticeDay day{2023, {make_date(2023, 6, 21), 600}, false};
  desk.send(PracticeOffered{desk.last<ListPracticeDays>()->id, {{2026, {}, true}, day}});
  desk.send(PracticeDayChosen{7});
  EXPECT_EQ(desk.last<OpenPractice>(), nullptr);
  desk.send(PracticeDayChosen{1});
  ASSERT_NE(desk.last<OpenPractice>(), nullptr);
  EXPECT_EQ(desk.last<OpenPractice>()->day, day);
  EXPECT_TRUE(busy(desk.model));
  desk.send(PracticeNotOpened{desk.last<OpenPractice>()->id, StaffCode::StoreFull});
  EXPECT_FALSE(busy(desk.model));
  EXPECT_EQ(desk.model.machine.practice.refused, StaffCode::StoreFull);
}

TEST(Practice, FaultsAreSwitchesAndTwoOfOneDeviceExcludeEachOther) {
  MachineDesk desk;
  desk.send(FaultToggled{PracticeFault::PaperOut});
  EXPECT_EQ(desk.last<SetPracticeFault>(), nullptr) << "never at the real desk";
  desk.send(PracticeBegun{});
  desk.send(FaultToggled{PracticeFault::PaperOut});
  desk.send(FaultToggled{PracticeFault::PrinterOff});
  const auto set = desk.all<SetPracticeFault>();
  ASSERT_EQ(set.size(), 3U);
  EXPECT_TRUE(set[1]->fault == PracticeFault::PaperOut && !set[1]->on);
  EXPECT_EQ(desk.model.machine.practice.faults, std::set<PracticeFault>{PracticeFault::PrinterOff});
  desk.send(FaultToggled{PracticeFault::PrinterOff});
  EXPECT_TRUE(desk.model.machine.practice.faults.empty());
}

TEST(Practice, EndsByItsButtonAndByItselfWhenNobodyPlaysAnyMore) {
  MachineDesk desk;
  desk.press(Action::EndPractice);
  EXPECT_EQ(desk.last<EndPractice>(), nullptr) << "the real desk has none to end";
  desk.send(PracticeBegun{});
  desk.press(Action::EndPractice);
  EXPECT_NE(desk.last<EndPractice>(), nullptr);
  EXPECT_EQ(desk.model.step, Step::Attract);
  desk.forget();
  desk.wait(std::chrono::seconds{599});
  EXPECT_EQ(desk.last<EndPractice>(), nullptr);
  desk.wait(std::chrono::seconds{2});
  EXPECT_NE(desk.last<EndPractice>(), nullptr);
}

}  // namespace
}  // namespace desk::flow
