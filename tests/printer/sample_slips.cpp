#include "tests/printer/sample_slips.h"

#include <cstdio>
#include <cstdlib>

#include "tests/places.h"

namespace desk::printer::test {
namespace {

using text::Language;

struct Words {
  const char* round;
  const char* caution;
  std::vector<Todo> todos;
  std::vector<CheckedItem> checked;
  std::vector<CheckedItem> devices;
};

Words japanese() {
  return {"第5次",
          "交付決定まで、契約・支払いをしない",
          {{"今日", "SECURITY ACTION を取り直す"},
           {"18日（金）まで", "納税証明書 その1（税務署）"},
           {"25日（金）まで", "支援事業者と申請内容を入力する"}},
          {{"対象かどうか", "対象になりそう", Mark::Done},
           {"gBizIDプライム", "あり", Mark::Done},
           {"SECURITY ACTION", "係員に確認", Mark::Ask},
           {"履歴事項全部証明書", "12/14まで有効", Mark::Done},
           {"納税証明書", "まだ", Mark::Open}},
          {{"読み取り機", "正常", Mark::Done}, {"SMS", "SC-403", Mark::Ask}, {"ネットワーク", "つながりません", Mark::Open}}};
}

Words easy_japanese() {
  return {"[第|だい]5[次|じ]",
          "[決定|けってい]の まえに [契約|けいやく]しない。お[金|かね]を はらわない",
          {{"[今日|きょう]", "SECURITY ACTION を もう [一度|いちど] します"},
           {"18日（金）まで", "[納税|のうぜい][証明書|しょうめいしょ]を もらいます。[税務署|ぜいむしょ]に [行|い]きます"}},
          {{"[対象|たいしょう]か どうか", "だいじょうぶそうです", Mark::Done}, {"gBizIDプライム", "あります", Mark::Done}},
          {{"スキャナー", "だいじょうぶ", Mark::Done}}};
}

Words english() {
  return {"round 5",
          "Do not sign or pay before the grant decision",
          {{"Today", "Renew SECURITY ACTION"},
           {"By Fri 18 Sep", "Tax certificate No. 1 (tax office)"},
           {"By Fri 25 Sep", "Enter the application with your IT vendor"}},
          {{"Eligibility", "likely eligible", Mark::Done},
           {"gBizID Prime", "yes", Mark::Done},
           {"Full registry certificate", "valid until 14 Dec", Mark::Done},
           {"Tax certificate", "not yet", Mark::Open}},
          {{"Scanner", "OK", Mark::Done}, {"SMS", "SC-403", Mark::Ask}}};
}

Words words_of(Language language) {
  if (language == Language::EasyJapanese) return easy_japanese();
  return language == Language::English ? english() : japanese();
}

}  // namespace

std::string name_of(SlipKind kind) {
  switch (kind) {
    case SlipKind::Receipt: return "receipt";
    case SlipKind::Park: return "park";
    case SlipKind::Lookup: return "lookup";
    case SlipKind::SelfTest: return "self-test";
  }
  return "";
}

ReceiptModel sample_slip(SlipKind kind, Language language) {
  const Words words = words_of(language);
  ReceiptModel model;
  model.kind = kind;
  model.site_name = "高崎商工会議所";
  model.corner = "補助金 準備コーナー";
  model.issued = {make_date(2026, 9, 17), 14 * 60 + 8};
  model.pack = {"デジタル化・AI導入補助金2026 通常枠", make_date(2026, 8, 25), false, "https://it-shien.smrj.go.jp/"};
  if (kind == SlipKind::SelfTest) {
    model.checked = words.devices;
    model.link_address = kSampleAddress;
    return model;
  }
  model.target = TargetRound{words.round, {make_date(2026, 9, 29), 17 * 60}, 2, SlackClass::Tight};
  model.todos = words.todos;
  model.cautions = {words.caution};
  model.checked = words.checked;
  model.estimate = Yen{987'222};
  if (kind == SlipKind::Lookup) return model;
  model.number = ReceptionNumber{"T7K-4M2"};
  model.link_address = kSampleAddress;
  model.qr_use = QrUse::PhoneEverything;
  model.scans_until = make_date(2026, 9, 24);
  model.answers_until = make_date(2026, 10, 6);
  model.phone = PhoneProof::Verified;
  model.page = PageState::Sent;
  if (kind == SlipKind::Park) {
    model.phone = PhoneProof::CodeSent;
    model.next_code = CivilMinute{make_date(2026, 9, 17), 14 * 60 + 38};
    model.estimate.reset();
    model.page = PageState::NotYetSent;
  }
  return model;
}

ReceiptModel longest_slip(Language language) {
  ReceiptModel model = sample_slip(SlipKind::Receipt, language);
  model.site_name = "一般社団法人東日本広域連携商工会議所連合会群馬県西部地域中小企業デジタル化支援窓口";  // 40 characters
  model.corner = "デジタル化・AI導入補助金の申請準備をお手伝いするコーナー（二階東側）";
  model.todos.clear();
  for (int i = 0; i < 8; ++i) {
    model.todos.push_back({"2026年12月28日（月）まで",
                           "履歴事項全部証明書と納税証明書その1を取得し、電子証明書発行申請書類一式をスーパーインターネットバンキング"
                           "https://www.example.jp/very-long-address-without-any-break/index.html で確認"});
  }
  model.checked.push_back({"インターネットバンキング利用申込手続完了通知書兼受領書", "発行から三か月以内のものを係員と確認してください"});
  model.estimate = Yen{999'999'999'999};
  model.phone = PhoneProof::Unsent;
  model.page = PageState::NotYetSent;
  model.pack.stale = true;
  model.demonstration = true;
  model.training = true;
  return model;
}

const text::TextCatalog& catalog() {
  static const text::TextCatalog loaded = [] {
    auto texts = text::TextCatalog::load(source_tree() + "/data/text");
    if (!texts) {
      std::fprintf(stderr, "%s\n", texts.error().message().c_str());
      std::abort();
    }
    return std::move(*texts);
  }();
  return loaded;
}

text::Typesetter& typesetter() {
  static const std::unique_ptr<text::Typesetter> made = [] {
    auto created = text::Typesetter::create();
    if (!created) {
      std::fprintf(stderr, "%s\n", created.error().message().c_str());
      std::abort();
    }
    return std::move(*created);
  }();
  return *made;
}

}  // namespace desk::printer::test
