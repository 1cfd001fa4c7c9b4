// FakeAuthClient: the real policy, store (in memory) and texts without process, socket or gateway, for the kiosk's own tests. Passes the
// contract tests of the real client (tests/auth/auth_client_contract_test.cpp). The handle causes every fault.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "auth/auth_client.h"

namespace desk::auth {

class FakeAuthClient final : public AuthClient {
 public:
  // Borrows both. The staff are those of kDemonstrationPins (auth/roles.h), named "staff-1", "staff-2".
  FakeAuthClient(const Clock& clock, const text::TextCatalog& catalog, CodeRules rules = {});
  ~FakeAuthClient() override;

  Result<Challenge, Refusal> start_verification(const PhoneNumber& to, Purpose purpose, text::Language language) override;
  Result<Challenge, Refusal> look(const std::string& sid) override;
  Result<CodeAnswer, Refusal> check(const std::string& sid, const Secret& code) override;
  Result<PinVerdict, Refusal> check_staff_pin(const Secret& pin) override;
  Result<AuthHealth, Refusal> health() override;
  Result<Reach, Refusal> reach_gateway() override;
  Result<std::vector<ShownMessage>, Refusal> demo_messages() override;

  // Faults, until taken back with nullopt / Accepted.
  void refuse_with(std::optional<RefusalKind> kind);   // every call ends so: Unreachable, StoreBroken …
  void refuse_sends_with(std::optional<RefusalKind> kind);  // start_verification alone: SiteCap …
  void gateway_answers(SendOutcome outcome);           // Refused, NotSent, Unknown
  void report_last(Report report);                     // the delivery report of the newest message
  // The digits of the newest message, as its receiver reads them.
  [[nodiscard]] std::string last_code() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace desk::auth
