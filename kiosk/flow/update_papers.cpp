// The papers: which one, the scan, what judging found, black boxes, the day of issue, and the finished file.
#include <algorithm>

#include "kiosk/flow/era_date.h"
#include "kiosk/flow/paper_needs.h"
#include "kiosk/flow/turn.h"

namespace desk::flow {
namespace {

void begin_scan(Turn& turn, std::optional<int> replacing) {
  Model& m = turn.m;
  m.scan.phase = ScanPhase::Feeding;
  m.scan.fault.reset();
  m.scan.page = 0;
  m.scan.percent = 0;
  m.scan.replacing = replacing;
  turn.go(Step::Scanning);
  turn.order(StartScan{turn.await(), m.scan.need, replacing});
}

void choose_paper(Turn& turn, const std::string& need) {
  turn.m.scan = ScanState{};
  turn.m.scan.need = need;
  turn.go(Step::Coach);
}

void put_page(Model& m, PageView page) {
  for (PageView& have : m.scan.pages) {
    if (have.number == page.number) {
      have = std::move(page);
      return;
    }
  }
  m.scan.pages.push_back(std::move(page));
}

void set_paper(Turn& turn, PaperState state) {
  Paper& paper = turn.m.answers.papers[turn.m.scan.need];
  if (const auto* kind = kind_for(turn.m.scan.need, turn.m.answers, turn.c.pack)) paper.kind = kind->id;
  paper.state = state;
}

void drop_pages(Turn& turn) {
  if (!turn.m.scan.pages.empty()) turn.order(DropPages{});
  turn.m.scan.pages.clear();
}

void save_paper(Turn& turn) {
  turn.m.scan.phase = ScanPhase::Saving;
  turn.m.scan.fault.reset();
  turn.order(SavePaper{turn.await(), turn.m.scan.need});
}

void after_pages(Turn& turn, bool check_with_staff) {
  Paper& paper = turn.m.answers.papers[turn.m.scan.need];
  paper.check_with_staff = check_with_staff;
  const auto* kind = kind_for(turn.m.scan.need, turn.m.answers, turn.c.pack);
  if (kind != nullptr && asks_issue_date(*kind)) turn.go(Step::IssueDate);
  else save_paper(turn);
}

bool on_list(Turn& turn, const Event& event) {
  Model& m = turn.m;
  if (const auto* paper = as<PaperChosen>(event)) {
    if (need_of(paper->need, turn.m.answers, turn.c.pack) == nullptr) return false;
    choose_paper(turn, paper->need);
  } else if (pressed(event, Action::Next)) {
    if (const auto open = next_open_paper(m.answers, turn.c.pack)) choose_paper(turn, *open);
    else turn.go(Step::Review);
  } else {
    return false;
  }
  return true;
}

bool on_coach(Turn& turn, const Event& event) {
  Model& m = turn.m;
  if (const auto* kind = as<PaperKindChosen>(event)) {
    const catalog::DocumentNeed* need = need_of(m.scan.need, m.answers, turn.c.pack);
    if (need == nullptr || std::find(need->any_of.begin(), need->any_of.end(), kind->kind) == need->any_of.end()) return false;
    m.answers.papers[m.scan.need].kind = kind->kind;
    turn.save();
  } else if (pressed(event, Action::Next) || pressed(event, Action::ScanPaper)) {
    // A paper that is scanned a second time: its former pages would stand before the new ones. The finished file stays until its successor.
    const auto former = m.answers.papers.find(m.scan.need);
    if (former != m.answers.papers.end() && former->second.state == PaperState::Scanned) turn.order(DropPages{});
    begin_scan(turn, std::nullopt);
  } else if (pressed(event, Action::NotYetHave) || pressed(event, Action::DontKnow)) {
    // A paper that was scanned before is not thrown away by this button.
    if (m.answers.papers[m.scan.need].state != PaperState::Scanned) set_paper(turn, PaperState::Later);
    turn.save();
    turn.go(Step::Papers);
  } else if (pressed(event, Action::Back)) {
    turn.go(Step::Papers);
  } else {
    return false;
  }
  return true;
}

bool on_scanning(Turn& turn, const Event& event) {
  Model& m = turn.m;
  if (pressed(event, Action::ContinueScan)) {
    // What was fed before the fault is kept; the rest of the pile follows.
    begin_scan(turn, m.scan.replacing);
  } else if (pressed(event, Action::KeepPages) && !m.scan.pages.empty()) {
    m.scan.fault.reset();
    turn.go(Step::Scanned);
  } else if (pressed(event, Action::CancelScan) || pressed(event, Action::Back)) {
    if (m.scan.phase != ScanPhase::Idle) turn.order(StopScan{});
    m.awaited = 0;
    m.scan.phase = ScanPhase::Idle;
    m.scan.fault.reset();
    if (m.scan.replacing) turn.go(Step::Scanned);
    else {
      // Also when no page was told yet: one may be stored already with its word still on the way, and would come back in the next scan.
      turn.order(DropPages{});
      m.scan.pages.clear();
      turn.go(Step::Coach);
    }
  } else {
    return false;
  }
  return true;
}

bool on_scanned(Turn& turn, const Event& event) {
  Model& m = turn.m;
  if (m.scan.phase == ScanPhase::Saving) return pressed(event, Action::Back);
  if (const auto* page = as<PageAgainChosen>(event)) {
    begin_scan(turn, page->number);
  } else if (const auto* mask = as<PageMaskChosen>(event)) {
    m.scan.masking = mask->number;
    m.scan.boxes.clear();
    turn.go(Step::Masking);
  } else if (pressed(event, Action::ContinueScan)) {
    begin_scan(turn, std::nullopt);
  } else if (pressed(event, Action::ScanAgainAll) || pressed(event, Action::Back)) {
    drop_pages(turn);
    turn.go(Step::Coach);
  } else if (pressed(event, Action::KeepPages) || pressed(event, Action::Next)) {
    bool care = false;
    for (const PageView& scanned : m.scan.pages) care = care || scanned.care();
    after_pages(turn, care);
  } else {
    return false;
  }
  return true;
}

bool on_masking(Turn& turn, const Event& event) {
  Model& m = turn.m;
  if (m.scan.phase == ScanPhase::Working) return pressed(event, Action::Back);  // the page comes back in a moment
  if (const auto* drawn = as<BoxDrawn>(event)) {
    const MaskBox& box = drawn->box;
    if (box.right > box.left && box.bottom > box.top) m.scan.boxes.push_back(box);
  } else if (pressed(event, Action::MaskClear)) {
    m.scan.boxes.clear();
  } else if (pressed(event, Action::MaskDone) || pressed(event, Action::Next)) {
    if (!m.scan.boxes.empty() && m.scan.masking) {
      m.scan.phase = ScanPhase::Working;
      turn.order(MaskPage{turn.await(), *m.scan.masking, m.scan.boxes});
    } else {
      turn.go(Step::Scanned);
    }
  } else if (pressed(event, Action::Back)) {
    m.scan.boxes.clear();
    turn.go(Step::Scanned);
  } else {
    return false;
  }
  return true;
}

bool on_issue_date(Turn& turn, const Event& event) {
  Model& m = turn.m;
  if (m.scan.phase == ScanPhase::Saving) return pressed(event, Action::Back);
  if (type_into_entry(turn, event, kDigits, kEraDigits)) return true;
  Paper& paper = m.answers.papers[m.scan.need];
  if (pressed(event, Action::DontKnow)) {
    paper.issued = Answer<Date>::dont_know();
    save_paper(turn);
  } else if (pressed(event, Action::Next)) {
    if (m.entry.size() < kEraDigits) {
      m.problem = "problem.date_short";
      return true;
    }
    const std::optional<Date> date = entered_date(m.entry);
    const auto* kind = kind_for(m.scan.need, m.answers, turn.c.pack);
    const bool expiry = kind != nullptr && kind->rule == catalog::DocumentRule::NotExpired;
    if (!date) {
      m.problem = "problem.date_unreal";
    } else if (!expiry && days(*date) > days(turn.c.today.date)) {
      m.problem = "problem.date_future";
    } else {
      paper.issued = *date;
      save_paper(turn);
    }
  } else if (pressed(event, Action::Back)) {
    turn.go(Step::Scanned);
  } else {
    return false;
  }
  return true;
}

// What the scanner and the files report. Replies of a scan keep the same id until it ends.
bool on_report(Turn& turn, Event& event) {
  Model& m = turn.m;
  if (const auto* progress = as<ScanProgressed>(event)) {
    if (turn.awaits(progress->id)) {
      m.scan.page = progress->page;
      m.scan.percent = progress->percent;
    }
  } else if (auto* page = std::get_if<PageScanned>(&event)) {
    if (turn.awaits(page->id)) put_page(m, std::move(page->page));
  } else if (const auto* ended = as<ScanEnded>(event)) {
    if (!turn.expected(ended->id)) return true;
    m.scan.phase = ScanPhase::Idle;
    m.scan.replacing.reset();
    if (m.scan.pages.empty()) m.scan.fault = StaffCode::ScannerEmpty;
    else turn.go(Step::Scanned);
  } else if (const auto* fault = as<ScanFaulted>(event)) {
    if (!turn.expected(fault->id)) return true;
    m.scan.phase = ScanPhase::Idle;
    m.scan.fault = fault->code;
  } else if (auto* masked = std::get_if<PageMasked>(&event)) {
    if (!turn.expected(masked->id)) return true;
    m.scan.phase = ScanPhase::Idle;
    put_page(m, std::move(masked->page));
    m.scan.boxes.clear();
    turn.go(Step::Scanned);
  } else if (auto* saved = std::get_if<PaperSaved>(&event)) {
    if (!turn.expected(saved->id)) return true;
    m.scan.phase = ScanPhase::Idle;
    set_paper(turn, PaperState::Scanned);
    Paper& paper = m.answers.papers[m.scan.need];
    paper.pages = static_cast<int>(m.scan.pages.size());
    paper.files = std::move(saved->files);
    paper.bytes = saved->bytes;
    m.scan.pages.clear();
    turn.save();
    turn.go(Step::Papers);
  } else if (const auto* unsaved = as<PaperNotSaved>(event)) {
    if (!turn.expected(unsaved->id)) return true;
    m.scan.phase = ScanPhase::Idle;
    m.scan.fault = unsaved->code;
    turn.go(Step::Scanned);
  } else {
    return false;
  }
  return true;
}

}  // namespace

bool on_papers(Turn& turn, Event& event) {
  if (on_report(turn, event)) return true;
  switch (turn.m.step) {
    case Step::Papers: return on_list(turn, event);
    case Step::Coach: return on_coach(turn, event);
    case Step::Scanning: return on_scanning(turn, event);
    case Step::Scanned: return on_scanned(turn, event);
    case Step::Masking: return on_masking(turn, event);
    case Step::IssueDate: return on_issue_date(turn, event);
    default: return false;  // no other step holds paper
  }
}

}  // namespace desk::flow
