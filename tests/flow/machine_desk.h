// A desk at which one of the staff is signed in: events go in, the orders that come out are kept, the clock stands still until it is told
// to move. No pack, no visit: the machine's screens need neither.
#pragma once

#include <string_view>
#include <vector>

#include "kiosk/flow/update.h"

namespace desk::flow {

struct MachineDesk {
  FakeClock clock;
  catalog::Pack pack;
  Model model;
  std::vector<Effect> orders;   // since the last forget()

  MachineDesk() {
    model.staff.name = "sato";
    model.staff.since = model.last_touch = clock.steady();
    model.step = Step::StaffHome;
  }
  void send(Event event) {
    Next next = update(std::move(model), std::move(event), {pack, {}, clock.steady(), clock.wall(), {}, true, true});
    model = std::move(next.model);
    for (Effect& effect : next.effects) orders.push_back(std::move(effect));
  }
  void press(Action action) { send(Pressed{action}); }
  void type(std::string_view keys) {
    for (const char key : keys) send(Typed{key});
  }
  void enter(Step area) { send(StaffAreaChosen{area}); }
  void wait(std::chrono::seconds span) {
    for (std::chrono::seconds left = span; left.count() > 0; --left) {
      clock.advance(std::chrono::seconds{1});
      send(Ticked{});
    }
  }
  void forget() { orders.clear(); }

  template <class T>
  [[nodiscard]] std::vector<const T*> all() const {
    std::vector<const T*> found;
    for (const Effect& effect : orders) {
      if (const auto* order = std::get_if<T>(&effect)) found.push_back(order);
    }
    return found;
  }
  template <class T>
  [[nodiscard]] const T* last() const {
    const auto found = all<T>();
    return found.empty() ? nullptr : found.back();
  }
  [[nodiscard]] const SelfTestState& test() const { return model.machine.self_test; }
  [[nodiscard]] const DeviceState& device(DeviceKind kind) const { return model.machine.devices.of(kind); }
};

}  // namespace desk::flow
