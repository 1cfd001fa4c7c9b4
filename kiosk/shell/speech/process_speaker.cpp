#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>

#include "data/base/secret.h"
#include "kiosk/shell/speech/speaker.h"
#include "kiosk/shell/speech/speech_orders.h"

namespace desk::shell {
namespace fs = std::filesystem;
namespace {

class ProcessSpeaker final : public Speaker {
 public:
  explicit ProcessSpeaker(SpeakerPlaces places) : places_(std::move(places)) {
    std::error_code problem;
    available_ = machine_has_sound() && fs::exists(places_.helper, problem);
  }
  ~ProcessSpeaker() override { end(); }
  ProcessSpeaker(const ProcessSpeaker&) = delete;
  ProcessSpeaker& operator=(const ProcessSpeaker&) = delete;

  bool available() const override { return available_; }

  void say(const Speech& speech) override {
    if (!available_ || (pid_ < 0 && !start())) {
      lost_ = true;
      return;
    }
    lost_ = false;
    speaking_ = ++last_id_;
    SpeechOrder order{SpeechOrder::Kind::Say, last_id_, speech.language, speech.speed, speech.volume, speech.sentences};
    std::string bytes = to_bytes(order);
    tell(bytes);
    wipe(bytes);
  }

  void stop() override {
    speaking_ = 0;
    if (pid_ >= 0) tell(to_bytes({}));
  }

  void end() override {
    if (pid_ >= 0) {
      // It has nothing to save: killed, it is gone with every word it held.
      kill(pid_, SIGKILL);
      waitpid(pid_, nullptr, 0);
      close(line_);
    }
    pid_ = line_ = -1;
    speaking_ = 0;
    lost_ = false;
    heard_.clear();
  }

  SpeakerState state() override {
    listen();
    if (lost_) return SpeakerState::Lost;
    return speaking_ != 0 ? SpeakerState::Speaking : SpeakerState::Silent;
  }

 private:
  bool start() {
    int ends[2];
    // A socket pair, so that a full pipe or a dead helper is an error of a write and never a wait.
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return false;
    const pid_t parent = getpid();
    const pid_t pid = fork();
    if (pid == 0) {
      prctl(PR_SET_PDEATHSIG, SIGKILL);
      if (getppid() != parent) _exit(127);
      dup2(ends[1], STDIN_FILENO);
      dup2(ends[1], STDOUT_FILENO);
      char* const arguments[] = {places_.helper.data(), places_.text_folder.data(), places_.speech_folder.data(), nullptr};
      execv(places_.helper.c_str(), arguments);
      _exit(127);
    }
    close(ends[1]);
    if (pid < 0) {
      close(ends[0]);
      return false;
    }
    pid_ = pid;
    line_ = ends[0];
    fcntl(line_, F_SETFL, O_NONBLOCK);
    return true;
  }

  void tell(const std::string& bytes) {
    const ssize_t sent = send(line_, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    // A helper that does not even take 64 KiB of orders hangs.
    if (sent != static_cast<ssize_t>(bytes.size())) lose();
  }

  void listen() {
    if (pid_ < 0) return;
    char buffer[512];
    for (;;) {
      const ssize_t got = recv(line_, buffer, sizeof buffer, MSG_DONTWAIT);
      if (got == 0) return lose();
      if (got < 0) break;
      heard_.append(buffer, static_cast<std::size_t>(got));
    }
    for (auto line = heard_.find('\n'); line != std::string::npos; line = heard_.find('\n')) {
      if (heard_.substr(0, line) == "DONE " + std::to_string(speaking_)) speaking_ = 0;
      heard_.erase(0, line + 1);
    }
  }

  void lose() {
    end();
    lost_ = true;
  }

  SpeakerPlaces places_;
  bool available_ = false;
  pid_t pid_ = -1;
  int line_ = -1;
  int last_id_ = 0;
  int speaking_ = 0;   // the id of what is being said
  bool lost_ = false;
  std::string heard_;
};

bool exists(const std::string& path) {
  std::error_code problem;
  return fs::exists(path, problem);
}

}  // namespace

bool machine_has_sound() {
  if (const char* driver = std::getenv("SDL_AUDIODRIVER")) return *driver != '\0' && std::string_view(driver) != "dummy";
  std::error_code problem;
  for (const auto& node : fs::directory_iterator("/dev/snd", problem)) {
    const std::string name = node.path().filename().string();
    if (name.starts_with("pcm") && name.ends_with("p")) return true;
  }
  if (const char* runtime = std::getenv("XDG_RUNTIME_DIR")) {
    return exists(std::string(runtime) + "/pulse/native") || exists(std::string(runtime) + "/pipewire-0");
  }
  return false;
}

std::unique_ptr<Speaker> process_speaker(SpeakerPlaces places) { return std::make_unique<ProcessSpeaker>(std::move(places)); }

}  // namespace desk::shell
