// rounds.toml: when the frames open and close; and the days that follow from it.
#include <algorithm>
#include <string>

#include "data/catalog/reading.h"

namespace desk::catalog {
namespace {

Round read_round(Fields& fields, const Pack& pack) {
  Round round;
  round.id = fields.text("id");
  round.open = read_minute(fields, "open");
  round.deadline = read_minute(fields, "deadline");
  round.decision = fields.optional_date("decision");
  round.report = fields.optional_date("report");
  round.planned = fields.flag("planned", false);
  round.verified = fields.date("verified");
  round.source = read_source(fields);
  if (round.open.date < pack.applies_from) fields.complain("open", "before the pack applies (" + to_string(pack.applies_from) + ")");
  if (round.deadline.minute_of_day == 0) fields.complain("deadline", "without a time of day: rounds close at 17:00 unless a source says otherwise");
  if (round.deadline <= round.open) fields.complain("deadline", "before its opening");
  // A programme year's rounds end within it; only decisions and reports run into the next ones.
  if (static_cast<int>(round.deadline.date.year()) > pack.year + 1) fields.complain("deadline", "more than a year after the programme's");
  if (round.decision && *round.decision <= round.deadline.date) fields.complain("decision", "before the deadline");
  if (round.report && *round.report <= round.decision.value_or(round.deadline.date)) {
    fields.complain("report", round.decision ? "before the decision" : "before the deadline");
  }
  if (round.verified > pack.verified) fields.complain("verified", "later than the pack's own");
  return round;
}

void add_to(Frame& frame, const Round& round, Fields& fields) {
  if (!frame.rounds.empty() && frame.rounds.back().deadline >= round.deadline) {
    fields.complain("deadline", "rounds out of order: not after round " + frame.rounds.back().id + " of " + frame.id);
  }
  for (const Round& other : frame.rounds) {
    if (other.id == round.id) fields.complain("id", "round " + round.id + " of " + frame.id + " is there twice");
  }
  frame.rounds.push_back(round);
}

std::vector<std::string> read_for_frames(Fields& fields, const std::vector<std::string>& frames) {
  std::vector<std::string> for_frames = read_references(fields, "frames", frames, "frame");
  if (for_frames.empty()) fields.complain("frames", "names no frame");
  return for_frames;
}

void read_undated(Fields& top, Pack& pack, const std::vector<std::string>& frames) {
  (void)read_list<UndatedRound>(top, "undated_round", [&](Fields& fields) {
    UndatedRound round;
    round.id = fields.text("id");
    const auto for_frames = read_for_frames(fields, frames);
    round.decision = fields.optional_date("decision");
    round.source = read_source(fields);
    for (Frame& frame : pack.frames) {
      if (!contains(for_frames, frame.id)) continue;
      const auto same = [&](const auto& other) { return other.id == round.id; };
      if (std::any_of(frame.rounds.begin(), frame.rounds.end(), same) || std::any_of(frame.undated.begin(), frame.undated.end(), same)) {
        fields.complain("id", "round " + round.id + " of " + frame.id + " is there twice");
      }
      frame.undated.push_back(round);
    }
    return round;
  });
}

// The day on which a wording keyed by a round begins: the day after the deadline of the round before it.
std::optional<Date> begin_of(const Frame& frame, std::string_view round) {
  for (std::size_t i = 0; i < frame.rounds.size(); ++i) {
    if (frame.rounds[i].id != round) continue;
    return i == 0 ? frame.rounds[i].open.date : plus_days(frame.rounds[i - 1].deadline.date, 1);
  }
  return std::nullopt;
}

}  // namespace

void read_rounds(Fields& top, Pack& pack) {
  const std::vector<std::string> frames = ids_of(pack.frames);
  (void)read_list<Round>(top, "round", [&](Fields& fields) {
    const auto for_frames = read_for_frames(fields, frames);
    Round round = read_round(fields, pack);
    for (Frame& frame : pack.frames) {
      if (contains(for_frames, frame.id)) add_to(frame, round, fields);
    }
    return round;
  });
  read_undated(top, pack, frames);
}

void date_wage_rows(Fields& top, Pack& pack) {
  const auto frame_nodes = top.tables("frame");
  for (std::size_t i = 0; i < pack.frames.size(); ++i) {
    Frame& frame = pack.frames[i];
    const Node* rows = frame_nodes[i]->find("near_minimum_wage");
    if (rows == nullptr || rows->array() == nullptr) continue;
    for (std::size_t j = 0; j < frame.near_minimum_wage.size(); ++j) {
      const Node& node = (*rows->array())[j];
      Condition& row = frame.near_minimum_wage[j];
      Fields fields = top.sub(node, "near_minimum_wage", static_cast<int>(j));
      const Node* round = node.find("from_round");
      if (round != nullptr) {
        const auto begin = begin_of(frame, *round->string());
        if (!begin) fields.complain("from_round", "\"" + *round->string() + "\" is no round of " + frame.id + " with a deadline");
        row.from = begin.value_or(row.from);
      }
      if (j > 0 && row.from <= frame.near_minimum_wage[j - 1].from) {
        fields.complain(round != nullptr ? "from_round" : "from", "not after the row before");
      }
      if (fields.broken()) top.adopt(fields.finish());
    }
  }
}

}  // namespace desk::catalog
