// Writing the idle slot: what is refused before anything is touched, what boots afterwards, and a stick or a disk that lies.
#include "tests/ctl/update_machine.h"

namespace desk::ctl::update {
namespace {

using namespace test;
using ctl::test::flag_at;
using ctl::test::json;
using ctl::test::text_at;
using ctl::test::whole_at;

TEST(UpdateWrite, FillsTheIdleSlotAndArmsItForThreeTries) {
  Machine machine;
  const std::string running = read(machine.partition("root-a")), running_verity = read(machine.partition("root-a-verity"));
  const auto outcome = machine.write();
  ASSERT_EQ(outcome.exit_code, kAnswered) << outcome.err;
  const Node answer = json(outcome.out);
  EXPECT_EQ(text_at(answer, "slot"), "b");
  EXPECT_EQ(whole_at(answer, "serial"), kNewer);
  EXPECT_EQ(whole_at(answer, "bytes"), (1 << 20) + 17 + 5000 + 3100);
  EXPECT_TRUE(flag_at(answer, "written"));
  EXPECT_TRUE(machine.holds_the_update());
  EXPECT_EQ(machine.entries(), (std::vector<std::string>{"desk-a+2-1.efi", "desk-b+3.efi"}));
  EXPECT_EQ(read(machine.entry("desk-b+3.efi")), read(machine.stick + "/desk-b.efi"));
  EXPECT_EQ(read(machine.partition("root-a")), running);
  EXPECT_EQ(read(machine.partition("root-a-verity")), running_verity);
}

TEST(UpdateWrite, FromSlotBFillsSlotA) {
  Machine machine;
  put(machine.appliance.command_line, "desk.slot=b\n");
  const auto outcome = machine.write();
  ASSERT_EQ(outcome.exit_code, kAnswered) << outcome.err;
  EXPECT_EQ(text_at(json(outcome.out), "slot"), "a");
  EXPECT_EQ(machine.entries(), (std::vector<std::string>{"desk-a+3.efi"}));
  EXPECT_EQ(read(machine.entry("desk-a+3.efi")), read(machine.stick + "/desk-a.efi"));
  EXPECT_TRUE(read(machine.partition("root-a")).starts_with(read(machine.stick + "/root.squashfs")));
}

TEST(UpdateWrite, TakesTheRunningNumberAgainAsARepairAndNoneBelowIt) {
  Machine machine;
  machine.sign(kRunning);
  EXPECT_EQ(machine.write().exit_code, kAnswered);
  machine.sign(kRunning - 1);
  const auto slots = picture_of(machine.appliance.partitions), esp = picture_of(machine.appliance.esp);
  expect_refused(machine.write(), "SC-723", "below that of the running image, 202611010000");
  EXPECT_EQ(picture_of(machine.appliance.partitions), slots);
  EXPECT_EQ(picture_of(machine.appliance.esp), esp);
}

struct Lack {
  const char* name;
  std::function<void(const Machine&)> spoil;
  const char* code;
  const char* reason;
};

TEST(UpdateWrite, OnAMachineThatLacksSomethingIsRefusedAndTouchesNothing) {
  const std::vector<Lack> lacks{
      {"no slot", [](const Machine& m) { put(m.appliance.command_line, "quiet ro\n"); }, "SC-725", "names no slot"},
      {"no command line", [](const Machine& m) { fs::remove(m.appliance.command_line); }, "SC-725", "names no slot"},
      {"no number", [](const Machine& m) { fs::remove(m.appliance.serial_file); }, "SC-725", "image-serial: is not there"},
      {"a number that is none", [](const Machine& m) { put(m.appliance.serial_file, "yesterday\n"); }, "SC-725", "holds no number"},
      {"an empty number", [](const Machine& m) { put(m.appliance.serial_file, "\n"); }, "SC-725", "holds no number"},
      {"no partition", [](const Machine& m) { fs::remove(m.partition("root-b")); }, "SC-725", "root-b:"},
      {"no verity partition", [](const Machine& m) { fs::remove(m.partition("root-b-verity")); }, "SC-725", "root-b-verity:"},
      {"no ESP", [](const Machine& m) { fs::remove_all(m.appliance.boot_folder()); }, "SC-725", "EFI/Linux"},
      {"a short partition", [](const Machine& m) { fs::resize_file(m.partition("root-b"), (1 << 20) + 16); }, "SC-726", "has 1048592 bytes, root.squashfs 1048593"},
      {"a short verity partition", [](const Machine& m) { fs::resize_file(m.partition("root-b-verity"), 4999); }, "SC-726", "root.verity 5000"},
  };
  for (const Lack& lack : lacks) {
    SCOPED_TRACE(lack.name);
    Machine machine;
    put(machine.entry("desk-b.efi"), "the kernel before");
    lack.spoil(machine);
    const auto slots = picture_of(machine.appliance.partitions), esp = picture_of(machine.appliance.esp);
    expect_refused(machine.write(), lack.code, lack.reason);
    EXPECT_EQ(picture_of(machine.appliance.partitions), slots);
    EXPECT_EQ(picture_of(machine.appliance.esp), esp);
  }
}

TEST(UpdateWrite, IntoAPartitionThatItJustFitsIsTaken) {
  Machine machine;
  fs::resize_file(machine.partition("root-b"), (1 << 20) + 17);
  EXPECT_EQ(machine.write().exit_code, kAnswered);
}

TEST(UpdateWrite, LeavesNoEntryWhenTheStickIsExchangedAfterItWasChecked) {
  for (const char* file : {"root.squashfs", "root.verity", "desk-b.efi"}) {
    SCOPED_TRACE(file);
    Machine machine;
    put(machine.entry("desk-b+1-2.efi"), "the kernel before");
    machine.appliance.refuse_step = [&](std::string_view step) {
      if (step == "entry remove") put(machine.stick + "/" + file, std::string(fs::file_size(machine.stick + "/" + file), 'x'));
      return false;
    };
    expect_refused(machine.write(), "SC-722", std::string(file) + ": is not the file that was signed");
    EXPECT_TRUE(boot_entries(machine.appliance, Slot::B)->empty());
    EXPECT_EQ(boot_entries(machine.appliance, Slot::A)->size(), 1U);
  }
}

TEST(UpdateWrite, LeavesNoEntryWhenTheDiskGivesBackOtherBytes) {
  for (const auto& [step, file] : {std::pair{"root-b read back", "by-partlabel/root-b"}, std::pair{"root-b-verity read back", "by-partlabel/root-b-verity"},
                                   std::pair{"desk-b.efi.new read back", "efi/EFI/Linux/desk-b.efi.new"}}) {
    SCOPED_TRACE(step);
    Machine machine;
    machine.appliance.refuse_step = [&, wanted = std::string(step), path = machine.at(file)](std::string_view now) {
      if (now == wanted) {
        std::string bytes = read(path);
        bytes[2000] = static_cast<char>(bytes[2000] ^ 4);
        put(path, bytes);
      }
      return false;
    };
    expect_refused(machine.write(), "SC-727", "gave back other bytes");
    EXPECT_TRUE(boot_entries(machine.appliance, Slot::B)->empty());
  }
}

TEST(UpdateWrite, RunsOnceAtATime) {
  Machine machine;
  std::optional<ctl::test::Outcome> second;
  machine.appliance.refuse_step = [&](std::string_view step) {
    if (step == "root-b sync" && !second) {
      Machine* const same = &machine;
      second = same->call({"write", same->stick});
    }
    return false;
  };
  EXPECT_EQ(machine.write().exit_code, kAnswered);
  ASSERT_TRUE(second);
  expect_refused(*second, "SC-727", "another update is under way");
}

}  // namespace
}  // namespace desk::ctl::update
