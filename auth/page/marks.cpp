#include "auth/page/marks.h"

namespace desk::auth::page {
namespace {

Literal class_of(PageMark mark) {
  switch (mark) {
    case PageMark::Done: return "tag done";
    case PageMark::Care: return "tag care";
    case PageMark::Stop: return "tag stop";
    case PageMark::Open: return "tag open";
  }
  return "tag open";
}

}  // namespace

Html mark_shape(PageMark mark) {
  Html html;
  html.raw("<svg class=\"shape\" viewBox=\"0 0 24 24\" width=\"24\" height=\"24\" aria-hidden=\"true\" focusable=\"false\">");
  switch (mark) {
    case PageMark::Done:
      html.raw("<circle cx=\"12\" cy=\"12\" r=\"11\" fill=\"currentColor\"/>"
               "<path d=\"M6.5 12.5l3.8 3.8 7.2-8\" fill=\"none\" stroke=\"#fff\" stroke-width=\"2.8\"/>");
      break;
    case PageMark::Care:
      html.raw("<path d=\"M12 2L23 22H1z\" fill=\"currentColor\"/><path d=\"M12 9v6.5\" stroke=\"#fff\" stroke-width=\"2.6\"/>"
               "<circle cx=\"12\" cy=\"18.6\" r=\"1.5\" fill=\"#fff\"/>");
      break;
    case PageMark::Stop:
      html.raw("<path d=\"M7.5 1h9L23 7.5v9L16.5 23h-9L1 16.5v-9z\" fill=\"currentColor\"/>"
               "<path d=\"M7 12h10\" stroke=\"#fff\" stroke-width=\"3\"/>");
      break;
    case PageMark::Open:
      html.raw("<circle cx=\"12\" cy=\"12\" r=\"9.5\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"3\"/>");
      break;
  }
  html.raw("</svg>");
  return html;
}

Html mark_tag(PageMark mark, std::string_view word) {
  Html html;
  html.raw("<span class=\"").raw(class_of(mark)).raw("\">").add(mark_shape(mark)).raw("<span>").words(word).raw("</span></span>");
  return html;
}

}  // namespace desk::auth::page
