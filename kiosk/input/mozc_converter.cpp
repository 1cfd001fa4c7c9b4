#include "kiosk/input/mozc_converter.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <optional>

#include "kiosk/input/helper_process.h"
#include "kiosk/input/kana.h"
#include "kiosk/input/mozc_reply.h"

namespace desk::input {
namespace fs = std::filesystem;
namespace {

constexpr const char* kAddressFile = ".session.ipc";  // the server writes it when it can be spoken to
constexpr int kMostWidenings = 20;

// mozc.config.Config as Mozc stores it: incognito_mode (20) true, history_learning_level (48) NO_HISTORY.
constexpr std::array<unsigned char, 6> kNoHistory{0xA0, 0x01, 0x01, 0x80, 0x03, 0x02};

Failure mozc_failure(const std::string& where, const std::string& reason) { return {StaffCode::ConversionUnavailable, "mozc " + where, reason}; }

class MozcConverter final : public Converter {
 public:
  MozcConverter(MozcOptions options, const Clock& clock) : options_(std::move(options)), clock_(clock) {
    if (options_.runtime.empty()) options_.runtime = default_runtime();
    sweep_homes(options_.runtime);
  }
  ~MozcConverter() override { end(); }

  Done begin() override {
    if (client_ && client_->alive() && server_ && server_->alive()) return {};
    end();
    Done started = start();
    if (!started) end();
    return started;
  }

  Result<std::vector<Secret>> convert(std::string_view hiragana) override {
    if (!all_hiragana(hiragana)) return fail(mozc_failure("convert", "not a reading"));
    if (auto ready = begin(); !ready) return fail(ready.error());
    const SteadyTime asked = clock_.steady();
    auto words = ask(hiragana);
    // It ended or broke off under the question, and what it said may be half an answer: a new one is asked. Not one that was merely slow.
    const bool slow = clock_.steady() - asked >= options_.answer_patience;
    if ((!words && !slow) || !(client_->alive() && server_->alive())) {
      end();
      if (auto ready = begin(); !ready) return fail(ready.error());
      words = ask(hiragana);
    }
    // Whatever it is doing with this reading, it does not go on doing it; the next question starts anew.
    if (!words) end();
    return words;
  }

  void end() override {
    client_.reset();
    server_.reset();
    home_.reset();
  }

  std::string home() const override { return home_ ? home_->path() : std::string(); }

 private:
  Done start() {
    const Account account = helper_account();
    auto made = PrivateHome::make(options_.runtime, account);
    if (!made) return fail(made.error());
    home_.emplace(std::move(*made));
    const std::string settings = home_->path() + "/.config/mozc";
    if (auto done = write_settings(settings, account); !done) return done;

    const SteadyTime deadline = clock_.steady() + options_.start_patience;
    const int watch = inotify_init1(IN_CLOEXEC);
    inotify_add_watch(watch, settings.c_str(), IN_CREATE | IN_MOVED_TO | IN_CLOSE_WRITE);
    // The server first and by us: the client would start it as a process of nobody's, which outlives us.
    auto server = HelperProcess::start({options_.server}, home_->path(), account, /*speaks=*/false);
    if (server) server_.emplace(std::move(*server));
    const bool up = server && wait_for_address(settings, watch, deadline);
    close(watch);
    if (!server) return fail(server.error());
    if (!up) return fail(mozc_failure("server", "did not become ready in time"));

    auto client = HelperProcess::start({options_.client, "--suppress_stderr"}, home_->path(), account, /*speaks=*/true);
    if (!client) return fail(client.error());
    client_.emplace(std::move(*client));
    if (!client_->hear(deadline, clock_).starts_with("((mozc-emacs-helper . t)")) return fail(mozc_failure("client", "does not greet"));
    return {};
  }

