#include "kiosk/shell/tour.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>

#include "data/base/characters.h"
#include "data/base/fields.h"
#include "kiosk/input/kana.h"
#include "kiosk/screens/keyboard.h"
#include "kiosk/shell/phone_check.h"
#include "kiosk/shell/png_file.h"
#include "kiosk/shell/visit_report.h"

namespace desk::shell {
namespace fs = std::filesystem;
namespace {

constexpr std::chrono::seconds kPatience{60};  // for any one answer of a device; a demonstration's take seconds

Failure trouble(const std::string& where, const std::string& reason) { return {StaffCode::Internal, where, reason}; }

// What makes a screen a new picture: the step, what floats above it, and the phase that it shows.
std::string signature(const flow::Model& m) {
  return std::to_string(static_cast<int>(m.step)) + "." + std::to_string(static_cast<int>(m.overlay)) + "." +
         std::to_string(static_cast<int>(m.code.phase)) + "." + std::to_string(static_cast<int>(m.scan.phase)) + "." +
         std::to_string(static_cast<int>(m.print.phase)) + "." + std::to_string(static_cast<int>(m.bundles.phase)) + "." +
         std::to_string(static_cast<int>(m.name.phase)) + std::to_string(static_cast<int>(m.name.part(m.name.at_hand()).stage)) + "." +
         std::to_string(m.partner) + "." + m.scan.need + (m.scan.fault ? "f" : "") + (m.link.grant.empty() ? "" : "g");
}

std::string picture_name(const flow::Model& m) {
  std::string name(flow::name_of(m.step));
  if (m.step == flow::Step::Coach || m.step == flow::Step::Scanned || m.step == flow::Step::IssueDate) name += "_" + m.scan.need;
  if (m.step == flow::Step::PartnerKind) name += "_" + std::to_string(m.partner);
  if (m.step == flow::Step::ContactName) {
    constexpr const char* kPhases[] = {"_family", "_given", "_check"};
    name += kPhases[static_cast<int>(m.name.phase)];
    if (m.name.part(m.name.at_hand()).stage == input::Stage::Choosing) name += "_words";
    if (m.name.part(m.name.at_hand()).stage == input::Stage::Converting) name += "_busy";
  }
  std::replace(name.begin(), name.end(), '/', '_');  // of a partner's paper
  if (m.scan.fault) name += "_fault";
  if (flow::busy(m) && m.step != flow::Step::Scanning && m.step != flow::Step::Printing) name += "_busy";
  return name;
}

class Tour {
 public:
  Tour(OpenDesk& desk, Face& face, KioskApp& app, const std::string& folder)
      : desk_(desk), runner_(desk.runner()), face_(face), app_(app), folder_(folder),
        loop_(face, app, desk.clock(), app.wake_fd(), LoopOptions{}) {}

  Done go(const std::vector<TourStop>& stops) {
    for (const TourStop& stop : stops) {
      if (auto done = settle(); !done) return done;
      if (auto done = obey(stop); !done) return done;
    }
    if (auto done = settle(); !done) return done;
    if (runner_.model().step != flow::Step::Done) return fail(trouble("tour", "the script ended before the visit did, at " + here()));
    return {};
  }

  Done finish() {
    VisitReport report = report_of(desk_);
    if (auto done = keep_receipt(); !done) return done;
    if (auto done = keep_files(report); !done) return done;
    if (auto done = check_as_a_phone(report); !done) return done;
    if (auto done = write_report(report, folder_ + "/visit.json"); !done) return done;
    // The one door out, as a person would take it.
    loop_.press("frame.next");
    return settle();
  }

 private:
  [[nodiscard]] std::string here() const { return std::string(flow::name_of(runner_.model().step)); }

  // Turns the loop until nothing is under way any more, taking a picture of every screen on the way.
  Done settle() {
    const SteadyTime begin = desk_.clock().steady();
    for (;;) {
      const auto span = loop_.turn();
      if (auto done = picture_if_new(); !done) return done;
      const flow::Model& m = runner_.model();
      if (!flow::busy(m) && m.awaited == 0 && !m.resume.looking) return {};
      if (desk_.clock().steady() - begin > kPatience) return fail(trouble(here(), "nothing came back in time"));
      loop_.sleep(std::min(span, std::chrono::milliseconds{50}));
    }
  }

