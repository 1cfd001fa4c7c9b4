#include "kiosk/ctl/update/boot_entry.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <tuple>

namespace desk::ctl::update {
namespace {

constexpr std::string_view kEnding = ".efi";

std::string small_letters(std::string_view name) {
  std::string out(name);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return out;
}

std::optional<int> count_in(std::string_view digits) {
  int count = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), count);
  if (error != std::errc{} || end != digits.data() + digits.size() || count < 0) return std::nullopt;
  return count;
}

// "3" or "2-1".
void read_count(std::string_view text, BootEntry& entry) {
  const auto dash = text.find('-');
  const auto left = count_in(text.substr(0, dash));
  const auto done = dash == std::string_view::npos ? std::optional(0) : count_in(text.substr(dash + 1));
  if (!left || !done) return;
  entry.left = left;
  entry.done = *done;
}

}  // namespace

std::string_view word_of(Slot slot) { return slot == Slot::A ? "a" : "b"; }

Slot other(Slot slot) { return slot == Slot::A ? Slot::B : Slot::A; }

std::optional<Slot> slot_of_command_line(std::string_view line) {
  constexpr std::string_view kKey = "desk.slot=";
  std::optional<Slot> found;
  while (!line.empty()) {
    const auto end = line.find_first_of(" \t\n");
    const std::string_view word = line.substr(0, end);
    line.remove_prefix(end == std::string_view::npos ? line.size() : end + 1);
    if (!word.starts_with(kKey)) continue;
    const std::string_view value = word.substr(kKey.size());
    found = value == "a" ? std::optional(Slot::A) : value == "b" ? std::optional(Slot::B) : std::nullopt;
  }
  return found;
}

std::string_view word_of(EntryState state) {
  switch (state) {
    case EntryState::None: return "none";
    case EntryState::Good: return "good";
    case EntryState::Counting: return "counting";
    case EntryState::Bad: return "bad";
  }
  return "";
}

std::optional<BootEntry> parse_boot_entry(std::string_view name) {
  const std::string small = small_letters(name);
  if (!small.ends_with(kEnding)) return std::nullopt;
  for (const Slot slot : {Slot::A, Slot::B}) {
    const std::string stem = "desk-" + std::string(word_of(slot));
    if (!small.starts_with(stem)) continue;
    const std::string_view count = std::string_view(small).substr(stem.size(), small.size() - stem.size() - kEnding.size());
    BootEntry entry{std::string(name), slot, std::nullopt, 0};
    if (count.empty()) return entry;
    if (count.front() != '+') return std::nullopt;
    read_count(count.substr(1), entry);
    return entry;
  }
  return std::nullopt;
}

EntryState state_of(const BootEntry& entry) {
  if (!entry.left) return EntryState::Good;
  return *entry.left > 0 ? EntryState::Counting : EntryState::Bad;
}

bool comes_before(const BootEntry& one, const BootEntry& another) {
  const auto rank = [](const BootEntry& entry) { return std::tuple(-entry.left.value_or(std::numeric_limits<int>::max()), entry.done, entry.name); };
  return rank(one) < rank(another);
}

std::string armed_name(Slot slot) { return "desk-" + std::string(word_of(slot)) + "+3.efi"; }

std::string draft_name(Slot slot) { return bundle_name(slot) + ".new"; }

std::string bundle_name(Slot slot) { return "desk-" + std::string(word_of(slot)) + ".efi"; }

}  // namespace desk::ctl::update
