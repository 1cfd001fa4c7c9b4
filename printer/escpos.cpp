#include "printer/escpos.h"

#include <algorithm>

namespace desk::printer {
namespace {

constexpr std::uint8_t kEsc = 0x1b;
constexpr std::uint8_t kGs = 0x1d;
constexpr std::uint8_t kDle = 0x10;
constexpr std::uint8_t kEot = 0x04;
constexpr std::uint8_t kFeedLines = 3;

std::uint8_t low(int value) { return static_cast<std::uint8_t>(value & 0xff); }
std::uint8_t high(int value) { return static_cast<std::uint8_t>(value >> 8 & 0xff); }
bool starts_real_time(std::uint8_t first, std::uint8_t second) {
  return first == kDle && (second == kEot || second == 0x05 || second == 0x14);
}
bool any(std::uint8_t byte, unsigned mask) { return (byte & mask) != 0; }

}  // namespace

Bytes encode_job(const Raster1& raster) {
  Bytes job{kEsc, '@'};
  job.reserve(raster.rows.size() + 64);
  for (int row = 0; row < raster.height; row += kBandRows) {
    const int count = std::min(kBandRows, raster.height - row);
    for (std::uint8_t byte : {kGs, std::uint8_t{'v'}, std::uint8_t{'0'}, std::uint8_t{0}, low(raster.stride()),
                              high(raster.stride()), low(count), high(count)}) {
      job.push_back(byte);
    }
    const auto begin = raster.rows.begin() + static_cast<std::ptrdiff_t>(row) * raster.stride();
    const auto picture = static_cast<std::ptrdiff_t>(job.size());
    job.insert(job.end(), begin, begin + static_cast<std::ptrdiff_t>(count) * raster.stride());
    for (auto byte = job.begin() + picture; byte + 1 < job.end(); ++byte) {
      if (starts_real_time(byte[0], byte[1])) byte[0] = kDle | kDle >> 1;
    }
  }
  for (std::uint8_t byte : {kEsc, std::uint8_t{'d'}, kFeedLines, kGs, std::uint8_t{'V'}, std::uint8_t{'B'}, std::uint8_t{0}}) {
    job.push_back(byte);
  }
  return job;
}

Bytes encode_resync(int paper_dots) {
  return Bytes(static_cast<std::size_t>((paper_dots + 7) / 8) * kBandRows, 0);
}

Bytes encode_ask(Ask ask) {
  switch (ask) {
    case Ask::Printer: return {kDle, kEot, 1};
    case Ask::OfflineCause: return {kDle, kEot, 2};
    case Ask::Paper: return {kDle, kEot, 4};
    case Ask::JobDone: return {kGs, 'r', 1};
  }
  return {};
}

bool answers(Ask ask, std::uint8_t byte) {
  switch (ask) {
    case Ask::Printer:
    case Ask::OfflineCause:
    case Ask::Paper: return (byte & 0x93) == 0x12;
    case Ask::JobDone: return (byte & 0x90) == 0x00;
  }
  return false;
}

PrinterStatus decode_status(const StatusBytes& bytes) {
  PrinterStatus status;
  status.online = !any(bytes.printer, 0x08);
  status.cover_open = any(bytes.cause, 0x04);
  status.paper_out = any(bytes.cause, 0x20) || any(bytes.paper, 0x60);
  status.paper_low = any(bytes.paper, 0x0c);
  status.error = any(bytes.cause, 0x40);
  return status;
}

PaperSensor decode_paper_sensor(std::uint8_t byte) { return {any(byte, 0x03), any(byte, 0x0c)}; }

std::optional<Failure> obstacle(const PrinterStatus& status) {
  if (status.cover_open) return Failure{StaffCode::PrinterCoverOpen, "printer", "the cover is open"};
  if (status.paper_out) return Failure{StaffCode::PrinterPaperOut, "printer", "no paper"};
  if (status.error) return Failure{StaffCode::PrinterOffline, "printer", "the printer reports an error"};
  if (!status.online) return Failure{StaffCode::PrinterOffline, "printer", "the printer is offline"};
  return std::nullopt;
}

}  // namespace desk::printer
