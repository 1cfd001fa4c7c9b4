#include "auth/pin_list.h"

#include <algorithm>
#include <charconv>
#include <set>

namespace desk::auth {
namespace {

constexpr std::size_t kLeastDigits = 6;
constexpr std::size_t kMostDigits = 8;  // what the pad takes
constexpr std::size_t kLongestStaffName = 40;
constexpr std::string_view kUnlocked = "!unlocked ";

template <class Take>
void each_line(std::string_view list, Take take) {
  while (!list.empty()) {
    const auto end = std::min(list.find('\n'), list.size());
    take(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
}

bool is_person(std::string_view line) { return !line.starts_with("#") && !line.starts_with("!") && line.find(':') != std::string_view::npos; }

std::string_view name_in(std::string_view line) { return line.substr(0, line.find(':')); }

// 123456, 987654, also over the zero: 789012.
bool is_run(std::string_view pin) {
  const int step = (pin[1] - pin[0] + 10) % 10;
  if (step != 1 && step != 9) return false;
  for (std::size_t i = 1; i < pin.size(); ++i) {
    if ((pin[i] - pin[i - 1] + 10) % 10 != step) return false;
  }
  return true;
}

// 121212, 123123, 48274827.
bool repeats(std::string_view pin) {
  for (std::size_t part = 2; part * 2 <= pin.size(); ++part) {
    if (pin.size() % part != 0) continue;
    bool same = true;
    for (std::size_t i = part; i < pin.size(); ++i) same = same && pin[i] == pin[i - part];
    if (same) return true;
  }
  return false;
}

}  // namespace

std::optional<std::string_view> weakness_of(std::string_view pin) {
  if (!std::all_of(pin.begin(), pin.end(), [](char c) { return c >= '0' && c <= '9'; })) return "not_digits";
  if (pin.size() < kLeastDigits) return "short";
  if (pin.size() > kMostDigits) return "long";
  const std::set<char> digits(pin.begin(), pin.end());
  if (digits.size() == 1) return "one_digit";
  if (is_run(pin)) return "run";
  if (repeats(pin)) return "repeated";
  if (digits.size() < 3) return "few_digits";
  return std::nullopt;
}

bool good_name(std::string_view name) {
  const bool clean = std::all_of(name.begin(), name.end(), [](char c) { return c != ':' && static_cast<unsigned char>(c) >= 0x20; });
  return clean && !name.empty() && name.size() <= kLongestStaffName && !name.starts_with("#") && !name.starts_with("!") && name.front() != ' ';
}

std::vector<PinLine> pin_lines(std::string_view list) {
  std::vector<PinLine> lines;
  each_line(list, [&](std::string_view line) {
    if (is_person(line)) lines.push_back({std::string(name_in(line)), std::string(line.substr(line.find(':') + 1))});
  });
  return lines;
}

std::string without_pin(std::string_view list, std::string_view name) {
  std::string out;
  each_line(list, [&](std::string_view line) {
    if (!is_person(line) || name_in(line) != name) out.append(line).append("\n");
  });
  return out;
}

std::string with_pin(std::string_view list, const std::string& name, const std::string& hash) {
  return without_pin(list, name) + name + ":" + hash + "\n";
}

WallTime unlocked_at(std::string_view list) {
  WallTime newest{0};
  each_line(list, [&](std::string_view line) {
    if (!line.starts_with(kUnlocked)) return;
    std::int64_t seconds = 0;
    std::from_chars(line.data() + kUnlocked.size(), line.data() + line.size(), seconds);
    newest.seconds = std::max(newest.seconds, seconds);
  });
  return newest;
}

std::string with_unlock(std::string_view list, WallTime now) {
  std::string out;
  each_line(list, [&](std::string_view line) {
    if (!line.starts_with(kUnlocked)) out.append(line).append("\n");
  });
  return out + std::string(kUnlocked) + std::to_string(now.seconds) + "\n";
}

}  // namespace desk::auth
