// Questions that people ask at the desk and no official page answers well (factbook 12.2): one pure function each, behind one door.
//
//   const auto answer = ask("office_day", {pack, frame, offices, now}, inputs);
//   if (!answer) ...;   // BadInput, `where` names what must be asked first
//   show(say(*answer, words), ...);
//
// Nothing that the pack knows stands here: dates, caps, leads, hours and closing days are read from it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "data/base/result.h"
#include "data/catalog/pack.h"
#include "data/rules/eligibility.h"
#include "data/rules/estimate.h"
#include "data/rules/questions/said.h"

namespace desk::rules {

struct Setting {
  const catalog::Pack& pack;
  const catalog::Frame& frame;
  const catalog::OfficeCalendar& offices;
  CivilMinute now;  // of the rules' date
};

// What was answered already. Absent: not asked; each question says what it cannot do without.
struct Inputs {
  std::optional<std::string> round = {};     // id; absent: the next round that closes
  std::optional<catalog::Entity> entity = {};
  std::optional<EstimateInput> buy = {};     // what is to be bought
  EligibilityInput who = {};                 // industry, employees, exclusions, awards
  std::optional<std::string> document = {};  // document kind id; absent: the paper of the frame that ages and comes from an office
  std::optional<Date> issued = {};
  std::optional<Date> expires = {};
  std::optional<int> tax_year = {};          // 2025 = 令和7年分
  std::optional<Date> decided = {};          // the applicant's own 交付決定
  std::optional<CivilMinute> sent = {};      // when the official portal sent its code
  std::optional<CivilMinute> invited = {};   // when the invitation mail came
  std::optional<std::int64_t> bytes = {};    // of a file
  std::optional<std::string> number = {};    // a phone number as typed; stays here
  std::optional<std::string> application_number = {};
  std::optional<int> prep_days = {};         // absent: the pack's
};

struct Question {
  std::string_view key;                 // "office_day"; its own words are the text "ask.KEY.question"
  std::vector<std::string_view> needs;  // names of inputs without which there is no answer, as desk-ctl calls them
  std::vector<std::string_view> uses;   // further inputs that change it
  std::vector<std::string_view> codes;  // every code of the answer and its lines
};

// In the order of factbook 12.2. Screens and tests enumerate it.
[[nodiscard]] const std::vector<Question>& all_questions();
[[nodiscard]] const Question* find_question(std::string_view key);
// Codes of the topic "any".
[[nodiscard]] const std::vector<std::string_view>& shared_codes();

// Fails (BadInput) when the key is no question, something needed is missing, or an id is none of the pack's; `where` is the input's name.
// An answer that rests on a weak source carries the line any.check: 要確認.
[[nodiscard]] Result<Said> ask(std::string_view key, const Setting& setting, const Inputs& inputs);

}  // namespace desk::rules
