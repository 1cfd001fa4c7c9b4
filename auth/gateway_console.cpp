#include <algorithm>
#include <deque>
#include <mutex>

#include "auth/gateway.h"

namespace desk::auth {
namespace {

class Console final : public ConsoleGateway {
 public:
  explicit Console(const Clock& clock) : clock_(clock) {}
  ~Console() override {
    for (ShownMessage& message : shown_) wipe(message.text);
  }

  SendResult send(const PhoneNumber& to, const Secret& text, const std::string& id) override {
    const std::lock_guard guard(mutex_);
    if (outcome_ == SendOutcome::Accepted) {
      shown_.push_back({to.masked(), std::string(text.reveal()), clock_.wall()});
      if (shown_.size() > kKept) {
        wipe(shown_.front().text);
        shown_.pop_front();
      }
    }
    return {outcome_, outcome_ == SendOutcome::Accepted ? "console-" + id.substr(0, 4) : "", "console"};
  }
  // A provider that cannot be reached is one to which nothing is sent.
  Reach reach() override {
    const std::lock_guard guard(mutex_);
    return outcome_ == SendOutcome::NotSent ? Reach{false, "console"} : Reach{true, ""};
  }
  std::string name() const override { return "console"; }

  std::vector<ShownMessage> messages() const override {
    const std::lock_guard guard(mutex_);
    return {shown_.begin(), shown_.end()};
  }
  void answer_with(SendOutcome outcome) override {
    const std::lock_guard guard(mutex_);
    outcome_ = outcome;
  }

 private:
  static constexpr std::size_t kKept = 20;
  const Clock& clock_;
  mutable std::mutex mutex_;
  std::deque<ShownMessage> shown_;
  SendOutcome outcome_ = SendOutcome::Accepted;
};

}  // namespace

std::unique_ptr<ConsoleGateway> make_console_gateway(const Clock& clock) { return std::make_unique<Console>(clock); }

std::optional<Report> read_report(std::string_view type) {
  struct Word {
    std::string_view type;
    Report report;
  };
  static constexpr Word kWords[] = {
      {"1", Report::Delivered},      {"delivered", Report::Delivered},       {"2", Report::Undeliverable},
      {"16", Report::Undeliverable}, {"undelivered", Report::Undeliverable}, {"undeliverable", Report::Undeliverable},
      {"failed", Report::Undeliverable}, {"expired", Report::Undeliverable}, {"rejected", Report::Undeliverable},
      {"4", Report::OnItsWay},       {"8", Report::OnItsWay},                {"sent", Report::OnItsWay},
      {"accepted", Report::OnItsWay}, {"queued", Report::OnItsWay}};
  const auto* found = std::find_if(std::begin(kWords), std::end(kWords), [&](const Word& word) { return word.type == type; });
  return found == std::end(kWords) ? std::nullopt : std::optional(found->report);
}

}  // namespace desk::auth
