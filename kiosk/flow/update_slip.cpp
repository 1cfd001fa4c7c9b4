// The slip and the link: first the bundle for the phone (so that the slip can say whether it was sent), then the printer, followed to the
// end of its job. Success is shown when the printer confirmed it, and only then.
#include "kiosk/flow/paper_needs.h"
#include "kiosk/flow/turn.h"

namespace desk::flow {
namespace {

void print(Turn& turn) {
  Model& m = turn.m;
  m.print.phase = PrintPhase::Preparing;
  m.print.fault.reset();
  turn.order(PrintSlip{turn.await(), m.print.slip});
}

void begin_slip(Turn& turn, SlipKind slip) {
  Model& m = turn.m;
  // The pages at hand stay with the record; what the machines were doing for this step ends here.
  if (m.scan.phase != ScanPhase::Idle) turn.order(StopScan{});
  m.scan = ScanState{};
  m.code.phase = CodePhase::Idle;
  m.print = PrintState{};
  m.print.slip = slip;
  m.print.leave_after = slip == SlipKind::Park;
  m.print.phase = PrintPhase::Preparing;
  turn.save();
  turn.go(Step::Printing);
  if (turn.c.handoff && m.record_open) {
    m.link.phase = LinkPhase::Sending;
    turn.order(StoreBundle{turn.await()});
  } else {
    print(turn);
  }
}

void on_out(Turn& turn) {
  Model& m = turn.m;
  turn.go(Step::Done);
  m.slip_out = m.record_open;
  bool files = !m.answers.bundles.empty();
  for (const auto& [need, paper] : m.answers.papers) files = files || !paper.files.empty();
  const bool grant = m.print.slip == SlipKind::Receipt && m.link.phase == LinkPhase::Sent && turn.c.files_on_phone && files;
  if (grant) turn.order(MakeGrant{turn.await()});
}

bool on_printer(Turn& turn, const Event& event) {
  Model& m = turn.m;
  if (const auto* drawn = as<SlipDrawn>(event)) {
    if (turn.awaits(drawn->id)) {
      m.print.picture = drawn->picture;
      m.print.picture_width = drawn->width;
      m.print.picture_height = drawn->height;
    }
  } else if (const auto* queued = as<SlipQueued>(event)) {
    if (turn.awaits(queued->id)) m.print.phase = PrintPhase::Queued;
  } else if (const auto* printing = as<SlipPrinting>(event)) {
    if (turn.awaits(printing->id)) m.print.phase = PrintPhase::Printing;
  } else if (const auto* printed = as<SlipPrinted>(event)) {
    if (!turn.expected(printed->id)) return true;
    m.print.phase = PrintPhase::Printed;
    on_out(turn);
  } else if (const auto* unknown = as<SlipUnknown>(event)) {
    if (turn.expected(unknown->id)) m.print.phase = PrintPhase::Unknown;
  } else if (const auto* failed = as<SlipFailed>(event)) {
    if (!turn.expected(failed->id)) return true;
    m.print.phase = PrintPhase::Failed;
    m.print.fault = failed->code;
  } else {
    return false;
  }
  return true;
}

bool on_link(Turn& turn, Event& event) {
  Model& m = turn.m;
  if (auto* stored = std::get_if<BundleStored>(&event)) {
    if (!turn.expected(stored->id)) return true;
    m.link.phase = LinkPhase::Sent;
    m.link.address = std::move(stored->address);
    print(turn);
  } else if (const auto* unsent = as<BundleNotStored>(event)) {
    if (!turn.expected(unsent->id)) return true;
    m.link.phase = LinkPhase::Failed;  // it waits in the outbox; the slip says so
    print(turn);
  } else if (auto* grant = std::get_if<GrantMade>(&event)) {
    if (!turn.expected(grant->id)) return true;
    m.link.grant = std::move(grant->address);
    m.link.grant_until = grant->until;
  } else {
    return false;
  }
  return true;
}

bool on_printing_press(Turn& turn, const Event& event) {
  Model& m = turn.m;
  const bool unknown = m.print.phase == PrintPhase::Unknown;
  const bool stuck = unknown || m.print.phase == PrintPhase::Failed;
  if ((pressed(event, Action::PrintAgain) && stuck) || (pressed(event, Action::SlipDidNotComeOut) && unknown)) {
    print(turn);
  } else if (pressed(event, Action::SlipCameOut) && unknown) {
    on_out(turn);
  } else if (pressed(event, Action::GoOnWithoutPaper) && stuck) {
    m.print.without_paper = true;
    on_out(turn);
  } else {
    // While the machine works there is nothing to go back to; Back is not offered and does nothing.
    return pressed(event, Action::Back) || pressed(event, Action::Next);
  }
  return true;
}

bool on_done_press(Turn& turn, const Event& event) {
  Model& m = turn.m;
  if (pressed(event, Action::Next)) {
    turn.end(m.print.slip == SlipKind::Park ? Ending::Parked : Ending::Finished);
  } else if (pressed(event, Action::PrintAgain)) {
    turn.go(Step::Printing);
    if (m.mode == Mode::Apply) print(turn);  // 調べるだけ prints on entering
  } else if (pressed(event, Action::Back)) {
    return true;  // the left button prints once more here; there is no way back into a finished visit
  } else {
    return false;
  }
  return true;
}

}  // namespace

bool on_slip(Turn& turn, Event& event) {
  Model& m = turn.m;
  if (on_printer(turn, event) || on_link(turn, event)) return true;
  if (pressed(event, Action::TakeSlip) && m.record_open && m.step != Step::Printing && m.step != Step::Done) {
    begin_slip(turn, SlipKind::Park);
    return true;
  }
  switch (m.step) {
    case Step::Review:
      if (pressed(event, Action::Next)) {
        if (m.bundles.phase == BundlePhase::Making) return true;  // the slip says what was made
        m.answers.reviewed = true;
        begin_slip(turn, SlipKind::Receipt);
        return true;
      }
      if (pressed(event, Action::EditNumber)) {
        turn.go(Step::Phone);
        return true;
      }
      if (const auto* paper = as<PaperChosen>(event)) {
        if (need_of(paper->need, m.answers, turn.c.pack) == nullptr) return false;
        m.scan = ScanState{};
        m.scan.need = paper->need;
        turn.go(Step::Coach);
        return true;
      }
      return false;
    case Step::Printing: return on_printing_press(turn, event);
    case Step::Done: return on_done_press(turn, event);
    default: return false;  // the slip belongs to these three
  }
}

}  // namespace desk::flow
