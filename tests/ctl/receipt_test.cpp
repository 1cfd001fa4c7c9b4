// Slips from a model file: the picture is read as a phone reads it, the print is followed on the ESC/POS fixture.
#include <sys/stat.h>

#include <cstdio>
#include <filesystem>
#include <fstream>

#include "tests/ctl/calling.h"
#include "tests/printer/bench_printer.h"
#include "tests/printer/escpos_paper.h"

namespace desk::ctl::test {
namespace {

using printer::test::BenchPrinter;
using printer::test::Line;
using printer::test::TemporaryFolder;

constexpr const char* kAddress = "https://desk.example.jp/a/m3k7q2xw5zt4n6yhc8vb2dfj9r";

std::string slip_text(const std::string& kind = "receipt") {
  return "kind = \"" + kind + "\"\nsite_name = \"高崎商工会議所\"\nnumber = \"T7K-4M2\"\nissued = \"2026-09-17T14:08\"\nlink_address = \"" +
         kAddress + "\"\nestimate = 987222\n[[todos]]\nwhen = \"今日\"\ntext = \"gBizIDを取る\"\n";
}

// What a phone's reader sees in the picture.
std::string read_by_phone(const std::string& picture) {
  FILE* reader = ::popen(("zbarimg -q --raw '" + picture + "' 2>/dev/null").c_str(), "r");
  EXPECT_NE(reader, nullptr);
  std::string text;
  char buffer[256];
  while (std::fgets(buffer, sizeof buffer, reader) != nullptr) text += buffer;
  ::pclose(reader);
  while (!text.empty() && text.back() == '\n') text.pop_back();
  return text;
}

class ReceiptCalls : public ::testing::Test {
 protected:
  std::string file(const std::string& name, const std::string& text) {
    const std::string path = folder_.path() + "/" + name;
    std::ofstream(path) << text;
    return path;
  }
  [[nodiscard]] std::string path(const std::string& name) const { return folder_.path() + "/" + name; }
  [[nodiscard]] static Outcome call(const std::vector<std::string>& words) { return test::run(words, SystemClock{}); }

