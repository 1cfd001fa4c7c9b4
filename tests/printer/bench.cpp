// Measures a slip from its model to ESC/POS bytes, code and self-check included (design 8: at most 60 ms), and writes every sample slip
// as a picture when a folder is given. Not a test: it claims nothing about time, it prints it.
//
//   printer_bench [FOLDER]
#include <algorithm>
#include <cstdio>
#include <string>

#include "data/base/clock.h"
#include "printer/escpos.h"
#include "printer/layout.h"
#include "tests/printer/sample_slips.h"

namespace desk::printer::test {
namespace {

double milliseconds(SteadyTime begin, SteadyTime end) { return static_cast<double>((end - begin).count()) / 1000; }

int measure() {
  const SystemClock clock;
  const text::Words words(catalog(), text::Language::Japanese);
  const ReceiptModel model = sample_slip(SlipKind::Receipt, text::Language::Japanese);
  const SteadyTime start = clock.steady();
  text::Typesetter& fonts = typesetter();
  const SteadyTime begin = clock.steady();
  std::vector<double> times;
  std::size_t bytes = 0;
  for (int i = 0; i < 21; ++i) {
    const SteadyTime before = clock.steady();
    const auto slip = render_receipt(model, words, fonts, {});
    if (!slip) {
      std::fprintf(stderr, "%s\n", slip.error().message().c_str());
      return 1;
    }
    bytes = encode_job(*slip).size();
    times.push_back(milliseconds(before, clock.steady()));
  }
  const double first = times.front();
  std::sort(times.begin(), times.end());
  std::printf("typesetter %.1f ms; first slip %.1f ms; median %.1f ms, slowest %.1f ms; %zu bytes\n", milliseconds(start, begin), first,
              times[times.size() / 2], times.back(), bytes);
  return 0;
}

int draw_all(const std::string& folder) {
  for (const text::Language language : kLanguages) {
    const text::Words words(catalog(), language);
    const std::string end = "-" + std::string(text::code_of(language)) + ".png";
    for (const SlipKind kind : kKinds) {
      const auto slip = render_receipt(sample_slip(kind, language), words, typesetter(), {});
      if (!slip || !write_png(*slip, folder + "/" + name_of(kind) + end)) return 1;
    }
    for (const int dots : {384, 832}) {
      const auto slip = render_receipt(sample_slip(SlipKind::Receipt, language), words, typesetter(), {dots, true});
      if (!slip || !write_png(*slip, folder + "/receipt-" + std::to_string(dots) + end)) return 1;
    }
    const auto slip = render_receipt(longest_slip(language), words, typesetter(), {});
    if (!slip || !write_png(*slip, folder + "/longest" + end)) return 1;
  }
  return 0;
}

}  // namespace
}  // namespace desk::printer::test

int main(int argc, char** argv) {
  if (const int failed = desk::printer::test::measure(); failed != 0) return failed;
  return argc > 1 ? desk::printer::test::draw_all(argv[1]) : 0;
}
