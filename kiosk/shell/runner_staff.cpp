// The runner's orders for staff: lists of what is kept and what waits, one application with its history, export and deletion, and who did
// what for the audit trail. All on the record worker, where the store is.
#include <algorithm>

#include "data/store/export_folder.h"
#include "kiosk/shell/bundle_parcel.h"
#include "kiosk/shell/checklist.h"
#include "kiosk/shell/help_calls.h"
#include "kiosk/shell/log.h"
#include "kiosk/shell/runner.h"

namespace desk::shell {
namespace {

constexpr int kTrailChunk = 500;
constexpr std::size_t kMostTrailLines = 300;

flow::KeptState kept(store::VisitState state) {
  switch (state) {
    case store::VisitState::InProgress: return flow::KeptState::InProgress;
    case store::VisitState::Interrupted: return flow::KeptState::Interrupted;
    case store::VisitState::Parked: return flow::KeptState::Parked;
    case store::VisitState::Finished: return flow::KeptState::Finished;
  }
  return flow::KeptState::Finished;
}

flow::KeptProof kept(store::PhoneProof proof) {
  switch (proof) {
    case store::PhoneProof::None: return flow::KeptProof::None;
    case store::PhoneProof::Sms: return flow::KeptProof::Sms;
    case store::PhoneProof::Staff: return flow::KeptProof::Staff;
  }
  return flow::KeptProof::None;
}

flow::ParcelKind kept(store::OutboxKind kind) {
  switch (kind) {
    case store::OutboxKind::HandOff: return flow::ParcelKind::HandOff;
    case store::OutboxKind::EraseDone: return flow::ParcelKind::EraseDone;
    case store::OutboxKind::Withdraw: return flow::ParcelKind::Withdraw;
  }
  return flow::ParcelKind::HandOff;
}

flow::KeptApplication line_of(const store::Application& from) {
  flow::KeptApplication line;
  line.application = from.id;
  line.reception = from.reception;
  line.created = from.created;
  line.updated = from.updated;
  line.state = kept(from.state);
  line.proof = kept(from.phone_proof);
  line.deadline = from.target_deadline;
  line.answers_until = from.answers_until;
  line.pages = from.pages;
  line.files = from.files;
  line.resumable = from.resumable;
  line.training = from.training;
  return line;
}

Result<flow::Answers> answers_of(store::Store& store, const store::Application& record) {
  const auto json = store.answers(record.id);
  if (!json) return fail(json.error());
  if (!json->empty()) return flow::answers_from_json(json->reveal());
  flow::Answers none;
  none.programme_year = record.programme_year;
  none.consented = true;  // a record exists from consent on
  return none;
}

Result<std::vector<flow::Parcel>> parcels_of(store::Store& store) {
  const auto waiting = store.waiting();
  if (!waiting) return fail(waiting.error());
  std::vector<flow::Parcel> parcels;
  for (const store::OutboxItem& item : *waiting) {
    flow::Parcel parcel{kept(item.kind), "", item.queued, item.next_attempt, item.attempts};
    if (item.application) {
      if (const auto record = store.application(*item.application)) parcel.reception = record->reception.text;
    }
    parcels.push_back(std::move(parcel));
  }
  return parcels;
}

// Newest first; of a record ninety days old only its own days are read.
Result<std::vector<flow::TrailLine>> trail_of(store::Store& store, const ApplicationId& application) {
  const auto record = store.application(application);
  if (!record) return fail(record.error());
  const auto first = first_row_since(store, WallTime{record->created.seconds - 60});
  if (!first) return fail(first.error());
  std::vector<flow::TrailLine> lines;
  for (std::int64_t after = *first - 1;;) {
    const auto rows = store.audit_rows(after, kTrailChunk);
    if (!rows) return fail(rows.error());
    for (const store::AuditRow& row : *rows) {
      after = row.number;
      if (row.application == application) lines.push_back({row.at.wall, std::string(store::word_of_event(row)), row.details});
    }
    if (rows->size() < kTrailChunk) break;
  }
  std::reverse(lines.begin(), lines.end());
  if (lines.size() > kMostTrailLines) lines.resize(kMostTrailLines);
  return lines;
}

}  // namespace

void Runner::staff_failed(Id id, const char* what, const Failure& failure) {
  log_failure(what, failure);
  inbox_.push(flow::StaffWorkFailed{id, failure.code});
}

void Runner::list_applications(Id id) {
  record_worker_.post([this, id] {
    const auto found = rooms_.store.applications();
    if (!found) return staff_failed(id, "list applications", found.error());
    flow::ApplicationsListed listed{id, {}};
    for (const store::Application& each : *found) listed.rows.push_back(line_of(each));
    inbox_.push(std::move(listed));
  });
}

void Runner::show_application(Id id, const ApplicationId& application) {
  record_worker_.post([this, id, application, name = model_.staff.name] {
    const auto record = rooms_.store.application(application);
    if (!record) return staff_failed(id, "show application", record.error());
    auto answers = answers_of(rooms_.store, *record);
    if (!answers) return staff_failed(id, "show application", answers.error());
    (void)rooms_.store.audit(AuditEvent::RecordViewed, application, {{"by", name}});
    inbox_.push(flow::ApplicationShown{id, std::move(*answers)});
  });
}

void Runner::read_trail(Id id, const ApplicationId& application) {
  record_worker_.post([this, id, application] {
    auto lines = trail_of(rooms_.store, application);
    if (!lines) return staff_failed(id, "read trail", lines.error());
    inbox_.push(flow::TrailRead{id, std::move(*lines)});
  });
}

void Runner::erase_application(Id id, const ApplicationId& application) {
  record_worker_.post([this, id, application, name = model_.staff.name] {
    (void)rooms_.store.audit(AuditEvent::DeletionOrdered, application, {{"by", name}});
    const auto done = rooms_.store.erase(application, store::EraseReason::Staff);
    if (!done) return staff_failed(id, "erase application", done.error());
    inbox_.push(flow::ApplicationErased{id});
  });
}

void Runner::export_application(Id id, const ApplicationId& application) {
  record_worker_.post([this, id, application, name = model_.staff.name] {
    const auto record = rooms_.store.application(application);
    if (!record) return staff_failed(id, "export", record.error());
    const auto answers = answers_of(rooms_.store, *record);
    if (!answers) return staff_failed(id, "export", answers.error());
    const auto files = rooms_.store.files(application);
    if (!files) return staff_failed(id, "export", files.error());
    const catalog::Pack* own = rooms_.catalogue.pack(answers->programme_year);
    const catalog::Pack& pack = own != nullptr ? *own : rooms_.catalogue.pack_for(today().date);
    const flow::Assessment assessment = flow::assess(*answers, pack, rooms_.catalogue.offices(), today());
    const text::Words words(rooms_.texts, Language::Japanese);  // for the desk and the portal, whatever the applicant reads
    const WallTime now = rooms_.clock.wall();
    const std::string checklist = checklist_text({words, pack, *answers, assessment, today(), now, rooms_.config.site.name, record->reception,
                                                  *files, rooms_.config.demonstration || record->training});
    (void)rooms_.store.audit(AuditEvent::ExportStarted, application, {{"by", name}});
    const auto report = store::export_application(rooms_.store, *record, {rooms_.config.export_to.directory, rooms_.config.export_to.mounted},
                                                  now, {{words("checklist.file_name"), checklist}});
    if (!report) {
      (void)rooms_.store.audit(AuditEvent::ExportCompleted, application, {{"outcome", to_string(report.error().code)}});
      return staff_failed(id, "export", report.error());
    }
    (void)rooms_.store.audit(AuditEvent::ExportCompleted, application, {{"outcome", "written"}, {"files", report->files}});
    inbox_.push(flow::ApplicationExported{id, {report->folder, report->files, report->bytes}});
  });
}

void Runner::list_outbox(Id id, bool send_first) {
  record_worker_.post([this, id, send_first] {
    int delivered = 0;
    if (send_first && rooms_.page != nullptr) {
      if (auto done = rooms_.store.hurry(); !done) return staff_failed(id, "outbox", done.error());
      const auto sent = send_due(/*at_most=*/1000);
      if (!sent) return staff_failed(id, "outbox", sent.error());
      delivered = *sent;
    }
    auto parcels = parcels_of(rooms_.store);
    if (!parcels) return staff_failed(id, "outbox", parcels.error());
    inbox_.push(flow::OutboxListed{id, std::move(*parcels), delivered});
  });
}

void Runner::count_calls(Id id) {
  record_worker_.post([this, id] {
    auto counts = count_help_calls(rooms_.store, rooms_.clock.wall());
    if (!counts) return staff_failed(id, "help calls", counts.error());
    inbox_.push(flow::HelpCallsCounted{id, std::move(*counts)});
  });
}

void Runner::record_staff(const flow::RecordStaff& what) {
  // The visit may have ended in the same turn: its record is still the one that this belongs to.
  const auto application = model_.application ? model_.application : ended_application_;
  record_worker_.post([this, what, application] {
    const std::string at(flow::name_of(what.at));
    const auto say = [&](AuditEvent event, const std::vector<AuditDetail>& details) {
      if (auto done = rooms_.store.audit(event, application, details); !done) log_failure("audit", done.error());
    };
    switch (what.act) {
      case flow::StaffAct::Locked: return say(AuditEvent::StaffLeft, {{"by", what.name}, {"how", "nobody_touched"}});
      case flow::StaffAct::Left: return say(AuditEvent::StaffLeft, {{"by", what.name}, {"how", "left"}});
      case flow::StaffAct::AssistBegun: return say(AuditEvent::AssistStarted, {{"by", what.name}, {"at", at}});
      case flow::StaffAct::AssistEnded: return say(AuditEvent::AssistEnded, {{"by", what.name}, {"at", at}});
      case flow::StaffAct::TouchedByStaff: return say(AuditEvent::ScreenTouched, {{"at", at}, {"by", what.name}});
      case flow::StaffAct::TouchedByApplicant: return say(AuditEvent::ScreenTouched, {{"at", at}, {"by", "applicant"}});
      case flow::StaffAct::Attested: return say(AuditEvent::PhoneAttestedByStaff, {{"by", what.name}, {"and", what.other}});
    }
  });
}

}  // namespace desk::shell
