// 点検: the list of the nine items, and one item at a time: what to do, what is going on, what was found and how it is put right.
#include "data/text/device_words.h"
#include "kiosk/screens/machine_parts.h"
#include "kiosk/screens/notice.h"
#include "kiosk/screens/number_pad.h"
#include "kiosk/screens/paged_list.h"
#include "kiosk/screens/progress.h"

namespace desk::screens {
namespace {

using flow::Action;
using flow::TestItem;
using flow::TestOutcome;

Tone tone_of(TestOutcome outcome) {
  switch (outcome) {
    case TestOutcome::Good: return Tone::Done;
    case TestOutcome::Care: return Tone::Care;
    case TestOutcome::Bad: return Tone::Stop;
    case TestOutcome::Running:
    case TestOutcome::Asking: return Tone::Plain;
    case TestOutcome::Open:
    case TestOutcome::Absent:
    case TestOutcome::Skipped: return Tone::Quiet;
  }
  return Tone::Quiet;
}

std::string item_name(const Scene& scene, TestItem item) { return scene.words("test.item." + std::string(flow::name_of(item))); }

TagView outcome_tag(const Scene& scene, const flow::TestResult& result) {
  TagView tag{tone_of(result.outcome), scene.words("test.outcome." + std::string(flow::name_of(result.outcome))), true};
  if (result.code) tag.text += " " + to_string(*result.code);
  return tag;
}

ButtonView skip_button(const Scene& scene) { return action_button(scene, Action::TestSkip, "test.skip"); }

// "2／9　読み取り機"
std::string item_title(const Scene& scene, TestItem item) {
  return scene.words("test.item_title", {{"number", std::to_string(flow::number_of(item))},
                                         {"count", std::to_string(flow::kTestItems.size())},
                                         {"item", item_name(scene, item)}});
}

void draw_overview(Canvas& canvas, const Scene& scene, UiState& ui) {
  const flow::SelfTestState& test = scene.model.machine.self_test;
  FrameView frame = staff_frame(scene);
  const bool over = test.begun && !flow::next_open(test);
  frame.next.label = scene.words(!test.begun ? "test.begin" : over ? "test.anew" : "test.go_on");
  if (over) frame.next.key = action_key(Action::TestAnew);
  PagedListView view;
  view.titles_suffice = true;
  view.title = scene.words("screen.staff_self_test.title");
  view.sub = test.begun ? scene.words("screen.staff_self_test.sub_begun", {{"time", clock_of(test.begun_at)}}) : scene.words("screen.staff_self_test.sub");
  for (const TestItem item : flow::kTestItems) {
    const flow::TestResult& result = test.of(item);
    ListRow row;
    if (test.begun) row.key = std::string(key::kTest) + std::string(flow::name_of(item));
    row.title = item_name(scene, item);
    if (result.outcome == TestOutcome::Bad || result.outcome == TestOutcome::Care) {
      row.sub = text::found_words(scene.words, result.note, result.arguments);
      if (const std::string cure = text::cure_words(scene.words, result.note, result.code); !cure.empty()) row.sub += "\n" + cure;
    }
    row.tag = outcome_tag(scene, result);
    view.rows.push_back(std::move(row));
  }
  view.paging = staff_paging(scene, ui.first);
  if (over) {
    const TestOutcome verdict = flow::verdict_of(test);
    view.note = {tone_of(verdict), scene.words("test.verdict." + std::string(flow::name_of(verdict))), true};
  }
  ui.next_first = paged_list(canvas, draw_frame(canvas, frame), view);
}

// The sheet with its dirty cells: where to wipe is seen at once.
void draw_sheet(Canvas& canvas, const Rect& area, const flow::SheetCells& sheet) {
  if (sheet.columns < 1 || sheet.rows < 1 || sheet.marks.size() != static_cast<std::size_t>(sheet.columns) * static_cast<std::size_t>(sheet.rows)) return;
  const Theme& theme = canvas.theme();
  const Rect page = paper_box(area);
  canvas.fill(page, theme.card);
  std::size_t i = 0;
  for (const Rect& cell : grid(page, sheet.columns, sheet.rows, 0)) {
    const int mark = sheet.marks[i++];
    if (mark == 1) canvas.fill(cell.inset(0.4), theme.care.shape, 0.6);
    if (mark == 2) canvas.fill({cell.x + cell.w * 0.35, cell.y, cell.w * 0.3, cell.h}, theme.stop.shape);
  }
  canvas.stroke(page, theme.edge, 0.5);
}

void draw_result(Canvas& canvas, const Scene& scene, const Rect& content) {
  const flow::SelfTestState& test = scene.model.machine.self_test;
  const flow::TestResult& result = test.of(test.at);
  Rect area = content;
  const bool sheet = test.at == TestItem::Scanner && test.sheet.columns > 0;
  Rect picture;
  if (sheet) picture = canvas.portrait() ? area.cut_bottom(area.h * 0.4, canvas.gap()) : area.cut_right(area.w * 0.3, canvas.gap());
  NoticeView view;
  view.tone = tone_of(result.outcome);
  view.title = item_title(scene, test.at) + "：" + scene.words("test.outcome." + std::string(flow::name_of(result.outcome)));
  view.body = text::found_words(scene.words, result.note, result.arguments);
  if (std::string cure = text::cure_words(scene.words, result.note, result.code); !cure.empty()) view.steps.push_back(std::move(cure));
  view.actions = {action_button(scene, Action::TestAgain, "test.again")};
  if (result.code) view.staff_code = to_string(*result.code);
  notice(canvas, area, view);
  if (sheet) draw_sheet(canvas, picture, test.sheet);
}

void draw_running(Canvas& canvas, const Scene& scene, const Rect& content) {
  const flow::SelfTestState& test = scene.model.machine.self_test;
  ProgressView view;
  view.title = item_title(scene, test.at);
  view.sub = scene.words("test.running." + std::string(flow::name_of(test.at)));
  view.icon = test.at == TestItem::Printer || test.at == TestItem::Qr ? Icon::Printer : test.at == TestItem::Scanner ? Icon::Tray : Icon::Clock;
  for (const TestItem item : flow::kTestItems) view.steps.push_back({item_name(scene, item), tone_of(test.of(item).outcome)});
  view.actions = {skip_button(scene)};
  progress(canvas, content, view);
}

// Was it heard? Can it be read?
void draw_asking(Canvas& canvas, const Scene& scene, const Rect& content) {
  const flow::SelfTestState& test = scene.model.machine.self_test;
  const std::string name(flow::name_of(test.at));
  NoticeView view;
  view.tone = Tone::Plain;
  view.icon = test.at == TestItem::Sound ? Icon::Speaker : Icon::Receipt;
  view.title = item_title(scene, test.at) + "\n" + scene.words("test.ask." + name);
  view.body = scene.words("test.ask_note." + name);
  ButtonView yes = action_button(scene, Action::TestYes, "test.yes." + name);
  yes.style = ButtonStyle::Primary;
  view.actions = {skip_button(scene), action_button(scene, Action::TestAgain, "test.again"), action_button(scene, Action::TestNo, "test.no." + name), yes};
  notice(canvas, content, view);
}

void draw_intro(Canvas& canvas, const Scene& scene, const Rect& content) {
  const flow::SelfTestState& test = scene.model.machine.self_test;
  const std::string name(flow::name_of(test.at));
  NoticeView view;
  view.tone = Tone::Plain;
  switch (test.at) {
    case TestItem::Touch: view.icon = Icon::Pencil; break;
    case TestItem::Scanner: view.icon = Icon::Tray; break;
    case TestItem::Sms: view.icon = Icon::Phone; break;
    case TestItem::Sound: view.icon = Icon::Speaker; break;
    case TestItem::Printer: view.icon = Icon::Receipt; break;
    case TestItem::Clock:
    case TestItem::Disk:
    case TestItem::Pack:
    case TestItem::Qr: view.icon = Icon::Clock; break;
  }
  view.title = item_title(scene, test.at);
  view.body = scene.words("test.intro." + name);
  view.actions = {skip_button(scene)};
  if (test.at == TestItem::Sms) view.actions.push_back(action_button(scene, Action::TestSmsNumber, "test.sms_number"));
  notice(canvas, content, view);
}

void draw_sms_entry(Canvas& canvas, const Scene& scene, const Rect& content) {
  const flow::SelfTestState& test = scene.model.machine.self_test;
  const bool code = test.sms == flow::TestSmsPhase::Code;
  NumberPadView view;
  view.title = item_title(scene, TestItem::Sms);
  view.sub = code ? scene.words("test.sms_code_sub", {{"masked", test.sms_masked}, {"tag", test.sms_tag}}) : scene.words("test.sms_number_sub");
  view.value = scene.model.entry;
  view.placeholder = scene.words(code ? "test.sms_code_placeholder" : "test.sms_number_placeholder");
  if (!scene.model.problem.empty()) view.hint = {Tone::Care, scene.words(scene.model.problem), true};
  if (code) view.actions.push_back(action_button(scene, Action::TestNo, "test.sms_not_arrived"));
  view.actions.push_back(skip_button(scene));
  view.extra_label = scene.words("button.clear_all");
  view.delete_label = scene.words("button.delete");
  number_pad(canvas, content, view);
}

}  // namespace

void draw_staff_self_test(Canvas& canvas, const Scene& scene, UiState& ui) {
  const flow::SelfTestState& test = scene.model.machine.self_test;
  if (test.overview) return draw_overview(canvas, scene, ui);
  const TestOutcome outcome = test.of(test.at).outcome;
  const bool entry = test.at == TestItem::Sms && (test.sms == flow::TestSmsPhase::Number || test.sms == flow::TestSmsPhase::Code);
  FrameView frame = staff_frame(scene);
  frame.back.label = scene.words("test.to_list");
  if (entry) frame.next.label = scene.words(test.sms == flow::TestSmsPhase::Code ? "test.check_code" : "test.send");
  else if (flow::is_settled(outcome)) frame.next.label = scene.words("button.next");
  else if (outcome == TestOutcome::Open) frame.next.label = scene.words("test.start." + std::string(flow::name_of(test.at)));
  const Rect content = draw_frame(canvas, frame);
  if (entry) return draw_sms_entry(canvas, scene, content);
  switch (outcome) {
    case TestOutcome::Open: return draw_intro(canvas, scene, content);
    case TestOutcome::Running: return draw_running(canvas, scene, content);
    case TestOutcome::Asking: return draw_asking(canvas, scene, content);
    case TestOutcome::Good:
    case TestOutcome::Care:
    case TestOutcome::Bad:
    case TestOutcome::Absent:
    case TestOutcome::Skipped: return draw_result(canvas, scene, content);
  }
}

}  // namespace desk::screens
