#include "tests/shell/speech/speech_helper.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmath>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "tests/places.h"

namespace desk::shell {

SpeechHelper::SpeechHelper(const std::string& clips) {
  std::string pattern = (std::filesystem::temp_directory_path() / "desk-speech-XXXXXX").string();
  folder_ = mkdtemp(pattern.data());
  const std::string program = build_tree() + "/bin/desk-speech", texts = source_tree() + "/data/text";
  int in[2], out[2];
  if (pipe2(in, O_CLOEXEC) != 0 || pipe2(out, O_CLOEXEC) != 0) return;
  pid_ = fork();
  if (pid_ == 0) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    setenv("SDL_AUDIODRIVER", "disk", 1);
    setenv("SDL_DISKAUDIOFILE", (folder_ + "/sound.raw").c_str(), 1);
    setenv("SDL_DISKAUDIODELAY", "1", 1);  // milliseconds for a buffer of 46: nobody waits to hear it
    dup2(in[0], STDIN_FILENO);
    dup2(out[1], STDOUT_FILENO);
    execl(program.c_str(), program.c_str(), texts.c_str(), clips.c_str(), nullptr);
    _exit(127);
  }
  close(in[0]);
  close(out[1]);
  in_ = in[1];
  out_ = out[0];
}

SpeechHelper::~SpeechHelper() {
  (void)end();
  std::error_code problem;
  std::filesystem::remove_all(folder_, problem);
}

void SpeechHelper::tell(const std::string& bytes) {
  if (write(in_, bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size())) std::abort();
}

std::string SpeechHelper::line() {
  for (;;) {
    if (const auto end = pending_.find('\n'); end != std::string::npos) {
      std::string line = pending_.substr(0, end);
      pending_.erase(0, end + 1);
      return line;
    }
    pollfd wanted{out_, POLLIN, 0};
    if (poll(&wanted, 1, 20'000) <= 0) return {};
    char buffer[256];
    const ssize_t got = read(out_, buffer, sizeof buffer);
    if (got <= 0) return {};
    pending_.append(buffer, static_cast<std::size_t>(got));
  }
}

int SpeechHelper::end() {
  if (in_ >= 0) close(in_);
  in_ = -1;
  int status = 0;
  if (pid_ > 0) waitpid(pid_, &status, 0);
  pid_ = -1;
  if (out_ >= 0) close(out_);
  out_ = -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}

std::vector<std::int16_t> SpeechHelper::samples() const {
  std::ifstream file(folder_ + "/sound.raw", std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  std::vector<std::int16_t> samples(bytes.size() / 2);
  std::copy(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(samples.size() * 2), reinterpret_cast<char*>(samples.data()));
  return samples;
}

Heard heard(const std::vector<std::int16_t>& samples) {
  std::size_t first = samples.size(), last = 0;
  double power = 0;
  for (std::size_t i = 0; i < samples.size(); ++i) {
    if (samples[i] == 0) continue;
    if (first == samples.size()) first = i;
    last = i;
    power += static_cast<double>(samples[i]) * samples[i];
  }
  if (first == samples.size()) return {};
  const std::size_t length = last - first + 1;
  return {length, std::sqrt(power / static_cast<double>(length))};
}

}  // namespace desk::shell
