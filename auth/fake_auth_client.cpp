#include "auth/fake_auth_client.h"

#include <mutex>

#include "auth/roles.h"
#include "auth/staff_pins.h"
#include "auth/verify_desk.h"
#include "data/config/desk_config.h"

namespace desk::auth {
namespace {

// Passes on to the console and remembers what its receiver would: the digits and the id that a report quotes.
class RememberingGateway final : public Gateway {
 public:
  explicit RememberingGateway(ConsoleGateway& console) : console_(console) {}
  SendResult send(const PhoneNumber& to, const Secret& text, const std::string& id) override {
    {
      const std::lock_guard guard(mutex_);
      last_id_ = id;
      last_code_ = digits_in(text.reveal());
    }
    return console_.send(to, text, id);
  }
  Reach reach() override { return console_.reach(); }
  std::string name() const override { return console_.name(); }
  std::string last_id() const {
    const std::lock_guard guard(mutex_);
    return last_id_;
  }
  std::string last_code() const {
    const std::lock_guard guard(mutex_);
    return last_code_;
  }

 private:
  static std::string digits_in(std::string_view text) {
    std::string run;
    for (const char c : text) {
      if (c >= '0' && c <= '9') {
        run.push_back(c);
        if (run.size() == 6) return run;
      } else {
        run.clear();
      }
    }
    return {};
  }
  ConsoleGateway& console_;
  mutable std::mutex mutex_;
  std::string last_id_;
  std::string last_code_;
};

CodeStore store_in_memory() {
  auto store = CodeStore::open(":memory:");
  if (!store) std::abort();  // out of memory in a test
  return std::move(*store);
}

std::string pin_list() {
  static const std::string kList = [] {
    std::string list;
    int number = 0;
    for (const char* pin : kDemonstrationPins) list += "staff-" + std::to_string(++number) + ":" + crypto::hash_pin(pin) + "\n";
    return list;
  }();
  return kList;
}

Challenge challenge_of(const VerificationView& view) {
  return {view.sid, view.tag, view.to, view.send_state, view.next_send, view.valid_until, view.tries_left, view.status == ShownStatus::Pending};
}

}  // namespace

struct FakeAuthClient::Parts {
  Parts(const Clock& clock, const text::TextCatalog& catalog, const CodeRules& rules)
      : console(make_console_gateway(clock)),
        gateway(*console),
        desk(store_in_memory(), crypto::Key::random(), gateway, clock, catalog, rules, config::demonstration({}).site.name),
        pins(store_in_memory(), [] { return Result<std::string>(pin_list()); }, clock) {}
  std::unique_ptr<ConsoleGateway> console;
  RememberingGateway gateway;
  VerifyDesk desk;
  StaffPins pins;
  std::mutex mutex;
  std::optional<RefusalKind> refusal;
  std::optional<RefusalKind> send_refusal;

