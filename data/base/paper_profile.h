// PaperProfile: what the configured printer can put on paper and whether it can be asked about it. Config in, layout and transport out.
#pragma once

namespace desk {

struct PaperProfile {
  // Dots across the printable width: 576 for 80 mm paper; 384 (58 mm), 512 and 832 (112 mm) are laid out fluidly.
  int dots = 576;
  // The model answers DLE EOT and GS r. Without it a job can end as Unknown or Failed, never as Printed (design rule 4.5).
  bool status_reports = true;
};

// At 203 dpi, the resolution of practically every receipt printer head.
inline constexpr double kDotsPerMm = 8.0;

}  // namespace desk
