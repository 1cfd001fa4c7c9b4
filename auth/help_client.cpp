#include "auth/help_client.h"

#include "auth/desk_account.h"
#include "auth/http_client.h"
#include "data/base/document.h"

namespace desk::auth {
namespace {

// Two tries of desk-auth, each at most four seconds, and the way there.
constexpr std::chrono::milliseconds kHelpPatience{10'000};

class SocketHelpClient final : public HelpClient {
 public:
  SocketHelpClient(std::string socket, Secret authorization) : socket_(std::move(socket)), authorization_(std::move(authorization)) {}

  bool call(const std::string& screen, const std::string& kiosk) override {
    HttpCall call;
    call.method = "POST";
    call.url = "http://desk-auth/v1/help";
    call.unix_socket = socket_;
    call.total_timeout = kHelpPatience;
    call.headers.emplace_back("Authorization", std::string(authorization_.reveal()));
    call.headers.emplace_back("Content-Type", "application/x-www-form-urlencoded");
    call.body = form_body({{"screen", screen}, {"kiosk", kiosk}});
    const HttpReply reply = perform(call);
    if (reply.outcome != HttpOutcome::Answered || reply.status != 200) return false;
    const auto node = parse_json(reply.body, "desk-auth");
    const Node* outcome = node ? node->find("outcome") : nullptr;
    return outcome != nullptr && outcome->string() != nullptr && *outcome->string() == "sent";
  }

 private:
  std::string socket_;
  Secret authorization_;
};

}  // namespace

Result<std::unique_ptr<HelpClient>> make_help_client(const std::string& socket, const std::string& secret_file) {
  auto authorization = desk_authorization(secret_file);
  if (!authorization) return fail(authorization.error());
  return std::unique_ptr<HelpClient>(std::make_unique<SocketHelpClient>(socket, std::move(*authorization)));
}

}  // namespace desk::auth
