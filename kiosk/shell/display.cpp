#include "kiosk/shell/display.h"

#include <SDL.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "kiosk/shell/draw_lists.h"
#include "kiosk/shell/input_watch.h"
#include "kiosk/shell/window_system.h"

namespace desk::shell {
namespace {

struct Destroy {
  void operator()(SDL_Window* window) const { SDL_DestroyWindow(window); }
  void operator()(SDL_Renderer* renderer) const { SDL_DestroyRenderer(renderer); }
  void operator()(SDL_Texture* texture) const { SDL_DestroyTexture(texture); }
};
template <class T>
using Owned = std::unique_ptr<T, Destroy>;

Failure unavailable(const std::string& what) { return {StaffCode::DisplayUnavailable, what, SDL_GetError()}; }

SDL_Keycode key_named(const std::string& name) { return name.empty() ? SDLK_UNKNOWN : SDL_GetKeyFromName(name.c_str()); }

std::optional<KeyPress> key_press(const SDL_Keysym& key) {
  const bool shift = (key.mod & KMOD_SHIFT) != 0;
  if (key.sym >= SDLK_0 && key.sym <= SDLK_9) return KeyPress{KeyName::Digit, static_cast<int>(key.sym - SDLK_0)};
  if (key.sym == SDLK_KP_0) return KeyPress{KeyName::Digit, 0};
  if (key.sym >= SDLK_KP_1 && key.sym <= SDLK_KP_9) return KeyPress{KeyName::Digit, static_cast<int>(key.sym - SDLK_KP_1) + 1};
  switch (key.sym) {
    case SDLK_TAB: return KeyPress{shift ? KeyName::Previous : KeyName::Next, 0};
    case SDLK_RIGHT: return KeyPress{KeyName::Right, 0};
    case SDLK_DOWN: return KeyPress{KeyName::Down, 0};
    case SDLK_LEFT: return KeyPress{KeyName::Left, 0};
    case SDLK_UP: return KeyPress{KeyName::Up, 0};
    case SDLK_F1: return KeyPress{KeyName::Help, 0};
    case SDLK_F2: return KeyPress{KeyName::ReadAgain, 0};
    case SDLK_RETURN:
    case SDLK_KP_ENTER:
    case SDLK_SPACE: return KeyPress{KeyName::Press, 0};
    case SDLK_ESCAPE: return KeyPress{KeyName::Back, 0};
    case SDLK_BACKSPACE:
    case SDLK_DELETE: return KeyPress{KeyName::Delete, 0};
    default: return std::nullopt;
  }
}

class SdlDisplay final : public Display {
 public:
  explicit SdlDisplay(const DisplayOptions& options)
      : rotate_(((options.rotate % 360) + 360) % 360), switch_next_(key_named(options.switch_next)), switch_select_(key_named(options.switch_select)) {}
  ~SdlDisplay() override {
    target_.reset();
    renderer_.reset();
    window_.reset();
    SDL_VideoQuit();
  }
  SdlDisplay(const SdlDisplay&) = delete;
  SdlDisplay& operator=(const SdlDisplay&) = delete;

  Done open(const DisplayOptions& options) {
    // Our register decides what a touch means; SDL must not turn fingers into a mouse as well, nor blank the panel or grab its keys.
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
    SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
    SDL_SetHint(SDL_HINT_RENDER_SCALE_QUALITY, "linear");
    SDL_SetHint(SDL_HINT_RENDER_BATCHING, "1");
    SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
    SDL_SetMainReady();
    if (options.offscreen) return open_offscreen(options);
    if (SDL_VideoInit(nullptr) != 0) return fail(unavailable("video"));
    return open_window(options, options.software ? "software" : options.renderer);
  }

  int width() const override { return turned() ? window_height_ : window_width_; }
  int height() const override { return turned() ? window_width_ : window_height_; }

  std::string driver() const override {
    SDL_RendererInfo info;
    const bool known = SDL_GetRendererInfo(renderer_.get(), &info) == 0;
    const char* video = SDL_GetCurrentVideoDriver();
    return std::string(video != nullptr ? video : "?") + "/" + (known ? info.name : "?");
  }

  double px_per_mm() const override {
    float dpi = 0;
    if (SDL_GetDisplayDPI(SDL_GetWindowDisplayIndex(window_.get()), &dpi, nullptr, nullptr) != 0 || dpi <= 0) return 0;
    return static_cast<double>(dpi) / 25.4;
  }

