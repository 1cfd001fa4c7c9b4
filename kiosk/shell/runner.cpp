#include "kiosk/shell/runner.h"

#include <sys/epoll.h>
#include <unistd.h>

#include <algorithm>

#include "data/base/software.h"
#include "kiosk/shell/log.h"

namespace desk::shell {
namespace {

// An update, and a fall back from one, is on record by what was started.
std::vector<AuditDetail> what_started() {
  std::vector<AuditDetail> details{{"version", program_version()}};
  if (const auto image = image_serial(); image && *image) details.emplace_back("image", **image);
  return details;
}

}  // namespace

Runner::Runner(Rooms rooms) : rooms_(std::move(rooms)), event_fd_(epoll_create1(EPOLL_CLOEXEC)) {
  for (const int fd : {inbox_.wake_fd(), messages_.wake_fd(), rooms_.scanner.event_fd()}) {
    epoll_event wanted{};
    wanted.events = EPOLLIN;
    epoll_ctl(event_fd_, EPOLL_CTL_ADD, fd, &wanted);
  }
  model_.last_touch = rooms_.clock.steady();
  started_ = rooms_.clock.stamp();
  if (rooms_.practice) dispatch(flow::PracticeBegun{});
  record_worker_.post([this] {
    auto typesetter = text::Typesetter::create();
    if (!typesetter) return log_failure("slip typesetter", typesetter.error());
    slip_typesetter_ = std::move(*typesetter);
    // The first string loads the fonts (60 ms and more): now, not while somebody waits for a slip.
    text::TextStyle style;
    style.crisp = true;
    (void)slip_typesetter_->raster(text::Words(rooms_.texts, Language::Japanese)("word.no_contract"), style, 0);
    if (auto done = rooms_.store.audit(AuditEvent::KioskStarted, std::nullopt, what_started()); !done) log_failure("audit", done.error());
  });
}

Runner::~Runner() {
  {
    const std::lock_guard guard(alive_->mutex);
    alive_->here = false;
  }
  settle();
  close(event_fd_);
}

CivilMinute Runner::today() const {
  if (rooms_.rules_today) return *rooms_.rules_today;
  return to_jst(rooms_.clock.wall());
}

const catalog::Pack& Runner::pack() const {
  if (rooms_.programme) {
    if (const catalog::Pack* chosen = rooms_.catalogue.pack(*rooms_.programme)) return *chosen;
  }
  // A record that was begun under one year's rules stays with them.
  if (model_.answers.programme_year != 0) {
    if (const catalog::Pack* own = rooms_.catalogue.pack(model_.answers.programme_year)) return *own;
  }
  return rooms_.catalogue.pack_for(today().date);
}

flow::Context Runner::context() const {
  const bool page = rooms_.page != nullptr;
  flow::Delays delays = delays_;
  delays.idle_warning = model_.machine.settings.now.idle;  // as staff have set it
  return {pack(), today(), rooms_.clock.steady(), rooms_.clock.wall(), delays, page,
          page && rooms_.config.page.mode == config::HandoffMode::Public};
}

const flow::Assessment& Runner::assessment() {
  if (!assessment_) assessment_ = flow::assess(model_.answers, pack(), rooms_.catalogue.offices(), today());
  return *assessment_;
}

void Runner::dispatch(flow::Event event) {
  ended_application_ = model_.application;  // an ending visit's model is gone by the time its record is closed
  std::optional<ApplicationId> opened;
  if (const auto* record = std::get_if<flow::RecordOpened>(&event)) opened = record->application;
  flow::Next next = flow::update(std::move(model_), std::move(event), context());
  model_ = std::move(next.model);
  changed();
  // The person went back while the record was being opened: nobody belongs to it.
  if (opened && model_.application != opened) discard_record(*opened);
  for (flow::Effect& effect : next.effects) carry_out(std::move(effect));
}

bool Runner::pump() {
  bool happened = false;
  for (scanner::ScanEvent& event : rooms_.scanner.take_events()) {
    on_scan_event(std::move(event));
    happened = true;
  }
  for (std::string& message : messages_.take()) {
    asking_for_message_ = false;
    if (!phone_is_watched()) {
      wipe(message);  // asked for in a visit that is over
      continue;
    }
    happened = happened || message != demonstration_message_;
    demonstration_message_ = std::move(message);
  }
  for (flow::Event& event : inbox_.take()) {
    dispatch(std::move(event));
    happened = true;
  }
  return happened;
}

void Runner::tick() {
  dispatch(flow::Ticked{});
  if (rooms_.config.demonstration) ask_for_demonstration_message();
  const SteadyTime now = rooms_.clock.steady();
  if (now.micros >= next_chores_.micros) {
    next_chores_ = now + std::chrono::seconds{20};
    chores();
  }
}

void Runner::settle() {
  // A code that arrives may order a save: both workers are asked until neither has anything left.
  for (int round = 0; round < 3; ++round) {
    input_worker_.drain();
    code_worker_.drain();
    record_worker_.drain();
  }
  help_worker_.drain();
}

namespace {

template <class... F>
struct Overloaded : F... {
  using F::operator()...;
};
template <class... F>
Overloaded(F...) -> Overloaded<F...>;

}  // namespace

void Runner::carry_out(flow::Effect effect) {
  std::visit(Overloaded{
                 [&](flow::OpenRecord& e) { open_record(e.id); },
                 [&](flow::SaveAnswers&) { save_answers(); },
                 [&](flow::FindSameNumber& e) { find_same_number(e.id); },
                 [&](flow::OpenPreviousRecord& e) { open_previous(e.id); },
                 [&](flow::ErasePreviousRecord&) { erase_previous(); },
                 [&](flow::SendCode& e) { send_code(e.id, std::move(e.number)); },
                 [&](flow::CheckCode& e) { check_code(e.id, std::move(e.sid), std::move(e.code)); },
                 [&](flow::StartScan& e) { start_scan(e.id, e.need, e.replacing); },
                 [&](flow::StopScan&) { stop_scan(); },
                 [&](flow::DropPages&) { drop_pages(); },
                 [&](flow::MaskPage& e) { mask_page(e.id, e.number, std::move(e.boxes)); },
                 [&](flow::SavePaper& e) { save_paper(e.id, e.need); },
                 [&](flow::ScanForQr& e) { scan_for_qr(e.id); },
                 [&](flow::PrepareConversion&) { prepare_conversion(); },
                 [&](flow::Convert& e) { convert(e.id, std::move(e.reading)); },
                 [&](flow::BuildBundles& e) { build_bundles(e.id); },
                 [&](flow::StoreBundle& e) { store_bundle(e.id); },
                 [&](flow::PrintSlip& e) { print_slip(e.id, e.slip); },
                 [&](flow::MakeGrant& e) { make_grant(e.id); },
                 [&](flow::LookUpToken& e) { look_up_token(e.id, std::move(e.token)); },
                 [&](flow::LookUpNumber& e) { look_up_number(e.id, std::move(e.number), e.staff_vouches); },
                 [&](flow::CheckResumeCode& e) { check_resume_code(e.id, std::move(e.sid), std::move(e.code)); },
                 [&](flow::CheckPin& e) { check_pin(e.id, std::move(e.pin)); },
                 [&](flow::ListApplications& e) { list_applications(e.id); },
                 [&](flow::ShowApplication& e) { show_application(e.id, e.application); },
                 [&](flow::ReadTrail& e) { read_trail(e.id, e.application); },
                 [&](flow::EraseApplication& e) { erase_application(e.id, e.application); },
                 [&](flow::ExportApplication& e) { export_application(e.id, e.application); },
                 [&](flow::ListOutbox& e) { list_outbox(e.id, e.send_first); },
                 [&](flow::CountHelpCalls& e) { count_calls(e.id); },
                 [&](flow::RecordStaff& e) { record_staff(e); },
                 [&](flow::RingBell& e) { call_staff(e.id, e.at); },
                 [&](flow::ApplySettings&) {},
                 [&](flow::ReadScreenAgain&) {
                   if (on_read_again) on_read_again();
                 },
                 [&](flow::StopSpeaking&) {
                   if (on_stop_speaking) on_stop_speaking();
                 },
                 [&](flow::AskDevice& e) { ask_device(e.id, e.kind); },
                 [&](flow::RunTest& e) { run_test(e.id, e.item); },
                 [&](flow::SendTestMessage& e) { send_test_message(e.id, std::move(e.number)); },
                 [&](flow::CheckTestCode& e) { check_test_code(e.id, std::move(e.sid), std::move(e.code)); },
                 [&](flow::PrintTestSlip& e) { draw_test_slip(e.id, e.staff, /*print=*/true); },
                 [&](flow::RecordDevice& e) {
                   record_machine(e.recovered ? AuditEvent::DeviceRecovered : AuditEvent::DeviceFailed,
                                  {{"device", std::string(flow::name_of(e.kind))}, {"code", e.code ? to_string(*e.code) : std::string("none")}});
                 },
                 [&](flow::RecordTest& e) {
                   record_machine(AuditEvent::SelfTestCompleted, {{"outcome", std::string(flow::name_of(e.verdict))}, {"staff", e.staff}});
                 },
                 [&](flow::ListPracticeDays& e) { list_practice_days(e.id); },
                 [&](flow::OpenPractice& e) {
                   if (on_practice) on_practice(e.id, e.day);
                   else inbox_.push(flow::PracticeNotOpened{e.id, StaffCode::Internal});
                 },
                 [&](flow::SetPracticeFault& e) {
                   if (on_practice_fault) on_practice_fault(e.fault, e.on);
                 },
                 [&](flow::EndPractice&) {
                   if (on_practice_end) on_practice_end();
                 },
                 [&](flow::RecordPractice& e) {
                   record_machine(e.begun ? AuditEvent::TrainingStarted : AuditEvent::TrainingEnded, {{"staff", e.staff}});
                 },
                 [&](flow::SaveDeskSettings& e) { save_desk_settings(e.id, e.settings); },
                 [&](flow::EndSession& e) { end_session(e.ending); },
                 [&](flow::Note& e) { log_note(e.event, e.detail); },
             },
             effect);
}

}  // namespace desk::shell