  Done picture_if_new() {
    const flow::Model& m = runner_.model();
    const std::string now = signature(m);
    if (now == last_) return {};
    last_ = now;
    return picture();
  }

  void redraw() { face_.draw(app_, static_cast<double>(desk_.clock().steady().micros) / 1e6, /*show=*/false); }

  Done picture() {
    const flow::Model& m = runner_.model();
    redraw();
    for (const screens::Problem& problem : face_.problems()) {
      std::fprintf(stderr, "desk-kiosk: layout of %s: %s %s\n", picture_name(m).c_str(), std::string(name_of(problem.kind)).c_str(), problem.what.c_str());
    }
    auto shot = face_.display().read_back();
    if (!shot) return fail(shot.error());
    const std::string number = std::to_string(++pictures_);
    const std::string path = folder_ + "/" + (number.size() < 2 ? "0" : "") + number + "-" + picture_name(m) + ".png";
    std::printf("  %s\n", fs::path(path).filename().c_str());
    std::fflush(stdout);
    return write_png(path, *shot);
  }

  Done press(const std::string& key) {
    const screens::Target* target = face_.targets().find(key);
    if (target == nullptr || !target->enabled) {
      return fail(trouble(here(), "\"" + key + "\" cannot be pressed" + (target == nullptr ? ": it is not on the screen" : "")));
    }
    loop_.press(key);
    return {};
  }

  // As a person finds it on the fifty sounds: ざ is さ and ゛, ょ is よ and 小.
  Done press_kana(std::string_view kana) {
    const auto target = [](std::string_view one) { return std::string(screens::key::kKana) + std::string(one); };
    if (face_.targets().find(target(kana)) != nullptr) return press(target(kana));
    const std::pair<std::optional<std::string_view>, std::string_view> marks[] = {{input::voiced(kana), screens::key::kVoiced},
                                                                                   {input::semi_voiced(kana), screens::key::kSemiVoiced},
                                                                                   {input::small(kana), screens::key::kSmall}};
    for (const auto& [plain, mark] : marks) {
      if (!plain || face_.targets().find(target(*plain)) == nullptr) continue;
      if (auto done = press(target(*plain)); !done) return done;
      return press(std::string(mark));
    }
    return fail(trouble(here(), "no key types " + std::string(kana)));
  }

  Done obey(const TourStop& stop) {
    if (here() != stop.at) return fail(trouble("script line " + std::to_string(stop.line), "the visit stands at " + here() + ", not at " + stop.at));
    std::string digits = stop.type;
    if (stop.code) {
      auto code = code_from_phone();
      if (!code) return fail(code.error());
      digits = *code;
    }
    for (const char character : digits) {
      const std::string pad = "pad." + std::string(1, character), letter = "letter." + std::string(1, character);
      if (auto done = press(face_.targets().find(letter) != nullptr ? letter : pad); !done) return done;
    }
    for (const std::string_view kana : characters(stop.type_kana)) {
      if (auto done = press_kana(kana); !done) return done;
    }
    if (stop.drag.size() == 4) {
      runner_.dispatch(flow::BoxDrawn{{stop.drag[0], stop.drag[1], stop.drag[2], stop.drag[3]}});
      redraw();  // the box lies on the page, and 黒くする answers
    }
    // A picture of what was answered, before going on.
    const bool answers = !digits.empty() || !stop.type_kana.empty() || !stop.drag.empty() || stop.press.size() > 1;
    for (std::size_t i = 0; i < stop.press.size(); ++i) {
      if (answers && i + 1 == stop.press.size()) {
        if (auto done = picture(); !done) return done;
      }
      if (auto done = press(stop.press[i]); !done) return done;
      if (i + 1 < stop.press.size()) {
        if (auto done = settle_quietly(); !done) return done;
      }
    }
    return {};
  }

  Done settle_quietly() {
    const auto span = loop_.turn();
    loop_.sleep(std::min(span, std::chrono::milliseconds{1}));
    last_ = signature(runner_.model());
    return {};
  }