  std::uintptr_t upload(int width, int height, const std::uint8_t* rgba) override {
    SDL_Texture* texture = SDL_CreateTexture(renderer_.get(), SDL_PIXELFORMAT_RGBA32, SDL_TEXTUREACCESS_STATIC, width, height);
    if (texture == nullptr) return 0;
    SDL_SetTextureBlendMode(texture, SDL_BLENDMODE_BLEND);
    SDL_UpdateTexture(texture, nullptr, rgba, width * 4);
    return reinterpret_cast<std::uintptr_t>(texture);
  }

  void destroy(std::uintptr_t id) override {
    if (id != 0) SDL_DestroyTexture(reinterpret_cast<SDL_Texture*>(id));
  }

  void pump(std::vector<Input>& out) override {
    if (watch_) watch_->drain();
    SDL_Event event;
    while (SDL_PollEvent(&event) != 0) take(event, out);
  }

  std::vector<int> input_fds() override {
    if (watch_) return watch_->fds();
    if (x11_fd_ >= 0) return {x11_fd_};
    return {};
  }
  bool input_fds_complete() const override { return no_input_ || watch_ || x11_fd_ >= 0; }

  void render(bool show) override {
    draw(show);
    if (!show) return;
    SDL_RenderPresent(renderer_.get());
    if (!on_the_bare_panel() || first_shown_) return;
    // Straight on KMS the first picture is seen when the next one comes; the start screen's next one may be a heartbeat away.
    draw(show);
    SDL_RenderPresent(renderer_.get());
    first_shown_ = true;
  }

  void draw(bool show) {
    if (target_) SDL_SetRenderTarget(renderer_.get(), target_.get());
    SDL_SetRenderDrawColor(renderer_.get(), 0, 0, 0, 255);
    SDL_RenderClear(renderer_.get());
    show_draw_lists(renderer_.get());
    if (target_ && show) {
      SDL_SetRenderTarget(renderer_.get(), nullptr);
      const SDL_Rect place{(window_width_ - width()) / 2, (window_height_ - height()) / 2, width(), height()};
      SDL_RenderCopyEx(renderer_.get(), target_.get(), nullptr, &place, rotate_, nullptr, SDL_FLIP_NONE);
    }
    if (show && on_the_bare_panel()) finish_drawing();
  }

  Result<screens::Picture> read_back() override {
    screens::Picture picture{0, width(), height(), {}};
    picture.rgba.resize(static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) * 4);
    if (SDL_RenderReadPixels(renderer_.get(), nullptr, SDL_PIXELFORMAT_RGBA32, picture.rgba.data(), picture.width * 4) != 0) {
      return fail(unavailable("read back"));
    }
    return picture;
  }

 private:
  // Straight on KMS there is no window system, and we watch the input devices ourselves.
  [[nodiscard]] bool on_the_bare_panel() const { return watch_ != nullptr; }

  // A page flip does not wait for Mesa's software rasteriser: a panel that is told what changed (virtio, USB displays) then showed the frame
  // before until the next one came (seen in QEMU). Reading a pixel waits until all are there.
  void finish_drawing() {
    std::uint32_t pixel = 0;
    const SDL_Rect one{0, 0, 1, 1};
    (void)SDL_RenderReadPixels(renderer_.get(), &one, SDL_PIXELFORMAT_RGBA32, &pixel, static_cast<int>(sizeof pixel));
  }

  [[nodiscard]] bool turned() const { return rotate_ == 90 || rotate_ == 270; }

  Done open_offscreen(const DisplayOptions& options) {
    no_input_ = true;
    // Mesa through EGL without a display draws a page in 2.4 ms; where there is none SDL's own renderer does it in 116 (measured).
    if (!options.software && SDL_VideoInit("offscreen") == 0) {
      if (open_window(options, "opengles2")) return {};
      renderer_.reset();
      window_.reset();
      SDL_VideoQuit();
    }
    SDL_SetHint(SDL_HINT_VIDEODRIVER, "dummy");  // SDL hides this driver from whoever does not ask for it so
    if (SDL_VideoInit("dummy") != 0) return fail(unavailable("dummy video"));
    return open_window(options, "software");
  }

