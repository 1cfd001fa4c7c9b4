#include "tests/printer/escpos_paper.h"

#include <algorithm>
#include <span>

namespace desk::printer::test {
namespace {

constexpr std::size_t kPictureHead = 8;

class Reader {
 public:
  explicit Reader(std::span<const std::uint8_t> stream) : rest_(stream) {}

  EscposPaper run() {
    while (!rest_.empty() && paper_.complaint.empty()) command();
    return std::move(paper_);
  }

 private:
  void command() {
    if (begins({0x1b, '@'})) return skip(2);
    if (begins({0x1d, 'v', '0', 0})) return picture();
    if (begins({0x1b, 'd'}) && rest_.size() >= 3) {
      paper_.fed_lines += rest_[2];
      return skip(3);
    }
    if (begins({0x1d, 'V', 'B', 0})) {
      ++paper_.cuts;
      return skip(4);
    }
    if (begins({0x1d, 'r', 1}) || begins({0x10, 0x04})) return skip(3);  // questions print nothing
    if (begins({0})) return skip(1);                                       // NUL prints nothing
    paper_.complaint = "byte " + std::to_string(rest_[0]) + " with " + std::to_string(rest_.size()) + " left is no command of ours";
  }

  void picture() {
    if (rest_.size() < kPictureHead) return truncated();
    const int stride = rest_[4] | rest_[5] << 8;
    const int rows = rest_[6] | rest_[7] << 8;
    const auto size = static_cast<std::size_t>(stride) * static_cast<std::size_t>(rows);
    if (rest_.size() < kPictureHead + size) return truncated();
    if (paper_.bands == 0) paper_.dots = Raster1::blank(stride * 8, 0);
    if (paper_.dots.stride() != stride) {
      paper_.complaint = "a band of another width";
      return;
    }
    const auto dots = rest_.subspan(kPictureHead, size);
    paper_.dots.rows.insert(paper_.dots.rows.end(), dots.begin(), dots.end());
    paper_.dots.height += rows;
    ++paper_.bands;
    paper_.tallest_band = std::max(paper_.tallest_band, rows);
    skip(kPictureHead + size);
  }

  bool begins(std::initializer_list<std::uint8_t> bytes) const {
    return rest_.size() >= bytes.size() && std::equal(bytes.begin(), bytes.end(), rest_.begin());
  }
  void skip(std::size_t count) { rest_ = rest_.subspan(std::min(count, rest_.size())); }
  void truncated() { paper_.complaint = "a picture is cut short"; }

  std::span<const std::uint8_t> rest_;
  EscposPaper paper_;
};

}  // namespace

EscposPaper read_paper(const std::vector<std::uint8_t>& stream) { return Reader(stream).run(); }

}  // namespace desk::printer::test
