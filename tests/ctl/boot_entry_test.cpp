// Every form of a boot entry's name, as systemd-boot writes and reads them.
#include "kiosk/ctl/update/boot_entry.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace desk::ctl::update {
namespace {

TEST(BootEntry, IsReadFromEveryFormOfItsName) {
  struct Row {
    const char* name;
    const char* slot;  // null: no entry of a slot
    int left;          // -1: not counted
    int done;
    EntryState state;
  };
  const Row rows[] = {
      {"desk-a+3.efi", "a", 3, 0, EntryState::Counting},
      {"desk-b+3.efi", "b", 3, 0, EntryState::Counting},
      {"desk-a+2-1.efi", "a", 2, 1, EntryState::Counting},
      {"desk-b+1-2.efi", "b", 1, 2, EntryState::Counting},
      {"desk-a+0-3.efi", "a", 0, 3, EntryState::Bad},
      {"desk-a+0.efi", "a", 0, 0, EntryState::Bad},
      {"desk-a.efi", "a", -1, 0, EntryState::Good},
      {"desk-a+12-34.efi", "a", 12, 34, EntryState::Counting},
      {"DESK-B+0-3.EFI", "b", 0, 3, EntryState::Bad},  // FAT may say it so
      // No count to the boot loader either, but it would boot them.
      {"desk-a+.efi", "a", -1, 0, EntryState::Good},
      {"desk-a+x.efi", "a", -1, 0, EntryState::Good},
      {"desk-a+2-.efi", "a", -1, 0, EntryState::Good},
      {"desk-a+-1.efi", "a", -1, 0, EntryState::Good},
      {"desk-a+2--1.efi", "a", -1, 0, EntryState::Good},
      {"desk-a+99999999999.efi", "a", -1, 0, EntryState::Good},
      {"desk-a.efi.new", nullptr, -1, 0, EntryState::None},
      {"desk-c+3.efi", nullptr, -1, 0, EntryState::None},
      {"desk-ab.efi", nullptr, -1, 0, EntryState::None},
      {"debian-a+3.efi", nullptr, -1, 0, EntryState::None},
      {".efi", nullptr, -1, 0, EntryState::None},
      {"desk-.efi", nullptr, -1, 0, EntryState::None},
      {"", nullptr, -1, 0, EntryState::None},
  };
  for (const Row& row : rows) {
    const auto entry = parse_boot_entry(row.name);
    ASSERT_EQ(entry.has_value(), row.slot != nullptr) << row.name;
    if (!entry) continue;
    EXPECT_EQ(entry->name, row.name);
    EXPECT_EQ(word_of(entry->slot), row.slot) << row.name;
    EXPECT_EQ(entry->left.value_or(-1), row.left) << row.name;
    EXPECT_EQ(entry->done, row.done) << row.name;
    EXPECT_EQ(state_of(*entry), row.state) << row.name;
  }
}

TEST(BootEntry, OfTwoTheBootLoaderTakesTheOneWithMoreTries) {
  const std::vector<std::string> wanted{"desk-a.efi", "desk-a+3.efi", "desk-a+2.efi", "desk-a+2-1.efi", "desk-a+1-2.efi", "desk-a+0-3.efi"};
  std::vector<BootEntry> entries;
  for (const std::string& name : wanted) entries.push_back(*parse_boot_entry(name));
  std::reverse(entries.begin(), entries.end());
  std::sort(entries.begin(), entries.end(), comes_before);
  for (std::size_t i = 0; i < wanted.size(); ++i) EXPECT_EQ(entries[i].name, wanted[i]);
}

TEST(BootEntry, AnArmedNameIsAnEntryAndADraftIsNone) {
  for (const Slot slot : {Slot::A, Slot::B}) {
    EXPECT_EQ(parse_boot_entry(armed_name(slot))->slot, slot);
    EXPECT_EQ(parse_boot_entry(armed_name(slot))->left, 3);
    EXPECT_FALSE(parse_boot_entry(draft_name(slot)));
    EXPECT_EQ(other(other(slot)), slot);
  }
}

TEST(CommandLine, NamesTheSlotOrNone) {
  EXPECT_EQ(slot_of_command_line("quiet desk.slot=a ro\n"), Slot::A);
  EXPECT_EQ(slot_of_command_line("desk.slot=b"), Slot::B);
  EXPECT_EQ(slot_of_command_line("desk.slot=a desk.slot=b"), Slot::B);
  for (const char* line : {"", "quiet", "desk.slot=", "desk.slot=c", "desk.slot=ab", "mydesk.slot=a", "desk.slot=a desk.slot=z"}) {
    EXPECT_FALSE(slot_of_command_line(line)) << line;
  }
}

}  // namespace
}  // namespace desk::ctl::update
