// Canvas: the largest text that fits.
#include <algorithm>

#include "kiosk/screens/canvas.h"

namespace desk::screens {

double Canvas::dry(const std::function<double()>& draw) {
  const std::size_t before = problems_.size();
  ++silent_;
  const double result = draw();
  --silent_;
  problems_.resize(before, Problem{ProblemKind::OutsideArea, {}, {}, 0});
  return result;
}

bool Canvas::try_attempt(const Attempt& attempt, const std::function<void()>& draw, bool strict) {
  const std::vector<Problem> before = std::move(problems_);
  problems_.clear();
  scale_ = attempt.scale;
  density_ = attempt.density;
  ++silent_;
  draw();
  --silent_;
  const bool clean = std::all_of(problems_.begin(), problems_.end(), [&](const Problem& problem) {
    return problem.kind == ProblemKind::MissingGlyph || (!strict && problem.kind == ProblemKind::WordBroken);
  });
  problems_ = before;
  return clean;
}

std::span<const Canvas::Attempt> Canvas::attempts() {
  using enum Density;
  static constexpr Attempt kAttempts[] = {{1, Roomy},      {0.94, Roomy},   {0.88, Roomy},   {0.88, Compact}, {0.82, Compact},
                                          {0.76, Compact}, {0.7, Compact},  {0.64, Compact}, {0.58, Compact}, {0.52, Compact},
                                          {0.46, Compact}, {0.4, Compact},  {0.85, Tight},   {0.7, Tight},    {0.58, Tight},
                                          {0.5, Tight},    {0.4, Tight}};
  return kAttempts;
}

bool Canvas::would_fit(const std::function<void()>& draw, double least) {
  const double outer_scale = scale_;
  const Density outer_density = density_;
  const auto all = attempts();
  const bool fits = std::any_of(all.begin(), all.end(), [&](const Attempt& attempt) {
    return attempt.scale >= least && attempt.density != Density::Tight && try_attempt(attempt, draw, /*strict=*/false);
  });
  scale_ = outer_scale;
  density_ = outer_density;
  return fits;
}

bool Canvas::fit(const std::function<void()>& draw) {
  const double outer_scale = scale_;
  const Density outer_density = density_;
  if (silent_ > 0) {  // inside another fit the outer one decides
    draw();
    return true;
  }
  const auto all = attempts();
  // Whole phrases are worth text a quarter smaller, not more.
  constexpr std::size_t kWorthIt = 6;
  const Attempt* chosen = nullptr;
  for (const bool strict : {true, false}) {
    for (std::size_t i = 0; i < (strict ? kWorthIt : all.size()) && chosen == nullptr; ++i) {
      if (try_attempt(all[i], draw, strict)) chosen = &all[i];
    }
  }
  const Attempt& last = chosen != nullptr ? *chosen : all[all.size() - 1];
  scale_ = last.scale;
  density_ = last.density;
  draw();
  scale_ = outer_scale;
  density_ = outer_density;
  return chosen != nullptr;
}

}  // namespace desk::screens
