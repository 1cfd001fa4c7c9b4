// The official portal's code and invitation, the gBizID by post, and the telephone (factbook 3.6, 4.2, 7.2, 7.4).
#include <algorithm>

#include "data/base/phone_number.h"
#include "data/rules/questions/groups.h"

namespace desk::rules {
namespace {

constexpr int kMinutesADay = 24 * 60;

CivilMinute plus_minutes(const CivilMinute& from, int minutes) {
  const int total = from.minute_of_day + minutes;
  return {plus_days(from.date, total / kMinutesADay), total % kMinutesADay};
}

int minutes_between(const CivilMinute& from, const CivilMinute& to) {
  return days_between(from.date, to.date) * kMinutesADay + to.minute_of_day - from.minute_of_day;
}

// How the code works is told by the 2023 guide alone; the portal of later years is of the same make.
const catalog::Source kCode{"S0 4-4", catalog::Confidence::Medium};

}  // namespace

Result<Said> code_not_coming(const Asked& asked) {
  const catalog::PortalTimes& times = asked.pack().portal;
  Said said{"code_not_coming", "how", {{"minutes", std::int64_t{times.resend_minutes}}}, times.source};
  if (const auto sent = asked.inputs.sent) {
    const CivilMinute again = plus_minutes(*sent, times.resend_minutes);
    const bool wait = asked.setting.now < again;
    said.code = wait ? "wait" : "may_resend";
    said.minute = again;
    said.date = again.date;
    if (wait) said.args = {{"again", again}, {"left", std::int64_t{minutes_between(asked.setting.now, again)}}};
  }
  said.add({"code_not_coming", "settings", {}, kCode});
  if (said.code != "may_resend") said.add({"code_not_coming", "resend", {{"minutes", std::int64_t{times.resend_minutes}}}, times.source});
  said.add({"code_not_coming", "nobody", {}, kCode});
  said.add({"code_not_coming", "not_ours", {}, kCode});
  if (asked.round != nullptr && asked.round->deadline.date == asked.today() && asked.setting.now < asked.round->deadline) {
    said.add({"code_not_coming", "slow", {{"deadline", asked.round->deadline}}, {"S0 2-1", catalog::Confidence::High}});
  }
  return said;
}

Result<Said> invitation_expired(const Asked& asked) {
  const catalog::PortalTimes& times = asked.pack().portal;
  const CivilMinute invited = *asked.inputs.invited;
  const CivilMinute full = plus_minutes(invited, times.invitation_hours * 60);
  // The invitation serves the round that was open when it came, unless another was named.
  const catalog::Round* round = asked.inputs.round ? asked.round : nullptr;
  if (round == nullptr) {
    const auto& rounds = asked.frame().rounds;
    const auto found = std::find_if(rounds.begin(), rounds.end(), [&](const catalog::Round& each) { return each.deadline > invited; });
    if (found != rounds.end()) round = &*found;
  }
  const bool cut = round != nullptr && round->deadline < full;
  const CivilMinute until = cut ? round->deadline : full;
  Said said{"invitation_expired", "open", {{"until", until}}, times.source, until.date};
  said.minute = until;
  if (asked.setting.now >= until) {
    said.code = cut ? "round_closed" : "expired";
  } else {
    const int left = minutes_between(asked.setting.now, until);
    said.args.push_back({"hours", std::int64_t{left / 60}});
    said.args.push_back({"minutes", std::int64_t{left % 60}});
  }
  if (cut && said.code == "open") said.add({"invitation_expired", "cut", {{"deadline", round->deadline}}, round->source});
  if (said.code != "round_closed") {
    said.add({"invitation_expired", "reinvite", {{"hours", std::int64_t{times.invitation_hours}}}, {"S0 4-1", catalog::Confidence::High}});
  }
  return said;
}

Result<Said> gbizid_by_post(const Asked& asked) {
  const catalog::Step* step = asked.pack().step(catalog::StepKind::Gbizid, asked.frame().id);
  if (step == nullptr || step->leads.empty()) return Said{"gbizid_by_post", "not_needed", {}, asked.frame().source};
  const catalog::Lead* lead = catalog::lead_on(*step, asked.today());
  if (lead == nullptr) lead = &step->leads.front();
  Said said{"gbizid_by_post", "no_round", {{"days", std::int64_t{lead->days}}}, lead->source};
  if (asked.round == nullptr || asked.round->deadline <= asked.setting.now) return said;

  const Date deadline = asked.round->deadline.date;
  const auto start = [&](int lead_days) { return plus_days(deadline, -lead_days - asked.prep_days()); };
  const Date safe = start(lead->days);
  // Sources say "about two weeks" and "up to a month" of the same post (trap T-12): the cautious day answers, the other is told beside it.
  const std::optional<Date> usual = lead->usual_days ? std::optional(start(*lead->usual_days)) : std::nullopt;
  const bool tight = usual && asked.today() <= *usual;
  said.code = asked.today() <= safe ? "by" : tight ? "tight" : "too_late";
  const Date day = said.code == "tight" ? *usual : safe;
  said.date = day;
  said.args = {{"day", day}, {"round", asked.round->id}, {"deadline", asked.round->deadline}, {"days", std::int64_t{lead->days}},
               {"prep", std::int64_t{asked.prep_days()}}};
  if (said.code == "by" && usual) {
    said.add({"gbizid_by_post", "usual", {{"day", *usual}, {"days", std::int64_t{*lead->usual_days}}}, lead->source, *usual});
  }
  if (said.code != "too_late" && asked.setting.offices.closed(day)) {
    const Date open = asked.setting.offices.open_day_before(day);
    said.add({"gbizid_by_post", "closed", {{"day", open}}, lead->source, open});
  }
  if (lead->online_days && start(*lead->online_days) >= asked.today()) {
    const Date online = start(*lead->online_days);
    said.add({"gbizid_by_post", "online", {{"day", online}}, lead->source, online});
  }
  said.add({"gbizid_by_post", "papers", {}, {"S1 supplement 2", catalog::Confidence::High}});
  return said;
}

Result<Said> ip_phone(const Asked& asked) {
  Said said{"ip_phone", "no", {}, {"S1 2-2-1(2)+G-01", catalog::Confidence::Medium}};
  if (asked.inputs.number) {
    const PhoneNumber::Parsed parsed = PhoneNumber::parse(*asked.inputs.number);
    if (parsed.ok) {
      said.code = "mobile";
    } else if (parsed.problem == PhoneProblem::IpPhone) {
      said.code = "this_ip";
    } else if (parsed.problem == PhoneProblem::Landline) {
      said.code = "this_landline";
    } else {
      said.code = "this_other";
    }
  }
  said.add({"ip_phone", "sms", {}, said.source});
  said.add({"ip_phone", "own", {}, {"S1 2-2-1(2)+S0 2-6", catalog::Confidence::High}});
  return said;
}

}  // namespace desk::rules
