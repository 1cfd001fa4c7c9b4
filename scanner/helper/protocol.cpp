#include "scanner/helper/protocol.h"

#include <limits>
#include <type_traits>
#include <utility>

namespace desk::scanner::protocol {

namespace {

constexpr int kMost = std::numeric_limits<int>::max();

ScannedPage read_page(PayloadReader& in) {
  ScannedPage page;
  page.jpeg = in.bytes();
  page.width = in.small(0, 100'000);
  page.height = in.small(0, 100'000);
  page.dpi = in.small(0, 10'000);
  page.colour = in.small(0, 1) == 1;
  page.straightened_degrees = in.real();
  page.preview.width = in.small(0, 20'000);
  page.preview.height = in.small(0, 20'000);
  page.preview.rgba = in.bytes();
  for (std::size_t left = in.count(24); left > 0; --left) {
    Finding finding;
    finding.code = static_cast<FindingCode>(in.small(1, static_cast<int>(FindingCode::Streaked)));
    finding.measured = in.real();
    finding.limit = in.real();
    page.findings.push_back(finding);
  }
  return page;
}

// A preview whose size belies its bytes would be read beyond its end by whoever draws it.
bool preview_fits(const ScannedPage& page) {
  return page.preview.rgba.size() == static_cast<std::size_t>(page.preview.width) * static_cast<std::size_t>(page.preview.height) * 4;
}

void write_page(PayloadWriter& out, const ScannedPage& page, bool with_preview) {
  out.bytes(page.jpeg).whole(page.width).whole(page.height).whole(page.dpi).whole(page.colour ? 1 : 0).real(page.straightened_degrees);
  if (with_preview) {
    out.whole(page.preview.width).whole(page.preview.height).bytes(page.preview.rgba);
  } else {
    out.whole(0).whole(0).bytes({});
  }
  out.whole(static_cast<std::int64_t>(page.findings.size()));
  for (const Finding& finding : page.findings) out.whole(static_cast<int>(finding.code)).real(finding.measured).real(finding.limit);
}

void write_make_pdf(PayloadWriter& out, const std::vector<std::vector<const ScannedPage*>>& documents, const PdfRules& rules) {
  out.whole(static_cast<std::int64_t>(rules.most_bytes)).whole(rules.least_dpi).whole(static_cast<std::int64_t>(documents.size()));
  for (const auto& document : documents) {
    out.whole(static_cast<std::int64_t>(document.size()));
    for (const ScannedPage* page : document) write_page(out, *page, false);
  }
}

// One overload a message: its type and its fields.
struct Encoder {
  PayloadWriter out;
  std::uint8_t type = 0;

  void operator()(const List& m) { type = 1; out.whole(m.driver_ms).whole(m.total_ms); }
  void operator()(const Scan& m) {
    type = 2;
    out.text(m.job.device).whole(static_cast<int>(m.job.source)).whole(m.job.dpi).whole(m.job.most_pages);
    out.whole(m.stall_ms).whole(m.quality).whole(m.preview_side);
  }
  void operator()(const Watch& m) { type = 3; out.text(m.device); }
  void operator()(const Cancel&) { type = 4; }
  void operator()(const ChangePage& m) {
    type = 5;
    out.whole(static_cast<std::int64_t>(m.rects.size()));
    for (const PageRect& rect : m.rects) out.whole(rect.left).whole(rect.top).whole(rect.right).whole(rect.bottom);
    out.whole(m.quarter_turns).whole(m.quality).whole(m.preview_side);
    write_page(out, m.page, false);
  }
  void operator()(const MakePdf& m) {
    type = 6;
    std::vector<std::vector<const ScannedPage*>> documents(m.documents.size());
    for (std::size_t i = 0; i < documents.size(); ++i) {
      for (const ScannedPage& page : m.documents[i]) documents[i].push_back(&page);
    }
    write_make_pdf(out, documents, m.rules);
  }
  void operator()(const ReadQr& m) { type = 7; write_page(out, m.page, false); }
  void operator()(const JudgeImage& m) { type = 8; out.bytes(m.jpeg).whole(m.dpi).whole(m.quality).whole(m.preview_side); }
  void operator()(const CountPages& m) { type = 9; out.bytes(m.pdf); }
  void operator()(const LookAtBlank& m) { type = 10; write_page(out, m.page, false); }
  void operator()(const Sheet& m) {
    type = 44;
    out.whole(m.look.columns).whole(m.look.rows).whole(static_cast<std::int64_t>(m.look.marks.size()));
    for (const SheetMark mark : m.look.marks) out.whole(static_cast<int>(mark));
    out.whole(m.look.specks).whole(static_cast<std::int64_t>(m.look.streaks_mm.size()));
    for (const int streak : m.look.streaks_mm) out.whole(streak);
    out.whole(m.look.blank ? 1 : 0).whole(m.look.paper_level);
  }
  void operator()(const Devices& m) {
    type = 32;
    out.whole(static_cast<std::int64_t>(m.devices.size()));
    for (const Device& device : m.devices) out.text(device.name).text(device.vendor).text(device.model).text(device.kind);
  }
  void operator()(const StageReached& m) { type = 33; out.whole(static_cast<int>(m.stage)); }
  void operator()(const Progressed& m) { type = 34; out.whole(m.page).whole(m.percent); }
  void operator()(const Page& m) { type = 35; out.whole(m.number); write_page(out, m.page, true); }
  void operator()(const End& m) {
    type = 36;
    out.whole(m.failure ? static_cast<int>(m.failure->code) : 0);
    out.text(m.failure ? m.failure->where : "").text(m.failure ? m.failure->reason : "").whole(m.sheet);
  }
  void operator()(const Sensor& m) { type = 37; out.whole(static_cast<int>(m.state)); }
  void operator()(const PageDone& m) { type = 40; write_page(out, m.page, true); }
  void operator()(const PdfDone& m) {
    type = 41;
    out.whole(static_cast<std::int64_t>(m.bundle.files.size()));
    for (const PdfFile& file : m.bundle.files) out.bytes(file.bytes).whole(file.pages).whole(file.first_document).whole(file.last_document);
    out.whole(static_cast<std::int64_t>(m.bundle.steps.size()));
    for (const PdfStep step : m.bundle.steps) out.whole(static_cast<int>(step));
    out.whole(static_cast<std::int64_t>(m.bundle.split.size()));
    for (const bool split : m.bundle.split) out.whole(split ? 1 : 0);
  }
  void operator()(const Texts& m) {
    type = 42;
    out.whole(static_cast<std::int64_t>(m.texts.size()));
    for (const std::string& text : m.texts) out.text(text);
  }
  void operator()(const Count& m) { type = 43; out.whole(m.count); }
};

MakePdf read_make_pdf(PayloadReader& in) {
  MakePdf m;
  m.rules.most_bytes = static_cast<std::size_t>(in.small(0, kMost));
  m.rules.least_dpi = in.small(0, 10'000);
  for (std::size_t documents = in.count(8); documents > 0; --documents) {
    auto& document = m.documents.emplace_back();
    for (std::size_t pages = in.count(72); pages > 0; --pages) document.push_back(read_page(in));
  }
  return m;
}

PdfBundle read_bundle(PayloadReader& in) {
  PdfBundle bundle;
  for (std::size_t files = in.count(32); files > 0; --files) {
    PdfFile& file = bundle.files.emplace_back();
    file.bytes = in.bytes();
    file.pages = in.small(0, kMost);
    file.first_document = in.small(0, kMost);
    file.last_document = in.small(0, kMost);
  }
  for (std::size_t steps = in.count(8); steps > 0; --steps) {
    bundle.steps.push_back(static_cast<PdfStep>(in.small(0, static_cast<int>(PdfStep::Grey200Quality45))));
  }
  for (std::size_t splits = in.count(8); splits > 0; --splits) bundle.split.push_back(in.small(0, 1) == 1);
  return bundle;
}

std::optional<Message> read_sheet(PayloadReader& in) {
  Sheet m;
  SheetLook& look = m.look;
  look.columns = in.small(1, 1000);
  look.rows = in.small(1, 1000);
  for (std::size_t left = in.count(8); left > 0; --left) look.marks.push_back(static_cast<SheetMark>(in.small(0, static_cast<int>(SheetMark::Streak))));
  look.specks = in.small(0, kMost);
  for (std::size_t left = in.count(8); left > 0; --left) look.streaks_mm.push_back(in.small(0, 100'000));
  look.blank = in.small(0, 1) == 1;
  look.paper_level = in.small(0, 255);
  if (look.marks.size() != static_cast<std::size_t>(look.columns) * static_cast<std::size_t>(look.rows)) return std::nullopt;
  return m;
}

std::optional<Message> read_message(std::uint8_t type, PayloadReader& in) {
  switch (type) {  // a byte from the other side, not an enum: anything else is a broken frame
    case 1: { List m; m.driver_ms = in.small(0, kMost); m.total_ms = in.small(0, kMost); return m; }
    case 2: {
      Scan m;
      m.job.device = in.text();
      m.job.source = static_cast<Source>(in.small(0, 2));
      m.job.dpi = in.small(1, 10'000);
      m.job.most_pages = in.small(0, kMost);
      m.stall_ms = in.small(0, kMost);
      m.quality = in.small(1, 100);
      m.preview_side = in.small(1, 20'000);
      return m;
    }
    case 3: { Watch m; m.device = in.text(); return m; }
    case 4: return Cancel{};
    case 5: {
      ChangePage m;
      for (std::size_t left = in.count(32); left > 0; --left) {
        PageRect& rect = m.rects.emplace_back();
        for (int* side : {&rect.left, &rect.top, &rect.right, &rect.bottom}) *side = in.small(-100'000, 100'000);
      }
      m.quarter_turns = in.small(-1000, 1000);
      m.quality = in.small(1, 100);
      m.preview_side = in.small(1, 20'000);
      m.page = read_page(in);
      return m;
    }
    case 6: return read_make_pdf(in);
    case 7: { ReadQr m; m.page = read_page(in); return m; }
    case 8: {
      JudgeImage m;
      m.jpeg = in.bytes();
      m.dpi = in.small(1, 10'000);
      m.quality = in.small(1, 100);
      m.preview_side = in.small(1, 20'000);
      return m;
    }
    case 9: { CountPages m; m.pdf = in.bytes(); return m; }
    case 10: { LookAtBlank m; m.page = read_page(in); return m; }
    case 32: {
      Devices m;
      for (std::size_t left = in.count(32); left > 0; --left) {
        Device& device = m.devices.emplace_back();
        for (std::string* text : {&device.name, &device.vendor, &device.model, &device.kind}) *text = in.text();
      }
      return m;
    }
    case 33: { StageReached m; m.stage = static_cast<Stage>(in.small(0, 3)); return m; }
    case 34: { Progressed m; m.page = in.small(1, kMost); m.percent = in.small(-1, 100); return m; }
    case 35: {
      Page m;
      m.number = in.small(1, kMost);
      m.page = read_page(in);
      if (!preview_fits(m.page)) return std::nullopt;
      return m;
    }
    case 36: {
      End m;
      const int number = in.small(0, kMost);
      Failure failure;
      failure.where = in.text();
      failure.reason = in.text();
      m.sheet = in.small(0, kMost);
      if (number != 0) {
        const auto code = staff_code_from(number);
        if (!code) return std::nullopt;
        failure.code = *code;
        m.failure = std::move(failure);
      }
      return m;
    }
    case 37: { Sensor m; m.state = static_cast<PaperState>(in.small(0, 2)); return m; }
    case 40: {
      PageDone m;
      m.page = read_page(in);
      if (!preview_fits(m.page)) return std::nullopt;
      return m;
    }
    case 41: { PdfDone m; m.bundle = read_bundle(in); return m; }
    case 42: {
      Texts m;
      for (std::size_t left = in.count(8); left > 0; --left) m.texts.push_back(in.text());
      return m;
    }
    case 44: return read_sheet(in);
    case 43: { Count m; m.count = in.small(0, kMost); return m; }
  }
  return std::nullopt;
}

}  // namespace

Bytes encode_make_pdf(const std::vector<std::vector<const ScannedPage*>>& documents, const PdfRules& rules) {
  PayloadWriter out;
  write_make_pdf(out, documents, rules);
  return frame_bytes(6, out.done());
}

Bytes encode(const Message& message) {
  Encoder encoder;
  std::visit(encoder, message);
  return frame_bytes(encoder.type, encoder.out.done());
}

std::optional<Message> decode(const Frame& frame) {
  PayloadReader in(frame.payload);
  auto message = read_message(frame.type, in);
  if (!in.whole_and_read()) return std::nullopt;
  return message;
}

}  // namespace desk::scanner::protocol