  Done open_window(const DisplayOptions& options, const std::string& renderer) {
    SDL_SetHint(SDL_HINT_RENDER_DRIVER, renderer.c_str());
    const bool whole = options.width <= 0 || options.height <= 0;
    const int width = whole ? 1280 : turned() ? options.height : options.width;
    const int height = whole ? 800 : turned() ? options.width : options.height;
    const Uint32 flags = whole ? SDL_WINDOW_FULLSCREEN_DESKTOP : SDL_WINDOW_SHOWN;
    window_.reset(SDL_CreateWindow(options.title.c_str(), SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, width, height, flags));
    if (!window_) return fail(unavailable("window"));
    const Uint32 how = options.offscreen ? 0 : SDL_RENDERER_PRESENTVSYNC;
    renderer_.reset(SDL_CreateRenderer(window_.get(), -1, how));
    if (!renderer_) return fail(unavailable("renderer " + renderer));
    if (SDL_GetRendererOutputSize(renderer_.get(), &window_width_, &window_height_) != 0) return fail(unavailable("window size"));
    if (rotate_ != 0) {
      target_.reset(SDL_CreateTexture(renderer_.get(), SDL_PIXELFORMAT_RGBA32, SDL_TEXTUREACCESS_TARGET, this->width(), this->height()));
      if (!target_) return fail(unavailable("rotated picture"));
    }
    if (!no_input_) find_fds();
    if (whole && !no_input_) SDL_ShowCursor(SDL_DISABLE);  // a finger needs no arrow
    SDL_StartTextInput();
    return {};
  }

  void find_fds() {
    const WindowSystem system = window_system_of(window_.get());
    x11_fd_ = system.x11_fd;
    if (system.kms) watch_ = InputWatch::create();
  }

  // Window coordinates of events are in points; the renderer's in pixels.
  [[nodiscard]] screens::Point place(double x, double y) const {
    int points_w = 0;
    int points_h = 0;
    SDL_GetWindowSize(window_.get(), &points_w, &points_h);
    const double sx = points_w > 0 ? static_cast<double>(window_width_) / points_w : 1;
    const double sy = points_h > 0 ? static_cast<double>(window_height_) / points_h : 1;
    return upright({x * sx, y * sy}, window_width_, window_height_, rotate_);
  }

  // Every finger is told; which of them counts is the register's to say (kiosk/screens/contacts.h).
  void finger(const SDL_TouchFingerEvent& event, screens::PointerPhase phase, std::vector<Input>& out) {
    if (phase == screens::PointerPhase::Down) lift_lost_fingers(out);
    const auto known = std::find_if(fingers_.begin(), fingers_.end(), [&](const Finger& finger) { return finger.panel == event.touchId && finger.id == event.fingerId; });
    std::int64_t number = 0;
    if (phase == screens::PointerPhase::Down) {
      number = known != fingers_.end() ? known->number : ++last_finger_;
      if (known == fingers_.end()) fingers_.push_back({event.touchId, event.fingerId, number});
    } else {
      if (known == fingers_.end()) return;
      number = known->number;
      if (phase == screens::PointerPhase::Up) fingers_.erase(known);
    }
    const screens::Point at = upright({static_cast<double>(event.x) * window_width_, static_cast<double>(event.y) * window_height_}, window_width_, window_height_, rotate_);
    out.push_back({Input::Kind::Pointer, phase, at, {}, {}, number});
  }

  // A panel that was unplugged under a finger never says that it was lifted, and that finger would keep all others from pressing.
  void lift_lost_fingers(std::vector<Input>& out) {
    std::erase_if(fingers_, [&](const Finger& finger) {
      for (int i = 0; i < SDL_GetNumTouchFingers(finger.panel); ++i) {
        const SDL_Finger* still = SDL_GetTouchFinger(finger.panel, i);
        if (still != nullptr && still->id == finger.id) return false;
      }
      out.push_back({Input::Kind::Pointer, screens::PointerPhase::Cancel, {}, {}, {}, finger.number});
      return true;
    });
  }

  void key_down(const SDL_KeyboardEvent& event, std::vector<Input>& out) {
    // A key that is held down, or a switch that somebody leans on, is pressed once.
    if (event.repeat != 0) return;
    std::optional<KeyPress> press = key_press(event.keysym);
    if (switch_next_ != SDLK_UNKNOWN && event.keysym.sym == switch_next_) press = KeyPress{KeyName::SwitchNext, 0};
    if (switch_select_ != SDLK_UNKNOWN && event.keysym.sym == switch_select_) press = KeyPress{KeyName::SwitchSelect, 0};
    if (press) out.push_back({Input::Kind::Key, screens::PointerPhase::Down, {}, *press, {}});
  }

