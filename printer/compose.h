// compose(): a model becomes a list of blocks in reading order, every word chosen, nothing measured yet. Pure; any thread.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "data/text/text_catalog.h"
#include "data/text/typesetter.h"
#include "printer/receipt_model.h"

namespace desk::printer {

// Sizes belong to the layout; a role says what the words are for.
enum class Role { Site, Title, Number, Body, Strong, Small, Deadline, Heading, Amount };

struct TextBlock { Role role = Role::Body; text::Align align = text::Align::Left; std::string words; };
struct BandBlock { std::string words; };                     // white on black over the whole width: 見本, 練習
struct TagBlock { std::string words; };                      // white on black, as wide as its words
struct RuleBlock {};                                         // dashed line
struct BoxBlock { std::string title; std::string detail; };  // framed: what needs care; the detail may be empty
struct TodoBlock { std::string words; };                     // with an empty box to tick by pen, hanging indent
struct RowBlock { Mark mark = Mark::Done; std::string label; std::string state; };
struct QrBlock { std::string address; };
struct RulerBlock {};                                        // both edges and a centimetre scale, for the self-test
using Block = std::variant<TextBlock, BandBlock, TagBlock, RuleBlock, BoxBlock, TodoBlock, RowBlock, QrBlock, RulerBlock>;

// `words` must be of the slip's language. The model is expected to pass check_model.
[[nodiscard]] std::vector<Block> compose(const ReceiptModel& model, const text::Words& words);

// The words of each block without marks, for tests and `--json`; a QR shows as "[QR]", never as its address.
[[nodiscard]] std::vector<std::string> lines_of(const std::vector<Block>& blocks);

// Readings would be under 2 mm on paper, too small to read, so in easy Japanese they follow their word: "[受|うけ][付|つけ]" → "受付（うけつけ）".
// Other languages keep the base alone.
[[nodiscard]] std::string on_paper(std::string_view marked, text::Language language);

}  // namespace desk::printer
