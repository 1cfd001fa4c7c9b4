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

}  // namespace
}  // namespace desk
