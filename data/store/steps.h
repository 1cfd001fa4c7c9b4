// Every durable step of the store passes here by name, so that a test can make the nth one fail or kill the process at it
// (tests/store/fault_test.cpp, tests/store/kill_test.cpp walk through all of them).
#pragma once

#include <functional>
#include <string_view>

#include "data/base/result.h"
#include "data/base/sqlite_database.h"

namespace desk::store {

class Steps {
 public:
  explicit Steps(std::function<bool(std::string_view step)> refuse) : refuse_(std::move(refuse)) {}

  [[nodiscard]] Done pass(std::string_view step) const {
    if (refuse_ && refuse_(step)) return fail(Failure{StaffCode::StoreFull, std::string(step), "no space left on device"});
    return {};
  }
  // A transaction whose commit is the durable step; anything but a success rolls back.
  [[nodiscard]] Done commit(SqliteDatabase& database, std::string_view step, const std::function<Done()>& work) const {
    return database.transaction([&]() -> Done {
      if (auto worked = work(); !worked) return worked;
      return pass(step);
    });
  }

 private:
  std::function<bool(std::string_view step)> refuse_;
};

}  // namespace desk::store
