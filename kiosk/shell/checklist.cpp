#include "kiosk/shell/checklist.h"

#include "kiosk/screens/visit_words.h"

namespace desk::shell {
namespace {

using screens::ItemState;
using screens::ItemWords;

// Windows' own editor is where this file is opened: it wants both characters at the end of a line.
constexpr std::string_view kEndOfLine = "\r\n";

class Page {
 public:
  explicit Page(const text::Words& words) : words_(words) {}
  void line(std::string_view marked) {
    out_ += text::plain(marked);
    out_ += kEndOfLine;
  }
  void section(std::string_view key) {
    out_ += kEndOfLine;
    line(words_("checklist.section", {{"name", words_(key)}}));
  }
  void item(const ItemWords& item) {
    const char* mark = item.mark == ItemState::Done ? "checklist.done" : item.mark == ItemState::Care ? "checklist.care" : "checklist.open";
    line(words_(mark, {{"what", item.label}, {"state", item.state}}));
  }
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  const text::Words& words_;
  std::string out_;
};

}  // namespace

std::string checklist_text(const ChecklistFacts& facts) {
  const text::Words& words = facts.words;
  const screens::Speaker speaker{words, facts.pack, facts.today};
  const CivilMinute now = to_jst(facts.wall);
  Page page(words);
  if (facts.sample) page.line(words("checklist.sample"));
  page.line(words("checklist.title", {{"number", facts.reception.text}}));
  page.line(facts.site_name);
  page.line(words("checklist.made", {{"day", words.full_day(now.date)}, {"clock", clock_text(now.minute_of_day)}}));
  page.line(words("checklist.pack", {{"programme", speaker.name(facts.pack.name)}, {"date", words.full_day(facts.pack.verified)}}));
  page.line(screens::target_words(speaker, facts.assessment));

  page.section("checklist.readiness");
  page.item(screens::verdict_words(speaker, facts.assessment));
  for (const ItemWords& item : screens::step_words(speaker, facts.assessment)) page.item(item);
  page.item(screens::phone_words(speaker, facts.answers));
  page.section("checklist.papers");
  for (const ItemWords& item : screens::all_paper_words(speaker, facts.answers, facts.assessment)) page.item(item);
  page.section("checklist.todo");
  for (const screens::TodoWords& todo : screens::todo_words(speaker, facts.assessment)) {
    page.line(words("checklist.todo_line", {{"when", todo.when}, {"what", todo.what}}));
  }
  page.line(words("word.no_contract"));
  page.section("checklist.files");
  for (const store::File& file : facts.files) page.line(words("checklist.file", {{"name", file.name}, {"bytes", std::to_string(file.bytes)}}));
  page.line(words("word.no_promise"));
  return page.take();
}

}  // namespace desk::shell
