#include "auth/page/frame.h"

#include "auth/page/marks.h"
#include "auth/page/style.h"

namespace desk::auth::page {
std::string framed(const Frame& frame, const Html& main) {
  Html html;
  const text::LanguageInfo& language = frame.words.info();
  html.raw("<!DOCTYPE html>\n<html lang=\"").text(language.tag).raw("\"");
  if (language.right_to_left) html.raw(" dir=\"rtl\"");
  html.raw(">");
  // Phones turn runs of digits into telephone links unless told not to: dates and amounts are no numbers to call.
  html.raw("<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
           "<meta name=\"format-detection\" content=\"telephone=no, date=no, address=no, email=no\">"
           "<meta name=\"theme-color\" content=\"#FAF7F0\"><title>");
  html.text(text::plain(frame.title)).raw("</title><link rel=\"stylesheet\" href=\"").text(kStylePath).raw("\"></head><body>");
  html.raw("<header><p class=\"site\">").text(frame.site_name).raw("</p>");
  if (!frame.corner.empty()) html.raw("<p class=\"corner\">").text(frame.corner).raw("</p>");
  html.raw("</header>").add(frame.banner).raw("<main>").add(main).raw("</main>");
  if (!frame.footer.empty()) html.raw("<footer>").add(frame.footer).raw("</footer>");
  html.raw("</body></html>\n");
  return html.take();
}

Frame frame_of(const text::Words& words, const PageModel& model, std::string_view title_key) {
  Frame frame{words, words(title_key), model.site_name, model.corner, {}, {}};
  if (model.demonstration || model.training) {
    frame.banner.raw("<p class=\"banner\">").add(mark_shape(PageMark::Care)).raw("<span>");
    frame.banner.words(words(model.demonstration ? "page.demonstration" : "page.training")).raw("</span></p>");
  }
  frame.footer.raw("<p>").words(words("page.rules_checked", {{"day", words.full_day(model.pack_verified)}})).raw("</p>");
  frame.footer.raw("<p>").words(words("page.made_at", {{"minute", words.minute(to_jst(model.made_at))}})).raw("</p>");
  frame.footer.raw("<p>").words(words("page.no_promise")).raw("</p>");
  return frame;
}

}  // namespace desk::auth::page
