// A whole desk-auth core in one process, with a gateway that does as told and keeps what its receivers would read.
#pragma once

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <condition_variable>
#include <cstdlib>
#include <deque>
#include <filesystem>
#include <fstream>
#include <mutex>

#include "auth/auth_client.h"
#include "auth/http_client.h"
#include "auth/verify_service.h"
#include "data/base/document.h"
#include "tests/places.h"

namespace desk::auth {

class Folder {
 public:
  Folder() {
    const char* base = std::getenv("DESK_TEST_DIRECTORY");  // the benchmark chooses its disk
    path_ = std::string(base != nullptr ? base : "/tmp") + "/desk-auth-test-XXXXXX";
    EXPECT_NE(mkdtemp(path_.data()), nullptr);
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] std::string file(const std::string& name) const { return path_ + "/" + name; }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

inline PhoneNumber phone(std::string_view digits = "090-1234-5601") {
  auto parsed = PhoneNumber::parse(digits);
  EXPECT_TRUE(parsed.ok);
  return std::move(parsed.number);
}

inline std::string digits_in(std::string_view text) {
  std::string run;
  for (const char c : text) {
    if (c < '0' || c > '9') run.clear();
    else if (run.push_back(c); run.size() == 6) return run;
  }
  return {};
}

inline std::string another_code(const std::string& code) { return code == "000000" ? "000001" : "000000"; }

class ScriptedGateway final : public Gateway {
 public:
  struct Sent {
    std::string to, text, id;
    [[nodiscard]] std::string code() const { return digits_in(text); }
  };
  SendResult send(const PhoneNumber& to, const Secret& text, const std::string& id) override {
    std::unique_lock lock(mutex_);
    sent_.push_back({std::string(to.reveal()), std::string(text.reveal()), id});
    arrived_.notify_all();
    open_.wait(lock, [this] { return !held_; });
    return {outcome_, "gw-1", "scripted"};
  }
  Reach reach() override {
    const std::lock_guard guard(mutex_);
    return outcome_ == SendOutcome::NotSent ? Reach{false, "scripted"} : Reach{true, ""};
  }
  std::string name() const override { return "scripted"; }

  void answer_with(SendOutcome outcome) {
    const std::lock_guard guard(mutex_);
    outcome_ = outcome;
  }
  void hold(bool held) {
    const std::lock_guard guard(mutex_);
    held_ = held;
    open_.notify_all();
  }
  void wait_for(std::size_t count) {
    std::unique_lock lock(mutex_);
    ASSERT_TRUE(arrived_.wait_for(lock, std::chrono::seconds{20}, [&] { return sent_.size() >= count; }));
  }
  Sent last() {
    const std::lock_guard guard(mutex_);
    return sent_.empty() ? Sent{} : sent_.back();
  }
  std::size_t count() {
    const std::lock_guard guard(mutex_);
    return sent_.size();
  }

 private:
  std::mutex mutex_;
  std::condition_variable arrived_, open_;
  std::deque<Sent> sent_;
  SendOutcome outcome_ = SendOutcome::Accepted;
  bool held_ = false;
};

inline const text::TextCatalog& words() {
  static const text::TextCatalog kCatalog = [] {
    auto catalog = text::TextCatalog::load(source_tree() + "/data/text");
    EXPECT_TRUE(catalog);
    return std::move(*catalog);
  }();
  return kCatalog;
}

inline std::string staff_list() {
  static const std::string kList = "tanaka:" + crypto::hash_pin("4711") + "\nsato:" + crypto::hash_pin("0815") + "\n";
  return kList;
}

// The core without HTTP. restart() ends it and starts another on the same file, as a crash and its supervisor do.
class DeskUnderTest {
 public:
  explicit DeskUnderTest(CodeRules rules = {}) : rules_(rules) { restart(); }
  void restart() {
    desk_.reset();
    auto store = CodeStore::open(file());
    ASSERT_TRUE(store) << store.error().message();
    desk_ = std::make_unique<VerifyDesk>(std::move(*store), key_, gateway, clock, words(), rules_, "高崎商工会議所");
  }
  [[nodiscard]] std::string file() const { return folder.file("auth.db"); }
  VerifyDesk& operator*() { return *desk_; }
  VerifyDesk* operator->() { return desk_.get(); }