  // Six digits in the newest message of the drawn phone.
  Result<std::string> code_from_phone() {
    const auto messages = desk_.codes().demo_messages();
    if (!messages || messages->empty()) return fail(trouble(here(), "no message came to the phone"));
    runner_.tick();
    const SteadyTime begin = desk_.clock().steady();
    while (runner_.demonstration_message().empty()) {
      if (desk_.clock().steady() - begin > kPatience) return fail(trouble(here(), "the drawn phone stays dark"));
      loop_.sleep(std::min(loop_.turn(), std::chrono::milliseconds{50}));
    }
    const std::string& text = messages->back().text;
    for (std::size_t i = 0; i + 6 <= text.size(); ++i) {
      const auto digit = [&](std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; };
      bool six = !(i > 0 && digit(i - 1)) && !digit(i + 6);
      for (std::size_t k = 0; k < 6; ++k) six = six && digit(i + k);
      if (six) return text.substr(i, 6);
    }
    return fail(trouble(here(), "the message holds no code of six digits"));
  }

  // What the printer made of the slip, as a picture.
  Done keep_receipt() {
    const flow::PrintState& print = runner_.model().print;
    const screens::Picture* slip = runner_.images().find(print.picture);
    if (slip == nullptr || print.phase != flow::PrintPhase::Printed) return fail(trouble("receipt", "no slip was printed"));
    return write_png(folder_ + "/receipt.png", *slip);
  }

  Done keep_files(VisitReport& report) {
    runner_.settle();
    const auto files = desk_.store().files(*runner_.model().application);
    if (!files) return fail(files.error());
    for (const store::File& file : *files) {
      const auto bytes = desk_.store().file_bytes(file.id);
      if (!bytes) return fail(bytes.error());
      std::FILE* out = std::fopen((folder_ + "/" + file.name).c_str(), "wb");
      const bool written = out != nullptr && std::fwrite(bytes->reveal().data(), 1, bytes->size(), out) == bytes->size();
      if (out != nullptr) std::fclose(out);
      if (!written) return fail(trouble(file.name, "cannot be written"));
      report.files.push_back({file.name, file.bytes});
    }
    return {};
  }

  Done check_as_a_phone(VisitReport& report) {
    const flow::Model& m = runner_.model();
    if (m.link.phase != flow::LinkPhase::Sent) return fail(trouble("page", "the page was not handed over"));
    const auto found = read_as_phone(m.link.address, m.link.grant, m.reception.text);
    if (!found) return fail(found.error());
    report.page_checklist = true;
    report.page_files = found->files;
    return {};
  }

  OpenDesk& desk_;
  Runner& runner_;
  Face& face_;
  KioskApp& app_;
  std::string folder_;
  FrameLoop loop_;
  std::string last_;
  int pictures_ = 0;
};

}  // namespace

Result<TourScript> load_tour(const std::string& file) {
  const auto document = load_toml(file, StaffCode::BadInput);
  if (!document) return fail(document.error());
  Fields f(*document, file, StaffCode::BadInput);
  TourScript script;
  if (f.has("today")) {
    script.today = parse_civil_minute(f.text("today"));
    if (!script.today) f.complain("today", "a day was expected, as YYYY-MM-DDTHH:MM");
  }
  if (const auto year = f.optional_whole("programme", 2000, 2100)) script.programme = static_cast<int>(*year);
  int index = 0;
  for (const Node* node : f.tables("stop")) {
    Fields s = f.sub(*node, "stop", index++);
    TourStop stop;
    stop.at = s.text("at");
    if (!flow::step_named(stop.at)) s.complain("at", "no step of that name");
    stop.press = s.texts("press");
    stop.type = s.text("type", "");
    stop.type_kana = s.text("type_kana", "");
    stop.code = s.flag("code", false);
    stop.line = node->line();
    if (const Node* drag = s.child("drag"); drag != nullptr && drag->array() != nullptr) {
      for (const Node& number : *drag->array()) stop.drag.push_back(number.integer() != nullptr ? static_cast<int>(*number.integer()) : 0);
      if (stop.drag.size() != 4) s.complain("drag", "four numbers were expected");
    }
    f.adopt(s.finish());
    script.stops.push_back(std::move(stop));
  }
  if (auto done = f.finish(); !done) return fail(done.error());
  if (script.stops.empty()) return fail(Failure{StaffCode::BadInput, file, "no stops"});
  return script;
}

Done run_tour(OpenDesk& desk, Face& face, KioskApp& app, const std::vector<TourStop>& stops, const std::string& folder) {
  std::error_code problem;
  fs::create_directories(folder, problem);
  if (!fs::is_directory(folder, problem)) return fail(trouble(folder, "cannot be made"));
  Tour tour(desk, face, app, folder);
  if (auto done = tour.go(stops); !done) return done;
  return tour.finish();
}

}  // namespace desk::shell
