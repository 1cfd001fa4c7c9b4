#include "scanner/tray/sheets.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>

#include "scanner/jpeg.h"

namespace desk::scanner::tray {

namespace {

namespace fs = std::filesystem;

// The next number of a PNM header; '#' begins a comment to the end of the line.
int header_number(std::istream& file) {
  file >> std::ws;
  while (file.peek() == '#') {
    std::string comment;
    std::getline(file, comment);
    file >> std::ws;
  }
  int number = -1;
  file >> number;
  return number;
}

std::optional<Pixels> read_pnm(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string magic;
  file >> magic;
  if (magic != "P4" && magic != "P5" && magic != "P6") return std::nullopt;
  const int width = header_number(file);
  const int height = header_number(file);
  const int most = magic == "P4" ? 255 : header_number(file);
  file.get();
  if (!file || width < 1 || height < 1 || width > 20'000 || height > 20'000 || most < 1 || most > 255) return std::nullopt;
  Pixels sheet = Pixels::blank(width, height, magic == "P6" ? 3 : 1, 300);
  if (magic != "P4") {
    file.read(reinterpret_cast<char*>(sheet.bytes.data()), static_cast<std::streamsize>(sheet.bytes.size()));
  } else {
    std::vector<char> row((static_cast<std::size_t>(width) + 7) / 8);
    for (int y = 0; y < height; ++y) {
      file.read(row.data(), static_cast<std::streamsize>(row.size()));
      for (int x = 0; x < width; ++x) {
        if ((static_cast<unsigned char>(row[static_cast<std::size_t>(x / 8)]) >> (7 - x % 8)) & 1) sheet.row(y)[x] = 0;
      }
    }
  }
  if (!file) return std::nullopt;  // cut short: a sheet that the feeder could not grip
  return sheet;
}

std::optional<Pixels> read_jpeg(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  const Bytes bytes{std::istreambuf_iterator<char>(file), {}};
  auto sheet = decode_jpeg(bytes);
  if (!sheet) return std::nullopt;
  return std::move(*sheet);
}

int pixels_of(double mm, int dpi) { return std::max(1, static_cast<int>(std::lround(mm / 25.4 * dpi))); }

}  // namespace

std::vector<fs::path> sheets_in(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    const auto extension = entry.path().extension();
    if (extension == ".ppm" || extension == ".pgm" || extension == ".pbm" || extension == ".jpg") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::optional<Pixels> read_sheet(const fs::path& file) { return file.extension() == ".jpg" ? read_jpeg(file) : read_pnm(file); }

Raster layout(Mode mode, int dpi, const Area& area) {
  Raster raster;
  raster.width = pixels_of(area.right - area.left, dpi);
  raster.height = pixels_of(area.bottom - area.top, dpi);
  switch (mode) {
    case Mode::Lineart: raster.bytes_per_line = (raster.width + 7) / 8; break;
    case Mode::Gray: raster.bytes_per_line = raster.width; break;
    case Mode::Color: raster.bytes_per_line = raster.width * 3; break;
  }
  return raster;
}

Raster scan_sheet(const Pixels& sheet, Mode mode, int dpi, const Area& area) {
  Raster raster = layout(mode, dpi, area);
  const auto line_bytes = static_cast<std::size_t>(raster.bytes_per_line);
  raster.bytes.assign(line_bytes * static_cast<std::size_t>(raster.height), mode == Mode::Lineart ? 0 : 255);
  const double step = static_cast<double>(sheet.dpi) / dpi;
  const double left = area.left / 25.4 * sheet.dpi;
  const double top = area.top / 25.4 * sheet.dpi;
  for (int y = 0; y < raster.height; ++y) {
    const auto sy = static_cast<int>(top + y * step);
    if (sy >= sheet.height) break;
    const unsigned char* source_row = sheet.row(sy);
    unsigned char* line = raster.bytes.data() + line_bytes * static_cast<std::size_t>(y);
    for (int x = 0; x < raster.width; ++x) {
      const auto sx = static_cast<int>(left + x * step);
      if (sx >= sheet.width) break;
      const unsigned char* source = source_row + sx * sheet.channels;
      const bool colour = sheet.channels == 3;
      const int grey = colour ? (source[0] * 77 + source[1] * 150 + source[2] * 29) >> 8 : source[0];
      switch (mode) {
        case Mode::Lineart:
          if (grey < 128) line[x / 8] = static_cast<unsigned char>(line[x / 8] | (0x80 >> (x % 8)));
          break;
        case Mode::Gray: line[x] = static_cast<unsigned char>(grey); break;
        case Mode::Color:
          for (int c = 0; c < 3; ++c) line[x * 3 + c] = source[colour ? c : 0];
          break;
      }
    }
  }
  return raster;
}

}  // namespace desk::scanner::tray
