#include "tests/auth/page_fixture.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/places.h"

namespace desk::auth::test {

std::vector<std::string> TempDirectory::files() const {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(path_)) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

const text::TextCatalog& texts() {
  static const auto catalog = text::TextCatalog::load(source_tree() + "/data/text");
  if (!catalog) throw std::runtime_error(catalog.error().message());
  return *catalog;
}

PageModel sample_model(text::Language language) {
  PageModel model;
  model.language = language;
  model.site_name = "高崎商工会議所";
  model.corner = "補助金 準備コーナー";
  model.reception_number = "T7K-4M2";
  model.made_at = kNow;
  model.programme = "デジタル化・AI導入補助金2026 通常枠";
  model.deadline = CivilMinute{make_date(2026, 9, 29), 17 * 60};
  model.deadline_note = "第5次に間に合います（余裕2日）";
  model.verdict_mark = PageMark::Done;
  model.verdict = "対象になりそうです";
  model.verdict_reasons = {"資本金が3億円以下です。"};
  model.estimate = Yen{987'222};
  model.estimate_note = "審査があり、受けられるとは限りません。";
  model.todos = {{make_date(2026, 9, 17), "SECURITY ACTION を取り直す", "スマホで10分", false},
                 {make_date(2026, 9, 18), "納税証明書 その1", "税務署", false},
                 {make_date(2026, 9, 25), "支援事業者と入力をすすめる", "", false},
                 {std::nullopt, "交付決定まで契約・支払いをしない", "", true}};
  model.done = {{"gBizIDプライム", "あり"}, {"携帯番号の確認", "済（SMS）"}};
  model.documents = {{"履歴事項全部証明書", PageMark::Done, "読み取り済み", make_date(2026, 12, 14)},
                     {"納税証明書 その1", PageMark::Open, "まだ", std::nullopt}};
  model.unsent = {"書類のPDF"};
  model.scans_until = make_date(2026, 9, 24);
  model.answers_until = make_date(2026, 10, 6);
  model.pack_verified = make_date(2026, 8, 25);
  model.phone = PhoneNumber::parse("09012345678").number;
  return model;
}

const std::vector<std::string>& sample_pdfs() {
  static const std::vector<std::string> pdfs = {"%PDF-1.7 first " + std::string(300'000, 'a'), "%PDF-1.7 second " + std::string(50'000, 'b')};
  return pdfs;
}

std::vector<PageFile> sample_files() {
  return {{"01_履歴事項全部証明書.pdf", 3, sample_pdfs()[0]}, {"02_本人確認書類.pdf", 1, sample_pdfs()[1]}};
}

const crypto::Key& number_key() {
  static const crypto::Key key = crypto::Key::random();
  return key;
}

Bundle sample_bundle(const LinkToken& token, WallTime expires) {
  auto bundle = make_bundle(sample_model(), sample_files(), token, expires, number_key());
  if (!bundle) throw std::runtime_error(bundle.error().message());
  return std::move(*bundle);
}

Bundle sample_bundle_without_files(const LinkToken& token, WallTime expires) {
  auto bundle = make_bundle(sample_model(), {}, token, expires, number_key());
  if (!bundle) throw std::runtime_error(bundle.error().message());
  return std::move(*bundle);
}

CodeSent ScriptedCodes::send(const PhoneNumber& phone, text::Language) {
  numbers.emplace_back(phone.reveal());
  return next_sent;
}

CodeChecked ScriptedCodes::check(const std::string&, Secret code) {
  codes.emplace_back(code.reveal());
  if (next_checked.empty()) return {code.reveal() == "123456" ? CodeChecked::Kind::Right : CodeChecked::Kind::Wrong, {}};
  const CodeChecked checked = next_checked.front();
  next_checked.pop_front();
  return checked;
}

std::optional<CodeStanding> ScriptedCodes::look(const std::string&) { return standing; }

Site::Site(config::HandoffMode mode, std::string base_url) {
  auto opened = PageStore::open(directory.path("page"), clock);
  if (!opened) throw std::runtime_error(opened.error().message());
  store = std::move(*opened);
  site = std::make_unique<PageSite>(PageSite::Parts{mode, std::move(base_url), "高崎商工会議所", *store, access, codes, texts(), clock});
}

HttpResponse Site::ask(const Ask& ask) {
  HttpRequest request;
  request.method = ask.method;
  request.path = ask.path;
  request.fields = ask.fields;
  request.headers = ask.headers;
  request.peer = ask.peer;
  return site->answer(request);
}

HttpResponse Site::get(const std::string& path, const std::string& cookie) {
  Ask question{"GET", path, {}, {}};
  if (!cookie.empty()) question.headers.emplace_back("Cookie", cookie);
  return ask(question);
}

HttpResponse Site::post(const std::string& path, HttpPairs fields, const std::string& cookie) {
  Ask question{"POST", path, std::move(fields), {}};
  if (!cookie.empty()) question.headers.emplace_back("Cookie", cookie);
  return ask(question);
}

std::string Site::add(const LinkToken& token, text::Language language) {
  const auto bundle = make_bundle(sample_model(language), sample_files(), token, {kNow.seconds + 7 * 86'400}, number_key());
  const std::string_view bytes(reinterpret_cast<const char*>(bundle->bytes.data()), bundle->bytes.size());
  const auto put = store->put({bundle->token_hash, bundle->number_hash, bundle->expires, bytes});
  if (!put) throw std::runtime_error(put.error().message());
  return "/a/" + token.text;
}

std::string Site::unlock(const std::string& home) {
  (void)post(home + "/code");
  return cookie_of(post(home + "/check", {{"code", "123456"}}));
}

std::string Site::grant(const LinkToken& token) {
  const LinkToken secret = crypto::new_link_token();
  if (!access.add_grant(crypto::token_hash_hex(secret.text), crypto::token_hash_hex(token.text), wrap_token(token, secret))) return {};
  return "/g/" + secret.text;
}

std::string header_of(const HttpResponse& response, std::string_view name) {
  for (const auto& [key, value] : response.headers) {
    if (key == name) return value;
  }
  return {};
}

std::string cookie_of(const HttpResponse& response) {
  const std::string cookie = header_of(response, "Set-Cookie");
  return cookie.substr(0, cookie.find(';'));
}

}  // namespace desk::auth::test
