// A desk that could not be opened: what stands on the panel instead of nothing.
#include "kiosk/shell/closed_desk.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/places.h"
#include "tests/shell/blank_display.h"

namespace desk::shell {
namespace {

using std::chrono::milliseconds;

const Failure kMistake{StaffCode::ConfigBroken, "/etc/desk-kiosk/desk.toml:12", "unknown key \"nmae\""};

class Closed : public ::testing::Test {
 protected:
  void SetUp() override {
    auto made = Face::create(display_, {.px_per_mm = 4});
    ASSERT_TRUE(made.ok());
    face_ = std::move(*made);
    auto texts = text::TextCatalog::load(source_tree() + "/data/text");
    ASSERT_TRUE(texts) << texts.error().message();
    texts_ = std::move(*texts);
  }
  BlankDisplay display_;
  FakeClock clock_;
  std::unique_ptr<Face> face_;
  std::optional<text::TextCatalog> texts_;
};

TEST_F(Closed, FitsThePanelWithWordsAndCodeForEveryStaffCode) {
  for (const StaffCode code : all_staff_codes()) {
    ClosedDesk app({code, kMistake.where, kMistake.reason}, &*texts_, clock_, milliseconds{1000});
    face_->draw(app, 0, /*show=*/true);
    EXPECT_TRUE(face_->problems().empty()) << to_string(code);
    EXPECT_TRUE(texts_->has(text_key(code) + ".title")) << to_string(code);
  }
}

TEST_F(Closed, ShowsTheCodeAloneWhenTheTextsAreWhatIsBroken) {
  ClosedDesk app({StaffCode::TextBroken, "ja.toml:3", "no value"}, nullptr, clock_, milliseconds{1000});
  face_->draw(app, 0, /*show=*/true);
  EXPECT_TRUE(face_->problems().empty());
}

TEST_F(Closed, EndsAfterItsTimeSoThatTheDeskIsTriedAgain) {
  ClosedDesk app(kMistake, &*texts_, clock_, milliseconds{30'000});
  FrameLoop loop(*face_, app, clock_, /*wake_fd=*/-1, {});
  (void)loop.turn();
  EXPECT_FALSE(app.finished());
  clock_.advance(milliseconds{29'999});
  EXPECT_FALSE(app.finished());
  clock_.advance(milliseconds{1});
  EXPECT_TRUE(app.finished());
}

}  // namespace
}  // namespace desk::shell
