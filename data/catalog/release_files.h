// The files of a release, read and written so that nothing but plain files can be meant: what comes on a USB stick may hold links, pipes
// and devices. Private to this folder.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "data/base/result.h"

namespace desk::catalog {

// Path below the folder, with '/', to the bytes.
using Contents = std::map<std::string, std::string>;

// A catalogue of ten years is 2 MB; what is larger is no catalogue, and nobody should have to wait for it.
inline constexpr std::int64_t kMostFileBytes = 4'000'000;
inline constexpr std::int64_t kMostReleaseBytes = 32'000'000;
inline constexpr int kMostFiles = 500;

// "2026/pack.toml": letters, digits, '.', '_', '-', at most three folders deep, no part that begins with a dot.
[[nodiscard]] bool is_release_path(std::string_view path);

// Every file below `folder`. A link, a pipe, a device, a name that is_release_path refuses, or too much of anything is a failure
// (StaffCode::CatalogContents): not followed, not opened, not waited for.
[[nodiscard]] Result<Contents> read_tree(const std::string& folder);

// On the disk when this returns, readable by all whatever the umask. Failures: StaffCode::CatalogNotWritten with the system's reason.
[[nodiscard]] Done write_file(const std::string& path, std::string_view bytes);
[[nodiscard]] Done make_folder(const std::string& path);
[[nodiscard]] Done sync_folder(const std::string& path);
[[nodiscard]] Done rename_durably(const std::string& from, const std::string& to);
// A symbolic link at `path` that says `target`, in place of the one before in one step.
[[nodiscard]] Done point(const std::string& path, const std::string& target);

// `reason` of the last system call that failed.
[[nodiscard]] Failure not_written(const std::string& path);

}  // namespace desk::catalog
