#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "auth/page/style.h"
#include "auth/page/views.h"
#include "tests/auth/page_fixture.h"

namespace desk::auth::test {
namespace {

TEST(Html, NothingThatIsTextBecomesMarkup) {
  const std::string nasty = "<>&\"'[]|*=/\\;` \t\na漢script\x01\x1f";
  std::mt19937 random(20260917);
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    const std::size_t length = random() % 24;
    for (std::size_t i = 0; i < length; ++i) text += nasty[random() % nasty.size()];
    const std::string html = page::Html().text(text).str();
    EXPECT_EQ(html.find_first_of("<>\"'"), std::string::npos) << text;
    for (auto at = html.find('&'); at != std::string::npos; at = html.find('&', at + 1)) {
      const std::string entity = html.substr(at, html.find(';', at) - at + 1);
      EXPECT_TRUE(entity == "&amp;" || entity == "&lt;" || entity == "&gt;" || entity == "&quot;" || entity == "&#39;") << html;
    }
  }
}

// Removes the only elements that words() may write; what is left must hold no markup.
std::string without_marks(std::string html) {
  for (const char* tag : {"<strong>", "</strong>", "<ruby>", "</ruby>", "<rp>(</rp>", "<rp>)</rp>", "<rt>", "</rt>"}) {
    for (auto at = html.find(tag); at != std::string::npos; at = html.find(tag)) html.erase(at, std::string_view(tag).size());
  }
  return html;
}

TEST(Html, WordsWriteOnlyStrongAndRuby) {
  const std::string nasty = "<>&\"'[[]]||****a漢字script";
  std::mt19937 random(7);
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    const std::size_t length = random() % 24;
    for (std::size_t i = 0; i < length; ++i) text += nasty[random() % nasty.size()];
    const std::string html = page::Html().words(text).str();
    EXPECT_EQ(without_marks(html).find_first_of("<>\"'"), std::string::npos) << text << " → " << html;
  }
  EXPECT_EQ(page::Html().words("**今日**の[締切|しめきり]").str(),
            "<strong>今日</strong>の<ruby>締切<rp>(</rp><rt>しめきり</rt><rp>)</rp></ruby>");
  EXPECT_EQ(page::Html().words("a [b] ** c").str(), "a [b] <strong> c</strong>");
}

// WCAG 2 relative luminance of "#RRGGBB".
double luminance(const std::string& colour) {
  double sum = 0;
  const double weights[] = {0.2126, 0.7152, 0.0722};
  for (std::size_t i = 0; i < 3; ++i) {
    const double part = std::stoi(colour.substr(1 + 2 * i, 2), nullptr, 16) / 255.0;
    sum += weights[i] * (part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4));
  }
  return sum;
}

TEST(Style, ContrastIsWhatTheDesignAsksFor) {
  const std::string css(page::style());
  const auto colour = [&](const std::string& name, std::size_t from) {
    const auto at = css.find("--" + name + ":#", from);
    return css.substr(css.find('#', at), 7);
  };
  struct Row {
    const char* text;
    const char* ground;
    double least;
  };
  const std::vector<Row> rows = {{"ink", "paper", 10}, {"ink", "card", 10},      {"mute", "paper", 7},     {"on-ai", "ai", 7},         {"ai", "ai-pale", 7},
                                 {"ai", "card", 7},    {"done", "done-pale", 7}, {"care", "care-pale", 7}, {"stop", "stop-pale", 7}, {"stop", "card", 7}};
  for (const Row& row : rows) {
    const double a = luminance(colour(row.text, 0));
    const double b = luminance(colour(row.ground, 0));
    EXPECT_GE((std::max(a, b) + 0.05) / (std::min(a, b) + 0.05), row.least) << row.text << " on " << row.ground;
  }
  // prefers-contrast: near black on white throughout.
  const std::size_t high = css.find("prefers-contrast");
  ASSERT_NE(high, std::string::npos);
  EXPECT_GE(1.05 / (luminance(colour("ink", high)) + 0.05), 18);
}

// Every text of a model set to an attack: it must come out as text on every page.
TEST(Html, AModelFullOfMarkupStaysText) {
  const std::string attack = "\"><script>alert(1)</script><img src=x onerror=alert(2)>";
  PageModel model = sample_model();
  for (std::string* text : {&model.site_name, &model.corner, &model.reception_number, &model.programme, &model.deadline_note, &model.verdict,
                            &model.estimate_note}) {
    *text = attack;
  }
  model.verdict_reasons = model.unsent = {attack};
  for (PageTodo& todo : model.todos) todo.what = todo.detail = attack;
  for (PageDone& done : model.done) done.what = done.state = attack;
  for (PageDocument& document : model.documents) document.name = document.state = attack;
  model.files = {{attack, 1, 10}};
  const page::View view{text::Words(texts(), text::Language::Japanese), make_date(2026, 9, 17), "/a/" + std::string(26, 'a'), true};
  page::UnlockState state{page::UnlockState::Say::TooEarly, attack, true, true, attack, attack};
  for (const std::string& html : {page::checklist(view, model), page::files(view, model, attack), page::unlock(view, model, state),
                                  page::erase(view, model), page::erased(view, model)}) {
    EXPECT_EQ(html.find("<script"), std::string::npos);
    EXPECT_EQ(html.find("<img"), std::string::npos);
    EXPECT_NE(html.find("&lt;script&gt;"), std::string::npos);
  }
}

}  // namespace
}  // namespace desk::auth::test
