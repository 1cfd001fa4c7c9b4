#include "tests/printer/bench_printer.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/places.h"

extern char** environ;

namespace desk::printer::test {
namespace {

constexpr int kStartLimitMs = 20000;

std::string new_folder() {
  std::string name = std::filesystem::temp_directory_path().string() + "/desk-printer-XXXXXX";
  return ::mkdtemp(name.data()) == nullptr ? std::string{} : name;
}

// One line, or nothing when it does not come in time.
std::string read_line(int fd) {
  std::string line;
  pollfd watched{fd, POLLIN, 0};
  while (::poll(&watched, 1, kStartLimitMs) == 1) {
    char letter = 0;
    if (::read(fd, &letter, 1) != 1) return {};
    if (letter == '\n') return line;
    line += letter;
  }
  return {};
}

}  // namespace

BenchPrinter::BenchPrinter(Line line) : spool_(new_folder()) {
  int in[2] = {-1, -1};
  int out[2] = {-1, -1};
  if (spool_.empty() || ::pipe2(in, O_CLOEXEC) != 0 || ::pipe2(out, O_CLOEXEC) != 0) return;
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, in[0], STDIN_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO);
  std::string script = source_tree() + "/tests/printer/escpos_printer.py";
  std::string python = "python3";
  std::string spool_flag = "--spool";
  std::string kind = line == Line::Tcp ? "--tcp" : "--pty";
  char* arguments[] = {python.data(), script.data(), spool_flag.data(), spool_.data(), kind.data(), nullptr};
  if (::posix_spawnp(&pid_, python.c_str(), &actions, nullptr, arguments, environ) != 0) pid_ = -1;
  ::posix_spawn_file_actions_destroy(&actions);
  ::close(in[0]);
  ::close(out[1]);
  stdin_ = in[1];
  const std::string ready = pid_ > 0 ? read_line(out[0]) : std::string{};
  ::close(out[0]);
  if (ready.starts_with("ready ")) target_ = ready.substr(6);
}

BenchPrinter::~BenchPrinter() {
  switch_off();
  std::error_code ignored;
  std::filesystem::remove_all(spool_, ignored);
}

void BenchPrinter::switch_off() {
  if (stdin_ >= 0) ::close(stdin_);
  stdin_ = -1;
  if (pid_ > 0) ::waitpid(pid_, nullptr, 0);
  pid_ = -1;
}

void BenchPrinter::cause(const std::string& fault, const std::string& value) {
  // Renamed into place: the printer must not read a number half written.
  const std::string path = spool_ + "/" + fault;
  std::ofstream(path + ".new") << value;
  std::filesystem::rename(path + ".new", path);
}

void BenchPrinter::mend(const std::string& fault) { std::filesystem::remove(spool_ + "/" + fault); }

std::vector<std::uint8_t> BenchPrinter::slip(int n) const { return bytes_of_file(spool_ + "/job-" + std::to_string(n) + ".bin"); }

TemporaryFolder::TemporaryFolder() : path_(new_folder()) {}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::vector<std::uint8_t> bytes_of_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace desk::printer::test
