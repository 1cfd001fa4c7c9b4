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

// tests/fuzz found it: a pack in which a quote was missing, easy = 3/2こどもの日", took toml++ 3.3 past the end of a switch that it holds to be
// unreachable. A forgotten quote before Japanese is what an operator's typing error looks like.
TEST(ParseToml, JapaneseOutsideQuotesIsAComplaintWithItsLine) {
  for (const char* text : {"a = 1\nb = 3/2こどもの日\"\n", "# 和暦\na = 1　\n", "a = \"\"\"年\"\"\"\"\"\nb = 1é\n", "a = \"\\\"年\"\n名 = 1\n",
                           "a = '\\'\nb = ァ\n"}) {
    const auto node = parse_toml(text, "pack.toml");
    ASSERT_FALSE(node) << text;
    EXPECT_EQ(node.error().where, "pack.toml:2") << text;
    EXPECT_EQ(node.error().reason, "a character that must stand between quotes") << text;
  }
}

// The same: toml++ asserted that a table's name begins like one.
TEST(ParseToml, ATableWithoutANameIsAComplaintWithItsLine) {
  for (const char* text : {"a = 1\n[[\\u0000]]\n", "a = 1\n[=]\n", "a = 1\n[a.=]\n"}) {
    const auto node = parse_toml(text, "pack.toml");
    ASSERT_FALSE(node) << text;
    EXPECT_EQ(node.error().where, "pack.toml:2") << text;
  }
}

TEST(ParseToml, JapaneseInStringsKeysAndCommentsIsRead) {
  const auto node = parse_toml("\xEF\xBB\xBF\"名\" = '年' # 月\na = \"\"\"日\n\\\"\"年\"\"\"\"\nb = '''\n曜'''\nc = \"\"  # こ\n", "pack.toml");
  ASSERT_TRUE(node) << node.error().message();
  EXPECT_EQ(*node->find("名")->string(), "年");
  EXPECT_EQ(*node->find("a")->string(), "日\n\"\"年\"");
  EXPECT_EQ(*node->find("b")->string(), "曜");
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
