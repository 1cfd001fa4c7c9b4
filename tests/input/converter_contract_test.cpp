// What every converter keeps, the one in memory and Mozc itself. Mozc's cases are skipped, saying so, only where it is not installed.
#include <gtest/gtest.h>

#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "kiosk/input/fake_converter.h"
#include "kiosk/input/mozc_converter.h"

namespace desk::input {
namespace {

enum class Which { Fake, Mozc };

class ConverterContract : public testing::TestWithParam<Which> {
 protected:
  void SetUp() override {
    if (GetParam() == Which::Fake) {
      converter_ = std::make_unique<FakeConverter>(std::map<std::string, std::vector<std::string>>{
          {"たかさき", {"高崎", "takasaki", "タカサキ"}}, {"くにこ", {"邦子", "くに子", "國子"}}, {"わたなべ", {"渡辺", "渡邉", "渡邊"}}});
      return;
    }
    MozcOptions options;
    options.start_patience = options.answer_patience = std::chrono::seconds{30};  // the machine may be busy with other tests
    if (access(options.server.c_str(), X_OK) != 0 || access(options.client.c_str(), X_OK) != 0) {
      GTEST_SKIP() << "Mozc is not installed (packages mozc-server, emacs-mozc-bin)";
    }
    converter_ = make_mozc_converter(options, clock_);
  }
  std::vector<std::string> words(std::string_view reading) {
    const auto answer = converter_->convert(reading);
    EXPECT_TRUE(answer) << answer.error().message();
    std::vector<std::string> out;
    if (answer) {
      for (const Secret& word : *answer) out.emplace_back(word.reveal());
    }
    return out;
  }
  SystemClock clock_;
  std::unique_ptr<Converter> converter_;
};

TEST_P(ConverterContract, NamesAreFoundBestFirst) {
  EXPECT_EQ(words("たかさき").front(), "高崎");
  EXPECT_EQ(words("くにこ").front(), "邦子");
  const auto forms = words("わたなべ");
  for (const char* form : {"渡辺", "渡邉", "渡邊"}) EXPECT_NE(std::find(forms.begin(), forms.end(), form), forms.end()) << form;
}

TEST_P(ConverterContract, WhatIsNoNameIsNotAmongTheAnswers) {
  for (const std::string& word : words("たかさき")) {
    EXPECT_EQ(word.find_first_of("abcdefghijklmnopqrstuvwxyz"), std::string::npos) << word;
    EXPECT_NE(word, "たかさき");
    EXPECT_NE(word, "タカサキ");
  }
}

TEST_P(ConverterContract, ItIsReadyByItselfAndAgain) {
  EXPECT_FALSE(words("くにこ").empty());
  ASSERT_TRUE(converter_->begin());
  ASSERT_TRUE(converter_->begin());
  EXPECT_FALSE(words("くにこ").empty());
}

TEST_P(ConverterContract, AfterTheEndThereIsNoHomeAndTheNextVisitHasOne) {
  EXPECT_EQ(converter_->home(), "");
  ASSERT_TRUE(converter_->begin());
  const std::string first = converter_->home();
  EXPECT_NE(first, "");
  converter_->end();
  EXPECT_EQ(converter_->home(), "");
  converter_->end();
  EXPECT_FALSE(words("くにこ").empty());
  EXPECT_TRUE(GetParam() == Which::Fake || converter_->home() != first);
}

TEST_P(ConverterContract, WhatIsNoReadingIsRefused) {
  for (const char* bad : {"", "abc", "高崎", "たかさき)(CreateSession", "たか\n(0 CreateSession)"}) {
    const auto answer = converter_->convert(bad);
    ASSERT_FALSE(answer) << bad;
    EXPECT_EQ(answer.error().code, StaffCode::ConversionUnavailable);
  }
  EXPECT_FALSE(words("くにこ").empty());
}

INSTANTIATE_TEST_SUITE_P(Both, ConverterContract, testing::Values(Which::Fake, Which::Mozc),
                         [](const auto& which) { return which.param == Which::Fake ? "Fake" : "Mozc"; });

TEST(FakeConverter, FaultsAreAnsweredWithTheirCodeAndPass) {
  FakeConverter fake(std::map<std::string, std::vector<std::string>>{{"くにこ", {"邦子"}}});
  fake.missing = true;
  EXPECT_EQ(fake.begin().error().code, StaffCode::ConversionUnavailable);
  fake.missing = false;
  fake.silent_answers = 1;
  EXPECT_FALSE(fake.convert("くにこ"));
  EXPECT_EQ(fake.home(), "");
  EXPECT_TRUE(fake.convert("くにこ"));
  fake.dies_after = 1;
  EXPECT_TRUE(fake.convert("くにこ"));
  EXPECT_FALSE(fake.convert("くにこ"));
  EXPECT_TRUE(fake.convert("くにこ"));
}

}  // namespace
}  // namespace desk::input
