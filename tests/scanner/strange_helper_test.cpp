// What comes from the helper is never trusted: any bytes end in ScannerHelperDied, never in a crash.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <random>

#include "scanner/helper/protocol.h"
#include "tests/scanner/harness.h"

namespace desk::scanner::test {
namespace {

using protocol::decode;
using protocol::encode;
using protocol::Message;

Bytes random_bytes(std::mt19937& random, std::size_t count) {
  Bytes bytes(count);
  for (unsigned char& byte : bytes) byte = static_cast<unsigned char>(random());
  return bytes;
}

std::vector<Message> one_of_each() {
  const ScannedPage page = *finish_page(text_page(60, 1));
  PdfBundle bundle{{{{1, 2, 3}, 2, 0, 1}}, {PdfStep::Grey200}, {true}};
  return {protocol::List{1, 2}, protocol::Scan{{"a:b", Source::Flatbed, 300, 2}, 9, 80, 600}, protocol::Watch{"x"}, protocol::Cancel{},
          protocol::ChangePage{{{1, 2, 3, 4}}, 1, 75, 100, page}, protocol::MakePdf{{}, {{page, page}, {page}}}, protocol::ReadQr{page},
          protocol::JudgeImage{{1, 2}, 300, 75, 100}, protocol::CountPages{{9}}, protocol::Devices{{{"n", "v", "m", "k"}}},
          protocol::StageReached{protocol::Stage::Reading}, protocol::Progressed{2, -1}, protocol::Page{3, page},
          protocol::End{Failure{StaffCode::ScannerJammed, "w", "r"}, 2}, protocol::Sensor{PaperState::Loaded}, protocol::PageDone{page},
          protocol::PdfDone{bundle}, protocol::Texts{{"https://desk.example.jp/a/x"}}, protocol::Count{7}};
}

TEST(Protocol, EveryMessageComesBackAsItWent) {
  FrameParser parser;
  for (const Message& message : one_of_each()) {
    const Bytes bytes = encode(message);
    // In pieces, as a stream delivers it.
    for (std::size_t at = 0; at < bytes.size(); at += 7) parser.feed(std::span(bytes).subspan(at, std::min<std::size_t>(7, bytes.size() - at)));
    const auto frame = parser.next();
    ASSERT_TRUE(frame.has_value());
    const auto back = decode(*frame);
    ASSERT_TRUE(back.has_value()) << "message " << message.index();
    EXPECT_EQ(back->index(), message.index());
    EXPECT_EQ(encode(*back), bytes);
  }
}

TEST(Protocol, EveryCutAndEveryFlippedByteIsReadOrRefusedButNeverCrashes) {
  std::mt19937 random(7);
  for (const Message& message : one_of_each()) {
    const Bytes bytes = encode(message);
    for (int round = 0; round < 300; ++round) {
      Frame frame{bytes[2], Bytes(bytes.begin() + kFrameHeader, bytes.end())};
      if (round % 2 == 0 && !frame.payload.empty()) {
        frame.payload.resize(random() % frame.payload.size());
        EXPECT_FALSE(decode(frame).has_value());
      } else if (!frame.payload.empty()) {
        frame.payload[random() % std::min<std::size_t>(frame.payload.size(), 200)] = static_cast<unsigned char>(random());
        (void)decode(frame);
      }
    }
  }
}

TEST(Protocol, RandomStreamsBreakTheParserAtOnceOrWaitForMore) {
  std::mt19937 random(11);
  for (int round = 0; round < 2000; ++round) {
    FrameParser parser;
    parser.feed(random_bytes(random, 8 + random() % 100));
    if (const auto frame = parser.next()) (void)decode(*frame);
    EXPECT_TRUE(parser.broken());  // 'D' 'K' x 0 with a small length: one in 2^30
    for (int type = 0; type < 256; type += 5) (void)decode({static_cast<std::uint8_t>(type), random_bytes(random, random() % 300)});
  }
}

TEST(Protocol, APreviewThatIsSmallerThanItSaysIsRefused) {
  ScannedPage page = *finish_page(text_page(60, 1));
  page.preview.rgba.pop_back();
  const Bytes bytes = encode(protocol::Page{1, page});
  EXPECT_FALSE(decode({bytes[2], Bytes(bytes.begin() + kFrameHeader, bytes.end())}).has_value());
}

// A program in place of the helper that writes nonsense.
class StrangeHelper : public testing::TestWithParam<const char*> {};

TEST_P(StrangeHelper, IsToldAsDied) {
  const Folder folder;
  const auto program = folder.path() / "helper";
  write_file(program, std::string("#!/bin/sh\n") + GetParam() + "\n");
  chmod(program.c_str(), 0755);
  SystemClock clock;
  SaneScanner scanner({.helper = program.string()}, clock);
  const Told told = wait_for_last(scanner, *scanner.start({.device = "any"}));
  ASSERT_TRUE(told.fault);
  EXPECT_EQ(told.fault->failure.code, StaffCode::ScannerHelperDied);
}

INSTANTIATE_TEST_SUITE_P(All, StrangeHelper,
                         testing::Values("exit 0", "echo hello scanner, how are you", "head -c 100000 /dev/urandom",
                                         "printf 'DK\\007\\000\\003\\000\\000\\000abc'",            // an order instead of an answer, unreadable
                                         "printf 'DK\\004\\000\\000\\000\\000\\000'; exec sleep 60",  // an order, readable
                                         "printf 'DK\\044\\000\\377\\377\\377\\177'; exec sleep 60",  // two gigabytes are announced
                                         "printf 'DK\\041\\000\\010\\000'"));                        // cut in the header

}  // namespace
}  // namespace desk::scanner::test