  // The client refuses to run without .config; the server reads its settings once, at its start.
  static Done write_settings(const std::string& folder, const Account& account) {
    std::error_code problem;
    fs::create_directories(folder, problem);
    const std::string file = folder + "/config1.db";
    const int out = open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    const bool written = out >= 0 && write(out, kNoHistory.data(), kNoHistory.size()) == static_cast<ssize_t>(kNoHistory.size());
    if (out >= 0) close(out);
    if (!written) return fail(mozc_failure(file, "cannot be written"));
    for (const std::string& path : {file, folder, fs::path(folder).parent_path().string()}) {
      if (account.uid != geteuid() && chown(path.c_str(), account.uid, account.gid) != 0) return fail(mozc_failure(path, "cannot be given away"));
      if (path != file) chmod(path.c_str(), 0700);
    }
    return {};
  }

  // A server that has ended will not write its address any more: looked at every tenth of a second, beside the file's own news.
  bool wait_for_address(const std::string& folder, int watch, SteadyTime deadline) {
    constexpr std::int64_t kLook = 100;
    std::error_code problem;
    for (;;) {
      if (fs::file_size(folder + "/" + kAddressFile, problem) > 0 && !problem) return true;
      const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - clock_.steady()).count();
      if (left <= 0 || !server_->alive()) return false;
      pollfd news{watch, POLLIN, 0};
      if (poll(&news, 1, static_cast<int>(std::min<std::int64_t>(left, kLook))) > 0) {
        std::array<char, 4096> events;
        (void)!read(watch, events.data(), events.size());
      }
    }
  }

  // One order and its reply. The reply's views hold until the next order.
  std::optional<MozcReply> order(std::string_view what, SteadyTime deadline) {
    const int event = next_event_++;
    std::string line;
    line.reserve(64);
    line += "(" + std::to_string(event) + " ";
    line += what;
    line += ")\n";
    const bool said = client_->say(line);
    wipe(line);
    if (!said) return std::nullopt;
    const std::string_view heard = client_->hear(deadline, clock_);
    auto reply = heard.empty() ? std::nullopt : read_mozc_reply(heard);
    if (!reply || reply->error || reply->event != event) return std::nullopt;
    return reply;
  }

  Result<std::vector<Secret>> ask(std::string_view hiragana) {
    const SteadyTime deadline = clock_.steady() + options_.answer_patience;
    const auto no_answer = [&] { return fail(mozc_failure("convert", client_->alive() && server_->alive() ? "no answer in time" : "it has ended")); };
    const auto opened = order("CreateSession", deadline);
    if (!opened || opened->session == 0) return no_answer();
    const std::string session = std::to_string(opened->session);
    const std::string key = "SendKey " + session + " ";

    std::optional<MozcReply> reply;
    for (std::string_view kana : characters(hiragana)) {
      for (const char letter : letters_of(kana)) {
        reply = order(key + std::to_string(static_cast<int>(letter)), deadline);
        if (!reply) return no_answer();
      }
    }
    if (!reads(*reply, hiragana)) return fail(mozc_failure("convert", "it read something else"));
    reply = order(key + "space", deadline);
    // A name is one word: 長宗我部, not 長曽 and 壁.
    for (int i = 0; reply && reply->segments.size() > 1 && i < kMostWidenings; ++i) reply = order(key + "shift right", deadline);
    if (!reply) return no_answer();
    std::vector<Secret> names;
    if (reply->segments.size() == 1) names = names_among(reply->words, hiragana);
    // Nothing was committed, so nothing was learned; the session goes with all that it heard.
    if (!order("DeleteSession " + session, deadline)) return no_answer();
    return names;
  }

  static bool reads(const MozcReply& reply, std::string_view hiragana) {
    for (std::string_view segment : reply.segments) {
      if (!hiragana.starts_with(segment)) return false;
      hiragana.remove_prefix(segment.size());
    }
    return hiragana.empty();
  }

  MozcOptions options_;
  const Clock& clock_;
  // In the order in which they end last: the home goes when nobody lives in it.
  std::optional<PrivateHome> home_;
  std::optional<HelperProcess> server_, client_;
  int next_event_ = 0;
};

}  // namespace

std::unique_ptr<Converter> make_mozc_converter(MozcOptions options, const Clock& clock) {
  return std::make_unique<MozcConverter>(std::move(options), clock);
}

}  // namespace desk::input
