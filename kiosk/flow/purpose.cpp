#include "kiosk/flow/purpose.h"

#include <algorithm>
#include <limits>

namespace desk::flow {
namespace {

bool names(const std::vector<std::string>& ids, const std::string& wanted) {
  return std::find(ids.begin(), ids.end(), wanted) != ids.end();
}

}  // namespace

std::string frame_of(const Answers& answers, const catalog::Pack& pack) {
  const Codes chosen = answers.purposes.value_or({});
  for (const catalog::Purpose& purpose : pack.purposes) {
    if (chosen.contains(purpose.id)) return purpose.frame;
  }
  if (!pack.purposes.empty()) return pack.purposes.back().frame;
  return pack.frames.empty() ? std::string() : pack.frames.front().id;
}

const catalog::Frame* frame_at(const Answers& answers, const catalog::Pack& pack) { return pack.frame(frame_of(answers, pack)); }

std::optional<int> functions_in(const Answers& answers, const catalog::Pack& pack, const catalog::Frame& frame) {
  if (!answers.purposes.value()) return std::nullopt;
  Codes counted;
  for (const catalog::Purpose& purpose : pack.purposes) {
    if (answers.purposes.value()->contains(purpose.id) && names(frame.functions, purpose.function)) counted.insert(purpose.function);
  }
  return static_cast<int>(counted.size());
}

std::vector<const catalog::Exclusion*> exclusions_in(const catalog::Pack& pack, const std::string& frame) {
  std::vector<const catalog::Exclusion*> asked;
  for (const catalog::Exclusion& exclusion : pack.exclusions) {
    if (exclusion.frames.empty() || names(exclusion.frames, frame)) asked.push_back(&exclusion);
  }
  return asked;
}

std::optional<ProcessCount> processes_in(const Answers& answers, const catalog::Frame& frame) {
  if (frame.processes.empty()) {
    if (!answers.processes.value()) return std::nullopt;
    return ProcessCount{static_cast<int>(std::min<std::int64_t>(*answers.processes.value(), std::numeric_limits<int>::max())), 0};
  }
  if (!answers.process_kinds.value()) return std::nullopt;
  ProcessCount count;
  for (const catalog::BusinessProcess& process : frame.processes) {
    if (!answers.process_kinds.value()->contains(process.id)) continue;
    ++count.all;
    if (process.generic) ++count.generic;
  }
  return count;
}

}  // namespace desk::flow
