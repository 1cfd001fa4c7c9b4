// `scan` through SANE's own loader on the demonstration scanner: pages judged, files on the disk, faults told by their staff code.
#include <stdlib.h>
#include <sys/stat.h>

#include <cstdio>
#include <fstream>

#include "scanner/tray_environment.h"
#include "tests/ctl/calling.h"
#include "tests/places.h"
#include "tests/scanner/harness.h"

namespace desk::ctl::test {
namespace {

namespace fs = std::filesystem;
using scanner::test::Folder;

// The helper inherits the environment of the program, which is how an operator would point SANE elsewhere too.
class ScanCalls : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto environment = scanner::tray_environment(folder_.path().string(), build_tree() + "/lib/sane");
    ASSERT_TRUE(environment) << environment.error().message();
    for (const auto& [name, value] : *environment) ASSERT_EQ(::setenv(name.c_str(), value.c_str(), 1), 0);
    tray_ = scanner::tray_folder(folder_.path().string());
    out_ = folder_.path() / "out";
    fs::create_directory(out_);
  }
  void TearDown() override {
    for (const char* name : {"SANE_CONFIG_DIR", "LD_LIBRARY_PATH", "DESK_TRAY"}) ::unsetenv(name);
  }
  void put_sheet(const std::string& name, const scanner::Pixels& page) { scanner::test::write_pnm(tray_ / name, page); }
  [[nodiscard]] Outcome call(std::vector<std::string> words) const {
    words.insert(words.begin(), "scan");
    words.insert(words.end(), {"--device", scanner::kTrayDevice});
    return test::run(words, clock_);
  }

  Folder folder_;
  fs::path tray_;
  fs::path out_;
  SystemClock clock_;
};

int pages_of(const std::string& pdf) {
  FILE* reader = ::popen(("pdfinfo '" + pdf + "' 2>/dev/null").c_str(), "r");
  if (reader == nullptr) return -1;
  int pages = -1;
  char line[512];
  while (std::fgets(line, sizeof line, reader) != nullptr) std::sscanf(line, "Pages: %d", &pages);
  ::pclose(reader);
  return pages;
}

TEST_F(ScanCalls, ThreeSheetsBecomeOneFileThatAPortalOpens) {
  for (int i = 1; i <= 3; ++i) put_sheet("s" + std::to_string(i) + ".ppm", scanner::test::text_page(300, i));
  const Outcome outcome = call({"--out", out_.string(), "--kind", "registry_full", "--json"});
  ASSERT_EQ(outcome.exit_code, kAnswered) << outcome.err;
  const Node node = json(outcome.out);
  const Array pages = list_at(node, "pages");
  ASSERT_EQ(pages.size(), 3U);
  EXPECT_EQ(whole_at(pages[2], "page"), 3);
  EXPECT_EQ(whole_at(pages[0], "dpi"), 300);
  EXPECT_TRUE(list_at(pages[0], "findings").empty()) << outcome.out;
  const Array files = list_at(node, "files");
  ASSERT_EQ(files.size(), 1U);
  const std::string file = text_at(files[0], "file");
  EXPECT_EQ(fs::path(file), out_ / "registry_full_1.pdf");
  EXPECT_EQ(whole_at(files[0], "bytes"), static_cast<std::int64_t>(fs::file_size(file)));
  EXPECT_LE(fs::file_size(file), 9'500'000U);
  EXPECT_EQ(whole_at(files[0], "pages"), 3);
  EXPECT_EQ(pages_of(file), 3);
  struct stat about {};
  ASSERT_EQ(::stat(file.c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 0777U, 0600U) << "one person's papers";
}

TEST_F(ScanCalls, ABlankSheetIsToldAndKept) {
  put_sheet("a.ppm", scanner::test::text_page(300, 1));
  put_sheet("b.ppm", scanner::Pixels::blank(2480, 3508, 3, 300, 250));
  const Outcome outcome = call({"--out", out_.string()});
  ASSERT_EQ(outcome.exit_code, kAnswered) << outcome.err;
  EXPECT_NE(outcome.out.find("page 2: "), std::string::npos);
  EXPECT_NE(outcome.out.find("; blank "), std::string::npos) << outcome.out;
  EXPECT_NE(outcome.out.find("scan_1.pdf: 2 pages"), std::string::npos) << outcome.out;
}

TEST_F(ScanCalls, PagesAndSourceAreObeyed) {
  for (int i = 1; i <= 3; ++i) put_sheet("s" + std::to_string(i) + ".pgm", scanner::test::text_page(300, i, 1));
  const Outcome two = call({"--out", out_.string(), "--pages", "2", "--source", "feeder", "--kind", "two", "--json"});
  ASSERT_EQ(two.exit_code, kAnswered) << two.err;
  EXPECT_EQ(list_at(json(two.out), "pages").size(), 2U);
  const Outcome glass = call({"--out", out_.string(), "--source", "flatbed", "--kind", "glass", "--dpi", "200", "--json"});
  ASSERT_EQ(glass.exit_code, kAnswered) << glass.err;
  ASSERT_EQ(list_at(json(glass.out), "pages").size(), 1U);
  EXPECT_GE(whole_at(list_at(json(glass.out), "pages")[0], "dpi"), 200);
}

TEST_F(ScanCalls, AJamIsToldByItsCodeAndLeavesNoFile) {
  for (int i = 1; i <= 2; ++i) put_sheet("s" + std::to_string(i) + ".pgm", scanner::test::text_page(300, i, 1));
  scanner::test::write_file(tray_ / "fault", "2 40 JAMMED");
  const Outcome outcome = call({"--out", out_.string()});
  EXPECT_EQ(outcome.exit_code, kCouldNot);
  EXPECT_NE(outcome.err.find("SC-204"), std::string::npos) << outcome.err;
  EXPECT_TRUE(fs::is_empty(out_));
}

TEST_F(ScanCalls, AnEmptyFeederIsToldByItsCode) {
  const Outcome outcome = call({"--out", out_.string(), "--source", "feeder"});
  EXPECT_EQ(outcome.exit_code, kCouldNot);
  EXPECT_NE(outcome.err.find("SC-206"), std::string::npos) << outcome.err;
}

TEST_F(ScanCalls, BadInputIsRefusedBeforeAnyPaperMoves) {
  put_sheet("a.pgm", scanner::test::text_page(300, 1, 1));
  scanner::test::write_file(out_ / "there_1.pdf", "somebody's");
  struct Row {
    std::vector<std::string> words;
    const char* err;
  };
  const Row rows[] = {
      {{}, "out: missing"},
      {{"--out", (out_ / "no").string()}, "is no folder"},
      {{"--out", out_.string(), "--kind", "there"}, "there_1.pdf is there already"},
      {{"--out", out_.string(), "--kind", "../x"}, "kind: becomes a file's name"},
      {{"--out", out_.string(), "--dpi", "150"}, "dpi: must be from 200"},
      {{"--out", out_.string(), "--pages", "0"}, "pages: must be from 1"},
      {{"--out", out_.string(), "--source", "drawer"}, "source: \"drawer\" is none of"},
  };
  for (const Row& row : rows) {
    const Outcome outcome = call(row.words);
    EXPECT_EQ(outcome.exit_code, kBadInput) << row.err;
    EXPECT_NE(outcome.err.find(row.err), std::string::npos) << row.err << " <> " << outcome.err;
  }
  EXPECT_TRUE(fs::exists(tray_ / "a.pgm")) << "still in the feeder";
  EXPECT_EQ(fs::file_size(out_ / "there_1.pdf"), 10U);
}

}  // namespace
}  // namespace desk::ctl::test
