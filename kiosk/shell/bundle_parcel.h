// Bundles in the outbox: one sealed parcel of bytes that can wait for the network, and what else has to reach the page role.
#pragma once

#include "auth/bundle.h"
#include "auth/page_client.h"
#include "data/base/result.h"
#include "data/base/secret.h"
#include "data/store/store.h"

namespace desk::shell {

[[nodiscard]] Secret pack_parcel(const auth::Bundle& bundle);
[[nodiscard]] Result<auth::Bundle> unpack_parcel(std::string_view bytes);

// Hands one outbox item over; success also when the page role says that its subject is gone.
[[nodiscard]] Done deliver(const store::OutboxItem& item, auth::PageClient& page);

}  // namespace desk::shell
