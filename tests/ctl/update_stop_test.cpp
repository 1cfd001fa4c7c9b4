// The machine stops before each step of an update, from every state that the idle slot may be in. Afterwards the running slot boots as
// before, the idle slot does not boot or is whole, and writing once more makes it whole.
#include "tests/ctl/update_machine.h"

namespace desk::ctl::update {
namespace {

using namespace test;

struct Before {
  const char* name;
  std::vector<std::string> entries;    // of the idle slot
  std::size_t root_bytes = 3000;       // the disk is the slow part of this test: one row is enough for a stop between two parts
  std::size_t partition_bytes = 6000;
};

const std::vector<Before>& states_before() {
  static const std::vector<Before> all{
      {"nothing in the idle slot", {}},
      {"an image with all its tries", {"desk-b+3.efi"}, kTwoParts, kPartition},
      {"an image that never counted", {"desk-b.efi"}},
      {"an image that failed", {"desk-b+0-3.efi"}},
      {"two entries", {"desk-b+3.efi", "desk-b+2-1.efi"}},
      {"an entry in capital letters", {"DESK-B+1-2.EFI"}},
      {"what a stopped update left", {"desk-b.efi.new"}},
  };
  return all;
}

// The idle slot as the boot loader finds it: nothing; what was there before, all of it; or the update, all of it.
void expect_nothing_half(const Machine& machine, const std::map<std::string, std::string>& slots_before) {
  const auto slots = picture_of(machine.appliance.partitions);
  EXPECT_EQ(slots.at("root-a"), slots_before.at("root-a"));
  EXPECT_EQ(slots.at("root-a-verity"), slots_before.at("root-a-verity"));
  const auto running = boot_entries(machine.appliance, Slot::A);
  ASSERT_EQ(running->size(), 1U);
  EXPECT_EQ(running->front().name, "desk-a+2-1.efi");
  EXPECT_EQ(read(machine.entry("desk-a+2-1.efi")), "the running kernel");
  for (const BootEntry& entry : *boot_entries(machine.appliance, Slot::B)) {
    const std::string kernel = read(machine.entry(entry.name));
    if (kernel == "the kernel before") {
      EXPECT_EQ(slots, slots_before) << entry.name << " boots what is no longer there";
    } else {
      EXPECT_EQ(entry.name, "desk-b+3.efi");
      EXPECT_EQ(kernel, read(machine.stick + "/desk-b.efi"));
      EXPECT_TRUE(machine.holds_the_update());
    }
  }
}

TEST(UpdateStopped, LeavesTheRunningSlotAndNothingHalfWhereverItStops) {
  for (const Before& before : states_before()) {
    SCOPED_TRACE(before.name);
    bool finished = false;
    for (int nth = 1; !finished; ++nth) {
      ASSERT_LT(nth, 60) << "it never came to an end";
      Machine machine(before.root_bytes, before.partition_bytes);
      for (const std::string& name : before.entries) put(machine.entry(name), "the kernel before");
      const auto slots = picture_of(machine.appliance.partitions);
      int count = 0;
      std::string stopped_at;
      machine.appliance.refuse_step = [&](std::string_view step) {
        if (++count != nth) return false;
        stopped_at = step;
        return true;
      };
      finished = machine.write().exit_code == kAnswered;
      SCOPED_TRACE("stopped at step " + std::to_string(nth) + ", " + stopped_at);
      EXPECT_EQ(finished, stopped_at.empty());
      expect_nothing_half(machine, slots);
      machine.appliance.refuse_step = {};
      const auto again = machine.write();
      EXPECT_EQ(again.exit_code, kAnswered) << again.err;
      EXPECT_TRUE(machine.holds_the_update());
      EXPECT_EQ(machine.entries(), (std::vector<std::string>{"desk-a+2-1.efi", "desk-b+3.efi"}));
    }
  }
}

// What is not yet on the disk when the power goes is as good as not done: the order in which things are made durable is the promise.
TEST(UpdateStopped, MakesEachStepDurableBeforeTheNext) {
  Machine machine;
  put(machine.entry("desk-b.efi"), "the kernel before");
  std::vector<std::string> steps;
  machine.appliance.refuse_step = [&](std::string_view step) {
    if (steps.empty() || steps.back() != step) steps.emplace_back(step);
    return false;
  };
  ASSERT_EQ(machine.write().exit_code, kAnswered);
  EXPECT_EQ(steps, (std::vector<std::string>{"entry remove", "esp sync",                                                                //
                                             "root-b part", "root-b sync", "root-b read back",                                          //
                                             "root-b-verity part", "root-b-verity sync", "root-b-verity read back",                     //
                                             "desk-b.efi.new part", "desk-b.efi.new sync", "desk-b.efi.new read back", "esp sync",      //
                                             "entry rename", "esp sync"}));
}

TEST(UpdateStopped, ArmingAgainAlwaysLeavesAnEntryOfTheRunningSlot) {
  bool finished = false;
  for (int nth = 1; !finished; ++nth) {
    ASSERT_LT(nth, 20);
    Machine machine;
    put(machine.entry("desk-a+1-2.efi"), "the running kernel");
    int count = 0;
    machine.appliance.refuse_step = [&](std::string_view) { return ++count == nth; };
    finished = machine.call({"good"}).exit_code == kAnswered;
    EXPECT_FALSE(boot_entries(machine.appliance, Slot::A)->empty()) << nth;
    machine.appliance.refuse_step = {};
    EXPECT_EQ(machine.call({"good"}).exit_code, kAnswered);
    EXPECT_EQ(machine.entries(), (std::vector<std::string>{"desk-a+3.efi"}));
  }
}

}  // namespace
}  // namespace desk::ctl::update
