// desk-specimens OUT_DIR ISSUE_DATE [--jpg]: draws the demonstration's papers, each marked 見本, as 300 dpi pictures that the
// demonstration scanner feeds. PPM (26 MB each, exactly as drawn) or JPEG (about 1 MB, for a demonstration that runs from memory).
// A demonstration tool: no part of what a production desk runs.
#include <array>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>

#include "scanner/jpeg.h"
#include "scanner/tray/specimens/paper.h"

namespace {

using namespace desk;

struct Specimen {
  const char* name;
  specimens::Paper (*draw)(const Date&);
};

// Names sort in the order in which a demonstration feeds them: the company's papers, then the sole trader's.
constexpr std::array<Specimen, 6> kSpecimens{{
    {"10-registry-1", specimens::registry_first},
    {"11-registry-2", specimens::registry_second},
    {"20-corporate-tax", specimens::corporate_tax_certificate},
    {"30-licence", specimens::driving_licence},
    {"40-income-tax", specimens::income_tax_certificate},
    {"50-tax-return", specimens::tax_return},
}};

bool write(const std::filesystem::path& folder, const std::string& name, const scanner::Pixels& page, bool jpeg) {
  std::ofstream file(folder / (name + (jpeg ? ".jpg" : ".ppm")), std::ios::binary);
  if (jpeg) {
    const auto bytes = scanner::encode_jpeg(page, {92, false});
    if (!bytes) return false;
    file.write(reinterpret_cast<const char*>(bytes->data()), static_cast<std::streamsize>(bytes->size()));
  } else {
    file << "P6\n" << page.width << " " << page.height << "\n255\n";
    file.write(reinterpret_cast<const char*>(page.bytes.data()), static_cast<std::streamsize>(page.bytes.size()));
  }
  return static_cast<bool>(file.flush());
}

}  // namespace

int main(int count, char** arguments) {
  const bool jpeg = count == 4 && std::string(arguments[3]) == "--jpg";
  const auto issued = count >= 3 ? parse_date(arguments[2]) : std::nullopt;
  if ((count != 3 && !jpeg) || !issued) {
    std::cerr << "usage: desk-specimens OUT_DIR YYYY-MM-DD [--jpg]\n";
    return 2;
  }
  const std::filesystem::path folder = arguments[1];
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  for (const Specimen& specimen : kSpecimens) {
    if (write(folder, specimen.name, specimen.draw(*issued).pixels(), jpeg)) continue;
    std::cerr << "desk-specimens: cannot write " << specimen.name << " into " << folder.string() << "\n";
    return 1;
  }
  return 0;
}