  TemporaryFolder folder_;
};

TEST_F(ReceiptCalls, ThePictureSaysTheModelsAddress) {
  const Outcome outcome = call({"receipt", "render", file("slip.toml", slip_text()), "--out", path("slip.png"), "--json"});
  ASSERT_EQ(outcome.exit_code, kAnswered) << outcome.err;
  const Node node = json(outcome.out);
  EXPECT_EQ(whole_at(node, "width"), 576);
  EXPECT_GT(whole_at(node, "height"), 600);
  EXPECT_EQ(read_by_phone(path("slip.png")), kAddress);
  struct stat about {};
  ASSERT_EQ(::stat(path("slip.png").c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 0777U, 0600U) << "its QR opens an application";
}

TEST_F(ReceiptCalls, JsonNarrowPaperAndEnglishWorkAlike) {
  const std::string model = file("slip.json", std::string(R"({"kind":"receipt","site_name":"Takasaki","number":"T7K-4M2",)") +
                                                  R"("issued":"2026-09-17T14:08","link_address":")" + kAddress + "\"}");
  const Outcome outcome = call({"receipt", "render", model, "--out", path("slip.png"), "--dots", "384", "--lang", "en", "--json"});
  ASSERT_EQ(outcome.exit_code, kAnswered) << outcome.err;
  EXPECT_EQ(whole_at(json(outcome.out), "width"), 384);
  EXPECT_EQ(read_by_phone(path("slip.png")), kAddress);
  const std::string english = path("slip.png");
  ASSERT_EQ(call({"receipt", "render", model, "--out", path("ja.png"), "--dots", "384"}).exit_code, kAnswered);
  EXPECT_NE(printer::test::bytes_of_file(english), printer::test::bytes_of_file(path("ja.png"))) << "the words differ";
}

TEST_F(ReceiptCalls, ABadModelIsNamedWithFileLineAndKey) {
  struct Row {
    std::vector<std::string> words;
    const char* err;
  };
  const std::string good = file("good.toml", slip_text());
  const Row rows[] = {
      {{"render", file("odd.toml", "colour = \"red\"\n" + slip_text()), "--out", path("x.png")}, "odd.toml:1"},
      {{"render", file("lookup.toml", slip_text("lookup")), "--out", path("x.png")}, "model: "},
      {{"render", file("broken.json", "{"), "--out", path("x.png")}, "model: "},
      {{"render", path("absent.toml"), "--out", path("x.png")}, "absent.toml"},
      {{"render", good}, "out: missing"},
      {{"render", good, "--out", path("no/such/folder/x.png")}, "out: "},
      {{"render", good, "--out", path("x.png"), "--dots", "100"}, "dots: must be from 384"},
      {{"render", good, "--out", path("x.png"), "--lang", "fr"}, "lang: \"fr\" is none of"},
      {{"print", good}, "printer: missing"},
      {{"print", good, "--printer", "lpt:1"}, "printer: "},
  };
  for (Row row : rows) {
    row.words.insert(row.words.begin(), "receipt");
    const Outcome outcome = call(row.words);
    EXPECT_EQ(outcome.exit_code, kBadInput) << row.err << " <> " << outcome.err;
    EXPECT_NE(outcome.err.find(row.err), std::string::npos) << row.err << " <> " << outcome.err;
    EXPECT_EQ(outcome.err.find(kAddress), std::string::npos) << "the address is a secret";
    EXPECT_EQ(outcome.out, "");
  }
  EXPECT_FALSE(std::filesystem::exists(path("x.png")));
}

TEST_F(ReceiptCalls, AConfirmedSlipIsPrintedAndIsTheOneThatWasDrawn) {
  BenchPrinter bench(Line::Tcp);
  ASSERT_FALSE(bench.target().empty());
  const std::string model = file("slip.toml", slip_text());
  const Outcome outcome = call({"receipt", "print", model, "--printer", bench.target(), "--json"});
  ASSERT_EQ(outcome.exit_code, kAnswered) << outcome.out << outcome.err;
  const Node node = json(outcome.out);
  EXPECT_EQ(text_at(node, "result"), "printed");
  std::vector<std::string> phases;
  for (const Node& state : list_at(node, "states")) phases.push_back(text_at(state, "phase"));
  EXPECT_EQ(phases, (std::vector<std::string>{"queued", "printing", "printed"}));
  const auto paper = printer::test::read_paper(bench.slip(1));
  const std::string picture = path("paper.png");
  ASSERT_TRUE(printer::write_png(paper.dots, picture));
  EXPECT_EQ(read_by_phone(picture), kAddress);
}

TEST_F(ReceiptCalls, WithoutPaperItFailsAndExitsOne) {
  BenchPrinter bench(Line::Tcp);
  ASSERT_FALSE(bench.target().empty());
  bench.cause("paper-out");
  const Outcome outcome = call({"receipt", "print", file("slip.toml", slip_text()), "--printer", bench.target(), "--json"});
  EXPECT_EQ(outcome.exit_code, kCouldNot);
  const Node node = json(outcome.out);
  EXPECT_EQ(text_at(node, "result"), "failed");
  EXPECT_EQ(text_at(list_at(node, "states").back(), "code"), "SC-302");
}

// "Sent" is never called "printed": a model that cannot answer leaves it open, and that is an answer.
TEST_F(ReceiptCalls, AModelWithoutStatusReportsIsNeverCalledPrinted) {
  BenchPrinter bench(Line::Tcp);
  ASSERT_FALSE(bench.target().empty());
  bench.cause("mute");
  const Outcome outcome =
      call({"receipt", "print", file("slip.toml", slip_text()), "--printer", bench.target(), "--status-reports", "false", "--json"});
  EXPECT_EQ(outcome.exit_code, kAnswered) << outcome.err;
  const Node node = json(outcome.out);
  EXPECT_EQ(text_at(node, "result"), "unknown");
  EXPECT_EQ(text_at(list_at(node, "states").back(), "code"), "SC-306");
}

TEST_F(ReceiptCalls, AFolderTakesSlipsToo) {
  const Outcome outcome = call({"receipt", "print", file("slip.toml", slip_text()), "--printer", "file:" + folder_.path()});
  EXPECT_EQ(outcome.exit_code, kAnswered) << outcome.err;
  EXPECT_NE(outcome.out.find("result: printed"), std::string::npos) << outcome.out;
  EXPECT_EQ(read_by_phone(path("receipt-1.png")), kAddress);
}

}  // namespace
}  // namespace desk::ctl::test
