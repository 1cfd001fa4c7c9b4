#include "kiosk/screens/frame.h"

#include <algorithm>

#include "kiosk/screens/keys.h"
#include "kiosk/screens/widgets.h"

namespace desk::screens {
namespace {

struct Bands {
  Rect top, line, foot, content;
  bool two_rows = false;  // the station line has a row of its own
  double side = 12;       // the margin left and right
};

// Proportions of the reference pictures at 21.5" (124, 136 of 1080 px), fewer millimetres where the panel has few.
Bands bands_of(const Canvas& canvas, bool stations) {
  Bands bands;
  Rect area = canvas.area();
  const bool small = area.h < 200;
  bands.side = small ? 5 : 12;
  bands.two_rows = stations && canvas.portrait();
  bands.top = area.cut_top(small ? 20 : 31);
  if (bands.two_rows) bands.line = area.cut_top(25);
  bands.foot = area.cut_bottom(small ? 24 : 34);
  bands.content = small ? Rect{area.x + 6, area.y + 3, area.w - 12, area.h - 4.8}
                        : Rect{area.x + 18, area.y + 10.5, area.w - 36, area.h - 17};
  return bands;
}

struct Setting {
  std::string_view key;
  Icon icon;
  const std::string* label;
  bool on = false;
};

std::vector<Setting> settings_of(const FrameView& view) {
  std::vector<Setting> settings = {{key::kText, Icon::Letters, &view.text_label},
                                   {key::kColour, Icon::HalfDisc, &view.colour_label},
                                   {key::kLanguage, Icon::Globe, &view.language_label}};
  // A machine without sound has no button that would promise it.
  if (!view.sound_label.empty()) settings.push_back({key::kSound, Icon::Speaker, &view.sound_label, view.sound_on});
  return settings;
}

constexpr TextLook kCaption{.role = Role::Caption, .align = Align::Center};

double setting_width(const Canvas& canvas, const Setting& setting, double height) {
  return std::max({kTouchLeast, height > 20 ? 25.0 : 0.0, canvas.measure(*setting.label, kCaption).w + 3.4});
}

void draw_settings(Canvas& canvas, Rect& band, const FrameView& view) {
  const Theme& theme = canvas.theme();
  const double height = std::min(25.0, band.h - 3.2);
  const std::vector<Setting> settings = settings_of(view);
  for (auto setting = settings.rbegin(); setting != settings.rend(); ++setting) {
    const double width = setting_width(canvas, *setting, height);
    Rect box = band.cut_right(width, kGapLeast + 0.1);
    box = {box.x, band.y + (band.h - height) / 2, box.w, height};
    const bool held = canvas.target(setting->key, box, *setting->label, TargetKind::Setting, true, setting->on);
    canvas.fill(box, held || setting->on ? theme.primary_pale : theme.card, 4.4);
    canvas.stroke(box, setting->on ? theme.primary : theme.edge, held || setting->on ? 1.0 : 0.5, 4.4);
    if (canvas.focused(setting->key)) focus_ring(canvas, box, 4.4);
    const double label = canvas.em(Role::Caption) * 1.2;
    const double icon = std::clamp(height - label - 3.2, 5.0, 8.6);
    const double top = box.y + (height - icon - label - 0.6) / 2;
    canvas.icon(setting->icon, {box.x, top, box.w, icon}, theme.ink, icon * 0.085);
    canvas.text({box.x + 0.5, top + icon + 0.6, box.w - 1, label + 0.6}, *setting->label,
                {.role = Role::Caption, .align = Align::Center, .ink = theme.ink});
  }
}

double site_width(const Canvas& canvas, const FrameView& view) {
  double width = std::max(canvas.measure(view.site_line_1, kCaption).w, canvas.measure(view.site_line_2, kCaption).w);
  if (!view.reception.empty()) {
    width = std::max(width, canvas.measure(view.reception, {.role = Role::Body, .weight = Weight::Bold, .tabular = true}).w);
  }
  return width + 1;
}

void draw_site(Canvas& canvas, const Rect& where, const FrameView& view) {
  const TextLook quiet{.role = Role::Caption};
  Column column(canvas, where);
  const auto body = [&](Column& lines) {
    if (view.reception.empty()) {
      lines.text(view.site_line_1, quiet);
      lines.text(view.site_line_2, quiet);
    } else {
      // The reception number takes the place of the desk's second line: it is what staff ask for.
      lines.text(view.site_line_2, quiet);
      lines.text(view.reception, {.role = Role::Body, .weight = Weight::Bold, .tabular = true, .line_height = 1.25});
    }
  };
  centred(canvas, where, body);
}

void draw_stations(Canvas& canvas, const Rect& band, const std::vector<Station>& stations) {
  if (stations.empty()) return;
  const Theme& theme = canvas.theme();
  const double label = canvas.em(Role::Caption) * 1.2;
  const double radius = std::min(4.3, (band.h - label - 4) / 2);
  const double top = band.y + (band.h - 2 * radius - 1.4 - label) / 2;
  const double y = top + radius;
  const double step = band.w / static_cast<double>(stations.size());
  // Where the words are too long for the panel only the one that matters is written: where am I.
  const bool all_words = std::all_of(stations.begin(), stations.end(), [&](const Station& station) {
    return canvas.measure(station.label, {.role = Role::Caption, .weight = Weight::Bold}).w <= step;
  });
  const auto x_of = [&](std::size_t i) { return band.x + step * (static_cast<double>(i) + 0.5); };
  for (std::size_t i = 0; i + 1 < stations.size(); ++i) {
    const bool walked = stations[i].state == StationState::Done;
    canvas.line({x_of(i), y}, {x_of(i + 1), y}, walked ? theme.primary : theme.line, walked ? 1.7 : 1.7);
  }
  for (std::size_t i = 0; i < stations.size(); ++i) {
    const Point centre{x_of(i), y};
    const Station& station = stations[i];
    TextLook look{.role = Role::Caption, .align = Align::Center};
    switch (station.state) {
      case StationState::Done:
        canvas.circle(centre, radius, theme.primary);
        canvas.icon(Icon::Check, {centre.x - radius * 0.6, centre.y - radius * 0.6, radius * 1.2, radius * 1.2}, theme.on_primary, radius * 0.2);
        look.ink = theme.accent;
        break;
      case StationState::Now:
        canvas.circle(centre, radius + 1.7, theme.primary_pale);
        canvas.circle(centre, radius, theme.card);
        canvas.ring(centre, radius, theme.primary, radius * 0.36);
        look.ink = theme.ink;
        look.weight = Weight::Bold;
        break;
      case StationState::Next:
        canvas.circle(centre, radius, theme.paper);
        canvas.ring(centre, radius, theme.edge, radius * 0.26);
        break;
    }
    if (!all_words && station.state != StationState::Now) continue;
    const double width = all_words ? step : std::min(band.w, canvas.measure(station.label, look).w + 0.6);
    const double left = std::clamp(centre.x - width / 2, band.x, band.right() - width);
    canvas.text({left, y + radius + 1.4, width, label + 0.6}, station.label, look);
  }
}

void assist_button(Canvas& canvas, const Rect& box, const ButtonView& view) {
  const Theme& theme = canvas.theme();
  const bool primary = view.style == ButtonStyle::Primary;
  const bool held = canvas.target(view.key, box, view.label, TargetKind::Button, view.enabled);
  canvas.fill(box, primary ? theme.primary : held ? theme.primary_pale : theme.card, 4.4);
  if (!primary || held) canvas.stroke(box, primary ? theme.on_primary : theme.edge, held ? 1.2 : 0.5, 4.4);
  if (canvas.focused(view.key)) focus_ring(canvas, box, 4.4);
  const Colour ink = primary ? theme.on_primary : theme.ink;
  canvas.text_middle(box.inset(1.5, 0.5), view.label,
                     {.role = Role::Secondary, .weight = Weight::Bold, .align = Align::Center, .ink = ink, .emphasis = ink, .line_height = 1.2});
}

// Whoever looks up sees at once that a member of staff is at the screen, and how the applicant gets it back.
void draw_assist(Canvas& canvas, const Rect& band, const FrameView& view) {
  const double height = std::min(23.0, band.h - 3.2);
  Rect row = band.middle(band.w, height);
  const double gap = kGapLeast + 0.1;
  const auto width_of = [&](const ButtonView& button, double share, double least) {
    return std::max({row.w * share, least, canvas.measure(button.label, {.role = Role::Secondary, .weight = Weight::Bold}).widest_word + 4});
  };
  const double hand = width_of(view.assist_hand, 0.33, 2 * kTouchLeast), point = width_of(view.assist_point, 0.22, kTouchLeast);
  assist_button(canvas, row.cut_right(hand, gap), view.assist_hand);
  assist_button(canvas, row.cut_right(point, gap), view.assist_point);
  const Theme& theme = canvas.theme();
  canvas.fill(row, theme.tone(Tone::Care).pale, 4.4);
  canvas.text_middle(row.inset(2, 0.5), view.assist_text,
                     {.role = Role::Secondary, .weight = Weight::Bold, .ink = theme.tone(Tone::Care).ink, .emphasis = theme.tone(Tone::Care).ink, .line_height = 1.2});
}

void draw_foot(Canvas& canvas, const Bands& bands, const FrameView& view) {
  const bool small = bands.foot.h < 30;
  const double height = small ? kPrimaryLeast + 0.4 : 25;
  Rect row{bands.foot.x + bands.side, bands.foot.y + (small ? 1.5 : 2.5), bands.foot.w - 2 * bands.side, height};
  const double gap = small ? 4 : 8;
  // Widths depend on the panel only, so the three never move; a long label is set smaller or in two lines by fit().
  const bool narrow = canvas.portrait() || small;
  const double left = row.w * (narrow ? 0.26 : 0.172);
  const double right = row.w * (narrow ? 0.36 : 0.285);
  const double middle = row.w * (narrow ? 0.3 : 0.205);
  const auto show = [&](const Rect& box, const FootButton& each, ButtonStyle style, bool after) {
    if (!each.label.empty()) button(canvas, box, {each.key, each.label, each.icon, each.enabled, style, after});
  };
  Rect rest = row;
  const Rect next_box = rest.cut_right(right, gap);
  show(next_box, view.next, ButtonStyle::Primary, /*after=*/true);
  // Without a way onward the staff button takes the right place, as on the start screen.
  const bool help_right = view.next.label.empty() && view.back.label.empty();
  const double centre = row.x + row.w / 2;
  const Rect help_box = help_right ? Rect{row.right() - middle, row.y, middle, row.h} : Rect{centre - middle / 2 - (narrow ? row.w * 0.05 : 0), row.y, middle, row.h};
  show(help_box, view.help, ButtonStyle::Quiet, false);
  show({row.x, row.y, left, row.h}, view.back, ButtonStyle::Outline, false);
  double x = row.x + (view.back.label.empty() ? 0 : left + gap);
  for (const FootButton& extra : view.left_extra) {
    const double width = std::max(left, button_width(canvas, {extra.key, extra.label, extra.icon, true, ButtonStyle::Outline, false}));
    show({x, row.y, width, row.h}, extra, ButtonStyle::Outline, false);
    x += width + gap;
  }
  const Rect note{x, row.y, help_box.x - x - gap, row.h};
  if (!view.foot_note.empty() && note.w > 40) {
    const TextLook quiet{.role = Role::Caption, .align = Align::Center};
    if (canvas.measure(view.foot_note, quiet, note.w).h <= note.h) canvas.text_middle(note, view.foot_note, quiet);
  }
}

}  // namespace

FrameView frame_view(const text::Words& words, const std::string& site_line_1, const std::string& site_line_2, int now) {
  FrameView view;
  view.site_line_1 = site_line_1;
  view.site_line_2 = site_line_2;
  constexpr std::string_view kStations[] = {"frame.station_business", "frame.station_verdict", "frame.station_readiness",
                                            "frame.station_phone", "frame.station_documents", "frame.station_receipt"};
  for (int i = 0; now >= 0 && i < 6; ++i) {
    const StationState state = i < now ? StationState::Done : i == now ? StationState::Now : StationState::Next;
    view.stations.push_back({words(kStations[i]), state});
  }
  view.text_label = words("frame.setting_text");
  view.colour_label = words("frame.setting_colour");
  view.language_label = words("frame.setting_language");
  view.sound_label = words("frame.setting_sound");
  view.back = {std::string(key::kBack), words("button.back"), Icon::ArrowLeft, true};
  view.help = {std::string(key::kHelp), words("button.call_staff"), Icon::Bell, true};
  view.next = {std::string(key::kNext), words("button.next"), Icon::ArrowRight, true};
  return view;
}

Rect draw_frame(Canvas& canvas, const FrameView& view) {
  const bool assisted = !view.assist_text.empty();
  const Bands bands = bands_of(canvas, assisted || !view.stations.empty());
  canvas.begin_part(Part::Frame);
  canvas.fill(canvas.area(), canvas.theme().paper);
  const double bottom = bands.two_rows ? bands.line.bottom() : bands.top.bottom();
  canvas.line({0, bottom}, {canvas.area().w, bottom}, canvas.theme().line, 0.5);
  canvas.fit([&] {
    Rect top{bands.top.x + bands.side, bands.top.y, bands.top.w - 2 * bands.side, bands.top.h};
    draw_settings(canvas, top, view);
    const double site = site_width(canvas, view);
    const double stations = assisted && !bands.two_rows ? 110 : bands.two_rows || view.stations.empty() ? 0 : static_cast<double>(view.stations.size()) * canvas.em(Role::Caption) * 2.1;
    // The line matters more than the desk's name: without room for both the name goes.
    const bool room = site + stations + 3 <= top.w;
    if (room) draw_site(canvas, top.cut_left(std::max(site, bands.top.h > 25 ? 76.0 : 0.0), 3), view);
    else if (!canvas.compact()) canvas.report(ProblemKind::TextTooWide, view.site_line_1, top, site + stations - top.w);
    const Rect line = bands.two_rows ? bands.line.inset(bands.side, 0) : top.inset(bands.top.h > 25 ? 4 : 0, 0);
    if (assisted) draw_assist(canvas, line, view);
    else draw_stations(canvas, line, view.stations);
  });
  canvas.fit([&] { draw_foot(canvas, bands, view); });
  canvas.begin_part(Part::Content);
  return bands.content;
}

}  // namespace desk::screens
