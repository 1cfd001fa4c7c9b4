// The list of staff PINs, and which PINs may stand in it.
#include "auth/pin_list.h"

#include <gtest/gtest.h>

namespace desk::auth {
namespace {

TEST(PinWeakness, WhatIsTriedFirstIsRefused) {
  const struct {
    const char* pin;
    const char* weak;  // null: good
  } table[] = {{"", "short"},           {"4711", "short"},        {"48271", "short"},     {"482719365", "long"}, {"48a719", "not_digits"},
               {"４８２７１９", "not_digits"}, {"111111", "one_digit"}, {"123456", "run"},      {"987654", "run"},     {"789012", "run"},
               {"210987", "run"},       {"121212", "repeated"},   {"123123", "repeated"}, {"48274827", "repeated"}, {"112221", "few_digits"},
               {"482719", nullptr},     {"4827193", nullptr},     {"48271936", nullptr},  {"123457", nullptr}};
  for (const auto& row : table) {
    const auto weak = weakness_of(row.pin);
    EXPECT_EQ(weak.value_or("good"), row.weak == nullptr ? "good" : row.weak) << row.pin;
  }
}

TEST(PinList, NamesThatWouldBreakALineAreRefused) {
  for (const char* bad : {"", "a:b", "a\nb", "#a", "!unlocked 9", " a", "a name of more than forty bytes in all, which is too long"}) {
    EXPECT_FALSE(good_name(bad)) << bad;
  }
  for (const char* good : {"sato", "佐藤 邦子", "staff-1"}) EXPECT_TRUE(good_name(good)) << good;
}

TEST(PinList, SettingReplacesOnePersonsLineAndKeepsTheRest) {
  const std::string list = "# desk\nsato:$a\ntanaka:$b\n!unlocked 100\n";
  const std::string changed = with_pin(list, "sato", "$c");
  const auto lines = pin_lines(changed);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0].name, "tanaka");
  EXPECT_EQ(lines[1].hash, "$c");
  EXPECT_NE(changed.find("# desk\n"), std::string::npos);
  EXPECT_EQ(unlocked_at(changed).seconds, 100);
  EXPECT_EQ(pin_lines(without_pin(changed, "sato")).size(), 1U);
}

TEST(PinList, AnUnlockingIsNoPersonAndTheNewestCounts) {
  EXPECT_EQ(unlocked_at("sato:$a\n").seconds, 0);
  const std::string twice = with_unlock(with_unlock("sato:$a", {100}), {250});
  EXPECT_EQ(unlocked_at(twice).seconds, 250);
  EXPECT_EQ(pin_lines(twice).size(), 1U);
  EXPECT_EQ(twice.find("100"), std::string::npos);
  EXPECT_EQ(unlocked_at("!unlocked \n!unlocked x\n").seconds, 0);
}

}  // namespace
}  // namespace desk::auth
