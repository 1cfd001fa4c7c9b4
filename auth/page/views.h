// The pages that an applicant's phone shows, as HTML. Pure: words, a model and the day in, a document out. No script anywhere; one
// style sheet of our own (auth/page/style.h). Landmarks and labels are in the HTML, so they work without the style as well.
#pragma once

#include <optional>
#include <string>

#include "auth/page/html.h"
#include "auth/page_model.h"
#include "data/text/text_catalog.h"

namespace desk::auth::page {

struct View {
  text::Words words;
  Date today;                 // JST, decides what is late
  std::string home;           // "/a/<token>": where this application's page lives
  bool files_allowed = false; // handoff.mode = public
};

// GET /a/{token}
[[nodiscard]] std::string checklist(const View& view, const PageModel& model);

// GET /a/{token}/files with an unlock. `until`: "14:18".
[[nodiscard]] std::string files(const View& view, const PageModel& model, const std::string& until);

// GET /a/{token}/files without one, and the answers to POST …/code and …/check.
struct UnlockState {
  enum class Say { Nothing, Sent, MaybeSent, TooEarly, Cap, Wrong, OlderMessage, Wait, Expired, Staff, Undeliverable, Unavailable };
  Say say = Say::Nothing;
  std::string clock;          // for TooEarly and Wait: from when it works again
  bool awaiting = false;      // a code is out: show the entry field
  bool maybe_sent = false;    // … of which it is not known whether it left
  std::string tag;            // "き-7"
  std::string next_send;      // "14:38"; empty: may be sent now
};
[[nodiscard]] std::string unlock(const View& view, const PageModel& model, const UnlockState& state);

// GET and POST /a/{token}/erase
[[nodiscard]] std::string erase(const View& view, const PageModel& model);
[[nodiscard]] std::string erased(const View& view, const PageModel& model);

// Pages of nobody in particular: the language of the reader is not known, so Japanese comes first and English stands below.
struct Plain {
  const text::TextCatalog& catalog;
  std::string site_name;
};
[[nodiscard]] std::string home(const Plain& plain);
[[nodiscard]] std::string gone(const Plain& plain);
[[nodiscard]] std::string busy(const Plain& plain, int minutes);
[[nodiscard]] std::string fault(const Plain& plain);
// GET /g/{grant}: a button, so that a link preview does not use the grant up.
[[nodiscard]] std::string grant(const Plain& plain, const std::string& action);

}  // namespace desk::auth::page
