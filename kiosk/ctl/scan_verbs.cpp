// scan: one paper from the scanner into the PDFs that the portal accepts, with what was found on each page.
#include <algorithm>
#include <filesystem>
#include <optional>
#include <system_error>

#include "kiosk/ctl/groups.h"
#include "kiosk/ctl/long_work.h"
#include "kiosk/ctl/output_file.h"
#include "data/base/places.h"
#include "kiosk/ctl/rules_calls.h"
#include "scanner/scan_to_pdf.h"

namespace desk::ctl {
namespace {

namespace fs = std::filesystem;

std::string_view word_of(scanner::FindingCode code) {
  using scanner::FindingCode;
  switch (code) {
    case FindingCode::Blank: return "blank";
    case FindingCode::Crooked: return "crooked";
    case FindingCode::EdgeCut: return "edge_cut";
    case FindingCode::Blurred: return "blurred";
    case FindingCode::TooDark: return "too_dark";
    case FindingCode::Faint: return "faint";
    case FindingCode::ResolutionLow: return "resolution_low";
    case FindingCode::SizeUnusual: return "size_unusual";
    case FindingCode::Streaked: return "streaked";
  }
  return "";
}

std::string_view word_of(scanner::PdfStep step) {
  using scanner::PdfStep;
  switch (step) {
    case PdfStep::Unchanged: return "unchanged";
    case PdfStep::Quality60: return "quality_60";
    case PdfStep::Dpi200: return "dpi_200";
    case PdfStep::Grey200: return "grey_200";
    case PdfStep::Grey200Quality45: return "grey_200_quality_45";
  }
  return "";
}


scanner::ScanJob job_of(const Input& input) {
  scanner::ScanJob job;
  job.device = input.text("device").value_or("");
  const std::string source = input.text("source").value_or("auto");
  if (source == "feeder") job.source = scanner::Source::Feeder;
  if (source == "flatbed") job.source = scanner::Source::Flatbed;
  job.dpi = static_cast<int>(input.whole("dpi").value_or(300));
  job.most_pages = static_cast<int>(input.whole("pages").value_or(0));
  return job;
}

// The folder and the beginning of the files' names, or a complaint before anybody's paper is fed.
struct Target {
  fs::path folder;
  std::string kind;
  [[nodiscard]] fs::path file(int number) const { return folder / (kind + "_" + std::to_string(number) + ".pdf"); }
};

Result<Target> target_of(const Input& input) {
  Target target{input.text("out").value_or(""), input.text("kind").value_or("scan")};
  const auto usual = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-'; };
  if (target.kind.empty() || target.kind.size() > 40 || !std::all_of(target.kind.begin(), target.kind.end(), usual)) {
    return fail(bad_input("kind", "becomes a file's name: letters, digits, _ and -, at most 40"));
  }
  std::error_code error;
  if (!fs::is_directory(target.folder, error)) return fail(bad_input("out", target.folder.string() + " is no folder"));
  if (fs::exists(target.file(1), error)) return fail(bad_input("out", target.file(1).string() + " is there already"));
  return target;
}

Node page_node(const scanner::ScannedPage& page, int number) {
  Node node;
  node.set("page", Node{number});
  node.set("width", Node{page.width});
  node.set("height", Node{page.height});
  node.set("dpi", Node{page.dpi});
  node.set("colour", flag_node(page.colour));
  node.set("straightened", Node{Node::Value{page.straightened_degrees}});
  Node findings{Node::Value{Array{}}};
  for (const scanner::Finding& finding : page.findings) {
    Node each;
    each.set("code", text_node(word_of(finding.code)));
    each.set("measured", Node{Node::Value{finding.measured}});
    each.set("limit", Node{Node::Value{finding.limit}});
    findings.push(std::move(each));
  }
  node.set("findings", std::move(findings));
  return node;
}

Result<Answer> scan(const Input& input, Context& context) {
  const auto target = target_of(input);
  if (!target) return fail(target.error());
  const scanner::ScanJob job = job_of(input);
  const auto scanner = scanner::make_sane_scanner({.helper = helper_program("desk-scan-helper")}, context.clock());
  const scanner::PageWork work({.helper = helper_program("desk-page-helper")}, context.clock());

  std::optional<Result<scanner::ScannedDocument>> scanned;
  {
    LongWork waiting([&context](const std::string& state) { context.note(state); }, "waiting for the scanner");
    scanned.emplace(scanner::scan_to_pdf(*scanner, work, job, {}, [&waiting](const scanner::Progress& progress) {
      waiting.now("page " + std::to_string(progress.page) + (progress.percent < 0 ? "" : ", " + std::to_string(progress.percent) + " %"));
    }));
  }
  if (!*scanned) return fail(scanned->error());
  const scanner::ScannedDocument& document = **scanned;

  Node pages{Node::Value{Array{}}};
  int number = 0;
  for (const scanner::ScannedPage& page : document.pages) pages.push(page_node(page, ++number));
  Node files{Node::Value{Array{}}};
  number = 0;
  for (const scanner::PdfFile& file : document.bundle.files) {
    const std::string path = target->file(++number).string();
    if (auto done = write_output(file.bytes, path); !done) return fail(done.error());
    Node each;
    each.set("file", text_node(path));
    each.set("bytes", whole_node(static_cast<std::int64_t>(file.bytes.size())));
    each.set("pages", Node{file.pages});
    files.push(std::move(each));
  }
  Node answer;
  answer.set("pages", std::move(pages));
  answer.set("files", std::move(files));
  answer.set("made_smaller", text_node(document.bundle.steps.empty() ? "" : word_of(document.bundle.steps.front())));
  return Answer{std::move(answer)};
}

std::string print_scan(const Node& answer) {
  std::string out;
  for (const Node& page : *answer.find("pages")->array()) {
    out += "page " + std::to_string(*page.find("page")->integer()) + ": " + std::to_string(*page.find("width")->integer()) + " x " +
           std::to_string(*page.find("height")->integer()) + " at " + std::to_string(*page.find("dpi")->integer()) + " dpi" +
           (*page.find("colour")->boolean() ? ", colour" : ", grey");
    for (const Node& finding : *page.find("findings")->array()) {
      out += "; " + *finding.find("code")->string() + " " + dump_json(*finding.find("measured")) + " (limit " +
             dump_json(*finding.find("limit")) + ")";
    }
    out += "\n";
  }
  for (const Node& file : *answer.find("files")->array()) {
    out += *file.find("file")->string() + ": " + std::to_string(*file.find("pages")->integer()) + " pages, " +
           std::to_string(*file.find("bytes")->integer()) + " bytes\n";
  }
  if (const std::string& step = *answer.find("made_smaller")->string(); step != "unchanged") out += "made smaller to fit: " + step + "\n";
  return out;
}

}  // namespace

void add_scan_verbs(Registry& registry) {
  Verb verb{.group = "scan", .name = "", .about = "scans one paper into PDFs that the portal accepts, and judges its pages"};
  verb.keys = [](Context&) {
    return std::vector<Key>{
        {.name = "device", .fallback = "the first one found", .about = "SANE's name"},
        {.name = "source", .type = Type::Choice, .fallback = "auto", .choices = {"auto", "feeder", "flatbed"}},
        {.name = "pages", .type = Type::Whole, .unit = "pages", .fallback = "until the feeder is empty", .low = 1, .high = 500},
        {.name = "dpi", .type = Type::Whole, .unit = "dpi", .fallback = "300", .about = "the portal's papers are never under 200", .low = 200, .high = 600},
        {.name = "kind", .fallback = "scan", .about = "the pack's word for the paper (registry_full): KIND_1.pdf, KIND_2.pdf"},
        {.name = "out", .required = true, .about = "a folder that exists; nothing in it is overwritten"}};
  };
  verb.answers = {"pages[page width height dpi colour straightened findings[code measured limit]]", "files[file bytes pages]", "made_smaller"};
  verb.run = scan;
  verb.print = print_scan;
  registry.push_back(std::move(verb));
}

}  // namespace desk::ctl
