// JobLog: hears a printer's callbacks and waits for their end, with a deadline that only a broken printer reaches.
#pragma once

#include <chrono>
#include <algorithm>
#include <condition_variable>
#include <future>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "printer/printer.h"

namespace desk::printer::test {

// A slip that is recognised again: noise from `seed`, so that no two rows look alike. Without the byte 10h, which encode_job may alter.
inline Raster1 noise_slip(int width, int height, unsigned seed) {
  Raster1 slip = Raster1::blank(width, height);
  unsigned state = seed * 2654435761U + 1;
  for (std::uint8_t& byte : slip.rows) {
    state = state * 1664525U + 1013904223U;
    byte = static_cast<std::uint8_t>(state >> 24);
    if (byte == 0x10) byte = 0x18;
  }
  return slip;
}

class JobLog {
 public:
  [[nodiscard]] OnJobState listener() {
    return [this](const JobState& state) {
      const std::lock_guard lock(mutex_);
      states_.push_back(state);
      threads_.push_back(std::this_thread::get_id());
      changed_.notify_all();
    };
  }

  // The final state of the n-th job to end, or nothing when it did not come.
  [[nodiscard]] std::optional<JobState> end_of(int n = 1) {
    std::unique_lock lock(mutex_);
    std::optional<JobState> end;
    changed_.wait_for(lock, std::chrono::seconds(40), [&] {
      int ends = 0;
      for (const JobState& state : states_) {
        if (is_final(state.phase) && ++ends == n) end = state;
      }
      return end.has_value();
    });
    return end;
  }

  [[nodiscard]] bool saw(JobPhase phase) {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, std::chrono::seconds(40), [&] {
      return std::any_of(states_.begin(), states_.end(), [&](const JobState& state) { return state.phase == phase; });
    });
  }

  [[nodiscard]] std::vector<JobPhase> phases() {
    const std::lock_guard lock(mutex_);
    std::vector<JobPhase> phases;
    for (const JobState& state : states_) phases.push_back(state.phase);
    return phases;
  }
  [[nodiscard]] std::vector<JobState> states() { const std::lock_guard lock(mutex_); return states_; }
  [[nodiscard]] std::vector<std::thread::id> threads() { const std::lock_guard lock(mutex_); return threads_; }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<JobState> states_;
  std::vector<std::thread::id> threads_;
};

inline StaffCode code_of(const std::optional<JobState>& end) {
  return end && end->failure ? end->failure->code : StaffCode::Internal;
}

}  // namespace desk::printer::test