  void take(const SDL_Event& event, std::vector<Input>& out) {
    using screens::PointerPhase;
    switch (event.type) {
      case SDL_FINGERDOWN: finger(event.tfinger, PointerPhase::Down, out); break;
      case SDL_FINGERMOTION: finger(event.tfinger, PointerPhase::Move, out); break;
      case SDL_FINGERUP: finger(event.tfinger, PointerPhase::Up, out); break;
      case SDL_MOUSEBUTTONDOWN:
      case SDL_MOUSEBUTTONUP:
        if (event.button.which == SDL_TOUCH_MOUSEID || event.button.button != SDL_BUTTON_LEFT) break;
        mouse_down_ = event.type == SDL_MOUSEBUTTONDOWN;
        out.push_back({Input::Kind::Pointer, mouse_down_ ? PointerPhase::Down : PointerPhase::Up, place(event.button.x, event.button.y), {}, {}});
        break;
      case SDL_MOUSEMOTION:
        if (event.motion.which == SDL_TOUCH_MOUSEID || !mouse_down_) break;
        out.push_back({Input::Kind::Pointer, PointerPhase::Move, place(event.motion.x, event.motion.y), {}, {}});
        break;
      case SDL_KEYDOWN:
        key_down(event.key, out);
        break;
      case SDL_TEXTINPUT: out.push_back({Input::Kind::Text, PointerPhase::Down, {}, {}, event.text.text}); break;
      case SDL_WINDOWEVENT:
        if (event.window.event == SDL_WINDOWEVENT_EXPOSED || event.window.event == SDL_WINDOWEVENT_SIZE_CHANGED) out.push_back({});
        if (event.window.event == SDL_WINDOWEVENT_LEAVE && mouse_down_) {
          mouse_down_ = false;
          out.push_back({Input::Kind::Pointer, PointerPhase::Cancel, {}, {}, {}});
        }
        break;
      case SDL_RENDER_TARGETS_RESET:
      case SDL_RENDER_DEVICE_RESET: out.push_back({}); break;
      case SDL_QUIT: out.push_back({Input::Kind::Quit, PointerPhase::Down, {}, {}, {}}); break;
      default: break;
    }
  }

  bool first_shown_ = false;
  int rotate_;
  Owned<SDL_Window> window_;
  Owned<SDL_Renderer> renderer_;
  Owned<SDL_Texture> target_;  // the upright picture, when the panel is turned
  int window_width_ = 0;
  int window_height_ = 0;
  bool no_input_ = false;
  bool mouse_down_ = false;
  struct Finger {
    SDL_TouchID panel;
    SDL_FingerID id;
    std::int64_t number;    // what the register calls it
  };
  std::vector<Finger> fingers_;
  std::int64_t last_finger_ = 0;
  SDL_Keycode switch_next_ = SDLK_UNKNOWN;
  SDL_Keycode switch_select_ = SDLK_UNKNOWN;
  int x11_fd_ = -1;
  std::unique_ptr<InputWatch> watch_;
};

}  // namespace

screens::Point upright(screens::Point window, int window_width, int window_height, int rotate) {
  switch (((rotate % 360) + 360) % 360) {
    case 90: return {window.y, window_width - window.x};
    case 180: return {window_width - window.x, window_height - window.y};
    case 270: return {window_height - window.y, window.x};
    default: return window;
  }
}

Result<std::unique_ptr<Display>> Display::create(const DisplayOptions& options) {
  if (options.rotate % 90 != 0) return fail(Failure{StaffCode::ConfigBroken, "display.rotate", "0, 90, 180 or 270"});
  for (const auto& [name, key] : {std::pair{options.switch_next, "input.switch_next"}, std::pair{options.switch_select, "input.switch_select"}}) {
    if (!name.empty() && key_named(name) == SDLK_UNKNOWN) return fail(Failure{StaffCode::ConfigBroken, key, "no key of this name: " + name});
  }
  auto display = std::make_unique<SdlDisplay>(options);
  if (auto opened = display->open(options); !opened) return fail(opened.error());
  return std::unique_ptr<Display>(std::move(display));
}

}  // namespace desk::shell
