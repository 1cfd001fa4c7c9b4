// A blank sheet says where the scanner's glass is dirty: dust of the feeder draws lines, dirt of the flatbed leaves specks.
#include "scanner/blank_sheet.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace desk::scanner {
namespace {

// A4 at 150 dpi under a lamp that fades towards the right.
Pixels sheet() {
  Pixels page = Pixels::blank(1240, 1754, 1, 150);
  for (int y = 0; y < page.height; ++y) {
    for (int x = 0; x < page.width; ++x) page.row(y)[x] = static_cast<unsigned char>(250 - x * 12 / page.width - (x * 7 + y * 13) % 4);
  }
  return page;
}

void line_down(Pixels& page, int x, int depth, int from, int to) {
  for (int y = from; y < to; ++y) page.row(y)[x] = static_cast<unsigned char>(page.row(y)[x] - depth);
}

TEST(BlankSheet, ACleanOneIsCleanWhateverTheLamp) {
  const SheetLook look = look_at_blank(sheet());
  EXPECT_TRUE(look.blank);
  EXPECT_EQ(look.specks, 0);
  EXPECT_TRUE(look.streaks_mm.empty());
}

TEST(BlankSheet, AFaintLineAlongTheWholeSheetIsAStreakWithItsPlace) {
  Pixels page = sheet();
  line_down(page, 248, 22, 0, page.height);  // 248 px at 150 dpi: 42 mm
  const SheetLook look = look_at_blank(page);
  ASSERT_EQ(look.streaks_mm.size(), 1U);
  EXPECT_EQ(look.streaks_mm.front(), 42);
  EXPECT_EQ(std::count(look.marks.begin(), look.marks.end(), SheetMark::Streak), look.rows);
  EXPECT_EQ(look.specks, 0) << "a streak is not counted twice";
}

TEST(BlankSheet, ACreaseThatEndsIsNoStreak) {
  Pixels page = sheet();
  line_down(page, 600, 30, 200, 1200);
  EXPECT_TRUE(look_at_blank(page).streaks_mm.empty());
}

TEST(BlankSheet, ASpeckIsFoundInItsCell) {
  Pixels page = sheet();
  for (int y = 100; y < 106; ++y) std::fill_n(page.row(y) + 1100, 6, static_cast<unsigned char>(90));  // 1 mm
  const SheetLook look = look_at_blank(page);
  EXPECT_EQ(look.specks, 1);
  EXPECT_EQ(look.marks[static_cast<std::size_t>(1100 * look.columns / page.width)], SheetMark::Speck);
  EXPECT_TRUE(look.blank);
}

TEST(BlankSheet, APrintedPageTellsNothingOfTheGlass) {
  Pixels page = sheet();
  for (int y = 200; y < 1500; y += 40) {
    for (int row = y; row < y + 12; ++row) std::fill_n(page.row(row) + 200, 800, static_cast<unsigned char>(20));
  }
  EXPECT_FALSE(look_at_blank(page).blank);
}

TEST(BlankSheet, AScrapIsNoSheet) { EXPECT_FALSE(look_at_blank(Pixels::blank(60, 60, 3, 150)).blank); }

}  // namespace
}  // namespace desk::scanner
