// The runner's orders to the scanner and to the pages. A page counts as scanned when the store has acknowledged it: what the screen shows
// survives a power cut.
#include <algorithm>
#include <variant>

#include "kiosk/flow/paper_needs.h"
#include "kiosk/shell/finding_words.h"
#include "kiosk/shell/log.h"
#include "kiosk/shell/runner.h"
#include "kiosk/shell/stored_pages.h"
#include "scanner/jpeg.h"

namespace desk::shell {
namespace {

scanner::Source source_from(const std::string& word) {
  if (word == "flatbed") return scanner::Source::Flatbed;
  if (word == "feeder") return scanner::Source::Feeder;
  return scanner::Source::FeederOrFlatbed;
}

store::NewPage new_page(const std::string& need, const scanner::ScannedPage& page, const std::string& findings) {
  return {need, page.width, page.height, page.dpi, page.jpeg, findings};
}

flow::PageView view_of(Images& images, int number, scanner::Preview preview, const std::vector<scanner::Finding>& findings) {
  flow::PageView view;
  view.number = number;
  view.width = preview.width;
  view.height = preview.height;
  view.thumbnail = images.put(preview.width, preview.height, std::move(preview.rgba));
  view.findings = words_of(findings);
  return view;
}

}  // namespace

void Runner::start_scan(Id id, const std::string& need, std::optional<int> replacing) {
  if (const auto* kind = flow::kind_for(need, model_.answers, pack()); kind != nullptr && on_paper_wanted) {
    const int kept = static_cast<int>(model_.scan.pages.size());
    const bool sole = flow::entity_for(need, model_.answers) == catalog::Entity::Sole;
    on_paper_wanted({kind->id, sole, replacing ? *replacing : kept + 1, replacing.has_value()});
  }
  const scanner::ScanJob order{rooms_.config.scanner.device, source_from(rooms_.config.scanner.source), rooms_.config.scanner.dpi,
                               replacing ? 1 : 0};
  const auto job = rooms_.scanner.start(order);
  if (!job) {
    log_failure("scan", job.error());
    inbox_.push(flow::ScanFaulted{id, job.error().code});
    return;
  }
  scan_ = ScanUnderWay{id, *job, need, replacing, /*for_qr=*/false, /*page_seen=*/false};
  record_worker_.post([this, application = model_.application, need] {
    (void)rooms_.store.audit(AuditEvent::ScanStarted, application, {{"paper", need}});
  });
}

void Runner::scan_for_qr(Id id) {
  const auto job = rooms_.scanner.start({rooms_.config.scanner.device, source_from(rooms_.config.scanner.source), rooms_.config.scanner.dpi, 1});
  if (!job) {
    log_failure("scan for QR", job.error());
    inbox_.push(flow::ScanFaulted{id, job.error().code});
    return;
  }
  scan_ = ScanUnderWay{id, *job, {}, std::nullopt, /*for_qr=*/true, /*page_seen=*/false};
}

void Runner::stop_scan() {
  if (scan_) rooms_.scanner.cancel(scan_->job);
  scan_.reset();
}

void Runner::on_scan_event(scanner::ScanEvent event) {
  const auto mine = [&](scanner::JobId job) { return scan_ && scan_->job == job; };
  if (on_device_watch(event)) return;
  if (const auto* progress = std::get_if<scanner::Progress>(&event)) {
    if (mine(progress->job)) dispatch(flow::ScanProgressed{scan_->id, progress->page, std::max(progress->percent, 0)});
  } else if (auto* page = std::get_if<scanner::PageReady>(&event)) {
    if (!mine(page->job)) return;
    scan_->page_seen = true;
    if (scan_->for_test) look_at_sheet(scan_->id, std::move(page->page));
    else if (scan_->for_qr) read_qr(scan_->id, std::move(page->page));
    else store_page(scan_->id, std::move(page->page), page->number);
  } else if (const auto* ended = std::get_if<scanner::Ended>(&event)) {
    if (!mine(ended->job)) return;
    // Behind the pages' own tasks on the record worker: the end is told when the last page is safe.
    if (scan_->for_test) {
      if (!scan_->page_seen) inbox_.push(flow::TestTold{scan_->id, {flow::TestOutcome::Care, StaffCode::ScannerEmpty, "scanner_failed", {}}, {}});
    } else if (!scan_->for_qr) {
      record_worker_.post([this, id = scan_->id, application = model_.application, pages = ended->pages] {
        (void)rooms_.store.audit(AuditEvent::ScanCompleted, application, {{"pages", pages}});
        inbox_.push(flow::ScanEnded{id});
      });
    } else if (!scan_->page_seen) {
      inbox_.push(flow::QrNotFound{scan_->id});
    }
    scan_.reset();
  } else if (const auto* fault = std::get_if<scanner::Faulted>(&event)) {
    if (!mine(fault->job)) return;
    log_failure("scanner", fault->failure);
    if (scan_->for_test) {
      const StaffCode code = fault->failure.code;
      // A feeder without paper has not failed: the sheet is asked for again.
      const auto outcome = code == StaffCode::ScannerEmpty ? flow::TestOutcome::Care : flow::TestOutcome::Bad;
      inbox_.push(flow::TestTold{scan_->id, {outcome, code, "scanner_failed", {}}, {}});
      scan_.reset();
      return;
    }
    record_worker_.post([this, id = scan_->id, application = model_.application, code = fault->failure.code] {
      (void)rooms_.store.audit(AuditEvent::DeviceFailed, application, {{"device", "scanner"}, {"code", to_string(code)}});
      inbox_.push(flow::ScanFaulted{id, code});
    });
    scan_.reset();
  } else if (const auto* cancelled = std::get_if<scanner::Cancelled>(&event)) {
    if (mine(cancelled->job)) scan_.reset();
  }
}

void Runner::store_page(Id id, scanner::ScannedPage page, int number_in_job) {
  auto shared = std::make_shared<scanner::ScannedPage>(std::move(page));
  record_worker_.post([this, id, shared, number_in_job, application = model_.application, need = scan_->need, replacing = scan_->replacing] {
    if (!application) return;
    const std::string findings = findings_to_json(shared->findings);
    const store::NewPage fresh = new_page(need, *shared, findings);
    const auto report_failure = [&](const Failure& failure) {
      log_failure("store page", failure);
      inbox_.push(flow::StoreFailed{id, failure.code});
    };
    int number = 0;
    bool replaced = false;
    if (replacing) {
      const auto pages = pages_of(rooms_.store, *application, need);
      if (!pages) return report_failure(pages.error());
      const auto index = static_cast<std::size_t>(*replacing - 1 + (number_in_job - 1));
      if (index < pages->size()) {
        const auto kept = rooms_.store.replace_page((*pages)[index].id, fresh);
        if (!kept) return report_failure(kept.error());
        number = kept->index + 1;
        replaced = true;
      }
    }
    if (!replaced) {
      const auto kept = rooms_.store.add_page(*application, fresh);
      if (!kept) return report_failure(kept.error());
      number = kept->index + 1;
    }
    (void)rooms_.store.audit(replaced ? AuditEvent::PageReplaced : AuditEvent::PageScanned, application, {{"paper", need}, {"page", number}});
    inbox_.push(flow::PageScanned{id, view_of(images_, number, std::move(shared->preview), shared->findings)});
    wipe(shared->jpeg);
  });
}

void Runner::read_qr(Id id, scanner::ScannedPage page) {
  auto shared = std::make_shared<scanner::ScannedPage>(std::move(page));
  record_worker_.post([this, id, shared] {
    auto found = rooms_.page_work.read_qr(*shared);
    wipe(shared->jpeg);
    if (!found) {
      log_failure("read QR", found.error());
      inbox_.push(flow::ScanFaulted{id, found.error().code});
      return;
    }
    // A slip has one code; on a page with several the one that is ours counts.
    for (const std::string& text : *found) {
      if (token_in_address(text)) return inbox_.push(flow::QrFound{id, text});
    }
    inbox_.push(flow::QrNotFound{id});
  });
}

std::optional<flow::PageView> Runner::view_of_stored(const store::Page& page) {
  auto loaded = load_page(rooms_.store, page);
  if (!loaded) {
    log_failure("load page", loaded.error());
    return std::nullopt;
  }
  // Judged again in the helper: its preview is what the screen needs, its findings are measured the same way.
  auto judged = rooms_.page_work.judge_image(loaded->jpeg, page.dpi);
  wipe(loaded->jpeg);
  if (!judged) {
    log_failure("judge page", judged.error());
    return std::nullopt;
  }
  return view_of(images_, page.index + 1, std::move(judged->preview), loaded->findings);
}

void Runner::drop_pages() {
  record_worker_.post([this, application = model_.application, need = model_.scan.need] {
    if (!application) return;
    const auto pages = pages_of(rooms_.store, *application, need);
    if (!pages) return log_failure("drop pages", pages.error());
    for (auto page = pages->rbegin(); page != pages->rend(); ++page) {
      if (auto done = rooms_.store.remove_page(page->id); !done) log_failure("drop page", done.error());
      else (void)rooms_.store.audit(AuditEvent::PageRemoved, application, {{"paper", need}});
    }
  });
}

void Runner::mask_page(Id id, int number, std::vector<flow::MaskBox> boxes) {
  record_worker_.post([this, id, number, boxes = std::move(boxes), application = model_.application, need = model_.scan.need] {
    const auto failed = [&](const Failure& failure) {
      log_failure("mask", failure);
      inbox_.push(flow::PaperNotSaved{id, failure.code});
    };
    if (!application) return;
    const auto pages = pages_of(rooms_.store, *application, need);
    if (!pages) return failed(pages.error());
    const auto index = static_cast<std::size_t>(number - 1);
    if (index >= pages->size()) return failed({StaffCode::RecordMissing, "page", "no page of that number"});
    auto page = load_page(rooms_.store, (*pages)[index]);
    if (!page) return failed(page.error());
    std::vector<scanner::PageRect> rects;
    for (const flow::MaskBox& box : boxes) rects.push_back({box.left, box.top, box.right, box.bottom});
    auto masked = rooms_.page_work.change(*page, rects, /*quarter_turns=*/0);
    wipe(page->jpeg);
    if (!masked) return failed(masked.error());
    const std::string findings = findings_to_json(masked->findings);
    const auto kept = rooms_.store.replace_page((*pages)[index].id, new_page(need, *masked, findings));
    if (!kept) return failed(kept.error());
    (void)rooms_.store.audit(AuditEvent::PageReplaced, application, {{"paper", need}, {"page", number}, {"why", "masked"}});
    inbox_.push(flow::PageMasked{id, view_of(images_, number, std::move(masked->preview), masked->findings)});
    wipe(masked->jpeg);
  });
}

void Runner::save_paper(Id id, const std::string& need) {
  // The file's name: its place in the order of the portal, then the paper's own name, as the official list calls it.
  const auto required = flow::required_papers(model_.answers, pack());
  const auto place = std::find(required.begin(), required.end(), need);
  const catalog::DocumentKind* kind = flow::kind_for(need, model_.answers, pack());
  const auto order = std::to_string(place - required.begin() + 1);
  const std::string stem = (order.size() < 2 ? "0" : "") + order + "_" + (kind != nullptr ? kind->name.ja : need);
  const auto former = model_.answers.papers.find(need);
  const std::vector<std::string> replaced = former != model_.answers.papers.end() ? former->second.files : std::vector<std::string>();

  // A partner's paper is measured here and becomes a file with the others when all are there (runner_bundles.cpp).
  const bool partners = flow::parse_paper_key(need).partner > 0;

  record_worker_.post([this, id, need, stem, replaced, partners, application = model_.application] {
    const auto failed = [&](const Failure& failure) {
      log_failure("save paper", failure);
      inbox_.push(flow::PaperNotSaved{id, failure.code});
    };
    if (!application) return;
    (void)rooms_.store.audit(AuditEvent::FilesBuildStarted, application, {{"paper", need}});
    auto loaded = load_pages(rooms_.store, *application, need);
    if (!loaded) return failed(loaded.error());
    std::vector<scanner::ScannedPage>& pages = *loaded;
    std::vector<const scanner::ScannedPage*> document;
    for (const scanner::ScannedPage& page : pages) document.push_back(&page);
    auto bundle = rooms_.page_work.make_pdfs({document});
    for (scanner::ScannedPage& page : pages) wipe(page.jpeg);
    if (!bundle) return failed(bundle.error());
    flow::PaperSaved saved{id, {}, 0};
    for (const scanner::PdfFile& file : bundle->files) {
      if (partners) saved.bytes += static_cast<std::int64_t>(file.bytes.size());
    }
    for (std::size_t i = 0; i < bundle->files.size() && !partners; ++i) {
      const std::string name = bundle->files.size() == 1 ? stem + ".pdf" : stem + "_" + std::to_string(i + 1) + ".pdf";
      const auto kept = rooms_.store.put_file(*application, name, bundle->files[i].bytes);
      if (!kept) return failed(kept.error());
      saved.files.push_back(name);
      saved.bytes += kept->bytes;
    }
    // Files of an earlier scan of this paper that the new ones did not take the place of.
    if (const auto present = rooms_.store.files(*application)) {
      for (const store::File& file : *present) {
        const bool former_one = std::find(replaced.begin(), replaced.end(), file.name) != replaced.end();
        const bool kept_one = std::find(saved.files.begin(), saved.files.end(), file.name) != saved.files.end();
        if (former_one && !kept_one) (void)rooms_.store.remove_file(file.id);
      }
    }
    (void)rooms_.store.audit(AuditEvent::FilesBuildCompleted, application,
                             {{"paper", need}, {"pages", static_cast<int>(pages.size())}, {"files", static_cast<int>(saved.files.size())}});
    inbox_.push(std::move(saved));
  });
}

}  // namespace desk::shell
