#include "data/base/fields.h"

#include <gtest/gtest.h>

namespace desk {
namespace {

Failure complaint(std::string_view text, void (*read)(Fields&)) {
  const auto node = parse_toml(text, "desk.toml");
  Fields fields(*node, "desk.toml", StaffCode::ConfigBroken);
  read(fields);
  const auto done = fields.finish();
  return done ? Failure{} : done.error();
}

TEST(Fields, NamesFileLineAndKey) {
  const Failure unknown = complaint("port = 1\nprot = 2\n", [](Fields& f) { (void)f.whole("port", 1, 9); });
  EXPECT_EQ(unknown.message(), "SC-101 desk.toml:2: prot: unknown key");
  const Failure range = complaint("\nport = 99\n", [](Fields& f) { (void)f.whole("port", 1, 9); });
  EXPECT_EQ(range.message(), "SC-101 desk.toml:2: port: must be from 1 to 9");
  const Failure missing = complaint("", [](Fields& f) { (void)f.text("name"); });
  EXPECT_EQ(missing.reason, "name: missing");
  const Failure date = complaint("d = \"2026-02-30\"", [](Fields& f) { (void)f.date("d"); });
  EXPECT_NE(date.reason.find("not a date that exists"), std::string::npos);
  const Failure choice = complaint("k = \"c\"", [](Fields& f) { (void)f.choice("k", {"a", "b"}); });
  EXPECT_EQ(choice.reason, "k: \"c\" is none of a, b");
}

TEST(Fields, TheFirstComplaintWins) {
  const Failure first = complaint("a = 1\nb = 2\n", [](Fields& f) {
    (void)f.text("a");
    (void)f.text("b");
  });
  EXPECT_EQ(first.where, "desk.toml:1");
}

// A machine may fall back to the program before: what the newer one wrote for itself is then read with keys that nobody asks for.
TEST(Fields, OfAProgramsOwnFilePassOverKeysOfANewerReleaseOnly) {
  const auto node = parse_json(R"({"a":1,"added":2,"below":{"b":1,"added":[1]}})", "own.json");
  const auto read = [&](bool passing) {
    Fields fields(*node, "own.json", StaffCode::SettingsUnread);
    if (passing) fields.pass_over_unknown();
    (void)fields.whole("a", 1, 9);
    Fields below = fields.sub(*fields.child("below"), "below");
    (void)below.whole("b", 1, 9);
    fields.adopt(below);
    return fields.finish();
  };
  EXPECT_TRUE(read(true));
  EXPECT_FALSE(read(false));
  EXPECT_EQ(complaint("port = 99\n", [](Fields& f) {
              f.pass_over_unknown();
              (void)f.whole("port", 1, 9);
            }).reason, "port: must be from 1 to 9");
}

}  // namespace
}  // namespace desk
