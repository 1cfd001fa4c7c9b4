// PDFs: the portal's rules, checked with qpdf's and poppler's own programs, and the size budget.
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <random>
#include <regex>

#include "scanner/pdf.h"
#include "tests/scanner/harness.h"

namespace desk::scanner::test {
namespace {

// Runs a program and returns what it wrote; the exit code by `code`.
std::string output_of(const std::string& command, int* code = nullptr) {
  std::string text;
  FILE* pipe = popen((command + " 2>&1").c_str(), "r");
  std::array<char, 4096> buffer{};
  while (const std::size_t got = fread(buffer.data(), 1, buffer.size(), pipe)) text.append(buffer.data(), got);
  const int status = pclose(pipe);
  if (code != nullptr) *code = status;
  return text;
}

std::string saved(const Folder& folder, const std::string& name, const Bytes& bytes) {
  const auto path = folder.path() / name;
  write_file(path, std::string(bytes.begin(), bytes.end()));
  return path.string();
}

// Paper that does not compress: what a scanner's noise and a security pattern do.
ScannedPage noisy_page(int seed, int dpi = 300, int channels = 3) {
  Pixels page = text_page(dpi, seed, channels);
  std::mt19937 random(static_cast<unsigned>(seed));
  for (unsigned char& level : page.bytes) level = static_cast<unsigned char>(std::clamp(static_cast<int>(level) - 60 + static_cast<int>(random() % 90), 0, 255));
  auto jpeg = encode_jpeg(page, {75, false});
  ScannedPage out;
  out.jpeg = std::move(*jpeg);
  out.width = page.width;
  out.height = page.height;
  out.dpi = dpi;
  return out;
}

TEST(Pdf, QpdfFindsNothingWrongAndThePagesHaveTheirTrueSize) {
  const auto page = finish_page(text_page(300, 1));
  const auto wide = turned_page(*page, 1);
  const auto pdf = write_pdf({{page->jpeg, 300}, {wide->jpeg, 300}});
  ASSERT_TRUE(pdf.ok());
  EXPECT_EQ(*pdf_page_count(*pdf), 2);
  const Folder folder;
  const std::string file = saved(folder, "a.pdf", *pdf);
  int code = -1;
  const std::string check = output_of("qpdf --check " + file, &code);
  EXPECT_EQ(code, 0) << check;
  EXPECT_NE(check.find("PDF Version: 1.7"), std::string::npos);
  const std::string info = output_of("pdfinfo -f 1 -l 2 " + file);
  std::smatch match;
  ASSERT_TRUE(std::regex_search(info, match, std::regex("Page +1 size: +([0-9.]+) x ([0-9.]+)"))) << info;
  EXPECT_NEAR(std::stod(match[1]) / 72 * 25.4, 210, 1);
  EXPECT_NEAR(std::stod(match[2]) / 72 * 25.4, 297, 1);
  ASSERT_TRUE(std::regex_search(info, match, std::regex("Page +2 size: +([0-9.]+) x ([0-9.]+)")));
  EXPECT_NEAR(std::stod(match[1]) / 72 * 25.4, 297, 1);
  EXPECT_NE(info.find("JavaScript:      no"), std::string::npos);
  EXPECT_NE(info.find("Encrypted:       no"), std::string::npos);
  for (const char* key : {"Title:", "Author:", "Creator:", "Producer:", "CreationDate:"}) EXPECT_EQ(info.find(key), std::string::npos) << key;
}

TEST(Pdf, TheJpegBytesGoInUnchangedAndTheSamePagesGiveTheSameFile) {
  const auto page = finish_page(text_page(200, 1));
  const auto pdf = write_pdf({{page->jpeg, 200}});
  EXPECT_EQ(*pdf, *write_pdf({{page->jpeg, 200}}));
  const Folder folder;
  const std::string file = saved(folder, "a.pdf", *pdf);
  output_of("pdfimages -all " + file + " " + (folder.path() / "i").string());
  std::ifstream image(folder.path() / "i-000.jpg", std::ios::binary);
  const Bytes extracted{std::istreambuf_iterator<char>(image), {}};
  EXPECT_EQ(extracted, page->jpeg);
  EXPECT_NE(output_of("pdfimages -list " + file).find(" 200 "), std::string::npos);
}

TEST(Pdf, WhatIsNoPdfOrNoJpegIsRefused) {
  EXPECT_EQ(pdf_page_count(Bytes(500, 'x')).error().code, StaffCode::PdfBroken);
  EXPECT_FALSE(write_pdf({}).ok());
  const Bytes junk(100, 'x');
  EXPECT_EQ(write_pdf({{junk, 300}}).error().code, StaffCode::PageUnusable);
}

TEST(PdfBudget, SmallDocumentsShareOneFileInTheirOrderUnchanged) {
  const auto a = finish_page(text_page(200, 1));
  const auto b = finish_page(text_page(200, 2));
  const auto bundle = make_pdfs({{&*a, &*b}, {&*b}});
  ASSERT_TRUE(bundle.ok());
  ASSERT_EQ(bundle->files.size(), 1U);
  EXPECT_EQ(bundle->files[0].pages, 3);
  EXPECT_EQ(bundle->files[0].last_document, 1);
  EXPECT_EQ(bundle->steps, (std::vector{PdfStep::Unchanged, PdfStep::Unchanged}));
}

TEST(PdfBudget, ADocumentThatDoesNotFitBehindAnotherStartsTheNextFile) {
  const ScannedPage page = noisy_page(1, 200);
  const std::size_t limit = page.jpeg.size() * 5 / 2;
  const auto bundle = make_pdfs({{&page, &page}, {&page}, {&page}}, {.most_bytes = limit});
  ASSERT_TRUE(bundle.ok());
  ASSERT_EQ(bundle->files.size(), 2U);
  EXPECT_EQ(bundle->files[0].last_document, 0);
  EXPECT_EQ(bundle->files[1].first_document, 1);
  EXPECT_EQ(bundle->files[1].last_document, 2);
  for (const PdfFile& file : bundle->files) EXPECT_LE(file.bytes.size(), limit);
}

TEST(PdfBudget, ADocumentAboveTheLimitIsCompressedStepByStep) {
  const ScannedPage page = noisy_page(1);
  std::size_t before = page.jpeg.size() + 10'000;
  PdfStep last = PdfStep::Unchanged;
  for (const int percent : {90, 60, 40, 30}) {
    const std::size_t limit = page.jpeg.size() * static_cast<std::size_t>(percent) / 100;
    const auto bundle = make_pdfs({{&page}}, {.most_bytes = limit});
    ASSERT_TRUE(bundle.ok()) << percent << ": " << bundle.error().message();
    EXPECT_LE(bundle->files[0].bytes.size(), limit);
    EXPECT_LE(bundle->files[0].bytes.size(), before);
    EXPECT_GE(bundle->steps[0], last);
    before = bundle->files[0].bytes.size();
    last = bundle->steps[0];
  }
  EXPECT_GT(last, PdfStep::Quality60);
}

TEST(PdfBudget, NeverUnderTwoHundredDpiAndThenSplit) {
  const ScannedPage page = noisy_page(2, 300, 1);
  const std::vector<const ScannedPage*> pages(4, &page);
  const auto bundle = make_pdfs({pages}, {.most_bytes = page.jpeg.size() * 6 / 10});
  ASSERT_TRUE(bundle.ok());
  EXPECT_GT(bundle->files.size(), 1U);
  EXPECT_TRUE(bundle->split[0]);
  int total = 0;
  const Folder folder;
  for (const PdfFile& file : bundle->files) {
    total += file.pages;
    EXPECT_LE(file.bytes.size(), page.jpeg.size() * 6 / 10);
    EXPECT_NE(output_of("pdfimages -list " + saved(folder, "a.pdf", file.bytes)).find(" 200 "), std::string::npos);
  }
  EXPECT_EQ(total, 4);
}

TEST(PdfBudget, OnePageThatCannotFitIsTold) {
  const ScannedPage page = noisy_page(3);
  const auto bundle = make_pdfs({{&page}}, {.most_bytes = 50'000});
  ASSERT_FALSE(bundle.ok());
  EXPECT_EQ(bundle.error().code, StaffCode::PdfTooLarge);
}

TEST(PdfBudget, APageUnderTheFloorIsRefused) {
  const auto page = finish_page(text_page(150, 1));
  EXPECT_EQ(make_pdfs({{&*page}}).error().code, StaffCode::PageUnusable);
  EXPECT_EQ(make_pdfs({{}}).error().code, StaffCode::BadInput);
}

}  // namespace
}  // namespace desk::scanner::test
