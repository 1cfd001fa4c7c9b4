// desk-page-helper: masks, turns, reads codes and writes PDFs, one order each, then exits, and with it everything it saw (design 4.6).
#include <utility>

#include "scanner/helper/channel.h"
#include "scanner/qr_reader.h"

namespace {

using namespace desk;
using namespace desk::scanner;

template <class Answer, class Value>
protocol::Message told(Result<Value> result) {
  if (!result) return protocol::End{result.error(), 0};
  return Answer{std::move(*result)};
}

Result<ScannedPage> changed(const protocol::ChangePage& order) {
  FinishChoice choice;
  choice.quality = order.quality;
  choice.preview_side = order.preview_side;
  if (order.rects.empty()) return turned_page(order.page, order.quarter_turns, choice);
  auto masked = masked_page(order.page, order.rects, choice);
  if (!masked || order.quarter_turns % 4 == 0) return masked;
  return turned_page(*masked, order.quarter_turns, choice);
}

Result<PdfBundle> pdfs(const protocol::MakePdf& order) {
  std::vector<std::vector<const ScannedPage*>> documents;
  for (const auto& pages : order.documents) {
    auto& document = documents.emplace_back();
    for (const ScannedPage& page : pages) document.push_back(&page);
  }
  return make_pdfs(documents, order.rules);
}

Result<std::vector<std::string>> codes(const ScannedPage& page) {
  const auto pixels = decode_jpeg(page.jpeg, page.dpi);
  if (!pixels) return fail(pixels.error());
  return read_qr(*pixels);
}

Result<SheetLook> looked_at(const ScannedPage& page) {
  const auto pixels = decode_jpeg(page.jpeg, page.dpi);
  if (!pixels) return fail(pixels.error());
  return look_at_blank(*pixels);
}

Result<ScannedPage> judged(const protocol::JudgeImage& order) {
  auto pixels = decode_jpeg(order.jpeg, order.dpi);
  if (!pixels) return fail(pixels.error());
  FinishChoice choice;
  choice.quality = order.quality;
  choice.preview_side = order.preview_side;
  return finish_page(std::move(*pixels), choice);
}

}  // namespace

int main() {
  become_helper();
  Channel channel;
  const auto order = channel.wait_for_order();
  if (!order) return 2;
  if (const auto* change = std::get_if<protocol::ChangePage>(&*order)) {
    channel.send(told<protocol::PageDone>(changed(*change)));
  } else if (const auto* pdf = std::get_if<protocol::MakePdf>(&*order)) {
    channel.send(told<protocol::PdfDone>(pdfs(*pdf)));
  } else if (const auto* qr = std::get_if<protocol::ReadQr>(&*order)) {
    channel.send(told<protocol::Texts>(codes(qr->page)));
  } else if (const auto* image = std::get_if<protocol::JudgeImage>(&*order)) {
    channel.send(told<protocol::PageDone>(judged(*image)));
  } else if (const auto* count = std::get_if<protocol::CountPages>(&*order)) {
    channel.send(told<protocol::Count>(pdf_page_count(count->pdf)));
  } else if (const auto* blank = std::get_if<protocol::LookAtBlank>(&*order)) {
    channel.send(told<protocol::Sheet>(looked_at(blank->page)));
  } else {
    return 2;
  }
  return 0;
}
