// Of a frame whose trading partners hand in papers as well: the portal's application number, which kind each partner is, and the finished
// files of their papers.
#include <algorithm>

#include "kiosk/flow/paper_needs.h"
#include "kiosk/flow/turn.h"

namespace desk::flow {
namespace {

bool on_application_number(Turn& turn, const Event& event) {
  Model& m = turn.m;
  const catalog::ApplicationNumberForm* form = number_form(m.answers, turn.c.pack);
  if (form == nullptr) return false;
  const auto characters = static_cast<std::size_t>(form->characters);
  if (type_into_entry(turn, event, kNumberCharacters, characters)) return true;
  if (pressed(event, Action::DontKnow)) {
    m.answers.application_number = Answer<std::string>::dont_know();
  } else if (pressed(event, Action::Next)) {
    if (m.entry.size() < characters) {
      m.problem = "problem.number_short";
      return true;
    }
    m.answers.application_number = m.entry;
  } else {
    return false;
  }
  turn.save();
  turn.go_next();
  return true;
}

bool on_partner_kind(Turn& turn, const Event& event) {
  Model& m = turn.m;
  const int count = partners_of(m.answers);
  if (m.partner < 1 || m.partner > count) return false;
  Answer<std::string>& kind = m.answers.partners[static_cast<std::size_t>(m.partner - 1)].entity;
  const auto next_one = [&] {
    turn.save();
    if (m.partner < count) turn.go_to_partner(m.partner + 1);
    else turn.go_next();
  };
  if (const auto* card = as<Chosen>(event)) {
    if (card->code != "corporation" && card->code != "sole") return false;
    kind = card->code;
    m.problem.clear();
    turn.save();
  } else if (pressed(event, Action::DontKnow)) {
    kind = Answer<std::string>::dont_know();
    next_one();
  } else if (pressed(event, Action::Next)) {
    if (kind.asked()) next_one();
    else m.problem = "problem.choose";
  } else if (pressed(event, Action::Back) && m.partner > 1) {
    turn.go_to_partner(m.partner - 1);
  } else {
    return false;
  }
  return true;
}

bool on_bundles(Turn& turn, Event& event) {
  Model& m = turn.m;
  if (auto* built = std::get_if<BundlesBuilt>(&event)) {
    if (!turn.expected(built->id)) return true;
    m.answers.bundles = std::move(built->bundles);
    m.bundles = {BundlePhase::Made, std::nullopt};
    turn.save();
  } else if (const auto* failed = as<BundlesNotBuilt>(event)) {
    if (!turn.expected(failed->id)) return true;
    m.bundles = {BundlePhase::Failed, failed->code};
  } else {
    return false;
  }
  return true;
}

}  // namespace

void Turn::go_to_partner(int partner) {
  m.partner = partner;
  go(Step::PartnerKind);
}

void Turn::begin_bundles() {
  bool any = !m.answers.bundles.empty();  // none of their papers is left: the files made of them have to go
  for (const std::string& key : required_papers(m.answers, c.pack)) {
    const auto paper = m.answers.papers.find(key);
    any = any || (parse_paper_key(key).partner > 0 && paper != m.answers.papers.end() && paper->second.state == PaperState::Scanned);
  }
  m.bundles = BundleState{};
  if (!any) return;
  m.bundles.phase = BundlePhase::Making;
  order(BuildBundles{await()});
}

bool on_partners(Turn& turn, Event& event) {
  if (on_bundles(turn, event)) return true;
  if (turn.m.step == Step::ApplicationNumber) return on_application_number(turn, event);
  if (turn.m.step == Step::PartnerKind) return on_partner_kind(turn, event);
  return false;
}

}  // namespace desk::flow
