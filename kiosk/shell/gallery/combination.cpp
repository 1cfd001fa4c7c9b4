#include "kiosk/shell/gallery/combination.h"

#include <array>
#include <optional>

#include "kiosk/shell/gallery/samples.h"

namespace desk::shell::gallery {
namespace {

constexpr std::size_t kColumns = 5;
using Row = std::array<std::size_t, kColumns>;

Row row_of(const Combination& c) { return {c.sample, c.size, c.theme, c.language, c.panel}; }

// Which pairs of values stand together already, a table for every two columns.
class Pairs {
 public:
  explicit Pairs(const Row& extents) : extents_(extents) {
    for (std::size_t a = 0; a < kColumns; ++a) {
      for (std::size_t b = a + 1; b < kColumns; ++b) seen_[a][b].assign(extents[a] * extents[b], false);
    }
  }
  [[nodiscard]] int gain(const Row& row) const {
    int fresh = 0;
    for (std::size_t a = 0; a < kColumns; ++a) {
      // What this sample has not met yet counts most: it is the only one that can bring it.
      for (std::size_t b = a + 1; b < kColumns; ++b) fresh += seen_[a][b][row[a] * extents_[b] + row[b]] ? 0 : a == 0 ? 100 : 1;
    }
    return fresh;
  }
  void add(const Row& row) {
    for (std::size_t a = 0; a < kColumns; ++a) {
      for (std::size_t b = a + 1; b < kColumns; ++b) seen_[a][b][row[a] * extents_[b] + row[b]] = true;
    }
  }

 private:
  Row extents_;
  std::array<std::array<std::vector<bool>, kColumns>, kColumns> seen_;
};

}  // namespace

std::vector<Combination> pairwise(const Extents& extents) {
  std::vector<Combination> set;
  Pairs pairs({extents.samples, extents.sizes, extents.themes, extents.languages, extents.panels});
  const auto take = [&](const Combination& combination) {
    pairs.add(row_of(combination));
    set.push_back(combination);
  };
  // The combination of this sample that brings most, if it brings more than `least`.
  const auto best_of = [&](std::size_t sample, int least) {
    std::optional<Combination> best;
    // Of equals the first is taken: beginning elsewhere for each sample, every size comes to stand on every panel, and not always on one.
    const auto turned = [&](std::size_t value, std::size_t of, std::size_t every) { return (value + sample / every) % of; };
    for (std::size_t i = 0; i < extents.sizes; ++i) {
      for (std::size_t j = 0; j < extents.themes; ++j) {
        for (std::size_t k = 0; k < extents.languages; ++k) {
          for (std::size_t l = 0; l < extents.panels; ++l) {
            const Combination candidate{sample, turned(i, extents.sizes, 1), turned(j, extents.themes, 2), turned(k, extents.languages, 3), turned(l, extents.panels, 1)};
            const int gain = pairs.gain(row_of(candidate));
            if (gain > least) best = candidate, least = gain;
          }
        }
      }
    }
    return best;
  };
  for (std::size_t sample = 0; sample < extents.samples; ++sample) {
    take({sample});
    constexpr int kOneOfItsOwn = 99;  // a fresh pair of this sample counts a hundred
    while (const auto best = best_of(sample, kOneOfItsOwn)) take(*best);
  }
  // What no sample had to bring: the default's own size with the other themes, and so on. Each in another sample, round and round.
  for (std::size_t turn = 0; extents.samples > 0; ++turn) {
    const auto best = best_of(turn % extents.samples, 0);
    if (!best) break;
    take(*best);
  }
  return set;
}

std::string name_of(const Combination& combination, const std::vector<text::LanguageInfo>& languages) {
  return all_samples()[combination.sample].name + "_" + std::string(kPanels[combination.panel].name) + "_text" + std::to_string(combination.size + 1) + "_" +
         std::string(screens::code_of(screens::kThemes[combination.theme])) + "_" + std::string(code_of(languages[combination.language].language));
}

screens::CanvasSetup setup_of(const Combination& combination, const text::LanguageInfo& language) {
  screens::CanvasSetup setup;
  setup.panel = kPanels[combination.panel].panel;
  setup.theme = screens::kThemes[combination.theme];
  setup.text = screens::kTextSizes[combination.size];
  setup.ruby = language.readings;
  setup.right_to_left = language.right_to_left;
  setup.fonts = language.fonts;
  return setup;
}

}  // namespace desk::shell::gallery
