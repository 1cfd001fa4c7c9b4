// What the page's tests share: a sample application, a scripted core, and a site to ask without a socket.
#pragma once

#include <unistd.h>

#include <deque>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "auth/page_site.h"

namespace desk::auth::test {

// A directory of its own, removed at the end.
class TempDirectory {
 public:
  TempDirectory() : path_(std::filesystem::temp_directory_path() / ("desk-page-" + crypto::new_application_id().hex)) {
    std::filesystem::create_directories(path_);
  }
  ~TempDirectory() { std::filesystem::remove_all(path_); }
  TempDirectory(const TempDirectory&) = delete;
  TempDirectory& operator=(const TempDirectory&) = delete;
  [[nodiscard]] std::string path(const std::string& name = {}) const { return name.empty() ? path_.string() : (path_ / name).string(); }
  [[nodiscard]] std::vector<std::string> files() const;  // sorted names

 private:
  std::filesystem::path path_;
};

// 2026-09-17 (Thursday) 14:08 JST, the day of the mock-ups.
inline constexpr WallTime kNow{1'789'621'680};

[[nodiscard]] const text::TextCatalog& texts();
[[nodiscard]] PageModel sample_model(text::Language language = text::Language::Japanese);
// Two PDFs in all but meaning: the page never looks inside.
[[nodiscard]] const std::vector<std::string>& sample_pdfs();
[[nodiscard]] std::vector<PageFile> sample_files();
[[nodiscard]] const crypto::Key& number_key();
[[nodiscard]] Bundle sample_bundle(const LinkToken& token, WallTime expires = {kNow.seconds + 7 * 86'400});
[[nodiscard]] Bundle sample_bundle_without_files(const LinkToken& token, WallTime expires = {kNow.seconds + 7 * 86'400});

// Core as the test wants it: answers from a script, remembers what it was asked.
class ScriptedCodes final : public PageCodes {
 public:
  CodeSent send(const PhoneNumber& phone, text::Language language) override;
  CodeChecked check(const std::string& sid, Secret code) override;
  std::optional<CodeStanding> look(const std::string& sid) override;

  CodeSent next_sent{CodeSent::Kind::Sent, "VE1", "き-7", WallTime{kNow.seconds + 1800}};
  std::deque<CodeChecked> next_checked;  // empty: right for 123456, else wrong
  std::optional<CodeStanding> standing;
  std::vector<std::string> numbers;
  std::vector<std::string> codes;
};

struct Ask {
  std::string method = "GET";
  std::string path;
  HttpPairs fields;
  HttpPairs headers;
  std::string peer = "192.0.2.7";
};

class Site {
 public:
  explicit Site(config::HandoffMode mode = config::HandoffMode::Public, std::string base_url = "https://desk.example.jp");

  HttpResponse ask(const Ask& ask);
  HttpResponse get(const std::string& path, const std::string& cookie = {});
  HttpResponse post(const std::string& path, HttpPairs fields = {}, const std::string& cookie = {});
  // Puts a sample application and tells its address, "/a/<token>".
  std::string add(const LinkToken& token, text::Language language = text::Language::Japanese);
  // A cookie that opens the PDFs, by code.
  std::string unlock(const std::string& home);
  // Makes a grant as the kiosk does and tells its address, "/g/<grant>".
  std::string grant(const LinkToken& token);

  TempDirectory directory;
  FakeClock clock{kNow};
  ScriptedCodes codes;
  PageAccess access{clock};
  std::unique_ptr<PageStore> store;
  std::unique_ptr<PageSite> site;
};

[[nodiscard]] std::string header_of(const HttpResponse& response, std::string_view name);  // empty when absent
// "desk_unlock=…" of a Set-Cookie.
[[nodiscard]] std::string cookie_of(const HttpResponse& response);

}  // namespace desk::auth::test
