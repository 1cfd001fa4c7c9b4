#include "printer/raster1.h"

#include <fcntl.h>
#include <png.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace desk::printer {
namespace {

std::size_t index(int value) { return static_cast<std::size_t>(value); }

Failure file_failure(const std::string& path, const char* what) {
  const int error = errno;
  const StaffCode code = error == ENOSPC || error == EDQUOT ? StaffCode::StoreFull : StaffCode::PrinterGone;
  return {code, path, std::string(what) + ": " + std::strerror(error)};
}

Done write_all(int fd, const std::vector<std::uint8_t>& bytes, const std::string& path) {
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t wrote = ::write(fd, bytes.data() + done, bytes.size() - done);
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote < 0) return fail(file_failure(path, "write"));
    done += static_cast<std::size_t>(wrote);
  }
  if (::fsync(fd) != 0) return fail(file_failure(path, "fsync"));
  return {};
}

}  // namespace

Raster1 Raster1::blank(int width, int height) {
  Raster1 raster{width, height, {}};
  raster.rows.assign(index(raster.stride()) * index(height), 0);
  return raster;
}

bool Raster1::at(int x, int y) const {
  if (x < 0 || y < 0 || x >= width || y >= height) return false;
  return (rows[index(y) * index(stride()) + index(x / 8)] >> (7 - x % 8) & 1) != 0;
}

void Raster1::set(int x, int y, bool black) {
  if (x < 0 || y < 0 || x >= width || y >= height) return;
  std::uint8_t& cell = rows[index(y) * index(stride()) + index(x / 8)];
  const unsigned bit = 0x80U >> (x % 8);
  cell = static_cast<std::uint8_t>(black ? cell | bit : cell & ~bit);
}

void Raster1::fill(int x, int y, int w, int h, bool black) {
  for (int row = y; row < y + h; ++row) {
    for (int column = x; column < x + w; ++column) set(column, row, black);
  }
}

void Raster1::grow(int more_rows) {
  height += more_rows;
  rows.resize(index(stride()) * index(height), 0);
}

Raster1 Raster1::slice(int first_row, int row_count) const {
  const int first = std::clamp(first_row, 0, height);
  const int last = std::clamp(first_row + row_count, first, height);
  Raster1 part{width, last - first, {}};
  const auto begin = rows.begin() + static_cast<std::ptrdiff_t>(first) * stride();
  part.rows.assign(begin, begin + static_cast<std::ptrdiff_t>(last - first) * stride());
  return part;
}

Result<std::vector<std::uint8_t>> png_of(const Raster1& raster) {
  std::vector<std::uint8_t> grey(index(raster.width) * index(raster.height), 255);
  for (int y = 0; y < raster.height; ++y) {
    for (int x = 0; x < raster.width; ++x) {
      if (raster.at(x, y)) grey[index(y) * index(raster.width) + index(x)] = 0;
    }
  }
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = static_cast<png_uint_32>(raster.width);
  image.height = static_cast<png_uint_32>(raster.height);
  image.format = PNG_FORMAT_GRAY;
  png_alloc_size_t size = 0;
  if (png_image_write_to_memory(&image, nullptr, &size, 0, grey.data(), 0, nullptr) == 0) {
    return fail(Failure{StaffCode::Internal, "png", image.message});
  }
  std::vector<std::uint8_t> bytes(size);
  if (png_image_write_to_memory(&image, bytes.data(), &size, 0, grey.data(), 0, nullptr) == 0) {
    return fail(Failure{StaffCode::Internal, "png", image.message});
  }
  bytes.resize(size);
  return bytes;
}

Done write_png(const Raster1& raster, const std::string& path) {
  const auto bytes = png_of(raster);
  if (!bytes) return fail(bytes.error());
  return write_durably(*bytes, path);
}

Done write_durably(const std::vector<std::uint8_t>& bytes, const std::string& path) {
  const std::string temporary = path + ".tmp";
  const int fd = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (fd < 0) return fail(file_failure(temporary, "open"));
  const Done written = write_all(fd, bytes, temporary);
  ::close(fd);
  if (!written) {
    ::unlink(temporary.c_str());
    return written;
  }
  if (::rename(temporary.c_str(), path.c_str()) != 0) return fail(file_failure(path, "rename"));
  const std::string folder = path.find('/') == std::string::npos ? "." : path.substr(0, path.rfind('/') + 1);
  const int folder_fd = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder_fd < 0) return fail(file_failure(folder, "open"));
  const int synced = ::fsync(folder_fd);
  ::close(folder_fd);
  if (synced != 0) return fail(file_failure(folder, "fsync"));
  return {};
}

}  // namespace desk::printer
