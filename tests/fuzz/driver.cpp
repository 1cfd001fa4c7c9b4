// The driver of a fuzz target:  NAME_fuzz SECONDS FOLDER [NUMBER] [FILE...]
//   Runs the seeds and the files, then mutates what reached something new until the time is over. The work is done in a child whose
//   current input lies in shared memory: however it ends (sanitizer, abort, hang), the parent writes that input into FOLDER, names it and
//   exits 1. SECONDS 0 only runs the seeds and the files: so a found input is tried again.
// Why not libFuzzer: Clang and a second build of every room would cost the test command over a minute; GCC's trace-pc rides on the
// sanitizer build that is made anyway. The entry points are the standard ones.
#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <ctime>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/fuzz/coverage.h"
#include "tests/fuzz/mutations.h"
#include "tests/fuzz/target.h"

namespace desk::fuzz {
namespace {

constexpr std::size_t kMostBytes = 1U << 20;
constexpr int kHangSeconds = 20;
using Steady = std::chrono::steady_clock;

std::string scratch;

// A fuzz target writes thousands of files a second and must not wear out a disk.
bool make_scratch() {
  const std::filesystem::path memory = "/dev/shm";
  std::string name = ((access(memory.c_str(), W_OK) == 0 ? memory : std::filesystem::temp_directory_path()) / "desk-fuzz-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) return false;
  scratch = name;
  return true;
}

// Shared by child and parent.
struct Shared {
  std::atomic<std::uint64_t> runs;
  std::size_t size;
  std::uint8_t input[kMostBytes];
};

class Fuzzing {
 public:
  Fuzzing(Shared& shared, int seconds, std::uint64_t number) : shared_(shared), seconds_(seconds), number_(number) {}

  void work(std::vector<std::string> all) {
    const std::size_t given = all.size();
    std::size_t longest = 256;
    std::vector<std::string> kept;
    for (std::string& seed : all) {
      longest = std::max(longest, seed.size());
      run(seed);
      kept.push_back(seed);
    }
    Mutations mutations(kept, number_);
    const auto end = Steady::now() + std::chrono::seconds(seconds_);
    while (Steady::now() < end) {
      std::string input = mutations.next(kept, std::min(2 * longest, kMostBytes));
      if (run(input)) kept.push_back(std::move(input));
    }
    std::printf("%llu runs, %zu seeds, %zu inputs that reached something new, %zu edges\n",
                static_cast<unsigned long long>(shared_.runs.load()), given, kept.size() - given, edges_seen());
  }

 private:
  bool run(const std::string& input) {
    shared_.size = std::min(input.size(), kMostBytes);
    std::memcpy(shared_.input, input.data(), shared_.size);
    shared_.runs.fetch_add(1);
    // A copy of exactly its size, so that one byte beyond is seen.
    const std::vector<std::uint8_t> exact(shared_.input, shared_.input + shared_.size);
    begin_coverage();
    const int worth = LLVMFuzzerTestOneInput(exact.data(), exact.size());
    return end_coverage() && worth == 0;
  }

  Shared& shared_;
  int seconds_;
  std::uint64_t number_;
};

// Waits for the child; true when it ended well. A child that works on one input for too long is ended. `living`: the reading end of a pipe
// that only the child holds open.
bool watch(pid_t child, int living, const Shared& shared) {
  // In seconds of its own work: on a busy machine it may not be its turn for longer than that.
  clockid_t own_clock{};
  if (clock_getcpuclockid(child, &own_clock) != 0) return false;
  const auto worked = [&] {
    timespec spent{};
    return clock_gettime(own_clock, &spent) == 0 ? spent.tv_sec : 0;
  };
  std::uint64_t last = 0;
  auto since = worked();
  for (;;) {
    pollfd pipe{living, POLLIN, 0};
    if (poll(&pipe, 1, /*milliseconds=*/1000) > 0) {
      int status = 0;
      return waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
    }
    const std::uint64_t runs = shared.runs.load();
    if (runs != last) {
      last = runs;
      since = worked();
    } else if (worked() - since > kHangSeconds) {
      std::fprintf(stderr, "one input takes longer than %d s\n", kHangSeconds);
      kill(child, SIGKILL);
    }
  }
}

int report(const Shared& shared, const std::filesystem::path& folder, const char* program) {
  std::filesystem::create_directories(folder);
  std::uint64_t hash = 1469598103934665603U;
  for (std::size_t i = 0; i < shared.size; ++i) hash = (hash ^ shared.input[i]) * 1099511628211U;
  char name[64];
  std::snprintf(name, sizeof name, "-%016llx", static_cast<unsigned long long>(hash));
  const auto path = folder / (std::filesystem::path(program).filename().string() + name);
  std::ofstream(path, std::ios::binary).write(reinterpret_cast<const char*>(shared.input), static_cast<std::streamsize>(shared.size));
  std::fprintf(stderr, "FAILED after %llu runs; the input is in %s\n", static_cast<unsigned long long>(shared.runs.load()), path.c_str());
  return 1;
}

}  // namespace

const std::string& scratch_folder() { return scratch; }

void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", what);
  std::abort();
}

int fuzz(int count, char** words) {
  if (count < 3) {
    std::fprintf(stderr, "usage: %s SECONDS FOLDER [NUMBER] [FILE...]\n", words[0]);
    return 2;
  }
  const int seconds = std::atoi(words[1]);
  const std::uint64_t number = count > 3 ? std::strtoull(words[3], nullptr, 10) : 1;
  if (!make_scratch()) {
    std::perror("scratch folder");
    return 2;
  }
  const struct Removing {
    pid_t owner = getpid();
    ~Removing() {
      std::error_code error;
      if (getpid() == owner) std::filesystem::remove_all(scratch, error);
    }
  } removing;
  std::vector<std::string> all = seeds();
  for (int i = 4; i < count; ++i) {
    std::ifstream file(words[i], std::ios::binary);
    if (!file) {
      std::fprintf(stderr, "%s cannot be read\n", words[i]);
      return 2;
    }
    all.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  if (all.empty()) {
    std::fprintf(stderr, "no seed: the packs were not found\n");
    return 2;
  }
  void* memory = mmap(nullptr, sizeof(Shared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) return 2;
  Shared& shared = *new (memory) Shared{};
  int living[2];
  if (pipe(living) != 0) return 2;
  const pid_t child = fork();
  if (child < 0) return 2;
  if (child == 0) {
    close(living[0]);
    Fuzzing(shared, seconds, number).work(std::move(all));
    std::fflush(nullptr);
    std::exit(0);  // through the leak check
  }
  close(living[1]);
  return watch(child, living[0], shared) ? 0 : report(shared, words[2], words[0]);
}

}  // namespace desk::fuzz

int main(int count, char** words) { return desk::fuzz::fuzz(count, words); }
