#include "auth/verify_desk.h"

namespace desk::auth {
namespace {

using std::chrono::seconds;

Refusal store_broken(const Failure& failure) {
  Refusal refusal;
  refusal.kind = RefusalKind::StoreBroken;
  refusal.detail = failure.message();
  return refusal;
}

Refusal refusal_of(RefusalKind kind, seconds wait = seconds{0}) {
  Refusal refusal;
  refusal.kind = kind;
  refusal.wait = wait;
  return refusal;
}

// 128 random bits: lower case base32 for what a URL quotes.
std::string random_id() { return crypto::new_link_token().text; }

std::string six_digits() {
  std::string digits = std::to_string(crypto::random_below(1'000'000));
  digits.insert(0, 6 - digits.size(), '0');
  return digits;
}

RefusalKind kind_of(SendVerdict verdict) {
  switch (verdict) {
    case SendVerdict::Locked: return RefusalKind::Locked;
    case SendVerdict::NumberCap: return RefusalKind::NumberCap;
    case SendVerdict::SiteCap: return RefusalKind::SiteCap;
    case SendVerdict::TooEarly:
    case SendVerdict::SendNew:
    case SendVerdict::RetrySame: return RefusalKind::TooEarly;
  }
  return RefusalKind::TooEarly;
}

SendState state_of(SendOutcome outcome) {
  switch (outcome) {
    case SendOutcome::Accepted: return SendState::Accepted;
    case SendOutcome::Refused: return SendState::Refused;
    case SendOutcome::NotSent: return SendState::NotSent;
    case SendOutcome::Unknown: return SendState::Unknown;
  }
  return SendState::Unknown;
}

}  // namespace

std::string_view code_of(ShownStatus status) {
  switch (status) {
    case ShownStatus::Pending: return "pending";
    case ShownStatus::Approved: return "approved";
    case ShownStatus::Canceled: return "canceled";
    case ShownStatus::MaxAttempts: return "max_attempts_reached";
    case ShownStatus::Expired: return "expired";
  }
  return "";
}

std::string_view code_of(SendState state) {
  switch (state) {
    case SendState::Unknown: return "unknown";
    case SendState::Accepted: return "accepted";
    case SendState::Delivered: return "delivered";
    case SendState::Undeliverable: return "undeliverable";
    case SendState::Refused: return "refused";
    case SendState::NotSent: return "not_sent";
  }
  return "";
}

VerifyDesk::VerifyDesk(CodeStore store, const crypto::Key& code_key, Gateway& gateway, const Clock& clock,
                       const text::TextCatalog& catalog, CodeRules rules, std::string site_name)
    : store_(std::move(store)),
      number_key_(code_key.derive("number")),
      code_key_(code_key.derive("code")),
      gateway_(gateway),
      clock_(clock),
      catalog_(catalog),
      rules_(rules),
      site_name_(std::move(site_name)) {}

std::string VerifyDesk::number_hash(const PhoneNumber& number) const { return crypto::keyed_hash_hex(number_key_, number.reveal()); }

crypto::Bytes VerifyDesk::code_hash(const Verification& verification, std::string_view code) const {
  std::string bound = verification.number + "|" + verification.sid + "|";
  bound += code;
  crypto::Bytes hash = crypto::keyed_hash(code_key_, bound);
  wipe(bound);
  return hash;
}

Result<VerifyDesk::Standing> VerifyDesk::standing_of(Verification verification) {
  auto history = store_.history(verification.number);
  if (!history) return fail(history.error());
  auto own = store_.messages_of_code(verification.sid);
  if (!own) return fail(own.error());
  Standing standing{std::move(verification), std::move(*history)};
  const bool in_memory = unanswered_.contains(standing.verification.sid);
  const VerificationStatus status = standing.verification.status;
  if (status == VerificationStatus::Pending || status == VerificationStatus::MaxAttempts) {
    standing.history.live = LiveCode{std::move(*own), standing.verification.tries, in_memory && status == VerificationStatus::Pending};
  }
  return standing;
}

VerificationView VerifyDesk::view_of(const Standing& standing, const TimeStamp& now) const {
  const Verification& v = standing.verification;
  const NumberHistory& history = standing.history;
  VerificationView view{v.sid, v.masked, v.purpose, v.tag, ShownStatus::Pending, SendState::NotSent, v.created.wall, now.wall, now.wall, 0, seconds{0}};
  const SendDecision next = decide_send(history, /*site_messages=*/0, now, rules_);
  view.next_send.seconds += next.wait.count();
  seconds life{0};
  if (history.live) {
    life = life_left(*history.live, now, rules_);
    if (!history.live->messages.empty()) view.send_state = history.live->messages.back().state;
    for (const PastMessage& message : history.live->messages) {  // a retry that failed does not hide a first that may arrive
      if (counts(message.state) && !counts(view.send_state)) view.send_state = message.state;
    }
  }
  view.valid_until.seconds += life.count();
  view.tries_left = std::max(0, rules_.tries - v.tries);
  view.wait = failure_wait(history.failures, now, rules_);
  switch (v.status) {
    case VerificationStatus::Pending: view.status = life > seconds{0} ? ShownStatus::Pending : ShownStatus::Expired; break;
    case VerificationStatus::Approved: view.status = ShownStatus::Approved; break;
    case VerificationStatus::Canceled: view.status = ShownStatus::Canceled; break;
    case VerificationStatus::MaxAttempts: view.status = ShownStatus::MaxAttempts; break;
  }
  if (view.status != ShownStatus::Pending) view.tries_left = 0;
  return view;
}

Done VerifyDesk::prepare(const PhoneNumber& to, Purpose purpose, const TimeStamp& now, Outgoing& out, std::optional<Refusal>& refusal) {
  const std::string number = number_hash(to);
  auto newest = store_.newest(number);
  if (!newest) return fail(newest.error());
  std::optional<Standing> last;
  if (*newest) {
    auto standing = standing_of(std::move(**newest));
    if (!standing) return fail(standing.error());
    last = std::move(*standing);
    // Another purpose has another text and another right: it never repeats this code.
    if (last->history.live && last->verification.purpose != purpose) last->history.live->can_repeat = false;
  }
  const auto site = store_.site_messages(now, rules_.day);
  if (!site) return fail(site.error());
  const SendDecision decision = decide_send(last ? last->history : NumberHistory{}, *site, now, rules_);
  switch (decision.verdict) {
    case SendVerdict::SendNew: return open_new(to, purpose, now, last, out);
    case SendVerdict::RetrySame:
      out.verification = last->verification;
      out.code = unanswered_.at(last->verification.sid).clone();
      out.repeat = true;
      break;
    case SendVerdict::TooEarly:
    case SendVerdict::NumberCap:
    case SendVerdict::SiteCap:
    case SendVerdict::Locked: {
      refusal = refusal_of(kind_of(decision.verdict), decision.wait);
      refusal->next_send = {now.wall.seconds + decision.wait.count()};
      if (decision.verdict == SendVerdict::TooEarly && last && last->verification.purpose == purpose &&
          view_of(*last, now).status == ShownStatus::Pending) {
        refusal->sid = last->verification.sid;
        refusal->tag = last->verification.tag;
      }
      return {};
    }
  }
  out.report_id = random_id();
  const auto row = store_.add_message(out.verification, crypto::token_hash_hex(out.report_id), now);
  if (!row) return fail(row.error());
  out.message = *row;
  return {};
}

Done VerifyDesk::open_new(const PhoneNumber& to, Purpose purpose, const TimeStamp& now, const std::optional<Standing>& last, Outgoing& out) {
  if (last && last->verification.status == VerificationStatus::Pending) {
    Verification replaced = last->verification;
    replaced.status = VerificationStatus::Canceled;
    unanswered_.erase(replaced.sid);
    if (auto done = store_.update(replaced); !done) return done;
  }
  crypto::Bytes bytes(16);
  crypto::fill_random(bytes);
  Verification& v = out.verification;
  v.sid = "VE" + to_hex(bytes);
  v.number = number_hash(to);
  v.masked = to.masked();
  v.purpose = purpose;
  v.tag = new_tag(last ? last->verification.tag : "", &crypto::random_below);
  v.created = now;
  std::string digits = six_digits();
  out.code = Secret(digits);
  wipe(digits);
  v.code = code_hash(v, out.code.reveal());
  if (auto done = store_.add(v); !done) return done;
  out.report_id = random_id();
  const auto row = store_.add_message(v, crypto::token_hash_hex(out.report_id), now);
  if (!row) return fail(row.error());
  out.message = *row;
  return {};
}

Result<VerificationView, Refusal> VerifyDesk::start(const PhoneNumber& to, Purpose purpose, text::Language language) {
  Outgoing out;
  std::optional<Refusal> refusal;
  {
    const std::lock_guard guard(mutex_);
    const TimeStamp now = clock_.stamp();
    // Written down, on the disk, before anything leaves: a power cut from here on finds a message of unknown outcome.
    const auto done = store_.transaction(CodeStore::Durability::Full, [&] { return prepare(to, purpose, now, out, refusal); });
    if (!done) return fail(store_broken(done.error()));
    if (refusal) return fail(std::move(*refusal));
    unanswered_.insert_or_assign(out.verification.sid, out.code.clone());
  }
  const Secret text = message_text(catalog_, language, purpose, site_name_, out.code.reveal(), out.verification.tag, rules_.life());
  return settle(out, gateway_.send(to, text, out.report_id));
}

Result<VerificationView, Refusal> VerifyDesk::settle(Outgoing& out, const SendResult& sent) {
  const std::lock_guard guard(mutex_);
  const SendState state = state_of(sent.outcome);
  // What the first message left unknown stays so when only its retry failed: the code is live, and nothing is canceled. A retry that
  // never left leaves the digits in memory for another; any retry that left was the one that is allowed.
  const bool keep_digits = state == SendState::Unknown ? !out.repeat : out.repeat && state == SendState::NotSent;
  if (!keep_digits) unanswered_.erase(out.verification.sid);
  std::optional<Standing> standing;
  const auto done = store_.transaction(CodeStore::Durability::Relaxed, [&]() -> Done {
    if (auto settled = store_.settle_message(out.message, state, sent.gateway_id); !settled) return settled;
    auto current = store_.find(out.verification.sid);
    if (!current) return fail(current.error());
    if (!*current) return fail(Failure{StaffCode::RecordMissing, "auth.db", "the verification is gone"});
    if (!out.repeat && !counts(state) && (*current)->status == VerificationStatus::Pending) {
      (*current)->status = VerificationStatus::Canceled;
      if (auto updated = store_.update(**current); !updated) return updated;
    }
    auto stood = standing_of(std::move(**current));
    if (!stood) return fail(stood.error());
    standing = std::move(*stood);
    return {};
  });
  // The message went its way; what could not be written stays Unknown in the file, which keeps the window.
  if (!done) return fail(store_broken(done.error()));
  if (!counts(state)) {
    Refusal refusal = refusal_of(state == SendState::Refused ? RefusalKind::GatewayRefused : RefusalKind::GatewayUnreachable);
    refusal.detail = sent.reason;
    refusal.next_send = view_of(*standing, clock_.stamp()).next_send;
    return fail(std::move(refusal));
  }
  return view_of(*standing, clock_.stamp());
}

Done VerifyDesk::compare(Standing& standing, const Secret& code, const TimeStamp& now, CheckAnswer& answer) {
  Verification& v = standing.verification;
  if (crypto::equal_constant_time(code_hash(v, code.reveal()), v.code)) {
    answer.verdict = CheckAnswer::Verdict::Approved;
    v.status = VerificationStatus::Approved;
    unanswered_.erase(v.sid);
    return store_.update(v);
  }
  auto older = store_.before(v);
  if (!older) return fail(older.error());
  if (*older && crypto::equal_constant_time(code_hash(**older, code.reveal()), (*older)->code)) {
    answer.verdict = CheckAnswer::Verdict::OlderMessage;  // the right person with the wrong message: not a failure
    return {};
  }
  answer.verdict = CheckAnswer::Verdict::Wrong;
  ++v.tries;
  if (v.tries >= rules_.tries) {
    v.status = VerificationStatus::MaxAttempts;
    unanswered_.erase(v.sid);
  }
  standing.history.failures.push_back(now);
  if (standing.history.live) standing.history.live->tries = v.tries;
  if (auto done = store_.add_failure(v.number, now); !done) return done;
  return store_.update(v);
}

Result<CheckAnswer, Refusal> VerifyDesk::check(const std::string& sid, const Secret& code) {
  const std::lock_guard guard(mutex_);
  const TimeStamp now = clock_.stamp();
  CheckAnswer answer;
  std::optional<Refusal> refusal;
  const auto done = store_.transaction(CodeStore::Durability::Full, [&]() -> Done {
    auto found = store_.find(sid);
    if (!found) return fail(found.error());
    if (!*found || (*found)->status == VerificationStatus::Approved) {
      refusal = refusal_of(RefusalKind::NotFound);
      return {};
    }
    auto standing = standing_of(std::move(**found));
    if (!standing) return fail(standing.error());
    const TryDecision decision = decide_try(standing->history, now, rules_);
    switch (decision.verdict) {
      case TryVerdict::Compare: break;
      case TryVerdict::Wait: refusal = refusal_of(RefusalKind::Wait, decision.wait); break;
      case TryVerdict::TooManyTries: refusal = refusal_of(RefusalKind::TooManyTries); break;
      case TryVerdict::Expired: refusal = refusal_of(RefusalKind::Expired); break;
      case TryVerdict::Locked: refusal = refusal_of(RefusalKind::Locked, decision.wait); break;
    }
    if (refusal) {
      refusal->next_send = view_of(*standing, now).next_send;
      return {};
    }
    if (auto compared = compare(*standing, code, now, answer); !compared) return compared;
    answer.view = view_of(*standing, now);
    if (answer.verdict == CheckAnswer::Verdict::Wrong && recent_failures(standing->history.failures, now, rules_) >= rules_.staff_failures) {
      const SendDecision locked = decide_send(standing->history, /*site_messages=*/0, now, rules_);
      refusal = refusal_of(RefusalKind::Locked, locked.wait);
      refusal->next_send = answer.view.next_send;
    }
    return {};
  });
  // A try that could not be counted is not answered: else a full disk would mean endless guessing.
  if (!done) return fail(store_broken(done.error()));
  if (refusal) return fail(std::move(*refusal));
  return answer;
}

Result<VerificationView, Refusal> VerifyDesk::find(const std::string& sid) {
  const std::lock_guard guard(mutex_);
  auto found = store_.find(sid);
  if (!found) return fail(store_broken(found.error()));
  if (!*found) return fail(refusal_of(RefusalKind::NotFound));
  const auto standing = standing_of(std::move(**found));
  if (!standing) return fail(store_broken(standing.error()));
  return view_of(*standing, clock_.stamp());
}

Result<std::string, Refusal> VerifyDesk::pending_sid(const PhoneNumber& to) {
  const std::lock_guard guard(mutex_);
  const auto newest = store_.newest(number_hash(to));
  if (!newest) return fail(store_broken(newest.error()));
  const bool open = *newest && ((*newest)->status == VerificationStatus::Pending || (*newest)->status == VerificationStatus::MaxAttempts);
  if (!open) return fail(refusal_of(RefusalKind::NotFound));
  return (*newest)->sid;
}

Result<bool, Refusal> VerifyDesk::report(const std::string& id, Report report) {
  const std::lock_guard guard(mutex_);
  const SendState state = report == Report::Delivered       ? SendState::Delivered
                          : report == Report::Undeliverable ? SendState::Undeliverable
                                                            : SendState::Accepted;
  bool known = false;
  const auto done = store_.transaction(CodeStore::Durability::Full, [&]() -> Done {
    const auto sid = store_.report(crypto::token_hash_hex(id), state);
    if (!sid) return fail(sid.error());
    known = sid->has_value();
    if (known) unanswered_.erase(**sid);
    return {};
  });
  if (!done) return fail(store_broken(done.error()));
  return known;
}

Result<DeskHealth, Refusal> VerifyDesk::health() {
  const std::lock_guard guard(mutex_);
  const auto site = store_.site_messages(clock_.stamp(), rules_.day);
  if (!site) return fail(store_broken(site.error()));
  const auto last = store_.last_message();
  if (!last) return fail(store_broken(last.error()));
  return DeskHealth{gateway_.name(), *site, rules_.site_cap, site_alarm(*site, rules_), rules_.strict, *last};
}

Done VerifyDesk::purge() {
  const std::lock_guard guard(mutex_);
  const TimeStamp now = clock_.stamp();
  return store_.transaction(CodeStore::Durability::Full, [&]() -> Done {
    if (auto done = store_.purge(now); !done) return done;
    for (auto it = unanswered_.begin(); it != unanswered_.end();) {  // digits do not outlive their code
      auto found = store_.find(it->first);
      if (!found) return fail(found.error());
      bool over = !*found;
      if (*found) {
        const auto standing = standing_of(std::move(**found));
        if (!standing) return fail(standing.error());
        over = !standing->history.live || life_left(*standing->history.live, now, rules_) == seconds{0};
      }
      it = over ? unanswered_.erase(it) : std::next(it);
    }
    return {};
  });
}

void VerifyDesk::fail_writes_from(int nth) {
  const std::lock_guard guard(mutex_);
  store_.fail_writes_from(nth);
}

}  // namespace desk::auth
