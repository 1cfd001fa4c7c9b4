#include "auth/page/html.h"

#include <algorithm>

namespace desk::auth::page {

std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default:
        if (static_cast<unsigned char>(c) >= 0x20 || c == '\t' || c == '\n' || c == '\r') out += c;
    }
  }
  return out;
}

Html& Html::text(std::string_view text) {
  out_ += escaped(text);
  return *this;
}

Html& Html::words(std::string_view marked) {
  bool bold = false;
  while (!marked.empty()) {
    const auto next = std::min(marked.find("**"), marked.find('['));
    out_ += escaped(marked.substr(0, next));
    if (next == std::string_view::npos) break;
    marked.remove_prefix(next);
    if (marked.front() == '*') {
      out_ += bold ? "</strong>" : "<strong>";
      bold = !bold;
      marked.remove_prefix(2);
      continue;
    }
    const auto bar = marked.find('|');
    const auto close = marked.find(']');
    if (bar == std::string_view::npos || close == std::string_view::npos || bar > close) {
      out_ += '[';
      marked.remove_prefix(1);
      continue;
    }
    out_ += "<ruby>" + escaped(marked.substr(1, bar - 1)) + "<rp>(</rp><rt>" + escaped(marked.substr(bar + 1, close - bar - 1)) +
            "</rt><rp>)</rp></ruby>";
    marked.remove_prefix(close + 1);
  }
  if (bold) out_ += "</strong>";
  return *this;
}

}  // namespace desk::auth::page
