#include "scanner/jpeg.h"

#include <turbojpeg.h>

#include <cstdint>
#include <memory>

namespace desk::scanner {

namespace {

struct Destroy {
  void operator()(void* handle) const { tjDestroy(handle); }
};
using Handle = std::unique_ptr<void, Destroy>;

struct FreeBuffer {
  void operator()(unsigned char* buffer) const { tjFree(buffer); }
};

Failure unusable(const char* reason) { return {StaffCode::PageUnusable, "jpeg", reason}; }

// JFIF APP0: FF D8 FF E0 <length 2> 'J' 'F' 'I' 'F' 0 <version 2> <units> <x density 2> <y density 2>
constexpr std::size_t kUnits = 13;
bool has_jfif(std::span<const unsigned char> jpeg) {
  return jpeg.size() > 18 && jpeg[2] == 0xFF && jpeg[3] == 0xE0 && jpeg[6] == 'J' && jpeg[7] == 'F' && jpeg[8] == 'I' && jpeg[9] == 'F';
}

}  // namespace

Result<Bytes> encode_jpeg(const Pixels& page, JpegChoice choice) {
  if (!page.sound()) return fail(unusable("no pixels to encode"));
  const Handle handle{tjInitCompress()};
  if (!handle) return fail(unusable("no encoder"));
  const bool grey = choice.grey || page.channels == 1;
  unsigned char* raw = nullptr;
  unsigned long size = 0;
  const int done = tjCompress2(handle.get(), page.bytes.data(), page.width, 0, page.height, page.channels == 3 ? TJPF_RGB : TJPF_GRAY,
                               &raw, &size, grey ? TJSAMP_GRAY : TJSAMP_420, choice.quality, 0);
  const std::unique_ptr<unsigned char, FreeBuffer> buffer{raw};
  if (done != 0) return fail(unusable(tjGetErrorStr2(handle.get())));
  Bytes out(raw, raw + size);
  if (!has_jfif(out)) return fail(unusable("the encoder wrote no JFIF header"));
  // TurboJPEG has no call for the density, so the header that it has just written is completed here.
  out[kUnits] = 1;  // dots per inch
  for (const std::size_t place : {kUnits + 1, kUnits + 3}) {
    out[place] = static_cast<unsigned char>(page.dpi >> 8);
    out[place + 1] = static_cast<unsigned char>(page.dpi & 0xFF);
  }
  return out;
}

Result<JpegFacts> read_jpeg_facts(std::span<const unsigned char> jpeg) {
  const Handle handle{tjInitDecompress()};
  if (!handle) return fail(unusable("no decoder"));
  JpegFacts facts;
  int subsampling = 0;
  int colours = 0;
  if (tjDecompressHeader3(handle.get(), jpeg.data(), jpeg.size(), &facts.width, &facts.height, &subsampling, &colours) != 0) {
    return fail(unusable(tjGetErrorStr2(handle.get())));
  }
  if (facts.width < 1 || facts.height < 1 || facts.width > 20'000 || facts.height > 20'000 ||
      static_cast<std::int64_t>(facts.width) * facts.height > 200'000'000) {
    return fail(unusable("implausible size"));
  }
  if (colours != TJCS_YCbCr && colours != TJCS_GRAY && colours != TJCS_RGB) return fail(unusable("print colours are not read"));
  facts.channels = colours == TJCS_GRAY ? 1 : 3;
  if (has_jfif(jpeg) && jpeg[kUnits] != 0) {
    const int density = jpeg[kUnits + 1] << 8 | jpeg[kUnits + 2];
    facts.dpi = jpeg[kUnits] == 2 ? (density * 254 + 50) / 100 : density;
  }
  return facts;
}

Result<Pixels> decode_jpeg(std::span<const unsigned char> jpeg, int dpi_if_unsaid) {
  const auto facts = read_jpeg_facts(jpeg);
  if (!facts) return fail(facts.error());
  const Handle handle{tjInitDecompress()};
  if (!handle) return fail(unusable("no decoder"));
  Pixels page = Pixels::blank(facts->width, facts->height, facts->channels, facts->dpi > 0 ? facts->dpi : dpi_if_unsaid);
  // A warning (a cut-off file) counts as an error: half a certificate is no certificate.
  if (tjDecompress2(handle.get(), jpeg.data(), jpeg.size(), page.bytes.data(), page.width, 0, page.height,
                    page.channels == 3 ? TJPF_RGB : TJPF_GRAY, 0) != 0) {
    return fail(unusable(tjGetErrorStr2(handle.get())));
  }
  return page;
}

}  // namespace desk::scanner
