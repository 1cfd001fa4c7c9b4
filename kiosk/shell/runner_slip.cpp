// The runner's orders for what leaves the desk: the sealed bundle for the phone, the slip, the one-time grant.
#include "data/catalog/staleness.h"
#include "kiosk/shell/bundle_parcel.h"
#include "kiosk/shell/handout.h"
#include "kiosk/shell/log.h"
#include "kiosk/shell/runner.h"
#include "kiosk/shell/slip_picture.h"
#include "printer/layout.h"

namespace desk::shell {

std::string Runner::official_address() const {
  const catalog::Contact* site = pack().contact("site", today().date);
  return site != nullptr ? site->value : std::string();
}

HandoutFacts Runner::handout_facts(const text::Words& words) {
  const flow::Assessment& assessed = assessment();
  const bool stale = !catalog::staleness(pack(), today().date).empty();
  return {rooms_.config, pack(), words, model_, assessed, today(), rooms_.clock.wall(), official_address(), stale, rooms_.training};
}

void Runner::store_bundle(Id id) {
  if (rooms_.page == nullptr || !model_.answers.token || !model_.application) {
    inbox_.push(flow::BundleNotStored{id, StaffCode::PageUnreachable});
    return;
  }
  const text::Words words(rooms_.texts, model_.settings.language);
  const HandoutFacts facts = handout_facts(words);
  auto page = std::make_shared<auth::PageModel>(page_model(facts));
  const LinkToken token = *model_.answers.token;
  const std::string address = slip_address(rooms_.config, token);
  record_worker_.post([this, id, page, token, address, application = *model_.application] {
    (void)rooms_.store.audit(AuditEvent::HandOffStarted, application, {});
    const auto failed = [&](const Failure& failure) {
      log_failure("hand-off", failure);
      (void)rooms_.store.audit(AuditEvent::HandOffCompleted, application, {{"outcome", to_string(failure.code)}});
      inbox_.push(flow::BundleNotStored{id, failure.code});
    };
    // Until when the desk itself keeps the record, and not a day longer or shorter: the store knows (a moved --today does not move it).
    const auto record = rooms_.store.application(application);
    if (!record) return failed(record.error());
    page->scans_until = record->scans_until;
    page->answers_until = record->answers_until;
    const WallTime expires = from_jst({plus_days(record->answers_until, 1), 0});
    const auto files = rooms_.store.files(application);
    if (!files) return failed(files.error());
    std::vector<Secret> contents;
    std::vector<auth::PageFile> borrowed;
    for (const store::File& file : *files) {
      auto bytes = rooms_.store.file_bytes(file.id);
      if (!bytes) return failed(bytes.error());
      contents.push_back(std::move(*bytes));
    }
    for (std::size_t i = 0; i < contents.size(); ++i) {
      const std::string_view bytes = contents[i].reveal();
      scanner::Bytes pdf(bytes.begin(), bytes.end());
      const auto pages = rooms_.page_work.count_pages(pdf);
      wipe(pdf);
      borrowed.push_back({(*files)[i].name, pages ? *pages : 0, bytes});
    }
    const auto bundle = auth::make_bundle(std::move(*page), borrowed, token, expires, rooms_.number_key);
    if (!bundle) return failed(bundle.error());
    const auto put = rooms_.page->put_bundle(*bundle);
    if (!put) {
      // The network may be away: the sealed parcel waits, and the slip says so (design 4.8).
      if (put.error().code == StaffCode::PageUnreachable) {
        if (auto queued = rooms_.store.queue(store::OutboxKind::HandOff, application, pack_parcel(*bundle)); !queued) {
          log_failure("outbox", queued.error());
        }
      }
      return failed(put.error());
    }
    (void)rooms_.store.audit(AuditEvent::HandOffCompleted, application, {{"outcome", "stored"}, {"files", static_cast<int>(borrowed.size())}});
    inbox_.push(flow::BundleStored{id, address});
  });
}

void Runner::print_slip(Id id, flow::SlipKind slip) {
  const text::Words words(rooms_.texts, model_.settings.language);
  auto receipt = std::make_shared<printer::ReceiptModel>(slip_model(handout_facts(words), slip));
  record_worker_.post([this, id, receipt, language = model_.settings.language, application = model_.application] {
    (void)rooms_.store.audit(AuditEvent::ReceiptPrintStarted, application, {});
    const auto failed = [&](const Failure& failure) {
      log_failure("slip", failure);
      (void)rooms_.store.audit(AuditEvent::ReceiptPrintCompleted, application, {{"outcome", to_string(failure.code)}});
      inbox_.push(flow::SlipFailed{id, failure.code});
    };
    if (!slip_typesetter_) return failed({StaffCode::FontMissing, "slip", "no typesetter"});
    if (application) {
      if (const auto record = rooms_.store.application(*application)) {
        receipt->scans_until = record->scans_until;
        receipt->answers_until = record->answers_until;
      }
    }
    PaperProfile paper;
    paper.dots = rooms_.config.printer.dots;
    auto drawn = printer::render_receipt(*receipt, text::Words(rooms_.texts, language), *slip_typesetter_, paper);
    if (!drawn) return failed(drawn.error());
    inbox_.push(flow::SlipDrawn{id, images_.put(drawn->width, drawn->height, rgba_of(*drawn)), drawn->width, drawn->height});
    inbox_.push(flow::SlipQueued{id});
    rooms_.printer.print(std::move(*drawn), [this, id, application](const printer::JobState& state) {
      // On the printer's thread: the outcome goes to the record and to the screen.
      if (printer::is_final(state.phase)) {
        const std::string outcome = state.phase == printer::JobPhase::Printed ? "printed" : state.failure ? to_string(state.failure->code) : "unknown";
        if (state.failure) log_failure("printer", *state.failure);
        record_worker_.post([this, application, outcome] {
          (void)rooms_.store.audit(AuditEvent::ReceiptPrintCompleted, application, {{"outcome", outcome}});
        });
      }
      switch (state.phase) {
        case printer::JobPhase::Queued: inbox_.push(flow::SlipQueued{id}); break;
        case printer::JobPhase::Printing: inbox_.push(flow::SlipPrinting{id}); break;
        case printer::JobPhase::Printed: inbox_.push(flow::SlipPrinted{id}); break;
        case printer::JobPhase::Unknown: inbox_.push(flow::SlipUnknown{id}); break;
        case printer::JobPhase::Failed:
          inbox_.push(flow::SlipFailed{id, state.failure ? state.failure->code : StaffCode::PrintUnknown});
          break;
      }
    });
  });
}

void Runner::make_grant(Id id) {
  if (rooms_.page == nullptr || !model_.answers.token) return;
  record_worker_.post([this, id, token = *model_.answers.token] {
    const auto grant = rooms_.page->make_grant(token);
    if (!grant) {
      log_failure("grant", grant.error());  // the slip's QR still opens the list; the files wait for a code
      return;
    }
    const WallTime until{rooms_.clock.wall().seconds + grant->life.count()};
    inbox_.push(flow::GrantMade{id, rooms_.config.page.base_url + grant->path, until});
  });
}

}  // namespace desk::shell
