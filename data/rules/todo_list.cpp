#include "data/rules/todo_list.h"

#include <string>
#include <utility>

#include "data/rules/documents.h"
#include "data/rules/invitation.h"

namespace desk::rules {
namespace {

using catalog::DocumentKind;
using catalog::DocumentNeed;
using catalog::StepKind;
using Args = std::vector<std::pair<std::string, std::string>>;

constexpr std::string_view kSealCertificate = "seal_certificate";
// Days of slack that the dates of the list leave untouched, as far as there are any: a send-back by the office or the secretariat then
// does not cost the round. For the last step, entering and submitting, fewer are enough.
constexpr int kKeptDays = 7;
constexpr int kKeptAtEnd = 3;

class Writer {
 public:
  Writer(const TodoContext& context, Plan& plan) : with_(context), plan_(plan), today_(context.input.now.date) {}

  void run() {
    const auto steps = readiness(with_.pack, with_.frame, with_.input.readiness);
    for (const StepStatus& status : steps) {
      if (status.kind != StepKind::NoContract && status.state != StepState::Optional) step(status);
    }
    if (with_.input.entity) papers();
    preparation();
    for (const StepStatus& status : steps) {
      if (status.kind == StepKind::NoContract) add(status.action, {}, std::nullopt);
    }
    for (const StepStatus& status : steps) {
      if (status.state == StepState::Optional) add_before(status.action, {{"step", status.step}}, with_.prep_days);
    }
    closed_days();
  }

 private:
  // The day that leaves `before_deadline` days and the kept slack; none without a target.
  std::optional<Date> last_day(int before_deadline, int kept = kKeptDays) const {
    if (with_.target == nullptr) return std::nullopt;
    const int slack = std::min(with_.target->slack_days, kept);
    return std::max(today_, plus_days(with_.target->deadline.date, -before_deadline - slack));
  }

  // The last such day on which the office is open; when none is left, the next one, so that nobody stands before a closed door.
  std::optional<Date> last_office_day(int before_deadline, int kept = kKeptDays) const {
    auto day = last_day(before_deadline, kept);
    if (!day) return day;
    const Date open = with_.offices.open_day_before(*day);
    return open >= today_ ? open : with_.offices.open_day_after(today_);
  }

  void add(std::string code, Args args, std::optional<Date> by, bool office = false, std::optional<Date> last = std::nullopt) {
    if (code.empty()) return;
    plan_.todo.push_back({std::move(code), std::move(args), by, office, last});
  }
  // What takes, or stands before, so many days of the way to the deadline.
  void add_before(std::string code, Args args, int days) { add(std::move(code), std::move(args), last_day(days), false, last_day(days, 0)); }
  void add_visit(std::string code, Args args, int days) {
    add(std::move(code), std::move(args), last_office_day(days), /*office=*/true, last_office_day(days, 0));
  }
  void bar(std::string code, Args args, const Date& from, const Date& to) {
    if (from <= to) plan_.bars.push_back({std::move(code), std::move(args), from, to});
  }

  void step(const StepStatus& status) {
    if (status.kind == StepKind::Vendor && status.state == StepState::Ready) return invitation_mail(status);
    if (status.state == StepState::Ready) return;
    const Leads& leads = with_.leads;
    switch (status.kind) {
      case StepKind::Gbizid: {
        const int days = with_.prep_days + (leads.serial ? leads.total() : leads.gbizid);
        if (status.action == "gbizid_post" && with_.pack.document(kSealCertificate) != nullptr) {
          add_visit("get_document", {{"document", std::string(kSealCertificate)}}, days);
        }
        add_before(status.action, {}, days);
        if (with_.input.readiness.gbizid != Gbizid::Prime) bar("gbizid", {}, today_, plan_.gbizid_ready);
        return;
      }
      case StepKind::SecurityAction:
        add_before(status.action, {}, with_.prep_days + leads.security_action);
        bar("security_action", {}, plus_days(plan_.security_action_ready, -leads.security_action), plan_.security_action_ready);
        return;
      case StepKind::ManagementCheck:
      case StepKind::Vendor:
      case StepKind::Navi:
      case StepKind::GrowthMatching: return add_before(status.action, {{"step", status.step}}, with_.prep_days);
      case StepKind::NoContract: return;
    }
  }

