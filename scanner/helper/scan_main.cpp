// desk-scan-helper: one order, then exit. The only program that links SANE, so that a driver that hangs or crashes takes nothing with
// it but this process. protocol.h describes the conversation.
#include <chrono>
#include <thread>
#include <utility>

#include "scanner/helper/channel.h"
#include "scanner/helper/device_list.h"
#include "scanner/helper/judging.h"
#include "scanner/helper/sane_device.h"

namespace {

using namespace desk;
using namespace desk::scanner;

// A listing before a scan that names no device; shorter than ScanLimits::open, within which it happens.
constexpr std::chrono::milliseconds kFindDriver{6'000};
constexpr std::chrono::milliseconds kFindAll{20'000};
// At least this often while bytes flow slowly, so that the kiosk knows the helper lives.
constexpr std::chrono::milliseconds kSignOfLife{500};
constexpr std::chrono::milliseconds kSensorPoll{250};
constexpr std::chrono::milliseconds kSensorSignOfLife{1'000};

void list(Channel& channel, const protocol::List& order, const Clock& clock) {
  channel.send(protocol::Devices{find_devices(std::chrono::milliseconds{order.driver_ms}, std::chrono::milliseconds{order.total_ms}, clock)});
  channel.send(protocol::End{});
}

// The name, or the first device there is.
Result<std::string> device_named(const std::string& name, const Clock& clock) {
  if (!name.empty()) return name;
  const auto devices = find_devices(kFindDriver, kFindAll, clock);
  if (devices.empty()) return fail(Failure{StaffCode::ScannerNotFound, "SANE", "no driver found a scanner"});
  return devices.front().name;
}

// Tells progress when it changes, and every now and then when it does not.
class Teller {
 public:
  Teller(Channel& channel, const Clock& clock) : channel_(channel), clock_(clock), last_(clock.steady()) {}
  void start(int page) {
    page_ = page;
    tell(0);
  }
  void tell_if_news(int percent) {
    if (percent != percent_ || clock_.steady() - last_ > kSignOfLife) tell(percent);
  }

 private:
  void tell(int percent) {
    percent_ = percent;
    last_ = clock_.steady();
    channel_.send(protocol::Progressed{page_, percent});
  }
  Channel& channel_;
  const Clock& clock_;
  SteadyTime last_;
  int page_ = 1;
  int percent_ = -1;
};

protocol::End scan(Channel& channel, const protocol::Scan& order, SaneDevice& device, const Clock& clock) {
  if (auto done = device.set_up(order.job); !done) return {done.error(), 0};
  FinishChoice choice;
  choice.quality = order.quality;
  choice.preview_side = order.preview_side;
  Judging judging(channel, choice);
  Teller teller(channel, clock);
  protocol::End end;
  int page = 1;
  while (true) {
    channel.send(protocol::StageReached{protocol::Stage::Starting});
    const auto reading = [&] {
      channel.send(protocol::StageReached{protocol::Stage::Reading});
      teller.start(page);
    };
    // -2: the driver gave nothing; that is no sign of life and must not be told as one.
    const auto watch = [&](int percent) {
      if (percent > -2) teller.tell_if_news(percent);
      return !channel.cancelled();
    };
    auto sheet = device.next_sheet(page == 1, std::chrono::milliseconds{order.stall_ms}, reading, watch);
    if (!sheet) {
      const StaffCode code = sheet.error().code;
      const bool nothing_fed = code == StaffCode::ScannerEmpty || code == StaffCode::ScannerBusy;
      end = {sheet.error(), nothing_fed ? 0 : page};
      break;
    }
    if (sheet->outcome != SaneDevice::Outcome::Page) break;
    judging.put(page, std::move(sheet->page));
    if (page == order.job.most_pages || channel.cancelled() || !device.feeds()) break;
    ++page;
  }
  device.cancel();
  channel.send(protocol::StageReached{protocol::Stage::Finishing});
  // A page that cannot be finished outweighs how the feeding ended: the person must feed that sheet again.
  if (const auto failed = judging.drain()) return {failed->first, failed->second};
  return end;
}

// Until the kiosk cancels.
protocol::End watch_paper(Channel& channel, const SaneDevice& device, const Clock& clock) {
  PaperState told = device.paper();
  channel.send(protocol::Sensor{told});
  SteadyTime last = clock.steady();
  while (!channel.cancelled()) {
    std::this_thread::sleep_for(kSensorPoll);
    const PaperState now = device.paper();
    if (now == told && clock.steady() - last < kSensorSignOfLife) continue;
    told = now;
    last = clock.steady();
    channel.send(protocol::Sensor{now});
  }
  return {};
}

// Opens the device, does `work`, tells the end, and only then closes: parking a carriage takes seconds that nobody should wait for.
template <class Work>
void with_device(Channel& channel, const std::string& wanted, const Clock& clock, const Work& work) {
  channel.send(protocol::StageReached{protocol::Stage::Opening});
  const auto name = device_named(wanted, clock);
  if (!name) return channel.send(protocol::End{name.error(), 0});
  const SaneLibrary library;
  auto device = SaneDevice::open(*name, clock);
  if (!device) return channel.send(protocol::End{device.error(), 0});
  channel.send(work(*device));
}

}  // namespace

int main() {
  become_helper();
  const SystemClock clock;
  Channel channel;
  const auto order = channel.wait_for_order();
  if (!order) return 2;
  if (const auto* wanted = std::get_if<protocol::List>(&*order)) {
    list(channel, *wanted, clock);
  } else if (const auto* job = std::get_if<protocol::Scan>(&*order)) {
    with_device(channel, job->job.device, clock, [&](SaneDevice& device) { return scan(channel, *job, device, clock); });
  } else if (const auto* watch = std::get_if<protocol::Watch>(&*order)) {
    with_device(channel, watch->device, clock, [&](SaneDevice& device) { return watch_paper(channel, device, clock); });
  } else {
    return 2;
  }
  return 0;
}
