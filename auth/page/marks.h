// The shapes that stand before a state's word (design 6: done, care and stop never by colour alone): a tick in a disc, a triangle, an
// octagon, an empty ring. Inline SVG without scripts or styles of its own, so the content policy needs no exception for it.
#pragma once

#include "auth/page/html.h"
#include "auth/page_model.h"

namespace desk::auth::page {

// The shape alone, hidden from screen readers: the word beside it says the same.
[[nodiscard]] Html mark_shape(PageMark mark);
// Shape and word in the mark's colours.
[[nodiscard]] Html mark_tag(PageMark mark, std::string_view word);

}  // namespace desk::auth::page
