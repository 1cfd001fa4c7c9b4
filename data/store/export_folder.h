// Export: an application's finished files, as the portal wants them, into a folder of the operator's: a memory stick that was mounted, or a
// share. What is told as written was written whole, flushed to the medium and counted there; after a failure nothing of it is left behind,
// so that half an application is never taken for a whole one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "data/store/store.h"

namespace desk::store {

struct ExportTarget {
  std::string directory;       // empty: exporting is not configured
  // The directory must be a mounted medium: without its stick an empty mount point would take the files into the appliance itself.
  bool mounted = true;
};

// Written beside the files: the checklist.
struct ExportPaper {
  std::string name;
  std::string text;
};

struct ExportReport {
  std::string folder;          // below the directory: "T7K-4M2_20261122-1405"
  int files = 0;               // the papers among them
  std::int64_t bytes = 0;
};

// Failures: ExportFolderMissing, ExportFolderFull, ExportNotWritten, and the store's own (a file that is gone or does not open).
[[nodiscard]] Result<ExportReport> export_application(Store& store, const Application& application, const ExportTarget& target, WallTime now,
                                                      const std::vector<ExportPaper>& papers);

}  // namespace desk::store
