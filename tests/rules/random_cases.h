// Random cases for the properties: deterministic (a fixed seed a test), thousands of them, and every failure prints the case that led to it.
#pragma once

#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "data/catalog/pack.h"
#include "data/rules/eligibility.h"
#include "data/rules/estimate.h"
#include "data/rules/plan.h"

namespace desk::rules {

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : engine_(seed) {}
  // Both ends included.
  [[nodiscard]] std::int64_t from(std::int64_t low, std::int64_t high) {
    return low + static_cast<std::int64_t>(engine_() % static_cast<std::uint64_t>(high - low + 1));
  }
  [[nodiscard]] int small(int low, int high) { return static_cast<int>(from(low, high)); }
  [[nodiscard]] bool chance(int percent) { return from(1, 100) <= percent; }
  template <class T>
  [[nodiscard]] const T& pick(const std::vector<T>& all) {
    return all[static_cast<std::size_t>(from(0, static_cast<std::int64_t>(all.size()) - 1))];
  }
  // Yen as bounds like them: of every magnitude, often round, often one beside it.
  [[nodiscard]] Yen yen();
  [[nodiscard]] Date date(const Date& first, const Date& last);
  // true, false or わからない
  [[nodiscard]] std::optional<bool> answer();

 private:
  std::mt19937_64 engine_;
};

// A frame that a pack could hold: bands that meet without a gap, ascending tranches, rates up to 1.
[[nodiscard]] catalog::Frame random_frame(Dice& dice, catalog::Method method);
// Every answer that the frame's method needs, and some that it does not.
[[nodiscard]] EstimateInput random_estimate(Dice& dice);
[[nodiscard]] EligibilityInput random_applicant(Dice& dice, const catalog::Pack& pack);
[[nodiscard]] PlanInput random_plan(Dice& dice, const catalog::Pack& pack, const catalog::Frame& frame);

[[nodiscard]] std::string described(const catalog::Frame& frame);
[[nodiscard]] std::string described(const EstimateInput& input);
[[nodiscard]] std::string described(const EligibilityInput& input);
[[nodiscard]] std::string described(const PlanInput& input);

}  // namespace desk::rules