  // Not yet invited: ask for it. Invited: open the mail while it lives.
  void invitation_mail(const StepStatus& status) {
    if (status.action.empty()) return add_before("ask_invitation", {}, with_.prep_days);
    const ReadinessInput& input = with_.input.readiness;
    const Invitation mail = invitation(with_.pack, with_.frame, *input.invited_at, with_.input.now,
                                       with_.target != nullptr ? std::optional(with_.target->round) : std::nullopt);
    add(status.action, {{"until", to_string(mail.expires)}}, mail.expires.date, /*office=*/false, mail.expires.date);
  }

  // A held paper of this need that is good on the target's deadline; or one whose date is still to be read.
  enum class Held { None, Good, Undated, TooOld };
  std::pair<Held, std::string> held(const DocumentNeed& need) const {
    std::pair<Held, std::string> best{Held::None, need.any_of.front()};
    for (const HeldDocument& document : with_.input.documents) {
      if (std::find(need.any_of.begin(), need.any_of.end(), document.kind) == need.any_of.end()) continue;
      ValidityInput question;
      question.kind = document.kind;
      question.issued = document.issued;
      question.expires = document.expires;
      question.on = today_;
      if (with_.target != nullptr) question.deadline = with_.target->deadline.date;
      const Validity judged = validity(with_.pack, question);
      const DocumentKind* kind = with_.pack.document(document.kind);
      const bool by_year = kind != nullptr && kind->rule == catalog::DocumentRule::TaxYear;  // judged when it is scanned
      if (judged.ok || by_year) return {Held::Good, document.kind};
      best = {judged.last_day ? Held::TooOld : Held::Undated, document.kind};
    }
    return best;
  }

  void papers() {
    bool office_visits = false;
    for (const DocumentNeed* need : required_documents(with_.pack, with_.frame, *with_.input.entity, with_.input.near_minimum_wage,
                                                              with_.input.upper_band)) {
      const auto [state, id] = held(*need);
      if (state == Held::Good) continue;
      const DocumentKind* kind = with_.pack.document(id);
      const Args args = {{"document", id}};
      if (state == Held::Undated) {
        add_before("check_document_date", args, with_.prep_days);
      } else if (!kind->scan) {
        add_before("fill_document", args, with_.prep_days);
      } else if (!kind->office) {
        add_before(state == Held::TooOld ? "renew_document" : "bring_document", args, with_.prep_days);
      } else {
        office_visits = true;
        office_paper(*kind, state == Held::TooOld ? "renew_document" : "get_document");
      }
    }
    if (office_visits && closed_between(today_, last_day(with_.prep_days, /*kept=*/0))) plan_.advice.push_back({"offices_closed", {}});
  }

  // Not before the day from which the paper is still young enough on the deadline (factbook 12.2).
  void office_paper(const DocumentKind& kind, std::string code) {
    const auto by = last_office_day(with_.prep_days);
    Date from = today_;
    if (kind.months > 0 && with_.target != nullptr) {
      from = std::max(from, oldest_issue_date(with_.target->deadline.date, kind.months));
    }
    from = with_.offices.open_day_after(from);
    Args args = {{"document", kind.id}};
    if (by) bar(code, args, from, *by);
    if (from > with_.offices.open_day_after(today_)) {
      code += "_from";
      args.emplace_back("from", to_string(from));
    }
    add(std::move(code), std::move(args), by, /*office=*/true, last_office_day(with_.prep_days, 0));
  }

  bool closed_between(const Date& from, const std::optional<Date>& to) const {
    if (!to) return false;
    for (Date day = from; day <= *to; day = plus_days(day, 1)) {
      if (with_.offices.closed(day)) return true;
    }
    return false;
  }

  void preparation() {
    if (with_.target == nullptr) return;
    const Date deadline = with_.target->deadline.date;
    add("enter_with_vendor", {}, last_day(0, kKeptAtEnd), /*office=*/false, deadline);
    add("submit", {{"deadline", to_string(with_.target->deadline)}}, deadline, /*office=*/false, deadline);
    bar("prepare", {}, plus_days(plan_.earliest_submit, -with_.prep_days), plan_.earliest_submit);
    bar("slack", {{"days", std::to_string(with_.target->slack_days)}}, plus_days(plan_.earliest_submit, 1), deadline);
  }

  void closed_days() {
    if (with_.target == nullptr) return;
    for (Date day = today_; day <= with_.target->deadline.date; day = plus_days(day, 1)) {
      if (with_.offices.closed(day)) plan_.closed_days.push_back(day);
    }
  }

  const TodoContext& with_;
  Plan& plan_;
  Date today_;
};

}  // namespace

void write_todo_list(const TodoContext& context, Plan& plan) { Writer(context, plan).run(); }

}  // namespace desk::rules
