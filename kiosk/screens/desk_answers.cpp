#include "kiosk/screens/desk_answers.h"

#include "data/rules/questions/saying.h"
#include "kiosk/flow/paper_needs.h"

namespace desk::screens {

rules::Inputs asked_by(const Scene& scene) {
  rules::Inputs inputs;
  if (scene.assessment.target != nullptr) inputs.round = scene.assessment.target->round;
  inputs.entity = flow::entity_of(scene.model.answers);
  return inputs;
}

std::optional<DeskAnswer> desk_answer(const Scene& scene, std::string_view question, const rules::Inputs& inputs) {
  if (scene.assessment.frame == nullptr) return std::nullopt;
  const auto said = rules::ask(question, {scene.pack, *scene.assessment.frame, scene.offices, scene.today}, inputs);
  if (!said) return std::nullopt;
  DeskAnswer answer;
  answer.question = scene.words("ask." + std::string(question) + ".question");
  answer.main = rules::say(*said, scene.words);
  answer.dated = said->date.has_value();
  for (const rules::Said& line : said->lines) answer.lines.push_back({line.code, rules::say(line, scene.words)});
  return answer;
}

}  // namespace desk::screens
