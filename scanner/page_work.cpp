#include "scanner/page_work.h"

#include <poll.h>

#include <algorithm>
#include <utility>

#include "scanner/child.h"
#include "scanner/helper/protocol.h"

namespace desk::scanner {

namespace {

// One order, one answer of the type that the caller waits for.
template <class Answer>
Result<Answer> ask(const PageWorkOptions& options, const Clock& clock, const Bytes& order) {
  const auto failed = [&](StaffCode code, const char* reason) { return fail(Failure{code, options.helper, reason}); };
  auto child = Child::spawn(options.helper, {});
  if (!child) return fail(child.error());
  if (!child->send(order, options.patience, clock)) return failed(StaffCode::ScannerHelperDied, "the helper takes no order");
  const SteadyTime until = clock.steady() + options.patience;
  FrameParser parser;
  while (true) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - clock.steady());
    if (left.count() <= 0) return failed(StaffCode::ScannerSilent, "the helper did not answer in time and was ended");
    pollfd waiting{child->fd(), POLLIN, 0};
    if (poll(&waiting, 1, static_cast<int>(std::min<std::int64_t>(left.count(), 3'600'000))) <= 0) continue;
    const Child::Read read = child->receive(parser);
    if (const auto frame = parser.next()) {
      auto message = protocol::decode(*frame);
      if (!message) return failed(StaffCode::ScannerHelperDied, "the helper sent a frame that cannot be read");
      if (auto* answer = std::get_if<Answer>(&*message)) return std::move(*answer);
      if (const auto* end = std::get_if<protocol::End>(&*message); end != nullptr && end->failure) return fail(*end->failure);
      return failed(StaffCode::ScannerHelperDied, "the helper sent a frame that is not an answer");
    }
    if (parser.broken()) return failed(StaffCode::ScannerHelperDied, "the helper sent bytes that are no frame");
    if (read == Child::Read::Closed) return failed(StaffCode::ScannerHelperDied, "the helper ended without an answer");
  }
}

}  // namespace

Result<ScannedPage> PageWork::change(const ScannedPage& page, const std::vector<PageRect>& boxes, int quarter_turns) const {
  protocol::ChangePage order{boxes, quarter_turns, options_.quality, options_.preview_side, page};
  order.page.preview = {};
  auto done = ask<protocol::PageDone>(options_, clock_, protocol::encode(order));
  if (!done) return fail(done.error());
  return std::move(done->page);
}

Result<PdfBundle> PageWork::make_pdfs(const std::vector<std::vector<const ScannedPage*>>& documents, const PdfRules& rules) const {
  auto done = ask<protocol::PdfDone>(options_, clock_, protocol::encode_make_pdf(documents, rules));
  if (!done) return fail(done.error());
  return std::move(done->bundle);
}

Result<std::vector<std::string>> PageWork::read_qr(const ScannedPage& page) const {
  protocol::ReadQr order{page};
  auto done = ask<protocol::Texts>(options_, clock_, protocol::encode(order));
  if (!done) return fail(done.error());
  return std::move(done->texts);
}

Result<ScannedPage> PageWork::judge_image(const Bytes& jpeg, int dpi_if_unsaid) const {
  auto done = ask<protocol::PageDone>(options_, clock_, protocol::encode(protocol::JudgeImage{jpeg, dpi_if_unsaid, options_.quality, options_.preview_side}));
  if (!done) return fail(done.error());
  return std::move(done->page);
}

Result<SheetLook> PageWork::look_at_blank(const ScannedPage& page) const {
  protocol::LookAtBlank order{page};
  auto done = ask<protocol::Sheet>(options_, clock_, protocol::encode(order));
  if (!done) return fail(done.error());
  return std::move(done->look);
}

Result<int> PageWork::count_pages(const Bytes& pdf) const {
  auto done = ask<protocol::Count>(options_, clock_, protocol::encode(protocol::CountPages{pdf}));
  if (!done) return fail(done.error());
  return done->count;
}

}  // namespace desk::scanner
