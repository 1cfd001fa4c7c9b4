// What a phone gets, route by route.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "data/base/document.h"
#include "tests/auth/page_fixture.h"

namespace desk::auth::test {
namespace {

using config::HandoffMode;
using ::testing::HasSubstr;
using ::testing::Not;

LinkToken another_last_letter(const LinkToken& token) {
  LinkToken other = token;
  other.text[0] = other.text[0] == 'b' ? 'c' : 'b';
  return other;
}

TEST(Checklist, SaysWhatTheSlipSays) {
  Site site;
  const HttpResponse response = site.get(site.add(crypto::new_link_token()));
  EXPECT_EQ(response.status, 200);
  for (const char* words : {"T7K-4M2", "9月29日（火）17:00", "第5次に間に合います（余裕2日）", "あと12日", "SECURITY ACTION を取り直す", "9月18日（金）まで",
                            "交付決定まで契約・支払いをしない", "987,222円", "対象になりそうです", "履歴事項全部証明書", "2026年12月14日（月）まで使えます",
                            "9月24日（木）まで", "10月6日（火）まで", "規則の確認日：2026年8月25日（火）", "まだ送っていないもの", "高崎商工会議所"}) {
    EXPECT_THAT(response.body, HasSubstr(words));
  }
  EXPECT_THAT(response.body, Not(HasSubstr("5678"))) << "the number is not shown with the token alone";
  EXPECT_THAT(response.body, Not(HasSubstr("⟦"))) << "a key without words";
  EXPECT_THAT(response.body, Not(HasSubstr("見本")));
}

TEST(Checklist, CountsFromTheDayItIsRead) {
  Site site;
  const std::string home = site.add(crypto::new_link_token());
  site.clock.advance(std::chrono::hours{24});
  EXPECT_THAT(site.get(home).body, HasSubstr("あと11日"));
  EXPECT_THAT(site.get(home).body, HasSubstr("9月17日（木）まででした"));
  EXPECT_THAT(site.get(home).body, HasSubstr("今日まで"));
}

TEST(Checklist, SpeaksEveryLanguageCompletely) {
  for (const text::Language language : {text::Language::Japanese, text::Language::EasyJapanese, text::Language::English}) {
    Site site;
    const std::string home = site.add(crypto::new_link_token(), language);
    const std::string cookie = site.unlock(home);
    for (const std::string& path : {home, home + "/files", home + "/erase"}) {
      for (const std::string& with : {std::string(), cookie}) {
        const std::string body = site.get(path, with).body;
        EXPECT_THAT(body, Not(HasSubstr("⟦"))) << path;
        EXPECT_THAT(body, Not(HasSubstr("{"))) << path << ": a placeholder that nobody filled";
        EXPECT_THAT(body, HasSubstr(language == text::Language::English ? "<html lang=\"en\">" : "<html lang=\"ja\">"));
      }
    }
  }
}

TEST(Checklist, ADemonstrationSaysSoOnEveryPage) {
  Site site;
  const LinkToken token = crypto::new_link_token();
  PageModel model = sample_model();
  model.demonstration = true;
  const auto bundle = make_bundle(std::move(model), sample_files(), token, {kNow.seconds + 1000}, number_key());
  const std::string_view bytes(reinterpret_cast<const char*>(bundle->bytes.data()), bundle->bytes.size());
  ASSERT_TRUE(site.store->put({bundle->token_hash, bundle->number_hash, bundle->expires, bytes}));
  const std::string home = "/a/" + token.text;
  for (const char* path : {"", "/files", "/erase"}) EXPECT_THAT(site.get(home + path).body, HasSubstr("見本"));
}

// The heart of it: whatever is not there, is not there in the same way.
TEST(NotThere, IsTheSameAnswerByteForByte) {
  Site site;
  const LinkToken mine = crypto::new_link_token();
  const LinkToken expired = crypto::new_link_token();
  const LinkToken erased = crypto::new_link_token();
  const std::string home = site.add(mine);
  const std::string cookie = site.unlock(home);
  const Bundle late = sample_bundle(expired, {kNow.seconds + 1});
  ASSERT_TRUE(site.store->put({late.token_hash, "", late.expires, {reinterpret_cast<const char*>(late.bytes.data()), late.bytes.size()}}));
  const std::string erased_home = site.add(erased);
  (void)site.post(erased_home + "/erase", {{"confirm", "yes"}});
  site.clock.advance(std::chrono::seconds{1});

  const HttpResponse expected = site.get("/a/" + crypto::new_link_token().text);
  EXPECT_EQ(expected.status, 404);
  EXPECT_THAT(expected.body, HasSubstr("まだ届いていないか、期限が切れています。"));
  const std::string wrong = "/a/" + another_last_letter(mine).text;
  const std::vector<Ask> asks = {
      {"GET", wrong, {}, {}},
      {"GET", wrong + "/files", {}, {}},
      {"GET", wrong + "/pdf/1", {}, {{"Cookie", cookie}}},
      {"POST", wrong + "/code", {}, {}},
      {"POST", wrong + "/check", {{"code", "123456"}}, {}},
      {"POST", wrong + "/erase", {{"confirm", "yes"}}, {}},
      {"GET", "/a/" + expired.text, {}, {}},
      {"GET", "/a/" + expired.text + "/pdf/1", {}, {{"Cookie", cookie}}},
      {"GET", erased_home, {}, {}},
      {"GET", erased_home + "/files", {}, {}},
      {"GET", "/a/" + mine.text.substr(1), {}, {}},
      {"GET", "/a/" + mine.text + "a", {}, {}},
      {"GET", "/a/MINE" + mine.text.substr(4), {}, {}},
      {"GET", "/a/", {}, {}},
      {"GET", "/a", {}, {}},
      {"GET", "/g/" + crypto::new_link_token().text, {}, {}},
      {"POST", "/g/" + crypto::new_link_token().text, {}, {}},
      {"GET", "/g/" + mine.text, {}, {}},
      {"GET", home + "/pdf/3", {}, {{"Cookie", cookie}}},
      {"GET", home + "/pdf/0", {}, {{"Cookie", cookie}}},
      {"GET", home + "/pdf/01", {}, {{"Cookie", cookie}}},
      {"GET", home + "/pdf/-1", {}, {{"Cookie", cookie}}},
      {"GET", home + "/pdf/1x", {}, {{"Cookie", cookie}}},
      {"GET", home + "/pdf/99999999999999999999", {}, {{"Cookie", cookie}}},
      {"GET", home + "/pdf/1/more", {}, {{"Cookie", cookie}}},
      {"GET", home + "/nothing", {}, {}},
      {"GET", home + "/", {}, {}},
      {"GET", home + "/code", {}, {}},
      {"DELETE", home, {}, {}},
      {"GET", "/../etc/passwd", {}, {}},
      {"GET", "//", {}, {}},
      {"GET", "", {}, {}},
      {"POST", "/", {}, {}},
      {"GET", "/favicon.ico", {}, {}},
  };
  for (const Ask& ask : asks) {
    Ask from_elsewhere = ask;
    from_elsewhere.peer = "198.51.100." + std::to_string(&ask - asks.data());
    const HttpResponse response = site.ask(from_elsewhere);
    EXPECT_EQ(response.status, expected.status) << ask.method << " " << ask.path;
    EXPECT_EQ(response.body, expected.body) << ask.method << " " << ask.path;
    EXPECT_EQ(response.headers, expected.headers) << ask.method << " " << ask.path;
    EXPECT_EQ(response.content_type, expected.content_type) << ask.method << " " << ask.path;
  }
}

TEST(NotThere, ADamagedBundleIsNotThereEither) {
  Site site;
  const LinkToken token = crypto::new_link_token();
  Bundle bundle = sample_bundle(token);
  bundle.bytes[bundle.bytes.size() / 2] ^= 1;   // in the first PDF
  const auto put = [&] {
    return site.store->put({bundle.token_hash, bundle.number_hash, bundle.expires,
                            {reinterpret_cast<const char*>(bundle.bytes.data()), bundle.bytes.size()}});
  };
  ASSERT_TRUE(put());
  const std::string home = "/a/" + token.text;
  EXPECT_EQ(site.get(home).status, 200) << "the checklist does not need the PDFs";
  const std::string cookie = site.unlock(home);
  EXPECT_EQ(site.get(home + "/pdf/1", cookie).status, 404);
  EXPECT_EQ(site.get(home + "/pdf/2", cookie).status, 200);
  bundle.bytes[60] ^= 1;                         // in the model
  ASSERT_TRUE(put());
  EXPECT_EQ(site.get(home).body, site.get("/a/" + crypto::new_link_token().text).body);
}

TEST(Headers, StandOnEveryAnswer) {
  Site site;
  const LinkToken token = crypto::new_link_token();
  const std::string home = site.add(token);
  const std::string grant = site.grant(token);
  const std::string cookie = site.unlock(home);
  std::vector<HttpResponse> responses;
  for (const std::string& path : {std::string("/"), std::string("/page.css"), home, home + "/files", home + "/pdf/1", home + "/erase", grant,
                                  std::string("/a/none"), std::string("/none")}) {
    responses.push_back(site.get(path));
    responses.push_back(site.get(path, cookie));
    responses.push_back(site.post(path));
  }
  responses.push_back(site.post(home + "/check", {{"code", "1"}}));
  for (int i = 0; i < 40; ++i) responses.push_back(site.get("/a/" + crypto::new_link_token().text));
  EXPECT_EQ(responses.back().status, 429);
  for (const HttpResponse& response : responses) {
    EXPECT_EQ(header_of(response, "Content-Security-Policy"),
              "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
    EXPECT_EQ(header_of(response, "Cache-Control"), "no-store");
    EXPECT_EQ(header_of(response, "Referrer-Policy"), "no-referrer");
    EXPECT_EQ(header_of(response, "X-Content-Type-Options"), "nosniff");
    EXPECT_EQ(header_of(response, "X-Frame-Options"), "DENY");
    EXPECT_EQ(header_of(response, "Strict-Transport-Security"), "max-age=31536000");
    EXPECT_THAT(header_of(response, "X-Robots-Tag"), HasSubstr("noindex"));
  }
}

TEST(Headers, PromiseTlsOnlyWhereThereIsTls) {
  Site demonstration(HandoffMode::Public, "");
  const std::string home = demonstration.add(crypto::new_link_token());
  EXPECT_EQ(header_of(demonstration.get(home), "Strict-Transport-Security"), "");
  (void)demonstration.post(home + "/code");
  const HttpResponse response = demonstration.post(home + "/check", {{"code", "123456"}});
  EXPECT_THAT(header_of(response, "Set-Cookie"), Not(HasSubstr("Secure")));
  EXPECT_THAT(header_of(response, "Set-Cookie"), HasSubstr("HttpOnly"));
}

TEST(NoScript, OnAnyPage) {
  Site site;
  const LinkToken token = crypto::new_link_token();
  const std::string home = site.add(token);
  const std::string grant = site.grant(token);
  const std::string cookie = site.unlock(home);
  std::vector<std::string> bodies;
  for (const std::string& path : {std::string("/"), home, home + "/files", home + "/erase", grant, std::string("/none")}) {
    bodies.push_back(site.get(path).body);
    bodies.push_back(site.get(path, cookie).body);
  }
  bodies.push_back(site.post(home + "/erase", {{"confirm", "yes"}}).body);
  for (const std::string& body : bodies) {
    EXPECT_THAT(body, Not(HasSubstr("<script")));
    EXPECT_THAT(body, Not(HasSubstr("javascript:")));
    EXPECT_THAT(body, Not(HasSubstr("style=")));
    EXPECT_THAT(body, Not(::testing::ContainsRegex(" on[a-z]+ *=")));
    EXPECT_THAT(body, Not(HasSubstr("http:"))) << "nothing is loaded from elsewhere";
    EXPECT_THAT(body, Not(HasSubstr("https:")));
  }
}

TEST(Pdf, NeedsAnUnlock) {
  Site site;
  const std::string home = site.add(crypto::new_link_token());
  const HttpResponse locked = site.get(home + "/pdf/1");
  EXPECT_EQ(locked.status, 303);
  EXPECT_EQ(header_of(locked, "Location"), home + "/files");
  EXPECT_EQ(locked.body, "");
  EXPECT_EQ(site.get(home + "/pdf/7").status, 303) << "which numbers exist is not told either";
  for (const char* cookie : {"desk_unlock=", "desk_unlock=x", "other=1; desk_unlock", ";;;=", "desk_unlock=aaaaaaaaaaaaaaaaaaaaaaaaaa"}) {
    EXPECT_EQ(site.get(home + "/pdf/1", cookie).status, 303) << cookie;
  }
  const std::string cookie = site.unlock(home);
  const HttpResponse open = site.get(home + "/pdf/1", "a=b; " + cookie);
  EXPECT_EQ(open.status, 200);
  EXPECT_EQ(open.content_type, "application/pdf");
  EXPECT_EQ(open.body, sample_pdfs()[0]);
  EXPECT_EQ(header_of(open, "Content-Disposition"),
            "attachment; filename=\"document-1.pdf\"; "
            "filename*=UTF-8''01_%E5%B1%A5%E6%AD%B4%E4%BA%8B%E9%A0%85%E5%85%A8%E9%83%A8%E8%A8%BC%E6%98%8E%E6%9B%B8.pdf");
  EXPECT_EQ(site.get(home + "/pdf/2", cookie).body, sample_pdfs()[1]);
}

TEST(Pdf, AnUnlockOpensOnlyItsOwnApplicationAndEndsAfterTenMinutes) {
  Site site;
  const std::string mine = site.add(crypto::new_link_token());
  const std::string theirs = site.add(crypto::new_link_token());
  const std::string cookie = site.unlock(mine);
  EXPECT_EQ(site.get(mine + "/pdf/1", cookie).status, 200);
  EXPECT_EQ(site.get(theirs + "/pdf/1", cookie).status, 303);
  EXPECT_THAT(site.get(mine + "/files", cookie).body, HasSubstr("14:18まで開けます"));
  site.clock.advance(std::chrono::minutes{10});
  EXPECT_EQ(site.get(mine + "/pdf/1", cookie).status, 303);
  EXPECT_THAT(site.get(mine + "/files", cookie).body, Not(HasSubstr("/pdf/")));
}

TEST(CodePath, TheCookieIsBoundToThePageAndShortLived) {
  Site site;
  const std::string home = site.add(crypto::new_link_token());
  EXPECT_THAT(site.get(home + "/files").body, HasSubstr("090-••••-5678"));
  EXPECT_EQ(header_of(site.post(home + "/code"), "Location"), home + "/files");
  EXPECT_EQ(site.codes.numbers, std::vector<std::string>{"09012345678"});
  const std::string waiting = site.get(home + "/files").body;
  for (const char* words : {"番号札 き-7", "autocomplete=\"one-time-code\"", "inputmode=\"numeric\"", "14:38", "コードを送りました"}) {
    EXPECT_THAT(waiting, HasSubstr(words));
  }
  EXPECT_THAT(waiting, Not(HasSubstr("/code\""))) << "no second message before its time";
  const HttpResponse right = site.post(home + "/check", {{"code", " １２３ 456"}});
  EXPECT_EQ(right.status, 303);
  EXPECT_EQ(site.codes.codes, std::vector<std::string>{"123456"});
  const std::string cookie = header_of(right, "Set-Cookie");
  EXPECT_THAT(cookie, ::testing::MatchesRegex("desk_unlock=[a-z2-7]{26}; Path=" + home + "; Max-Age=600; HttpOnly; SameSite=Strict; Secure"));
}

TEST(CodePath, WhatCannotBeACodeCostsNoTry) {
  Site site;
  const std::string home = site.add(crypto::new_link_token());
  (void)site.post(home + "/code");
  for (const char* typed : {"", "12345", "1234567", "abcdef", "12345a", "+81901", "１２３４５", "123456\r\nX: y"}) {
    const HttpResponse response = site.post(home + "/check", {{"code", typed}});
    EXPECT_EQ(response.status, 422) << typed;
    EXPECT_THAT(response.body, HasSubstr("コードが違います"));
  }
  EXPECT_EQ(site.post(home + "/check").status, 422);
  EXPECT_TRUE(site.codes.codes.empty());
}

TEST(CodePath, WithoutACodeUnderWayNothingIsChecked) {
  Site site;
  const std::string home = site.add(crypto::new_link_token());
  EXPECT_EQ(site.post(home + "/check", {{"code", "123456"}}).status, 422);
  EXPECT_TRUE(site.codes.codes.empty());
}

TEST(CodePath, SaysWhatCoreAnswered) {
  struct Row {
    CodeChecked checked;
    int status;
    const char* words;
  };
  using Kind = CodeChecked::Kind;
  const std::vector<Row> rows = {
      {{Kind::Wrong, {}}, 422, "コードが違います"},
      {{Kind::OlderMessage, {}}, 422, "前のメッセージの数字です"},
      {{Kind::Wait, WallTime{kNow.seconds + 61}}, 429, "14:10 まで確認できません"},
      {{Kind::Expired, {}}, 422, "このコードは使えなくなりました"},
      {{Kind::Staff, {}}, 403, "窓口にお越しください"},
      {{Kind::Unavailable, {}}, 503, "いまは確認できません"},
  };
  for (const Row& row : rows) {
    Site site;
    const std::string home = site.add(crypto::new_link_token());
    (void)site.post(home + "/code");
    site.codes.next_checked = {row.checked};
    const HttpResponse response = site.post(home + "/check", {{"code", "111111"}});
    EXPECT_EQ(response.status, row.status) << row.words;
    EXPECT_THAT(response.body, HasSubstr(row.words));
    EXPECT_EQ(header_of(response, "Set-Cookie"), "");
    EXPECT_EQ(site.get(home + "/pdf/1").status, 303);
  }
}

TEST(CodePath, SaysWhyNoMessageWasSent) {
  struct Row {
    CodeSent::Kind kind;
    int status;
    const char* words;
  };
  const std::vector<Row> rows = {
      {CodeSent::Kind::TooEarly, 429, "次に送れるのは 14:38 です"},
      {CodeSent::Kind::Cap, 429, "今日はもう送れません"},
      {CodeSent::Kind::Staff, 403, "窓口にお越しください"},
      {CodeSent::Kind::Unavailable, 503, "いまは確認できません"},
  };
  for (const Row& row : rows) {
    Site site;
    const std::string home = site.add(crypto::new_link_token());
    site.codes.next_sent = {row.kind, "", "", WallTime{kNow.seconds + 1800}};
    const HttpResponse response = site.post(home + "/code");
    EXPECT_EQ(response.status, row.status) << row.words;
    EXPECT_THAT(response.body, HasSubstr(row.words));
    EXPECT_THAT(response.body, HasSubstr("窓口の終わりの画面")) << "there is always another way";
  }
}

TEST(CodePath, ACodeThatIsLiveAlreadyMayBeEntered) {
  Site site;
  const std::string home = site.add(crypto::new_link_token());
  site.codes.next_sent = {CodeSent::Kind::TooEarly, "VEkiosk", "た-2", WallTime{kNow.seconds + 600}};
  EXPECT_THAT(site.post(home + "/code").body, HasSubstr("番号札 た-2"));
  EXPECT_EQ(site.post(home + "/check", {{"code", "123456"}}).status, 303);
}

TEST(CodePath, AfterThirtyMinutesTheNextMessageMayBeAskedFor) {
  Site site;
  const std::string home = site.add(crypto::new_link_token());
  (void)site.post(home + "/code");
  site.clock.advance(std::chrono::seconds{1799});
  EXPECT_THAT(site.get(home + "/files").body, Not(HasSubstr("/code\"")));
  site.clock.advance(std::chrono::seconds{1});
  const std::string body = site.get(home + "/files").body;
  EXPECT_THAT(body, HasSubstr("/code\""));
  EXPECT_THAT(body, Not(HasSubstr("one-time-code")));
}

TEST(CodePath, AMessageOfUnknownFateCanStillBeUsedAndRepeated) {
  Site site;
  const std::string home = site.add(crypto::new_link_token());
  site.codes.next_sent = {CodeSent::Kind::MaybeSent, "VE1", "き-7", WallTime{kNow.seconds + 60}};
  (void)site.post(home + "/code");
  EXPECT_THAT(site.get(home + "/files").body, HasSubstr("送れたか、まだ分かりません"));
  site.clock.advance(std::chrono::seconds{60});
  const std::string body = site.get(home + "/files").body;
  EXPECT_THAT(body, HasSubstr("one-time-code"));
  EXPECT_THAT(body, HasSubstr("もう一度コードを送る"));
}

TEST(CodePath, ADeliveryReportIsShown) {
  Site site;
  const std::string home = site.add(crypto::new_link_token());
  (void)site.post(home + "/code");
  site.codes.standing = CodeStanding{CodeStanding::Delivery::Undeliverable, {}};
  const std::string body = site.get(home + "/files").body;
  EXPECT_THAT(body, HasSubstr("SMSが届きませんでした"));
  EXPECT_THAT(body, HasSubstr("/code\"")) << "the window is over: it may be sent again";
}

TEST(CodePath, WithoutANumberOnlyTheGrantAndTheDeskRemain) {
  Site site;
  const LinkToken token = crypto::new_link_token();
  PageModel model = sample_model();
  model.phone = PhoneNumber();
  const auto bundle = make_bundle(std::move(model), sample_files(), token, {kNow.seconds + 1000}, number_key());
  ASSERT_TRUE(site.store->put({bundle->token_hash, "", bundle->expires,
                               {reinterpret_cast<const char*>(bundle->bytes.data()), bundle->bytes.size()}}));
  const std::string home = "/a/" + token.text;
  EXPECT_THAT(site.get(home + "/files").body, HasSubstr("携帯番号の確認がないため"));
  EXPECT_EQ(site.post(home + "/code").status, 404);
  EXPECT_EQ(site.post(home + "/check", {{"code", "123456"}}).status, 404);
  const std::string cookie = cookie_of(site.post(site.grant(token)));
  EXPECT_EQ(site.get(home + "/pdf/1", cookie).body, sample_pdfs()[0]);
}

TEST(GrantPath, LookingDoesNotUseItUpAndPressingDoes) {
  Site site;
  const LinkToken token = crypto::new_link_token();
  const std::string home = site.add(token);
  const std::string grant = site.grant(token);
  for (int preview = 0; preview < 3; ++preview) {
    const HttpResponse shown = site.get(grant);
    EXPECT_EQ(shown.status, 200);
    EXPECT_THAT(shown.body, HasSubstr("method=\"post\""));
    EXPECT_THAT(shown.body, Not(HasSubstr(token.text)));
    EXPECT_EQ(header_of(shown, "Set-Cookie"), "");
  }
  const HttpResponse pressed = site.post(grant);
  EXPECT_EQ(pressed.status, 303);
  EXPECT_EQ(header_of(pressed, "Location"), home + "/files");
  EXPECT_EQ(site.get(home + "/pdf/2", cookie_of(pressed)).body, sample_pdfs()[1]);
  EXPECT_EQ(site.post(grant).status, 404);
  EXPECT_EQ(site.get(grant).status, 404);
}

TEST(GrantPath, EndsAfterTenMinutesAndWithTheBundle) {
  Site site;
  const LinkToken token = crypto::new_link_token();
  const std::string home = site.add(token);
  const std::string old = site.grant(token);
  site.clock.advance(std::chrono::minutes{10});
  EXPECT_EQ(site.get(old).status, 404);
  EXPECT_EQ(site.post(old).status, 404);
  const std::string orphan = site.grant(token);
  ASSERT_TRUE(site.store->remove(crypto::token_hash_hex(token.text)));
  EXPECT_EQ(site.post(orphan).status, 404);
}

TEST(Erase, AsksFirstAndThenIsGoneForEverybody) {
  Site site;
  const LinkToken token = crypto::new_link_token();
  const std::string home = site.add(token);
  const std::string cookie = site.unlock(home);
  const std::string grant = site.grant(token);
  EXPECT_THAT(site.get(home + "/erase").body, HasSubstr("消去しますか"));
  EXPECT_THAT(site.post(home + "/erase").body, HasSubstr("消去しますか"));
  EXPECT_EQ(site.get(home).status, 200);
  const HttpResponse erased = site.post(home + "/erase", {{"confirm", "yes"}});
  EXPECT_EQ(erased.status, 200);
  EXPECT_THAT(erased.body, HasSubstr("消去しました"));
  EXPECT_EQ(site.get(home).status, 404);
  EXPECT_EQ(site.get(home + "/pdf/1", cookie).status, 404);
  EXPECT_EQ(site.post(grant).status, 404);
  const auto requests = site.store->erase_requests();
  ASSERT_EQ(requests->size(), 1u);
  EXPECT_EQ(requests->front().token_hash, crypto::token_hash_hex(token.text));
}

TEST(Erase, TheDirectoryNeverHeldAnythingReadable) {
  Site site;
  const LinkToken token = crypto::new_link_token();
  const std::string home = site.add(token);
  (void)site.unlock(home);
  const TempDirectory& directory = site.directory;
  const auto readable = [&] {
    std::string all;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(directory.path())) {
      if (!entry.is_regular_file()) continue;
      const auto text = read_file(entry.path().string());
      if (text) all += *text;
    }
    for (const std::string& word : {std::string("T7K-4M2"), std::string("9012345678"), std::string("履歴"), std::string("%PDF"), token.text}) {
      if (all.find(word) != std::string::npos) return word;
    }
    return std::string();
  };
  EXPECT_EQ(readable(), "");
  (void)site.post(home + "/erase", {{"confirm", "yes"}});
  EXPECT_EQ(readable(), "");
}

TEST(LanMode, HasTheChecklistAndTheErasureOnly) {
  Site site(HandoffMode::Lan, "http://192.0.2.1:8080");
  const LinkToken token = crypto::new_link_token();
  const std::string home = site.add(token);
  const std::string checklist = site.get(home).body;
  EXPECT_THAT(checklist, HasSubstr("窓口でお受け取りください"));
  EXPECT_THAT(checklist, Not(HasSubstr("/files")));
  const std::string gone = site.get("/a/none").body;
  for (const char* path : {"/files", "/pdf/1", "/code", "/check"}) {
    EXPECT_EQ(site.get(home + path).body, gone) << path;
    EXPECT_EQ(site.post(home + path).body, gone) << path;
  }
  EXPECT_EQ(site.get(site.grant(token)).body, gone);
  EXPECT_EQ(site.post(site.grant(token)).body, gone);
  EXPECT_TRUE(site.codes.numbers.empty());
  EXPECT_EQ(site.get(home + "/erase").status, 200);
  EXPECT_EQ(header_of(site.get(home), "Strict-Transport-Security"), "");
}

TEST(Throttling, AfterThirtyMissesEvenTheRightTokenWaits) {
  Site site;
  const std::string home = site.add(crypto::new_link_token());
  for (int i = 0; i < 30; ++i) EXPECT_EQ(site.get("/a/" + crypto::new_link_token().text).status, 404);
  const HttpResponse busy = site.get(home);
  EXPECT_EQ(busy.status, 429);
  EXPECT_EQ(header_of(busy, "Retry-After"), "600");
  EXPECT_THAT(busy.body, HasSubstr("10分ほどおいて"));
  EXPECT_EQ(site.get("/a/" + crypto::new_link_token().text).body, busy.body);
  EXPECT_EQ(site.ask({"GET", home, {}, {}, "198.51.100.9"}).status, 200);
  EXPECT_EQ(site.get("/").status, 200);
  site.clock.advance(std::chrono::minutes{10});
  EXPECT_EQ(site.get(home).status, 200);
}

TEST(Throttling, BehindTheProxyEveryPhoneIsItsOwn) {
  Site site;
  const std::string home = site.add(crypto::new_link_token());
  for (int i = 0; i < 31; ++i) {
    (void)site.ask({"GET", "/a/none", {}, {{"X-Forwarded-For", "203.0.113.66"}}, "127.0.0.1"});
  }
  EXPECT_EQ(site.ask({"GET", home, {}, {{"X-Forwarded-For", "203.0.113.66"}}, "127.0.0.1"}).status, 429);
  EXPECT_EQ(site.ask({"GET", home, {}, {{"X-Forwarded-For", "203.0.113.67"}}, "127.0.0.1"}).status, 200);
}

TEST(Neutral, TheFrontPageTellsNothing) {
  Site site;
  (void)site.add(crypto::new_link_token());
  const HttpResponse response = site.get("/");
  EXPECT_EQ(response.status, 200);
  EXPECT_THAT(response.body, HasSubstr("受付票のQR"));
  EXPECT_THAT(response.body, Not(HasSubstr("T7K")));
  EXPECT_EQ(site.get("/page.css").content_type, "text/css; charset=utf-8");
}

}  // namespace
}  // namespace desk::auth::test
