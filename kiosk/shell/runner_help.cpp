// A call for staff: the chime here, the message through desk-auth, and a line in the audit trail. What became of each goes back as it is.
#include "kiosk/shell/runner.h"

namespace desk::shell {

void Runner::call_staff(Id id, flow::Step at) {
  const std::string screen(flow::name_of(at));
  record_worker_.post([this, screen, application = model_.application] {
    (void)rooms_.store.audit(AuditEvent::StaffCalled, application, {{"at", screen}});
  });
  inbox_.push(flow::BellRung{id, on_bell && on_bell()});
  if (rooms_.help == nullptr) return;
  inbox_.push(flow::MessageToStaffBegun{id});
  const std::string& named = rooms_.config.help.kiosk;
  help_worker_.post([this, id, screen, kiosk = named.empty() ? rooms_.config.site.corner : named] {
    inbox_.push(flow::MessageToStaffEnded{id, rooms_.help->call(screen, kiosk)});
  });
}

}  // namespace desk::shell
