// Words to choose from, each large on a card of its own, page by page.
#pragma once

#include <string>
#include <vector>

#include "kiosk/screens/paging.h"

namespace desk::screens {

struct WordCard {
  std::string key;      // "word.3"
  std::string word;
  std::string said = {};  // to the ear, where the word itself is a character that no dictionary reads; empty: the word
};
struct WordCardsView {
  std::string title, sub;
  std::vector<WordCard> cards;
  Paging paging;
  std::vector<ButtonView> actions;  // beside the paging: e.g. ひらがなのまま
};
// Returns where the next page begins (the number of cards on the last page).
int word_cards(Canvas& canvas, const Rect& content, const WordCardsView& view);

// One character in its forms, side by side; the one in use is marked.
struct FormsView {
  std::vector<WordCard> forms;
  std::string in_use;   // the word of one of them
};
// As many groups a line as fit. Returns the height used.
double form_groups(Canvas& canvas, const Rect& area, const std::vector<FormsView>& groups);

}  // namespace desk::screens
