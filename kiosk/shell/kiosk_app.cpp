#include "kiosk/shell/kiosk_app.h"

#include "kiosk/shell/child_process.h"
#include "kiosk/shell/log.h"
#include "kiosk/shell/qr_matrix.h"

namespace desk::shell {
namespace {

constexpr std::size_t kLongestRead = 256;  // an address of ours is under 100 characters
constexpr std::chrono::seconds kVisitTick{1};
constexpr std::chrono::seconds kIdleTick{20};

screens::ThemeName theme_of(flow::Theme theme) {
  switch (theme) {
    case flow::Theme::Paper: return screens::ThemeName::Paper;
    case flow::Theme::WhiteOnBlack: return screens::ThemeName::WhiteOnBlack;
    case flow::Theme::YellowOnBlack: return screens::ThemeName::YellowOnBlack;
    case flow::Theme::LowGlare: return screens::ThemeName::LowGlare;
  }
  return screens::ThemeName::Paper;
}

}  // namespace

KioskApp::KioskApp(OpenDesk& desk, flow::Settings first_settings)
    : desk_(desk), runner_(desk.runner()), words_(desk.texts(), first_settings.language) {
  const config::DeskConfig& config = desk.config();
  facts_.site_name = config.site.name;
  facts_.corner = config.site.corner;
  facts_.demonstration = config.demonstration;
  facts_.training = runner_.training();
  facts_.phone_page = config.page.mode != config::HandoffMode::Off;
  facts_.files_on_phone = config.page.mode == config::HandoffMode::Public;
  facts_.scans_days = config.store.scans_days;
  facts_.answers_days_after_deadline = config.store.answers_days_after_deadline;
  facts_.answers_days_most = config.store.answers_days_most;
  facts_.official_address = runner_.official_address();
  if (desk.catalogue_refused()) facts_.catalogue_fault = desk.catalogue_refused()->code;
  if (first_settings.text_size != 2) runner_.dispatch(flow::TextSizeChosen{first_settings.text_size});
  if (first_settings.theme != flow::Theme::Paper) runner_.dispatch(flow::ThemeChosen{first_settings.theme});
  if (first_settings.language != Language::Japanese) runner_.dispatch(flow::LanguageChosen{first_settings.language});
}

screens::CanvasSetup KioskApp::look() const {
  const flow::Settings& settings = runner_.model().settings;
  screens::CanvasSetup setup;
  setup.theme = theme_of(settings.theme);
  setup.text = static_cast<screens::TextSize>(settings.text_size - 1);
  setup.ruby = settings.language == Language::EasyJapanese;
  return setup;
}

screens::Scene KioskApp::scene() {
  words_ = text::Words(desk_.texts(), runner_.model().settings.language);
  return {runner_.model(), runner_.assessment(), runner_.pack(), desk_.catalogue().offices(), words_, runner_.images(), facts_,
          runner_.delays(), [](const std::string& text) { return matrix_of(text); }, runner_.today(), desk_.clock().wall(), desk_.clock().steady()};
}

void KioskApp::draw(screens::Canvas& canvas) {
  screens::draw_scene(canvas, scene(), ui_);
  if (facts_.demonstration) draw_demonstration_phone(canvas);
}

// The applicant's own phone, which a demonstration has to draw: the message as it would arrive, over the line of stations.
void KioskApp::draw_demonstration_phone(screens::Canvas& canvas) {
  const std::string& message = runner_.demonstration_message();
  if (message.empty()) return;
  const double width = canvas.area().w * (canvas.portrait() ? 0.92 : 0.5);
  const screens::Rect card{(canvas.area().w - width) / 2, 2, width, canvas.em(screens::Role::Secondary) * 4.4};
  canvas.shadow(card, 5, 3);
  canvas.fill(card, canvas.theme().card, 5);
  canvas.stroke(card, canvas.theme().primary, 0.7, 5);
  screens::Rect inner = card.inset(3.5, 2.5);
  const screens::Rect icon = inner.cut_left(inner.h * 0.7, 3);
  canvas.icon(screens::Icon::Phone, icon, canvas.theme().primary);
  screens::TextLook look;
  look.role = screens::Role::Caption;
  look.max_lines = 4;
  look.may_shorten = true;
  canvas.text_middle(inner, words_("demo.phone") + " " + message, look);
}

void KioskApp::on_press(std::string_view key) {
  if (auto event = screens::press(key, scene(), ui_)) runner_.dispatch(std::move(*event));
}

void KioskApp::on_drag(const screens::Drag& drag) {
  if (auto event = screens::drag(drag, scene(), ui_)) runner_.dispatch(std::move(*event));
}

bool KioskApp::on_key(const KeyPress& key) {
  switch (key.name) {
    case KeyName::Digit:
      if (auto event = screens::typed(static_cast<char>('0' + key.digit), scene())) runner_.dispatch(std::move(*event));
      return true;
    case KeyName::Delete:
      if (auto event = screens::typed('\b', scene())) runner_.dispatch(std::move(*event));
      return true;
    case KeyName::Back: runner_.dispatch(flow::Pressed{flow::Action::Back}); return true;
    case KeyName::Next:
    case KeyName::Previous:
    case KeyName::Press:
    case KeyName::Quit: return false;
  }
  return false;
}

// A hand scanner is a keyboard that types the whole code at once. Its text counts as soon as it holds an address of ours.
bool KioskApp::on_text(std::string_view utf8) {
  read_by_reader_ += utf8;
  if (read_by_reader_.size() > kLongestRead) read_by_reader_.erase(0, read_by_reader_.size() - kLongestRead);
  if (!token_in_address(read_by_reader_)) return false;
  runner_.dispatch(flow::ReaderRead{read_by_reader_});
  wipe(read_by_reader_);
  return true;
}

void KioskApp::on_touch() {
  // The idle warning asks a question: the finger's way down to おわる must not already count as つづける.
  if (runner_.model().overlay != flow::Overlay::IdleWarning) runner_.dispatch(flow::Touched{});
}

bool KioskApp::on_wake() { return runner_.pump(); }

std::optional<std::chrono::milliseconds> KioskApp::next_change() const {
  return flow::visit_under_way(runner_.model()) ? kVisitTick : kIdleTick;
}

void KioskApp::on_tick() { runner_.tick(); }

// The time from the start of the process to the first picture a person sees, once, for the benchmark.
void KioskApp::on_presented() {
  if (first_frame_told_) return;
  first_frame_told_ = true;
  desk_.begin();
  log_note("first_frame", std::to_string((desk_.clock().steady().micros - process_start_micros()) / 1000));
}

bool KioskApp::moving() const { return flow::busy(runner_.model()); }

}  // namespace desk::shell
