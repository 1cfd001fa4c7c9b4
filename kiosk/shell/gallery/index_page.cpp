#include "kiosk/shell/gallery/index_page.h"

#include <algorithm>
#include <map>

#include "kiosk/shell/gallery/samples.h"

namespace desk::shell::gallery {
namespace {

constexpr std::string_view kStyle =
    "body{font:16px/1.5 'BIZ UDPGothic','Noto Sans CJK JP',sans-serif;background:#FAF7F0;color:#1B1B1F;margin:2rem}"
    "h2{margin:2.5rem 0 .3rem;border-top:1px solid #CFC8B8;padding-top:1rem}"
    ".row{display:flex;flex-wrap:wrap;gap:1rem;align-items:flex-end}"
    "figure{margin:0}figcaption{color:#4A4841;font-size:.8rem}"
    "img{display:block;border:1px solid #757062;height:270px;width:auto}.upright img{height:400px}"
    "nav a{margin-right:.8rem;color:#1F3A6E}";

// "code-wrong" stands with "code".
std::string screen_of(const std::string& sample) { return sample.substr(0, sample.find('-')); }

std::string figure(const Combination& combination, const std::vector<text::LanguageInfo>& languages) {
  const std::string file = name_of(combination, languages) + ".png";
  const std::string words = all_samples()[combination.sample].name + ": " + std::string(kPanels[combination.panel].name) + ", text " +
                            std::to_string(combination.size + 1) + ", " + std::string(screens::code_of(screens::kThemes[combination.theme])) + ", " +
                            std::string(code_of(languages[combination.language].language));
  const bool upright = kPanels[combination.panel].panel.height_px > kPanels[combination.panel].panel.width_px;
  return std::string("<figure") + (upright ? " class=\"upright\"" : "") + "><a href=\"" + file + "\"><img loading=\"lazy\" src=\"" + file + "\" alt=\"" + words +
         "\"></a><figcaption>" + words + "</figcaption></figure>\n";
}

}  // namespace

std::string index_page(const std::vector<Combination>& set, const std::vector<text::LanguageInfo>& languages, std::size_t checked) {
  // Screens in the order of their first sample; on each the default size first, then the others.
  std::vector<std::string> screens;
  std::map<std::string, std::vector<Combination>> by_screen;
  for (const Combination& combination : set) {
    const std::string screen = screen_of(all_samples()[combination.sample].name);
    if (!by_screen.contains(screen)) screens.push_back(screen);
    by_screen[screen].push_back(combination);
  }
  std::string page = "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>desk-kiosk --gallery</title><style>" + std::string(kStyle) +
                     "</style></head><body>\n<h1>desk-kiosk: the screens</h1>\n<p>" + std::to_string(set.size()) + " pictures of " +
                     std::to_string(checked) + " combinations that were checked.</p>\n<nav>";
  for (const std::string& screen : screens) page += "<a href=\"#" + screen + "\">" + screen + "</a>\n";
  page += "</nav>\n";
  for (const std::string& screen : screens) {
    std::vector<Combination>& all = by_screen[screen];
    std::stable_sort(all.begin(), all.end(), [](const Combination& a, const Combination& b) { return (a.size != 1) < (b.size != 1); });
    page += "<h2 id=\"" + screen + "\">" + screen + "</h2>\n<div class=\"row\">\n";
    for (const Combination& combination : all) page += figure(combination, languages);
    page += "</div>\n";
  }
  return page + "</body></html>\n";
}

}  // namespace desk::shell::gallery
