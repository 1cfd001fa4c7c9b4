// Every combination without pixels.
#include <algorithm>
#include <set>
#include <thread>

#include "data/base/characters.h"
#include "kiosk/shell/gallery/gallery.h"
#include "kiosk/shell/gallery/recording.h"
#include "kiosk/shell/gallery/trace.h"

namespace desk::shell::gallery {
namespace {

// Words that nobody wrote for a screen: names of the desk, of people and of languages, and single characters of a person's, whose reading stands
// over the whole name.
std::vector<std::string> own_words(const Stage& stage) {
  std::vector<std::string> own = brought_along(stage);
  for (const text::LanguageInfo& language : stage.world().texts.languages()) own.push_back(language.name);
  for (const input::Composition* part : {&stage.model.name.family, &stage.model.name.given}) {
    for (const std::string_view character : characters(part->settled.reveal())) {
      for (const std::string& form : stage.world().name_forms.of(character)) own.push_back(form);
    }
  }
  return own;
}

// Once round the keyboard's way, from before the first target.
std::vector<std::string> walk_focus(screens::TouchRegister& targets) {
  std::vector<std::string> keys;
  targets.clear_focus();
  for (std::size_t steps = 0; steps <= targets.targets().size() * 2; ++steps) {
    targets.focus_next();
    const std::string key(targets.focused());
    if (key.empty() || (!keys.empty() && key == keys.front())) break;
    keys.push_back(key);
  }
  return keys;
}

// One panel's part of the work.
class PanelCheck {
 public:
  PanelCheck(const World& world, const Trace& trace, std::size_t panel, bool full) : world_(world), trace_(trace), panel_(panel), full_(full) {}

  void run(Measurer& measurer, const std::vector<std::size_t>& samples) {
    const auto& languages = world_.texts.languages();
    for (const std::size_t sample : samples) {
      for (std::size_t language = 0; language < languages.size(); ++language) {
        if (!full_ && !findings.empty()) return;
        check(measurer, sample, language);
      }
    }
  }

  std::vector<Finding> findings;
  std::size_t combinations = 0;

 private:
  void check(Measurer& measurer, std::size_t sample, std::size_t language) {
    const text::LanguageInfo& info = world_.texts.languages()[language];
    Show show(world_, world_.texts, all_samples()[sample], info.language, measurer.typesetter());
    for (std::size_t size = 0; size < screens::kTextSizes.size(); ++size) {
      std::uint64_t geometry = 0;
      for (std::size_t theme = 0; theme < screens::kThemes.size(); ++theme) {
        const Combination combination{sample, size, theme, language, panel_};
        const Drawing drawing = measurer.draw(show, setup_of(combination, info));
        ++combinations;
        if (theme == 0) {
          geometry = drawing.geometry;
          add(combination, complaints(drawing));
          add(combination, standing_.complaints(drawing));
          if (info.readings) add(combination, without_reading(drawing, own_words(show.stage())));
        } else if (drawing.geometry != geometry) {
          // What was found of the first theme holds for one that draws the same; what differs has to be looked at by itself.
          add(combination, {"this theme draws other shapes than the first"});
          add(combination, complaints(drawing));
        }
      }
    }
    // Words come from the same places at every size and in every theme.
    if (panel_ == 0) {
      const Combination combination{sample, 1, 0, language, panel_};
      Show traced(world_, trace_.texts(), all_samples()[sample], info.language, measurer.typesetter());
      add(combination, trace_.complaints(measurer.draw(traced, setup_of(combination, info)), traced.stage()));
    }
  }

  void add(const Combination& combination, const std::vector<std::string>& all) {
    for (const std::string& what : all) {
      const std::string once = all_samples()[combination.sample].name + std::to_string(combination.language) + what;
      if (told_.insert(once).second) findings.push_back({combination, what});
    }
  }

  const World& world_;
  const Trace& trace_;
  std::size_t panel_;
  bool full_;
  StandingButtons standing_;
  std::set<std::string> told_;
};

}  // namespace

Result<Measurer> Measurer::create() {
  auto typesetter = text::Typesetter::create();
  if (!typesetter) return fail(typesetter.error());
  return Measurer(std::move(*typesetter));
}

Drawing Measurer::draw(Show& show, const screens::CanvasSetup& setup) {
  painter_->forget_drawn();
  RecordingSurface surface(*painter_, setup.panel);
  screens::TouchRegister targets;
  targets.begin_frame();
  screens::Canvas canvas(setup, surface, *painter_, targets);
  show.draw(canvas);
  canvas.check_targets();
  targets.end_frame();
  Drawing drawing{setup, canvas.problems(), targets.targets(), {}, surface.texts(), surface.geometry()};
  drawing.focus = walk_focus(targets);
  return drawing;
}

Result<GeometryReport> check_geometry(const World& world, const std::string& packs, const std::vector<std::size_t>& samples, bool full) {
  auto trace = Trace::create(world, packs);
  if (!trace) return fail(trace.error());
  std::vector<Measurer> measurers;
  std::vector<PanelCheck> checks;
  for (std::size_t panel = 0; panel < std::size(kPanels); ++panel) {
    auto measurer = Measurer::create();
    if (!measurer) return fail(measurer.error());
    measurers.push_back(std::move(*measurer));
    checks.emplace_back(world, *trace, panel, full);
  }
  std::vector<std::thread> threads;
  for (std::size_t panel = 0; panel < checks.size(); ++panel) {
    threads.emplace_back([&, panel] { checks[panel].run(measurers[panel], samples); });
  }
  for (std::thread& thread : threads) thread.join();
  GeometryReport report;
  for (PanelCheck& check : checks) {
    report.combinations += check.combinations;
    for (Finding& finding : check.findings) report.findings.push_back(std::move(finding));
  }
  std::stable_sort(report.findings.begin(), report.findings.end(), [](const Finding& a, const Finding& b) { return a.combination.sample < b.combination.sample; });
  return report;
}

}  // namespace desk::shell::gallery
