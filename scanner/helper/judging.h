// Judges pages on a thread of its own while the feeder takes the next sheet: 0.3 s of work must not stop a 60-page-a-minute feeder.
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>

#include "scanner/helper/channel.h"

namespace desk::scanner {

class Judging {
 public:
  Judging(Channel& channel, FinishChoice choice);
  ~Judging();
  Judging(const Judging&) = delete;
  Judging& operator=(const Judging&) = delete;

  // Blocks while two pages wait, so that a slow machine holds three raw pages (80 MB) at most.
  void put(int number, Pixels page);
  // Waits until every page has been sent; the failure of the first that could not be, and its number.
  [[nodiscard]] std::optional<std::pair<Failure, int>> drain();

 private:
  void run();

  Channel& channel_;
  const FinishChoice choice_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::pair<int, Pixels>> waiting_;
  std::optional<std::pair<Failure, int>> failed_;
  bool busy_ = false;
  bool quit_ = false;
  std::thread thread_;
};

}  // namespace desk::scanner
