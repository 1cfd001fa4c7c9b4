#include "data/rules/combination.h"

#include <algorithm>

namespace desk::rules {
namespace {

const std::string& family_of(const catalog::Pack& pack, const std::string& id) {
  const catalog::Frame* frame = pack.frame(id);
  return frame != nullptr && !frame->family.empty() ? frame->family : id;
}

}  // namespace

Combination combination(const catalog::Pack& pack, const std::vector<std::string>& frames) {
  const catalog::CombinationRule& rule = pack.combination;
  Combination out;
  out.clause = rule.clause;
  for (std::size_t later = 1; later < frames.size(); ++later) {
    const std::string& frame = frames[later];
    if (rule.kind == catalog::CombinationKind::OneInAll) {
      out.reasons.push_back({"combination_one_in_all", {{"frame", frame}}});
      continue;
    }
    const auto end = frames.begin() + static_cast<std::ptrdiff_t>(later);
    if (std::find(frames.begin(), end, frame) != end) {
      out.reasons.push_back({"combination_twice", {{"frame", frame}}});
    } else if (std::any_of(frames.begin(), end, [&](const auto& each) { return family_of(pack, each) == family_of(pack, frame); })) {
      out.reasons.push_back({"combination_family", {{"frame", frame}}});
    }
  }
  out.ok = out.reasons.empty();
  if (!out.ok) return out;
  const auto held = [&](const std::string& id) { return std::find(frames.begin(), frames.end(), id) != frames.end(); };
  for (const auto& [one, other] : rule.not_same_tool) {
    if (held(one) && held(other)) out.warnings.push_back({"same_tool_twice", {{"frame", other}}});
  }
  return out;
}

}  // namespace desk::rules
