// The runner's orders to the store: opening, saving, resuming and ending a record, and the desk's chores. The store is used on the record
// worker only, so orders are carried out in the order in which they were given: a page is stored before the paper that it belongs to is
// made, answers are saved before the bundle that quotes them.
#include "kiosk/shell/bundle_parcel.h"
#include "kiosk/shell/log.h"
#include "kiosk/shell/runner.h"

namespace desk::shell {
namespace {

constexpr std::string_view kModeApply = "apply";

store::PhoneProof stored(flow::PhoneProof proof) {
  switch (proof) {
    case flow::PhoneProof::Sms: return store::PhoneProof::Sms;
    case flow::PhoneProof::Staff: return store::PhoneProof::Staff;
    case flow::PhoneProof::None:
    case flow::PhoneProof::Later: return store::PhoneProof::None;
  }
  return store::PhoneProof::None;
}

// What a save writes, taken from the model while the loop's thread has it.
struct Snapshot {
  ApplicationId application;
  Secret answers;
  PhoneNumber phone;
  store::PhoneProof proof;
  std::optional<Date> deadline;
};

Done write(store::Store& store, const Snapshot& snapshot) {
  if (auto done = store.save_answers(snapshot.application, snapshot.answers); !done) return done;
  if (snapshot.phone.empty() && snapshot.proof == store::PhoneProof::Staff) {
    // Two of the staff vouch for somebody without a mobile: there is no number, but there is a proof, dated when it was given.
    const auto record = store.application(snapshot.application);
    if (!record) return fail(record.error());
    if (record->phone_proof != snapshot.proof) {
      if (auto done = store.set_phone_proof(snapshot.application, snapshot.proof); !done) return done;
    }
  }
  if (!snapshot.phone.empty()) {
    const auto kept = store.phone(snapshot.application);
    if (!kept) return fail(kept.error());
    if (!(*kept == snapshot.phone)) {
      if (auto done = store.set_phone(snapshot.application, snapshot.phone); !done) return done;
    }
    if (auto done = store.set_phone_proof(snapshot.application, snapshot.proof); !done) return done;
  }
  return store.set_target_deadline(snapshot.application, snapshot.deadline);
}

}  // namespace

void Runner::open_record(Id id) {
  record_worker_.post([this, id, year = pack().year] {
    const auto record = rooms_.store.create({year, std::string(kModeApply), rooms_.training});
    if (!record) {
      log_failure("open record", record.error());
      inbox_.push(flow::StoreFailed{id, record.error().code});
      return;
    }
    const LinkToken token = crypto::new_link_token();
    const WallTime expires = from_jst({plus_days(record->answers_until, 1), 0});
    if (auto linked = rooms_.store.add_link(record->id, token, expires); !linked) {
      log_failure("link record", linked.error());
      inbox_.push(flow::StoreFailed{id, linked.error().code});
      return;
    }
    (void)rooms_.store.audit(AuditEvent::VisitStarted, record->id, {});
    (void)rooms_.store.audit(AuditEvent::ConsentGiven, record->id, {});
    inbox_.push(flow::RecordOpened{id, record->id, record->reception, token});
  });
}

void Runner::discard_record(const ApplicationId& application) {
  record_worker_.post([this, application] {
    if (auto done = rooms_.store.erase(application, store::EraseReason::NotResumed); !done) log_failure("discard record", done.error());
  });
}

void Runner::save_answers() {
  if (!model_.application) return;
  auto snapshot = std::make_shared<Snapshot>();
  snapshot->application = *model_.application;
  snapshot->answers = flow::to_json(model_.answers);
  snapshot->phone = model_.answers.phone.number.clone();
  snapshot->proof = stored(model_.answers.phone.proof);
  const Date real_today = to_jst(rooms_.clock.wall()).date;
  if (const auto* target = assessment().target; target != nullptr && days(target->deadline.date) >= days(real_today)) {
    snapshot->deadline = target->deadline.date;  // a deadline that only --today makes open does not shorten what is kept
  }
  record_worker_.post([this, snapshot] {
    if (auto done = write(rooms_.store, *snapshot)) {
      inbox_.push(flow::RecordSaved{});
    } else {
      log_failure("save", done.error());
      inbox_.push(flow::StoreFailed{0, done.error().code});
    }
  });
}

void Runner::find_same_number(Id id) {
  record_worker_.post([this, id, application = model_.application] {
    previous_.reset();
    if (application) {
      const auto others = rooms_.store.others_with_same_phone(*application);
      if (!others) log_failure("same number", others.error());
      else if (!others->empty()) previous_ = others->front().id;
    }
    if (previous_) inbox_.push(flow::SameNumberFound{id});
    else inbox_.push(flow::NoSameNumber{id});
  });
}

void Runner::open_previous(Id id) {
  record_worker_.post([this, id, fresh = model_.application] {
    if (!previous_) {
      inbox_.push(flow::ResumeNotFound{id});
      return;
    }
    // The number was proved a moment ago, so its earlier record may be opened; the empty new one goes.
    if (fresh) (void)rooms_.store.erase(*fresh, store::EraseReason::Applicant);
    answer_resume(id, *previous_, AuditEvent::ResumedByCode);
    previous_.reset();
  });
}

void Runner::erase_previous() {
  record_worker_.post([this] {
    if (previous_) {
      if (auto done = rooms_.store.erase(*previous_, store::EraseReason::Applicant); !done) log_failure("erase", done.error());
    }
    previous_.reset();
  });
}

void Runner::answer_resume(Id id, const ApplicationId& application, AuditEvent how, const std::vector<AuditDetail>& details) {
  const auto refuse = [&](const Failure& failure) {
    log_failure("resume", failure);
    (void)rooms_.store.audit(AuditEvent::ResumeRefused, application, {{"code", to_string(failure.code)}});
    inbox_.push(flow::ResumeNotFound{id});
  };
  const auto record = rooms_.store.resume(application);
  if (!record) return refuse(record.error());
  const auto json = rooms_.store.answers(application);
  if (!json) return refuse(json.error());
  flow::ResumeFound found{id, record->id, record->reception, {}, {}, {}};
  if (!json->empty()) {
    auto answers = flow::answers_from_json(json->reveal());
    if (!answers) return refuse(answers.error());
    found.answers = std::move(*answers);
  } else {
    found.answers.programme_year = record->programme_year;
    found.answers.consented = true;  // a record exists from consent on
  }
  // Pages that were scanned but not yet made into a file: the power went, or the person left in the middle.
  const auto pages = rooms_.store.pages(application);
  if (!pages) return refuse(pages.error());
  for (const store::Page& page : *pages) {
    const auto paper = found.answers.papers.find(page.kind);
    const bool finished = paper != found.answers.papers.end() && paper->second.state == flow::PaperState::Scanned;
    if (finished || page.missing || (!found.open_paper.empty() && found.open_paper != page.kind)) continue;
    if (auto view = view_of_stored(page)) {
      found.open_paper = page.kind;
      found.open_pages.push_back(std::move(*view));
    }
  }
  (void)rooms_.store.audit(how, application, details);
  inbox_.push(std::move(found));
}

void Runner::look_up_token(Id id, LinkToken token) {
  record_worker_.post([this, id, token = std::move(token)] {
    const auto record = rooms_.store.by_link(token);
    if (record) answer_resume(id, record->id, AuditEvent::ResumedByQr);
    else inbox_.push(flow::ResumeNotFound{id});
  });
}

void Runner::look_up_number(Id id, ReceptionNumber number, bool staff_vouches) {
  record_worker_.post([this, id, number = std::move(number), staff_vouches, language = model_.settings.language, name = model_.staff.name] {
    const auto record = rooms_.store.by_reception(number);
    // Unknown, expired, never proved: one answer, so that numbers cannot be tried out at the counter.
    if (!record || !record->resumable || (!staff_vouches && record->phone_proof != store::PhoneProof::Sms)) {
      inbox_.push(flow::ResumeRefused{id, flow::ResumeNote::NotFound, std::nullopt});
      return;
    }
    if (staff_vouches) {
      answer_resume(id, record->id, AuditEvent::ResumedByStaff, {{"by", name}});
      return;
    }
    auto phone = rooms_.store.phone(record->id);
    if (!phone) {
      inbox_.push(flow::ResumeRefused{id, flow::ResumeNote::NotFound, std::nullopt});
      return;
    }
    resume_target_ = record->id;
    send_resume_code(id, std::move(*phone), language);
  });
}

void Runner::end_session(flow::Ending ending) {
  scan_.reset();
  images_.clear();
  wipe(demonstration_message_);
  end_conversion();
  if (on_end) on_end();
  record_worker_.post([this, ending, application = ended_application_] {
    previous_.reset();
    resume_target_.reset();
    if (!application) return;
    switch (ending) {
      case flow::Ending::Finished:
        (void)rooms_.store.finish(*application);
        (void)rooms_.store.audit(AuditEvent::VisitFinished, application, {});
        break;
      case flow::Ending::Parked:
        (void)rooms_.store.park(*application);
        (void)rooms_.store.audit(AuditEvent::VisitParked, application, {});
        break;
      case flow::Ending::Abandoned:
      case flow::Ending::Cancelled:
        (void)rooms_.store.leave(*application);
        (void)rooms_.store.audit(AuditEvent::VisitInterrupted, application, {});
        break;
    }
  });
}

Result<int> Runner::send_due(int at_most) {
  const auto due = rooms_.store.due(at_most);
  if (!due) return fail(due.error());
  int sent = 0;
  for (const store::OutboxItem& item : *due) {
    if (deliver(item, *rooms_.page)) {
      (void)rooms_.store.delivered(item.id);
      ++sent;
      continue;
    }
    // Half a minute, doubling to half an hour: a booth's network comes back when it comes back.
    const std::int64_t wait = std::min<std::int64_t>(30LL << std::min(item.attempts, 6), 1800);
    (void)rooms_.store.postpone(item.id, {rooms_.clock.wall().seconds + wait});
  }
  return sent;
}

// Retention, bundles that could not be handed over yet, and 消去する pressed on a phone.
void Runner::chores() {
  record_worker_.post([this] {
    if (auto purged = rooms_.store.purge(); !purged) log_failure("purge", purged.error());
    if (rooms_.page == nullptr) return;
    if (auto sent = send_due(8); !sent) return log_failure("outbox", sent.error());
    const auto requests = rooms_.page->erase_requests();
    if (!requests) return;  // the page role is away; asked again in a moment
    for (const auth::EraseRequest& request : *requests) {
      const auto applications = rooms_.store.applications();
      if (!applications) break;
      bool done = true;
      for (const store::Application& application : *applications) {
        for (const store::Link& link : application.links) {
          if (link.token_hash != request.token_hash) continue;
          (void)rooms_.store.audit(AuditEvent::EraseRequestedOnPhone, application.id, {});
          const Done erased = rooms_.store.erase(application.id, store::EraseReason::PhonePage);
          if (!erased) {
            log_failure("erase from phone", erased.error());
            done = false;
          }
        }
      }
      if (done) (void)rooms_.page->acknowledge(request.id);
    }
  });
}

}  // namespace desk::shell
