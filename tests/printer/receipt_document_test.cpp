#include "printer/receipt_document.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace desk::printer::test {
namespace {

constexpr const char* kWhole = R"(
kind = "park"
site_name = "高崎商工会議所"
corner = "準備コーナー"
number = "T7K-4M2"
issued = "2026-09-17T14:08"
cautions = ["契約しない"]
estimate = 987222
phone = "code-sent"
page = "not-yet-sent"
next_code = "2026-09-17T14:38"
scans_until = "2026-09-24"
answers_until = "2026-10-06"
link_address = "https://desk.example.jp/a/x"
qr_use = "phone-checklist"
demonstration = true
training = true
[target]
name = "第5次"
deadline = "2026-09-29T17:00"
slack_days = 2
slack = "tight"
[pack]
programme = "2026 通常枠"
verified = "2026-08-25"
stale = true
official_address = "https://example.go.jp/"
[[todos]]
when = "今日"
text = "取り直す"
[[checked]]
label = "gBizID"
state = "あり"
mark = "ask"
)";

Result<ReceiptModel> read(const std::string& text) {
  const auto node = parse_toml(text, "slip.toml");
  if (!node) return fail(node.error());
  return read_receipt(*node, "slip.toml");
}

TEST(ReadReceipt, FillsEveryField) {
  const auto model = read(kWhole);
  ASSERT_TRUE(model.ok()) << model.error().message();
  EXPECT_EQ(model->kind, SlipKind::Park);
  EXPECT_EQ(model->site_name, "高崎商工会議所");
  EXPECT_EQ(model->corner, "準備コーナー");
  EXPECT_EQ(model->number, ReceptionNumber{"T7K-4M2"});
  EXPECT_EQ(to_string(model->issued), "2026-09-17T14:08");
  EXPECT_EQ(model->cautions, std::vector<std::string>{"契約しない"});
  EXPECT_EQ(model->estimate, Yen{987'222});
  EXPECT_EQ(model->phone, PhoneProof::CodeSent);
  EXPECT_EQ(model->page, PageState::NotYetSent);
  EXPECT_EQ(to_string(*model->next_code), "2026-09-17T14:38");
  EXPECT_EQ(to_string(*model->scans_until), "2026-09-24");
  EXPECT_EQ(to_string(*model->answers_until), "2026-10-06");
  EXPECT_EQ(model->link_address, "https://desk.example.jp/a/x");
  EXPECT_EQ(model->qr_use, QrUse::PhoneChecklist);
  EXPECT_TRUE(model->demonstration);
  EXPECT_TRUE(model->training);
  const auto& round = std::get<TargetRound>(model->target);
  EXPECT_EQ(round.name, "第5次");
  EXPECT_EQ(to_string(round.deadline), "2026-09-29T17:00");
  EXPECT_EQ(round.slack_days, 2);
  EXPECT_EQ(round.slack, SlackClass::Tight);
  EXPECT_EQ(model->pack.programme, "2026 通常枠");
  EXPECT_EQ(to_string(*model->pack.verified), "2026-08-25");
  EXPECT_TRUE(model->pack.stale);
  EXPECT_EQ(model->pack.official_address, "https://example.go.jp/");
  ASSERT_EQ(model->todos.size(), 1U);
  EXPECT_EQ(model->todos[0].when, "今日");
  EXPECT_EQ(model->todos[0].text, "取り直す");
  ASSERT_EQ(model->checked.size(), 1U);
  EXPECT_EQ(model->checked[0].label, "gBizID");
  EXPECT_EQ(model->checked[0].state, "あり");
  EXPECT_EQ(model->checked[0].mark, Mark::Ask);
}

TEST(ReadReceipt, NoOpenRound) {
  const auto model = read("kind = \"lookup\"\nsite_name = \"s\"\nissued = \"2026-09-17T14:08\"\nno_open_round = true\n");
  ASSERT_TRUE(model.ok()) << model.error().message();
  EXPECT_TRUE(std::holds_alternative<NoOpenRound>(model->target));
}

TEST(ReadReceipt, NamesTheKeyThatIsWrong) {
  const std::string least = "kind = \"lookup\"\nsite_name = \"s\"\nissued = \"2026-09-17T14:08\"\n";
  struct Case { std::string text; const char* key; };
  for (const Case& each : {Case{least + "colour = 1\n", "colour"}, Case{least + "estimate = -1\n", "estimate"},
                           Case{least + "phone = \"maybe\"\n", "phone"}, Case{least + "number = \"???\"\n", "number"},
                           Case{least + "scans_until = \"2026-02-30\"\n", "scans_until"},
                           Case{least + "[target]\nname = \"x\"\ndeadline = \"soon\"\n", "deadline"},
                           Case{least + "no_open_round = true\n[target]\nname = \"x\"\ndeadline = \"2026-09-29\"\n", "no_open_round"},
                           Case{least + "[[todos]]\nwhen = \"x\"\n", "text"}, Case{least + "link_address = \"x\"\n", "link_address"},
                           Case{"kind = \"receipt\"\nsite_name = \"s\"\nissued = \"2026-09-17T14:08\"\n", "number"},
                           Case{"kind = \"lookup\"\nsite_name = \"s\"\n", "issued"}}) {
    const auto model = read(each.text);
    ASSERT_FALSE(model.ok()) << each.text;
    EXPECT_EQ(model.error().code, StaffCode::BadInput);
    EXPECT_THAT(model.error().message(), testing::HasSubstr(each.key));
    EXPECT_THAT(model.error().message(), testing::HasSubstr("slip.toml"));
  }
}

}  // namespace
}  // namespace desk::printer::test
