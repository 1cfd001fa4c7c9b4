#include "data/base/phone_number.h"

#include <gtest/gtest.h>

namespace desk {
namespace {

TEST(PhoneNumber, AcceptsMobilesHoweverTheyAreWritten) {  // factbook 3.6
  for (const char* input : {"09012345678", "090-1234-5678", "０９０－１２３４－５６７８", "090 1234 5678", "(090)1234-5678", "+819012345678",
                            "+81 90-1234-5678", "+81(0)90 1234 5678", "＋８１９０１２３４５６７８", "00819012345678", "0108190 1234 5678",
                            "090ー1234ー5678", "090\u20121234\u20145678", "（０９０）１２３４−５６７８", "090\u00A01234\u00A05678"}) {
    const auto parsed = PhoneNumber::parse(input);
    ASSERT_TRUE(parsed.ok) << input << " " << code_of(parsed.problem);
    EXPECT_EQ(parsed.number.reveal(), "09012345678") << input;
    EXPECT_EQ(parsed.number.e164().reveal(), "+819012345678") << input;
  }
  for (const char* input : {"06012345678", "07012345678", "08012345678"}) EXPECT_TRUE(PhoneNumber::parse(input).ok) << input;
}

TEST(PhoneNumber, ExplainsWhatIsNoMobile) {
  const struct { const char* input; PhoneProblem problem; } cases[] = {
      {"", PhoneProblem::Empty},
      {"0901234567", PhoneProblem::TooShort},
      {"090123456789", PhoneProblem::TooLong},
      {"0273234567", PhoneProblem::Landline},
      {"0312345678", PhoneProblem::Landline},
      {"05012345678", PhoneProblem::IpPhone},
      {"0120123456", PhoneProblem::FreeDial},
      {"08001234567", PhoneProblem::FreeDial},
      {"02012345678", PhoneProblem::Pager},
      {"+14155550123", PhoneProblem::Foreign},
      {"010 1 415 555 0123", PhoneProblem::Foreign},
      {"090-1234-567a", PhoneProblem::NotDigits},
      {"90123456789", PhoneProblem::BadPrefix},
      {"09001234567", PhoneProblem::BadPrefix},  // no mobile has a 0 in the fourth place
  };
  for (const auto& c : cases) {
    const auto parsed = PhoneNumber::parse(c.input);
    EXPECT_FALSE(parsed.ok) << c.input;
    EXPECT_EQ(code_of(parsed.problem), code_of(c.problem)) << c.input;
  }
}

TEST(PhoneNumber, IsMaskedForEveryReader) {
  EXPECT_EQ(PhoneNumber::parse("090-1234-5678").number.masked(), "090-••••-5678");
}

}  // namespace
}  // namespace desk
