// How a call reaches the records of a desk: as a guest beside the running kiosk, which adds nothing and repairs nothing. Run as the
// kiosk's own user: no other can read its folder.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "data/store/store.h"
#include "kiosk/ctl/verb.h"

namespace desk::ctl {

// `config`, or `store` together with `site_key`.
[[nodiscard]] std::vector<Key> store_keys();
[[nodiscard]] Result<std::unique_ptr<store::Store>> open_store(const Input& input, const Context& context);

// Key `application`: an id or a reception number.
[[nodiscard]] Key application_key();
[[nodiscard]] Result<store::Application> application_of(const Input& input, store::Store& store);

}  // namespace desk::ctl
