#include "auth/page/frame.h"
#include "auth/page/views.h"

namespace desk::auth::page {
namespace {

using text::Arguments;
using text::Language;
using text::Words;

// A lead and a help line in one language; the second language is marked as such for speech and line breaking.
void add_lines(Html& html, const Words& words, std::string_view lead, std::string_view help, const Arguments& arguments) {
  html.raw("<p class=\"lead\">").words(words(lead, arguments)).raw("</p>");
  if (!help.empty()) html.raw("<p class=\"lead\">").words(words(help, arguments)).raw("</p>");
}

std::string both(const Plain& plain, std::string_view title, std::string_view lead, std::string_view help, const Arguments& arguments,
                 const Html& middle) {
  const Words japanese(plain.catalog, Language::Japanese);
  const Words english(plain.catalog, Language::English);
  Html html;
  html.raw("<h1>").words(japanese(title)).raw("</h1>");
  add_lines(html, japanese, lead, help, arguments);
  html.add(middle).raw("<div class=\"second\" lang=\"en\"><p class=\"strong\">").words(english(title)).raw("</p>");
  add_lines(html, english, lead, help, arguments);
  html.raw("</div>");
  return framed(Frame{japanese, japanese(title), plain.site_name, {}, {}, {}}, html);
}

}  // namespace

std::string home(const Plain& plain) { return both(plain, "page.home.title", "page.home.lead", {}, {}, {}); }

std::string gone(const Plain& plain) { return both(plain, "page.gone.title", "page.gone.lead", "page.gone.help", {}, {}); }

std::string busy(const Plain& plain, int minutes) {
  return both(plain, "page.busy.title", "page.busy.lead", {}, {{"minutes", std::to_string(minutes)}}, {});
}

std::string fault(const Plain& plain) { return both(plain, "page.fault.title", "page.fault.lead", {}, {}, {}); }

std::string grant(const Plain& plain, const std::string& action) {
  const Words japanese(plain.catalog, Language::Japanese);
  const Words english(plain.catalog, Language::English);
  Html form;
  form.raw("<form method=\"post\" action=\"").text(action).raw("\"><button class=\"primary\" type=\"submit\"><span>");
  form.words(japanese("page.grant.open")).raw(" / <span lang=\"en\">").words(english("page.grant.open")).raw("</span></span></button></form>");
  return both(plain, "page.grant.title", "page.grant.lead", {}, {}, form);
}

}  // namespace desk::auth::page
