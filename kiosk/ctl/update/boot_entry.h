// BootEntry: the name of a slot's unified kernel image below EFI/Linux. The boot loader counts in it (systemd-boot, "Automatic Boot
// Assessment"):
//
//   desk-a+3.efi      three tries left; each boot takes one: +2-1, +1-2, +0-3
//   desk-a+0-3.efi    none left: chosen only when there is nothing else
//   desk-a.efi        no counting: always good
//
// The file system is FAT, so capital letters make no difference.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace desk::ctl::update {

enum class Slot { A, B };
[[nodiscard]] std::string_view word_of(Slot slot);  // "a"
[[nodiscard]] Slot other(Slot slot);
// The slot that a kernel's command line names; the last one counts, as with every word of it.
[[nodiscard]] std::optional<Slot> slot_of_command_line(std::string_view line);

struct BootEntry {
  std::string name;
  Slot slot = Slot::A;
  std::optional<int> left;  // none: no counting. What is no count to the boot loader ("+x") is none here either
  int done = 0;
};
enum class EntryState { None, Good, Counting, Bad };
[[nodiscard]] std::string_view word_of(EntryState state);

// Nothing when the boot loader takes it for no entry of a slot.
[[nodiscard]] std::optional<BootEntry> parse_boot_entry(std::string_view name);
[[nodiscard]] EntryState state_of(const BootEntry& entry);
// Whether the boot loader takes `one` before `another` of the same slot.
[[nodiscard]] bool comes_before(const BootEntry& one, const BootEntry& another);

[[nodiscard]] std::string armed_name(Slot slot);   // "desk-a+3.efi"
[[nodiscard]] std::string draft_name(Slot slot);   // "desk-a.efi.new": no entry to the boot loader
[[nodiscard]] std::string bundle_name(Slot slot);  // "desk-a.efi": in an update's folder

}  // namespace desk::ctl::update
