// desk-auth [--config FILE] [--role core|page] [--demonstration DIR]
#include <malloc.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "auth/roles.h"
#include "data/base/places.h"
#include "data/base/secret.h"

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
// What this program frees may have been a number or a code (design 4.6): it is overwritten first. The sanitizers bring their own.
void operator delete(void* memory) noexcept {
  if (memory != nullptr) desk::wipe(memory, malloc_usable_size(memory));
  std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept { operator delete(memory); }
void operator delete[](void* memory) noexcept { operator delete(memory); }
void operator delete[](void* memory, std::size_t) noexcept { operator delete(memory); }
#endif

namespace {

constexpr const char* kUsage = "usage: desk-auth [--config FILE] [--role core|page] [--demonstration DIR]\n";

struct Arguments {
  std::string config = "/etc/desk-kiosk/desk.toml";
  std::string role = "core";
  std::string demonstration;
  std::string problem;
};

Arguments read_arguments(int count, char** values) {
  Arguments arguments;
  for (int i = 1; i < count; ++i) {
    const std::string flag = values[i];
    std::string* target = flag == "--config"          ? &arguments.config
                          : flag == "--role"          ? &arguments.role
                          : flag == "--demonstration" ? &arguments.demonstration
                                                      : nullptr;
    if (target == nullptr) arguments.problem = "unknown flag " + flag;
    else if (i + 1 == count) arguments.problem = flag + " needs a value";
    else *target = values[++i];
  }
  if (arguments.role != "core" && arguments.role != "page") arguments.problem = "--role is core or page";
  return arguments;
}

}  // namespace

int main(int count, char** values) {
  const Arguments arguments = read_arguments(count, values);
  if (!arguments.problem.empty()) {
    std::fprintf(stderr, "desk-auth: %s\n%s", arguments.problem.c_str(), kUsage);
    return 2;
  }
  // No core file and no debugger: this memory holds numbers, codes and the key.
  const rlimit none{0, 0};
  setrlimit(RLIMIT_CORE, &none);
  prctl(PR_SET_DUMPABLE, 0);
  signal(SIGPIPE, SIG_IGN);

  sigset_t ends;
  sigemptyset(&ends);
  sigaddset(&ends, SIGTERM);
  sigaddset(&ends, SIGINT);
  pthread_sigmask(SIG_BLOCK, &ends, nullptr);

  desk::auth::RoleOptions options;
  options.text_directory = desk::data_folder() + "/text";
  options.wait_for_end = [&ends] {
    int signal_number = 0;
    sigwait(&ends, &signal_number);
  };
  if (!arguments.demonstration.empty()) {
    // The demonstration ends with the kiosk that started it, however that ended.
    const pid_t parent = getppid();
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (getppid() != parent) return 1;
    std::error_code problem;
    std::filesystem::create_directories(arguments.demonstration, problem);
    options.config = desk::config::demonstration(arguments.demonstration);
  } else {
    auto config = desk::config::load(arguments.config);
    if (!config) {
      std::fprintf(stderr, "desk-auth: %s\n", config.error().message().c_str());
      return 2;
    }
    options.config = std::move(*config);
  }
  if (arguments.role == "core") return desk::auth::run_core(options);
#ifdef DESK_WITH_PAGE
  return desk::auth::run_page(options);
#else
  std::fprintf(stderr, "desk-auth: this build has no page role\n");
  return 1;
#endif
}
