#include "auth/page/frame.h"
#include "auth/page/marks.h"
#include "auth/page/views.h"

namespace desk::auth::page {
namespace {

// "812 KB", "8.9 MB": rounded up, for a file must not look smaller than it is beside an upload limit.
std::string size_text(const text::Words& words, std::int64_t bytes) {
  if (bytes < 1'000'000) {
    return words("page.files.kilobytes", {{"number", std::to_string((bytes + 999) / 1000)}});
  }
  const std::int64_t tenths = (bytes + 99'999) / 100'000;
  return words("page.files.megabytes", {{"number", std::to_string(tenths / 10) + "." + std::to_string(tenths % 10)}});
}

void add_back(Html& html, const View& view) {
  html.raw("<a class=\"button\" href=\"").text(view.home).raw("\">").words(view.words("page.back")).raw("</a>");
}

void add_say(Html& html, PageMark mark, std::string_view words) {
  html.raw("<p class=\"say ");
  switch (mark) {
    case PageMark::Done: html.raw("done"); break;
    case PageMark::Care: html.raw("care"); break;
    case PageMark::Stop: html.raw("stop"); break;
    case PageMark::Open: html.raw("open"); break;
  }
  // role=alert speaks what went wrong without the reader having to look for it.
  html.raw("\" role=\"alert\">").add(mark_shape(mark)).raw("<span>").words(words).raw("</span></p>");
}

void add_said(Html& html, const View& view, const PageModel& model, const UnlockState& state) {
  const text::Words& words = view.words;
  using Say = UnlockState::Say;
  switch (state.say) {
    case Say::Nothing: break;
    case Say::Sent: add_say(html, PageMark::Done, words("page.unlock.sent", {{"phone", model.phone.masked()}})); break;
    case Say::MaybeSent: add_say(html, PageMark::Care, words("page.unlock.maybe_sent", {{"phone", model.phone.masked()}})); break;
    case Say::TooEarly: add_say(html, PageMark::Care, words("page.unlock.too_early", {{"clock", state.clock}})); break;
    case Say::Cap: add_say(html, PageMark::Stop, words("page.unlock.cap")); break;
    case Say::Wrong: add_say(html, PageMark::Stop, words("page.unlock.wrong")); break;
    case Say::OlderMessage: add_say(html, PageMark::Stop, words("page.unlock.older")); break;
    case Say::Wait: add_say(html, PageMark::Care, words("page.unlock.wait", {{"clock", state.clock}})); break;
    case Say::Expired: add_say(html, PageMark::Stop, words("page.unlock.expired")); break;
    case Say::Staff: add_say(html, PageMark::Stop, words("page.unlock.staff")); break;
    case Say::Undeliverable: add_say(html, PageMark::Stop, words("page.unlock.undeliverable")); break;
    case Say::Unavailable: add_say(html, PageMark::Care, words("page.unlock.unavailable")); break;
  }
}

void add_code_form(Html& html, const View& view, const UnlockState& state) {
  if (!state.tag.empty()) html.raw("<p class=\"lead\">").words(view.words("page.unlock.tag", {{"tag", state.tag}})).raw("</p>");
  html.raw("<form method=\"post\" action=\"").text(view.home).raw("/check\" autocomplete=\"off\"><label for=\"code\">");
  html.words(view.words("page.unlock.label")).raw("</label>");
  // one-time-code lets a phone offer the digits of the message; the pattern is only a hint, the server judges.
  html.raw("<input type=\"text\" id=\"code\" name=\"code\" inputmode=\"numeric\" autocomplete=\"one-time-code\" pattern=\"[0-9０-９ ]*\" "
           "maxlength=\"8\" required><button class=\"primary\" type=\"submit\">");
  html.words(view.words("page.unlock.check")).raw("</button></form>");
}

void add_send_form(Html& html, const View& view, Literal style, std::string_view key) {
  html.raw("<form method=\"post\" action=\"").text(view.home).raw("/code\"><button class=\"").raw(style).raw("\" type=\"submit\">");
  html.words(view.words(key)).raw("</button></form>");
}

}  // namespace

std::string files(const View& view, const PageModel& model, const std::string& until) {
  Html html;
  html.raw("<h1>").words(view.words("page.files.title")).raw("</h1><p class=\"lead\">");
  html.words(view.words("page.files.unlocked_until", {{"clock", until}})).raw("</p><section><ul class=\"rows\">");
  int number = 1;
  for (const PageFileAbout& file : model.files) {
    html.raw("<li><span class=\"what\">").text(file.name).raw("</span><span class=\"small\">");
    html.words(view.words("page.files.about", {{"pages", std::to_string(file.pages)}, {"size", size_text(view.words, file.bytes)}}));
    html.raw("</span><a class=\"button primary\" href=\"").text(view.home).raw("/pdf/").number(number++);
    // Several links of the same words: read aloud, each names its file.
    html.raw("\" aria-label=\"").text(text::plain(view.words("page.files.open"))).raw(" ").text(file.name).raw("\">");
    html.words(view.words("page.files.open")).raw("</a></li>");
  }
  html.raw("</ul></section>");
  add_back(html, view);
  return framed(frame_of(view.words, model, "page.files.title"), html);
}

std::string unlock(const View& view, const PageModel& model, const UnlockState& state) {
  Html html;
  html.raw("<h1>").words(view.words("page.unlock.title")).raw("</h1>");
  if (model.phone.empty()) {
    html.raw("<p class=\"lead\">").words(view.words("page.unlock.no_phone")).raw("</p>");
  } else {
    add_said(html, view, model, state);
    html.raw("<section>");
    if (state.awaiting) {
      add_code_form(html, view, state);
    } else {
      html.raw("<p>").words(view.words("page.unlock.lead", {{"phone", model.phone.masked()}})).raw("</p>");
    }
    if (!state.next_send.empty()) {
      html.raw("<p class=\"lead small\">").words(view.words("page.unlock.next", {{"clock", state.next_send}})).raw("</p>");
    } else if (state.awaiting) {
      add_send_form(html, view, "", "page.unlock.resend");
    } else {
      add_send_form(html, view, "primary", "page.unlock.send");
    }
    html.raw("</section>");
  }
  html.raw("<p class=\"lead small\">").words(view.words("page.unlock.other_way")).raw("</p>");
  add_back(html, view);
  return framed(frame_of(view.words, model, "page.unlock.title"), html);
}

std::string erase(const View& view, const PageModel& model) {
  Html html;
  html.raw("<h1>").words(view.words("page.erase.title")).raw("</h1><p class=\"lead\">").words(view.words("page.erase.lead")).raw("</p>");
  html.raw("<p class=\"say stop\">").add(mark_shape(PageMark::Stop)).raw("<span>").words(view.words("page.erase.warning"));
  html.raw("</span></p><form method=\"post\" action=\"").text(view.home);
  html.raw("/erase\"><input type=\"hidden\" name=\"confirm\" value=\"yes\"><button class=\"danger primary\" type=\"submit\">");
  html.words(view.words("page.erase.confirm")).raw("</button></form><a class=\"button\" href=\"").text(view.home).raw("\">");
  html.words(view.words("page.erase.cancel")).raw("</a>");
  return framed(frame_of(view.words, model, "page.erase.title"), html);
}

std::string erased(const View& view, const PageModel& model) {
  Html html;
  html.raw("<h1>").words(view.words("page.erased.title")).raw("</h1><p class=\"say done\" role=\"status\">").add(mark_shape(PageMark::Done));
  html.raw("<span>").words(view.words("page.erased.lead")).raw("</span></p>");
  Frame frame = frame_of(view.words, model, "page.erased.title");
  frame.footer = {};
  return framed(frame, html);
}

}  // namespace desk::auth::page
