#include "kiosk/flow/bundles.h"

#include "data/rules/bundles.h"
#include "data/rules/files.h"
#include "kiosk/flow/paper_needs.h"
#include "kiosk/flow/purpose.h"

namespace desk::flow {

std::vector<BundleOrder> bundle_orders(const Answers& answers, const catalog::Pack& pack) {
  const catalog::Frame* frame = frame_at(answers, pack);
  if (frame == nullptr) return {};
  std::vector<rules::Partner> partners;
  std::vector<std::vector<std::string>> keys;  // beside partners, paper by paper
  for (const std::string& key : required_papers(answers, pack)) {
    const int number = parse_paper_key(key).partner;
    const auto held = answers.papers.find(key);
    if (number == 0 || held == answers.papers.end() || held->second.state != PaperState::Scanned) continue;
    if (partners.empty() || partners.back().number != number) {
      partners.push_back({number, *entity_for(key, answers), {}});
      keys.emplace_back();
    }
    // A partner's papers cannot be above the portal's limit here: the writing of the file makes them smaller or parts them.
    partners.back().papers.push_back({kind_for(key, answers, pack)->id, held->second.bytes, {}});
    keys.back().push_back(key);
  }
  std::vector<BundleOrder> orders;
  if (partners.empty()) return orders;
  // What is still missing is said beside the papers; a plan of what is there is made all the same.
  for (const rules::Bundle& bundle : rules::bundle_plan(pack, *frame, partners).bundles) {
    BundleOrder order;
    for (const rules::BundlePiece& piece : bundle.pieces) {
      for (std::size_t i = 0; i < partners.size(); ++i) {
        if (partners[i].number == piece.partner) order.papers.push_back(keys[i][piece.paper]);
      }
    }
    if (!order.papers.empty()) orders.push_back(std::move(order));
  }
  return orders;
}

std::string bundle_name(const Answers& answers, const catalog::Pack& pack, int n) {
  const auto number = application_number(answers, pack);
  return rules::bundle_file_name(number ? *number : rules::placeholder_number(pack, frame_at(answers, pack)), n);
}

}  // namespace desk::flow
