// What the operator is told of the slots, and the tries that a desk that stands gets again.
#include "tests/ctl/update_machine.h"

namespace desk::ctl::update {
namespace {

using namespace test;
using ctl::test::flag_at;
using ctl::test::json;
using ctl::test::list_at;
using ctl::test::text_at;
using ctl::test::whole_at;

TEST(UpdateSlots, TellTheBootedOneAndHowTheBootLoaderStandsToEither) {
  Machine machine;
  put(machine.entry("desk-b+0-3.efi"), "x");
  put(machine.entry("desk-b+1-2.efi"), "x");
  put(machine.entry("something-else.efi"), "x");
  const Node answer = json(machine.call({"slots"}).out);
  EXPECT_EQ(text_at(answer, "booted"), "a");
  EXPECT_EQ(whole_at(answer, "serial"), kRunning);
  const Array slots = list_at(answer, "slots");
  ASSERT_EQ(slots.size(), 2U);
  EXPECT_EQ(dump_json(slots[0]), R"({"slot":"a","entry":"desk-a+2-1.efi","state":"counting","tries_left":2,"further":[]})");
  EXPECT_EQ(dump_json(slots[1]), R"({"slot":"b","entry":"desk-b+1-2.efi","state":"counting","tries_left":1,"further":["desk-b+0-3.efi"]})");
}

TEST(UpdateSlots, OfAFailedOneAnUncountedOneAndNone) {
  Machine machine;
  fs::rename(machine.entry("desk-a+2-1.efi"), machine.entry("desk-a.efi"));
  Array slots = list_at(json(machine.call({"slots"}).out), "slots");
  EXPECT_EQ(dump_json(slots[0]), R"({"slot":"a","entry":"desk-a.efi","state":"good","tries_left":null,"further":[]})");
  EXPECT_EQ(dump_json(slots[1]), R"({"slot":"b","entry":null,"state":"none","tries_left":null,"further":[]})");
  put(machine.entry("desk-b+0-3.efi"), "x");
  slots = list_at(json(machine.call({"slots"}).out), "slots");
  EXPECT_EQ(dump_json(slots[1]), R"({"slot":"b","entry":"desk-b+0-3.efi","state":"bad","tries_left":0,"further":[]})");
}

TEST(UpdateSlots, OutsideTheApplianceThereIsNothingToTell) {
  Machine machine;
  put(machine.appliance.command_line, "quiet\n");
  fs::remove_all(machine.appliance.esp);
  fs::remove(machine.appliance.serial_file);
  const auto outcome = machine.call({"slots"});
  ASSERT_EQ(outcome.exit_code, kAnswered) << outcome.err;
  EXPECT_TRUE(json(outcome.out).find("booted")->is_null());
  EXPECT_TRUE(json(outcome.out).find("serial")->is_null());
  expect_refused(machine.call({"good"}), "SC-725", "names no slot");
}

TEST(UpdateGood, GivesTheRunningSlotAllItsTriesWhateverItsCountWas) {
  for (const char* name : {"desk-a+2-1.efi", "desk-a+0-3.efi", "desk-a.efi", "desk-a+9.efi", "desk-a+x.efi", "desk-a+3-1.efi"}) {
    SCOPED_TRACE(name);
    Machine machine;
    fs::rename(machine.entry("desk-a+2-1.efi"), machine.entry(name));
    put(machine.entry("desk-b+2-1.efi"), "the other slot's");
    const Node answer = json(machine.call({"good"}).out);
    EXPECT_TRUE(flag_at(answer, "rearmed"));
    EXPECT_EQ(text_at(answer, "slot"), "a");
    EXPECT_EQ(text_at(answer, "entry"), "desk-a+3.efi");
    EXPECT_EQ(machine.entries(), (std::vector<std::string>{"desk-a+3.efi", "desk-b+2-1.efi"}));
    EXPECT_EQ(read(machine.entry("desk-a+3.efi")), "the running kernel");
    const auto esp = picture_of(machine.appliance.esp);
    const auto again = machine.call({"good"});
    EXPECT_FALSE(flag_at(json(again.out), "rearmed"));
    EXPECT_EQ(picture_of(machine.appliance.esp), esp);
  }
}

TEST(UpdateGood, OfTwoEntriesKeepsTheOneThatTheBootLoaderTakesFirst) {
  Machine machine;
  put(machine.entry("desk-a+0-3.efi"), "an old kernel");
  EXPECT_TRUE(flag_at(json(machine.call({"good"}).out), "rearmed"));
  EXPECT_EQ(machine.entries(), (std::vector<std::string>{"desk-a+3.efi"}));
  EXPECT_EQ(read(machine.entry("desk-a+3.efi")), "the running kernel");
  // Already armed, with a double beside it.
  put(machine.entry("desk-a+2-1.efi"), "an old kernel");
  EXPECT_TRUE(flag_at(json(machine.call({"good"}).out), "rearmed"));
  EXPECT_EQ(machine.entries(), (std::vector<std::string>{"desk-a+3.efi"}));
  EXPECT_EQ(read(machine.entry("desk-a+3.efi")), "the running kernel");
}

TEST(UpdateGood, WithoutAnEntryOfTheRunningSlotSaysSo) {
  Machine machine;
  fs::remove(machine.entry("desk-a+2-1.efi"));
  expect_refused(machine.call({"good"}), "SC-725", "no boot entry of slot a");
}

TEST(UpdateVerbs, ArePartOfTheProgram) {
  const Registry registry = all_verbs();
  for (const char* name : {"sign", "check", "slots", "write", "good"}) EXPECT_NE(find_verb(registry, "update", name), nullptr) << name;
}

}  // namespace
}  // namespace desk::ctl::update
