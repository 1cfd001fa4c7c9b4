// Readiness: where each step of the pack stands and what to do next. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "data/catalog/pack.h"

namespace desk::rules {

enum class Gbizid { Prime, Entry, None };
[[nodiscard]] std::string_view code_of(Gbizid account);  // "prime", "entry", "none"
[[nodiscard]] std::optional<Gbizid> gbizid_from(std::string_view code);

// nullopt: not asked, or わからない.
struct ReadinessInput {
  std::optional<Gbizid> gbizid;
  std::optional<bool> mynumber;                // a My Number card with its signing password
  std::optional<std::string> security_action;  // "none", or the ID as typed (full-width digits, spaces, hyphens allowed)
  std::optional<bool> management_check;
  std::optional<bool> navi, growth_matching;   // bonuses
  std::optional<bool> vendor;                  // a registered vendor is chosen
  std::optional<bool> contracted;              // something was already ordered, contracted or paid
  // The account lets its owner in by app or e-mail code: gBizID takes no SMS for logging in any more (anchors 3, since 2025-12-17), so
  // an old account may be locked to its owner. True also where it was not asked.
  std::optional<bool> gbizid_login = true;
  // みらデジ: the check was done with the gBizID linked (factbook 4.4); both must show. True also where it was not asked.
  std::optional<bool> management_linked = true;
  std::optional<CivilMinute> invited_at;       // the vendor's invitation mail came; nullopt: not yet
  std::optional<CivilMinute> now;              // judges the invitation; plan() fills it in
};

enum class StepState { Ready, Redo, Missing, Optional, Unknown };
[[nodiscard]] std::string_view code_of(StepState state);

struct StepStatus {
  std::string step;    // id in the pack
  catalog::StepKind kind = catalog::StepKind::Gbizid;
  StepState state = StepState::Unknown;
  std::string action;  // todo code ("todo.CODE"); empty when nothing is to be done
  std::string reason;  // reason code ("reason.CODE") why redo, missing or unknown; may be empty
};

// In the pack's order, the steps of this frame only.
[[nodiscard]] std::vector<StepStatus> readiness(const catalog::Pack& pack, const catalog::Frame& frame, const ReadinessInput& input);

// How an ID reads against the pack's formats; nullopt: it fits none.
[[nodiscard]] std::optional<catalog::IdVerdict> judge_id(const catalog::Step& step, std::string_view typed);

}  // namespace desk::rules
