#include "auth/page/frame.h"
#include "auth/page/marks.h"
#include "auth/page/views.h"

namespace desk::auth::page {
namespace {

void add_heading(Html& html, const View& view, const PageModel& model) {
  html.raw("<div class=\"title\"><h1>").words(view.words("page.title")).raw("</h1><p class=\"number\">");
  html.words(view.words("page.number")).raw("<b>").text(model.reception_number).raw("</b></p></div>");
  if (!model.programme.empty()) html.raw("<p class=\"programme\">").words(model.programme).raw("</p>");
}

// How long until the deadline, counted on the day of reading: the slip cannot say this, the page can.
std::string time_left(const View& view, const CivilMinute& deadline) {
  const int left = days_between(view.today, deadline.date);
  if (left == 0) return view.words("page.deadline.today");
  return view.words("page.deadline.days_left", {{"days", std::to_string(left)}});
}

void add_deadline(Html& html, const View& view, const PageModel& model) {
  if (!model.deadline && model.deadline_note.empty() && model.verdict.empty()) return;
  html.raw("<section class=\"hero\"><h2>").words(view.words("page.deadline.label")).raw("</h2>");
  if (!model.deadline) {
    html.raw("<p class=\"note\">");
    html.words(model.deadline_note.empty() ? view.words("page.deadline.none") : model.deadline_note).raw("</p></section>");
    return;
  }
  html.raw("<p class=\"when\">").text(view.words.minute(*model.deadline)).raw("</p>");
  if (view.today > model.deadline->date) {
    html.raw("<p class=\"note\">").words(view.words("page.deadline.passed")).raw("</p>");
  } else {
    html.raw("<p class=\"left\">").words(time_left(view, *model.deadline)).raw("</p>");
    if (!model.deadline_note.empty()) html.raw("<p class=\"note\">").words(model.deadline_note).raw("</p>");
  }
  html.raw("</section>");
}

Html due_tag(const View& view, const Date& due) {
  const int left = days_between(view.today, due);
  if (left < 0) return mark_tag(PageMark::Stop, view.words("page.todo.late", {{"day", view.words.day(due)}}));
  if (left == 0) return mark_tag(PageMark::Care, view.words("page.todo.today"));
  const std::string until = view.words("page.todo.until", {{"day", view.words.day(due)}});
  constexpr int kSoonDays = 3;
  return mark_tag(left <= kSoonDays ? PageMark::Care : PageMark::Open, until);
}

void add_todos(Html& html, const View& view, const PageModel& model) {
  html.raw("<section><h2>").words(view.words("page.todo.title")).raw("</h2>");
  if (model.todos.empty()) {
    html.raw("<p>").words(view.words("page.todo.none")).raw("</p></section>");
    return;
  }
  html.raw("<ul class=\"rows\">");
  for (const PageTodo& todo : model.todos) {
    html.raw("<li>");
    if (todo.due) html.add(due_tag(view, *todo.due));
    else if (todo.warning) html.add(mark_tag(PageMark::Stop, view.words("page.todo.warning")));
    html.raw("<span class=\"what\">").words(todo.what).raw("</span>");
    if (!todo.detail.empty()) html.raw("<span class=\"small\">").words(todo.detail).raw("</span>");
    html.raw("</li>");
  }
  html.raw("</ul></section>");
}

void add_verdict(Html& html, const View& view, const PageModel& model) {
  if (model.verdict.empty()) return;
  html.raw("<section><h2>").words(view.words("page.verdict.label")).raw("</h2><p>").add(mark_tag(model.verdict_mark, model.verdict)).raw("</p>");
  if (!model.verdict_reasons.empty()) {
    html.raw("<ul class=\"plain-list\">");
    for (const std::string& reason : model.verdict_reasons) html.raw("<li>").words(reason).raw("</li>");
    html.raw("</ul>");
  }
  html.raw("</section>");
}

void add_estimate(Html& html, const View& view, const PageModel& model) {
  if (!model.estimate) return;
  html.raw("<section><h2>").words(view.words("page.estimate.label")).raw("</h2><p class=\"amount\">");
  html.words(view.words("page.estimate.amount", {{"amount", with_commas(*model.estimate)}})).raw("</p>");
  if (!model.estimate_note.empty()) html.raw("<p class=\"small\">").words(model.estimate_note).raw("</p>");
  html.raw("</section>");
}

void add_documents(Html& html, const View& view, const PageModel& model) {
  if (model.documents.empty()) return;
  html.raw("<section><h2>").words(view.words("page.documents.title")).raw("</h2><ul class=\"rows\">");
  for (const PageDocument& document : model.documents) {
    const bool expired = document.last_day && *document.last_day < view.today;
    html.raw("<li><span class=\"what\">").words(document.name).raw("</span>");
    if (expired) {
      html.add(mark_tag(PageMark::Stop, view.words("page.documents.expired", {{"day", view.words.day(*document.last_day)}})));
    } else {
      if (!document.state.empty()) html.add(mark_tag(document.mark, document.state));
      if (document.last_day) {
        html.raw("<span class=\"small\">");
        html.words(view.words("page.documents.last_day", {{"day", view.words.full_day(*document.last_day)}})).raw("</span>");
      }
    }
    html.raw("</li>");
  }
  html.raw("</ul></section>");
}

void add_done(Html& html, const View& view, const PageModel& model) {
  if (model.done.empty()) return;
  html.raw("<section><h2>").words(view.words("page.done.title")).raw("</h2><dl class=\"pairs\">");
  for (const PageDone& done : model.done) {
    html.raw("<div><dt>").words(done.what).raw("</dt><dd>").words(done.state).raw("</dd></div>");
  }
  html.raw("</dl></section>");
}

void add_unsent(Html& html, const View& view, const PageModel& model) {
  if (model.unsent.empty()) return;
  html.raw("<section><h2>").words(view.words("page.unsent.title")).raw("</h2><ul class=\"rows\">");
  for (const std::string& what : model.unsent) html.raw("<li>").add(mark_tag(PageMark::Care, what)).raw("</li>");
  html.raw("</ul></section>");
}

void add_files(Html& html, const View& view, const PageModel& model) {
  if (view.files_allowed && model.files.empty()) return;
  if (!view.files_allowed && model.documents.empty()) return;
  html.raw("<section><h2>").words(view.words("page.files.title")).raw("</h2>");
  if (!view.files_allowed) {
    html.raw("<p>").words(view.words("page.files.at_desk")).raw("</p></section>");
    return;
  }
  html.raw("<p>").words(view.words("page.files.count", {{"count", std::to_string(model.files.size())}})).raw("</p><p>");
  html.words(view.words("page.files.lead")).raw("</p><a class=\"button primary\" href=\"").text(view.home).raw("/files\">");
  html.words(view.words("page.files.open")).raw("</a></section>");
}

void add_kept(Html& html, const View& view, const PageModel& model) {
  const auto row = [&](std::string_view key, const Date& until) {
    html.raw("<div><dt>").words(view.words(key)).raw("</dt><dd>");
    html.words(view.words("page.kept.until", {{"day", view.words.day(until)}})).raw("</dd></div>");
  };
  html.raw("<section><h2>").words(view.words("page.kept.title")).raw("</h2><dl class=\"pairs\">");
  row("page.kept.scans", model.scans_until);
  row("page.kept.answers", model.answers_until);
  html.raw("</dl><p class=\"small\">").words(view.words("page.kept.lead")).raw("</p><a class=\"button danger\" href=\"").text(view.home);
  html.raw("/erase\">").words(view.words("page.erase.open")).raw("</a></section>");
}

}  // namespace

std::string checklist(const View& view, const PageModel& model) {
  Html html;
  add_heading(html, view, model);
  add_deadline(html, view, model);
  add_todos(html, view, model);
  add_unsent(html, view, model);
  add_verdict(html, view, model);
  add_estimate(html, view, model);
  add_documents(html, view, model);
  add_done(html, view, model);
  add_files(html, view, model);
  add_kept(html, view, model);
  return framed(frame_of(view.words, model, "page.title"), html);
}

}  // namespace desk::auth::page
