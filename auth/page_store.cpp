#include "auth/page_store.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <set>
#include <system_error>

namespace desk::auth {
namespace {

constexpr std::string_view kSuffix = ".bundle";

// Wrong at most for a day after a wrong boot; see the header.
constexpr std::int64_t kUntrustedGraceSeconds = 86'400;
// An acknowledged erasure keeps refusing late hand-offs at least as long as the kiosk's outbox may still hold one.
constexpr std::int64_t kTombstoneSeconds = 90 * 86'400;
// A code under way is of no use once core has forgotten it.
constexpr std::int64_t kCodeSeconds = 86'400;

const std::vector<std::string_view> kMigrations = {
    R"sql(
      CREATE TABLE bundle (token_hash TEXT PRIMARY KEY, number_hash TEXT NOT NULL, expires INTEGER NOT NULL, file TEXT NOT NULL UNIQUE)
        STRICT;
      CREATE TABLE erasure (id INTEGER PRIMARY KEY AUTOINCREMENT, token_hash TEXT NOT NULL UNIQUE, asked INTEGER NOT NULL,
        forget INTEGER NOT NULL, acknowledged INTEGER NOT NULL DEFAULT 0) STRICT;
      CREATE TABLE code (who TEXT PRIMARY KEY, sid TEXT NOT NULL, tag TEXT NOT NULL, next_send INTEGER, maybe_sent INTEGER NOT NULL,
        kept INTEGER NOT NULL) STRICT;
    )sql",
};

Failure disk_failure(const std::string& where, int error) {
  return {error == ENOSPC || error == EDQUOT ? StaffCode::StoreFull : StaffCode::StoreUnavailable, where, std::strerror(error)};
}

// All of `size` bytes at `offset`, or nothing.
std::optional<crypto::Bytes> read_at(int file, std::size_t offset, std::size_t size) {
  crypto::Bytes bytes(size);
  std::size_t have = 0;
  while (have < size) {
    const ssize_t got = pread(file, bytes.data() + have, size - have, static_cast<off_t>(offset + have));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return std::nullopt;
    have += static_cast<std::size_t>(got);
  }
  return bytes;
}

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t put = ::write(file, bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  return true;
}

bool sync_directory(const std::string& path) {
  const int directory = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (directory < 0) return false;
  const bool good = fsync(directory) == 0;
  close(directory);
  return good;
}

}  // namespace

