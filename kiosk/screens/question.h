// One question, answered by touching cards: one of 2..12, several of a list, or はい／いいえ／わからない.
#pragma once

#include <string>
#include <vector>

#include "kiosk/screens/widgets.h"

namespace desk::screens {

struct Choice {
  std::string key;       // "choice.corporation"
  std::string title;
  std::string sub;
  Icon icon = Icon::None;
  bool selected = false;
  bool unsure = false;   // わからない: a dashed card at the end
  bool enabled = true;
};

struct QuestionView {
  std::string title, sub;
  std::vector<Choice> choices;
  bool several = false;              // a check box in each card; any number may be selected
  TagView answer_tag;                // what the answer means, under the cards; empty text: none
  std::vector<ButtonView> actions;   // secondary, e.g. "くわしい説明を見る"
  bool titles_suffice = false;       // what stands under the titles may go where there is no room
};
void question(Canvas& canvas, const Rect& content, const QuestionView& view);

// How many choices fit on a page of this panel at the chosen text size: page longer lists with `paged_list` or in the flow.
[[nodiscard]] int choices_that_fit(const Canvas& canvas, const Rect& content);

}  // namespace desk::screens