  Result<VerificationView, Refusal> start(std::string_view number = "09012345601", Purpose purpose = Purpose::Visit) {
    return desk_->start(phone(number), purpose, text::Language::Japanese);
  }
  std::optional<RefusalKind> refusal_of_start(std::string_view number = "09012345601") {
    const auto started = start(number);
    return started ? std::nullopt : std::optional(started.error().kind);
  }

  Folder folder;
  FakeClock clock;
  ScriptedGateway gateway;

 private:
  CodeRules rules_;
  crypto::Key key_ = crypto::Key::random();
  std::unique_ptr<VerifyDesk> desk_;
};

// The core behind its Unix socket.
class ServiceUnderTest {
 public:
  explicit ServiceUnderTest(CodeRules rules = {}, const ConsoleGateway* shown = nullptr, Gateway* other = nullptr) {
    std::ofstream(folder.file("secret")) << "# accounts\ndesk:token-one\npage:token-two\n";
    std::filesystem::permissions(folder.file("secret"), std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    auto loaded = Credentials::load(folder.file("secret"));
    EXPECT_TRUE(loaded);
    credentials_ = std::move(*loaded);
    auto codes = CodeStore::open(folder.file("auth.db"));
    auto failures = CodeStore::open(folder.file("auth.db"));
    EXPECT_TRUE(codes && failures);
    desk = std::make_unique<VerifyDesk>(std::move(*codes), crypto::Key::random(), other != nullptr ? *other : gateway, clock, words(), rules,
                                        "高崎商工会議所");
    pins_ = std::make_unique<StaffPins>(std::move(*failures), [this] { return Result<std::string>(pins); }, clock);
    service = std::make_unique<VerifyService>(*desk, *pins_, credentials_, shown);
    service->add_routes(server);
    EXPECT_TRUE(server.listen_unix(socket(), 0600));
  }
  ~ServiceUnderTest() { server.stop(); }
  [[nodiscard]] std::string socket() const { return folder.file("core.sock"); }
  std::string pins = staff_list();  // the operator's list, read at every check
  [[nodiscard]] std::string secret_file() const { return folder.file("secret"); }

  struct Answer {
    int status;
    Node json;
    [[nodiscard]] std::string text(std::string_view key) const {
      const Node* node = json.find(key);
      return node != nullptr && node->string() != nullptr ? *node->string() : "";
    }
    [[nodiscard]] std::int64_t whole(std::string_view key) const {
      const Node* node = json.find(key);
      return node != nullptr && node->integer() != nullptr ? *node->integer() : -1;
    }
  };
  Answer ask(const std::string& method, const std::string& path, const std::vector<std::pair<std::string, std::string>>& fields = {},
             const std::string& account = "desk:token-one") const {
    HttpCall call;
    call.method = method;
    call.url = "http://desk" + path;
    call.unix_socket = socket();
    if (!account.empty()) call.headers.emplace_back("Authorization", basic_auth(account));
    if (method == "POST") {
      call.body = form_body(fields);
      call.headers.emplace_back("Content-Type", "application/x-www-form-urlencoded");
    }
    const HttpReply reply = perform(call);
    EXPECT_EQ(reply.outcome, HttpOutcome::Answered) << reply.problem;
    auto json = parse_json(reply.body.empty() ? "{}" : reply.body, "reply");
    EXPECT_TRUE(json) << reply.body;
    return {reply.status, json ? *json : Node()};
  }
  Answer start(const std::string& to) const { return ask("POST", "/v2/Services/VA1/Verifications", {{"To", to}, {"Channel", "sms"}}); }
  Answer check(const std::string& sid, const std::string& code) const {
    return ask("POST", "/v2/Services/VA1/VerificationCheck", {{"VerificationSid", sid}, {"Code", code}});
  }

  Folder folder;
  FakeClock clock;
  ScriptedGateway gateway;
  std::unique_ptr<VerifyDesk> desk;
  std::unique_ptr<VerifyService> service;
  HttpServer server;

 private:
  Credentials credentials_;
  std::unique_ptr<StaffPins> pins_;
};

}  // namespace desk::auth
