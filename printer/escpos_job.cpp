#include "printer/escpos_job.h"

#include <algorithm>

namespace desk::printer {
namespace {

// While the paper moves, the printer is asked this often whether something stopped it, so that "no paper" is said after about a second
// and not after the whole `finish`.
constexpr Milliseconds kLookWhileWaiting{1000};
// Bytes that are no answer (automatic status, XON/XOFF, late answers) are skipped, but not for ever.
constexpr int kMostStrayBytes = 64;

Settled failed(Failure failure) { return {JobPhase::Failed, std::move(failure), false}; }
Settled unknown(Failure failure) { return {JobPhase::Unknown, std::move(failure), false}; }
Failure nobody_knows(std::string reason) { return {StaffCode::PrintUnknown, "printer", std::move(reason)}; }
Failure vanished() { return {StaffCode::PrinterGone, "printer", "it went away"}; }
Failure silent(std::string reason) { return {StaffCode::PrinterSilent, "printer", std::move(reason)}; }

// The next byte that answers `ask`. `job_done` remembers an answer to GS r that arrives in between.
std::optional<std::uint8_t> hear(Channel& channel, Ask ask, Milliseconds limit, std::optional<std::uint8_t>& job_done) {
  for (int strays = 0; strays < kMostStrayBytes; ++strays) {
    const auto byte = channel.receive(limit);
    if (!byte) return std::nullopt;
    if (answers(ask, *byte)) return byte;
    if (answers(Ask::JobDone, *byte)) job_done = byte;
  }
  return std::nullopt;
}

Result<PrinterStatus> ask_status(Channel& channel, Milliseconds limit, std::optional<std::uint8_t>& job_done) {
  StatusBytes bytes;
  struct Question {
    Ask ask;
    std::uint8_t& answer;
  };
  for (const Question& question : {Question{Ask::Printer, bytes.printer}, Question{Ask::OfflineCause, bytes.cause},
                                   Question{Ask::Paper, bytes.paper}}) {
    const Bytes asked = encode_ask(question.ask);
    const Sent sent = channel.send(asked, limit);
    const auto answer = sent.end == SendEnd::AllTaken ? hear(channel, question.ask, limit, job_done) : std::nullopt;
    if (!answer) return fail(channel.gone() ? vanished() : silent("no answer to DLE EOT"));
    question.answer = *answer;
  }
  return decode_status(bytes);
}

Result<PrinterStatus> ask_status(Channel& channel, Milliseconds limit) {
  std::optional<std::uint8_t> ignored;
  return ask_status(channel, limit, ignored);
}

}  // namespace

Settled EscposJobs::settle(const Raster1& slip, const std::function<void()>& on_printing) {
  if (slip.width != profile_.dots || slip.height <= 0) {
    return failed({StaffCode::BadInput, "slip", std::to_string(slip.width) + " dots wide on paper of " +
                                                    std::to_string(profile_.dots)});
  }
  auto channel = open_();
  if (!channel) return failed(channel.error());
  (*channel)->drain_input();
  if (profile_.status_reports) {
    const auto status = ask_status(**channel, limits_.answer);
    if (!status) return failed(status.error());
    if (auto why = obstacle(*status)) return failed(*why);
  }
  on_printing();
  Settled settled = send_and_confirm(*channel, slip);
  // Unread answers would turn the close of a TCP connection into a reset, which may overtake the last bytes.
  if (*channel) (*channel)->drain_input();
  return settled;
}

Settled EscposJobs::send_and_confirm(Opened& channel, const Raster1& slip) {
  Bytes job;
  if (broken_off_) job = encode_resync(profile_.dots);
  const Bytes picture = encode_job(slip);
  job.insert(job.end(), picture.begin(), picture.end());
  broken_off_ = true;  // until all of it was taken
  const Sent sent = channel->send(job, limits_.send_stall);
  switch (sent.end) {
    case SendEnd::AllTaken: break;
    case SendEnd::Stalled: return failed(why_stalled(channel));
    case SendEnd::Stopped: return failed({StaffCode::PrinterGone, "printer", "the kiosk ended while sending"});
    case SendEnd::Gone: return failed(vanished());
  }
  Settled settled = profile_.status_reports ? confirm(channel) : without_reports(*channel);
  broken_off_ = settled.phase == JobPhase::Failed;
  return settled;
}

Settled EscposJobs::confirm(Opened& opened) {
  Channel& channel = *opened;
  const Sent sent = channel.send(encode_ask(Ask::JobDone), limits_.send_stall);
  if (sent.end == SendEnd::Stalled) return failed(why_stalled(opened));
  std::optional<std::uint8_t> done;
  for (Milliseconds left = limits_.finish; left.count() > 0 && !done && !channel.gone(); left -= kLookWhileWaiting) {
    if (auto answer = hear(channel, Ask::JobDone, std::min(left, kLookWhileWaiting), done)) {
      done = answer;
      break;
    }
    const auto status = ask_status(channel, limits_.answer, done);
    // Not worked off and something in the way: the slip is certainly not complete.
    if (status && !done) {
      if (auto why = obstacle(*status)) return failed(*why);
    }
    if (!status) left -= limits_.answer;
  }
  if (!done) return unknown(nobody_knows(channel.gone() ? "it went away before it confirmed" : "no answer to GS r"));
  const auto after = ask_status(channel, limits_.answer);
  if (!after) return unknown(nobody_knows("worked off, then " + after.error().reason));
  if (auto why = obstacle(*after)) return unknown(*why);
  const PaperSensor sensor = decode_paper_sensor(*done);
  if (sensor.out) return unknown({StaffCode::PrinterPaperOut, "printer", "the roll ended with this slip"});
  return {JobPhase::Printed, std::nullopt, after->paper_low || sensor.low};
}

Settled EscposJobs::without_reports(Channel& channel) {
  if (!channel.flush(limits_.send_stall)) {
    return channel.gone() ? unknown(nobody_knows("it went away")) : failed(silent("it stopped taking bytes"));
  }
  return unknown(nobody_knows("this printer does not report"));
}

Failure EscposJobs::why_stalled(Opened& channel) {
  // The question rarely gets through a full buffer. On a fresh connection most printers answer; they take one at a time, so the old one
  // is closed first.
  auto status = ask_status(*channel, limits_.answer);
  if (!status) {
    channel.reset();
    if (auto again = open_()) status = ask_status(**again, limits_.answer);
  }
  if (status) {
    if (auto why = obstacle(*status)) return *why;
  }
  return silent("it stopped taking bytes");
}

Result<PrinterStatus> EscposJobs::status() {
  auto channel = open_();
  if (!channel) return fail(channel.error());
  if (!profile_.status_reports) return PrinterStatus{};
  (*channel)->drain_input();
  return ask_status(**channel, limits_.answer);
}

}  // namespace desk::printer
