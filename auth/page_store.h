// PageStore: what the page role keeps, in a directory of its own: ciphertext bundles as files, and page.db with what may be known about
// them without their tokens (hash of the token, keyed hash of the number, expiry), the SMS codes under way and the erase requests.
//
// Nothing here opens without a token that only a request brings. Threads: any; one lock around the database.
// Errors: SC-501/502 when the disk or the database fails; SC-602 for a bundle that is refused.
//
// Expiry is by the wall clock, which may be wrong at boot. An expired bundle is never served. It is deleted at once when the clock is
// trusted, and a day later when it is not, so that one wrong boot does not empty the shelf (the kiosk keeps its own copy anyway).
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "auth/bundle.h"
#include "data/base/clock.h"
#include "data/base/result.h"
#include "data/base/sqlite_database.h"

namespace desk::auth {

// 64 hexadecimal digits, in lower case: how tokens, grants and numbers are named here.
[[nodiscard]] bool is_hash(std::string_view text);

// A bundle found by its token's hash: its file is held open, so a replacement or an erasure meanwhile cannot mix two bundles.
class FoundBundle {
 public:
  FoundBundle(FoundBundle&& other) noexcept;
  FoundBundle& operator=(FoundBundle&&) = delete;
  ~FoundBundle();
  [[nodiscard]] const std::string& token_hash() const { return token_hash_; }
  [[nodiscard]] const std::string& number_hash() const { return number_hash_; }
  [[nodiscard]] std::size_t files() const { return layout_.files(); }
  // Part 0 is the model, part n the nth file. Nothing when it does not exist or does not open.
  [[nodiscard]] std::optional<Secret> open_part(const LinkToken& token, std::size_t part) const;

 private:
  friend class PageStore;
  FoundBundle(int file, std::string token_hash, std::string number_hash, BundleLayout layout)
      : file_(file), token_hash_(std::move(token_hash)), number_hash_(std::move(number_hash)), layout_(std::move(layout)) {}
  int file_;
  std::string token_hash_;
  std::string number_hash_;
  BundleLayout layout_;
};

// The verification that core has under way for a number, kept so that a restart does not lose a code that was paid for.
struct CodeUnderWay {
  std::string sid;
  std::string tag;
  std::optional<WallTime> next_send;
  bool maybe_sent = false;
};

class PageStore {
 public:
  // Makes the directory (mode 0700) if needed; removes files of an interrupted PUT.
  [[nodiscard]] static Result<std::unique_ptr<PageStore>> open(const std::string& directory, const Clock& clock);

  struct Incoming {
    std::string token_hash;
    std::string number_hash;
    WallTime expires;
    std::string_view bytes;
  };
  // Replaces what the token had. Durable when it returns.
  [[nodiscard]] Result<BundlePut> put(const Incoming& incoming);
  [[nodiscard]] Done remove(const std::string& token_hash);  // no error when there is none
  [[nodiscard]] std::optional<FoundBundle> find(const std::string& token_hash);

  // Deletes the bundle and leaves a request, in one transaction. False when there was no such bundle.
  [[nodiscard]] Result<bool> erase(const std::string& token_hash);
  [[nodiscard]] Result<std::vector<EraseRequest>> erase_requests();
  [[nodiscard]] Done acknowledge(std::int64_t id);  // no error when it is gone

  // `who`: the keyed hash of the number.
  [[nodiscard]] std::optional<CodeUnderWay> code_under_way(const std::string& who);
  [[nodiscard]] Done keep_code(const std::string& who, const CodeUnderWay& code);
  [[nodiscard]] Done forget_code(const std::string& who);

  // Deletes what has expired. Called at start and by the role's timer.
  [[nodiscard]] Done sweep();
  [[nodiscard]] std::int64_t count();

 private:
  PageStore(std::string directory, const Clock& clock, SqliteDatabase database);
  [[nodiscard]] Result<std::string> write_file(std::string_view bytes);
  [[nodiscard]] std::string path_of(const std::string& file) const { return directory_ + "/" + file; }
  [[nodiscard]] Done drop_row(const std::string& token_hash, std::vector<std::string>& files);
  void unlink_files(const std::vector<std::string>& files);
  void remove_orphans();

  std::string directory_;
  const Clock& clock_;
  std::mutex lock_;
  SqliteDatabase database_;
};

}  // namespace desk::auth
