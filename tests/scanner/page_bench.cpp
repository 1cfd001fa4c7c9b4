// scanner_bench [SHEET.jpg ...]: CPU seconds from raw pixels to a judged page in a PDF, by step. Runs each page five times.
#include <sys/resource.h>

#include <cstdio>
#include <fstream>
#include <iterator>

#include "scanner/jpeg.h"
#include "scanner/pdf.h"
#include "scanner/skew.h"
#include "tests/scanner/harness.h"

namespace {

using namespace desk::scanner;

double cpu_ms() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e3 + static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e3;
}

template <class Work>
double time_of(const Work& work) {
  const double start = cpu_ms();
  for (int i = 0; i < 5; ++i) work();
  return (cpu_ms() - start) / 5;
}

void measure(const char* name, const Pixels& page) {
  const unsigned char paper[3] = {250, 250, 250};
  const double judged = time_of([&] { (void)judge(page); });
  const double straight = time_of([&] { (void)straightened(page, 1.2, paper); });
  const double encoded = time_of([&] { (void)encode_jpeg(page); });
  ScannedPage finished;
  const double whole = time_of([&] {
    finished = *finish_page(page);
    (void)write_pdf({{finished.jpeg, finished.dpi}});
  });
  const Pixels crooked = straightened(page, -1.2, paper);
  const double crooked_whole = time_of([&] {
    const auto out = finish_page(crooked);
    (void)write_pdf({{out->jpeg, out->dpi}});
  });
  std::printf("%-40s judge %4.0f  straighten %4.0f  encode %4.0f  raw to PDF %4.0f ms CPU, crooked %4.0f ms  (%zu bytes)\n", name, judged, straight, encoded,
              whole, crooked_whole, finished.jpeg.size());
}

}  // namespace

int main(int count, char** arguments) {
  measure("text page", desk::scanner::test::text_page(300, 1));
  for (int i = 1; i < count; ++i) {
    std::ifstream file(arguments[i], std::ios::binary);
    const Bytes bytes{std::istreambuf_iterator<char>(file), {}};
    const auto page = decode_jpeg(bytes);
    if (!page) {
      std::fprintf(stderr, "%s: %s\n", arguments[i], page.error().message().c_str());
      return 1;
    }
    measure(arguments[i], *page);
  }
  return 0;
}
