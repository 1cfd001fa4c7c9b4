// Html: a page being written. The only ways in are literals of our own source and text that is escaped on the way, so that what a
// person typed, a file is called or a client sent can never become markup.
#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace desk::auth::page {

// Text fixed when the program was compiled; nothing that came from outside can become one.
class Literal {
 public:
  template <std::size_t N>
  consteval Literal(const char (&text)[N]) : text_(text, N - 1) {}  // NOLINT(google-explicit-constructor)
  [[nodiscard]] constexpr std::string_view text() const { return text_; }

 private:
  std::string_view text_;
};

class Html {
 public:
  // Markup of ours, as it is.
  Html& raw(Literal markup) {
    out_ += markup.text();
    return *this;
  }
  // Escaped for an element's content and for a quoted attribute alike.
  Html& text(std::string_view text);
  // Words of the catalogue: escaped, then **bold** becomes <strong> and [base|reading] <ruby>.
  Html& words(std::string_view marked);
  Html& number(long long value) { return text(std::to_string(value)); }
  Html& add(const Html& other) {
    out_ += other.out_;
    return *this;
  }

  [[nodiscard]] bool empty() const { return out_.empty(); }
  [[nodiscard]] const std::string& str() const { return out_; }
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

// "&", "<", ">", both quotes; control characters other than tab and line ends are dropped, for HTML cannot hold them.
[[nodiscard]] std::string escaped(std::string_view text);

}  // namespace desk::auth::page
