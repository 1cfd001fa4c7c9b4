// Whom a desk trusts to make its images. The keys are part of the image, so that a new one comes with an update that the old one signed.
#pragma once

#include <string>
#include <vector>

#include "data/base/result.h"
#include "data/base/signing.h"

namespace desk::ctl::update {

// A key's file, or every *.pub of a folder. Failures are UpdateKey: one that is no key, or none at all.
[[nodiscard]] Result<std::vector<crypto::PublicKey>> trusted_keys(const std::string& where);
[[nodiscard]] Result<crypto::Key> signing_key(const std::string& file);

}  // namespace desk::ctl::update
