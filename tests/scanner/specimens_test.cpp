// The demonstration's papers pass the judgement that a real certificate must pass, or the demonstration would teach a lie.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "tests/places.h"
#include "tests/scanner/harness.h"

namespace desk::scanner::test {
namespace {

TEST(Specimens, AllSixAreGoodColouredPagesWhenScanned) {
  TrayDesk desk;
  // fontconfig keeps its configuration for the life of a process; that is no leak of the drawing.
  const std::string command = "ASAN_OPTIONS=detect_leaks=0 " + build_tree() + "/bin/desk-specimens " + desk.tray.string() + " 2026-09-01 --jpg";
  ASSERT_EQ(std::system(command.c_str()), 0);
  const Told told = desk.scan({.device = "desk:tray", .dpi = 300});
  ASSERT_EQ(told.pages.size(), 6U);
  for (const PageReady& ready : told.pages) {
    EXPECT_TRUE(ready.page.colour) << "page " << ready.number;
    EXPECT_EQ(ready.page.straightened_degrees, 0) << "page " << ready.number;
    for (const Finding& finding : ready.page.findings) {
      ADD_FAILURE() << "page " << ready.number << ": finding " << static_cast<int>(finding.code) << " measured " << finding.measured;
    }
  }
}

TEST(Specimens, WithoutADateNothingIsDrawn) {
  const std::string program = build_tree() + "/bin/desk-specimens";
  EXPECT_NE(std::system((program + " /tmp 2026-13-01 2>/dev/null").c_str()), 0);
}

}  // namespace
}  // namespace desk::scanner::test
