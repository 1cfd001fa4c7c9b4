#include <cstdio>
#include <exception>
#include <memory>
#include <string>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include "scanner/pdf.h"

namespace desk::scanner {

namespace {

Failure broken(const std::string& reason) { return {StaffCode::PdfBroken, "pdf", reason}; }

// Points to two decimals, locale-free.
std::string points(int pixels, int dpi) {
  const long hundredths = (static_cast<long>(pixels) * 7200 + dpi / 2) / dpi;
  const std::string cents = std::to_string(hundredths % 100);
  return std::to_string(hundredths / 100) + "." + (cents.size() < 2 ? "0" + cents : cents);
}

void add_page(QPDF& pdf, const PdfPage& page, const JpegFacts& facts) {
  QPDFObjectHandle image = QPDFObjectHandle::newStream(&pdf, std::string(page.jpeg.begin(), page.jpeg.end()));
  QPDFObjectHandle dictionary = image.getDict();
  dictionary.replaceKey("/Type", QPDFObjectHandle::newName("/XObject"));
  dictionary.replaceKey("/Subtype", QPDFObjectHandle::newName("/Image"));
  dictionary.replaceKey("/Width", QPDFObjectHandle::newInteger(facts.width));
  dictionary.replaceKey("/Height", QPDFObjectHandle::newInteger(facts.height));
  dictionary.replaceKey("/ColorSpace", QPDFObjectHandle::newName(facts.channels == 1 ? "/DeviceGray" : "/DeviceRGB"));
  dictionary.replaceKey("/BitsPerComponent", QPDFObjectHandle::newInteger(8));
  dictionary.replaceKey("/Filter", QPDFObjectHandle::newName("/DCTDecode"));

  const std::string width = points(facts.width, page.dpi);
  const std::string height = points(facts.height, page.dpi);
  QPDFObjectHandle object = QPDFObjectHandle::parse("<< /Type /Page /MediaBox [0 0 " + width + " " + height + "] /Resources << /XObject << >> >> >>");
  object.getKey("/Resources").getKey("/XObject").replaceKey("/Im0", image);
  object.replaceKey("/Contents", QPDFObjectHandle::newStream(&pdf, "q " + width + " 0 0 " + height + " 0 0 cm /Im0 Do Q\n"));
  QPDFPageDocumentHelper(pdf).addPage(QPDFPageObjectHelper(pdf.makeIndirectObject(object)), false);
}

}  // namespace

Result<Bytes> write_pdf(const std::vector<PdfPage>& pages) {
  if (pages.empty()) return fail(broken("no pages"));
  try {
    QPDF pdf;
    pdf.emptyPDF();
    for (const PdfPage& page : pages) {
      const auto facts = read_jpeg_facts(page.jpeg);
      if (!facts) return fail(facts.error());
      if (page.dpi <= 0) return fail(broken("a page without resolution"));
      add_page(pdf, page, *facts);
    }
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.forcePDFVersion("1.7");
    writer.setDeterministicID(true);
    writer.setStreamDataMode(qpdf_s_preserve);
    writer.write();
    const std::shared_ptr<Buffer> buffer = writer.getBufferSharedPointer();
    return Bytes(buffer->getBuffer(), buffer->getBuffer() + buffer->getSize());
  } catch (const std::exception& error) {
    return fail(broken(error.what()));
  }
}

Result<int> pdf_page_count(std::span<const unsigned char> pdf) {
  try {
    const std::string copy(pdf.begin(), pdf.end());
    QPDF reader;
    reader.setSuppressWarnings(true);
    reader.processMemoryFile("pdf", copy.data(), copy.size());
    if (reader.isEncrypted()) return fail(broken("encrypted"));
    return static_cast<int>(QPDFPageDocumentHelper(reader).getAllPages().size());
  } catch (const std::exception& error) {
    return fail(broken(error.what()));
  }
}

}  // namespace desk::scanner
