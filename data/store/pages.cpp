// Pages and finished PDFs: sealed files in pages/ with a row each. The file comes first and goes last, so that a row always has its bytes.
#include "data/store/sqlite_store.h"

namespace desk::store {
namespace {

constexpr std::string_view kPageColumns = "blob, application, kind, position, width, height, dpi, bytes, stored";

Failure no_such_page() { return {StaffCode::RecordMissing, "store", "no such page or file"}; }

Page page_of(const SqliteStatement& row, const BlobFolder& blobs) {
  Page page;
  page.id = row.text(0);
  page.application = {row.text(1)};
  page.kind = row.text(2);
  page.index = static_cast<int>(row.integer(3));
  page.width = static_cast<int>(row.integer(4));
  page.height = static_cast<int>(row.integer(5));
  page.dpi = static_cast<int>(row.integer(6));
  page.bytes = row.integer(7);
  page.stored = {row.integer(8)};
  page.missing = !blobs.has(page.id);
  return page;
}

}  // namespace

Done SqliteStore::only_owner() const {
  if (options_.access == Access::Owner) return {};
  return fail(Failure{StaffCode::StoreUnavailable, "store", "opened beside the kiosk: nothing is added here"});
}

Result<std::vector<std::string>> SqliteStore::texts(std::string_view sql, std::string_view argument) {
  auto query = desk_->prepare(sql);
  if (!argument.empty()) query.bind(1, argument);
  std::vector<std::string> out;
  for (;;) {
    const auto row = query.step();
    if (!row) return fail(row.error());
    if (!*row) return out;
    out.push_back(query.text(0));
  }
}

// No row needs these files any more. One that cannot be removed now is unclaimed, and the next start removes it.
void SqliteStore::drop_blobs(const std::vector<std::string>& blobs) {
  for (const std::string& blob : blobs) (void)blobs_.remove(blob);
}

Done SqliteStore::keep_scans_from_today(const ApplicationId& id) {
  const auto found = application(id);
  if (!found) return fail(found.error());
  return desk_->prepare("UPDATE applications SET scans_until=? WHERE id=?")
      .bind(1, to_string(scans_until(rules_, today(), found->answers_until)))
      .bind(2, id.hex)
      .run();
}

Result<Page> SqliteStore::page_row(const std::string& page_id) {
  auto query = desk_->prepare("SELECT " + std::string(kPageColumns) +
                              " FROM pages WHERE blob=? AND application IN (SELECT id FROM applications WHERE erasing=0)");
  const auto row = query.bind(1, page_id).step();
  if (!row) return fail(row.error());
  if (!*row) return fail(no_such_page());
  return page_of(query, blobs_);
}

Result<Page> SqliteStore::add_page(const ApplicationId& id, const NewPage& page) {
  if (auto done = only_owner(); !done) return fail(done.error());
  if (const auto found = application(id); !found) return fail(found.error());
  const auto key = ring_.scans_key(id);
  if (!key) return fail(key.error());
  const auto blob = blobs_.put(*key, page.image, field_of(id, "page"));
  if (!blob) return fail(blob.error());
  const auto stored = change(id, "desk page", [&]() -> Done {
    auto insert = desk_->prepare(
        "INSERT INTO pages (blob, application, kind, position, width, height, dpi, bytes, stored, findings_sealed)"
        " VALUES (?1,?2,?3,(SELECT count(*) FROM pages WHERE application=?2 AND kind=?3),?4,?5,?6,?7,?8,?9)");
    insert.bind(1, *blob).bind(2, id.hex).bind(3, page.kind);
    insert.bind(4, std::int64_t{page.width}).bind(5, std::int64_t{page.height}).bind(6, std::int64_t{page.dpi});
    insert.bind(7, static_cast<std::int64_t>(page.image.size())).bind(8, clock_->wall().seconds);
    insert.bind(9, crypto::seal(*key, page.findings, field_of(id, "findings/" + *blob)));
    if (auto done = insert.run(); !done) return done;
    return keep_scans_from_today(id);
  });
  if (!stored) {
    drop_blobs({*blob});
    return fail(stored.error());
  }
  return page_row(*blob);
}

Result<Page> SqliteStore::replace_page(const std::string& page_id, const NewPage& page) {
  if (auto done = only_owner(); !done) return fail(done.error());
  const auto old = page_row(page_id);
  if (!old) return fail(old.error());
  if (old->kind != page.kind) return fail(Failure{StaffCode::BadInput, "store", "a page is replaced by one of the same document"});
  const ApplicationId& id = old->application;
  const auto key = ring_.scans_key(id);
  if (!key) return fail(key.error());
  const auto blob = blobs_.put(*key, page.image, field_of(id, "page"));
  if (!blob) return fail(blob.error());
  const auto stored = change(id, "desk page", [&]() -> Done {
    auto update = desk_->prepare(
        "UPDATE pages SET blob=?, width=?, height=?, dpi=?, bytes=?, stored=?, findings_sealed=? WHERE blob=?");
    update.bind(1, *blob).bind(2, std::int64_t{page.width}).bind(3, std::int64_t{page.height}).bind(4, std::int64_t{page.dpi});
    update.bind(5, static_cast<std::int64_t>(page.image.size())).bind(6, clock_->wall().seconds);
    update.bind(7, crypto::seal(*key, page.findings, field_of(id, "findings/" + *blob))).bind(8, page_id);
    if (auto done = update.run(); !done) return done;
    return keep_scans_from_today(id);
  });
  drop_blobs({stored ? page_id : *blob});
  if (!stored) return fail(stored.error());
  return page_row(*blob);
}

Done SqliteStore::remove_page(const std::string& page_id) {
  if (auto done = only_owner(); !done) return done;
  const auto old = page_row(page_id);
  if (!old) return fail(old.error());
  const auto removed = change(old->application, "desk page", [&]() -> Done {
    if (auto done = desk_->prepare("DELETE FROM pages WHERE blob=?").bind(1, page_id).run(); !done) return done;
    return desk_->prepare("UPDATE pages SET position=position-1 WHERE application=? AND kind=? AND position>?")
        .bind(1, old->application.hex)
        .bind(2, old->kind)
        .bind(3, std::int64_t{old->index})
        .run();
  });
  if (removed) drop_blobs({page_id});
  return removed;
}

Result<std::vector<Page>> SqliteStore::pages(const ApplicationId& id) {
  if (const auto found = application(id); !found) return fail(found.error());
  auto query = desk_->prepare(
      "SELECT " + std::string(kPageColumns) +
      " FROM pages p WHERE application=?1"
      " ORDER BY (SELECT min(number) FROM pages q WHERE q.application=?1 AND q.kind=p.kind), position");
  query.bind(1, id.hex);
  std::vector<Page> out;
  for (;;) {
    const auto row = query.step();
    if (!row) return fail(row.error());
    if (!*row) return out;
    out.push_back(page_of(query, blobs_));
  }
}

Result<Secret> SqliteStore::page_image(const std::string& page_id) {
  const auto page = page_row(page_id);
  if (!page) return fail(page.error());
  const auto key = ring_.key(page->application, KeyName::Scans);
  if (!key) return fail(key.error());
  return blobs_.get(*key, page_id, field_of(page->application, "page"));
}

Result<Secret> SqliteStore::page_findings(const std::string& page_id) {
  const auto page = page_row(page_id);
  if (!page) return fail(page.error());
  const auto key = ring_.key(page->application, KeyName::Scans);
  if (!key) return fail(key.error());
  auto query = desk_->prepare("SELECT findings_sealed FROM pages WHERE blob=?");
  const auto row = query.bind(1, page_id).step();
  if (!row) return fail(row.error());
  auto opened = *row ? crypto::open(*key, query.blob(0), field_of(page->application, "findings/" + page_id)) : std::nullopt;
  if (!opened) return fail(Failure{StaffCode::RecordDamaged, page_id, "the findings do not open"});
  return std::move(*opened);
}

Result<File> SqliteStore::put_file(const ApplicationId& id, std::string_view name, std::span<const unsigned char> bytes) {
  if (auto done = only_owner(); !done) return fail(done.error());
  if (name.empty()) return fail(Failure{StaffCode::BadInput, "store", "a file needs a name"});
  const auto present = files(id);
  if (!present) return fail(present.error());
  const auto key = ring_.scans_key(id);
  if (!key) return fail(key.error());
  std::vector<std::string> replaced;
  for (const File& file : *present) {
    if (file.name == name) replaced.push_back(file.id);
  }
  const auto blob = blobs_.put(*key, bytes, field_of(id, "file"));
  if (!blob) return fail(blob.error());
  const auto stored = change(id, "desk file", [&]() -> Done {
    for (const std::string& old : replaced) {
      if (auto done = desk_->prepare("DELETE FROM files WHERE blob=?").bind(1, old).run(); !done) return done;
    }
    auto insert = desk_->prepare("INSERT INTO files (blob, application, name_sealed, bytes, stored) VALUES (?,?,?,?,?)");
    insert.bind(1, *blob).bind(2, id.hex).bind(3, crypto::seal(*key, name, field_of(id, "name/" + *blob)));
    insert.bind(4, static_cast<std::int64_t>(bytes.size())).bind(5, clock_->wall().seconds);
    if (auto done = insert.run(); !done) return done;
    return keep_scans_from_today(id);
  });
  drop_blobs(stored ? replaced : std::vector{*blob});
  if (!stored) return fail(stored.error());
  return File{*blob, id, std::string(name), static_cast<std::int64_t>(bytes.size()), clock_->wall(), false};
}

Done SqliteStore::remove_file(const std::string& file_id) {
  if (auto done = only_owner(); !done) return done;
  const auto owners = texts("SELECT application FROM files WHERE blob=?", file_id);
  if (!owners) return fail(owners.error());
  if (owners->empty()) return fail(no_such_page());
  const auto removed = change(ApplicationId{owners->front()}, "desk file",
                              [&] { return desk_->prepare("DELETE FROM files WHERE blob=?").bind(1, file_id).run(); });
  if (removed) drop_blobs({file_id});
  return removed;
}

Done SqliteStore::remove_files(const ApplicationId& id) {
  if (auto done = only_owner(); !done) return done;
  const auto blobs = texts("SELECT blob FROM files WHERE application=?", id.hex);
  if (!blobs) return fail(blobs.error());
  const auto removed =
      change(id, "desk file", [&] { return desk_->prepare("DELETE FROM files WHERE application=?").bind(1, id.hex).run(); });
  if (removed) drop_blobs(*blobs);
  return removed;
}

Result<std::vector<File>> SqliteStore::files(const ApplicationId& id) {
  if (const auto found = application(id); !found) return fail(found.error());
  std::vector<File> out;
  auto query = desk_->prepare("SELECT blob, name_sealed, bytes, stored FROM files WHERE application=? ORDER BY number");
  query.bind(1, id.hex);
  for (;;) {
    const auto row = query.step();
    if (!row) return fail(row.error());
    if (!*row) return out;
    const auto key = ring_.key(id, KeyName::Scans);
    if (!key) return fail(key.error());
    const std::string blob = query.text(0);
    const auto name = crypto::open(*key, query.blob(1), field_of(id, "name/" + blob));
    if (!name) return fail(Failure{StaffCode::RecordDamaged, blob, "the file's name does not open"});
    out.push_back({blob, id, std::string(name->reveal()), query.integer(2), {query.integer(3)}, !blobs_.has(blob)});
  }
}

Result<Secret> SqliteStore::file_bytes(const std::string& file_id) {
  const auto owners = texts(
      "SELECT application FROM files WHERE blob=? AND application IN (SELECT id FROM applications WHERE erasing=0)", file_id);
  if (!owners) return fail(owners.error());
  if (owners->empty()) return fail(no_such_page());
  const ApplicationId id{owners->front()};
  const auto key = ring_.key(id, KeyName::Scans);
  if (!key) return fail(key.error());
  return blobs_.get(*key, file_id, field_of(id, "file"));
}

}  // namespace desk::store
