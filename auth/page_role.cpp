#include "auth/page_role.h"

#include <sys/stat.h>

#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <thread>

#include "auth/http_server.h"
#include "auth/page_client.h"
#include "auth/page_core_codes.h"
#include "auth/page_desk_side.h"
#include "auth/page_site.h"
#include "auth/roles.h"
#include "data/base/document.h"
#include "data/base/service_manager.h"

namespace desk::auth {
namespace {

using config::HandoffMode;

constexpr std::chrono::seconds kSweepEvery{60};

// Phones on slow networks are many and hold a worker each; the kiosk is one and sends sixty megabytes.
HttpServer::Limits phone_limits() {
  HttpServer::Limits limits;
  limits.max_body = 4096;
  limits.write = std::chrono::seconds{30};
  limits.workers = 16;
  return limits;
}

HttpServer::Limits desk_limits() {
  HttpServer::Limits limits;
  limits.max_body = kMostBundleBytes;
  limits.workers = 2;
  return limits;
}

bool is_loopback(std::string_view address) { return address.starts_with("127.") || address == "::1" || address == "localhost"; }

}  // namespace

std::string problem_of(const config::Page& page) {
  switch (page.mode) {
    case HandoffMode::Off: return "page.mode is \"off\": there is no page to serve";
    case HandoffMode::Public:
      if (!is_loopback(page.listen_address)) {
        return "page.listen_address must be on loopback with mode = \"public\": put the TLS proxy beside the page role";
      }
      break;
    case HandoffMode::Lan: break;
  }
  if (page.socket.empty()) return "page.socket is missing";
  if (page.directory.empty()) return "page.directory is missing";
  const auto host = page.base_url.find("://");
  if (host != std::string::npos && page.base_url.find('/', host + 3) != std::string::npos) return "page.base_url must not hold a path";
  return {};
}

class PageRole::Implementation {
 public:
  Implementation(Parts parts, std::unique_ptr<PageStore> store)
      : store_(std::move(store)),
        access_(parts.clock),
        site_({parts.page.mode, parts.page.base_url, parts.site_name, *store_, access_, parts.codes, parts.texts, parts.clock}),
        desk_({parts.page.mode, *store_, access_, std::move(parts.secret)}) {}

  ~Implementation() {
    {
      const std::lock_guard guard(lock_);
      ending_ = true;
    }
    wake_.notify_all();
    if (sweeper_.joinable()) sweeper_.join();
    desk_server_.stop();
    phone_server_.stop();
  }

  Done start(const config::Page& page) {
    phone_server_.fallback([this](const HttpRequest& request) { return site_.answer(request); });
    const auto port = phone_server_.listen_tcp(page.listen_address, page.listen_port);
    if (!port) return fail(port.error());
    port_ = *port;
    desk_.set_port(port_);
    desk_server_.fallback([this](const HttpRequest& request) { return desk_.answer(request); });
    constexpr unsigned kGroupOnly = 0660;
    if (auto done = desk_server_.listen_unix(page.socket, kGroupOnly); !done) return done;
    sweeper_ = std::thread([this] { sweep_until_end(); });
    return {};
  }

  [[nodiscard]] int port() const { return port_; }

 private:
  void sweep_until_end() {
    std::unique_lock guard(lock_);
    while (!wake_.wait_for(guard, kSweepEvery, [this] { return ending_; })) {
      guard.unlock();
      if (const auto done = store_->sweep(); !done) std::fprintf(stderr, "%s\n", done.error().message().c_str());
      guard.lock();
    }
  }

  std::unique_ptr<PageStore> store_;
  PageAccess access_;
  PageSite site_;
  PageDeskSide desk_;
  HttpServer phone_server_{phone_limits()};
  HttpServer desk_server_{desk_limits()};
  int port_ = 0;
  std::mutex lock_;
  std::condition_variable wake_;
  bool ending_ = false;
  std::thread sweeper_;
};

PageRole::PageRole(std::unique_ptr<Implementation> implementation) : implementation_(std::move(implementation)) {}
PageRole::~PageRole() = default;
int PageRole::port() const { return implementation_->port(); }

Result<std::unique_ptr<PageRole>> PageRole::start(Parts parts) {
  if (const std::string problem = problem_of(parts.page); !problem.empty()) return fail(Failure{StaffCode::ConfigBroken, "page", problem});
  auto store = PageStore::open(parts.page.directory, parts.clock);
  if (!store) return fail(store.error());
  const config::Page page = parts.page;
  auto implementation = std::make_unique<Implementation>(std::move(parts), std::move(*store));
  if (auto done = implementation->start(page); !done) return fail(done.error());
  return std::unique_ptr<PageRole>(new PageRole(std::move(implementation)));
}

int run_page(const RoleOptions& options) {
  umask(0077);  // the database's files as well; the socket gets its own mode
  const auto cannot = [](const Failure& failure) {
    std::fprintf(stderr, "desk-auth --role page: %s\n", failure.message().c_str());
    return 1;
  };
  const config::DeskConfig& config = options.config;
  if (config.page.mode == HandoffMode::Off) {
    std::fprintf(stderr, "desk-auth --role page: page.mode is \"off\", so there is nothing to serve\n");
    ServiceManager::from_environment().alive();  // the unit is enabled on every desk: this is no failure
    return 0;
  }
  const auto texts = text::TextCatalog::load(options.text_directory);
  if (!texts) return cannot(texts.error());
  auto secret = read_page_secret(config.page.core_secret_file);
  if (!secret) return cannot(secret.error());
  const SystemClock clock(config.auth.trusted_clock_flag);
  const auto codes = make_core_codes(config.auth.socket, secret->clone(), clock);
  const auto role = PageRole::start({config.page, config.site.name, std::move(*secret), *texts, clock, *codes});
  if (!role) return cannot(role.error());

  Node ready;
  ready.set("ready", Node{Node::Value{true}});
  ready.set("role", Node("page"));
  ready.set("port", Node((*role)->port()));
  std::printf("%s\n", dump_json(ready).c_str());
  std::fflush(stdout);
  ServiceManager::from_environment().alive();
  options.wait_for_end();
  return 0;
}

}  // namespace desk::auth
