// desk-auth --role core: sets up key, secrets, database and gateway, and serves until told to end.
#include <sys/stat.h>
#include <unistd.h>

#include <condition_variable>
#include <cstdio>
#include <filesystem>
#include <thread>

#include "auth/help_webhook.h"
#include "auth/roles.h"
#include "auth/verify_service.h"
#include "data/base/document.h"
#include "data/base/durable_file.h"
#include "data/base/service_manager.h"

namespace desk::auth {
namespace {

int give_up(const Failure& failure) {
  std::fprintf(stderr, "desk-auth: %s\n", failure.message().c_str());
  return 1;
}

// What an operator lays down for a real desk, made on the spot for a throw-away one.
Done furnish_demonstration(const config::Auth& auth) {
  if (!std::filesystem::exists(auth.secret_file)) {
    if (auto done = make_private_file(auth.secret_file, "desk:" + crypto::new_link_token().text + "\n", StaffCode::ConfigBroken); !done) return done;
  }
  if (!std::filesystem::exists(auth.staff_pins_file)) {
    std::string list;
    int number = 0;
    for (const char* pin : kDemonstrationPins) list += "staff-" + std::to_string(++number) + ":" + crypto::hash_pin(pin) + "\n";
    if (auto done = make_private_file(auth.staff_pins_file, list, StaffCode::ConfigBroken); !done) return done;
  }
  return {};
}

CodeRules rules_of(const config::Auth& auth) {
  CodeRules rules;
  rules.resend = std::chrono::seconds{auth.resend_seconds};
  rules.strict = auth.strict;
  rules.number_cap = auth.number_daily_cap;
  rules.site_cap = auth.site_daily_cap;
  return rules;
}

// Deletes what is two days old, at the start and every hour.
class Purger {
 public:
  explicit Purger(VerifyDesk& desk) : thread_([this, &desk] {
    std::unique_lock lock(mutex_);
    do {
      lock.unlock();
      if (auto done = desk.purge(); !done) std::fprintf(stderr, "desk-auth: %s\n", done.error().message().c_str());
      lock.lock();
    } while (!wake_.wait_for(lock, std::chrono::hours{1}, [this] { return ended_; }));
  }) {}
  ~Purger() {
    {
      const std::lock_guard guard(mutex_);
      ended_ = true;
    }
    wake_.notify_all();
    thread_.join();
  }

 private:
  std::mutex mutex_;
  std::condition_variable wake_;
  bool ended_ = false;
  std::thread thread_;
};

struct Gateways {
  std::unique_ptr<Gateway> http;
  std::unique_ptr<ConsoleGateway> console;
  [[nodiscard]] Gateway& use() const { return http ? *http : *console; }
};

Result<Gateways> open_gateway(const config::DeskConfig& config, const Clock& clock) {
  Gateways gateways;
  switch (config.gateway.kind) {
    case config::GatewayKind::Http: {
      auto made = make_http_gateway(config.gateway);
      if (!made) return fail(made.error());
      gateways.http = std::move(*made);
      return gateways;
    }
    case config::GatewayKind::Console:
      // A configured desk whose messages go nowhere would tell people to wait for them.
      if (!config.demonstration) {
        return fail(Failure{StaffCode::ConfigBroken, "gateway.kind", "\"console\" exists only in the demonstration"});
      }
      gateways.console = make_console_gateway(clock);
      return gateways;
  }
  return fail(Failure{StaffCode::ConfigBroken, "gateway.kind", "unknown"});
}

}  // namespace

int run_core(const RoleOptions& options) {
  const config::DeskConfig& config = options.config;
  const config::Auth& auth = config.auth;
  if (auth.directory.empty() || auth.code_key_file.empty()) {
    return give_up({StaffCode::ConfigBroken, "auth", "directory and code_key_file are needed for the service"});
  }
  umask(0077);
  std::error_code made;
  std::filesystem::create_directories(auth.directory, made);
  if (config.demonstration) {
    if (auto done = furnish_demonstration(auth); !done) return give_up(done.error());
  }
  const SystemClock clock(auth.trusted_clock_flag);
  const std::string database = auth.directory + "/auth.db";
  // A key that is lost while the database stands would silently forget every window and lock: then it is an error, not a new key.
  auto key = crypto::load_key_file(auth.code_key_file, /*create=*/!std::filesystem::exists(database));
  if (!key) return give_up(key.error());
  const auto credentials = Credentials::load(auth.secret_file);
  if (!credentials) return give_up(credentials.error());
  const auto catalog = text::TextCatalog::load(options.text_directory);
  if (!catalog) return give_up(catalog.error());
  const auto gateways = open_gateway(config, clock);
  if (!gateways) return give_up(gateways.error());
  auto codes = CodeStore::open(database);
  if (!codes) return give_up(codes.error());
  auto failures = CodeStore::open(database);
  if (!failures) return give_up(failures.error());

  const auto help = HelpWebhook::make(config.help, config.site, clock);
  if (!help) return give_up(help.error());

  VerifyDesk desk(std::move(*codes), *key, gateways->use(), clock, *catalog, rules_of(auth), config.site.name);
  StaffPins pins(std::move(*failures), [&auth] { return read_file(auth.staff_pins_file, StaffCode::ConfigBroken); }, clock);
  VerifyService service(desk, pins, *credentials, gateways->console.get());
  const Purger purger(desk);
  HttpServer::Limits limits;
  limits.workers = 16;  // a frozen gateway holds a worker for its whole time-out; checks of other people need theirs
  HttpServer server(limits);
  HelpWebhook::add_route(server, **help, *credentials);  // first: add_routes ends with the fall-back
  service.add_routes(server);
  HttpServer reports;
  service.add_report_route(reports);
  if (auto done = server.listen_unix(auth.socket, 0660); !done) return give_up(done.error());
  if (config.gateway.report_port != 0) {
    const auto port = reports.listen_tcp(config.gateway.report_address, config.gateway.report_port);
    if (!port) return give_up(port.error());
  }
  Node ready;
  ready.set("ready", Node(Node::Value{true}));
  ready.set("role", "core");
  ready.set("socket", std::string_view(auth.socket));
  ready.set("gateway", std::string_view(gateways->use().name()));
  ready.set("demonstration", Node(Node::Value{config.demonstration}));
  std::printf("%s\n", dump_json(ready).c_str());
  std::fflush(stdout);
  ServiceManager::from_environment().alive();
  options.wait_for_end();
  reports.stop();
  server.stop();
  return 0;
}

}  // namespace desk::auth
