// Every golden case beside the packs, through the calls that scripts use.
#include <gtest/gtest.h>

#include <filesystem>

#include "kiosk/ctl/golden.h"
#include "kiosk/ctl/groups.h"
#include "tests/places.h"

namespace desk::ctl {
namespace {

TEST(GoldenCases, OfEveryYearPass) {
  const FakeClock clock;
  Context context(source_tree() + "/data/catalog/packs", clock);
  Registry registry;
  add_rules_verbs(registry);
  const auto catalogue = context.catalogue();
  ASSERT_TRUE(catalogue.ok()) << catalogue.error().message();
  for (const catalog::Pack& pack : (*catalogue)->packs()) {
    const auto file = std::filesystem::path(pack.file).parent_path() / "golden.toml";
    const auto report = run_golden(file.string(), pack.year, registry, context);
    ASSERT_TRUE(report.ok()) << report.error().message();
    EXPECT_TRUE(report->failures.empty()) << report->failures.front();
  }
}

}  // namespace
}  // namespace desk::ctl
