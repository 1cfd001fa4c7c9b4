#include "data/base/document.h"

#include <gtest/gtest.h>

namespace desk {
namespace {

TEST(ParseToml, KeepsOrderLinesAndDates) {
  const auto node = parse_toml("zebra = 1\napple = 2026-09-29\n[[round]]\nn = 5\n", "pack.toml");
  ASSERT_TRUE(node);
  EXPECT_EQ(node->table()->front().first, "zebra");
  EXPECT_EQ(*node->find("apple")->string(), "2026-09-29");
  EXPECT_EQ(node->find("apple")->line(), 2);
  EXPECT_EQ(*node->find("round")->array()->front().find("n")->integer(), 5);
}

TEST(ParseToml, NamesFileAndLineOfABreak) {
  const auto node = parse_toml("a = 1\nb = \n", "desk.toml", StaffCode::ConfigBroken);
  ASSERT_FALSE(node);
  EXPECT_EQ(node.error().code, StaffCode::ConfigBroken);
  EXPECT_EQ(node.error().where, "desk.toml:2");
}

TEST(ParseJson, ReadsBackWhatItWrote) {
  Node list;
  list.push(1);
  list.push(Node{Node::Value{true}});
  Node root;
  root.set("list", list);
  root.set("text", "髙﨑\n\"");
  const auto again = parse_json(dump_json(root), "line 1");
  ASSERT_TRUE(again);
  EXPECT_EQ(dump_json(*again), dump_json(root));
}

TEST(ParseJson, RefusesWhatStrangersSend) {
  for (const std::string& bad : {std::string("{"), std::string("{\"a\":1,\"a\":2}"), std::string("[1,]"), std::string("{} x"),
                                 std::string(200, '['), std::string("\"\xff\"")}) {
    EXPECT_FALSE(parse_json(bad, "request")) << bad;
  }
}

}  // namespace
}  // namespace desk
