// Result<T, E>: an expected failure is a value. [[nodiscard]], so that nobody can overlook one.
//
//   Result<Pack> load_pack(...);
//   auto pack = load_pack(path);
//   if (!pack) return fail(pack.error());
//   use(*pack);
#pragma once

#include <cassert>
#include <optional>
#include <utility>
#include <variant>

#include "data/base/failure.h"

namespace desk {

template <class E>
struct Failed {
  E error;
};

// Wraps an error for returning: `return fail(Failure{...});`
template <class E>
[[nodiscard]] Failed<std::decay_t<E>> fail(E&& error) {
  return {std::forward<E>(error)};
}

template <class T, class E = Failure>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}           // NOLINT(google-explicit-constructor)
  Result(Failed<E> failed) : state_(std::in_place_index<1>, std::move(failed.error)) {}  // NOLINT

  [[nodiscard]] bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  [[nodiscard]] T& operator*() & { assert(ok()); return *std::get_if<0>(&state_); }
  [[nodiscard]] const T& operator*() const& { assert(ok()); return *std::get_if<0>(&state_); }
  // By value, so that `for (const Page& page : *store.pages(id))` keeps what it walks over: a reference would dangle in C++20.
  [[nodiscard]] T operator*() && { assert(ok()); return std::move(*std::get_if<0>(&state_)); }
  [[nodiscard]] T* operator->() { assert(ok()); return std::get_if<0>(&state_); }
  [[nodiscard]] const T* operator->() const { assert(ok()); return std::get_if<0>(&state_); }
  [[nodiscard]] const E& error() const { assert(!ok()); return *std::get_if<1>(&state_); }

 private:
  std::variant<T, E> state_;
};

template <class E>
class [[nodiscard]] Result<void, E> {
 public:
  Result() = default;
  Result(Failed<E> failed) : error_(std::move(failed.error)) {}  // NOLINT(google-explicit-constructor)

  [[nodiscard]] bool ok() const { return !error_.has_value(); }
  explicit operator bool() const { return ok(); }
  [[nodiscard]] const E& error() const { assert(!ok()); return *error_; }

 private:
  std::optional<E> error_;
};

using Done = Result<void>;

}  // namespace desk
