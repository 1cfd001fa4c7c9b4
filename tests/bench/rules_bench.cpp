// One estimate, by method: rules_bench PACKS_FOLDER      one JSON line, microseconds an estimate
// Every frame of every pack, with costs that end below, between and above its bounds, so that all branches of its method take part.
#include <algorithm>
#include <array>
#include <cstdio>
#include <vector>

#include "data/base/clock.h"
#include "data/catalog/catalogue.h"
#include "data/rules/estimate.h"

namespace desk::rules {
namespace {

constexpr int kRounds = 400;
constexpr std::array<std::int64_t, 6> kCosts = {49'999, 75'000, 666'667, 1'000'000, 4'500'000, 60'000'000};

std::vector<EstimateInput> inputs() {
  std::vector<EstimateInput> all;
  for (const std::int64_t cost : kCosts) {
    for (const int functions : {1, 2, 3}) {
      EstimateInput input;
      input.cost = Yen{cost};
      input.functions = input.processes = functions;
      input.pc = Yen{200'000};
      input.sme_accounts = 10;
      input.total_accounts = 30;
      input.members = 12;
      input.analysis_cost = input.admin_cost = Yen{cost};
      all.push_back(input);
    }
  }
  return all;
}

struct Method {
  const char* name;
  catalog::Method method;
};

// Microseconds an estimate; negative when no pack has such a frame.
double measure(const std::vector<catalog::Pack>& packs, catalog::Method method, const Clock& clock) {
  std::vector<const catalog::Frame*> frames;
  for (const catalog::Pack& pack : packs) {
    for (const catalog::Frame& frame : pack.frames) {
      if (frame.estimate.method == method) frames.push_back(&frame);
    }
  }
  if (frames.empty()) return -1;
  const std::vector<EstimateInput> all = inputs();
  std::vector<double> medians;
  std::int64_t sum = 0;  // looked at below, so that nothing is optimised away
  for (int round = 0; round < kRounds; ++round) {
    const SteadyTime begun = clock.steady();
    for (const catalog::Frame* frame : frames) {
      for (const EstimateInput& input : all) {
        if (const auto answer = estimate(*frame, input)) sum += answer->subsidy.amount;
      }
    }
    const auto took = clock.steady() - begun;
    medians.push_back(static_cast<double>(took.count()) / static_cast<double>(frames.size() * all.size()));
  }
  if (sum == 0) std::fprintf(stderr, "nothing was payable\n");
  std::nth_element(medians.begin(), medians.begin() + kRounds / 2, medians.end());
  return medians[kRounds / 2];
}

int run(const char* folder) {
  const auto catalogue = catalog::Catalogue::load(folder);
  if (!catalogue) {
    std::fprintf(stderr, "%s\n", catalogue.error().message().c_str());
    return 1;
  }
  const SystemClock clock;
  const Method methods[] = {{"bands", catalog::Method::Bands},
                            {"tranches", catalog::Method::Tranches},
                            {"account_share", catalog::Method::AccountShare},
                            {"group", catalog::Method::Group}};
  const char* mark = "{";
  for (const Method& each : methods) {
    const double us = measure(catalogue->packs(), each.method, clock);
    if (us < 0) continue;
    std::printf("%s\"%s\": %.3f", mark, each.name, us);
    mark = ", ";
  }
  std::printf("}\n");
  return 0;
}

}  // namespace
}  // namespace desk::rules

int main(int count, char** words) { return count == 2 ? desk::rules::run(words[1]) : 2; }
