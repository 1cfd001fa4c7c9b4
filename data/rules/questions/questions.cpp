#include "data/rules/questions/questions.h"

#include <algorithm>

#include "data/rules/questions/groups.h"

namespace desk::rules {
namespace {

struct Entry {
  Question question;
  Result<Said> (*answer)(const Asked&);
};

const std::vector<Entry>& entries() {
  static const std::vector<Entry> all = {
      {{"registry_until", {}, {"document", "issued", "expires", "entity", "frame"},
        {"until", "too_old", "future", "expires", "expired", "no_limit", "tax_year", "undated", "refused", "ask_first", "covers", "misses",
         "no_round", "few_days"}},
       registry_until},
      {{"office_day", {"frame"}, {"document", "entity", "round", "prep_days"},
        {"go", "today", "too_late", "no_round", "no_limit", "not_before", "ideal", "closed"}},
       office_day},
      {{"how_much", {"frame", "cost"}, {"functions", "processes", "size", "near_minimum_wage", "pc", "register"},
        {"max", "nothing", "line_tool", "line_tool_upper", "line_pc", "line_register", "line_analysis", "line_admin", "to_floor", "to_band",
         "to_processes", "to_functions", "to_micro", "advance"}},
       how_much},
      {{"second_function", {"cost"}, {"size", "frame"}, {"gain", "same", "not_here", "from_cost", "if_needed"}}, second_function},
      {{"micro_difference", {"frame", "cost"}, {"functions", "processes"}, {"gain", "same", "no_micro_rate"}}, micro_difference},
      {{"normal_or_invoice", {"cost"}, {"functions", "processes", "size", "near_minimum_wage", "pc", "register"},
        {"invoice_more", "normal_more", "same", "only_normal", "neither", "not_here", "invoice_for", "normal_for", "hardware", "one_only",
         "not_same_tool"}},
       normal_or_invoice},
      {{"am_i_micro", {"industry", "employees"}, {"leisure"}, {"yes", "no", "leisure", "check", "who_counts", "leisure_limit"}}, am_i_micro},
      {{"deemed_large", {"frame"}, {"exclusions"}, {"yes", "no", "ask_next", "check", "not_here", "large_means", "answered_no"}},
       deemed_large},
      {{"awarded_last_year", {"frame", "awards"}, {"industry", "employees", "applied_this_year", "round"},
        {"free", "none", "blocked", "check", "unknown", "this_year", "duties", "micro_exempt", "same_process", "next_round"}},
       awarded_last_year},
      {{"may_contract_now", {"frame"}, {"round", "decided"},
        {"wait_until", "wait", "after_decision", "own_decision", "what_counts", "if_done", "contract_first", "invoice_first", "pay_how"}},
       may_contract_now},
      {{"no_receipt_stamp", {"frame"}, {"tax_year", "entity"},
        {"ways", "not_needed", "ask_first", "abolished", "way", "way_with", "accountant"}},
       no_receipt_stamp},
      {{"zero_tax_certificate", {"frame"}, {"entity"}, {"yes", "not_needed", "corporation", "sole"}}, zero_tax_certificate},
      {{"which_tax_certificate", {"frame"}, {"entity"}, {"this", "not_needed", "corporation", "sole", "kind", "refused", "latest"}},
       which_tax_certificate},
      {{"code_not_coming", {}, {"sent", "frame"}, {"wait", "may_resend", "how", "settings", "resend", "nobody", "not_ours", "slow"}},
       code_not_coming},
      {{"invitation_expired", {"frame", "invited"}, {"round"}, {"open", "expired", "round_closed", "cut", "reinvite"}}, invitation_expired},
      {{"file_too_big", {}, {"bytes", "entity", "frame"}, {"fits", "near", "too_big", "how", "rescan", "call_first", "split_partners"}},
       file_too_big},
      {{"many_partners", {"frame"}, {"application_number"},
        {"order", "not_here", "list_unknown", "need_corporation", "need_sole", "label", "number_order", "file", "number_unknown", "size"}},
       many_partners},
      {{"round_unknown", {"frame"}, {}, {"open", "opens", "unknown", "last", "undated", "site", "prepare"}}, round_unknown},
      {{"when_paid", {"frame"}, {"round", "decided", "cost"},
        {"range", "from_only", "unknown", "decide", "project", "report", "inspect", "pay", "advance"}},
       when_paid},
      {{"effect_report", {"frame"}, {}, {"ahead", "open", "over", "as_told", "unknown", "covers", "told"}}, effect_report},
      {{"gbizid_by_post", {"frame"}, {"round", "prep_days"},
        {"by", "tight", "too_late", "no_round", "not_needed", "usual", "online", "papers", "closed"}},
       gbizid_by_post},
      {{"ip_phone", {}, {"number"}, {"no", "mobile", "this_ip", "this_landline", "this_other", "sms", "own"}}, ip_phone},
  };
  return all;
}

const Entry* find_entry(std::string_view key) {
  const auto found = std::find_if(entries().begin(), entries().end(), [&](const Entry& each) { return each.question.key == key; });
  return found == entries().end() ? nullptr : &*found;
}

// `frame` is always there, and `awards` not known is an answer of its own.
bool absent(std::string_view need, const Inputs& inputs) {
  if (need == "cost") return !inputs.buy;
  if (need == "industry") return !inputs.who.industry;
  if (need == "employees") return !inputs.who.employees;
  if (need == "invited") return !inputs.invited;
  return false;
}

Result<const catalog::Round*> aimed_at(const Setting& setting, const Inputs& inputs) {
  const auto& rounds = setting.frame.rounds;
  const auto found = std::find_if(rounds.begin(), rounds.end(), [&](const catalog::Round& round) {
    return inputs.round ? round.id == *inputs.round : round.deadline > setting.now;
  });
  if (found != rounds.end()) return &*found;
  if (inputs.round) return fail(Failure{StaffCode::BadInput, "round", "\"" + *inputs.round + "\" is no round of " + setting.frame.id});
  return static_cast<const catalog::Round*>(nullptr);
}

bool is_number(std::string_view text) {
  return !text.empty() && text.size() < 19 && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

Value value_of(const catalog::Pack& pack, const std::string& name, const std::string& text) {
  if (name == "document") {
    if (const catalog::DocumentKind* kind = pack.document(text)) return kind->name;
  }
  if (name == "frame") {
    if (const catalog::Frame* frame = pack.frame(text)) return frame->name;
  }
  if (const auto date = parse_date(text)) return *date;
  if (text.size() > 10) {
    if (const auto minute = parse_civil_minute(text)) return *minute;
  }
  if (name != "year" && is_number(text)) return Yen{std::stoll(text)};
  return text;
}

}  // namespace

Failure missing(std::string input) { return {StaffCode::BadInput, std::move(input), "missing"}; }

Said reason_line(const catalog::Pack& pack, const Reason& reason) {
  Said line{"reason", reason.code};
  for (const auto& [name, text] : reason.args) line.args.push_back({name, value_of(pack, name, text)});
  return line;
}

const std::vector<Question>& all_questions() {
  static const std::vector<Question> questions = [] {
    std::vector<Question> out;
    for (const Entry& entry : entries()) out.push_back(entry.question);
    return out;
  }();
  return questions;
}

const Question* find_question(std::string_view key) {
  const auto found = std::find_if(all_questions().begin(), all_questions().end(), [&](const Question& each) { return each.key == key; });
  return found == all_questions().end() ? nullptr : &*found;
}

const std::vector<std::string_view>& shared_codes() {
  static const std::vector<std::string_view> codes = {"check", "planned"};
  return codes;
}

Result<Said> ask(std::string_view key, const Setting& setting, const Inputs& inputs) {
  const Entry* entry = find_entry(key);
  if (entry == nullptr) return fail(Failure{StaffCode::BadInput, "key", "\"" + std::string(key) + "\" is no question"});
  for (const std::string_view need : entry->question.needs) {
    if (absent(need, inputs)) return fail(missing(std::string(need)));
  }
  if (inputs.document && setting.pack.document(*inputs.document) == nullptr) {
    return fail(Failure{StaffCode::BadInput, "document", "\"" + *inputs.document + "\" is no document of " + std::to_string(setting.pack.year)});
  }
  const auto round = aimed_at(setting, inputs);
  if (!round) return fail(round.error());
  auto said = entry->answer({setting, inputs, *round});
  // Weak facts are never shown bare (factbook 0.2).
  if (said && said->source.confidence == catalog::Confidence::Low) said->add({"any", "check"});
  return said;
}

}  // namespace desk::rules