bool is_hash(std::string_view text) {
  return text.size() == 64 && std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

FoundBundle::FoundBundle(FoundBundle&& other) noexcept
    : file_(std::exchange(other.file_, -1)),
      token_hash_(std::move(other.token_hash_)),
      number_hash_(std::move(other.number_hash_)),
      layout_(std::move(other.layout_)) {}

FoundBundle::~FoundBundle() {
  if (file_ >= 0) close(file_);
}

std::optional<Secret> FoundBundle::open_part(const LinkToken& token, std::size_t part) const {
  if (part >= layout_.parts.size()) return std::nullopt;
  const auto sealed = read_at(file_, layout_.parts[part].offset, layout_.parts[part].size);
  if (!sealed) return std::nullopt;
  return open_bundle_part(token, layout_, part, *sealed);
}

PageStore::PageStore(std::string directory, const Clock& clock, SqliteDatabase database)
    : directory_(std::move(directory)), clock_(clock), database_(std::move(database)) {}

Result<std::unique_ptr<PageStore>> PageStore::open(const std::string& directory, const Clock& clock) {
  std::error_code error;
  std::filesystem::create_directories(directory, error);
  if (error) return fail(disk_failure(directory, error.value()));
  if (chmod(directory.c_str(), 0700) != 0) return fail(disk_failure(directory, errno));
  SqliteDatabase::Options options;
  options.secure_delete = true;
  auto database = SqliteDatabase::open(directory + "/page.db", options);
  if (!database) return fail(database.error());
  if (auto done = database->migrate(kMigrations); !done) return fail(done.error());
  std::unique_ptr<PageStore> store(new PageStore(directory, clock, std::move(*database)));
  store->remove_orphans();
  if (auto done = store->sweep(); !done) return fail(done.error());
  return store;
}

Result<std::string> PageStore::write_file(std::string_view bytes) {
  const std::string file = crypto::new_application_id().hex + std::string(kSuffix);
  const std::string path = path_of(file);
  const int out = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (out < 0) return fail(disk_failure(path, errno));
  const bool written = write_all(out, bytes) && fsync(out) == 0;
  const int error = errno;
  close(out);
  if (written && sync_directory(directory_)) return file;
  unlink(path.c_str());
  return fail(disk_failure(path, written ? errno : error));
}

void PageStore::unlink_files(const std::vector<std::string>& files) {
  for (const std::string& file : files) unlink(path_of(file).c_str());
}

Result<BundlePut> PageStore::put(const Incoming& incoming) {
  const auto refuse = [](std::string reason) { return fail(Failure{StaffCode::BundleRefused, "bundle", std::move(reason)}); };
  if (!is_hash(incoming.token_hash)) return refuse("no hash of a token");
  if (!incoming.number_hash.empty() && !is_hash(incoming.number_hash)) return refuse("no hash of a number");
  if (incoming.expires <= clock_.wall()) return refuse("already expired");
  const std::span<const unsigned char> start(reinterpret_cast<const unsigned char*>(incoming.bytes.data()),
                                             std::min(incoming.bytes.size(), kMostHeaderBytes));
  if (const auto layout = read_bundle_layout(start, incoming.bytes.size()); !layout) return fail(layout.error());

  // The file first and outside the lock: sixty megabytes and an fsync must not hold up the readers.
  auto file = write_file(incoming.bytes);
  if (!file) return fail(file.error());
  const std::lock_guard guard(lock_);
  std::vector<std::string> old;
  BundlePut outcome = BundlePut::Kept;
  const Done done = database_.transaction([&]() -> Done {
    auto erased = database_.prepare("SELECT 1 FROM erasure WHERE token_hash = ?");
    const auto found = erased.bind(1, incoming.token_hash).step();
    if (!found) return fail(found.error());
    if (*found) {
      outcome = BundlePut::Erased;
      return {};
    }
    if (auto dropped = drop_row(incoming.token_hash, old); !dropped) return dropped;
    auto insert = database_.prepare("INSERT INTO bundle (token_hash, number_hash, expires, file) VALUES (?, ?, ?, ?)");
    insert.bind(1, incoming.token_hash).bind(2, incoming.number_hash).bind(3, incoming.expires.seconds).bind(4, *file);
    return insert.run();
  });
  if (!done || outcome == BundlePut::Erased) unlink_files({*file});
  if (!done) return fail(done.error());
  unlink_files(old);
  return outcome;
}

Done PageStore::drop_row(const std::string& token_hash, std::vector<std::string>& files) {
  auto select = database_.prepare("SELECT file FROM bundle WHERE token_hash = ?");
  const auto found = select.bind(1, token_hash).step();
  if (!found) return fail(found.error());
  if (!*found) return {};
  files.push_back(select.text(0));
  auto drop = database_.prepare("DELETE FROM bundle WHERE token_hash = ?");
  return drop.bind(1, token_hash).run();
}

Done PageStore::remove(const std::string& token_hash) {
  const std::lock_guard guard(lock_);
  std::vector<std::string> files;
  if (auto done = database_.transaction([&] { return drop_row(token_hash, files); }); !done) return done;
  unlink_files(files);
  return {};
}

std::optional<FoundBundle> PageStore::find(const std::string& token_hash) {
  const std::lock_guard guard(lock_);
  auto select = database_.prepare("SELECT file, number_hash FROM bundle WHERE token_hash = ? AND expires > ?");
  const auto found = select.bind(1, token_hash).bind(2, clock_.wall().seconds).step();
  if (!found || !*found) return std::nullopt;
  const int file = ::open(path_of(select.text(0)).c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return std::nullopt;
  FoundBundle bundle(file, token_hash, select.text(1), {});
  struct stat about {};
  if (fstat(file, &about) != 0) return std::nullopt;
  const auto size = static_cast<std::size_t>(about.st_size);
  const auto start = read_at(file, 0, std::min(size, kMostHeaderBytes));
  if (!start) return std::nullopt;
  auto layout = read_bundle_layout(*start, size);
  if (!layout) return std::nullopt;  // damaged on disk: the applicant's answer is the same as for a bundle that never came
  bundle.layout_ = std::move(*layout);
  return bundle;
}

Result<bool> PageStore::erase(const std::string& token_hash) {
  const std::lock_guard guard(lock_);
  std::vector<std::string> files;
  const Done done = database_.transaction([&]() -> Done {
    if (auto dropped = drop_row(token_hash, files); !dropped) return dropped;
    if (files.empty()) return {};
    const std::int64_t now = clock_.wall().seconds;
    auto insert = database_.prepare("INSERT OR IGNORE INTO erasure (token_hash, asked, forget) VALUES (?, ?, ?)");
    return insert.bind(1, token_hash).bind(2, now).bind(3, now + kTombstoneSeconds).run();
  });
  if (!done) return fail(done.error());
  unlink_files(files);
  return !files.empty();
}

Result<std::vector<EraseRequest>> PageStore::erase_requests() {
  const std::lock_guard guard(lock_);
  std::vector<EraseRequest> requests;
  auto select = database_.prepare("SELECT id, token_hash, asked FROM erasure WHERE acknowledged = 0 ORDER BY id");
  for (;;) {
    const auto row = select.step();
    if (!row) return fail(row.error());
    if (!*row) return requests;
    requests.push_back({select.integer(0), select.text(1), {select.integer(2)}});
  }
}

Done PageStore::acknowledge(std::int64_t id) {
  const std::lock_guard guard(lock_);
  return database_.prepare("UPDATE erasure SET acknowledged = 1 WHERE id = ?").bind(1, id).run();
}

std::optional<CodeUnderWay> PageStore::code_under_way(const std::string& who) {
  const std::lock_guard guard(lock_);
  auto select = database_.prepare("SELECT sid, tag, next_send, maybe_sent FROM code WHERE who = ?");
  const auto found = select.bind(1, who).step();
  if (!found || !*found) return std::nullopt;
  CodeUnderWay code{select.text(0), select.text(1), std::nullopt, select.integer(3) != 0};
  if (!select.is_null(2)) code.next_send = WallTime{select.integer(2)};
  return code;
}

Done PageStore::keep_code(const std::string& who, const CodeUnderWay& code) {
  const std::lock_guard guard(lock_);
  auto insert = database_.prepare("INSERT OR REPLACE INTO code (who, sid, tag, next_send, maybe_sent, kept) VALUES (?, ?, ?, ?, ?, ?)");
  insert.bind(1, who).bind(2, code.sid).bind(3, code.tag);
  if (code.next_send) insert.bind(4, code.next_send->seconds);
  else insert.bind_null(4);
  insert.bind(5, std::int64_t{code.maybe_sent ? 1 : 0}).bind(6, clock_.wall().seconds);
  return insert.run();
}

Done PageStore::forget_code(const std::string& who) {
  const std::lock_guard guard(lock_);
  return database_.prepare("DELETE FROM code WHERE who = ?").bind(1, who).run();
}

Done PageStore::sweep() {
  const std::lock_guard guard(lock_);
  const TimeStamp now = clock_.stamp();
  const std::int64_t line = now.wall.seconds - (now.wall_trusted ? 0 : kUntrustedGraceSeconds);
  std::vector<std::string> files;
  const Done done = database_.transaction([&]() -> Done {
    auto select = database_.prepare("SELECT file FROM bundle WHERE expires <= ?");
    select.bind(1, line);
    for (;;) {
      const auto row = select.step();
      if (!row) return fail(row.error());
      if (!*row) break;
      files.push_back(select.text(0));
    }
    if (auto dropped = database_.prepare("DELETE FROM bundle WHERE expires <= ?").bind(1, line).run(); !dropped) return dropped;
    // A request nobody has carried out yet is never forgotten, however old.
    auto forget = database_.prepare("DELETE FROM erasure WHERE acknowledged = 1 AND forget <= ?");
    if (auto forgotten = forget.bind(1, line).run(); !forgotten) return forgotten;
    return database_.prepare("DELETE FROM code WHERE kept <= ?").bind(1, line - kCodeSeconds).run();
  });
  if (!done) return done;
  unlink_files(files);
  return {};
}

std::int64_t PageStore::count() {
  const std::lock_guard guard(lock_);
  auto select = database_.prepare("SELECT COUNT(*) FROM bundle");
  const auto row = select.step();
  return row && *row ? select.integer(0) : 0;
}

void PageStore::remove_orphans() {
  const std::lock_guard guard(lock_);
  std::set<std::string> known;
  auto select = database_.prepare("SELECT file FROM bundle");
  for (;;) {
    const auto row = select.step();
    if (!row) return;  // without the list nothing may be called an orphan
    if (!*row) break;
    known.insert(select.text(0));
  }
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(directory_, error)) {
    const std::string name = entry.path().filename().string();
    if (name.ends_with(kSuffix) && !known.contains(name)) unlink(entry.path().c_str());
  }
}

}  // namespace desk::auth
