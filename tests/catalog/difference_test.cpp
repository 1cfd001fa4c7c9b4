#include "data/catalog/difference.h"

#include <gtest/gtest.h>

namespace desk::catalog {
namespace {

Frame frame_of(const std::string& id, const std::string& name, std::vector<std::string> rounds) {
  Frame frame;
  frame.id = id;
  frame.name = {name, name, name};
  int month = 1;
  for (std::string& round_id : rounds) {
    Round round{};
    round.id = std::move(round_id);
    round.deadline = {make_date(2026, static_cast<unsigned>(++month), 10), 17 * 60};
    frame.rounds.push_back(round);
  }
  return frame;
}

Pack two_frames() {
  Pack pack{};  // a date has no value of its own
  pack.year = 2026;
  pack.frames = {frame_of("normal", "Normal", {"1", "2"}), frame_of("security", "Security", {"1", "2"})};
  return pack;
}

std::vector<Change> changes(const Pack& before, const Pack& after) { return difference(facts_of(before), facts_of(after)); }

std::string way(const Change& change) {
  std::string out;
  for (const Place& place : change.where) {
    out += (out.empty() ? "" : " / ") + place.kind;
    for (const Names& label : place.labels) out += " " + label.en;
  }
  return out;
}

TEST(Difference, BetweenAPackAndItselfIsNone) { EXPECT_TRUE(changes(two_frames(), two_frames()).empty()); }

TEST(Difference, ADeadlineThatMovesInEveryFrameIsOneChange) {
  Pack after = two_frames();
  const CivilMinute later{make_date(2026, 2, 20), 17 * 60};
  for (Frame& frame : after.frames) frame.rounds[0].deadline = later;
  const auto found = changes(two_frames(), after);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(way(found[0]), "pack 2026 / frame Normal Security / round 1");
  EXPECT_EQ(found[0].field, "deadline");
  EXPECT_EQ(std::get<CivilMinute>(found[0].before), (CivilMinute{make_date(2026, 2, 10), 17 * 60}));
  EXPECT_EQ(std::get<CivilMinute>(found[0].after), later);
}

TEST(Difference, DifferentDeadlinesInTwoFramesAreTwoChanges) {
  Pack after = two_frames();
  after.frames[0].rounds[0].deadline.date = make_date(2026, 2, 20);
  after.frames[1].rounds[0].deadline.date = make_date(2026, 2, 21);
  EXPECT_EQ(changes(two_frames(), after).size(), 2U);
}

TEST(Difference, ARoundMoreIsAddedAndNotToldFactByFact) {
  Pack after = two_frames();
  for (Frame& frame : after.frames) frame.rounds.push_back(frame_of("x", "x", {"3"}).rounds[0]);
  const auto added = changes(two_frames(), after);
  ASSERT_EQ(added.size(), 1U);
  EXPECT_EQ(added[0].kind, ChangeKind::Added);
  EXPECT_EQ(way(added[0]), "pack 2026 / frame Normal Security / round 3");
  const auto removed = changes(after, two_frames());
  ASSERT_EQ(removed.size(), 1U);
  EXPECT_EQ(removed[0].kind, ChangeKind::Removed);
}

TEST(Difference, AFrameMoreIsOneChange) {
  Pack after = two_frames();
  after.frames.push_back(frame_of("group", "Group", {"1", "2", "3"}));
  const auto found = changes(two_frames(), after);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(way(found[0]), "pack 2026 / frame Group");
}

TEST(Difference, AnotherOrderIsSaidOnce) {
  Pack after = two_frames();
  std::swap(after.frames[0], after.frames[1]);
  const auto found = changes(two_frames(), after);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].kind, ChangeKind::Reordered);
  EXPECT_EQ(way(found[0]), "pack 2026 / frame");
}

TEST(Difference, AFrameThatIsRenamedChangesAtItselfOnly) {
  Pack before = two_frames();
  before.exclusions.push_back({.id = "x", .clause = "", .question = {"x", "x", "x"}, .measure = Measure::Flag, .op = Operator::Is, .fraction = {},
                               .amount = {}, .frames = {"normal"}, .source = {}});
  Pack after = before;
  after.frames[0].name.en = "Ordinary";
  const auto found = changes(before, after);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].field, "name");
}

TEST(Difference, ContactsOfOneIdAreHeldInTheirOrder) {
  Pack before = two_frames();
  before.contacts = {{"site", "old", make_date(2026, 1, 1), make_date(2026, 3, 31), {}}, {"site", "new", make_date(2026, 4, 1), std::nullopt, {}}};
  Pack after = before;
  after.contacts[1].value = "newest";
  const auto found = changes(before, after);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(std::get<std::string>(found[0].after), "newest");
}

TEST(Difference, OfTheOfficeCalendarIsToldByDay) {
  OfficeCalendar before;
  before.holidays.push_back({make_date(2026, 9, 21), {"敬老の日", "けいろうの ひ", "Respect for the Aged Day"}, {}});
  OfficeCalendar after = before;
  after.holidays.push_back({make_date(2026, 9, 22), {"国民の休日", "こくみんの きゅうじつ", "Citizens' holiday"}, {}});
  after.holidays[0].source.text = "CAO";
  const auto found = difference(facts_of(before), facts_of(after));
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(way(found[0]), "offices / holiday 2026-09-21");
  EXPECT_EQ(found[1].kind, ChangeKind::Added);
}

}  // namespace
}  // namespace desk::catalog
