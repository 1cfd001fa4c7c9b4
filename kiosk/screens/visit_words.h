// What the rules and the visit say, in words: to-dos with their days, reasons with their figures, states of steps and papers. One place,
// so that screen, slip and page on the phone say the same.
#pragma once

#include <string>
#include <vector>

#include "data/text/text_catalog.h"
#include "kiosk/flow/assessment.h"
#include "kiosk/flow/model.h"

namespace desk::screens {

struct Speaker {
  const text::Words& words;
  const catalog::Pack& pack;
  CivilMinute today;

  // Which of a pack's names this language takes.
  [[nodiscard]] std::string_view language() const { return words.info().names; }
  [[nodiscard]] const std::string& name(const catalog::Names& names) const { return names.in(language()); }

  // A code's text with its arguments in words: catalogue ids become names, dates days, yen grouped digits.
  [[nodiscard]] std::string coded(const std::string& prefix, const std::string& code,
                                  const std::vector<std::pair<std::string, std::string>>& args) const;
  [[nodiscard]] std::string reason(const rules::Reason& reason) const { return coded("reason.", reason.code, reason.args); }
  [[nodiscard]] std::string reason(const rules::EligibilityReason& reason) const;

  // "今日", "18日（金）まで", "10月6日（火）まで"; empty without a date.
  [[nodiscard]] std::string when(const std::optional<Date>& by) const;
  [[nodiscard]] std::string yen(Yen amount) const;
  // "第5次"
  [[nodiscard]] std::string round(const std::string& id) const;
};

struct TodoWords {
  std::string when;
  std::string what;
  bool urgent = false;   // today or tomorrow
};
[[nodiscard]] std::vector<TodoWords> todo_words(const Speaker& speaker, const flow::Assessment& assessment);

enum class ItemState { Done, Care, Open };
struct ItemWords {
  std::string label;
  std::string state;
  ItemState mark = ItemState::Open;
};
// Steps of the programme, the mobile number, the papers: what a slip lists as done or open.
[[nodiscard]] std::vector<ItemWords> step_words(const Speaker& speaker, const flow::Assessment& assessment);
[[nodiscard]] ItemWords phone_words(const Speaker& speaker, const flow::Answers& answers);
// The paper's name, a partner's with its number before it.
[[nodiscard]] std::string paper_label(const Speaker& speaker, int partner, const catalog::DocumentKind& kind);
[[nodiscard]] ItemWords paper_words(const Speaker& speaker, const flow::Answers& answers, const flow::PaperAssessment& paper);
// The applicant's own one by one; those of thirty partners in one line, or the slip would be a metre long.
[[nodiscard]] std::vector<ItemWords> all_paper_words(const Speaker& speaker, const flow::Answers& answers, const flow::Assessment& assessment);
[[nodiscard]] ItemWords verdict_words(const Speaker& speaker, const flow::Assessment& assessment);

// "第5次（9月29日（火）17:00）に間に合います" and its quieter sisters.
[[nodiscard]] std::string target_words(const Speaker& speaker, const flow::Assessment& assessment);

}  // namespace desk::screens
