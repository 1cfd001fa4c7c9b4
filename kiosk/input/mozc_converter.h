// The converter that a desk has: Mozc from Debian (packages mozc-server and emacs-mozc-bin), a server and its small client, started for
// one visit in a home of their own (private_home.h), without history, and ended with it. Measured: ready in 50 ms, an answer in 10-40 ms.
#pragma once

#include <chrono>
#include <memory>

#include "data/base/clock.h"
#include "kiosk/input/converter.h"

namespace desk::input {

struct MozcOptions {
  std::string server = "/usr/lib/mozc/mozc_server";
  std::string client = "/usr/bin/mozc_emacs_helper";
  std::string runtime;                            // where the home is made; empty: default_runtime()
  std::chrono::milliseconds start_patience{2000};
  std::chrono::milliseconds answer_patience{1000};  // a person who waits longer goes on in kana
};

// Sweeps what a crash has left behind. Cheap: nothing is started before begin().
[[nodiscard]] std::unique_ptr<Converter> make_mozc_converter(MozcOptions options, const Clock& clock);

}  // namespace desk::input
