// The runner's order for the partners' papers: the pages of all of them, in the portal's order, as few files as its limit allows
// (factbook 5.4). Made anew each time, because a partner or a page may have changed; files of an earlier time go.
#include <algorithm>

#include "kiosk/flow/bundles.h"
#include "kiosk/flow/paper_needs.h"
#include "kiosk/shell/log.h"
#include "kiosk/shell/runner.h"
#include "kiosk/shell/stored_pages.h"

namespace desk::shell {
namespace {

// What the record worker needs of the visit, taken while the loop's thread has it.
struct BundleWork {
  ApplicationId application;
  std::vector<flow::BundleOrder> orders;
  std::vector<std::string> names;    // by file, more than there can be files
  std::vector<std::string> claimed;  // files of the applicant's own papers
  scanner::PdfRules rules;
};

// A paper that alone is above the limit goes on in a second file, so there may be a few more files than orders.
constexpr std::size_t kSpareNames = 100;

Result<flow::Bundle> keep_bundle(store::Store& store, const BundleWork& work, const std::string& name, const scanner::PdfFile& file,
                                 const std::vector<std::string>& papers) {
  const auto kept = store.put_file(work.application, name, file.bytes);
  if (!kept) return fail(kept.error());
  const auto partner = [&](int document) { return flow::parse_paper_key(papers[static_cast<std::size_t>(document)]).partner; };
  return flow::Bundle{name, kept->bytes, file.pages, partner(file.first_document), partner(file.last_document)};
}

Result<std::vector<flow::Bundle>> make_bundles(store::Store& store, const scanner::PageWork& page_work, const BundleWork& work) {
  std::vector<flow::Bundle> made;
  for (const flow::BundleOrder& order : work.orders) {
    std::vector<std::vector<scanner::ScannedPage>> papers;
    std::vector<std::vector<const scanner::ScannedPage*>> documents;
    for (const std::string& key : order.papers) {
      auto pages = load_pages(store, work.application, key);
      if (!pages) return fail(pages.error());
      papers.push_back(std::move(*pages));
    }
    for (const auto& pages : papers) {
      documents.emplace_back();
      for (const scanner::ScannedPage& page : pages) documents.back().push_back(&page);
    }
    const auto bundle = page_work.make_pdfs(documents, work.rules);
    for (auto& pages : papers) {
      for (scanner::ScannedPage& page : pages) wipe(page.jpeg);
    }
    if (!bundle) return fail(bundle.error());
    for (const scanner::PdfFile& file : bundle->files) {
      if (made.size() == work.names.size()) return fail(Failure{StaffCode::PdfTooLarge, "bundles", "too many files"});
      auto kept = keep_bundle(store, work, work.names[made.size()], file, order.papers);
      if (!kept) return fail(kept.error());
      made.push_back(std::move(*kept));
    }
  }
  return made;
}

// What no paper and no new file claims was made from these papers before.
void remove_former_bundles(store::Store& store, const BundleWork& work, const std::vector<flow::Bundle>& made) {
  const auto present = store.files(work.application);
  if (!present) return log_failure("former bundles", present.error());
  for (const store::File& file : *present) {
    const bool own = std::find(work.claimed.begin(), work.claimed.end(), file.name) != work.claimed.end();
    const bool fresh = std::any_of(made.begin(), made.end(), [&](const flow::Bundle& bundle) { return bundle.name == file.name; });
    if (!own && !fresh) (void)store.remove_file(file.id);
  }
}

}  // namespace

void Runner::build_bundles(Id id) {
  if (!model_.application) return inbox_.push(flow::BundlesNotBuilt{id, StaffCode::RecordMissing});
  auto work = std::make_shared<BundleWork>();
  work->application = *model_.application;
  work->orders = flow::bundle_orders(model_.answers, pack());
  work->rules.most_bytes = static_cast<std::size_t>(pack().files.most_bytes);
  for (std::size_t n = 1; n <= work->orders.size() + kSpareNames; ++n) {
    work->names.push_back(flow::bundle_name(model_.answers, pack(), static_cast<int>(n)));
  }
  for (const auto& [key, paper] : model_.answers.papers) work->claimed.insert(work->claimed.end(), paper.files.begin(), paper.files.end());
  record_worker_.post([this, id, work] {
    (void)rooms_.store.audit(AuditEvent::FilesBuildStarted, work->application, {{"paper", "partners"}});
    auto made = make_bundles(rooms_.store, rooms_.page_work, *work);
    if (!made) {
      log_failure("bundles", made.error());
      inbox_.push(flow::BundlesNotBuilt{id, made.error().code});
      return;
    }
    remove_former_bundles(rooms_.store, *work, *made);
    (void)rooms_.store.audit(AuditEvent::FilesBuildCompleted, work->application, {{"paper", "partners"}, {"files", static_cast<int>(made->size())}});
    inbox_.push(flow::BundlesBuilt{id, std::move(*made)});
  });
}

}  // namespace desk::shell