  std::optional<Refusal> fault() {
    const std::lock_guard guard(mutex);
    if (!refusal) return std::nullopt;
    Refusal out;
    out.kind = *refusal;
    return out;
  }
};

FakeAuthClient::FakeAuthClient(const Clock& clock, const text::TextCatalog& catalog, CodeRules rules)
    : parts_(std::make_unique<Parts>(clock, catalog, rules)) {}
FakeAuthClient::~FakeAuthClient() = default;

Result<Challenge, Refusal> FakeAuthClient::start_verification(const PhoneNumber& to, Purpose purpose, text::Language language) {
  if (auto fault = parts_->fault()) return fail(std::move(*fault));
  {
    const std::lock_guard guard(parts_->mutex);
    if (parts_->send_refusal) {
      Refusal refusal;
      refusal.kind = *parts_->send_refusal;
      return fail(std::move(refusal));
    }
  }
  if (to.empty()) {
    Refusal refusal;
    refusal.kind = RefusalKind::NotMobile;
    refusal.problem = PhoneProblem::Empty;
    return fail(std::move(refusal));
  }
  const auto view = parts_->desk.start(to, purpose, language);
  if (!view) return fail(view.error());
  return challenge_of(*view);
}

Result<Challenge, Refusal> FakeAuthClient::look(const std::string& sid) {
  if (auto fault = parts_->fault()) return fail(std::move(*fault));
  const auto view = parts_->desk.find(sid);
  if (!view) return fail(view.error());
  return challenge_of(*view);
}

Result<CodeAnswer, Refusal> FakeAuthClient::check(const std::string& sid, const Secret& code) {
  if (auto fault = parts_->fault()) return fail(std::move(*fault));
  if (code.size() != 6 || code.reveal().find_first_not_of("0123456789") != std::string_view::npos) {
    Refusal refusal;
    refusal.kind = RefusalKind::BadParameter;
    return fail(std::move(refusal));
  }
  const auto checked = parts_->desk.check(sid, code);
  CodeAnswer answer;
  if (!checked) {
    const Refusal& refusal = checked.error();
    answer.wait = refusal.wait;
    answer.next_send = refusal.next_send;
    if (refusal.kind == RefusalKind::Wait) answer.verdict = CodeAnswer::Verdict::Wait;
    else if (refusal.kind == RefusalKind::Expired) answer.verdict = CodeAnswer::Verdict::Expired;
    else if (refusal.kind == RefusalKind::TooManyTries) answer.verdict = CodeAnswer::Verdict::TooManyTries;
    else if (refusal.kind == RefusalKind::Locked) answer.verdict = CodeAnswer::Verdict::Locked;
    else return fail(refusal);
    return answer;
  }
  switch (checked->verdict) {
    case CheckAnswer::Verdict::Approved: answer.verdict = CodeAnswer::Verdict::Approved; break;
    case CheckAnswer::Verdict::Wrong: answer.verdict = CodeAnswer::Verdict::Wrong; break;
    case CheckAnswer::Verdict::OlderMessage: answer.verdict = CodeAnswer::Verdict::OlderMessage; break;
  }
  answer.tries_left = checked->view.tries_left;
  answer.wait = checked->view.wait;
  answer.next_send = checked->view.next_send;
  return answer;
}

Result<PinVerdict, Refusal> FakeAuthClient::check_staff_pin(const Secret& pin) {
  if (auto fault = parts_->fault()) return fail(std::move(*fault));
  const auto checked = parts_->pins.check(pin);
  if (checked) return PinVerdict{checked->valid ? PinVerdict::Kind::Right : PinVerdict::Kind::Wrong, checked->name, checked->tries_left, checked->wait};
  const Refusal& refusal = checked.error();
  if (refusal.kind == RefusalKind::Wait) return PinVerdict{PinVerdict::Kind::Wait, "", 0, refusal.wait};
  if (refusal.kind == RefusalKind::Locked) return PinVerdict{PinVerdict::Kind::Locked, "", 0, refusal.wait};
  return fail(refusal);
}

Result<AuthHealth, Refusal> FakeAuthClient::health() {
  if (auto fault = parts_->fault()) return fail(std::move(*fault));
  const auto health = parts_->desk.health();
  if (!health) return fail(health.error());
  AuthHealth told{health->gateway, true, health->site_messages, health->site_cap, health->alarm, health->strict, {}, {}};
  if (health->last) {
    told.last_send = health->last->state;
    told.last_send_at = health->last->at.wall;
  }
  return told;
}

Result<Reach, Refusal> FakeAuthClient::reach_gateway() {
  if (auto fault = parts_->fault()) return fail(std::move(*fault));
  return parts_->desk.reach_gateway();
}

Result<std::vector<ShownMessage>, Refusal> FakeAuthClient::demo_messages() {
  if (auto fault = parts_->fault()) return fail(std::move(*fault));
  return parts_->console->messages();
}

void FakeAuthClient::refuse_with(std::optional<RefusalKind> kind) {
  const std::lock_guard guard(parts_->mutex);
  parts_->refusal = kind;
}
void FakeAuthClient::refuse_sends_with(std::optional<RefusalKind> kind) {
  const std::lock_guard guard(parts_->mutex);
  parts_->send_refusal = kind;
}
void FakeAuthClient::gateway_answers(SendOutcome outcome) { parts_->console->answer_with(outcome); }
void FakeAuthClient::report_last(Report report) {
  if (const auto known = parts_->desk.report(parts_->gateway.last_id(), report); !known || !*known) std::abort();  // a test without a message
}
std::string FakeAuthClient::last_code() const { return parts_->gateway.last_code(); }

}  // namespace desk::auth
