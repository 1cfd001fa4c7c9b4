#include "kiosk/screens/sources.h"

#include <algorithm>

namespace desk::screens {
namespace {

// The first clause and the last of what is asked in one go.
std::string span_of_clauses(const std::vector<std::string>& clauses) {
  if (clauses.empty()) return "";
  return clauses.front() == clauses.back() ? clauses.front() : clauses.front() + "～" + clauses.back();
}

bool concerns(const std::vector<std::string>& frames, const catalog::Frame* frame) {
  return frames.empty() || (frame != nullptr && std::find(frames.begin(), frames.end(), frame->id) != frames.end());
}

}  // namespace

RuleSource rule_source(const Scene& scene, const std::string& clause) {
  RuleSource source;
  const std::string date = scene.words.full_day(scene.pack.verified);
  const catalog::Contact* paper =
      scene.assessment.frame == nullptr ? nullptr : scene.pack.contact("guidelines_" + scene.assessment.frame->id, scene.today.date);
  const catalog::Contact* site = paper != nullptr ? paper : scene.pack.contact("site", scene.today.date);
  if (site != nullptr) {
    source.address = site->value;
    source.doubtful = site->source.confidence == catalog::Confidence::Low;
  }
  // A clause that has no number names a whole paper, by the letters under which the desk files it: nothing that a person could look up.
  const bool numbered = !clause.empty() && ((clause.front() >= '0' && clause.front() <= '9') || clause.front() == '(');
  source.words = numbered ? scene.words("screen.source.with_clause", {{"clause", clause}, {"date", date}})
                          : scene.words("screen.source.without_clause", {{"date", date}});
  return source;
}

RuleSource source_of_question(const Scene& scene) {
  std::vector<std::string> clauses;
  if (scene.model.step == flow::Step::Exclusions) {
    for (const catalog::Exclusion& each : scene.pack.exclusions) {
      if (concerns(each.frames, scene.assessment.frame)) clauses.push_back(each.clause);
    }
  } else if (scene.model.step == flow::Step::PastAward) {
    for (const catalog::RepeatRule& each : scene.pack.repeats) {
      if (concerns(each.frames, scene.assessment.frame)) clauses.push_back(each.clause);
    }
  }
  return rule_source(scene, span_of_clauses(clauses));
}

}  // namespace desk::screens
