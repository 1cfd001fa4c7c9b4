// Which words stand on which slip. A table of models and the lines they must, and must not, have.
#include "printer/compose.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/printer/sample_slips.h"

namespace desk::printer::test {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::Each;
using testing::HasSubstr;
using testing::Not;
using text::Language;

std::vector<std::string> lines(const ReceiptModel& model, Language language = Language::Japanese) {
  return lines_of(compose(model, text::Words(catalog(), language)));
}

ReceiptModel receipt() { return sample_slip(SlipKind::Receipt, Language::Japanese); }

struct SlipCase {
  const char* situation;
  void (*change)(ReceiptModel&);
  std::vector<std::string> present;
  std::vector<std::string> absent;
};

class Lines : public testing::TestWithParam<SlipCase> {};

TEST_P(Lines, AreOnTheSlip) {
  ReceiptModel model = receipt();
  GetParam().change(model);
  ASSERT_TRUE(check_model(model).ok());
  const auto all = lines(model);
  for (const auto& line : GetParam().present) EXPECT_THAT(all, Contains(HasSubstr(line)));
  for (const auto& line : GetParam().absent) EXPECT_THAT(all, Each(Not(HasSubstr(line))));
}

const SlipCase kCases[] = {
    {"AReceipt", [](ReceiptModel&) {},
     {"高崎商工会議所　補助金 準備コーナー", "受付票", "T7K-4M2", "2026年9月17日（木） 14:08", "9月29日（火）17:00",
      "第5次はぎりぎりです（余裕2日）", "□ 今日　SECURITY ACTION を取り直す", "■ gBizIDプライム … あり", "□ 納税証明書 … まだ",
      "？ SECURITY ACTION … 係員に確認", "目安（最大）", "987,222円", "受けられるとは限りません", "[QR]", "続きと書類",
      "9月24日（木）まで保管", "10月6日（火）まで保管", "2026年8月25日（火）に確認", "https://it-shien.smrj.go.jp/",
      "事務局の最新の案内が優先", "携帯番号 … 確認済（SMS）"},
     {"見本", "練習", "未送信", "SMS未確認", "古い", "⟦", "m3k7q2xw5zt4n6yhc8vb2dfj9r"}},
    {"OfANamedPerson", [](ReceiptModel& m) { m.addressee = "髙﨑 邦子"; }, {"髙﨑 邦子 様"}, {"法人番号", "⟦"}},
    {"OfACompanyWithoutAName", [](ReceiptModel& m) { m.corporate_number = "7 0700 0101 2345"; }, {"法人番号 7 0700 0101 2345"}, {" 様", "⟦"}},
    {"WithTimeToSpare", [](ReceiptModel& m) { std::get<TargetRound>(m.target).slack = SlackClass::Easy; },
     {"第5次に間に合います（余裕2日）"}, {"ぎりぎり", "早め"}},
    {"WithCare", [](ReceiptModel& m) { std::get<TargetRound>(m.target).slack = SlackClass::Care; }, {"早めに進めましょう"}, {"ぎりぎり"}},
    {"TooLate", [](ReceiptModel& m) { std::get<TargetRound>(m.target).slack = SlackClass::Missed; },
     {"第5次には間に合わない見込みです"}, {"間に合います", "余裕"}},
    {"NoOpenRound", [](ReceiptModel& m) { m.target = NoOpenRound{}; },
     {"受付中の回を確認できません", "次の回に向けて", "https://it-shien.smrj.go.jp/", "2026年8月25日（火）に確認"}, {"めざす締切", "間に合"}},
    {"NoTargetAtAll", [](ReceiptModel& m) { m.target = {}; }, {"T7K-4M2"}, {"締切", "受付中の回"}},
    {"NoEstimate", [](ReceiptModel& m) { m.estimate.reset(); }, {"T7K-4M2"}, {"円", "目安", "限りません"}},
    {"SmsUnsent", [](ReceiptModel& m) { m.phone = PhoneProof::Unsent; },
     {"SMS未確認・未送信／携帯番号は、次に来たときに", "□ 携帯番号 … SMS未確認・未送信"}, {"確認済"}},
    {"SmsSentButNotEntered", [](ReceiptModel& m) { m.phone = PhoneProof::CodeSent; }, {"□ 携帯番号 … SMS未確認"}, {"確認済", "未送信"}},
    {"StaffAttested", [](ReceiptModel& m) { m.phone = PhoneProof::StaffAttested; },
     {"携帯番号 … 係員が確認（SMSなし）"}, {"確認済（SMS）"}},
    {"PhoneNotAsked", [](ReceiptModel& m) { m.phone = PhoneProof::NotAsked; }, {"T7K-4M2"}, {"携帯番号"}},
    {"PageNotYetSent", [](ReceiptModel& m) { m.page = PageState::NotYetSent; }, {"携帯ページは未送信／"}, {}},
    {"QrForTheDeskOnly", [](ReceiptModel& m) { m.qr_use = QrUse::DeskOnly; }, {"[QR]", "この窓口で読むと"}, {"携帯で読む", "この窓口でも"}},
    {"QrForTheChecklist", [](ReceiptModel& m) { m.qr_use = QrUse::PhoneChecklist; }, {"することを見られます", "この窓口でも"}, {"書類を見られ"}},
    {"NoQr", [](ReceiptModel& m) { m.link_address.clear(); }, {"10月6日（火）まで保管"}, {"[QR]", "読むと"}},
    {"StalePack", [](ReceiptModel& m) { m.pack.stale = true; }, {"内容が古いおそれがあります／"}, {}},
    {"Demonstration", [](ReceiptModel& m) { m.demonstration = true; }, {"見本です"}, {"練習"}},
    {"Training", [](ReceiptModel& m) { m.training = true; }, {"練習用です"}, {"見本"}},
    {"Caution", [](ReceiptModel& m) { m.todos.clear(); }, {"交付決定まで、契約・支払いをしない"}, {"すること", "□ 今日"}},
    {"Park",
     [](ReceiptModel& m) { m = sample_slip(SlipKind::Park, Language::Japanese); },
     {"途中の控え", "T7K-4M2", "この紙を持って窓口へ", "SMSの認証コード／14:38 から、もう一度送れます。", "[QR]"},
     {"受付票"}},
    {"ParkUntilTomorrow",
     [](ReceiptModel& m) {
       m = sample_slip(SlipKind::Park, Language::Japanese);
       m.next_code = CivilMinute{make_date(2026, 9, 18), 5};
     },
     {"9月18日（金）00:05 から"}, {}},
    {"Lookup",
     [](ReceiptModel& m) { m = sample_slip(SlipKind::Lookup, Language::Japanese); },
     {"調べた結果", "この内容は保存していません", "987,222円", "事務局の最新の案内が優先"},
     {"[QR]", "受付番号", "保管", "T7K"}},
    {"SelfTest",
     [](ReceiptModel& m) { m = sample_slip(SlipKind::SelfTest, Language::Japanese); },
     {"点検票", "[ruler]", "■ 読み取り機 … 正常", "？ SMS … SC-403", "□ ネットワーク … つながりません", "文字の見本", "[QR]"},
     {"受付番号", "限りません"}},
};

INSTANTIATE_TEST_SUITE_P(Slips, Lines, testing::ValuesIn(kCases), [](const auto& each) { return std::string(each.param.situation); });

TEST(EverySlip, HasItsWordsInEveryLanguage) {
  for (const Language language : kLanguages) {
    for (const SlipKind kind : kKinds) {
      ReceiptModel model = sample_slip(kind, language);
      const auto all = lines(model, language);
      EXPECT_GT(all.size(), 8U);
      // No missing key, no unfilled placeholder, no mark or reading left over.
      EXPECT_THAT(all, Each(AllOf(Not(HasSubstr("⟦")), Not(HasSubstr("{")), Not(HasSubstr("|")), Not(HasSubstr("**")))))
          << name_of(kind) << " " << text::code_of(language);
    }
  }
}

TEST(EverySlip, SaysThatItIsASampleAtBothEnds) {
  for (const SlipKind kind : kKinds) {
    ReceiptModel model = sample_slip(kind, Language::Japanese);
    model.demonstration = true;
    const auto all = lines(model);
    EXPECT_THAT(all.front(), HasSubstr("見本"));
    EXPECT_THAT(all.back(), HasSubstr("見本"));
  }
}

TEST(OnPaper, PutsOneBracketBehindAWordInEasyJapanese) {
  const auto easy = [](std::string_view marked) {
    std::string words = on_paper(marked, Language::EasyJapanese);
    for (auto at = words.find("\xE2\x81\xA0"); at != std::string::npos; at = words.find("\xE2\x81\xA0")) words.erase(at, 3);
    return words;
  };
  EXPECT_EQ(easy("[受|うけ][付|つけ]の [紙|かみ]"), "受付（うけつけ）の 紙（かみ）");
  EXPECT_EQ(easy("**[今日|きょう]**まで"), "**今日（きょう）**まで");
  EXPECT_EQ(easy("[a] と [b"), "[a] と [b");
  EXPECT_EQ(on_paper("[受|うけ][付|つけ]票", Language::Japanese), "受付票");
}

TEST(CheckModel, RefusesASlipThatWouldLie) {
  const auto refuses = [](SlipKind kind, void (*spoil)(ReceiptModel&)) {
    ReceiptModel model = sample_slip(kind, Language::Japanese);
    EXPECT_TRUE(check_model(model).ok());
    spoil(model);
    const auto checked = check_model(model);
    return !checked.ok() && checked.error().code == StaffCode::BadInput;
  };
  EXPECT_TRUE(refuses(SlipKind::Receipt, [](ReceiptModel& m) { m.number.reset(); }));
  EXPECT_TRUE(refuses(SlipKind::Park, [](ReceiptModel& m) { m.number.reset(); }));
  EXPECT_TRUE(refuses(SlipKind::Lookup, [](ReceiptModel& m) { m.number = ReceptionNumber{"T7K-4M2"}; }));
  EXPECT_TRUE(refuses(SlipKind::Lookup, [](ReceiptModel& m) { m.link_address = kSampleAddress; }));
  EXPECT_TRUE(refuses(SlipKind::Lookup, [](ReceiptModel& m) { m.answers_until = make_date(2026, 10, 6); }));
  EXPECT_TRUE(refuses(SlipKind::Receipt, [](ReceiptModel& m) { m.site_name.clear(); }));
  EXPECT_TRUE(refuses(SlipKind::Receipt, [](ReceiptModel& m) { m.issued.minute_of_day = 1440; }));
  EXPECT_TRUE(refuses(SlipKind::Receipt, [](ReceiptModel& m) { m.scans_until = make_date(2026, 2, 30); }));
  EXPECT_TRUE(refuses(SlipKind::Receipt, [](ReceiptModel& m) { std::get<TargetRound>(m.target).deadline.date = make_date(2026, 13, 1); }));
}

}  // namespace
}  // namespace desk::printer::test
