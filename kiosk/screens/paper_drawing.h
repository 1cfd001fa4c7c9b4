// Papers as the coach draws them, so that the right one is known from its look-alikes at a glance: each with its own title, table, seal,
// place of the date, and marks beside the places to look at. Vectors through the Canvas; colours are the theme's (SheetColours).
#pragma once

#include <string>
#include <vector>

#include "data/catalog/papers.h"
#include "kiosk/screens/canvas.h"

namespace desk::screens {

// Where on a paper to look; the numbers are those of the checks beside it.
enum class LookAt { Title, Mark, Date, Page };
struct Look {
  LookAt at = LookAt::Title;
  int number = 0;
};

struct PaperView {
  std::string title, date, page;
  bool pale = false;    // the look-alike
  bool blurred = false;
  std::string mark;     // "その1"
  catalog::PaperPicture picture = catalog::PaperPicture::Sheet;
  std::vector<Look> looks;
};
void paper(Canvas& canvas, const Rect& box, const PaperView& view);
[[nodiscard]] Rect paper_box(const Rect& area);  // the largest A4 upright in it, in the middle
[[nodiscard]] bool is_card(catalog::PaperPicture picture);  // the size of a bank card instead of A4

}  // namespace desk::screens
