#include "tests/screens/samples.h"

#include "kiosk/screens/attract.h"
#include "kiosk/screens/coach.h"
#include "kiosk/screens/code_entry.h"
#include "kiosk/screens/consent.h"
#include "kiosk/screens/dialog.h"
#include "kiosk/screens/done.h"
#include "kiosk/screens/keys.h"
#include "kiosk/screens/lamps.h"
#include "kiosk/screens/letter_pad.h"
#include "kiosk/screens/mask_editor.h"
#include "kiosk/screens/notice.h"
#include "kiosk/screens/number_pad.h"
#include "kiosk/screens/paged_list.h"
#include "kiosk/screens/plan_calendar.h"
#include "kiosk/screens/progress.h"
#include "kiosk/screens/question.h"
#include "kiosk/screens/review.h"
#include "kiosk/screens/scanned_pages.h"
#include "kiosk/screens/verdict.h"

namespace desk::screens::samples {
namespace {

using text::Words;

FrameView frame(const Words& words, int now) {
  FrameView view = frame_view(words, "高崎商工会議所", "補助金 準備コーナー", now);
  if (now > 0) view.reception = "T7K-4M2";
  return view;
}

ButtonView plain(const char* key, const char* label) { return {key, label, Icon::None, true, ButtonStyle::Outline, false}; }

// A sheet of grey lines in place of a scanned page.
const Picture& sheet() {
  static const Picture made = [] {
    Picture picture{77, 420, 594, {}};
    picture.rgba.assign(static_cast<std::size_t>(420 * 594 * 4), 250);
    for (int y = 60; y < 560; ++y) {
      if (y % 26 > 9) continue;
      for (int x = 50; x < 360 - (y * 7) % 110; ++x) {
        for (int c = 0; c < 3; ++c) picture.rgba[static_cast<std::size_t>((y * 420 + x) * 4 + c)] = 120;
      }
    }
    for (std::size_t i = 3; i < picture.rgba.size(); i += 4) picture.rgba[i] = 255;
    return picture;
  }();
  return made;
}

const Picture& slip() {
  static const Picture made = [] {
    Picture picture{78, 576, 1500, {}};
    picture.rgba.assign(static_cast<std::size_t>(576 * 1500 * 4), 255);
    for (int y = 40; y < 1440; ++y) {
      if (y % 48 > 20) continue;
      const int inset = y < 250 ? 120 : 40;
      for (int x = inset; x < 576 - inset - (y * 3) % 160; ++x) {
        for (int c = 0; c < 3; ++c) picture.rgba[static_cast<std::size_t>((y * 576 + x) * 4 + c)] = 20;
      }
    }
    return picture;
  }();
  return made;
}

void draw_attract(Canvas& canvas, const Words& words) {
  FrameView view = frame(words, -1);
  view.back = {};
  view.next = {};
  view.left_extra = {{"attract.easy", "やさしい日本語", Icon::None, true}, {"attract.english", "English", Icon::None, true}};
  view.foot_note = "暗証番号やパスワードをお聞きすることはありません。";
  AttractView attract_view{"補助金の申請準備、\nここで一緒に進めましょう。", "デジタル化・AI導入補助金 2026",
                           "対象か、いくらか、何が足りないか、どの締切に間に合うかがわかります。", "つぎの締切", "第5次　9月29日（火）17:00", "あと", "12", "日",
                           {{"attract.begin", "はじめる", "約15分・途中でやめても続きからできます", true},
                            {"attract.resume", "つづきから", "受付票のQRコードか受付番号で", false},
                            {"attract.look", "調べるだけ", "お名前も電話番号もいりません", false}},
                           "資料の確認日：2026年9月20日（日）（係員が確かめます）"};
  attract(canvas, draw_frame(canvas, view), attract_view);
}

void draw_question(Canvas& canvas, const Words& words) {
  const QuestionView view{"事業の形はどちらですか", "申請する方の形をえらんでください。あとで変えられます。",
                          {{"choice.corporation", "法人", "株式会社・合同会社・有限会社・NPO・医療法人・組合 など", Icon::Building, true, false, true},
                           {"choice.sole", "個人事業主", "開業届を出して事業をしている方・フリーランス", Icon::Person, false, false, true},
                           {"choice.unsure", "わからないので説明を見る", "", Icon::None, false, true, true}}, false, {}, {}};
  question(canvas, draw_frame(canvas, frame(words, 0)), view);
}

void draw_industry(Canvas& canvas, const Words& words) {
  QuestionView view{"おもな業種はどれですか", "売上がいちばん多いものをえらんでください。", {}, false, {}, {}};
  const char* names[] = {"製造業", "卸売業", "小売業", "サービス業", "建設業", "ソフトウェア業", "旅館業", "その他の業種"};
  for (const char* name : names) {
    view.choices.push_back({std::string("choice.") + std::to_string(view.choices.size()), name, "", Icon::None, view.choices.size() == 2, false, true});
  }
  view.choices.push_back({"choice.unsure", words("button.unsure"), "", Icon::None, false, true, true});
  question(canvas, draw_frame(canvas, frame(words, 0)), view);
}

void draw_several(Canvas& canvas, const Words& words) {
  const QuestionView view{"あてはまるものはありますか", "いくつでもえらべます。なければ「つぎへ」を押してください。",
                          {{"choice.a", "暴力団と関係がある", "", Icon::None, false, false, true},
                           {"choice.b", "大企業の子会社である", "株式の半分以上を大企業が持っている", Icon::None, true, false, true},
                           {"choice.c", "風俗営業をしている", "", Icon::None, false, false, true},
                           {"choice.d", "過去に不正受給をした", "", Icon::None, false, false, true},
                           {"choice.e", "宗教法人・任意団体である", "", Icon::None, true, false, true},
                           {"choice.unsure", words("button.unsure"), "", Icon::None, false, true, true}}, true,
                          {Tone::Care, "大企業の子会社は対象外です。係員と確認できます。", true}, {plain("question.more", "くわしい説明を見る")}};
  question(canvas, draw_frame(canvas, frame(words, 1)), view);
}

void draw_number(Canvas& canvas, const Words& words) {
  const NumberPadView view{"いつも働いている方は何人ですか", "社長・役員・事業主ご本人、短い期間だけの方はふくめません。", "12", "", "人",
                           {Tone::Done, "小売業の中小企業（50人以下）にあたります", true}, "5人以下なら「小規模事業者」として補助率が上がります。",
                           {plain("number.unsure", "わからない")}, "0人", true, "けす", true};
  number_pad(canvas, draw_frame(canvas, frame(words, 0)), view);
}

Paging paging(const Words& words) { return {0, words("button.more"), words("button.less")}; }

void draw_verdict(Canvas& canvas, const Words& words) {
  VerdictView view{{Tone::Done, "対象になりそうです", true}, "インボイス枠（インボイス対応類型）",
                         {"小売業・従業員12人：中小企業にあたります", "会計と決済の2つの機能がある道具です", "同じ枠で過去12か月に受けていません"},
                         "根拠：公募要領 2-2-1（2026年8月25日確認）", {plain("verdict.details", "くわしく見る")}, "補助額のめやす（最大）", "987,222", "円",
                         {{"ソフト 722,222", 722222, false}, {"", 75000, false}, {"レジ 19万", 190000, false}, {"ご自身の負担 542,778", 542778, true}},
                         {{"ソフト 1,000,000円", "50万円まで 3/4、こえた分 2/3", "722,222円", 0},
                          {"パソコン 150,000円", "1/2（上限10万円）", "75,000円", 1},
                          {"レジ 380,000円", "1/2（上限20万円）", "190,000円", 2}},
                         "審査があり、受けられるとは限りません。支払いは先にご自身で行います。"};
  view.paging = paging(words);
  verdict(canvas, draw_frame(canvas, frame(words, 1)), view);
}

void draw_lamps(Canvas& canvas, const Words& words) {
  LampsView view{"申請の前にそろえる3つ", "足りないものは、いつ・どこで・何をすればよいかを受付票に印刷します。",
                       {{"lamp.gbizid", Tone::Done, "gBizIDプライム", "あります", "行政サービスに入るための、無料の共通IDです。", "", {}, ""},
                        {"lamp.security", Tone::Care, "SECURITY ACTION", "番号を取り直します", "番号が「4」で始まる前の制度のものです。2026年4月からは「5」で始まります。",
                         "今日：スマホで手続き（10分）", pattern(25), "公式ページ"},
                        {"lamp.navi", Tone::Quiet, "IT戦略ナビwith", "なくても申請できます", "加点になります。結果のPDFを添えます。10分ほどです。", "時間があれば：おすすめ",
                         pattern(25), "公式ページ"}}};
  view.paging = paging(words);
  lamps(canvas, draw_frame(canvas, frame(words, 2)), view);
}

void draw_plan(Canvas& canvas, const Words& words) {
  PlanView view{"第5次（9月29日 火曜 17:00）に間に合います", "今日 9月17日。余裕は2日です。下の順に進めてください。", {}, {}, {Tone::Stop, "交付決定の前に契約・支払いをしないでください", true},
                "間に合わないとき：次の回は未発表です（8月25日確認）", {}};
  const char* week[] = {"今日", "金", "土", "日", "祝", "休", "祝", "木", "金", "土", "日", "月", "締切"};
  for (int i = 0; i < 13; ++i) {
    const bool off = (i >= 2 && i <= 6) || i == 9 || i == 10;
    view.days.push_back({std::to_string(17 + i), week[i], i == 0 ? DayKind::Today : i == 12 ? DayKind::Deadline : off ? DayKind::Off : DayKind::Work});
  }
  view.rows = {{"SECURITY ACTION を取り直す", "今日", {{0, 0, PlanBarKind::Do, "今日"}}},
               {"履歴事項全部証明書（法務局）", "金曜まで", {{0, 1, PlanBarKind::Do, "金曜まで"}, {2, 6, PlanBarKind::Closed, "役所は休み"}, {7, 7, PlanBarKind::Possible, ""}}},
               {"納税証明書 その1（税務署）", "金曜まで", {{0, 1, PlanBarKind::Do, "金曜まで"}, {2, 6, PlanBarKind::Closed, "役所は休み"}, {7, 7, PlanBarKind::Possible, ""}}},
               {"招待メール（72時間以内に開設）", "24〜25日", {{7, 8, PlanBarKind::Do, "24〜25日"}}},
               {"入力・確認・提出", "25〜26日", {{8, 9, PlanBarKind::Do, "25〜26日"}, {10, 11, PlanBarKind::Slack, "余裕"}}}};
  view.paging = paging(words);
  plan_calendar(canvas, draw_frame(canvas, frame(words, 2)), view);
}

void draw_coach(Canvas& canvas, const Words& words) {
  FrameView around = frame(words, 4);
  around.next.label = words("button.scan");
  CoachView view{"履歴事項全部証明書", "法務局で取ります。600円ほど・その場で受け取れます。", {"履歴事項全部証明書", "令和8年9月14日", "1／2", false, false}, "これです",
                       {"現在事項全部証明書", "令和8年9月14日", "1／1", false, false}, "似ていますがちがいます",
                       {"題名が**履歴事項全部証明書**", "出た日が**6月29日以後**（3か月以内）", "**全部のページ**（右下に 1／2、2／2）"},
                       "紙を**表を上**にして、ここに入れてください。", "紙が入ると自動ではじまります", {plain("coach.missing", "まだ持っていない（取り方を見る）")}};
  view.paging = paging(words);
  coach(canvas, draw_frame(canvas, around), view);
}

void draw_progress(Canvas& canvas, const Words& words) {
  FrameView around = frame(words, 4);
  around.next.enabled = false;
  const ProgressView view{"読み取っています", "紙が止まるまで、そのままお待ちください。", Icon::Tray, 0.6, "2枚目を読み取っています",
                          {{"紙を読み取る", Tone::Done}, {"文字を読む", Tone::Plain}, {"ファイルにまとめる", Tone::Quiet}}, {plain("progress.stop", "中止する")}};
  progress(canvas, draw_frame(canvas, around), view);
}

void draw_scanned(Canvas& canvas, const Words& words) {
  FrameView around = frame(words, 4);
  around.next.label = "2枚目を読み直す";
  const ScannedPagesView view{"2枚よみとりました。1枚だけもう一度お願いします", "履歴事項全部証明書　株式会社髙橋製作所　発行日は2枚目にあります",
                              {{"page.1", nullptr, {"履歴事項全部証明書", "", "1／2", false, false}, {Tone::Done, "1枚目 よく読めます", true}, std::nullopt},
                               {"page.2", nullptr, {"履歴事項全部証明書", "令和8年9月1?日", "2／2", false, true}, {Tone::Care, "2枚目 ぼけています", true}, std::nullopt}},
                              {}, {{"題名", "履歴事項全部証明書", Tone::Done}, {"ページ", "1／2、2／2　そろっています", Tone::Done}, {"法人番号", "7 0700 0101 2345", Tone::Done}, {"発行日", "2枚目の日付が読みにくいです", Tone::Care}},
                              "このままでは事務局で差し戻されることがあります。", {plain("scan.mask", "番号をかくす"), plain("scan.keep", "このまま進む")}};
  scanned_pages(canvas, draw_frame(canvas, around), view);
}

void draw_mask(Canvas& canvas, const Words& words) {
  const MaskEditorView view{"見せない番号をかくします", "マイナンバー（12けた）は黒くぬってください。", "読み取った紙", &sheet(), {{0.15, 0.22, 0.5, 0.05}, {0.15, 0.5, 0.3, 0.05}}, true,
                            {"かくすところを**指でなぞります**", "黒くなったところは**保存の前に消えます**"}, {plain("mask.undo", "ひとつもどす"), plain("mask.clear", "全部けす")}};
  mask_editor(canvas, draw_frame(canvas, frame(words, 4)), view);
}

void draw_code(Canvas& canvas, const Words& words) {
  FrameView around = frame(words, 3);
  around.next.enabled = false;
  const CodeEntryView view{"携帯に届いた6けたの番号を入れてください", "482", 6, false, {}, {{"送り先", "090 - •••• - 5678"}, {"番号札", "き-7"}, {"この番号が使えるのは", "14:35 まで"}},
                           "届かないとき",
                           {"携帯の「SMSを受け取らない設定」を見直してください。", "つぎに送れるのは **14:35**（あと 28分）です。前の番号はそれまで使えます。",
                            "待たずに書類の読み取りへ進めます。帰ってあとで続けることもできます。"},
                           {plain("code.correct", "電話番号をなおす"), plain("code.documents", "書類を先に"), plain("code.leave", "受付票を出して帰る")}, {"全部けす", "けす", true, true}};
  code_entry(canvas, draw_frame(canvas, around), view);
}

void draw_list(Canvas& canvas, const Words& words) {
  PagedListView view{"申請に使う書類", "さわると、取り方と読み取りに進みます。", {}, {0, words("button.more"), words("button.less")}, 1,
                     {Tone::Care, "これだけでは申請できません。ほかの仕事にも使うなら、えらんでください", true}};
  const char* names[] = {"履歴事項全部証明書", "納税証明書 その1", "決算書", "本人確認書類", "開業届", "確定申告書", "見積書"};
  for (const char* name : names) {
    const bool first = view.rows.empty();
    view.rows.push_back({std::string("document.") + std::to_string(view.rows.size()), name, first ? "3か月以内・法務局" : "",
                         {first ? Tone::Done : Tone::Quiet, first ? "すみました" : "まだ", true}, false, false});
  }
  paged_list(canvas, draw_frame(canvas, frame(words, 4)), view);
}

void draw_notice(Canvas& canvas, const Words& words) {
  const NoticeView view{Tone::Care, Icon::None, "紙がつまりました", "スキャナーの中で紙が止まっています。読み取ったページはのこっています。",
                        {"上のふたを開けます", "紙をゆっくり手前に引きます", "ふたを閉めて「もう一度読み取る」を押します"}, {plain("fault.again", "もう一度読み取る"), plain("fault.skip", "あとにする")}, "SC-204"};
  notice(canvas, draw_frame(canvas, frame(words, 4)), view);
}

void draw_consent(Canvas& canvas, const Words& words) {
  FrameView around = frame(words, -1);
  around.next.label = "同意してはじめる";
  const ConsentView view{"はじめる前に", "このきかいが何を預かり、いつ消すかです。",
                         {{Icon::Paper, "お預かりするもの", "お答え、携帯電話の番号、読み取った書類。"}, {Icon::Clock, "いつ消すか", "書類は7日、お答えは締切の7日後に消えます。"},
                          {Icon::Shield, "だれが見るか", "この窓口の係員だけです。外へは送りません。"}, {Icon::Eraser, "すぐ消すには", "携帯のページか、係員にお申しつけください。"}},
                         {plain("consent.full", "全文を読む")}, "パスワードはお聞きしません。"};
  consent(canvas, draw_frame(canvas, around), view);
}

void draw_review(Canvas& canvas, const Words& words) {
  ReviewView view{"お答えをたしかめてください", "ちがうところは「なおす」でなおせます。", {}, {0, words("button.more"), words("button.less")}, ""};
  const std::pair<const char*, const char*> rows[] = {{"事業の形", "法人"}, {"業種", "小売業"}, {"資本金", "10,000,000円"}, {"働いている方", "12人"}, {"買うもの", "ソフト・レジ"}, {"携帯番号", "090-••••-5678"}};
  for (const auto& [label, value] : rows) {
    const std::string key = "change." + std::to_string(view.rows.size());
    view.rows.push_back({label, value, view.rows.size() == 5 ? Tone::Done : Tone::Plain, {key, words("button.change"), Icon::None, true, ButtonStyle::Outline, false}});
  }
  review(canvas, draw_frame(canvas, frame(words, 5)), view);
}

void draw_done(Canvas& canvas, const Words& words) {
  FrameView around = frame(words, 5);
  around.back = {"done.again", words("button.print_again"), Icon::None, true};
  around.next = {"frame.next", words("button.finish"), Icon::None, true};
  const DoneView view{"受付票が出ました。お取りください。", &slip(),
                      {{{Tone::Done, "今日すること", false}, "SECURITY ACTION を取り直す（スマホで10分）"}, {{Tone::Done, "金曜まで", false}, "税務署で納税証明書 その1"}, {{Tone::Care, "25日まで", false}, "支援事業者と入力をすすめる"}},
                      "つぎに来るときは、受付票をお持ちください。", pattern(29), "携帯でこのQRを読むと、書類のPDFを今すぐ開けます（10分以内・1回）。受付票のQRでは、することリストを12月まで見られます。", {}};
  done(canvas, draw_frame(canvas, around), view);
}

void draw_idle(Canvas& canvas, const Words& words) {
  draw_question(canvas, words);
  const DialogView view{Tone::Care, Icon::Clock, "まだお使いですか", "操作がないので、もうすぐ画面を消します。\nお答えは受付票から続けられます。", {}, "45", "秒", 0.7, {}, {}, "",
                        {plain("idle.end", "おわる"), {"idle.continue", "つづける", Icon::None, true, ButtonStyle::Primary, false}}};
  dialog(canvas, view);
}

void draw_settings(Canvas& canvas, const Words& words) {
  draw_number(canvas, words);
  const DialogView view{Tone::Plain, Icon::Letters, "文字の大きさ", "", {}, "", "", 0,
                        {{"text.1", words("frame.text_small"), "", Icon::None, false, false, true}, {"text.2", words("frame.text_normal"), "", Icon::None, true, false, true},
                         {"text.3", words("frame.text_large"), "", Icon::None, false, false, true}, {"text.4", words("frame.text_largest"), "", Icon::None, false, false, true}},
                        {}, "", {{"dialog.close", words("button.close"), Icon::None, true, ButtonStyle::Primary, false}}};
  dialog(canvas, view);
}

void draw_explain(Canvas& canvas, const Words& words) {
  draw_code(canvas, words);
  const DialogView view{Tone::Plain, Icon::Info, "届かないとき", "", {"携帯の「SMSを受け取らない設定」を見直してください。", "つぎに送れるのは **14:35** です。前の番号はそれまで使えます。"}, "", "", 0, {}, pattern(25), "設定のしかた（公式ページ）",
                        {plain("code.correct", "電話番号をなおす"), plain("code.documents", "書類を先に"), {"dialog.close", words("button.close"), Icon::None, true, ButtonStyle::Primary, false}}};
  dialog(canvas, view);
}

// As the screen of the application number shares its panel between words and keys.
void draw_letters(Canvas& canvas, const Words& words) {
  const Rect content = draw_frame(canvas, frame(words, 4));
  canvas.fit([&] {
    Rect area = content;
    heading(canvas, area, "交付申請番号を入れてください", "申請マイページにある番号です。KSS04-のあとの7文字を入れます。");
    const std::vector<Rect> sides = canvas.portrait() ? rows(area, {0.42, 1}, canvas.gap()) : columns(area, {0.5, 1}, canvas.compact() ? 7 : 14);
    letter_pad(canvas, sides[1], {"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", words("button.delete"), canvas.portrait() ? 6 : 8, true});
  });
}

}  // namespace

Matrix pattern(int size) {
  Matrix matrix{size, std::vector<std::uint8_t>(static_cast<std::size_t>(size * size), 0)};
  std::uint32_t seed = 4;
  const auto set = [&](int x, int y, bool dark) { matrix.dark[static_cast<std::size_t>(y * size + x)] = dark ? 1 : 0; };
  for (int y = 0; y < size; ++y) {
    for (int x = 0; x < size; ++x) {
      seed = seed * 1664525U + 1013904223U;
      set(x, y, (seed >> 16U) % 2 == 0);
    }
  }
  const int far = size - 7;
  for (const auto& [ox, oy] : {std::pair{0, 0}, std::pair{far, 0}, std::pair{0, far}}) {
    for (int y = -1; y <= 7; ++y) {
      for (int x = -1; x <= 7; ++x) {
        if (ox + x < 0 || oy + y < 0 || ox + x >= size || oy + y >= size) continue;
        const int ring = std::max(std::abs(x - 3), std::abs(y - 3));
        set(ox + x, oy + y, ring == 3 || ring < 2);
      }
    }
  }
  return matrix;
}

const std::vector<Sample>& all() {
  static const std::vector<Sample> samples{
      {"01-attract", draw_attract},   {"02-question", draw_question}, {"03-number", draw_number},    {"04-estimate", draw_verdict}, {"05-readiness", draw_lamps},
      {"06-plan", draw_plan},         {"07-coach", draw_coach},       {"08-scanned", draw_scanned},  {"09-code", draw_code},        {"10-done", draw_done},
      {"11-industry", draw_industry}, {"12-several", draw_several},   {"13-progress", draw_progress}, {"14-mask", draw_mask},       {"15-list", draw_list},
      {"16-notice", draw_notice},     {"17-consent", draw_consent},   {"18-review", draw_review},    {"19-idle", draw_idle},        {"20-settings", draw_settings},
      {"21-explain", draw_explain},   {"22-letters", draw_letters}};
  return samples;
}

}  // namespace desk::screens::samples
