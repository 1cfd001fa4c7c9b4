// The start: what this desk does, the next deadline, three ways in.
#include "kiosk/screens/attract.h"
#include "kiosk/screens/scene_parts.h"

namespace desk::screens {
namespace {

constexpr std::size_t kMostLanguages = 2;  // in the foot

// The next deadline of any frame that is still open today.
struct NextDeadline {
  std::string round;
  CivilMinute deadline;
};

std::optional<NextDeadline> next_deadline(const Scene& scene) {
  std::optional<NextDeadline> next;
  for (const catalog::Frame& frame : scene.pack.frames) {
    for (const catalog::Round& round : frame.rounds) {
      if (round.deadline <= scene.today) continue;
      if (!next || round.deadline < next->deadline) next = NextDeadline{round.id, round.deadline};
    }
  }
  return next;
}

}  // namespace

void draw_attract(Canvas& canvas, const Scene& scene) {
  const text::Words& words = scene.words;
  FrameView frame = frame_of_scene(scene);
  frame.back.label.clear();
  frame.next.label.clear();
  // The first ones of the others; all of them stand behind ことば.
  for (const text::LanguageInfo& other : words.languages()) {
    if (other.language == words.language() || frame.left_extra.size() == kMostLanguages) continue;
    frame.left_extra.push_back({std::string(key::kTongue) + std::string(code_of(other.language)), other.name, Icon::None, true});
  }
  frame.foot_note = words("screen.attract.promise");

  AttractView view;
  view.title = words("screen.attract.title");
  view.programme = speaker_of(scene).name(scene.pack.name);
  view.promise = words("screen.attract.lead");
  if (const auto next = next_deadline(scene)) {
    view.deadline_tag = words("screen.attract.next_deadline");
    view.deadline = words("screen.attract.round", {{"round", next->round}, {"deadline", words.minute(next->deadline)}});
    const int left = days_between(scene.today.date, next->deadline.date);
    if (left > 0) {
      view.days_before = words("screen.attract.days_before");
      view.days = std::to_string(left);
      view.days_after = words("screen.attract.days_after");
    } else {
      view.days_before = words("screen.attract.today");
    }
  } else {
    view.deadline = words("screen.attract.no_round");
  }
  const bool stale = !stale_words(scene).empty();
  view.verified = words(stale ? "screen.attract.verified_stale" : "screen.attract.verified", {{"date", words.full_day(scene.pack.verified)}});
  view.paths = {
      {action_key(flow::Action::Begin), words("screen.attract.begin.title"), words("screen.attract.begin.sub"), true},
      {action_key(flow::Action::Resume), words("screen.attract.resume.title"), words("screen.attract.resume.sub"), false},
      {action_key(flow::Action::LookUp), words("screen.attract.lookup.title"), words("screen.attract.lookup.sub"), false},
  };
  attract(canvas, draw_frame(canvas, frame), view);
}

}  // namespace desk::screens
