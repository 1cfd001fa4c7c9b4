#include "kiosk/shell/closed_desk.h"

#include <thread>

#include "data/base/places.h"
#include "kiosk/screens/notice.h"

namespace desk::shell {

using std::chrono::milliseconds;

ClosedDesk::ClosedDesk(Failure failure, const text::TextCatalog* texts, const Clock& clock, milliseconds patience)
    : failure_(std::move(failure)), texts_(texts), clock_(clock), until_(clock.steady() + patience) {}

void ClosedDesk::draw(screens::Canvas& canvas) {
  canvas.fill(canvas.area(), canvas.theme().paper);
  screens::NoticeView view;
  view.tone = screens::Tone::Stop;
  if (texts_ != nullptr) {
    const text::Words words(*texts_, Language::Japanese);
    view.title = words(text_key(failure_.code) + ".title");
    view.body = words(text_key(failure_.code) + ".body");
  } else {
    view.title = to_string(failure_.code);
  }
  // For staff, who have no other place to read it.
  view.staff_code = failure_.message();
  screens::notice(canvas, canvas.area().inset(canvas.gap() * 2, canvas.gap() * 2), view);
}

std::optional<milliseconds> ClosedDesk::next_change() const {
  return std::chrono::duration_cast<milliseconds>(until_ - clock_.steady()) + milliseconds{1};
}

bool ClosedDesk::finished() const { return quit_ || clock_.steady() >= until_; }

void show_closed(const Failure& failure, milliseconds patience) {
  const SystemClock clock;
  DisplayOptions options;
  options.title = "desk-kiosk";
  auto display = Display::create(options);
  auto face = display ? Face::create(**display, {}) : Result<std::unique_ptr<Face>>(fail(display.error()));
  if (!face) {
    std::this_thread::sleep_for(patience);
    return;
  }
  const auto texts = text::TextCatalog::load(data_folder() + "/text");
  ClosedDesk app(failure, texts ? &*texts : nullptr, clock, patience);
  FrameLoop(**face, app, clock, /*wake_fd=*/-1, {}).run();
}

}  // namespace desk::shell
