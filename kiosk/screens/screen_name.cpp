#include "kiosk/screens/screen_name.h"

namespace desk::screens {
namespace {

std::string fault_part(const std::optional<StaffCode>& fault) { return fault ? to_string(*fault) : std::string("-"); }

}  // namespace

std::string screen_name(const Scene& scene, const UiState& ui) {
  const flow::Model& m = scene.model;
  std::string name(flow::name_of(m.step));
  name += "/" + std::to_string(m.partner) + "/" + m.scan.need + "/" + fault_part(m.scan.fault) + "/" + fault_part(m.print.fault) + "/" +
          fault_part(m.bundles.fault) + "/" + std::to_string(m.scan.masking.value_or(0)) + "/" + std::to_string(ui.first);
  return name;
}

std::string layer_name(const Scene& scene, const UiState& ui) {
  // In the order of draw_overlay().
  if (scene.model.overlay != flow::Overlay::None) return "overlay." + std::to_string(static_cast<int>(scene.model.overlay));
  if (scene.model.store_fault && scene.model.step != flow::Step::Consent) return "store." + fault_part(scene.model.store_fault);
  return ui.code_help ? "code_help" : "";
}

}  // namespace desk::screens
