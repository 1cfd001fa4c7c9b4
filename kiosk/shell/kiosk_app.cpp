#include "kiosk/shell/kiosk_app.h"

#include <algorithm>
#include <cctype>

#include "data/base/software.h"
#include "kiosk/screens/drawings.h"
#include "kiosk/screens/keys.h"
#include "kiosk/screens/screen_name.h"
#include "kiosk/shell/child_process.h"
#include "kiosk/shell/log.h"
#include "kiosk/shell/qr_matrix.h"

namespace desk::shell {
namespace {

constexpr std::size_t kLongestRead = 256;  // an address of ours is under 100 characters
constexpr std::chrono::seconds kVisitTick{1};
constexpr std::chrono::seconds kIdleTick{20};
constexpr std::chrono::milliseconds kAppears{150};  // a new screen: quick enough not to be waited for
constexpr std::chrono::milliseconds kPointing{66};  // a sheet that glides for a few seconds needs no more

screens::ThemeName theme_of(flow::Theme theme) {
  switch (theme) {
    case flow::Theme::Paper: return screens::ThemeName::Paper;
    case flow::Theme::WhiteOnBlack: return screens::ThemeName::WhiteOnBlack;
    case flow::Theme::YellowOnBlack: return screens::ThemeName::YellowOnBlack;
    case flow::Theme::LowGlare: return screens::ThemeName::LowGlare;
  }
  return screens::ThemeName::Paper;
}

// Esc closes what floats above the screen; a question about ending is answered with staying.
flow::Action back_of(const flow::Model& model) {
  return model.overlay == flow::Overlay::None ? flow::Action::Back : flow::Action::DismissOverlay;
}

}  // namespace

KioskApp::KioskApp(OpenDesk& desk, flow::Settings first_settings, bool still)
    : desk_(desk), floor_(std::make_unique<PracticeFloor>(desk)), aloud_(desk.speaker()), words_(desk.texts(), first_settings.language), still_(still) {
  facts_.version = program_version();
  if (const auto image = image_serial()) facts_.image = *image;
  else log_failure("image", image.error());
  learn_desk();
  floor_->on_change = [this] {
    learn_desk();
    ui_ = screens::UiState{};
    if (desk_.runner().on_end) desk_.runner().on_end();
  };
  desk.runner().on_read_again = [this] { aloud_.again(runner().model().settings); };
  desk.runner().on_stop_speaking = [this] { aloud_.hush(); };
  if (first_settings.text_size != 2) runner().dispatch(flow::TextSizeChosen{first_settings.text_size});
  if (first_settings.theme != flow::Theme::Paper) runner().dispatch(flow::ThemeChosen{first_settings.theme});
  if (first_settings.language != Language::Japanese) runner().dispatch(flow::LanguageChosen{first_settings.language});
}

// The desk that has the screen: the real one or the practice.
void KioskApp::learn_desk() {
  const config::DeskConfig& config = floor_->config();
  facts_.site_name = config.site.name;
  facts_.corner = config.site.corner;
  facts_.demonstration = config.demonstration;
  facts_.training = runner().training();
  facts_.phone_page = config.page.mode != config::HandoffMode::Off;
  facts_.files_on_phone = config.page.mode == config::HandoffMode::Public;
  facts_.scans_days = config.store.scans_days;
  facts_.answers_days_after_deadline = config.store.answers_days_after_deadline;
  facts_.answers_days_most = config.store.answers_days_most;
  facts_.official_address = runner().official_address();
  facts_.sound = desk_.config().speech.enabled && desk_.speaker().available();
  if (desk_.catalogue_refused()) facts_.catalogue_fault = desk_.catalogue_refused()->code;
}

screens::CanvasSetup KioskApp::look() const {
  const flow::Settings& settings = runner().model().settings;
  screens::CanvasSetup setup;
  setup.theme = theme_of(settings.theme);
  setup.text = static_cast<screens::TextSize>(settings.text_size - 1);
  const bool resting = runner().model().step == flow::Step::Coach && !pointing();
  setup.still = still_ || settings.still || resting;
  setup.appeared = still_ || settings.still ? 1 : appeared();
  const text::LanguageInfo& language = desk_.texts().info(settings.language);
  setup.ruby = language.readings;
  setup.right_to_left = language.right_to_left;
  setup.fonts = language.fonts;
  return setup;
}

screens::Scene KioskApp::scene() {
  words_ = text::Words(desk_.texts(), runner().model().settings.language);
  return {runner().model(), runner().assessment(), runner().pack(), desk_.catalogue().offices(), words_, runner().images(), facts_,
          runner().delays(), [](const std::string& text) { return matrix_of(text); }, runner().today(), desk_.clock().wall(), desk_.clock().steady(),
          &desk_.name_forms()};
}

void KioskApp::draw(screens::Canvas& canvas) {
  const screens::Scene shown = scene();
  screens::draw_scene(canvas, shown, ui_);
  if (shown_step_ != runner().model().step) {
    shown_step_ = runner().model().step;
    step_shown_at_ = desk_.clock().steady();
  }
  aloud_.drawn(canvas, screens::screen_name(shown, ui_), screens::layer_name(shown, ui_), runner().model().settings);
  if (facts_.demonstration) draw_demonstration_phone(canvas);
}

// The applicant's own phone, which a demonstration has to draw: the message as it would arrive, over the line of stations.
void KioskApp::draw_demonstration_phone(screens::Canvas& canvas) {
  const std::string& message = runner().demonstration_message();
  const flow::Overlay over = runner().model().overlay;
  if (message.empty() || over == flow::Overlay::Away || over == flow::Overlay::IdleWarning) return;  // a covered screen shows nothing
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
  aloud_.typed(key);
  if (auto event = screens::press(key, scene(), ui_)) runner().dispatch(std::move(*event));
}

void KioskApp::on_refused(std::string_view key) {
  if (auto event = screens::refused(key, scene(), ui_)) runner().dispatch(std::move(*event));
}

void KioskApp::on_drag(const screens::Drag& drag) {
  if (auto event = screens::drag(drag, scene(), ui_)) runner().dispatch(std::move(*event));
}

bool KioskApp::on_key(const KeyPress& key) {
  switch (key.name) {
    case KeyName::Digit:
      aloud_.typed(std::string(screens::key::kDigit) + std::to_string(key.digit));
      if (auto event = screens::typed(static_cast<char>('0' + key.digit), scene())) runner().dispatch(std::move(*event));
      return true;
    case KeyName::Delete:
      if (auto event = screens::typed('\b', scene())) runner().dispatch(std::move(*event));
      return true;
    case KeyName::Back: runner().dispatch(flow::Pressed{back_of(runner().model())}); return true;
    case KeyName::Help: runner().dispatch(flow::Pressed{flow::Action::CallStaff}); return true;
    case KeyName::ReadAgain: runner().dispatch(flow::Pressed{flow::Action::ReadAgain}); return true;
    case KeyName::Next:
    case KeyName::Previous:
    case KeyName::Press:
    case KeyName::Up:
    case KeyName::Down:
    case KeyName::Left:
    case KeyName::Right:
    case KeyName::SwitchNext:
    case KeyName::SwitchSelect:
    case KeyName::Quit: return false;
  }
  return false;
}

// A hand scanner is a keyboard that types the whole code at once. Its text counts as soon as it holds an address of ours.
bool KioskApp::on_text(std::string_view utf8) {
  // At the name letters of a keyboard are the name, and nothing else keeps them; a space there is Press, as everywhere.
  if (runner().model().step == flow::Step::ContactName && runner().model().overlay == flow::Overlay::None) {
    for (const char character : utf8) {
      if (character == ' ' || (character >= '0' && character <= '9')) continue;
      if (auto event = screens::typed(character, scene())) runner().dispatch(std::move(*event));
    }
    return true;
  }
  // The letters of a reception number, typed on a keyboard as on the pad.
  if (runner().model().step == flow::Step::ResumeNumber && utf8.size() == 1 && std::isalpha(static_cast<unsigned char>(utf8[0])) != 0) {
    if (auto event = screens::typed(static_cast<char>(std::toupper(static_cast<unsigned char>(utf8[0]))), scene())) runner().dispatch(std::move(*event));
  }
  read_by_reader_ += utf8;
  if (read_by_reader_.size() > kLongestRead) read_by_reader_.erase(0, read_by_reader_.size() - kLongestRead);
  if (!token_in_address(read_by_reader_)) return false;
  runner().dispatch(flow::ReaderRead{read_by_reader_});
  wipe(read_by_reader_);
  return true;
}

void KioskApp::on_touch() {
  last_touch_ = desk_.clock().steady();
  // The idle warning asks a question: the finger's way down to おわる must not already count as つづける.
  if (runner().model().overlay != flow::Overlay::IdleWarning) runner().dispatch(flow::Touched{});
}

bool KioskApp::on_wake() { return floor_->pump(); }

std::optional<std::chrono::milliseconds> KioskApp::next_change() const {
  if (pointing()) return kPointing;
  return flow::visit_under_way(runner().model()) ? std::chrono::milliseconds(kVisitTick) : std::chrono::milliseconds(kIdleTick);
}

void KioskApp::on_tick() {
  const SteadyTime now = desk_.clock().steady();
  if (pointing() && now - last_tick_ < kVisitTick) return;  // only a frame is due
  last_tick_ = now;
  floor_->tick();
  if (!aloud_.lost()) return;
  log_failure("speech", {StaffCode::SoundMissing, "desk-speech", "ended"});
  runner().dispatch(flow::SpeechLost{});
}

// The start screen, which shows to nobody for hours, never animates.
double KioskApp::appeared() const {
  const flow::Model& model = runner().model();
  if (model.step == flow::Step::Attract) return 1;
  if (model.step != shown_step_) return 0;
  const auto since = desk_.clock().steady() - step_shown_at_;
  return std::min(1.0, std::chrono::duration<double>(since) / kAppears);
}

bool KioskApp::pointing() const {
  const flow::Model& model = runner().model();
  if (still_ || model.settings.still || model.step != flow::Step::Coach || model.overlay != flow::Overlay::None) return false;
  const SteadyTime now = desk_.clock().steady();
  return now - std::max(last_touch_, step_shown_at_) < std::chrono::duration<double>(screens::kRestAfter);
}

// The time from the start of the process to the first picture a person sees, once, for the benchmark.
void KioskApp::on_presented() {
  aloud_.presented(runner().model().settings, words_);
  if (first_frame_told_) return;
  first_frame_told_ = true;
  desk_.begin();
  log_note("first_frame", std::to_string((desk_.clock().steady().micros - process_start_micros()) / 1000));
}

bool KioskApp::moving() const {
  return !still_ && !runner().model().settings.still && (flow::busy(runner().model()) || appeared() < 1);
}

}  // namespace desk::shell
